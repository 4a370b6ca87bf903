"""Lines that were stretched to their column's width: gaps between their words may be as wide as gutters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from factcheck.read.pdf.lines import Line, alike, one_line, rows

_TIGHT = 1.6  # of a letter's height: as near as the lines of a paragraph stand to one another
_STRETCH = 8.0  # the same: no gap between two words is wider
_NEAR = 50  # lines that are compared
_FLUSH = 0.4  # the same: how far from its neighbour's an edge may be
_ENDED = re.compile(r"[.!?…:][»”\")\]\s]*$")


def mended(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, from the head down, where the pieces of a stretched one are one again: together
    they are as wide as the line right above or below, with which their sentence goes on."""
    found = [group for row in rows(lines) for group in drawn_together(row)]
    down = _pass(found)
    up = _pass(down[::-1])[::-1]
    return [line for group in up for line in group]


def drawn_together(row: Sequence[Line]) -> list[list[Line]]:
    """A row, cut where what follows was not drawn right behind."""
    cut = [[row[0]]]
    for one, two in pairwise(row):
        if two.first != one.last + 1:
            cut.append([])
        cut[-1].append(two)
    return cut


def _pass(found: Sequence[list[Line]]) -> list[list[Line]]:
    """The same, looking at the neighbours that came before."""
    near: list[Line] = []
    passed: list[list[Line]] = []
    for pieces in found:
        group = pieces
        near = [line for line in near[-_NEAR:] if abs(line.base - group[0].base) <= _TIGHT * line.size]
        if len(group) > 1 and any(_is_stretched(group, line) for line in near):
            group = [reduce(lambda one, two: one_line(one, two, " "), group)]
        if len(group) == 1:
            near.append(group[0])
        passed.append(group)
    return passed


def _is_stretched(group: Sequence[Line], line: Line) -> bool:
    """Whether pieces are as wide as a neighbour, and of one sentence with it."""
    reach = _FLUSH * line.size
    flush = abs(group[0].left - line.left) < reach and abs(group[-1].right - line.right) < reach
    if not flush or any(two.left - one.right > _STRETCH * one.size for one, two in pairwise(group)):
        return False
    above = line if line.base > group[0].base else group[-1]
    return alike(line, group[0]) and line.base != group[0].base and not _ENDED.search(above.text)
