"""The values of claims, and what leads to them from a figure or a day, without a look at each.

A value stands on shelves, by size, so that two figures that agree share one; by its very digits, where these
are telling; and by what it has in common with all that is one slip away from it (compare/slips.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import floor, log
from typing import Literal, NamedTuple

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
Key = int | str
Keys = Mapping[Kind, Sequence[Key]]
"""What leads to one claim, by kind."""
NOBODY: frozenset[str] = frozenset()


class Values(NamedTuple):
    """The claims, by id, to which the size of a figure leads, its digits or a day, and its patterns; and what
    leads to each claim. Who asks says `among` which: of a registry of thousands, an article is about few."""

    shelves: Mapping[Key, Set[str]]
    equals: Mapping[Key, Set[str]]
    slips: Mapping[Key, Set[str]]
    keys: Mapping[str, Keys]

    def near(self, quantity: Quantity, among: Set[str]) -> Set[str]:
        """The claims with which a figure may agree: those on its shelves."""
        steps = {step for said in _as_base(quantity) for step in shelves(said)}
        return NOBODY.union(*(self.shelves.get(step, NOBODY) & among for step in steps))

    def equal(self, quantity: Quantity, among: Set[str]) -> Set[str]:
        """The claims that have this very figure, to EXACT digits, where it is telling."""
        return self.equals.get(_equal(quantity), NOBODY) & among if telling(quantity) else NOBODY

    def slipped(self, quantity: Quantity, among: Set[str]) -> Set[str]:
        """The claims of which a figure may be a value gone wrong."""
        if quantity.high is not None:
            return NOBODY
        keys = _patterns(dimension(quantity.unit), quantity)
        return NOBODY.union(*(self.slips.get(key, NOBODY) & among for key in keys))

    def on(self, iso: str, among: Set[str]) -> Set[str]:
        """The claims of this very day, or month."""
        return self.equals.get(iso, NOBODY) & among if len(iso) > len("2025") else NOBODY


def values_of(claims: Iterable[Claim]) -> Values:
    """What leads to the values of some claims."""
    return of_keys({claim.id: _keys(claim) for claim in claims})


def of_keys(keys: Mapping[str, Keys]) -> Values:
    """The same from what leads to each claim, by id."""
    tables: dict[Kind, dict[Key, set[str]]] = {kind: defaultdict(set) for kind in ("shelf", "equal", "slip")}
    for claim, kinds in keys.items():
        for kind, those in kinds.items():
            table = tables[kind]
            for key in those:
                table[key].add(claim)
    return Values(tables["shelf"], tables["equal"], tables["slip"], keys)


def leads(quantities: Iterable[Quantity], days: Iterable[str]) -> frozenset[str]:
    """What of an article's figures and ISO days may lead to a claim of which it says next to nothing: their
    very digits, where these are telling, the days and their months."""
    digits = {_equal(quantity) for quantity in quantities if telling(quantity)}
    return frozenset((*digits, *days, *(day[: len("2025-01")] for day in days)))


def led_to(claim: Claim) -> frozenset[str]:
    """What leads to a claim by its values alone: where none of it is among an article's `leads`, only the
    article's words do."""
    quantities = [said for value in claim.values if value.quantity for said in _as_base(value.quantity)]
    return leads(quantities, [value.date for value in claim.values if value.date])


def _keys(claim: Claim) -> Keys:
    quantities = [value.quantity for value in claim.values if value.quantity]
    days = [value.date for value in claim.values if value.date]
    equal = {_equal(said) for quantity in filter(telling, quantities) for said in _as_base(quantity)}
    shelf = dict.fromkeys(step for quantity in quantities for step in _steps(quantity, claim.tolerance))
    slip = dict.fromkeys(key for quantity in quantities for key in _traces(quantity))
    return {"shelf": [*shelf], "equal": [*days, *sorted(equal)], "slip": [*slip]}


def _steps(quantity: Quantity, tolerance: float) -> Iterator[int]:
    return (step for said in _as_left_out(quantity) for step in shelves(said, tolerance))


def _traces(quantity: Quantity) -> Iterator[str]:
    measured = {dimension(said.unit) for said in _as_left_out(quantity)} if quantity.high is None else ()
    return (key for measure in measured for key in _patterns(measure, quantity))


def _patterns(measure: str, quantity: Quantity) -> Iterator[str]:
    return (f"{measure} {pattern}" for pattern in patterns(quantity.value))


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


def _equal(quantity: Quantity) -> str:
    return f"{dimension(quantity.unit)} {quantity.value * factor(quantity.unit):.{EXACT}g}"


def _as_base(quantity: Quantity) -> set[Quantity]:
    """A figure, and without what it is per: the claim's own words may tell that."""
    return {quantity, replace(quantity, unit=rate(quantity.unit).of)}


def _as_left_out(quantity: Quantity) -> set[Quantity]:
    """A value as a figure may have it that leaves its unit out: all, what it is per, or all but that."""
    bare = Rate(None, rate(quantity.unit).per).symbol
    return {*_as_base(quantity), replace(quantity, unit=None), replace(quantity, unit=bare)}
