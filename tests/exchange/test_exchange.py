"""There and back again: what a registry says in another format is what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import ValidationError

from factcheck.exchange.claimreview import RATINGS, without_page
from factcheck.exchange.read import Incoming, Refused, reviews_of, table_of
from factcheck.exchange.take import take
from factcheck.exchange.write import FORMATS
from factcheck.model import Claim, Registry
from factcheck.registry.load import load_registry, parse_registry
from tests.report.schemas import valid
from tests.shell import ROOT

REGISTRY = """\
lang: en
sources:
  board: {name: Harbour Board, aliases: [the board, HB], url: https://example.org/board}
  friend: {name: Lena Quist, private: true}
claims:
  barges:
    title: Barges in the harbour
    match: [barges moored, "barges | lighters"]
    exclude: [sunk]
    not: ["=The board has 41 barges."]
    context: [harbour]
    unit: barges
    tolerance: 5%
    competing: true
    values:
      - {value: "1,200", as_of: 2024-06, source: board}
      - {value: ">1.3k", as_of: 2025-01-02, until: 2025-06, source: {name: Union, url: "https://example.org/u"}}
      - {value: 90, source: friend}
    owner: harbour desk
    review: 2026-01
  tugs: {title: Tugs among the barges, part_of: barges, values: [7], ignore: [unsourced], reason: known}
  cold: {title: The coldest night, unit: "°C", values: [-12.5, "-2 °C"]}
  opened: "Opening of the lock: 1998-05"
  master:
    kind: name
    title: Harbour master
    values: [{value: Rosa Ferro, also: [R. Ferro, Rosa-Maria Ferro]}]
  leak:
    kind: statement
    title: The lock leaks
    match: [the lock leaks, water runs through the lock]
    rating: misleading
    values:
      - {source: board, url: "https://example.org/leak", as_of: 2025-02-01}
      - {source: The Gull, url: "https://gull.example.org/1"}
"""


def back(path: Path) -> tuple[list[Incoming], list[Refused]]:
    return reviews_of(str(path), RATINGS) if path.suffix == ".claimreview" else table_of(str(path))


def there(folder: Path, registry: Registry, style: str) -> Path:
    path = folder / f"out.{style}"
    path.write_bytes(FORMATS[style](registry))
    return path


@pytest.mark.parametrize("style", ["csv", "xlsx", "claimreview"])
@pytest.mark.parametrize(
    "text", [REGISTRY, (ROOT / "claims.yaml").read_text("utf-8")], ids=["ours", "sample"]
)
def test_into_itself_it_changes_nothing(tmp_path: Path, style: str, text: str) -> None:
    (tmp_path / "claims.yaml").write_text(text, "utf-8")
    registry = load_registry(tmp_path / "claims.yaml")
    found, refused = back(there(tmp_path, registry, style))
    taken = take(registry, registry.path, found)
    assert found
    assert (refused, taken.refused, taken.edits) == ([], (), ())


def unmasked(registry: Registry) -> list[Claim]:
    """The claims of a registry, wherever they stand."""
    return list(registry.claims)


@pytest.mark.parametrize("style", ["csv", "xlsx"])
def test_into_a_new_file_it_is_the_same(tmp_path: Path, style: str) -> None:
    text = REGISTRY.replace(", private: true", "").replace("lang: en\n", "")
    registry = parse_registry(text.replace('"1,200"', "1200"), "claims.yaml")
    found, refused = back(there(tmp_path, registry, style))
    taken = take(None, str(tmp_path / "new.yaml"), found)
    [edit] = taken.edits
    assert (refused, taken.refused, taken.claims, taken.values) == ([], (), 6, 10)
    assert unmasked(parse_registry(edit.after, "new.yaml")) == unmasked(registry)


def test_json_is_a_registry(tmp_path: Path) -> None:
    registry = parse_registry(REGISTRY.replace(", private: true", ""), "claims.yaml")
    assert unmasked(load_registry(there(tmp_path, registry, "json"))) == unmasked(registry)


@pytest.mark.parametrize("style", FORMATS)
def test_a_private_source_is_masked(style: str) -> None:
    told = FORMATS[style](parse_registry(REGISTRY, "claims.yaml"))
    assert b"Quist" not in told


WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" |\\'\"=+-@,;:#&*"),
    min_size=1,
    max_size=30,
)
SAID = WORDS.map(lambda text: " ".join(text.split())).filter(bool)


@settings(max_examples=60)
@given(
    title=SAID,
    phrases=st.lists(SAID, max_size=3, unique=True),
    source=SAID,
    number=st.integers(-(10**9), 10**9),
)
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, title: str, phrases: list[str], source: str, number: int
) -> None:
    value = {"value": str(number), "source": {"name": source}}
    document = {"claims": {"a": {"title": title, "match": phrases or [title], "values": [value]}}}
    try:
        registry = parse_registry(json.dumps(document), "claims.yaml")
    except Exception:  # what no registry can say
        return
    folder = tmp_path_factory.mktemp("any")
    for style in ("csv", "xlsx"):
        found, refused = back(there(folder, registry, style))
        taken = take(None, "new.yaml", found)
        assert (refused, taken.refused) == ([], ())
        assert unmasked(parse_registry(taken.edits[0].after, "new.yaml")) == unmasked(registry)


def test_reviews_have_the_shape_that_search_engines_ask_for() -> None:
    [review] = valid("claimreview", FORMATS["claimreview"](parse_registry(REGISTRY, "claims.yaml")).decode())
    assert (review["url"], review["datePublished"], review["author"]["name"]) == (
        "https://example.org/leak", "2025-02-01", "Harbour Board",
    )  # fmt: skip
    assert review["itemReviewed"]["appearance"][0]["publisher"]["name"] == "The Gull"


@pytest.mark.parametrize("rating", ["true", "false", "misleading", "unproven"])
def test_a_review_lacks_its_page_where_the_claim_has_none(rating: str) -> None:
    text = REGISTRY.replace("rating: misleading", f"rating: {rating}")
    registry = parse_registry(text.replace(', url: "https://example.org/leak"', ""), "claims.yaml")
    assert without_page(registry) == ["leak"]
    assert without_page(parse_registry(text, "claims.yaml")) == []
    with pytest.raises(ValidationError, match="'url' is a required property"):
        valid("claimreview", FORMATS["claimreview"](registry).decode())


def sheet_saved(folder: Path, days: tuple[str, str, str]) -> tuple[list[str], list[str]]:
    """The days that a table of three rows comes to, and why not, as Excel saves it in much of Europe."""
    rows = ("a;Sheep;;27 400;{}", "b;Cows;;1 200;{}", "c;Opening of the dam;date;{};")
    told = "\r\n".join(row.format(day) for row, day in zip(rows, days, strict=True))
    path = folder / "figures.csv"
    path.write_bytes(f"\ufeffsep=;\r\nid;title;kind;value;as_of\r\n{told}\r\n".encode())
    found, refused = back(path)
    values = [dict(value) for claim in found for _, value in claim.values]
    return [str(value.get("as_of") or value["value"]) for value in values], [row.why for row in refused]


@pytest.mark.parametrize(
    ("days", "taken"),
    [
        (("2025-05-01", "2024-12-31", "2024-05-03"), ["2025-05-01", "2024-12-31", "2024-05-03"]),
        (("01/05/2025", "31/12/2024", "03/05/2024"), ["2025-05-01", "2024-12-31", "2024-05-03"]),
        (("05/01/2025", "12/31/2024", "05/03/2024"), ["2025-05-01", "2024-12-31", "2024-05-03"]),
        (("1.5.2025", "11.12.2024", "3.5.2024"), ["2025-05-01", "2024-12-11", "2024-05-03"]),
        (("01/05/2025", "2024-12-31", "2024-05-03"), ["2024-12-31", "2024-05-03"]),
        (("31/12/2024", "12/31/2024", "2024-05-03"), ["2024-05-03"]),
        (("01/05/2025", "11/12/2024", "03/05/2024"), []),
    ],
)
def test_days_as_a_sheet_saves_them(tmp_path: Path, days: tuple[str, str, str], taken: list[str]) -> None:
    found, refused = sheet_saved(tmp_path, days)
    assert found == taken
    assert len(refused) == 3 - len(taken)
    assert all("no row tells the day from the month" in why for why in refused)
