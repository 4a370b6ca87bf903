"""The blocks of a page, and the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.read.pdf.justified import mended
from factcheck.read.pdf.lines import Line
from factcheck.read.pdf.tables import Table, tables

_APART = 2.5  # of a letter's height: lines further apart are not of one block
_LARGER = 1.15  # how much higher the letters of another block are
_MANY = 400  # blocks of a page that are put in order by where they stand; more, as they were drawn


class Block(NamedTuple):
    """Lines below one another, or a table."""

    lines: tuple[Line, ...]
    table: Table | None = None

    @property
    def left(self) -> float:
        """The left edge."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """The right edge."""
        return max(line.right for line in self.lines)


class _Placed(NamedTuple):
    left: float
    right: float
    low: float
    high: float
    first: int
    block: Block


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of the lines of a page (as `lines_of` gives them), in the order in which they are read."""
    whole = mended(lines)
    found = tables(whole)
    taken = {id(line) for table in found for line in table.lines}
    rest = [line for line in whole if id(line) not in taken]
    made = [Block(table.lines, table) for table in found]
    made += [Block(tuple(chain)) for chain in _chains(rest)]
    return [one.block for one in _in_order([_placed(block) for block in made])]


def _placed(block: Block) -> _Placed:
    return _Placed(
        block.left,
        block.right,
        min(line.base for line in block.lines),
        max(line.base + 0.7 * line.size for line in block.lines),
        min(line.first for line in block.lines),
        block,
    )


def _chains(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines with one line right above and one below: where a line has two below it, columns begin."""
    below = [_below(lines, at) for at in range(len(lines))]
    above: dict[int, list[int]] = {}
    for at, found in enumerate(below):
        for other in found:
            above.setdefault(other, []).append(at)
    chains: dict[int, list[Line]] = {}
    of: dict[int, int] = {}
    for at, line in enumerate(lines):
        parents = above.get(at, [])
        joined = len(parents) == 1 and below[parents[0]] == [at] and _alike(lines[parents[0]], line)
        of[at] = of[parents[0]] if joined else at
        chains.setdefault(of[at], []).append(line)
    return list(chains.values())


def _below(lines: Sequence[Line], at: int) -> list[int]:
    """The lines right below a line: no other stands between."""
    line = lines[at]
    found: list[int] = []
    for other in range(at + 1, len(lines)):
        next_ = lines[other]
        drop = line.base - next_.base
        if drop > _APART * max(line.size, next_.size):
            break
        if drop < 0.3 * line.size or not _overlap(line, next_):
            continue
        if not any(_overlap(lines[seen], next_) for seen in found):
            found.append(other)
    return found


def _overlap(one: Line, two: Line) -> bool:
    shared = min(one.right, two.right) - max(one.left, two.left)
    return shared > 0.1 * min(one.width, two.width)


def _alike(one: Line, two: Line) -> bool:
    small, large = sorted((one.size, two.size))
    return large < _LARGER * small


def _in_order(found: list[_Placed]) -> list[_Placed]:
    """Blocks as they are read: what stands above first, then what stands to the left, unless something
    across both stands between (T. M. Breuel, High Performance Document Layout Analysis, 2003)."""
    found = sorted(found, key=lambda one: one.first)
    if len(found) > _MANY:
        return found
    before = [
        [other for other in range(len(found)) if other != at and _precedes(found, other, at)]
        for at in range(len(found))
    ]
    order: list[int] = []
    left = dict.fromkeys(sorted(range(len(found)), key=lambda at: (-found[at].high, found[at].left)))
    done: set[int] = set()
    while left:
        ready = next((at for at in left if done.issuperset(before[at])), None)
        at = next(iter(left)) if ready is None else ready
        order.append(at)
        done.add(at)
        del left[at]
    return [found[at] for at in order]


def _precedes(found: Sequence[_Placed], at: int, other: int) -> bool:
    one, two = found[at], found[other]
    if _across(one, two):
        return one.low + one.high > two.low + two.high
    left, right = (one, two) if one.left < two.left else (two, one)
    low, high = min(one.high, two.high), max(one.low, two.low)
    rest = [three for three in found if three is not one and three is not two]
    if any(
        low <= (three.low + three.high) / 2 <= high and _across(three, one) and _across(three, two)
        for three in rest
    ):
        return False
    if _beside(one, two) or any(_columned(left, right, three) for three in rest):
        return one is left
    return one.low > two.low


def _columned(left: _Placed, right: _Placed, three: _Placed) -> bool:
    """Whether a block stands below or above one of two, and beside the other: they are of two columns."""
    if _across(three, left):
        return not _across(three, right) and _beside(three, right)
    return _across(three, right) and _beside(three, left)


def _beside(one: _Placed, two: _Placed) -> bool:
    return min(one.high, two.high) > max(one.low, two.low)


def _across(one: _Placed, two: _Placed) -> bool:
    return min(one.right, two.right) > max(one.left, two.left)
