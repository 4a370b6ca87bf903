"""A scan that tells what it finds article by article, and keeps no more of an article than numbers and what
other articles are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter
from typing import Any

from factcheck.codec import digest, plain
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Ignore, Mention, Registry, Report, Unchecked
from factcheck.run.article import ScanOptions
from factcheck.run.memory import Memory
from factcheck.run.scan import Scan
from factcheck.run.shown import Bench
from factcheck.run.spill import Held, Named, Spill
from factcheck.run.told import AS_FOUND, Style, Teller, Told
from factcheck.run.unchecked import unmatchable
from factcheck.show.order import PLACE
from factcheck.show.selection import Policy
from factcheck.show.totals import Totals


@dataclass
class Stream:
    """The findings of a scan, once: each article's as they come, in the articles' order, then where they
    spell a name otherwise, and differ, claim by claim. `totals` are complete when all were taken; `unchecked`
    is kept if `listing`.

    Raises FactcheckError for a policy with a baseline, whose findings may be found in any article."""

    scan: Scan
    policy: Policy = field(default_factory=Policy)
    listing: bool = False
    totals: Totals = field(default_factory=Totals)
    unchecked: list[Unchecked] = field(default_factory=list)
    _claims: set[str] = field(default_factory=set)
    _open: list[Ignore] = field(default_factory=list)
    _near: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.policy.baseline:
            raise FactcheckError("findings held against a baseline cannot be told as they come")

    def __iter__(self) -> Iterator[Finding]:
        """Take the findings."""
        return chain.from_iterable(self.written(AS_FOUND))

    def written(self, style: Style) -> Iterator[Sequence[Any]]:
        """Take the findings as a style writes them, those of each article together."""
        bench = Bench(self.scan.registry, self.policy, self.scan.today)
        teller = Teller(bench, style, self.listing)
        with self.scan.told(teller) as (found, articles, memory), closing(Spill()) as spill:
            beside = Report(errors=found.errors, excluded=found.excluded, unchecked=found.unchecked)
            self._add(teller.beside(beside))
            for told in articles:
                yield self._article(told, spill)
            # the articles had the index made ready, and with it what is known of phrases
            places = [f"{claim.path}:{claim.line}" for claim in self.scan.registry.claims]
            self._add(memory.told(lambda: self._unmatchable(teller), [self.scan.registry.path], places))
            yield self._add(self._respelt(spill.named(self._near), teller, memory))
            for claim in spill.claims():
                yield self._add(self._differing(claim, spill, teller, memory))
        self.totals.counts = replace(self.totals.counts, claims=len(self._claims))

    @property
    def left_out(self) -> Report:
        """What was not checked, where it is listed."""
        rows = sorted(self.unchecked, key=attrgetter("path", "line", "kind"))
        return Report(excluded=self.totals.excluded, unchecked=tuple(rows), registry=self.totals.registry)

    def _unmatchable(self, teller: Teller) -> Told:
        return teller.beside(Report(unchecked=tuple(unmatchable(self.scan.registry))))

    def _article(self, told: Told, spill: Spill) -> Sequence[Any]:
        self._claims.update(told.claims)
        self._near.update(told.near)
        self._open += told.open
        if told.held:
            spill.add(told.held)
        if told.named:
            spill.name(told.named)
        return self._add(told)

    def _differing(self, claim: str, spill: Spill, teller: Teller, memory: Memory) -> Told:
        values = [digest(teller.bench.claims[claim].values)]
        return memory.told(
            lambda: self._diverging(spill.of(claim), teller), spill.of(claim), values, self._opened
        )

    def _diverging(self, rows: Iterator[Held], teller: Teller) -> Told:
        mentions, days, known = list[Mention](), dict[str, str](), set[object]()
        for row in rows:
            mentions.append(mention := row.mention)
            days[mention.path] = row.day
            if row.flagged:
                known.add(PLACE(mention))
        report = teller.bench.diverging(mentions, days, self._open)
        return teller.beside(report, sum(PLACE(finding) in known for finding in report.findings))

    def _respelt(self, rows: Sequence[Named], teller: Teller, memory: Memory) -> Told:
        names = digest(*(claim.values for claim in self.scan.registry.claims if claim.kind == "name"))
        return memory.told(lambda: self._spelling(rows, teller), rows, [names], self._opened)

    def _spelling(self, rows: Sequence[Named], teller: Teller) -> Told:
        holders = [row.holder for row in rows]
        known = {PLACE(one.mention) for one, row in zip(holders, rows, strict=True) if row.flagged}
        report = teller.bench.respelt(holders, self._open)
        return teller.beside(report, sum(PLACE(finding) in known for finding in report.findings))

    @property
    def _opened(self) -> list[Any]:
        return [plain(ignore) for ignore in self._open]

    def _add(self, told: Told) -> Sequence[Any]:
        self.totals.add(told.totals)
        self.unchecked += told.unchecked
        return told.written


def stream(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions | None = None,
    policy: Policy | None = None,
) -> Stream:
    """Check articles against a registry, as `scan` does, and tell the findings as they come: iterate once."""
    return Stream(Scan(paths, registry, options or ScanOptions()), policy or Policy())
