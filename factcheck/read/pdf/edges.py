"""The edges of pages: running heads and feet, and the pages' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.read.pdf.lines import Line

_EDGE = 0.1  # of a page's height, above and below
_OUTER = 3  # so many rows from the head or the foot
_LEVEL = 3.0  # points: as far as a running line moves from page to page
_NEAR = 3  # of the lines that say the same: with so many before it a line is compared
_NUMBER = re.compile(r"\d+")
_FOLIO = re.compile(
    r"\W*(?:(?:p(?:age|ág(?:ina)?|\.)?|página|seite)\W*)?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\W*(?:/|sur|of|de|von)\W*\d{1,4})?\W*",
    re.IGNORECASE,
)


class Sheet(NamedTuple):
    """The lines of a page in one direction, from its head down, and where its foot and its head are."""

    page: int
    lines: tuple[Line, ...]
    foot: float
    head: float


class _Edge(NamedTuple):
    line: Line
    place: float
    numbers: tuple[int, ...]


def without_edges(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Line]]:
    """The sheets without what stands at the edges of more than one of them, but for the number of the page;
    and those lines."""
    same: dict[str, list[_Edge]] = {}
    out: dict[int, Line] = {}
    for sheet in sheets:
        for edge in _edges(sheet):
            line = edge.line
            if _FOLIO.fullmatch(line.text):
                out[id(line)] = line
            rows = same.setdefault(_NUMBER.sub("#", line.text), [])
            for other in rows[-_NEAR:]:
                if _runs_on(other, edge):
                    out |= {id(other.line): other.line, id(line): line}
            rows.append(edge)
    kept = [
        sheet._replace(lines=tuple(line for line in sheet.lines if id(line) not in out)) for sheet in sheets
    ]
    return kept, sorted(out.values(), key=lambda line: (line.page, -line.base, line.left))


def _edges(sheet: Sheet) -> Iterator[_Edge]:
    reach = _EDGE * (sheet.head - sheet.foot)
    levels = sorted({round(line.base) for line in sheet.lines}, reverse=True)
    outer = {*levels[:_OUTER], *levels[-_OUTER:]}
    for line in sheet.lines:
        if round(line.base) in outer and not sheet.foot + reach < line.base < sheet.head - reach:
            numbers = tuple(int(number[:18]) for number in _NUMBER.findall(line.text))
            yield _Edge(line, sheet.head - line.base, numbers)


def _runs_on(one: _Edge, two: _Edge) -> bool:
    """Whether a line of two pages is one: where its numbers differ, they count the pages."""
    pages = two.line.page - one.line.page
    pairs = zip(one.numbers, two.numbers, strict=True)
    return bool(pages) and abs(one.place - two.place) < _LEVEL and all(b - a in (0, pages) for a, b in pairs)
