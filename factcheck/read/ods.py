"""Sheets of an OpenDocument (1.3), packed (.ods) or flat (.fods): their cells say how they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal
from xml.etree.ElementTree import Element

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.draft import Piece
from factcheck.read.gaps import BREAK
from factcheck.read.grid import COLUMNS, Book, Cell, Line, Sheet
from factcheck.read.odt import opened, properties
from factcheck.read.odtnames import REPEATED, attribute, name, named_in, repeats, rows
from factcheck.read.odtstory import Story

_KINDS: Mapping[str, Literal["text", "number", "date"]] = {
    "float": "number",
    "percentage": "number",
    "currency": "number",
    "date": "date",
    "time": "date",
}


def workbook(path: str, data: bytes) -> Book:
    """The workbook of a file. Raises ReadError for what is none, is encrypted, damaged or too large."""
    content, meta, _ = opened(path, data, ".ods")
    body = next(named_in(content, "office:spreadsheet"), None)
    if body is None:
        raise ReadError(f"{path}: no workbook in it (save it as .ods)")
    unseen = {
        attribute(style, "style:name") for style in named_in(content, "style:style") if _is_unseen(style)
    }
    tables = [one for one in body if name(one) == "table:table"]
    shown = [one for one in tables if attribute(one, "table:style-name") not in unseen]
    hidden = (attribute(one, "table:name") for one in tables if one not in shown)
    return Book(
        map(_sheet, shown),
        *properties(meta),
        tuple(Aside(called, called, "a hidden sheet") for called in hidden),
    )


def _is_unseen(style: Element) -> bool:
    return any(attribute(one, "table:display") == "false" for one in style)


def _sheet(table: Element) -> Sheet:
    sheet = Sheet(attribute(table, "table:name"), ())
    column = 0
    for one in named_in(table, "table:table-column"):
        before, column = column, min(column + repeats(one, "columns"), COLUMNS)
        if _is_hidden(one):
            sheet.hidden |= set(range(before + 1, column + 1))
    sheet.lines = _lines(table)
    return sheet


def _lines(table: Element) -> Iterator[Line]:
    number = 0
    for row, _ in rows(table, False):
        cells = tuple(_cells(row))
        times = repeats(row, "rows")
        for again in range((times if times <= REPEATED else 1) if cells else 0):
            yield Line(number + again + 1, cells, _is_hidden(row))
        number += times


def _cells(row: Element) -> Iterator[Cell]:
    column = 1
    for one in row:
        if name(one) not in ("table:table-cell", "table:covered-table-cell"):
            continue
        times = repeats(one, "columns")
        if name(one) == "table:table-cell" and len(one):
            yield from _shown(one, column, times)
        column += times


def _shown(cell: Element, column: int, times: int) -> Iterator[Cell]:
    story = Story({})
    story.read(cell)
    pieces = [piece for part in story.parts for piece in (*part.pieces, Piece(BREAK))]
    said = "".join(piece.text for piece in pieces).strip()
    link = next((piece.link for piece in pieces if piece.link), None)
    kind = _KINDS.get(attribute(cell, "office:value-type"), "text")
    for again in range(times if said and times <= REPEATED else bool(said)):
        if column + again <= COLUMNS:
            yield Cell(column + again, said, kind, link)


def _is_hidden(element: Element) -> bool:
    return attribute(element, "table:visibility") in ("collapse", "filter")
