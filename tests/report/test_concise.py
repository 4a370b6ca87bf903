"""One finding a line."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report.concise import closing, concise
from tests.report.samples import SAMPLE, finding


def test_a_finding_is_a_line() -> None:
    report = Report(
        findings=(finding(path="a.md", line=3, column=7, claim="crowd", message="says 9, registry 8"),)
    )
    assert concise(report) == "a.md:3:7: error discrepancy crowd: says 9, registry 8\n"


def test_quiet_keeps_the_errors() -> None:
    assert [line.split(" ")[1] for line in concise(SAMPLE, quiet=True).splitlines()] == ["error", "error"]


def test_no_finding_is_no_line() -> None:
    assert concise(Report()) == ""


def test_the_closing_says_what_was_not_checked() -> None:
    assert closing(SAMPLE, 1) == (
        "31 figures and 4 dates read, 12 matched to 7 claims, 19 about nothing in the registry, "
        "2 in page furniture left aside; 2 errors, 1 warning, 1 info in 4 articles · exit 1"
    )
