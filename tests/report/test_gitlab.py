"""GitLab's code quality report, against a schema written from its documentation."""

from __future__ import annotations

from typing import Any

from factcheck.model import Report
from factcheck.report.gitlab import to_gitlab
from tests.report.samples import HARBOUR, WHOLE, finding
from tests.report.schemas import valid


def issues(report: Report) -> Any:
    return valid("gitlab", to_gitlab(report))


def test_a_finding_is_an_issue() -> None:
    first, *others = issues(WHOLE)
    assert first == {
        "description": "ferry-passengers: says 412, registry 398 since 2025-03-02 (Harbour Board)",
        "check_name": "discrepancy",
        "fingerprint": first["fingerprint"],
        "severity": "major",
        "location": {"path": HARBOUR, "lines": {"begin": 12, "end": 12}},
    }
    assert [issue["severity"] for issue in others] == ["major", "minor", "info"]


def test_no_finding_is_an_empty_list() -> None:
    """GitLab compares it with the target branch's: an empty report says that all is mended."""
    assert to_gitlab(Report()) == "[]\n"


def test_no_two_issues_share_a_fingerprint() -> None:
    """GitLab shows only the first of those that do."""
    marks = [issue["fingerprint"] for issue in issues(Report(findings=(finding(),) * 3))]
    assert len(set(marks)) == 3
