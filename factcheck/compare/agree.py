"""When two figures, dates or names agree (contract, "When two figures agree")."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache

from factcheck.language.units import convert, dimension
from factcheck.language.words import fold, words
from factcheck.model import Claim, Quantity

FARTHEST_ROUNDING = 0.10
"""Rounding explains a difference of at most this share of the greater figure."""
FARTHEST_CUT = 0.01
"""Cutting instead of rounding is forgiven up to this share."""
WIDTHS = {
    "exact": (1.0, 1.0),
    "about": (0.9, 1.1),
    "nearly": (0.9, 1.0),
    "at_least": (1.0, 1.25),
    "at_most": (0.8, 1.0),
}
"""What a qualifier makes of n: the interval's ends, as shares of n."""
TO_THE_DIGIT = frozenset({"percentage", "points"})
"""What is measured in figures of which every written digit counts."""
SMALL = 100
"""Below it every digit of a plain number counts."""
_SLACK = 1e-9
_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"})
"""Letters that other alphabets write so; `fold` leaves them, for it keeps a text's length."""


def interval(quantity: Quantity, tolerance: float = 0.0) -> tuple[float, float]:
    """The interval that a figure stands for, in its own unit, `tolerance` (a share) added at both ends."""
    if quantity.high is not None:
        ends = (quantity.value, quantity.high)
    else:
        about = quantity.coarse and quantity.qualifier == "exact"
        low, high = WIDTHS.get("about" if about else quantity.qualifier, (1.0, 1.0))
        ends = (quantity.value * low, quantity.value * high)
    least, most = ends if ends[0] <= ends[1] else (ends[1], ends[0])
    slack = tolerance * max(-least, most)
    return least - slack, most + slack


@lru_cache(maxsize=65536)
def digits(value: float) -> int:
    """The number of significant digits of a figure; trailing zeros are not significant (11,000 has 2)."""
    return max(1, len(Decimal(f"{value:.12g}").normalize().as_tuple().digits))


@lru_cache(maxsize=65536)
def rounds_to(finer: float, coarser: float) -> bool:
    """Whether `finer` gives `coarser` when rounded half up, or cut, to its significant digits."""
    greater = max(abs(finer), abs(coarser))
    if abs(finer - coarser) > FARTHEST_ROUNDING * greater + _SLACK:
        return False
    number = Decimal(f"{finer:.12g}")
    place = Decimal(1).scaleb(number.adjusted() - digits(coarser) + 1)
    target = Decimal(f"{coarser:.12g}")
    if number.quantize(place, ROUND_HALF_UP) == target:
        return True
    cut = number.quantize(place, ROUND_DOWN) == target
    return cut and abs(finer - coarser) <= FARTHEST_CUT * greater + _SLACK


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= _SLACK * max(abs(one), abs(other), 1.0)


def same(one: float, other: float) -> bool:
    """Whether two plain figures agree: equal, or one is the other rounded."""
    if _equal(one, other):
        return True
    finer, coarser = (one, other) if digits(one) > digits(other) else (other, one)
    return digits(finer) > digits(coarser) and rounds_to(finer, coarser)


@lru_cache(maxsize=65536)
def _shown(value: float) -> int:
    """How many digits a figure has behind its point."""
    exponent = Decimal(f"{value:.12g}").normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals(quantity: Quantity) -> int:
    """How many digits are written behind a figure's point; -1 for one that is told in tens."""
    return _shown(quantity.value) if quantity.decimals is None else quantity.decimals


def to_the_digit(one: float, other: float, place: int, other_place: int) -> bool:
    """Whether two plain figures that differ, and of which every digit counts, agree: the finer one, rounded
    half up to as many decimals as the other one has (31.6 gives 32), is the other one, and not far from it,
    but where that is told in tens. The places are their decimals."""
    step = Decimal(1).scaleb(-min(place, other_place))
    farthest = float(step) / 2
    if step <= 1:
        farthest = min(farthest, FARTHEST_ROUNDING * max(abs(one), abs(other)))
    if place == other_place or abs(one - other) > farthest + _SLACK:
        return False
    finer, coarser = (one, other) if place > other_place else (other, one)
    return Decimal(f"{finer:.12g}").quantize(step, ROUND_HALF_UP) == Decimal(f"{coarser:.12g}")


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    slack = _SLACK * max(-one[0], one[1], -other[0], other[1], 1.0)
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _worlds_apart(one: Quantity, other: Quantity, tolerance: float) -> bool:
    """A quick no: two figures of which no qualifier, rounding or tolerance brings the ends together."""
    if one.high is not None or other.high is not None or tolerance or one.value * other.value <= 0:
        return False
    if (one.decimals or 0) < 0 or (other.decimals or 0) < 0:
        return False
    exact = one.qualifier == other.qualifier == "exact" and not (one.coarse or other.coarse)
    widest = 1.2 if exact else 2.0
    return not 1 / widest < one.value / other.value < widest


def _in_one_unit(one: Quantity, other: Quantity, tolerance: float, converted: bool = False) -> bool:
    if _worlds_apart(one, other, tolerance):
        return False
    mine, theirs = interval(one), interval(other, tolerance)
    if _meet(mine, theirs):
        return True
    if mine[0] != mine[1]:
        one, other, mine, theirs = other, one, theirs, mine
    return mine[0] == mine[1] and any(_rounded(one, other, end, converted) for end in set(theirs))


def _rounded(plain: Quantity, wide: Quantity, end: float, converted: bool) -> bool:
    """Whether a plain figure rounds to an end of another's interval, or is rounded from it."""
    kind = dimension(plain.unit)
    small = kind == "count" and min(abs(plain.value), abs(end)) < SMALL
    ages = plain.unit == wide.unit == "year" and not converted
    if small or ages or kind in TO_THE_DIGIT:
        return to_the_digit(plain.value, end, decimals(plain), _place(wide, end))
    return same(plain.value, end)


def _place(quantity: Quantity, end: float) -> int:
    """How many decimals an end of a figure's interval has: no fewer than the figure, where it was
    reckoned."""
    if end == quantity.value:
        return decimals(quantity)
    return _shown(end) if quantity.high is not None else max(_shown(end), decimals(quantity))


def _converted(quantity: Quantity, unit: str | None) -> Quantity:
    value = convert(quantity.value, quantity.unit, unit)
    high = None if quantity.high is None else convert(quantity.high, quantity.unit, unit)
    return replace(
        quantity, value=quantity.value if value is None else value, high=high, unit=unit, decimals=None
    )


def agree(one: Quantity, other: Quantity, tolerance: float = 0.0) -> bool:
    """Whether two figures agree; `tolerance` is slack on `other` (the registry's), as a share of it.

    Units that convert are compared in either unit (20 km is 12.4 miles); units that do not never agree.
    """
    if dimension(one.unit) != dimension(other.unit):
        return False
    if one.unit == other.unit or None in (one.unit, other.unit):
        return _in_one_unit(one, other, tolerance)
    return _in_one_unit(one, _converted(other, one.unit), tolerance, converted=True) or _in_one_unit(
        _converted(one, other.unit), other, tolerance, converted=True
    )


def agrees(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure agrees with any value that a claim has had, or will have."""
    return any(v.quantity and agree(quantity, v.quantity, claim.tolerance) for v in claim.values)


def dates_agree(one: str, other: str) -> bool:
    """Whether two ISO dates agree at the coarser one's precision (`2024-06` agrees with `2024-06-19`)."""
    return one.startswith(other) or other.startswith(one)


def names_agree(one: str, other: str) -> bool:
    """Whether two names are one: case, accents and punctuation aside, or the surname alone, or without a
    middle name, or with initials."""
    mine, theirs = parts(one), parts(other)
    if mine == theirs:
        return True
    shorter, longer = sorted((mine, theirs), key=len)
    if not shorter or longer[-len(shorter) :] == shorter:
        return bool(shorter)
    return len(shorter) > 1 and len(shorter[-1]) > 1 and _in_order(shorter, longer)


@lru_cache(maxsize=65536)
def parts(name: str) -> list[str]:
    """The words of a name, in lower case, without accents or another alphabet's letters."""
    return words(fold(name).translate(_LETTERS)).folded


def _in_order(shorter: list[str], longer: list[str]) -> bool:
    """Whether each word of a name stands in a longer one, in order, in full or as an initial."""
    rest = iter(longer)
    return all(any(_stands_for(word, other) for other in rest) for word in shorter)


def _stands_for(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))
