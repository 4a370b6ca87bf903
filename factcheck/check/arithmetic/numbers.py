"""What a figure may stand for as it is written, and how a sum of such is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.agree import digits
from factcheck.language.units import SHARE, dimension, is_currency
from factcheck.model import DateReading, Figure, Quantity

EXACT = 1000
"""Below it every digit of a whole number is meant."""
ROUGH = 0.02
"""Rounding moves a figure by at most this share of it."""
BIG = 1e5
"""From here on, and in decimals, the parts of a sum are rounded each for itself."""
WIDTHS = {
    "exact": (1.0, 1.0),
    "about": (0.9, 1.1),
    "nearly": (0.9, 1.0),
    "at_least": (1.0, 1.5),
    "at_most": (0.67, 1.0),
}
"""The contract's, but for the open ends: what is more than half may be much more."""
Ends = tuple[float, float]


class Reckoning(NamedTuple):
    """A figure or a date that does not follow from others, the sum as it comes out, and these others."""

    at: Figure | DateReading
    sum: str
    others: tuple[Figure | DateReading, ...]


def once(found: Iterable[Reckoning]) -> Iterator[Reckoning]:
    """The first that is found of each figure and date."""
    told: set[int] = set()
    for reckoning in found:
        if reckoning.at.start not in told:
            told.add(reckoning.at.start)
            yield reckoning


def step(quantity: Quantity) -> float:
    """The place of a figure's last significant digit (1000 for 11,000; 0.1 for 3.0)."""
    if quantity.decimals is not None and quantity.decimals > 0:
        return float(10.0**-quantity.decimals)
    value = quantity.value
    shown = Decimal(f"{value:.12g}").adjusted() - digits(value) + 1
    if value % 1 == 0 and abs(value) < EXACT and not _is_counted(quantity):
        shown = 0
    return float(10.0**shown)


def _is_counted(quantity: Quantity) -> bool:
    """Whether a figure counts people, things or coins: a small one is no measure, and exact."""
    return dimension(quantity.unit) == "count" or is_currency(quantity.unit)


def slack(quantity: Quantity) -> float:
    """By how much rounding may have moved a figure."""
    if quantity.value % 1 == 0 and abs(quantity.value) < EXACT and _is_counted(quantity):
        return 0.0
    return min(step(quantity) / 2, ROUGH * abs(quantity.value) or 0.5)


def ends(quantity: Quantity, rounded: float = 0.0) -> Ends:
    """The interval that a figure stands for by its qualifier, `rounded` wider at both ends."""
    if quantity.high is not None:
        low, high = quantity.value, quantity.high
    else:
        about = quantity.coarse and quantity.qualifier == "exact"
        shares = WIDTHS.get("about" if about else quantity.qualifier, (1.0, 1.0))
        low, high = sorted(quantity.value * share for share in shares)
    return low - rounded, high + rounded


def reach(quantity: Quantity) -> Ends:
    """The interval that a figure stands for by its qualifier and its digits."""
    return ends(quantity, slack(quantity) if quantity.qualifier == "exact" else 0.0)


def meet(one: Ends, other: Ends) -> bool:
    """Whether two intervals have a point in common."""
    tiny = 1e-9 * max(map(abs, (*one, *other)))
    return one[0] <= other[1] + tiny and other[0] <= one[1] + tiny


def written(value: float) -> str:
    """A number in an English message: `13,000`, `36.4`, `0.0125`."""
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)) or abs(value) >= EXACT:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 100 else f"{value:.1f}"


def surface(quantity: Quantity) -> str:
    """A figure's number in a message, with its sign of per cent."""
    value = written(quantity.value * 100 if quantity.unit == SHARE else quantity.value)
    return f"{value} %" if dimension(quantity.unit) == "percentage" else value


def percents(quantity: Quantity) -> Quantity:
    """A share in per cent, however it is told."""
    if quantity.unit != SHARE:
        return quantity
    high = None if quantity.high is None else quantity.high * 100
    return Quantity(quantity.value * 100, high, "%", quantity.qualifier, quantity.decimals, quantity.coarse)


def share_ends(quantity: Quantity) -> Ends:
    """The interval, in per cent, that a share stands for: rounded, or cut."""
    share = percents(quantity)
    if share.coarse:
        return ends(share)
    place = step(share)
    low, high = ends(share)
    return low - place / 2, high + place


def adds_up(parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether parts make a total, as they are hedged and rounded."""
    every = (*parts, total)
    finest = min(map(step, every))
    loose = sum(slack(quantity) for quantity in every if step(quantity) > finest)
    if finest >= BIG or finest < 1 or dimension(total.unit) == "percentage":
        loose += len(every) / 2 * finest
    low, high = (sum(ends(part)[side] for part in parts) for side in (0, 1))
    return meet((low - loose, high + loose), ends(total))


def told(parts: Sequence[Quantity]) -> str:
    """`700 + 300 + 100 = 1,100`."""
    return f"{' + '.join(written(part.value) for part in parts)} = {written(sum(p.value for p in parts))}"
