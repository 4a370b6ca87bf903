"""Sheets, by the extra `xlsx`: each table's rows under their header."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

from factcheck.errors import ReadError
from factcheck.read.draft import Draft, Part, Piece
from factcheck.read.packed import Packed
from factcheck.read.runs import wordy

CELLS = 1_000_000
"""How many cells are read at most."""


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The one article of a workbook: each sheet's name as a heading, its rows below.

    Raises ReadError where the extra is missing, for what is no workbook, and for too large a one.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise ReadError(f"{path}: reading sheets takes an extra: pip install 'factlint[xlsx]'") from None
    Packed(path, data, ".xlsx").check()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        tables = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
        sizes = [sheet.height * sheet.width for _, sheet in tables]
        if sum(sizes) > CELLS:
            raise ReadError(
                f"{path}: has {sum(sizes):,} cells, more than the {CELLS:,} that are read (split it)"
            )
        rows = [(name, sheet.to_python()) for name, sheet in tables]
    except (CalamineError, OSError, ValueError) as error:
        raise ReadError(f"{path}: no workbook that can be read: {error} (save it anew as .xlsx)") from None
    parts: list[Part] = []
    for name, table in rows:
        parts += _sheet(name, table, len(parts))
    yield Draft(tuple(parts))


def _sheet(name: str, table: list[list[Any]], before: int) -> Iterator[Part]:
    yield Part("heading", (Piece(name),), name)
    header: int | None = None
    number = before
    for line, row in enumerate(table, 1):
        cells = [_cell(value) for value in row]
        if not any(cells):
            continue
        number += 1
        text = " | ".join(cells)
        heads = header is None and number == before + 1 and len(cells) > 1 and wordy(text)
        yield Part("row", (Piece(text),), f"{name}, row {line}", header)
        header = number if heads else header


def _cell(value: Any) -> str:
    """A cell as a person sees it; of a number what it is, not how it is shown."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).replace("|", "/").strip()
