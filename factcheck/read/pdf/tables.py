"""Tables: rows of short lines, set below one another in columns."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from factcheck.read.pdf.justified import drawn_together
from factcheck.read.pdf.lines import Line, rows

_APART = 3.5  # of a letter's height: rows further apart are not of one table
_NEAR = 50  # tables beside one another
_PROSE_WORDS = 3  # a line of text has so many words, in the mean
_NEARER = 0.8  # times the distance of most rows
_OFTEN = 0.25  # of the rows of the commonest length: so many have all their cells
_FULL = 0.75  # of its column's width
_FIGURES = 0.4  # of a column's cells, at the least, where its cells were drawn column by column

Row = tuple[tuple[Line, ...], ...]
"""Of each column its lines in a row, often none or one."""


class Table(NamedTuple):
    """The lines of a table, and the same by rows and columns."""

    lines: tuple[Line, ...]
    rows: tuple[Row, ...]


def tables(lines: Sequence[Line]) -> list[Table]:
    """The tables among the lines of a page: drawn row by row, or column by column where one has figures."""
    found = list(rows(lines))
    by_rows = [
        table
        for one in _stretches([cut for row in found for cut in drawn_together(row)])
        if (table := _table(one, True))
    ]
    taken = {id(line) for table in by_rows for line in table.lines}
    rest = [[line for line in row if id(line) not in taken] for row in found]
    by_columns = (_table(one, False) for one in _stretches([row for row in rest if row]))
    return [*by_rows, *filter(None, by_columns)]


def _stretches(found: Sequence[list[Line]]) -> list[list[list[Line]]]:
    """Rows of two lines or more below one another, with single lines that keep to one column between."""
    stretches: list[list[list[Line]]] = []
    active: list[list[list[Line]]] = []
    for row in found:
        active = [one for one in active[-_NEAR:] if one[-1][0].base - row[0].base < _APART * row[0].size]
        home = next((one for one in active if _over(one[-1], row)), None)
        if home is None and len(row) > 1:
            active.append([row])
            stretches.append(active[-1])
        elif home is not None and len(row) == 1 and sum(_over([cell], row) for cell in home[-1]) > 1:
            active = [one for one in active[-_NEAR:] if one is not home]
        elif home is not None:
            home.append(row)
    return stretches


def _over(one: Sequence[Line], two: Sequence[Line]) -> bool:
    return min(one[-1].right, two[-1].right) > max(one[0].left, two[0].left)


def _table(stretch: list[list[Line]], by_rows: bool) -> Table | None:
    while len(stretch[-1]) < 2:
        stretch.pop()
    if len(stretch) < 2:
        return None
    lengths = Counter(len(row) for row in stretch if len(row) > 1)
    usual = max(length for length, count in lengths.items() if count >= _OFTEN * max(lengths.values()))
    columns = _columns([row for row in stretch if len(row) == usual])
    bounds = [(one[1] + two[0]) / 2 for one, two in pairwise(columns)]
    made = _unwrapped([_cells(row, bounds) for row in stretch], [row[0] for row in stretch])
    if not bounds or not _is_table(made, by_rows):
        return None
    return Table(tuple(line for row in stretch for line in row), tuple(made))


def _columns(stretch: Sequence[Sequence[Line]]) -> list[tuple[float, float]]:
    """Where columns stand, from the left: the cells of rows of one length below one another, or, where those
    do not stand so, all that have a part of their width in common."""
    found = [
        (min(line.left for line in column), max(line.right for line in column))
        for column in zip(*stretch, strict=True)
    ]
    if all(one[1] <= two[0] for one, two in pairwise(found)):
        return found
    found = []
    for line in sorted((line for row in stretch for line in row), key=lambda line: line.left):
        if found and line.left < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], line.right))
        else:
            found.append((line.left, line.right))
    return found


def _cells(row: Sequence[Line], bounds: Sequence[float]) -> Row:
    """A row by its columns, which the bounds part."""
    cells: list[list[Line]] = [[] for _ in range(len(bounds) + 1)]
    for line in row:
        cells[bisect(bounds, (line.left + line.right) / 2)].append(line)
    return tuple(map(tuple, cells))


def _unwrapped(made: Sequence[Row], starts: Sequence[Line]) -> list[Row]:
    """The rows, where a cell on several lines has all of them: these stand nearer than rows do. A row of all
    cells is one of its own, and so is one with a figure."""
    steps = [one.base - two.base for one, two in pairwise(starts)]
    near = _NEARER * median(steps)
    found = [made[0]]
    for row, step in zip(made[1:], steps, strict=True):
        if step < near and _goes_on(found[-1], row):
            found[-1] = tuple(above + cell for above, cell in zip(found[-1], row, strict=True))
        else:
            found.append(row)
    return found


def _goes_on(above: Row, row: Row) -> bool:
    figures = any(line.text[:1].isdigit() for cell in row for line in cell)
    return not figures and not all(row) and all(one or not two for one, two in zip(above, row, strict=True))


def _is_table(made: Sequence[Row], by_rows: bool) -> bool:
    columns = [[line for cell in column for line in cell] for column in zip(*made, strict=True)]
    prose = sum(_is_prose(column) for column in columns if column)
    figures = (_is_figures(column) for column in columns if column)
    return prose < 2 if by_rows else not prose and any(figures)


def _is_prose(column: Sequence[Line]) -> bool:
    width = max(line.right for line in column) - min(line.left for line in column)
    full = median(line.width for line in column[:-1] or column) > _FULL * width  # the last may be short
    words = sum(line.words for line in column) / len(column)
    return full and words >= _PROSE_WORDS and not _is_figures(column)


def _is_figures(column: Sequence[Line]) -> bool:
    figures = sum(any(map(str.isdigit, line.text[:2])) and line.words <= _PROSE_WORDS for line in column)
    return figures >= _FIGURES * len(column)
