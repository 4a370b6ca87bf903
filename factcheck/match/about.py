"""What an article is about: the claims of a registry of many subjects that it may speak of at all.

A claim is judged by how much of it the article says, and by whether the claims beside it are told of, too:
those next to it in the registry, as a desk keeps a subject together, and those that share its telling words
(entities linked jointly over a text: Cucerzan, "Large-scale named entity disambiguation based on Wikipedia
data", 2007). What is left is weighed as if it were the whole registry, so that claims on other subjects
change nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import log
from operator import mul
from typing import NamedTuple

from factcheck.match.index import Index, Slots
from factcheck.match.matcher import Matcher, matcher
from factcheck.match.terms import phrase_slots
from factcheck.model import Claim, DateReading, Figure

BESIDE = 3
"""How many claims on either side of one stand beside it."""
ALIKE = 6
"""How many of the claims that share its words tell of one."""
RARE, COMMON = 20, 100
"""A word in more claims than an eighth of all, at least RARE and at most COMMON, tells of no subject."""
ENOUGH = 1.0
"""How much must be said, of at most 3: of the claim, of those beside it and of those like it, 1 each."""
FEW, MANY = 20, 100
"""A registry of so few claims has hardly two subjects; in one of so many, ENOUGH must be said."""
COMPANY = 1.0
"""How much must be said, of at most 2, of the claims beside one and of those like it, to leave no doubt."""
MOST = 200
"""So many claims, at most, one article may be about."""
VERY = 0.3
"""What a figure or a day adds that is the claim's very own and seldom another's."""
ORDERED = 0.3
"""The share of the claims beside one that are alike, too, in a registry that keeps its subjects together."""
PARTS = 64
"""So many selections of claims are kept indexed: articles on one subject share theirs."""


class Subject(NamedTuple):
    """What one article may be about: the claims, made ready on their own, and how much some of them are
    alone, 0 to 1: the article hardly speaks of those that go with them."""

    matcher: Matcher
    alone: Mapping[str, float]


@dataclass(frozen=True)
class Subjects:
    """The registry made ready, and what goes together in it, by the claims' numbers: those beside a claim,
    those that share words with it, each with how much, and the places of its `context`."""

    whole: Matcher
    beside: Sequence[Sequence[int]]
    alike: Sequence[Mapping[int, float]]
    contexts: Mapping[int, Slots]
    many: float
    order: float
    _parts: dict[tuple[int, ...], Matcher] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _alike(self) -> list[tuple[tuple[int, ...], tuple[float, ...], float]]:
        """The claims like each, how much each tells, and the sum of that."""
        return [(tuple(like), tuple(like.values()), sum(like.values()) or 1.0) for like in self.alike]

    def about(
        self, keys: Mapping[str, float], figures: Iterable[Figure], dates: Iterable[DateReading]
    ) -> Subject:
        """The claims that an article with these keys, figures and dates may be about."""
        if not self.many and not self.contexts:
            return Subject(self.whole, {})
        said, claims = self._said(keys, figures, dates), self.whole.registry.claims
        numbers = said if self.many else range(len(claims))
        company = self._company(numbers, said)
        told = {number: said.get(number, 0.0) + much for number, much in company.items()}
        kept = (number for number, much in told.items() if self._is_told(number, much, keys))
        best = sorted(sorted(kept), key=told.__getitem__, reverse=True)
        about = tuple(sorted(best[:MOST]))
        alone = {n: self.many * max(0.0, COMPANY - company[n]) for n in about if n not in self.contexts}
        return Subject(self._of(about), {claims[n].id: much for n, much in alone.items()})

    def _of(self, numbers: tuple[int, ...]) -> Matcher:
        if len(numbers) == len(self.whole.every):
            return self.whole
        if numbers not in self._parts:
            if len(self._parts) >= PARTS:
                self._parts.clear()
            self._parts[numbers] = self._part(numbers)
        return self._parts[numbers]

    def _is_told(self, number: int, told: float, keys: Mapping[str, float]) -> bool:
        if number in self.contexts:
            return any(_held(places, keys) for places in self.contexts[number])
        return told >= self.many * ENOUGH

    def _company(self, numbers: Iterable[int], said: Mapping[int, float]) -> dict[int, float]:
        """How much an article says of the claims beside each of some, and of those like it, 0 to 2."""
        held = [0.0] * len(self.alike)
        for number, much in said.items():
            held[number] = much
        of, found = held.__getitem__, {}
        for number in numbers:
            like, telling, total = self._alike[number]
            much = (2.0 - self.order) * (sum(map(mul, map(of, like), telling)) / total)
            if self.order:
                low, count = max(0, number - BESIDE), len(self.beside[number])
                near = sum(held[number + 1 : number + BESIDE + 1], sum(held[low:number]))
                much += self.order * (near / (count or 1))
            found[number] = much
        return found

    def _said(
        self, keys: Mapping[str, float], figures: Iterable[Figure], dates: Iterable[DateReading]
    ) -> dict[int, float]:
        """How much an article says of each claim of which it says anything to speak of, 0 to 1."""
        found: dict[int, float] = defaultdict(float)
        for index, very in self._very(figures, dates):
            if index.entries:
                numbers = index.claims
                found |= {numbers[at]: much for at, much in index.candidates(keys).items()}
                for at in very:
                    found[numbers[at]] = min(1.0, found[numbers[at]] + VERY)
        return found

    def _very(
        self, figures: Iterable[Figure], dates: Iterable[DateReading]
    ) -> Iterator[tuple[Index, Set[int]]]:
        """Each kind's index, and the claims in it of which an article has the very figure or day."""
        whole = self.whole
        yield whole.quantities, set().union(*(whole.quantities.equal(f.quantity) for f in figures))
        yield whole.dates, set().union(*(whole.dates.on(date.iso) for date in dates))
        yield whole.names, set()
        yield whole.statements, set()

    def _part(self, numbers: Sequence[int]) -> Matcher:
        whole = self.whole
        registry = replace(whole.registry, claims=tuple(whole.registry.claims[number] for number in numbers))
        every = [whole.every[number] for number in numbers]
        part = matcher(registry, whole.told_apart, every, whole.quantities.values)
        return replace(part, excludes=whole.excludes)


def subjects(whole: Matcher, alike: Sequence[Mapping[int, float]] | None = None) -> Subjects:
    """What goes together in a registry that is made ready; `alike`, where known."""
    claims = whole.registry.claims
    beside = [list(_beside(at, len(claims))) for at in range(len(claims))]
    alike = _alike(whole.every) if alike is None else alike
    many, order = _many(len(claims)), _order(beside, alike)
    return Subjects(whole, beside, alike, _contexts(claims), many, order)


def _contexts(claims: Sequence[Claim]) -> dict[int, Slots]:
    told = ((number, claim.context) for number, claim in enumerate(claims) if claim.context)
    return {number: [phrase_slots(text) for text in context] for number, context in told}


def _many(claims: int) -> float:
    """How much a registry has many subjects, 0 to 1."""
    return min(1.0, max(0.0, log(max(claims, 1) / FEW) / log(MANY / FEW)))


def _order(beside: Sequence[Sequence[int]], alike: Sequence[Mapping[int, float]]) -> float:
    """How far the claims next to each other in a registry go together, 0 to 1: by chance they hardly do."""
    shares = (
        sum(o in like for o in near) / (len(near) or 1) for near, like in zip(beside, alike, strict=True)
    )
    return min(1.0, sum(shares) / (len(beside) or 1) / ORDERED)


def _beside(at: int, total: int) -> Iterator[int]:
    return (other for other in range(max(0, at - BESIDE), min(total, at + BESIDE + 1)) if other != at)


def _alike(every: Sequence[Slots]) -> list[dict[int, float]]:
    """The claims that share the most telling words with each, and how much these tell."""
    keys = [{key for slots in phrases for slot in slots for key in slot} for phrases in every]
    claims: dict[str, list[int]] = defaultdict(list)
    for number, mine in enumerate(keys):
        for key in mine:
            claims[key].append(number)
    most = min(COMMON, max(RARE, len(every) // 8))
    telling = {key: log(len(every) / len(n)) ** 2 for key, n in claims.items() if len(n) <= most}
    return [_nearest(number, mine & telling.keys(), claims, telling) for number, mine in enumerate(keys)]


def _nearest(
    number: int, mine: set[str], claims: Mapping[str, Sequence[int]], telling: Mapping[str, float]
) -> dict[int, float]:
    shared: dict[int, float] = defaultdict(float)
    for key in sorted(mine):
        for other in claims[key]:
            shared[other] += telling[key]
    shared.pop(number, None)
    return dict(sorted(shared.items(), key=lambda row: (-row[1], row[0]))[:ALIKE])


def _held(places: Sequence[frozenset[str]], keys: Mapping[str, float]) -> bool:
    """Whether an article has a word for each place of a phrase."""
    return all(any(key in keys for key in place) for place in places)
