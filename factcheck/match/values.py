"""The values of claims, and what leads to them from a figure or a day, without a look at each.

A value stands on shelves, by size, so that two figures that agree share one; by its very digits, where these
are telling; and by what it has in common with all that is one slip away from it (compare/slips.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import product
from math import floor, log
from typing import Literal

from factcheck.compare.agree import decimals, digits, interval
from factcheck.compare.slips import patterns
from factcheck.language.units import Rate, dimension, factor, rate
from factcheck.model import Claim, Quantity

EXACT = 3
"""The significant digits to which two figures are the very same."""
STEP, SMALLEST = log(4 / 3), -40
"""The width of a shelf, as a ratio's logarithm, and the shelf of all that is smaller than it and of 0."""
ROUNDING = 0.12
"""A little more than the share by which a rounding may differ."""
Kind = Literal["shelf", "equal", "slip"]
Key = tuple[Kind, Hashable]
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Values:
    """The claims, by id, to which the size of a figure leads, its digits or a day, and its patterns; and what
    leads to each claim."""

    shelves: Mapping[Hashable, Set[str]]
    equals: Mapping[Hashable, Set[str]]
    slips: Mapping[Hashable, Set[str]]
    keys: Mapping[str, Sequence[Key]]

    def part(self, claims: Iterable[str]) -> Values:
        """The same for some of the claims, by id."""
        return of_keys({claim: self.keys[claim] for claim in claims})

    def near(self, quantity: Quantity) -> Set[str]:
        """The claims with which a figure may agree: those on its shelves."""
        steps = {step for said in _as_base(quantity) for step in shelves(said)}
        return NOBODY.union(*(self.shelves.get(step, NOBODY) for step in steps))

    def equal(self, quantity: Quantity) -> Set[str]:
        """The claims that have this very figure, to EXACT digits, where it is telling."""
        return self.equals.get(_equal(quantity), NOBODY) if telling(quantity) else NOBODY

    def slipped(self, quantity: Quantity) -> Set[str]:
        """The claims of which a figure may be a value gone wrong."""
        if quantity.high is not None:
            return NOBODY
        keys = product([dimension(quantity.unit)], patterns(quantity.value))
        return NOBODY.union(*(self.slips.get(key, NOBODY) for key in keys))

    def on(self, iso: str) -> Set[str]:
        """The claims of this very day, or month."""
        return self.equals.get(("date", iso), NOBODY) if len(iso) > len("2025") else NOBODY


def values_of(claims: Iterable[Claim]) -> Values:
    """What leads to the values of some claims."""
    return of_keys({claim.id: tuple(_keys(claim)) for claim in claims})


def of_keys(keys: Mapping[str, Sequence[Key]]) -> Values:
    """The same from what leads to each claim, by id."""
    tables: dict[Kind, dict[Hashable, set[str]]] = {
        kind: defaultdict(set) for kind in ("shelf", "equal", "slip")
    }
    for claim, those in keys.items():
        for kind, key in those:
            tables[kind][key].add(claim)
    return Values(tables["shelf"], tables["equal"], tables["slip"], keys)


def leads(quantities: Iterable[Quantity], days: Iterable[str]) -> frozenset[str]:
    """What of an article's figures and ISO days may lead to a claim of which it says next to nothing: their
    very digits, where these are telling, the days and their months."""
    digits = {" ".join(_equal(quantity)) for quantity in quantities if telling(quantity)}
    return frozenset((*digits, *days, *(day[: len("2025-01")] for day in days)))


def led_to(claim: Claim) -> frozenset[str]:
    """What leads to a claim by its values alone: where none of it is among an article's `leads`, only the
    article's words do."""
    quantities = [said for value in claim.values if value.quantity for said in _as_base(value.quantity)]
    return leads(quantities, [value.date for value in claim.values if value.date])


def _keys(claim: Claim) -> Iterator[Key]:
    """What leads to a claim."""
    for value in claim.values:
        if value.date:
            yield "equal", ("date", value.date)
        if value.quantity is None:
            continue
        if telling(value.quantity):
            yield from (("equal", key) for key in sorted(map(_equal, _as_base(value.quantity))))
        yield from (("shelf", step) for step in _steps(value.quantity, claim.tolerance))
        yield from (("slip", key) for key in _traces(value.quantity))


def _steps(quantity: Quantity, tolerance: float) -> set[int]:
    return {step for said in _as_left_out(quantity) for step in shelves(said, tolerance)}


def _traces(quantity: Quantity) -> Iterator[tuple[str, str]]:
    measured = {dimension(said.unit) for said in _as_left_out(quantity)}
    return product(measured, patterns(quantity.value)) if quantity.high is None else iter(())


def shelves(quantity: Quantity, tolerance: float = 0.0) -> Iterable[int]:
    """The shelves of a figure: the sizes, in its dimension's base unit, of all that it may stand for, a
    rounding more at both ends (half of its last digit, where that is told in tens). Two figures that agree
    have one in common."""
    ends, base = interval(quantity, tolerance), factor(quantity.unit)
    sizes = sorted(abs(end) * base for end in ends)
    half = 0.51 * 10.0 ** -decimals(quantity) * base if decimals(quantity) < 0 else 0.0
    low = 0.0 if ends[0] < 0 < ends[1] else min(sizes[0] * (1 - ROUNDING), sizes[0] - half)
    high = max(sizes[1] * (1 + ROUNDING), sizes[1] + half)
    if not high:
        return (SMALLEST,)
    return range(max(SMALLEST, floor(log(low) / STEP) if low > 0 else SMALLEST), floor(log(high) / STEP) + 1)


def telling(quantity: Quantity) -> bool:
    """Whether a figure is so seldom that it hardly stands for two things: 742 million euros, 14,213."""
    enough = EXACT - 1 if dimension(quantity.unit) not in ("count", "%") else EXACT
    return quantity.high is None and digits(quantity.value) >= enough


def _equal(quantity: Quantity) -> tuple[str, str]:
    return dimension(quantity.unit), f"{quantity.value * factor(quantity.unit):.{EXACT}g}"


def _as_base(quantity: Quantity) -> set[Quantity]:
    """A figure, and without what it is per: the claim's own words may tell that."""
    return {quantity, replace(quantity, unit=rate(quantity.unit).of)}


def _as_left_out(quantity: Quantity) -> set[Quantity]:
    """A value as a figure may have it that leaves its unit out: all, what it is per, or all but that."""
    bare = Rate(None, rate(quantity.unit).per).symbol
    return {*_as_base(quantity), replace(quantity, unit=None), replace(quantity, unit=bare)}
