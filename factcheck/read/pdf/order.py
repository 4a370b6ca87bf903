"""The order in which what stands on a page is read (after T. M. Breuel, High Performance Document Layout
Analysis, 2003)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_MANY = 300  # boxes that are put in order by where they stand; more of them, as they were drawn


class Box(NamedTuple):
    """A rectangle on a page, in points, upwards from its foot."""

    left: float
    right: float
    low: float
    high: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.low + self.high) / 2


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """The indices of boxes as they are read: what stands above comes first, and a column before the one to
    its right, but for what a box across both parts from it."""
    if len(boxes) > _MANY:
        return list(range(len(boxes)))
    page = _Page(sorted(boxes, key=lambda box: box.middle))
    at = {id(box): number for number, box in enumerate(page.boxes)}
    waiting = dict.fromkeys(sorted(range(len(boxes)), key=lambda one: (-boxes[one].high, boxes[one].left)))
    before = [page.before(at[id(box)]) for box in boxes]
    order: list[int] = []
    done = 0
    while waiting:
        ready = next((one for one in waiting if not before[one] & ~done), next(iter(waiting)))
        order.append(ready)
        done |= 1 << at[id(boxes[ready])]
        del waiting[ready]
    return order


class _Page:
    """Boxes by their middles, from the foot up, and of each, as the bits of a number, which others share a
    part of its width (`over`) or of its height (`beside`), and which of all stand in columns."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = boxes
        self.middles = [box.middle for box in boxes]
        self.over = [_bits(min(a.right, b.right) > max(a.left, b.left) for b in boxes) for a in boxes]
        self.beside = [_bits(min(a.high, b.high) > max(a.low, b.low) for b in boxes) for a in boxes]
        pairs = zip(self.over, self.beside, strict=True)
        self.columned = _bits(bool(beside & ~over) for over, beside in pairs)

    def before(self, at: int) -> int:
        """The boxes that are read before one."""
        return _bits(other != at and self._precedes(other, at) for other in range(len(self.boxes)))

    def _precedes(self, one: int, two: int) -> bool:
        if self.over[one] >> two & 1:
            return one > two
        left, right = (one, two) if self.boxes[one].left < self.boxes[two].left else (two, one)
        both = self.over[one] & self.over[two] & ~(1 << one | 1 << two)
        if both & self._between(self.boxes[one], self.boxes[two]):
            return False
        return one == left if self._are_columns(left, right, both) else one > two

    def _between(self, one: Box, two: Box) -> int:
        low, high = sorted((min(one.high, two.high), max(one.low, two.low)))
        first, last = bisect_left(self.middles, low), bisect_right(self.middles, high)
        return (1 << last) - (1 << first)

    def _are_columns(self, left: int, right: int, both: int) -> bool:
        """Whether two boxes of which neither is over the other are of two columns: they, or what stands over
        each of them, stand beside one another, and nothing is over both columns."""
        if self.beside[left] >> right & 1:
            return True
        if both & self.columned:
            return False
        own, other = self.over[left] & ~self.over[right], self.over[right] & ~self.over[left]
        own, other = own | 1 << left, other | 1 << right
        return any(own >> at & 1 and self.beside[at] & other for at in range(own.bit_length()))


def _bits(flags: Iterable[bool]) -> int:
    return sum(1 << at for at, flag in enumerate(flags) if flag)
