"""`factcheck claim`: find a claim by anything close, and show it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.model import Value
from factcheck.registry.values import readings
from factcheck.report.claims import read_as
from factcheck.show.search import find
from tests.cli.conftest import Command, Returning
from tests.report.samples import COACH_CLAIM, CROWD_CLAIM, RUMOUR_CLAIM, SAMPLE

CLAIMS = (CROWD_CLAIM, COACH_CLAIM, RUMOUR_CLAIM)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("crowd", ["crowd"]),
        ("CROWD", ["crowd"]),
        ("coach", ["coach"]),
        ("spectators", ["crowd"]),
        ("spectatuers finale", ["crowd"]),
        ("spect", ["crowd"]),
        ("cup final", ["crowd"]),
        ("winner coach", ["coach"]),
        ("final", ["crowd", "rumour"]),
        ("glacier", []),
        ("spectacles", []),
        ("!!", []),
    ],
)
def test_a_query_finds(query: str, expected: list[str]) -> None:
    assert [claim.id for claim in find(query, CLAIMS)] == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("11k", "11,000"),
        ("9 million", "9,000,000"),
        ("1.375 million", "1,375,000"),
        ("10k-12k", "10,000 - 12,000"),
        (">20k", "20,000"),
        ("11.000", "11,000"),
        ("1,2", "1.2"),
        ("11,000", ""),  # written out
        ("11 000", ""),
        ("1'250", ""),
        ("-5", ""),
        ("8 %", ""),
        ("64.0%", ""),
        ("3-4 km", ""),
        ("~60", ""),
    ],
)
def test_the_number_that_was_read_is_shown_where_the_text_has_another(text: str, shown: str) -> None:
    (quantity,) = readings(text)
    assert read_as(Value(text, quantity)) == shown


def test_a_name_and_a_date_are_read_as_they_stand() -> None:
    assert [read_as(Value("Ann", name="Ann")), read_as(Value("2024", date="2024"))] == ["", ""]


def test_no_query_lists_all_claims(factcheck: Command) -> None:
    ended = factcheck("claim")
    assert ended.out.splitlines() == [
        "crowd: Spectators at the cup final: 48k / 61k",
        "capacity: Seats of the new stadium: 62k",
        "coach: Coach of the winners: Ana Petrović",
    ]


def test_the_list_is_a_table_where_one_is_asked_for(factcheck: Command) -> None:
    out = factcheck("claim", "--format", "table").out
    assert out.splitlines()[0].split() == ["id", "title", "kind", "values", "as", "of"]


def test_one_claim_is_a_page(factcheck: Command) -> None:
    out = factcheck("claim", "spectatuers").out
    for shown in (
        "Spectators at the cup final",
        "48k / 61k",
        "2024-05-18",
        "Football League",
        "61,000 ┤",
        "● Football League",
    ):
        assert shown in out


def test_what_does_not_hold_together_is_told(factcheck: Command) -> None:
    assert "▲" in factcheck("claim", "capacity").out, "its value has no source"
    assert "▲" not in factcheck("claim", "coach").out


def test_several_hits_are_listed(factcheck: Command) -> None:
    assert len(factcheck("claim", "of the").out.splitlines()) == 2


@pytest.mark.parametrize("style", ["table", "concise"])
def test_where_articles_use_it(factcheck: Command, returning: Returning, style: str) -> None:
    called = returning()
    ended = factcheck("claim", "crowd", "--articles", "articles", "--format", style)
    assert tuple(called["paths"]) == ("articles",)
    assert ended.code == 0
    assert "articles/final.txt:1" in ended.out
    assert "supported" in ended.out
    assert "ferry" not in ended.out


def test_the_articles_of_the_settings_are_looked_through_for_a_query_only(
    factcheck: Command, returning: Returning
) -> None:
    called = returning()
    Path("factcheck.toml").write_text('paths = ["articles"]\n')
    assert "articles/final.txt:1" in factcheck("claim", "crowd").out
    assert [Path(path).name for path in called.pop("paths")] == ["articles"]
    factcheck("claim", "crowd", "--articles", "elsewhere")
    assert called.pop("paths") == ("elsewhere",)
    factcheck("claim")
    factcheck("claim", "crowd", "--no-config")
    assert "paths" not in called


def test_articles_that_cannot_be_read_are_2(factcheck: Command, returning: Returning) -> None:
    returning(replace(SAMPLE, errors=("b.md: not UTF-8",)))
    ended = factcheck("claim", "crowd", "--articles", "articles")
    assert (ended.code, ended.err) == (2, "error: b.md: not UTF-8\n")


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("kg/hive", "kg/hive (not known: compared with itself only)"),
        ("TEU", "TEU (not known: compared with itself only)"),
        ("kg/ha", "kg/ha\n"),
        ("crates", "crates (no unit that is known: a plain count)"),
    ],
)
def test_a_unit_that_is_not_known_is_told(factcheck: Command, tmp_path: Path, unit: str, told: str) -> None:
    claims = tmp_path / "units.yaml"
    claims.write_text(f"claims: {{honey: {{title: Honey, unit: {unit}, values: 21}}}}")
    assert told in factcheck("claim", "honey", "--claims", str(claims)).out


def test_what_came_near_and_what_exclude_silenced_is_told(factcheck: Command, folder: Path) -> None:
    registry = (folder / "claims.yaml").read_text("utf-8")
    registry = registry.replace("    values:\n", "    exclude: [televised]\n    values:\n", 1)
    (folder / "claims.yaml").write_text(registry, "utf-8")
    text = "The cup final drew 61,000 spectators.\n\nThe televised cup final drew 9,000 spectators.\n"
    (folder / "articles" / "new.md").write_text(text)
    out = factcheck("claim", "crowd", "--articles", "articles/new.md").out
    assert "crowd: 1 mention in these articles" in out
    assert "crowd: near misses" not in out
    assert "crowd: silenced by its `exclude` (1)" in out
    assert "The televised cup final drew ▸9,000◂ spectators." in out


def test_the_history_is_shown(factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert factcheck("claim", "crowd", "--history").code == 2
    subprocess.run(["git", "init", "-q"], check=True)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "add", "claims.yaml"], check=True)
    subprocess.run(["git", *who, "commit", "-qm", "Count \x1b[31mthem"], check=True)
    page = factcheck("claim", "crowd", "--history")
    assert (page.code, page.err) == (0, "")
    assert "crowd: 2 steps to its values" in page.out
    assert factcheck("registry", "value", "capacity", "63k").code == 0
    lines = factcheck("claim", "capacity", "--history", "--format", "concise").out.splitlines()
    assert [line.partition(" + ")[2] for line in lines] == ["62k: Count \\x1b[31mthem", "63k"]
    assert lines[1] == "capacity: not committed + 63k"
    assert "--history is of one claim, and these are 3" in factcheck("claim", "--history").err


def test_a_claim_for_programs_and_as_a_page(factcheck: Command) -> None:
    [crowd] = json.loads(factcheck("claim", "crowd", "--format", "json").out)
    assert (crowd["id"], [value["value"] for value in crowd["values"]]) == ("crowd", ["48k", "61k"])
    assert len(json.loads(factcheck("claim", "--format", "json").out)) == 3
    page = factcheck("claim", "crowd", "--format", "html", "--articles", "articles").out
    assert page.startswith("<!doctype html>")
    assert page.count("<svg") == 2  # the chart, and its legend's line
    assert "final.md, line 1" in page
