"""Every rule flags what its page and its table of cases (tests/rules) say, and is silent on their twins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml

from factcheck.check.rules import FAMILIES, RULES, Rule
from factcheck.model import IGNORABLE, WEAKNESSES, Finding, Report
from factcheck.registry.schema import claims_schema
from factcheck.run.article import ScanOptions
from factcheck.show.selection import Policy
from tests.newsroom import DAY, scanned

TABLES = Path(__file__).parent.parent / "rules"
COMPANIONS = {
    "disputed": {"unsourced"},  # a bare figure
    "contradiction": {"discrepancy", "unsourced"},  # of two figures, one at least is wrong
    "divergence": {"discrepancy", "unsourced"},
}
"""The rules that flag the example of another by the nature of the thing."""
_SECTION = re.compile(r"^(Registry|Flagged|Silent):\n((?:    .*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """What is scanned, and where the rule is to flag it, as `line:text`, each once."""

    rule: str
    registry: str
    articles: tuple[str, ...]
    found: tuple[str, ...] | None = None
    language: str = "en"
    date: str = DAY
    mentioned: bool = True
    related: tuple[str, ...] = ()


def sections(page: str) -> dict[str, str]:
    """The examples of a rule's page: indented below `Registry:`, `Flagged:` and `Silent:`."""
    return {name: dedent(text).strip() for name, text in _SECTION.findall(page + "\n")}


def examples(text: str) -> Iterator[tuple[str, ...]]:
    """The examples of a section, parted by blank lines; `---` stands between the articles of one."""
    for example in re.split(r"\n\s*\n", text):
        yield tuple(example.split("\n---\n"))


def page_examples(heading: str) -> Iterator[Any]:
    for rule in RULES:
        parts = sections(rule.__doc__ or "")
        for number, articles in enumerate(examples(parts[heading]), 1):
            example = Example(rule.NAME, parts["Registry"], articles)
            yield pytest.param(example, id=f"{rule.NAME}-{number}")


def table(rule: str) -> list[dict[str, Any]]:
    """The cases of a rule's table; the base loader keeps every figure as it is written."""
    rows: list[dict[str, Any]] = yaml.load((TABLES / f"{rule}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return rows


def several(articles: str | Sequence[str]) -> tuple[str, ...]:
    return (articles,) if isinstance(articles, str) else tuple(articles)


def cases(side: str) -> Iterator[Any]:
    for rule in RULES:
        for row in table(rule.NAME):
            example = Example(
                rule.NAME,
                row["registry"],
                several(row[side]),
                tuple(row["found"]) if side == "flagged" else (),
                row["language"],
                row.get("date", DAY),
                side == "flagged" or row.get("mentioned") != "no",
                tuple(row.get("related", ())),
            )
            marks = [pytest.mark.xfail(reason=row[f"{side} missed"])] if f"{side} missed" in row else []
            yield pytest.param(example, id=f"{rule.NAME}: {row['it']}", marks=marks)


def run(example: Example, folder: Path, *select: str) -> Report:
    articles = {f"{number}.md": text for number, text in enumerate(example.articles, 1)}
    return scanned(
        folder,
        example.registry,
        articles,
        ScanOptions(example.date, example.language),
        Policy(select=select),
    )


def places(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(f"{finding.line}:{finding.text}" for finding in findings)


@pytest.mark.parametrize("example", list(page_examples("Flagged")))
def test_what_a_page_says_is_flagged(example: Example, tmp_path: Path) -> None:
    found = [finding.rule for finding in run(example, tmp_path).findings]
    assert found.count(example.rule) == 1
    assert set(found) - {example.rule} <= COMPANIONS.get(example.rule, set())


@pytest.mark.parametrize("example", list(page_examples("Silent")))
def test_what_a_page_says_is_silent(example: Example, tmp_path: Path) -> None:
    report = run(example, tmp_path)
    assert report.mentions, "it is about the claim, and right"
    assert example.rule not in [finding.rule for finding in report.findings]


@pytest.mark.parametrize("example", list(cases("flagged")))
def test_a_case_is_flagged(example: Example, tmp_path: Path) -> None:
    findings = run(example, tmp_path, example.rule).findings
    assert places(findings) == example.found
    if example.related:
        related = (f"{place.line}:{place.text}" for finding in findings for place in finding.related)
        assert tuple(related) == example.related


@pytest.mark.parametrize("example", list(cases("silent")))
def test_its_twin_is_not(example: Example, tmp_path: Path) -> None:
    report = run(example, tmp_path, example.rule)
    assert not report.findings
    assert bool(report.mentions) is example.mentioned


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_a_rule_has_a_page_and_a_table_in_two_languages(rule: Rule) -> None:
    page = rule.__doc__ or ""
    assert set(sections(page)) == {"Registry", "Flagged", "Silent"}
    assert page.index("\nWhy: ") < page.index("\nRegistry:\n") < page.index("\nWhat to do: ")
    assert len(table(rule.NAME)) >= 6
    assert {row["language"] for row in table(rule.NAME)} >= {"fr", "en"}


def test_all_rules_but_one_can_be_ignored() -> None:
    assert tuple(rule.NAME for rule in RULES if rule.NAME != "ignore") == IGNORABLE
    schema = claims_schema()["$defs"]["rule"]
    assert tuple(schema["enum"]) == (*IGNORABLE, *WEAKNESSES)


def test_every_table_and_every_family_is_of_rules_that_there_are() -> None:
    names = {rule.NAME for rule in RULES}
    assert {path.stem for path in TABLES.glob("*.yaml")} == names
    assert {name for family in FAMILIES.values() for name in family} == names
