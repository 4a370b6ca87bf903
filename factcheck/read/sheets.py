"""Workbooks: each sheet's tables as a reader sees them, or with named columns an article a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.draft import Draft, Part, Piece, row
from factcheck.read.gaps import BREAK, apart
from factcheck.read.grid import Book, Cell, Line, Sheet
from factcheck.read.rows import Columns, Row, articles, no_column
from factcheck.read.runs import wordy

CELLS = 250_000
"""How many cells an article may have, the empty ones of its tables, too."""
_NAMELESS = re.compile(r"[^\W\d]+ ?\d{1,2}")  # what a program calls a sheet
_OTHER = "a sheet without the column of the text"
_YEARS = range(1900, 2101)


def drafts(path: str, data: bytes, columns: Columns | None = None) -> Iterator[Draft]:
    """The article of a workbook: its sheets' names as headings, their lines below, each cell at its place.

    Hidden sheets, lines and columns are left aside. With `columns` each line of the sheets that have them is
    an article, as in a .csv. Raises ReadError for what is no workbook, is encrypted, damaged or too large.
    """
    if path.lower().endswith((".ods", ".fods")):
        from factcheck.read.ods import workbook
    else:
        from factcheck.read.xlsx import workbook
    book = workbook(path, data)
    if columns:
        return _listed(path, book, columns)
    return iter([_article(path, book)])


def _article(path: str, book: Book) -> Draft:
    parts: list[Part] = []
    asides = list(book.asides)
    left = CELLS
    for sheet in book.sheets:
        lines: list[Line] = []
        held: set[int] = set()
        for line in sheet.visible():
            lines.append(line)
            held.update(cell.column for cell in line.cells)
            if len(lines) * len(held) > left:
                raise ReadError(f"{path}: has more than the {CELLS:,} cells that are read (split it)")
        left -= len(lines) * len(held)
        if lines and not _NAMELESS.fullmatch(sheet.name):
            parts.append(Part("heading", (Piece(sheet.name),), sheet.place(1, 1)))
        parts += _tables(sheet, lines, {column: at for at, column in enumerate(sorted(held))}, len(parts))
        asides += sheet.asides
    return Draft(
        tuple(parts),
        title=book.title,
        date=book.date,
        date_from="document" if book.date else None,
        language=book.language,
        asides=tuple(asides),
    )


def _tables(sheet: Sheet, lines: Sequence[Line], at: Mapping[int, int], before: int) -> Iterator[Part]:
    """The lines of a sheet: one of a single cell above a table is a paragraph; an empty line ends a table,
    and the next one's header is that of the last unless it has its own."""
    header: int | None = None
    begun = False
    for number, (line, below) in enumerate(zip_longest(lines, lines[1:]), before):
        begun = begun and not line.apart
        cells = [_pieces(sheet, line.number, cell) for cell in line.cells]
        if not begun and len(line.cells) == 1:
            yield Part("paragraph", cells[0], sheet.place(line.number, line.cells[0].column))
            continue
        heads = not begun and _heads(line, below, header is None)
        laid: list[Sequence[Piece]] = [()] * len(at)
        for cell, pieces in zip(line.cells, cells, strict=True):
            laid[at[cell.column]] = pieces
        yield Part("row", row(laid), header=None if heads else header)
        header, begun = number if heads else header, True


def _heads(line: Line, below: Line | None, first: bool) -> bool:
    """Whether a line heads the table that begins with it; a later one's stands above figures."""
    others = [cell for cell in line.cells if cell.kind != "text"]
    if first or (below and any(cell.kind == "number" for cell in below.cells)):
        words = wordy("|".join(cell.text for cell in line.cells)) if first else not others
        return words or all(cell.kind == "date" for cell in others) or _are_years(others)
    return False


def _are_years(cells: Sequence[Cell]) -> bool:
    said = [int(cell.text) for cell in cells if cell.text.isdecimal() and int(cell.text) in _YEARS]
    return len(said) == len(cells) and {abs(later - year) for year, later in pairwise(said)} == {1}


def _pieces(sheet: Sheet, line: int, cell: Cell) -> tuple[Piece, ...]:
    """A cell's text, its lines parted as in a table elsewhere."""
    link = cell.link or sheet.links.get((line, cell.column))
    place = sheet.place(line, cell.column)
    told = cell.text.replace("|", "/")
    if "\n" not in told:
        return (Piece(told, link=link, place=place),)
    found: list[Piece] = []
    for said in told.split("\n"):
        found += [*([Piece(BREAK)] if found else []), Piece(said, link=link, place=place)]
    return apart(found)


def _listed(path: str, book: Book, columns: Columns) -> Iterator[Draft]:
    """An article a line, and a draft without parts that tells of all that was left out."""
    asides = list(book.asides)
    yield from articles(path, _records(path, book, columns, asides), columns)
    if asides:
        yield Draft((), name="left-out", asides=tuple(asides))


def _records(path: str, book: Book, columns: Columns, asides: list[Aside]) -> Iterator[Row]:
    """The lines below the one that names the column of the text, of each sheet that has one."""
    known: dict[str, None] = {}
    found = False
    for sheet in book.sheets:
        header: dict[int, str] = {}
        for number, line in enumerate(sheet.visible()):
            if header:
                cells = dict.fromkeys(header.values(), "")
                cells |= {header[cell.column]: cell.text for cell in line.cells if cell.column in header}
                yield Row(line.number, cells, place=sheet.place(line.number, 1))
                continue
            names = {cell.column: cell.text.strip() for cell in line.cells}
            header = names if columns.text in names.values() else {}
            known |= dict.fromkeys(() if number else names.values())
        asides += sheet.asides if header else [Aside(sheet.name, sheet.place(1, 1), _OTHER)]
        found = found or bool(header)
    if not found:
        raise no_column(path, columns.text, known)
