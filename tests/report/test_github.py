"""Annotations, read back by an independent reader of workflow commands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Report, Severity
from factcheck.report.github import MOST, to_commands
from tests.report.commands import Command, obeyed
from tests.report.samples import HARBOUR, SAMPLE, finding


def test_a_finding_is_an_annotation_at_its_place() -> None:
    assert obeyed(to_commands(SAMPLE))[0] == Command(
        "error",
        {
            "file": HARBOUR,
            "line": "12",
            "endLine": "12",
            "col": "104",
            "endColumn": "107",
            "title": "discrepancy: ferry-passengers",
        },
        "says 412, registry 398 since 2025-03-02 (Harbour Board)",
    )


def test_the_gravest_come_first_and_each_is_a_line() -> None:
    report = replace(SAMPLE, findings=SAMPLE.findings[::-1], errors=("b.md: not UTF-8",))
    text = to_commands(report)
    assert [command.name for command in obeyed(text)] == ["error", "error", "error", "warning", "notice"]
    assert text.count("\n") == 5
    assert obeyed(text)[0] == Command("error", {"title": "factcheck"}, "b.md: not UTF-8")


def test_a_finding_about_no_claim_is_titled_by_its_rule() -> None:
    (command,) = obeyed(to_commands(Report(findings=(finding(rule="ignore", claim=""),))))
    assert command.properties["title"] == "ignore"


def test_no_columns_over_several_lines() -> None:
    """The runner refuses an annotation with columns whose lines differ."""
    (command,) = obeyed(to_commands(Report(findings=(replace(finding(), end_line=13),))))
    assert "col" not in command.properties
    assert command.properties["endLine"] == "13"


@pytest.mark.parametrize(
    "text",
    ["50 %, or 100 %25", "a: b, c; d=e", "::error::x", "x\n::error::y", "100%0A::error::y", "##[error]x"],
)
def test_what_is_escaped_comes_back(text: str) -> None:
    spoilt = finding(path=text, claim=text, message=text)
    (command,) = obeyed(to_commands(Report(findings=(spoilt,))))
    shown = text.replace("\n", " ").replace(" ::", " \\x3a:").replace("##", "\\x23#")
    shown = "\\x3a:error::x" if text == "::error::x" else shown
    assert (command.message, command.properties["file"]) == (shown, shown)
    assert command.properties["title"] == f"discrepancy: {shown}"


@pytest.mark.parametrize(
    ("errors", "warnings", "notices", "shown", "left"),
    [
        (MOST, MOST, MOST, (10, 10, 10), None),
        (11, 0, 0, (10, 0, 1), "1 more finding without"),
        (12, 3, 10, (10, 3, 10), "3 more findings without"),
        (0, 0, 11, (0, 0, 10), "2 more findings without"),
        (0, 0, 0, (0, 0, 0), None),
    ],
)
def test_at_most_what_github_shows_and_the_rest_is_counted(
    errors: int, warnings: int, notices: int, shown: tuple[int, int, int], left: str | None
) -> None:
    numbers: dict[Severity, int] = {"error": errors, "warning": warnings, "info": notices}
    findings = [
        finding(severity=severity, line=line)
        for severity, number in numbers.items()
        for line in range(1, number + 1)
    ]
    commands = obeyed(to_commands(Report(findings=tuple(findings))))
    names = [command.name for command in commands]
    assert tuple(map(names.count, ("error", "warning", "notice"))) == shown
    told = [command.message for command in commands if "without an annotation" in command.message]
    assert bool(told) == bool(left)
    assert not left or (told == [commands[-1].message] and told[0].startswith(left))
