"""What a scan came to in numbers, which is all that is kept of one whose findings are told as they come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields
from operator import add, attrgetter
from pathlib import Path
from typing import Any

from factcheck.model import Counts, Gap, Report, Severity
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

    def _counters(self) -> tuple[Counter[Any], ...]:
        return self.severities, self.suppressed, self.unchecked, self.unread

    def add(self, other: Totals) -> None:
        """Add the numbers of other articles."""
        self.articles += other.articles
        self.folders |= other.folders
        self.has_text = self.has_text or other.has_text
        self.counts = _sum(self.counts, other.counts)
        for mine, its in zip(self._counters(), other._counters(), strict=True):
            if its:
                mine.update(its)
        self.to_look_at += other.to_look_at
        self.errors += other.errors
        self.excluded += other.excluded
        self.unchanged += other.unchanged
        self.stale += other.stale
        self.day = max(self.day, other.day)
        self.registry = other.registry


def totals(report: Report | Totals) -> Totals:
    """The numbers of a report; of one of which no more is kept, itself."""
    if isinstance(report, Totals):
        return report
    return Totals(
        articles=len(report.articles),
        folders={str(Path(article.path).parent) for article in report.articles},
        has_text=any(article.sentences for article in report.articles),
        counts=report.counts,
        severities=Counter(finding.severity for finding in report.findings),
        to_look_at=len(figures(report.findings)),
        errors=[*report.errors],
        excluded=report.excluded,
        suppressed=Counter(row.suppression.by for row in report.suppressed if row.suppression),
        unchanged=report.unchanged,
        stale=sum(known.count for known in report.stale),
        unchecked=Counter(row.kind for row in report.unchecked),
        unread=Counter(ending(row.path) for row in report.unchecked if row.kind == "no-reader"),
        day=max((article.day for article in report.articles if article.date is None), default=""),
        registry=report.registry,
    )


def _sum(one: Counts, other: Counts) -> Counts:
    return Counts(*map(add, _NUMBERS(one), _NUMBERS(other)))


_NUMBERS = attrgetter(*(row.name for row in fields(Counts)))
