"""A scan that tells what it finds article by article, and keeps no more of an article than numbers and what
other articles are held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from operator import attrgetter

from factcheck.check.spellings import Key, suspects_in, untold
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Ignore, Registry, Report, Unchecked
from factcheck.run.article import Checkup, ScanOptions
from factcheck.run.checkups import Row
from factcheck.run.scan import Scan
from factcheck.run.shown import ALONE, Bench, counted, surely
from factcheck.run.spill import Held, Named, Spill
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
    _near: set[Key] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.policy.baseline:
            raise FactcheckError("findings held against a baseline cannot be told as they come")

    def __iter__(self) -> Iterator[Finding]:
        """Take the findings."""
        bench = Bench(self.scan.registry, self.policy.on(self.scan.today))
        with self.scan.rows() as (found, rows), closing(Spill()) as spill:
            beside = (*found.unchecked, *unmatchable(self.scan.registry))
            self._add(Report(errors=found.errors, excluded=found.excluded, unchecked=beside))
            for row in rows:
                yield from self._article(row, bench, spill)
            yield from self._respelt(spill.named(self._near), bench)
            for held in spill.by_claim():
                yield from self._differing(held, bench)
        self.totals.counts = replace(self.totals.counts, claims=len(self._claims))

    @property
    def left_out(self) -> Report:
        """What was not checked, where it is listed."""
        rows = sorted(self.unchecked, key=attrgetter("path", "line", "kind"))
        return Report(excluded=self.totals.excluded, unchecked=tuple(rows), registry=self.totals.registry)

    def _article(self, row: Row, bench: Bench, spill: Spill) -> Sequence[Finding]:
        shown = self._add(bench.report([row], ALONE))
        if isinstance(row, Checkup):
            sure = surely(row.mentions)
            self._claims |= counted(sure)
            self._open += [one for one in bench.ignores([row]) if "divergence" in one.rules]
            flagged = set(map(PLACE, shown))
            spill.add(Held(mention, row.summary.day, PLACE(mention) in flagged) for mention in sure)
            named = untold(row.holders, sure)
            self._near |= suspects_in(named)
            spill.name(Named(holder, PLACE(holder.mention) in flagged) for holder in named)
        return shown

    def _differing(self, held: Sequence[Held], bench: Bench) -> Sequence[Finding]:
        days = {row.mention.path: row.day for row in held}
        shown = self._add(bench.diverging([row.mention for row in held], days, self._open))
        known = {PLACE(row.mention) for row in held if row.flagged}
        self.totals.to_look_at -= sum(PLACE(finding) in known for finding in shown)
        return shown

    def _respelt(self, named: Sequence[Named], bench: Bench) -> Sequence[Finding]:
        shown = self._add(bench.respelt([row.holder for row in named], self._open))
        known = {PLACE(row.holder.mention) for row in named if row.flagged}
        self.totals.to_look_at -= sum(PLACE(finding) in known for finding in shown)
        return shown

    def _add(self, report: Report) -> Sequence[Finding]:
        self.totals.add(report)
        self.unchecked += report.unchecked if self.listing else ()
        return report.findings


def stream(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions | None = None,
    policy: Policy | None = None,
) -> Stream:
    """Check articles against a registry, as `scan` does, and tell the findings as they come: iterate once."""
    return Stream(Scan(paths, registry, options or ScanOptions()), policy or Policy())
