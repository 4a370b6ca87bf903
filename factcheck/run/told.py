"""What is told of one article while a scan goes on, and what is kept of it until all are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from os import getcwd
from typing import Any

from factcheck.check.spellings import suspects_in, untold
from factcheck.codec import built, digest, plain
from factcheck.model import Counts, Finding, Ignore, Report, Unchecked
from factcheck.run.checkups import Row
from factcheck.run.shown import ALONE, Bench, counted, surely
from factcheck.run.spill import Held, Named, held, name_of, named
from factcheck.show.order import PLACE
from factcheck.show.selection import Policy
from factcheck.show.totals import Totals, totals


@dataclass(frozen=True, slots=True)
class Style:
    """How findings are written: what `write` makes of an article's, and a `name` that stands for no other
    way, without which nothing that is written is kept."""

    write: Callable[[Sequence[Finding]], Iterable[Any]]
    name: str = ""


AS_FOUND = Style(list)
"""Findings as they are."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article's findings as they are `written`, its numbers, the claims to which it gives figures, the
    mentions and names that others are held against, the names that may be another of the article, and the
    ignores that may cover what diverges. `unchecked` is there where it is listed. What it may change with is
    told as a `Checkup` tells it; a `passing` one holds for today."""

    written: Sequence[Any]
    totals: Totals
    claims: Iterable[str] = ()
    held: Sequence[Held] = ()
    named: Sequence[Named] = ()
    near: Iterable[str] = ()
    open: Sequence[Ignore] = ()
    unchecked: Sequence[Unchecked] = ()
    weighed: frozenset[str] = field(default=frozenset(), compare=False)
    leads: frozenset[str] = field(default=frozenset(), compare=False)
    passing: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Teller:
    """What makes of an article's checkup what is told of it."""

    bench: Bench
    style: Style
    listing: bool = False

    def mark(self) -> str:
        """What is the same for tellers that tell the same of all articles; empty where nobody knows."""
        policy = self.bench.given
        if not self.style.name or policy.before or not all(rules.told for rules in policy.files):
            return ""
        return digest("told", self.style.name, self.listing, bool(self.bench.registry.path), *_asked(policy))

    def told(self, row: Row) -> Told:
        """The same of one article, or of the message for one that has no checkup."""
        report = self.bench.report([row], ALONE)
        if isinstance(row, str):
            return self.beside(report)
        sure, flagged = surely(row.mentions), set(map(PLACE, report.findings))
        names = untold(row.holders, sure)
        ignores = self.bench.ignores([row])
        return Told(
            written=[*self.style.write(report.findings)],
            totals=totals(report),
            claims=counted(sure),
            held=[held(mention, row.summary.day, PLACE(mention) in flagged) for mention in sure],
            named=[named(holder, PLACE(holder.mention) in flagged) for holder in names],
            near=set(map(name_of, suspects_in(names))),
            open=[one for one in ignores if "divergence" in one.rules],
            unchecked=report.unchecked if self.listing else (),
            weighed=row.weighed,
            leads=row.leads,
            passing=row.summary.date is None or any(ignore.until for ignore in ignores),
        )

    def beside(self, report: Report, known: int = 0) -> Told:
        """What is told of a report that is no article's; so many figures of it are flagged already."""
        found = totals(report)
        found.to_look_at -= known
        return Told(
            [*self.style.write(report.findings)], found, unchecked=report.unchecked if self.listing else ()
        )


def _asked(policy: Policy) -> Sequence[object]:
    """What a policy without a baseline asks for, as plain data."""
    files = [
        f"{rules.told}: {sorted(rules.ignore)} {sorted(rules.severity.items())}" for rules in policy.files
    ]
    levels = [f"{name}={level}" for part in (policy.severity, policy.claims) for name, level in part.items()]
    about = (*policy.select, "-", *policy.ignore, "-", *sorted(policy.unheld))
    where = getcwd() if files else ""  # noqa: PTH109 - where paths begin
    return tuple(files), tuple(levels), about, policy.require_reason, policy.today, where


def packed(told: Told) -> list[Any]:
    """What is told of an article as lists, texts, numbers and None."""
    return [
        list(told.written),
        _numbers(told.totals),
        sorted(told.claims),
        *(told.held, told.named, sorted(told.near)),
        *([plain(row) for row in rows] for rows in (told.open, told.unchecked)),
    ]


def unpacked(data: list[Any]) -> Told:
    """What `packed` took apart. Raises TypeError or ValueError for what is nothing of the kind."""
    written, numbers, claims, mentions, names, near, open_, unchecked = data
    return Told(
        written,
        _totals(*numbers),
        claims,
        mentions,
        names,
        near,
        [built(Ignore, row) for row in open_],
        [built(Unchecked, row) for row in unchecked],
    )


def _numbers(found: Totals) -> list[Any]:
    """The numbers of one article; it has neither errors nor what is told of a whole scan."""
    counters = found.severities, found.suppressed, found.unchecked
    numbers = found.articles, found.has_text, found.to_look_at, found.unchanged, found.day, found.registry
    return [sorted(found.folders), plain(found.counts), *counters, *numbers]


def _totals(
    folders: list[str],
    counts: list[int],
    severities: Any,
    suppressed: Any,
    unchecked: Any,
    *numbers: Any,
) -> Totals:
    articles, has_text, to_look_at, unchanged, day, registry = numbers
    return Totals(
        articles=articles,
        folders=set(folders),
        has_text=has_text,
        counts=Counts(*counts),
        severities=Counter(severities),
        to_look_at=to_look_at,
        suppressed=Counter(suppressed),
        unchanged=unchanged,
        unchecked=Counter(unchecked),
        day=day,
        registry=registry,
    )
