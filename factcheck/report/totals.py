"""The account that ends the reports for people: where to begin, what was found, what was checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from factcheck.model import Report
from factcheck.report.screen import STYLES, SYMBOLS, Row, say, styled, table
from factcheck.report.summary import account, notes, plural, tally, verdict
from factcheck.show.order import SEVERITIES, Flagged, figures

_SEVERITY_NAMES = tuple(f"{SYMBOLS[severity]} {severity}" for severity in SEVERITIES)
_MOST = 12  # articles that are listed


def show_summary(report: Report, out: Console, code: int | None) -> None:
    """Print the account that ends the report: the articles with what is to be mended in each, the findings by
    rule, what was checked, what was not."""
    _contents(report, out)
    rows = [
        (styled(rule), *(Text(f"{row[severity] or '-':>8}") for severity in SEVERITIES))
        for rule, row in tally(report.findings).items()
    ]
    if rows:
        table(out, ("rule", *_SEVERITY_NAMES), rows)
        out.line()
    say(out, Text(account(report)))
    for note in notes(report):
        say(out, Text(note))
    say(out, Text(verdict(report, code), f"bold {_mood(report)}"))


def _contents(report: Report, out: Console) -> None:
    """A line for each of the first articles with findings, where there are several: its figures by their
    gravest flag."""
    found: dict[str, list[Flagged]] = defaultdict(list)
    for figure in figures(report.findings):
        found[figure.first.path].append(figure)
    paths = [article.path for article in report.articles if article.path in found]
    if len(paths) < 2:
        return
    rows = [_counted(path, found[path]) for path in paths[:_MOST]]
    table(out, ("figures to look at", *_SEVERITY_NAMES), rows)
    if len(paths) > _MOST:
        say(out, Text(f"and {plural(len(paths) - _MOST, 'more article')}", "dim"))
    out.line()


def _counted(path: str, flagged: Sequence[Flagged]) -> Row:
    count = Counter(figure.first.severity for figure in flagged)
    return styled(path), *(Text(f"{count[severity] or '-':>8}") for severity in SEVERITIES)


def _mood(report: Report) -> str:
    severities = {finding.severity for finding in report.findings}
    if report.errors:
        return STYLES["error"]
    return next((STYLES[severity] for severity in SEVERITIES if severity in severities), STYLES["supported"])
