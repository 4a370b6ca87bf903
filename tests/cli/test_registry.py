"""`factcheck registry`: what an edit prints, what it refuses, and what stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.registry.load import load_registry
from tests.cli.conftest import REGISTRY, Command

VALUE = "      - {value: 62k, as_of: 2025-05-17, source: league}"


def test_a_value_is_written_and_shown(factcheck: Command, folder: Path) -> None:
    ended = factcheck("registry", "value", "crowd", "62k", "--as-of", "2025-05-17", "--source", "league")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == f"claims.yaml:11: + {VALUE.strip()}\n"
    text = (folder / "claims.yaml").read_text("utf-8")
    assert text.replace(f"{VALUE}\n", "") == REGISTRY


def test_a_dry_run_prints_the_diff_and_writes_nothing(factcheck: Command, folder: Path) -> None:
    ended = factcheck("registry", "value", "capacity", "63k", "--note", "the new stand", "--dry-run")
    assert ended.code == 0
    assert [line for line in ended.out.splitlines() if line[0] in "+-"] == [
        "--- claims.yaml",
        "+++ claims.yaml",
        '-  capacity: "Seats of the new stadium: 62k"',
        '+  capacity: "Seats of the new stadium: 62k / 63k"  # the new stand',
    ]
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


def test_a_claim_is_added_renamed_and_retired(factcheck: Command, folder: Path) -> None:
    added = factcheck("registry", "add", "goals", "--title", "Goals of the season", "--match", "goals scored",
                      "--exclude-word", "own goals", "--unit", "goals", "--value", "1,024",
                      "--as-of", "2025")  # fmt: skip
    assert (added.code, added.err) == (0, "")
    claim = load_registry("claims.yaml").claims[-1]
    assert (claim.id, claim.match, claim.exclude, claim.counts) == (
        "goals", ("goals scored",), ("own goals",), "goals",
    )  # fmt: skip
    assert [(value.text, value.as_of) for value in claim.values] == [("1,024", "2025")]
    assert factcheck("registry", "rename", "goals", "season-goals").out.endswith("+ season-goals:\n")
    assert factcheck("registry", "retire", "season-goals").code == 0
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


ENDS = [
    ("crowd", "{value: 61k, as_of: 2024-05-18, source: league}",
     "{value: 61k, as_of: 2024-05-18, until: 2026-06, source: league}"),
    ("coach", "{value: Ana Petrović, source: league}",
     "{value: Ana Petrović, until: 2026-06, source: league}"),
    ("goals", "[3]", '[{value: 3, until: 2026-06}]'),
    ("shots", "- value: 3", "- value: 3\n        until: 2026-06"),
    ("both", "[{value: 1, as_of: 2025, source: A}, {value: 2, source: B}]",
     "[{value: 1, as_of: 2025, until: 2026-06, source: A}, {value: 2, until: 2026-06, source: B}]"),
]  # fmt: skip
MORE = """\
  goals: {title: Goals, values: [3]}
  shots:
    title: Shots
    values:
      - value: 3
  both:
    title: Cards
    competing: true
    values: [{value: 1, as_of: 2025, source: A}, {value: 2, source: B}]
  gone: {title: Fouls, values: [{value: 1, until: 2024}]}
  series: {title: Corners, series: {A: {2024: 1}}}
  text: {title: Saves, values: 3 / 4}
"""


@pytest.mark.parametrize(("key", "before", "after"), ENDS)
def test_a_claim_is_closed(factcheck: Command, folder: Path, key: str, before: str, after: str) -> None:
    (folder / "claims.yaml").write_text(REGISTRY + MORE, "utf-8")
    assert factcheck("registry", "retire", key, "--until", "2026-06").err == ""
    assert (folder / "claims.yaml").read_text("utf-8") == (REGISTRY + MORE).replace(before, after, 1)


@pytest.mark.parametrize(
    ("key", "until", "why"),
    [
        ("gone", "2026", "claims.yaml:26: `gone` holds no value that could end: all have ended"),
        ("series", "2026", "a value that is not in a list of `values` has no room for the day"),
        ("text", "2026", "claims.yaml:28:32: a value that is not in a list of `values` has no room"),
        ("capacity", "2026", "a value that is not in a list of `values` has no room"),
        ("crowd", "2023", "`until` 2023 is before `as_of` 2024-05-18"),
        ("crowd", "June", "no such date: `June`"),
        ("crowds", "2023", "no claim is called `crowds` (did you mean `crowd`?)"),
    ],
)
def test_what_cannot_be_closed_is_refused(
    factcheck: Command, folder: Path, key: str, until: str, why: str
) -> None:
    (folder / "claims.yaml").write_text(REGISTRY + MORE, "utf-8")
    ended = factcheck("registry", "retire", key, "--until", until)
    assert ended.code == 2
    assert why in ended.err
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY + MORE


def test_a_statement_and_a_name_are_added(factcheck: Command) -> None:
    assert not factcheck("registry", "add", "fixed", "--kind", "statement", "--title", "The final was fixed",
                         "--rating", "false", "--source", "league", "--after", "crowd").code  # fmt: skip
    assert not factcheck("registry", "value", "fixed", "--source", "The Desk").code
    assert not factcheck(
        "registry", "value", "coach", "Ann Lee", "--also", "Anne Lee", "--as-of", "2025"
    ).code
    crowd, fixed, *_, coach = load_registry("claims.yaml").claims
    assert (crowd.id, fixed.id, fixed.rating) == ("crowd", "fixed", "false")
    assert [value.source and value.source.name for value in fixed.values] == ["Football League", "The Desk"]
    assert (coach.values[-1].name, coach.values[-1].also) == ("Ann Lee", ("Anne Lee",))


REFUSED = [
    (("value", "crowds", "3"), "claims.yaml: no claim is called `crowds` (did you mean `crowd`?)"),
    (("value", "crowd", "many"), "claims.yaml:11:17: cannot read the value `many`"),
    (("value", "crowd", "3", "--as-of", "May"), "no such date: `May`"),
    (("value", "crowd", "3", "--source", "leagu"), "unknown source `leagu` (did you mean `league`?)"),
    (("value", "capacity", "3", "--source", "league"), "no room for a value's date and source"),
    (("value", "crowd"), "a value needs a `value`"),
    (("add", "crowd", "--title", "T", "--value", "3"), "duplicate key `crowd`"),
    (("add", "it", "--value", "3"), "nothing to match `it` by"),
    (("add", "it", "--title", "T"), "no `values`"),
    (("add", "it", "--title", "T", "--value", "3", "--after", "them"), "no claim is called `them`"),
    (("rename", "crowd", "capacity"), "duplicate key `capacity`"),
    (("rename", "crowd", " "), "a claim needs an id"),
    (("retire", "crowds"), "no claim is called `crowds`"),
]


@pytest.mark.parametrize(("args", "why"), REFUSED)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_what_would_be_wrong_is_refused(
    factcheck: Command, folder: Path, args: tuple[str, ...], why: str, dry: tuple[str, ...]
) -> None:
    ended = factcheck("registry", *args, *dry)
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


def test_where_there_is_no_registry(factcheck: Command, folder: Path) -> None:
    (folder / "claims.yaml").unlink()
    assert "no claims.yaml here" in factcheck("registry", "retire", "crowd").err
    assert "no such file" in factcheck("registry", "retire", "crowd", "--claims", "x.yaml").err


def test_the_settings_name_the_registry(factcheck: Command, folder: Path) -> None:
    (folder / "claims.yaml").rename(folder / "facts.yaml")
    (folder / "factcheck.toml").write_text('claims = "facts.yaml"\n')
    assert factcheck("registry", "value", "capacity", "63k").out.startswith("facts.yaml:11: - ")


@pytest.mark.parametrize("note", ["why\nnot", "why # so", "\x1b[31mred", "x: y"])
def test_a_note_cannot_break_out_of_its_comment(factcheck: Command, note: str) -> None:
    ended = factcheck("registry", "value", "crowd", "3", "--note", note)
    assert "\x1b" not in ended.out + ended.err
    assert len(load_registry("claims.yaml").claims) == 3


ARTICLE = """\
# Final

<!-- factcheck: ignore[unsourced, claim=crowd] known -->

The final drew 50,000 spectators.
"""


def test_an_id_changes_wherever_it_stands(factcheck: Command, folder: Path) -> None:
    settings = '# ours\npaths = ["articles"]\n\n[claim-severity]\ncrowd = "info"  # for now\ncoach = "off"\n'
    (folder / "factcheck.toml").write_text(settings)
    article = folder / "articles" / "final.md"
    article.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert not factcheck("baseline", "write").code
    baseline = (folder / ".factcheck-baseline.json").read_text()
    assert '"claim": "crowd"' in baseline
    dry = factcheck("registry", "rename", "crowd", "final-crowd", "--dry-run")
    assert (dry.code, dry.out.count("+++ ")) == (0, 4)
    assert not factcheck("registry", "rename", "crowd", "final-crowd").code
    assert (folder / "factcheck.toml").read_text() == settings.replace("crowd", "final-crowd")
    assert article.read_bytes() == ARTICLE.replace("crowd", "final-crowd").replace("\n", "\r\n").encode()
    assert (folder / ".factcheck-baseline.json").read_text() == baseline.replace(
        '"claim": "crowd"', '"claim": "final-crowd"'
    )
    assert not factcheck("scan", "--fail-on", "info").code


SETTINGS = [
    ("factcheck.toml", '[claim-severity]\n"crowd" = "info"\n', '[claim-severity]\nnew = "info"\n'),
    ("factcheck.toml", 'claim-severity.crowd = "info"\n', 'claim-severity.new = "info"\n'),
    (
        "pyproject.toml",
        '[project]\nname = "crowd"\n[tool.factcheck.claim-severity]\ncrowd = "info"\n',
        '[project]\nname = "crowd"\n[tool.factcheck.claim-severity]\nnew = "info"\n',
    ),
]


@pytest.mark.parametrize(("name", "before", "after"), SETTINGS)
def test_settings_name_it_in_many_ways(
    factcheck: Command, folder: Path, name: str, before: str, after: str
) -> None:
    (folder / name).write_text(before)
    assert factcheck("registry", "rename", "crowd", "new").err == ""
    assert (folder / name).read_text() == after


def test_where_it_cannot_be_changed_is_told(factcheck: Command, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('\nclaim-severity = {crowd = "info"}\n')
    (folder / "articles" / "final.md").write_text(
        "<!-- factcheck: ignore[unsourced,\n> claim=crowd] why -->\nA\n"
    )
    ended = factcheck("registry", "rename", "crowd", "new", "articles/")
    assert ended.code == 0
    assert ended.err == "factcheck.toml:2: still names `crowd`: mend it by hand\n"
    assert "claim=new" in (folder / "articles" / "final.md").read_text()


def test_a_claim_that_settings_name_is_retired_with_a_word(factcheck: Command, folder: Path) -> None:
    (folder / "factcheck.toml").write_text('[claim-severity]\ncrowd = "info"\n')
    assert factcheck("registry", "retire", "crowd").err == (
        "factcheck.toml:2: still names `crowd`: take it out there, too\n"
    )


def test_an_article_that_cannot_be_read_keeps_the_old_id_everywhere(factcheck: Command, folder: Path) -> None:
    ended = factcheck("registry", "rename", "crowd", "new", "articles/", "missing.md")
    assert (ended.code, ended.out) == (2, "")
    assert "missing.md: no such file" in ended.err
    assert (folder / "claims.yaml").read_text("utf-8") == REGISTRY


def test_a_tables_claim_tells_its_row_and_is_not_edited(factcheck: Command, folder: Path) -> None:
    table = (
        'tables: {gates: {from: gates.csv, id: "gate-{n}", title: "Height of gate {n}", value: "{m} m"}}\n'
    )
    (folder / "claims.yaml").write_text(table + REGISTRY, "utf-8")
    (folder / "gates.csv").write_text("n,m\nA,3\nB,4\n", "utf-8")
    assert "place    gates.csv:3\n" in factcheck("claim", "gate-B").out
    for edit in (("value", "gate-B", "5"), ("retire", "gate-B"), ("rename", "gate-B", "b"),
                 ("add", "b", "--title", "T", "--value", "3", "--after", "gate-B")):  # fmt: skip
        ended = factcheck("registry", *edit)
        assert (ended.code, ended.out) == (2, "")
        assert "`gate-B` is a table's row: edit the CSV: gates.csv:3" in ended.err
    assert not factcheck("registry", "value", "capacity", "63k").code
