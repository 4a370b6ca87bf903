"""What makes a registry weak, as a scan of its articles shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.compare.agree import agree
from factcheck.model import Claim, Mention, Miss, Quantity, Registry, Report, Weakness
from factcheck.registry.check import weak

FEW = 3
"""Sentences of one claim that come near another before that is told."""


def in_use(registry: Registry, report: Report) -> Iterator[Weakness]:
    """What is weak in a registry's claims, told by a report with near misses of all of them: claims that no
    article is about, that catch one another's sentences, or whose `exclude` silences their own mentions."""
    used = Counter(mention.claim for mention in report.mentions)
    yield from _entangled(registry, report, used)
    silenced = defaultdict(list)
    for miss in report.near:
        if miss.excluded:
            silenced[miss.claim].append(miss)
    for claim in registry.claims:
        yield from _silenced(claim, silenced[claim.id])
        if not used[claim.id]:
            mend = f"`factcheck claim {claim.id} --articles …` tells what came near it"
            yield weak("unused", claim, f"none of the articles is about it: {mend}")


def _entangled(registry: Registry, report: Report, used: Counter[str | None]) -> Iterator[Weakness]:
    """Claims that come near half of another's mentions, the pair once."""
    given = {_place(mention): mention.claim for mention in report.mentions}
    lost = (miss for miss in report.near if miss.why.startswith("given to "))
    pairs = Counter((miss.claim, given.get(_place(miss.mention))) for miss in lost)
    known = {claim.id: claim for claim in registry.claims}
    told: set[frozenset[str]] = set()
    for (near, owner), count in pairs.most_common():
        if owner is None or count < FEW or 2 * count < used[owner] or {near, owner} in told:
            continue
        told.add(frozenset((near, owner)))
        what = f"{count} of the {used[owner]} mentions of `{owner}` come near it, too"
        yield weak("same-sentences", known[near], f"{what}: say in the phrases of both what tells them apart")


def _place(mention: Mention) -> tuple[str, tuple[int, int], str]:
    return mention.path, mention.at, mention.text


def _silenced(claim: Claim, misses: Sequence[Miss]) -> Iterator[Weakness]:
    own = [miss.mention for miss in misses if _is_own(claim, miss.mention)]
    if own:
        first = own[0]
        where = f"{first.path}:{first.line}: “{first.sentence}”"
        what = f"its `exclude` silences {len(own)} that agree with its values ({where})"
        yield weak("self-excluded", claim, f"{what}: take the word out, or say it in a longer phrase")


def _is_own(claim: Claim, mention: Mention) -> bool:
    """Whether a figure is one of a claim's values, to the letter of its unit."""
    if isinstance(mention.value, str):
        return any(mention.value in (value.name, value.date) for value in claim.values)
    low, high = mention.value if isinstance(mention.value, tuple) else (mention.value, None)
    figure = Quantity(low, high, mention.unit, mention.qualifier)
    own = (value.quantity for value in claim.values if value.quantity)
    return any(one.unit in (figure.unit, None) and agree(figure, one, claim.tolerance) for one in own)
