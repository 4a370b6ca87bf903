"""What a policy shows of what articles came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from operator import attrgetter

from factcheck.check import divergence
from factcheck.check.ignore import judged
from factcheck.check.rules import RULES, UNHELD, Rule
from factcheck.check.scope import Checked
from factcheck.model import NO_REGISTRY, Claim, Counts, Finding, Holder, Ignore, Mention, Registry, Report
from factcheck.read.files import Found
from factcheck.run.article import Checkup
from factcheck.run.checkups import Row
from factcheck.run.timing import today
from factcheck.run.unchecked import doubtful, of_article, undated, unmatchable
from factcheck.show.selection import Policy, select

ALONE: tuple[Rule, ...] = tuple(rule for rule in RULES if rule is not divergence)
"""The rules that look at one article at a time."""
NOWHERE = Found(())


def reported(found: Found, rows: Sequence[Row], registry: Registry, policy: Policy) -> Report:
    """What a policy shows of what all articles came to, with what was found beside them."""
    bench = Bench(registry, policy)
    report = bench.report(rows)
    told = {finding.claim for finding in (*report.findings, *report.suppressed)}
    passed_over = (*report.unchecked, *found.unchecked, *unmatchable(registry))
    return replace(
        report,
        errors=(*found.errors, *report.errors),
        claims=tuple(claim for claim in registry.claims if claim.id in told),
        excluded=found.excluded,
        unchecked=tuple(sorted(passed_over, key=attrgetter("path", "line", "kind"))),
    )


@dataclass(frozen=True)
class Bench:
    """What decides on all articles alike: the registry that they were held against, the policy, and the ISO
    day of the scan, which counts where the policy tells none."""

    registry: Registry
    given: Policy
    day: str | None = None

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.registry.claims}

    @cached_property
    def policy(self) -> Policy:
        """The policy, which knows what is not held against anything."""
        if self._held:
            return self.given
        return replace(self.given, unheld=frozenset(rule.NAME for rule in RULES) - UNHELD)

    @cached_property
    def _held(self) -> bool:
        return self.registry != NO_REGISTRY

    @cached_property
    def _today(self) -> str:
        return self.given.today or self.day or today()

    def ignores(self, rows: Iterable[Checkup]) -> list[Ignore]:
        """The ignores of some articles, each with its problem, if it has one."""
        known, reasoned = self.claims if self._held else None, self.given.require_reason
        return [judged(ignore, known, self._today, reasoned) for row in rows for ignore in row.ignores]

    def report(self, rows: Sequence[Row], rules: Sequence[Rule] = RULES) -> Report:
        """What is shown of some articles by some rules, without what was found beside them."""
        done = [row for row in rows if isinstance(row, Checkup)]
        mentions = tuple(mention for row in done for mention in row.mentions)
        days = {row.summary.path: row.summary.day for row in done}
        ignores = self.ignores(done)
        order = {path: place for place, path in enumerate(days)}
        maybe = [mention for mention in mentions if mention.claim and mention.certainty == "possible"]
        sums = [found for row in done for found in row.sums]
        orders = [found for row in done for found in row.orders]
        holders = [found for row in done for found in row.holders]
        checked = Checked(self.claims, days, ignores, maybe, sums, orders, holders)
        sure = surely(mentions)
        findings = [finding for rule in rules for finding in rule.check(sure, checked)]
        chosen = select(findings, self.policy, self.claims, ignores, order)
        read = list(filter(is_read, done))
        return Report(
            articles=tuple(row.summary for row in read),
            mentions=mentions,
            findings=chosen.shown,
            counts=_total(done, sure),
            errors=tuple(row for row in rows if isinstance(row, str)),
            suppressed=chosen.suppressed,
            unchanged=chosen.unchanged,
            stale=chosen.stale,
            renamed=chosen.renamed,
            unchecked=(
                *(undated(row.summary) for row in read if row.summary.date is None),
                *(unchecked for row in done for unchecked in of_article(row.summary, row.asides)),
                *doubtful(maybe, chosen.suppressed),
            ),
            near=tuple(miss for row in done for miss in row.near),
            known=self.registry.claims,
            registry=self._held,
        )

    def diverging(
        self, told: Sequence[Mention], days: Mapping[str, str], ignores: Sequence[Ignore]
    ) -> Report:
        """What is shown of where articles differ on a claim, by all its mentions and each article's day."""
        return self._shown(divergence.check(told, Checked(self.claims, days)), ignores)

    def respelt(self, holders: Sequence[Holder], ignores: Sequence[Ignore]) -> Report:
        """What is shown of names that are spelt in several ways."""
        return self._shown(divergence.respelt((), Checked(self.claims, {}, holders=holders)), ignores)

    def _shown(self, findings: Iterable[Finding], ignores: Sequence[Ignore]) -> Report:
        chosen = select([*findings], self.policy, self.claims, ignores)
        return Report(
            findings=chosen.shown,
            suppressed=chosen.suppressed,
            unchanged=chosen.unchanged,
            registry=self._held,
        )


def surely(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that are surely about a claim."""
    return [mention for mention in mentions if mention.claim and mention.certainty == "sure"]


def is_read(row: Checkup) -> bool:
    """Whether an article is one: it has a sentence, or nothing of it was left out on purpose."""
    return bool(row.summary.sentences) or not any(aside.kind == "left-out" for aside in row.asides)


def _total(done: Sequence[Checkup], sure: Sequence[Mention]) -> Counts:
    counts = [sum(getattr(row.counts, name) for row in done) for name in _COUNTS]
    return replace(Counts(*counts), claims=len(counted(sure)))


def counted(sure: Iterable[Mention]) -> set[str]:
    """The claims to which figures were given."""
    return {mention.claim for mention in sure if mention.claim and mention.kind == "quantity"}


_COUNTS = tuple(field.name for field in fields(Counts))
