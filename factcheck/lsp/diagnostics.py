"""What is flagged in an article, as an editor's diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from factcheck.check.wording import held, value_text
from factcheck.escape import visible
from factcheck.lsp.check import Checked, Range
from factcheck.lsp.lines import Lines
from factcheck.lsp.pages import address
from factcheck.model import Claim, Finding, Severity

SOURCE = "factcheck"
SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
PLACED = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?: (?P<what>.*)", re.DOTALL)
"""A message that names its place."""


def of_article(checked: Checked) -> list[types.Diagnostic]:
    """What is flagged in an article; why it could not be read, where it could not."""
    claims = {claim.id: claim for claim in checked.room.registry.claims}
    found = [_flagged(one, checked, claims.get(one.claim)) for one in checked.report.findings]
    return [*(_unread(error, checked.document.lines) for error in checked.errors), *found]


def _flagged(finding: Finding, checked: Checked, claim: Claim | None) -> types.Diagnostic:
    page = address(finding.rule, checked.room.settings.cache)
    certainty = finding.mention.certainty if finding.mention else "sure"
    return types.Diagnostic(
        range=ranged(checked.range(finding)),
        message=visible(finding.message),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        related_information=list(_related(finding, checked, claim)),
        data={"rule": finding.rule, "claim": finding.claim, "certainty": certainty},
    )


def _related(
    finding: Finding, checked: Checked, claim: Claim | None
) -> Iterator[types.DiagnosticRelatedInformation]:
    """The other places that a finding is about, then the lines of the registry that it is held against."""
    lines, document = checked.document.lines, checked.document
    for other in finding.related:
        own = other.path == document.path
        uri = document.uri if own else Path(other.path).absolute().as_uri()
        at = lines.at(other.line, other.column) if own else (other.line - 1, other.column - 1)
        yield _place(uri, (at, at), other.text)
    if claim is not None:
        day = checked.report.articles[0].day if checked.report.articles else ""
        uri = Path(claim.path or checked.room.path).absolute().as_uri()
        for value in held(claim, day):
            at = max((value.line or claim.line) - 1, 0), 0
            yield _place(uri, (at, at), f"{claim.id}: {value_text(value)}")


def _place(uri: str, at: Range, what: str) -> types.DiagnosticRelatedInformation:
    return types.DiagnosticRelatedInformation(types.Location(uri, ranged(at)), visible(what))


def _unread(error: str, lines: Lines) -> types.Diagnostic:
    """Why a text could not be read, at its line where it tells one."""
    told = PLACED.fullmatch(error)
    line = int(told["line"]) if told else 1
    what = told["what"] if told else error
    return problem(lines, line, 0, what)


def problem(
    lines: Lines, line: int, column: int, what: str, severity: Severity = "error", code: str = ""
) -> types.Diagnostic:
    """A problem at a line (from 1), from a column (from 1; 0: where its text begins) to the line's end."""
    line = min(max(line, 1), len(lines.spans))
    start, end = lines.spans[line - 1]
    text = lines.text[start:end]
    first = column if column else len(text) - len(text.lstrip()) + 1
    at = lines.at(line, first), lines.at(line, len(text.rstrip()) + 1)
    return types.Diagnostic(
        range=ranged((at[0], max(at))),
        message=visible(what),
        severity=SEVERITIES[severity],
        code=code or None,
        source=SOURCE,
    )


def ranged(at: Range) -> types.Range:
    """Two positions as the protocol's range."""
    return types.Range(types.Position(*at[0]), types.Position(*at[1]))


def placed(lines: Iterable[str]) -> Iterator[tuple[str, int, int, str]]:
    """Messages with the file, line and column (0: none) that they name; those that name none are left out."""
    for line in lines:
        if told := PLACED.fullmatch(line):
            yield told["path"], int(told["line"]), int(told["column"] or 0), told["what"]
