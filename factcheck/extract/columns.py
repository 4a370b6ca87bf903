"""The units that a table's header, or the first cell of a row, gives to its bare numbers: "Budget (M€)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from factcheck.extract.tables import above
from factcheck.model import Block, Figure, Span

_ASIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_LEADING = re.compile(r"(?:in|en)\s+", re.IGNORECASE)
_LONGEST = 40

Reads = Callable[[str], Iterable[Figure]]


class Measure(NamedTuple):
    """What one of a column is: so many of a unit (1,000,000 EUR)."""

    scale: float
    unit: str | None


def measured(prose: str, blocks: Sequence[Block], figures: Iterable[Figure], reads: Reads) -> list[Figure]:
    """The figures of an article, sorted; those that stand alone in a cell of a table, without a unit, with
    the one that the header's cell above has in brackets, or else the row's first cell. `reads` gives the
    figures of a text in the article's language, `blocks` are sorted."""
    rows = [block for block in blocks if block.kind == "row" and block.header]
    if not rows:
        return list(figures)
    known: dict[str, Measure | None] = {}
    return [_of_table(prose, rows, figure, lambda cell: _measure(cell, reads, known)) for figure in figures]


def _of_table(
    prose: str, rows: Sequence[Block], figure: Figure, measure: Callable[[str], Measure | None]
) -> Figure:
    at = bisect_right(rows, figure.start, key=attrgetter("start")) - 1
    row = rows[max(at, 0)]
    bare = row.start <= figure.start < row.end and figure.quantity.unit is None
    if not bare or not _alone(prose, row, figure):
        return figure
    found = next(filter(None, (measure(prose[slice(*cell)]) for cell in _heads(prose, row, figure))), None)
    return _in(figure, found) if found else figure


def _alone(prose: str, row: Block, figure: Figure) -> bool:
    """Whether nothing else stands in a figure's cell."""
    low = max(row.start, prose.rfind("|", row.start, figure.start) + 1)
    high = prose.find("|", figure.end, row.end)
    before, behind = prose[low : figure.start], prose[figure.end : row.end if high < 0 else high]
    return not any(char.isalnum() for char in before + behind)


def _heads(prose: str, row: Block, figure: Figure) -> Iterator[Span]:
    """The cells that tell of a figure's: the header's above it, the first one of its row."""
    if row.header and row.header != (row.start, row.end):
        cell = above(prose, row.header, row.end, (figure.start, figure.end))
        if cell:
            yield cell
    end = prose.find("|", row.start, figure.start)
    if end >= 0:
        yield row.start, end


def _measure(cell: str, reads: Reads, known: dict[str, Measure | None]) -> Measure | None:
    if cell not in known:
        asides = (_LEADING.sub("", aside.strip(), 1) for aside in _ASIDE.findall(cell))
        known[cell] = next(filter(None, (_read(aside, reads) for aside in asides if aside)), None)
    return known[cell]


def _read(aside: str, reads: Reads) -> Measure | None:
    """What one of it is, if a text is nothing but a unit or a magnitude: `M€`, `£m`, `thousand tonnes`."""
    if len(aside) > _LONGEST or any(char.isdecimal() for char in aside):
        return None
    sign = "" if aside[0].isalnum() else aside[0]
    for text in dict.fromkeys((f"1 {aside}", f"1{aside}", f"{sign}1{aside[len(sign) :]}")):
        found = list(reads(text))
        whole = len(found) == 1 and (found[0].outer_start, found[0].outer_end) == (0, len(text))
        if whole and found[0].noun is None and (found[0].quantity.unit or found[0].quantity.value != 1):
            return Measure(found[0].quantity.value, found[0].quantity.unit)
    return None


def _in(figure: Figure, measure: Measure) -> Figure:
    quantity, scale = figure.quantity, measure.scale
    high = quantity.high if quantity.high is None else _times(quantity.high, scale)
    decimals = quantity.decimals if scale == 1 else None
    told = replace(
        quantity, value=_times(quantity.value, scale), high=high, unit=measure.unit, decimals=decimals
    )
    return replace(figure, quantity=told)


def _times(value: float, scale: float) -> float:
    """A product without the dust of binary fractions: 4.1 million is 4,100,000."""
    return float(f"{value * scale:.12g}")
