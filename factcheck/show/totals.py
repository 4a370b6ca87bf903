"""What a scan came to in numbers, which is all that is kept of one whose findings are told as they come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from pathlib import Path

from factcheck.model import Counts, Gap, Report, Severity, Unchecked
from factcheck.read.endings import ending
from factcheck.show.order import figures


@dataclass
class Totals:
    """The numbers of a report, added up article by article.

    `articles` are those that were read, `folders` where they are, `has_text` tells whether any of them has a
    sentence; `severities` are of the findings, `to_look_at` their figures; `suppressed` are counted by what
    suppresses them, `stale` the baseline's findings that are no more; `unchecked` is counted by kind, the
    `unread` of it by their ending; `day` is the last that counted as today for an article without a date."""

    articles: int = 0
    folders: set[str] = field(default_factory=set)
    has_text: bool = False
    counts: Counts = field(default_factory=Counts)
    severities: Counter[Severity] = field(default_factory=Counter)
    to_look_at: int = 0
    errors: list[str] = field(default_factory=list)
    excluded: tuple[str, ...] = ()
    suppressed: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    stale: int = 0
    unchecked: Counter[Gap] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    day: str = ""
    registry: bool = True

    @property
    def findings(self) -> int:
        """How many findings are shown."""
        return self.severities.total()

    def add(self, report: Report) -> None:
        """Add the numbers of a report on other articles."""
        self.articles += len(report.articles)
        self.folders |= {str(Path(article.path).parent) for article in report.articles}
        self.has_text = self.has_text or any(article.sentences for article in report.articles)
        self.counts = _sum(self.counts, report.counts)
        self.severities.update(finding.severity for finding in report.findings)
        self.to_look_at += len(figures(report.findings))
        self.errors += report.errors
        self.excluded += report.excluded
        self.suppressed.update(row.suppression.by for row in report.suppressed if row.suppression)
        self.unchanged += report.unchanged
        self.stale += sum(known.count for known in report.stale)
        self._add_unchecked(report.unchecked)
        undated = (article.day for article in report.articles if article.date is None)
        self.day = max((self.day, *undated))
        self.registry = self.registry and report.registry

    def _add_unchecked(self, rows: tuple[Unchecked, ...]) -> None:
        self.unchecked.update(row.kind for row in rows)
        self.unread.update(ending(row.path) for row in rows if row.kind == "no-reader")


def totals(report: Report | Totals) -> Totals:
    """The numbers of a report; of one of which no more is kept, itself."""
    if isinstance(report, Totals):
        return report
    found = Totals()
    found.add(report)
    return found


def _sum(one: Counts, other: Counts) -> Counts:
    return Counts(*(getattr(one, name) + getattr(other, name) for name in _COUNTS))


_COUNTS = tuple(row.name for row in fields(Counts))
