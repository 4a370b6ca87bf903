"""The edges of pages: running heads and feet, and the pages' numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.read.pdf.lines import Line

_EDGE, _OUTERMOST = 0.1, 0.2  # of a page's height, above and below: for all, and for a number alone
_OUTER = 3  # so many rows from the head or the foot
_LEVEL = 3.0  # points: as far as a running line moves from page to page
_NEAR = 3  # of the lines that say the same: with so many before it a line is compared
_NUMBER = re.compile(r"\d+")
_FOLIO = re.compile(
    r"\W*(?:p(?:age|ág(?:ina)?|\.)?|página)\W*\d{1,4}(?:\W*(?:/|sur|of|de)\W*\d{1,4})?\W*"
    r"|\W*\d{1,4}\W*(?:/|sur|of|de)\W*\d{1,4}\W*|[-–—•|\[(]\s*\d{1,4}\s*[-–—•|\])]",
    re.IGNORECASE,
)
_BARE = re.compile(r"\d{1,3}|[ivxl]{1,6}")


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
    is_folio: bool


def without_edges(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[Line]]:
    """The sheets without what stands at the edges of more than one of them, but for the number of the page;
    and those lines."""
    same: dict[str, list[_Edge]] = {}
    out: dict[int, Line] = {}
    for sheet in sheets:
        for edge in _edges(sheet):
            line = edge.line
            if edge.is_folio:
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
    height = sheet.head - sheet.foot
    levels = sorted({round(line.base) for line in sheet.lines}, reverse=True)
    outer, outermost = {*levels[:_OUTER], *levels[-_OUTER:]}, {*levels[:1], *levels[-1:]}
    alone = Counter(round(line.base) for line in sheet.lines)
    for line in sheet.lines:
        level = round(line.base)
        near = min(line.base - sheet.foot, sheet.head - line.base) / height
        if near >= _OUTERMOST or level not in outer:
            continue
        numbers = tuple(int(number[:18]) for number in _NUMBER.findall(line.text))
        bare = alone[level] == 1 and level in outermost and _BARE.fullmatch(line.text)
        if near < _EDGE:
            yield _Edge(line, sheet.head - line.base, numbers, bool(bare or _FOLIO.fullmatch(line.text)))
        elif bare:
            yield _Edge(line, sheet.head - line.base, numbers, numbers == (sheet.page,))


def _runs_on(one: _Edge, two: _Edge) -> bool:
    """Whether a line of two pages is one: where its numbers differ, they count the pages."""
    pages = two.line.page - one.line.page
    pairs = zip(one.numbers, two.numbers, strict=True)
    return bool(pages) and abs(one.place - two.place) < _LEVEL and all(b - a in (0, pages) for a, b in pairs)
