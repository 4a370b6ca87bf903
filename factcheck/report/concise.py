"""One finding a line, for editors, logs and grep: `PATH:LINE:COL: error discrepancy troops: message`."""

from __future__ import annotations

from factcheck.escape import visible
from factcheck.model import Finding, Report
from factcheck.report.summary import account, notes, verdict


def concise(report: Report, *, quiet: bool = False) -> str:
    """The findings in the report's order, one a line, each line ended; `quiet` keeps the errors only."""
    shown = (finding for finding in report.findings if not quiet or finding.severity == "error")
    return "".join(f"{_line(finding)}\n" for finding in shown)


def closing(report: Report, code: int) -> str:
    """The summary that goes to stderr, in one line."""
    return "; ".join((account(report), *notes(report), verdict(report, code)))


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    about = f" {finding.claim}" if finding.claim else ""
    return visible(f"{place}: {finding.severity} {finding.rule}{about}: {finding.message}")
