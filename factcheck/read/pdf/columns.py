"""The blocks of a page: lines below one another, of one column, and tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.read.pdf.justified import mended
from factcheck.read.pdf.lines import Line, alike
from factcheck.read.pdf.order import Box, reading_order
from factcheck.read.pdf.tables import Table, tables

_APART = 2.5  # of a letter's height: lines further apart are not of one block
_NEAR = 100  # so many lines further down a line is looked for that stands right below


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


def blocks(lines: Sequence[Line]) -> list[Block]:
    """The blocks of the lines of a page (as `lines_of` gives them), in the order in which they are read."""
    whole = mended(lines)
    found = tables(whole)
    taken = {id(line) for table in found for line in table.lines}
    rest = [line for line in whole if id(line) not in taken]
    made = [Block(table.lines, table) for table in found]
    made += [Block(tuple(chain)) for chain in _chains(rest)]
    made.sort(key=lambda block: min(line.first for line in block.lines))
    return [made[at] for at in reading_order([_box(block) for block in made])]


def _box(block: Block) -> Box:
    low = min(line.base for line in block.lines)
    return Box(block.left, block.right, low, max(line.base + 0.7 * line.size for line in block.lines))


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
        joined = len(parents) == 1 and below[parents[0]] == [at] and alike(lines[parents[0]], line)
        of[at] = of[parents[0]] if joined else at
        chains.setdefault(of[at], []).append(line)
    return list(chains.values())


def _below(lines: Sequence[Line], at: int) -> list[int]:
    """The lines right below a line: no other stands between."""
    line = lines[at]
    found: list[int] = []
    for other in range(at + 1, min(at + _NEAR, len(lines))):
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
