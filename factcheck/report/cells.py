"""Texts as the cells of a table that a sheet may open: data, never a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_SPECIAL = re.compile(r"[,\"\r\n]|^\s|\s$")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")


def inert(text: str) -> str:
    """A text that no sheet takes for a formula: one that begins as such gets an apostrophe before it, which
    is how sheets write that it is a text (OWASP, "CSV Injection"). A plain number is let be."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def plain(cell: str) -> str:
    """The text of which `inert` made a cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def to_csv(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV (RFC 4180), with the names of its columns first; lines end as they do here."""
    return "".join(",".join(map(_quoted, row)) + "\n" for row in (names, *(map(inert, row) for row in rows)))


def _quoted(cell: str) -> str:
    """A cell, in quotes where it needs them; csv.writer forgets those around a carriage return."""
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell
