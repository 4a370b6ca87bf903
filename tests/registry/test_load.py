"""A registry as loaded: the four kinds, the shorthand, sources, and everything a value may say."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from factcheck.errors import RegistryError
from factcheck.model import Claim, Quantity, Source, Value
from factcheck.registry.load import load_registry, parse_registry

REGISTRY = """\
sources:
  fed:
    name: National Ski Federation
    aliases: [NSF, fédération de ski]
    url: https://example.org/nsf
  club: Alpine Club
x-slopes: &slopes {unit: km, tolerance: 2.5%}

claims:
  skiers:
    title: Skiers in the valley
    match: [skieurs dans la vallée, skiers in the valley]
    exclude: [cross-country]
    unit: people
    tolerance: 5%
    values:
      - {value: 11k, as_of: 2025-02, source: fed}
      - {value: 10k-12k, as_of: 2025-03-01, until: 2025-04, source: nsf, url: https://example.org/march}
      - 12 000
  lifts: "Ski lifts: in service: 60 / 2k"
  slopes: {<<: *slopes, title: Slopes open, values: "110 / >115"}
  opening:
    title: Opening day
    kind: date
    values: [{value: 2024-12-07, source: Alpine Club}, 2025]
  mayor:
    kind: name
    match: maire de la station
    values: [{value: Léa Martin, also: [Lea Martin, L. Martin], source: {name: Hall, url: /hall, date: 2024}}]
  snow:
    kind: statement
    title: Half of the snow is artificial
    rating: misleading
    values: [{source: Snow Watch, url: https://example.org/snow}]
"""

FED = Source("National Ski Federation", "fed", ("NSF", "fédération de ski"), "https://example.org/nsf")
CLUB = Source("Alpine Club", "club")
HALL = Source("Hall", url="/hall", date="2024")


def people(value: float, high: float | None = None) -> Quantity:
    """So many people."""
    return Quantity(value, high, "people", "exact" if high is None else "range")


CLAIMS = [
    Claim(
        "skiers",
        "Skiers in the valley",
        match=("skieurs dans la vallée", "skiers in the valley"),
        exclude=("cross-country",),
        unit="people",
        tolerance=0.05,
        values=(
            Value("11k", people(11_000), as_of="2025-02", source=FED, line=17),
            Value(
                "10k-12k",
                people(10_000, 12_000),
                as_of="2025-03-01",
                until="2025-04",
                source=FED,
                url="https://example.org/march",
                line=18,
            ),
            Value("12 000", people(12_000), line=19),
        ),
        line=10,
    ),
    Claim(
        "lifts",
        "Ski lifts: in service",
        values=(Value("60", Quantity(60), line=20), Value("2k", Quantity(2_000), line=20)),
        line=20,
    ),
    Claim(
        "slopes",
        "Slopes open",
        unit="km",
        tolerance=0.025,
        values=(
            Value("110", Quantity(110, unit="km"), line=21),
            Value(">115", Quantity(115, unit="km", qualifier="at_least"), line=21),
        ),
        line=21,
    ),
    Claim(
        "opening",
        "Opening day",
        "date",
        values=(
            Value("2024-12-07", date="2024-12-07", source=CLUB, line=25),
            Value("2025", date="2025", line=25),
        ),
        line=22,
    ),
    Claim(
        "mayor",
        "maire de la station",
        "name",
        match=("maire de la station",),
        values=(
            Value("Léa Martin", name="Léa Martin", also=("Lea Martin", "L. Martin"), source=HALL, line=29),
        ),
        line=26,
    ),
    Claim(
        "snow",
        "Half of the snow is artificial",
        "statement",
        rating="misleading",
        values=(Value("misleading", source=Source("Snow Watch"), url="https://example.org/snow", line=34),),
        line=30,
    ),
]


@pytest.mark.parametrize(("index", "claim"), list(enumerate(CLAIMS)), ids=[claim.id for claim in CLAIMS])
def test_a_claim_is_loaded_whole(index: int, claim: Claim) -> None:
    assert parse_registry(REGISTRY, "ski.yaml").claims[index] == claim


def test_sources_are_the_defined_ones_then_those_named_on_the_way() -> None:
    assert parse_registry(REGISTRY, "ski.yaml").sources == (FED, CLUB, HALL, Source("Snow Watch"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_may_have_a_byte_order_mark_and_any_newline(
    tmp_path: Path, encoding: str, newline: str
) -> None:
    path = tmp_path / "ski.yaml"
    path.write_bytes(REGISTRY.replace("\n", newline).encode(encoding))
    registry = load_registry(path)
    assert (registry.path, registry.claims) == (str(path), tuple(CLAIMS))


def claim(fields: str) -> Claim:
    """The claim with these fields."""
    body = indent(dedent(fields), "    ")
    return parse_registry(f"sources:\n  fed: {{name: NSF}}\nclaims:\n  it:\n{body}\n", "c.yaml").claims[0]


@pytest.mark.parametrize(
    ("line", "title", "texts"),
    [
        ("Ships lost: 12", "Ships lost", ["12"]),
        ("Ships lost: 11k / 15k / 15k", "Ships lost", ["11k", "15k", "15k"]),
        ("Ships lost: 11k/15k", "Ships lost", ["11k", "15k"]),
        ("Navires perdus : 12 / 14", "Navires perdus", ["12", "14"]),
        ("Black Sea: ships lost: 12", "Black Sea: ships lost", ["12"]),
        ("Price: ~$3.2bn / $4bn", "Price", ["~$3.2bn", "$4bn"]),
        ("Top speed: 90 km/h / 120 km/h", "Top speed", ["90 km/h", "120 km/h"]),
    ],
)
def test_the_shorthand_is_a_title_and_its_values(line: str, title: str, texts: list[str]) -> None:
    found = parse_registry(f'claims:\n  it: "{line}"\n', "c.yaml").claims[0]
    assert (found.title, found.match, [value.text for value in found.values]) == (title, (), texts)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Promulgation of the climate act: 2021-08-22", "date"),
        ("Strikes: 2021-08 / 2021-09-03", "date"),
        ("Ships lost: 2021", "quantity"),
        ("Head coach of the team: Ann-Katrin Sørli", "name"),
        ("Mayors: Bo van Dijk / 王毅", "name"),
        ("Maid of the town: Jeanne dʼArc", "name"),
        ("Strikes: 2021-08-03 / 2022", "date"),
        ("Ships lost: 12 / 14", "quantity"),
        ("Share of the voters: 61.4%", "quantity"),
    ],
)
def test_a_line_holds_figures_days_or_names(line: str, kind: str) -> None:
    claim = parse_registry(f"claims: {{it: '{line}'}}", "c.yaml").claims[0]
    assert claim.kind == kind
    assert all((value.date is None) == (kind != "date") for value in claim.values)
    assert all((value.name is None) == (kind != "name") for value in claim.values)


@pytest.mark.parametrize("line", ["Ships: many", "Ships: Many ships", "Day: 2021-13", "Day: 2021-08-22 / 3"])
def test_a_line_that_holds_something_else_is_refused(line: str) -> None:
    with pytest.raises(RegistryError, match=r"cannot read the value"):
        parse_registry(f"claims: {{it: '{line}'}}", "c.yaml")


def test_what_is_for_the_desk() -> None:
    text = "claims: {it: {title: T, values: [3], owner: Ann, review: 2026-05, not: [It has 3 halls.]}}"
    claim = parse_registry(text, "c.yaml").claims[0]
    assert (claim.owner, claim.review, claim.unlike) == ("Ann", "2026-05", ("It has 3 halls.",))


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ("values: 11k / 15k / 15k", ["11k", "15k", "15k"]),
        ("values: 12", ["12"]),
        ("values: [170, 240]", ["170", "240"]),
        ("values: [{value: 170}, 240]", ["170", "240"]),
        ("values:\n  - 170\n  - value: 240", ["170", "240"]),
        ("kind: name\nvalues: AC/DC / Queen", ["AC/DC", "Queen"]),
        ("kind: date\nvalues: 2024-06 / 2025", ["2024-06", "2025"]),
    ],
)
def test_values_may_be_bare(values: str, texts: list[str]) -> None:
    assert [value.text for value in claim(f"title: T\n{values}").values] == texts


def test_a_series_is_short_for_values_by_source_and_date() -> None:
    found = claim("""\
        title: T
        competing: true
        unit: km
        values: [12]
        series:
          fed: {2024-06-01: 410, 2024-07: ">455"}
          Ski Club: {2024: 600}
        """)
    club = Source("Ski Club")
    nsf = Source("NSF", "fed")
    assert found.competing
    assert found.values == (
        Value("12", Quantity(12, unit="km"), line=8),
        Value("410", Quantity(410, unit="km"), as_of="2024-06-01", source=nsf, line=10),
        Value(">455", Quantity(455, None, "km", "at_least"), as_of="2024-07", source=nsf, line=10),
        Value("600", Quantity(600, unit="km"), as_of="2024", source=club, line=11),
    )


def test_a_series_may_hold_dates_and_names() -> None:
    dates = claim("title: T\nkind: date\nseries: {fed: {2023: 2024-12-07, 2024: 2025}}")
    names = claim("title: T\nkind: name\nseries: {fed: {2023: Ann Lee}}")
    assert [value.date for value in dates.values] == ["2024-12-07", "2025"]
    assert [value.name for value in names.values] == ["Ann Lee"]


def test_context_part_and_language_are_kept() -> None:
    text = (
        "lang: fr\nclaims: {it: {title: T, values: 3, context: [Ulmstead, grève], part_of: all}, all: 'A: 5'}"
    )
    registry = parse_registry(text, "c.yaml")
    part, whole = registry.claims
    assert (registry.language, part.context, part.part_of) == ("fr", ("Ulmstead", "grève"), "all")
    assert (whole.context, whole.part_of, whole.competing) == ((), None, False)


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("fed", Source("NSF", "fed")),
        ("FED", Source("NSF", "fed")),
        ("NSF", Source("NSF", "fed")),
        ("nsf", Source("NSF", "fed")),
        ("Ski Club", Source("Ski Club")),
        ("{name: Ski Club, date: 2024-05}", Source("Ski Club", date="2024-05")),
    ],
)
def test_a_source_is_a_key_a_name_or_described_on_the_spot(written: str, source: Source) -> None:
    assert claim(f"title: T\nvalues: [{{value: 1, source: {written}}}]").values[0].source == source


@pytest.mark.parametrize(
    ("written", "share"),
    [("5%", 0.05), ("5 %", 0.05), ("2,5 %", 0.025), ("0.05", 0.05), ('"0,05"', 0.05), ("0", 0.0)],
)
def test_a_tolerance_is_a_share(written: str, share: float) -> None:
    assert claim(f"title: T\ntolerance: {written}\nvalues: 1").tolerance == pytest.approx(share)


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("people", "people"),
        ("$", "USD"),
        ("chf", "CHF"),
        ("'%'", "%"),
        ("tonnes", "t"),
        ("x", "times"),
        ("km²", "km2"),
        ("containers", None),  # a noun: a plain count of them
    ],
)
def test_a_unit_goes_by_symbol_sign_or_name(written: str, symbol: str | None) -> None:
    assert claim(f"title: T\nunit: {written}\nvalues: 1").unit == symbol


def test_match_and_exclude_may_be_one_text() -> None:
    found = claim("match: snow depth\nexclude: forecast\nvalues: 1")
    assert (found.title, found.match, found.exclude) == ("snow depth", ("snow depth",), ("forecast",))


def test_words_that_yaml_would_turn_into_something_else_stay_words() -> None:
    found = claim("title: no\nmatch: [on, 16:45, 010]\nkind: name\nvalues: [yes]")
    assert (found.title, found.match, found.values[0].name) == ("no", ("on", "16:45", "010"), "yes")
