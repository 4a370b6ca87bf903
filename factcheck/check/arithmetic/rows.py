"""A table's last row that is not what its rows make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, adds_up, told
from factcheck.model import Article, Figure

_MOST = 200
"""How many rows of a table are added up at most."""


def rows(article: Article, lines: Sequence[tuple[int, Line]]) -> Iterator[Reckoning]:
    """The figures of total rows that are not the sum of their column; `lines` come with their block's
    number."""
    tables = groupby(lines, key=lambda row: article.blocks[row[0]].header)
    for header, found in tables:
        if header is not None:
            yield from _table(article.text, [line for _, line in found])


def _table(prose: str, lines: Sequence[Line]) -> Iterator[Reckoning]:
    last = lines[-1] if 2 < len(lines) <= _MOST else None
    if last is None or not _is_total(last):
        return
    columns = [_columns(prose, line) for line in lines]
    for column, total in columns[-1].items():
        parts = [row[column] for row in columns[:-1] if column in row]
        if total and len(parts) == len(lines) - 1 and all(parts):
            yield from _column([part for part in parts if part], total)


def _is_total(line: Line) -> bool:
    return line.turns.sums.at(line.text, bisect_left(line.text.starts, line.start)) is not None


def _columns(prose: str, line: Line) -> dict[int, Figure | None]:
    """The figure of each cell, counted from the row's end; None where a cell has several."""
    found: dict[int, Figure | None] = {}
    for figure in line.figures:
        column = prose.count("|", figure.end, line.end)
        found[column] = None if column in found else figure
    return found


def _column(parts: Sequence[Figure], total: Figure) -> Iterator[Reckoning]:
    every = [*parts, total]
    quantities = [part.quantity for part in parts]
    if any(f.quantity.high is not None for f in every) or len({f.quantity.unit for f in every}) > 1:
        return
    values = [quantity.value for quantity in quantities]
    unit = total.quantity.unit or ""
    share = unit in ("%", "points", "times") or "/" in unit
    if share or min(values) <= total.quantity.value <= max(values) or min(values) < 0:
        return  # a mean, a rate
    if not adds_up(quantities, total.quantity):
        yield Reckoning(total, told(quantities), tuple(parts))
