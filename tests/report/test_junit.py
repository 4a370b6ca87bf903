"""JUnit XML, read by junitparser as a CI server would."""

from __future__ import annotations

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from factcheck.model import Report
from factcheck.report.junit import to_junit
from tests.report.samples import FINAL, HARBOUR, SAMPLE, VACCINE, WEATHER, WHOLE, finding


def suites(report: Report) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(to_junit(report).encode())}


def cases(report: Report, name: str) -> list[TestCase]:
    return list(suites(report)[name])


def outcome(case: TestCase) -> type:
    return type(case.result[0]) if case.result else type(None)


def test_an_article_is_a_suite() -> None:
    assert list(suites(SAMPLE)) == [FINAL, HARBOUR, VACCINE, WEATHER]
    assert [suite.failures for suite in suites(SAMPLE).values()] == [0, 3, 1, 0]


def test_the_counts_hold() -> None:
    xml = JUnitXml.fromstring(to_junit(WHOLE).encode())
    told = (xml.tests, xml.failures, xml.errors, xml.skipped)
    xml.update_statistics()  # type: ignore[no-untyped-call]
    assert told == (xml.tests, xml.failures, xml.errors, xml.skipped) == (9, 4, 1, 2)


def test_a_finding_is_a_test_that_failed() -> None:
    case = cases(SAMPLE, HARBOUR)[0]
    assert (case.name, case.classname) == ("discrepancy: ferry-passengers", HARBOUR)
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == (
        "error",
        "says 412, registry 398 since 2025-03-02 (Harbour Board)",
    )
    assert failure.text.startswith(f"{HARBOUR}:12:104: error says 412")


def test_an_article_without_findings_is_a_test_that_passed() -> None:
    (case,) = cases(SAMPLE, WEATHER)
    assert (case.name, case.is_passed) == ("no findings", True)


def test_a_suppressed_finding_is_skipped_with_its_reason() -> None:
    skipped = [case for case in cases(WHOLE, HARBOUR) if outcome(case) is Skipped]
    assert [case.result[0].message for case in skipped] == ["the manifest is quoted", "in the baseline"]


def test_what_could_not_be_read_is_an_error() -> None:
    (case,) = cases(WHOLE, "factcheck")
    assert outcome(case) is Error
    assert case.result[0].message == WHOLE.errors[0]


def test_what_was_not_checked_stands_in_the_output() -> None:
    (told,) = suites(WHOLE)[FINAL]._elem.findall("system-out")
    assert told.text == f"{FINAL}:1: not checked (no-date): {SAMPLE.unchecked[0].reason}\n"
    (others,) = suites(WHOLE)["factcheck"]._elem.findall("system-out")
    assert [line.partition(": ")[0] for line in others.text.splitlines()] == [
        f"{row.path}:{row.line}" for row in WHOLE.unchecked if row.path != FINAL
    ]
    assert not suites(SAMPLE)[HARBOUR]._elem.findall("system-out")


def test_names_do_not_move_with_the_lines() -> None:
    names = [[case.name for case in cases(Report(findings=(finding(line=n), finding(line=n + 9))), HARBOUR)]
             for n in (1, 70)]  # fmt: skip
    assert names[0] == names[1] == ["discrepancy: ferry-passengers", "discrepancy: ferry-passengers (2)"]
