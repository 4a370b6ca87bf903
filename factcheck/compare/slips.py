"""Whether one figure is another gone wrong under a writer's hand.

Four slips in five are one edit (Damerau, "A technique for computer detection and correction of spelling
errors", 1964): in figures, two neighbouring digits that changed places, or one digit that is another.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

FEWEST = 3
"""A figure of fewer digits in which one has changed is any other figure."""


@lru_cache(maxsize=65536)
def one_slip(wrong: float, right: float) -> bool:
    """Whether two figures, in one unit, differ by two neighbouring digits that changed places, or by one
    digit of FEWEST or more. Zeros at the end count no digit: 31,000 is no slip of 11,000."""
    one, other = _digits(wrong), _digits(right)
    if len(one) != len(other) or one == other:
        return False
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differing) == 1:
        return len(one.rstrip("0")) >= FEWEST or len(other.rstrip("0")) >= FEWEST
    first, last = differing[0], differing[-1]
    return last - first == 1 and one[first] == other[last] and one[last] == other[first]


def patterns(value: float) -> Iterator[str]:
    """What a figure has in common with each that is one slip away, or a magnitude: its digits less one, with
    two neighbours in whatever order, or without the zeros at their end (the deletion neighbourhoods of
    Garbe's SymSpell, 2012)."""
    said = _digits(value)
    plain = said.replace(".", "").strip("0")
    if len(plain) > 1:
        yield f"={plain}"
    for at, digit in enumerate(said):
        if digit != "." and len(said) >= FEWEST:
            yield f"{said[:at]}?{said[at + 1 :]}"
        pair = said[at : at + 2]
        if len(pair) == 2 and pair[0] != pair[1] and "." not in pair:
            yield f"{said[:at]}<{min(pair)}{max(pair)}>{said[at + 2 :]}"


def _digits(value: float) -> str:
    """A figure as its digits and its point: equal lengths are equal magnitudes."""
    return format(Decimal(f"{abs(value):.12g}"), "f")
