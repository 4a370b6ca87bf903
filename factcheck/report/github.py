"""Annotations in GitHub Actions, as workflow commands:
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.

A step may make ten annotations of each level; GitHub drops the others without a word. Here the gravest
come first, and a last notice counts what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.escape import visible
from factcheck.model import Finding, Report, Severity
from factcheck.report.summary import plural, told
from factcheck.show.order import SEVERITIES

MOST = 10
"""The annotations of one level that GitHub shows of a step."""
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def to_commands(report: Report) -> str:
    """The findings and what could not be read, one workflow command a line, the gravest first."""
    commands = {severity: list(_commands(report, severity)) for severity in SEVERITIES}
    if any(len(rows) > MOST for rows in commands.values()):
        commands = _cut(commands)
    return "".join(f"{command}\n" for rows in commands.values() for command in rows)


def _cut(commands: dict[Severity, list[str]]) -> dict[Severity, list[str]]:
    """As many commands as are shown, the notice that counts the rest among them."""
    kept = {severity: rows[: MOST - (severity == "info")] for severity, rows in commands.items()}
    left = sum(len(commands[severity]) - len(kept[severity]) for severity in SEVERITIES)
    message = (
        f"{plural(left, 'more finding')} without an annotation: GitHub shows {MOST} of each level a step"
    )
    kept["info"].append(_command("notice", {"title": "factcheck"}, message))
    return kept


def _commands(report: Report, severity: Severity) -> Iterator[str]:
    if severity == "error":
        yield from (_command("error", {"title": "factcheck"}, error) for error in report.errors)
    for finding in report.findings:
        if finding.severity == severity:
            yield _command(_LEVELS[severity], _properties(finding), finding.message)


def _properties(finding: Finding) -> dict[str, str | int]:
    place: dict[str, str | int] = {
        "file": finding.path,
        "line": finding.line,
        "endLine": finding.end_line,
    }
    if finding.line == finding.end_line:  # else the runner refuses columns
        place |= {"col": finding.column, "endColumn": finding.end_column}
    return place | {"title": told(finding.rule, finding.claim)}


def _command(level: str, properties: dict[str, str | int], message: str) -> str:
    pairs = ",".join(f"{key}={visible(str(value)).translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{level} {pairs}::{visible(message).translate(_DATA)}"
