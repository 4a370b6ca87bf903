"""Ignores from the comment to the report: what is suppressed, with its reason, and what comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Report, Suppression
from factcheck.show.selection import Policy
from tests.newsroom import scanned

REGISTRY = """
    claims:
      goals: {title: Goals scored by Lina Marek this season, values: [{value: 31, source: the league}]}
"""
WRONG = "Lina Marek scored 13 goals this season, according to the league."
TODAY = Policy(today="2025-06-30")


def report(folder: Path, text: str, policy: Policy = TODAY, registry: str = REGISTRY) -> Report:
    return scanned(folder, registry, {"cup.md": text}, policy=policy)


def rules(found: Report) -> list[str]:
    return [finding.rule for finding in found.findings]


def test_what_is_ignored_is_kept_with_its_reason(tmp_path: Path) -> None:
    found = report(tmp_path, f"Rain.\n\n<!-- factcheck: ignore[discrepancy] the club's count -->\n{WRONG}\n")
    assert rules(found) == []
    [suppressed] = found.suppressed
    place = str(tmp_path / "cup.md")
    assert suppressed.suppression == Suppression("inline", "the club's count", place, 3)


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2025-06-30", []), ("2025-06-29", ["discrepancy", "ignore"]), ("2025-07-01", [])],
)
def test_the_last_day_is_one_on_which_it_holds(until: str, expected: list[str], tmp_path: Path) -> None:
    text = f"{WRONG} <!-- factcheck: ignore[discrepancy] until={until} the club's count -->\n"
    assert sorted(rules(report(tmp_path, text))) == expected


@pytest.mark.parametrize(("required", "expected"), [(True, ["discrepancy", "ignore"]), (False, [])])
def test_a_reason_is_required_unless_it_is_not(required: bool, expected: list[str], tmp_path: Path) -> None:
    text = f"{WRONG} <!-- factcheck: ignore[discrepancy] -->\n"
    policy = Policy(today="2025-06-30", require_reason=required)
    assert sorted(rules(report(tmp_path, text, policy))) == expected


def test_no_comment_hides_what_is_wrong_with_it(tmp_path: Path) -> None:
    text = "<!-- factcheck: ignore[ignore] peace --> <!-- factcheck: ignore[discrepancy] -->\nIt rained.\n"
    assert rules(report(tmp_path, text)) == ["ignore", "ignore"]


def test_a_claim_ignores_everywhere(tmp_path: Path) -> None:
    registry = REGISTRY.replace("}]}", "}], ignore: [discrepancy], reason: the league recounts}")
    found = report(tmp_path, WRONG, registry=registry)
    assert rules(found) == []
    assert found.suppressed[0].suppression == Suppression("registry", "the league recounts", line=3)
