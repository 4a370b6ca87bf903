"""The index over the registry: which claims a text may be about, without looking at each.

A claim is a candidate where a text covers at least `FLOOR` of one of its phrases, by weight. Most phrases
are ruled out, and no candidate is, by points: weights, rounded up. They are added for all phrases at once, in
vertical counters (counters.py): a phrase's counter starts so far below a power of two as its floor is points,
and has reached it when that power's digit is set.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from math import ceil, log
from typing import NamedTuple

from factcheck.match.called import names_of
from factcheck.match.counters import add, below, mask, members
from factcheck.match.terms import countries, phrase_slots, years
from factcheck.match.values import Values, values_of
from factcheck.model import Claim, Quantity, Registry

SMALL = 20
"""A registry of fewer claims is weighed as if it had so many: its words tell as much."""
FLOOR = 0.35
"""The share of a phrase's weight that a text must hold for the claim to be weighed at all."""
POINTS = 8.0
"""How many points a weight of one is."""
Slots = list[list[frozenset[str]]]
"""The places of a claim's phrases: of each, the keys that may stand there."""


class Slot(NamedTuple):
    """A place of a phrase: the keys that may stand there, and how much it tells (idf over the claims)."""

    keys: frozenset[str]
    weight: float

    def held(self, context: Mapping[str, float]) -> float:
        """The weight that a text gives to the place, by the nearest of its keys."""
        best = 0.0
        for key in self.keys:
            if key in context and context[key] > best:
                best = context[key]
        return best * self.weight


Weigher = Callable[[frozenset[str]], Slot]
"""What makes a place of the keys that may stand there."""


class Phrase(NamedTuple):
    """One way to say a claim."""

    claim: int
    slots: tuple[Slot, ...]
    weight: float

    def coverage(self, context: Mapping[str, float]) -> float:
        """The share of the phrase that a text says, 0 to 1; `context` gives each key its nearness."""
        return sum(slot.held(context) for slot in self.slots) / self.weight


@dataclass(frozen=True)
class Entry:
    """A claim made ready for weighing: its phrases, and what they say, found once it is weighed."""

    claim: Claim
    phrases: tuple[Phrase, ...]

    @cached_property
    def keys(self) -> Mapping[str, float]:
        """Every key of its phrases, with its weight."""
        return {key: slot.weight for phrase in self.phrases for slot in phrase.slots for key in slot.keys}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of its phrases."""
        return countries(self.keys)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of its phrases."""
        return frozenset(chain.from_iterable(map(_years, self.phrases)))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in its phrases."""
        return frozenset(chain.from_iterable(map(names_of, texts(self.claim))))


class Listing(NamedTuple):
    """A phrase as the index lists it: its claim, its weight, and its places, by number."""

    claim: int
    weight: float
    places: tuple[int, ...]


class Places(NamedTuple):
    """The places of all phrases, by number: which of them each key may fill, and how much each weighs."""

    of: Mapping[str, Sequence[int]]
    weights: Sequence[float]

    def held(self, context: Mapping[str, float]) -> dict[int, float]:
        """The weight that a text gives to each place of which it has a key."""
        found: dict[int, float] = {}
        for key, nearness in context.items():
            for place in self.of.get(key, ()):
                weight = nearness * self.weights[place]
                if weight > found.get(place, 0.0):
                    found[place] = weight
        return found

    def spread(self, held: Mapping[int, float]) -> list[float]:
        """The weight that each place has, held or not."""
        found = [0.0] * len(self.weights)
        for place, weight in held.items():
            found[place] = weight
        return found


@dataclass(frozen=True)
class Index:
    """The registry's claims, by number, and the lists that lead to them. Built once a run.

    `masks` lead from a place to phrases, as integers with one bit a phrase; `start` are the digits of every
    phrase's counter, lowest first; `values` lead from a figure or a day to claims, which `numbers` gives;
    `claims` are the places of the entries' claims in the registry."""

    entries: tuple[Entry, ...]
    phrases: tuple[Phrase, ...]
    listings: Sequence[Listing]
    places: Places
    masks: Sequence[int]
    start: Sequence[int]
    values: Values
    numbers: Mapping[str, int]
    claims: Sequence[int]

    def near(self, quantity: Quantity, among: Set[int]) -> set[int]:
        """The numbers, `among` some, of the claims with which a figure may agree."""
        return self._own(self.values.near(quantity, self.numbers.keys())) & among

    def equal(self, quantity: Quantity) -> set[int]:
        """The numbers of the claims that have this very figure, where it is telling."""
        return self._own(self.values.equal(quantity, self.numbers.keys()))

    def slipped(self, quantity: Quantity) -> set[int]:
        """The numbers of the claims of which a figure may be a value gone wrong."""
        return self._own(self.values.slipped(quantity, self.numbers.keys()))

    def on(self, iso: str) -> set[int]:
        """The numbers of the claims of this very day, or month."""
        return self._own(self.values.on(iso, self.numbers.keys()))

    def _own(self, claims: Iterable[str]) -> set[int]:
        return {self.numbers[claim] for claim in claims}

    def candidates(self, context: Mapping[str, float]) -> dict[int, float]:
        """The numbers of the claims of which a text with these keys covers `FLOOR`, each with how much."""
        held = self.places.held(context)
        if not held:
            return {}
        of = self.places.spread(held).__getitem__
        found: dict[int, float] = {}
        for claim, weight, places in self._reached(held):
            share = sum(map(of, places)) / weight
            if share >= FLOOR and share > found.get(claim, 0.0):
                found[claim] = share
        return found

    def _reached(self, held: Mapping[int, float]) -> list[Listing]:
        """The phrases that reach their floor in points, by the weight that a text gives to each place."""
        digits = [*self.start, 0]
        for place, weight in held.items():
            add(digits, self.masks[place], ceil(weight * POINTS))
        reached = 0
        for digit in digits[len(self.start) :]:
            reached |= digit
        return [self.listings[number] for number in members(reached)]

    def exhaustive(self, context: Mapping[str, float]) -> dict[int, float]:
        """The same by looking at every phrase: what `candidates` is held against."""
        found: dict[int, float] = {}
        for phrase in self.phrases:
            coverage = phrase.coverage(context)
            if coverage >= FLOOR and coverage > found.get(phrase.claim, 0.0):
                found[phrase.claim] = coverage
        return found


_ASIDE = re.compile(r"\(([^()]*)\)")


def texts(claim: Claim) -> tuple[str, ...]:
    """The ways to say a claim: its `match`, its title, and what the title says again in brackets, where that
    is more than a word ("Sappers (démineurs nord-coréens)")."""
    return _texts(claim.title, claim.match)


def said(claim: Claim) -> tuple[str, ...]:
    """A claim's phrases, its title, with and without its brackets, and what they hold: `texts` are some."""
    return (*claim.match, claim.title, _ASIDE.sub(" ", claim.title), *_asides(claim.title))


def _asides(title: str) -> list[str]:
    return [part.strip() for aside in _ASIDE.findall(title) for part in re.split("[,;/]", aside)]


@lru_cache(maxsize=100_000)
def _texts(title: str, match: tuple[str, ...]) -> tuple[str, ...]:
    asides = _asides(title)
    bare = _ASIDE.sub(" ", title)
    said = [bare if phrase_slots(bare) else title, *(part for part in asides if len(phrase_slots(part)) > 1)]
    return tuple(text for text in dict.fromkeys((*match, *said)) if phrase_slots(text))


def phrases_of(registry: Registry) -> list[Slots]:
    """The places of the phrases of each claim, phrase by phrase."""
    return [[phrase_slots(text) for text in texts(claim)] for claim in registry.claims]


def spreads(every: Iterable[Slots]) -> Counter[str]:
    """In how many of a registry's claims, of any kind, each key stands."""
    return Counter(
        chain.from_iterable({key for slots in phrases for slot in slots for key in slot} for phrases in every)
    )


def build(
    registry: Registry,
    kinds: Collection[str],
    every: Sequence[Slots] | None = None,
    slot: Weigher | None = None,
    values: Values | None = None,
) -> Index:
    """The index over a registry's claims of some kinds; `every` is `phrases_of(registry)`, `slot` weighs a
    place by its `spreads`, and `values` are those of its claims and maybe of others, where known."""
    every = every or phrases_of(registry)
    slot = slot or weigher(spreads(every), len(registry.claims))
    entries: list[Entry] = []
    phrases: list[Phrase] = []
    places: list[int] = []
    for place, (claim, slotted) in enumerate(zip(registry.claims, every, strict=True)):
        if claim.kind in kinds:
            places.append(place)
            made = [_phrase(len(entries), [slot(keys) for keys in slots]) for slots in slotted]
            entries.append(Entry(claim, tuple(made)))
            phrases += made
    return _listed(entries, phrases, values or values_of(registry.claims), places)


def _listed(
    entries: Sequence[Entry], phrases: Sequence[Phrase], values: Values, claims: Sequence[int]
) -> Index:
    known: dict[frozenset[str], int] = {}
    weights: list[float] = []
    postings: list[list[int]] = []
    listings: list[Listing] = []
    for number, phrase in enumerate(phrases):
        for slot in phrase.slots:
            if slot.keys not in known:
                known[slot.keys] = len(known)
                weights.append(slot.weight)
                postings.append([])
            postings[known[slot.keys]].append(number)
        places = tuple(known[slot.keys] for slot in phrase.slots)
        listings.append(Listing(phrase.claim, phrase.weight, places))
    floors = [max(1, ceil(phrase.weight * FLOOR * POINTS - 1e-6)) for phrase in phrases]
    return Index(
        tuple(entries),
        tuple(phrases),
        listings,
        Places(_by_key(known), weights),
        masks=[mask(numbers) for numbers in postings],
        start=below(floors),
        values=values,
        numbers={entry.claim.id: number for number, entry in enumerate(entries)},
        claims=claims,
    )


def _by_key(known: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, keys in enumerate(known):
        for key in keys:
            places[key].append(place)
    return dict(places)


def _years(phrase: Phrase) -> Iterable[str]:
    """The years of a phrase, and those between its two ("the plan for 2024-2030")."""
    named = sorted(years(key for slot in phrase.slots for key in slot.keys))
    return map(str, range(int(named[0]), int(named[-1]) + 1)) if len(named) == 2 else named


def _phrase(number: int, slots: Sequence[Slot]) -> Phrase:
    return Phrase(number, tuple(slots), sum(slot.weight for slot in slots))


def weigher(spread: Mapping[str, int], total: int) -> Weigher:
    """What weighs a place of a phrase by in how many of `total` claims each key stands."""

    @cache
    def slot(keys: frozenset[str]) -> Slot:
        return Slot(keys, log(1 + max(total, SMALL) / max(spread[key] for key in keys)))

    return slot
