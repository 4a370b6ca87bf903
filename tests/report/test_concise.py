"""One finding a line."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Known, Report, Suppression
from factcheck.report.concise import closing, concise
from tests.report.samples import SAMPLE, WHOLE, finding

SUPPRESSED = tuple(
    replace(finding(), suppression=Suppression(by)) for by in ("inline", "baseline", "registry")
)


def test_a_finding_is_a_line() -> None:
    report = Report(
        findings=(finding(path="a.md", line=3, column=7, claim="crowd", message="says 9, registry 8"),)
    )
    assert concise(report) == "a.md:3:7: error discrepancy crowd: says 9, registry 8\n"


def test_a_finding_about_no_claim_names_none() -> None:
    report = Report(findings=(finding(rule="ignore", path="a.md", line=3, column=7, claim="", message="no"),))
    assert concise(report) == "a.md:3:7: error ignore: no\n"


def test_quiet_keeps_the_errors() -> None:
    assert [line.split(" ")[1] for line in concise(SAMPLE, quiet=True).splitlines()] == ["error", "error"]


def test_no_finding_is_no_line() -> None:
    assert concise(Report()) == ""


def test_the_closing_says_what_was_not_checked() -> None:
    stale = (Known("a.md", "crowd", "outdated", "It drew 9.", count=2),)
    told = replace(
        WHOLE, errors=(), suppressed=SUPPRESSED, unchanged=1204, stale=stale, excluded=("a.md", "b/", "c.md")
    )
    account, *withheld, verdict = closing(told, 1).split("; ")
    assert withheld == [
        "3 suppressed: 1 by comments, 1 by the registry, 1 in the baseline",
        "1,204 in unchanged sentences",
        "2 of the baseline no longer found (factcheck baseline prune)",
        "2 files and 1 folder excluded",
        "2 .html and 1 .docx not read",
        "1 linked folder not followed",
        "1 article without a date, judged as of today 2025-06-15",
    ]
    assert f"{account}; {verdict}" == (
        "31 figures and 4 dates read, 12 matched to 7 claims, 19 about nothing in the registry, "
        "2 in page furniture left aside; 4 figures to look at, 4 findings "
        "(2 errors, 1 warning, 1 info) in 4 articles · exit 1"
    )
