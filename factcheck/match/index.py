"""The index over the registry: which claims a text may be about, without looking at each.

A claim is a candidate where a text covers at least `FLOOR` of one of its phrases, by weight. Prefix
filtering makes the look-up exact and keeps the lists short: a phrase is listed only under its heaviest
places, as many as a text must miss to fall below the floor (Chaudhuri et al., "A primitive operator for
similarity joins in data cleaning", 2006; Bayardo et al., "Scaling up all pairs similarity search", 2007).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log

from factcheck.check.agree import interval
from factcheck.language.units import factor
from factcheck.match.terms import countries, phrase_slots, years
from factcheck.model import Claim, Quantity, Registry

FLOOR = 0.45
"""The share of a phrase's weight that a text must hold for the claim to be weighed at all."""


STEP, SMALLEST = log(4 / 3), -40
"""The width of a shelf, as a ratio's logarithm, and the shelf of all that is smaller than it and of 0."""
ROUNDING = 0.12
"""A little more than the share by which a rounding may differ."""
RARE = 300
"""A key that stands in no more claims than that is always listed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a phrase: the keys that may stand there, and how much it tells (idf over the claims)."""

    keys: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say a claim."""

    claim: int
    slots: tuple[Slot, ...]
    weight: float

    def coverage(self, context: Mapping[str, float]) -> float:
        """The share of the phrase that a text says, 0 to 1; `context` gives each key its nearness."""
        found = 0.0
        for slot in self.slots:
            best = 0.0
            for key in slot.keys:
                if key in context and context[key] > best:
                    best = context[key]
            found += best * slot.weight
        return found / self.weight


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim made ready for weighing: its phrases, and every key of theirs with its weight."""

    claim: Claim
    phrases: tuple[Phrase, ...]
    keys: Mapping[str, float]
    countries: frozenset[str]
    years: frozenset[str]


@dataclass(frozen=True)
class Index:
    """The registry's claims, by number, and the lists that lead to them. Built once a run.

    `postings` lead from a key to phrases, each with the share of it that the key's place is; `unlisted` is
    the share of each phrase under which it is not listed; `shelves` lead from a figure's size to claims."""

    entries: tuple[Entry, ...]
    phrases: tuple[Phrase, ...]
    postings: Mapping[str, Sequence[tuple[int, float]]]
    unlisted: Sequence[float]
    shelves: Mapping[int, frozenset[int]]

    def near(self, quantity: Quantity) -> set[int]:
        """The numbers of the claims with which a figure may agree: those on its shelves."""
        return {number for step in shelves(quantity) for number in self.shelves.get(step, ())}

    def candidates(self, context: Mapping[str, float]) -> dict[int, float]:
        """The numbers of the claims of which a text with these keys covers `FLOOR`, each with how much."""
        return self._covered(self._bounded(context), context)

    def promising(self, context: Mapping[str, float], floor: float = FLOOR) -> set[int]:
        """The numbers of the claims of which a text may cover `floor`, at least `FLOOR`; none is left out."""
        return {self.phrases[number].claim for number in self._bounded(context, floor)}

    def _bounded(self, context: Mapping[str, float], floor: float = FLOOR) -> list[int]:
        """The phrases that a text may cover: what it says of their listed places and all of the others."""
        bounds: dict[int, float] = {}
        for key, near in context.items():
            for number, share in self.postings.get(key, ()):
                bounds[number] = bounds.get(number, 0.0) + share * near
        unlisted = self.unlisted
        return [number for number, bound in bounds.items() if bound + unlisted[number] >= floor - 1e-9]

    def exhaustive(self, context: Mapping[str, float]) -> dict[int, float]:
        """The same by looking at every phrase: what `candidates` is held against."""
        return self._covered(range(len(self.phrases)), context)

    def _covered(self, numbers: Iterable[int], context: Mapping[str, float]) -> dict[int, float]:
        found: dict[int, float] = {}
        for number in numbers:
            phrase = self.phrases[number]
            coverage = phrase.coverage(context)
            if coverage >= FLOOR and coverage > found.get(phrase.claim, 0.0):
                found[phrase.claim] = coverage
        return found


def shelves(quantity: Quantity, tolerance: float = 0.0) -> Iterable[int]:
    """The shelves of a figure: the sizes, in its dimension's base unit, of all that it may stand for, a
    rounding more at both ends. Two figures that agree have one in common."""
    ends = interval(quantity, tolerance)
    sizes = sorted(abs(end) * factor(quantity.unit) for end in ends)
    low = 0.0 if ends[0] < 0 < ends[1] else sizes[0] * (1 - ROUNDING)
    high = sizes[1] * (1 + ROUNDING)
    if not high:
        return (SMALLEST,)
    return range(max(SMALLEST, floor(log(low) / STEP) if low else SMALLEST), floor(log(high) / STEP) + 1)


def _shelves(entries: Sequence[Entry]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for quantity in (value.quantity for value in entry.claim.values if value.quantity):
            for step in shelves(quantity, entry.claim.tolerance):
                found[step].add(number)
    return {step: frozenset(numbers) for step, numbers in found.items()}


def _listed(phrase: Phrase, spread: Mapping[str, int]) -> Iterable[Slot]:
    """The places under which a phrase is listed: the rare ones, which make its bound tight, and as many of
    the heaviest others as a text must miss to stay below the floor."""
    missing = phrase.weight
    for slot in sorted(phrase.slots, key=lambda slot: (-slot.weight, sorted(slot.keys))):
        if missing >= FLOOR * phrase.weight - 1e-9 or max(spread[key] for key in slot.keys) <= RARE:
            yield slot
        missing -= slot.weight


def _texts(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*claim.match, claim.title)))


def spreads(registry: Registry) -> Counter[str]:
    """In how many of a registry's claims, of any kind, each key stands."""
    return Counter(
        key
        for claim in registry.claims
        for key in {key for slots in _slots(claim) for slot in slots for key in slot}
    )


def _slots(claim: Claim) -> list[list[frozenset[str]]]:
    return [slots for slots in map(phrase_slots, _texts(claim)) if slots]


def build(registry: Registry, kinds: Collection[str], spread: Counter[str] | None = None) -> Index:
    """The index over a registry's claims of some kinds; `spread` is `spreads(registry)`, where known."""
    claims = [claim for claim in registry.claims if claim.kind in kinds]
    spread = spread or spreads(registry)
    weigh = _weigher(spread, len(registry.claims))
    slotted = [_slots(claim) for claim in claims]
    entries: list[Entry] = []
    every: list[Phrase] = []
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    unlisted: list[float] = []
    for number, (claim, phrases) in enumerate(zip(claims, slotted, strict=True)):
        made = [_phrase(number, [Slot(keys, weigh(keys)) for keys in slots]) for slots in phrases]
        for phrase in made:
            listed = list(_listed(phrase, spread))
            for slot in listed:
                for key in slot.keys:
                    postings[key].append((len(every), slot.weight / phrase.weight))
            unlisted.append(1 - sum(slot.weight for slot in listed) / phrase.weight)
            every.append(phrase)
        keys = {key: slot.weight for phrase in made for slot in phrase.slots for key in slot.keys}
        entries.append(Entry(claim, tuple(made), keys, countries(keys), years(keys)))
    return Index(tuple(entries), tuple(every), dict(postings), unlisted, _shelves(entries))


def _phrase(number: int, slots: Sequence[Slot]) -> Phrase:
    return Phrase(number, tuple(slots), sum(slot.weight for slot in slots))


def _weigher(spread: Mapping[str, int], total: int) -> Callable[[frozenset[str]], float]:
    return lambda keys: log(1 + total / max(spread[key] for key in keys))
