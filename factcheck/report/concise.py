"""One finding a line, for editors, logs and grep: `PATH:LINE:COL: error discrepancy troops: message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.escape import visible
from factcheck.model import Finding, Report
from factcheck.report.summary import account, notes, verdict
from factcheck.show.order import as_they_come
from factcheck.show.totals import Totals


def concise(report: Report, *, quiet: bool = False) -> str:
    """The findings, one a line, each line ended; `quiet` keeps the errors only."""
    return "".join(lines(as_they_come(report.findings), quiet=quiet))


def lines(findings: Iterable[Finding], *, quiet: bool = False) -> Iterator[str]:
    """A line for each of the findings; `quiet` keeps the errors only."""
    return (f"{_line(finding)}\n" for finding in findings if not quiet or finding.severity == "error")


def closing(report: Report | Totals, code: int) -> str:
    """The summary that goes to stderr, in one line."""
    return "; ".join((account(report), *notes(report), verdict(report, code)))


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    about = f" {finding.claim}" if finding.claim else ""
    return visible(f"{place}: {finding.severity} {finding.rule}{about}: {finding.message}")
