"""`--no-registry`: an article is held against itself alone, and that is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.check.rules import RULES, UNHELD, families
from tests.cli.conftest import Command

CHOIR = "The choir has 64 singers: 28 men and 46 women.\n"
RIGHT = "The choir has 74 singers: 28 men and 46 women.\n"
NOTHING = "nothing was held against a registry"


@pytest.fixture
def bare(folder: Path) -> Path:
    """A folder with one more article and no registry."""
    (folder / "claims.yaml").unlink()
    (folder / "choir.md").write_text(CHOIR, "utf-8")
    return folder


def test_what_does_not_add_up_is_told(bare: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("scan", "choir.md", "--no-registry")
    assert ended.out == (
        "choir.md:1:15: warning arithmetic: says 64, but 28 + 46 = 74: correct whichever is wrong\n"
    )
    assert NOTHING in ended.err
    assert ended.code == 0
    assert factcheck("scan", "choir.md", "--no-registry", "--fail-on", "warning").code == 1


@pytest.mark.parametrize(
    "style", ["table", "full", "concise", "json", "sarif", "junit", "markdown", "github"]
)
def test_every_format_says_that_nothing_was_held_against_one(
    bare: Path, factcheck: Command, style: str
) -> None:
    (bare / "choir.md").write_text(RIGHT, "utf-8")
    ended = factcheck("scan", "choir.md", "--no-registry", "--format", style)
    assert NOTHING in ended.out + ended.err
    assert ended.code == 0


def test_a_name_in_two_spellings_is_told_of_two_articles(bare: Path, factcheck: Command) -> None:
    (bare / "choir.md").write_text("The conductor, Marta Lindqvist, left.\n", "utf-8")
    (bare / "hall.md").write_text("Nobody knows why conductor Marta Lindquist left.\n", "utf-8")
    ended = factcheck("scan", "choir.md", "hall.md", "--no-registry")
    assert ended.out == (
        "hall.md:1:28: warning divergence: says “Marta Lindquist” here but “Marta Lindqvist” in choir.md:1: "
        "spell the name in one way\n"
    )
    factcheck("baseline", "write", "choir.md", "hall.md", "--no-registry")
    assert factcheck("scan", "choir.md", "hall.md", "--no-registry", "--fail-on", "info").code == 0


def test_json_says_so(bare: Path, factcheck: Command) -> None:  # noqa: ARG001
    report = json.loads(factcheck("scan", "choir.md", "--no-registry", "--format", "json").out)
    assert report["summary"]["registry"] is False
    (finding,) = report["findings"]
    assert (finding["rule"], finding["claim"], finding["expected"]) == ("arithmetic", "", "")
    assert [other["text"] for other in finding["related"]] == ["28", "46"]


def test_a_lost_registry_lets_nothing_pass(bare: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("scan", "choir.md")
    assert ended.code == 2
    assert "no claims.yaml here" in ended.err
    assert "--no-registry" in ended.err
    assert "--no-registry" not in factcheck("claim", "--check").err


def test_one_cannot_have_both(bare: Path, factcheck: Command) -> None:  # noqa: ARG001
    ended = factcheck("scan", "choir.md", "--no-registry", "--claims", "claims.yaml")
    assert ended.code == 2
    assert "exclude each other" in ended.err


def test_with_a_registry_the_rule_runs_too(folder: Path, factcheck: Command) -> None:
    (folder / "articles" / "choir.md").write_text(CHOIR, "utf-8")
    ended = factcheck("scan", "articles/choir.md")
    assert " warning arithmetic: says 64" in ended.out
    assert NOTHING not in ended.err


def test_a_finding_without_a_claim_is_baselined(bare: Path, factcheck: Command) -> None:
    assert factcheck("baseline", "write", "choir.md", "--no-registry").code == 0
    ended = factcheck("scan", "choir.md", "--no-registry", "--fail-on", "info")
    assert (ended.code, ended.out) == (0, "")
    assert "1 in the baseline" in ended.err
    (bare / "choir.md").write_text(CHOIR.replace("46", "47"), "utf-8")
    assert factcheck("scan", "choir.md", "--no-registry", "--fail-on", "info").code == 1


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("ignore[arithmetic] the choir counts itself so", ""),
        ("ignore[discrepancy, claim=troops] of another scan", "arithmetic"),
        ("ignore[discrepancy, arithmetic] both", ""),
        ("ignore[arithmetic]", "arithmetic ignore"),
    ],
)
def test_a_comment_lets_it_pass(bare: Path, factcheck: Command, comment: str, told: str) -> None:
    (bare / "choir.md").write_text(f"<!-- factcheck: {comment} -->\n{CHOIR}", "utf-8")
    ended = factcheck("scan", "choir.md", "--no-registry")
    assert sorted(line.split(": ")[1].split()[1] for line in ended.out.splitlines()) == told.split()


def test_a_comment_that_lets_nothing_pass_is_told(bare: Path, factcheck: Command) -> None:
    (bare / "choir.md").write_text(f"<!-- factcheck: ignore[arithmetic] why -->\n{RIGHT}", "utf-8")
    assert "ignores nothing" in factcheck("scan", "choir.md", "--no-registry").out


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("--select", "contradictions"), 1),
        (("--select", "discrepancies"), 0),
        (("--ignore", "contradictions"), 0),
        (("--ignore", "arithmetic"), 0),
        (("--ignore", "discrepancies,unsourced-claims"), 1),
        (("--select", "contradiction"), 0),
    ],
)
def test_families_are_selected(bare: Path, factcheck: Command, args: tuple[str, ...], code: int) -> None:  # noqa: ARG001
    assert factcheck("scan", "choir.md", "--no-registry", "--fail-on", "info", *args).code == code


def test_families_are_of_rules_that_there_are() -> None:
    names = {rule.NAME for rule in RULES}
    assert names > UNHELD
    assert names.isdisjoint(families())
    assert {rule for rules in families().values() for rule in rules} < names
