"""The rows of a CSV file that a registry's table is made from: read whole, bounded, each with its line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.registry import nodes
from factcheck.registry.fields import quote
from factcheck.registry.include import MAX_BYTES, source
from factcheck.registry.nodes import MAX_SCALAR, Mark, Node, Problems

MAX_ROWS = 100_000
_DELIMITERS = ",;\t|"
_TOLD_SIGN = re.compile(r'"?sep=[,;\t|]"?(?=\r?\n)', re.IGNORECASE)
_TOP = 1 << 16  # characters in which the header stands
_TOLD = 20  # problems of one table


@dataclass(slots=True)
class Row:
    """A row: its first line, from 0, and its cells by their columns, without the blanks around them."""

    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class RowPlace:
    """A row's line, from 0, and the columns that a text in it is made of."""

    line: int
    columns: tuple[str, ...] = ()
    column: int = 0
    index: int = 0


@dataclass(slots=True)
class RowProblems(Problems):
    """What is wrong in a table: its rows here, its template in the `page` that it stands in."""

    page: Problems = field(default_factory=Problems)

    def at(self, place: Node | Mark, what: str) -> None:
        """Note a problem at a row, or in the template."""
        mark = place.mark if isinstance(place, nodes.Scalar | nodes.Sequence | nodes.Mapping) else place
        if not isinstance(mark, RowPlace):
            self.page.at(mark, what)
            return
        names = ", ".join(dict.fromkeys(map(quote, mark.columns)))
        columns = f"column{'s' if len(mark.columns) > 1 else ''} {names}: " if names else ""
        self.found.add((mark.line + 1, 0, columns + what))

    def lines(self, path: str) -> list[str]:
        """One `path:line: what` each, in the file's order; of very many the first, and how many more."""
        told = [f"{path}:{line}: {what}" for line, _, what in sorted(self.found)]
        more = len(told) - _TOLD
        return [*told[:_TOLD], f"{path}: and {more:,} more like these"] if more > 0 else told


def table_text(path: str, place: Node, problems: Problems) -> str | None:
    """The text of a CSV file; None where it is too large, which is noted. Raises RegistryError."""
    size = Path(path).stat().st_size
    if size > MAX_BYTES:
        problems.at(place, f"{path} has {size:,} bytes (at most {MAX_BYTES:,}): part it in two")
        return None
    return untold(source(path).removeprefix("\ufeff"))


def untold(written: str) -> str:
    """A table's text, the line left blank in which Excel is told its delimiter (`sep=;`)."""
    told = _TOLD_SIGN.match(written)
    return written[told.end() :] if told else written


def header(written: str, wanted: Collection[str]) -> tuple[list[str], str]:
    """The names of the columns, and the delimiter: that with which most of the `wanted` are there."""
    heads = [(_names(written[:_TOP], mark), mark) for mark in _DELIMITERS]
    return max(heads, key=lambda head: (len({*wanted} & {*head[0]}), len(head[0])))


def _names(top: str, delimiter: str) -> list[str]:
    reader = csv.reader(io.StringIO(top, newline=""), delimiter=delimiter)
    try:
        return next((row for row in map(_stripped, reader) if any(row)), [])
    except csv.Error:
        return []


def rows(written: str, delimiter: str, names: Sequence[str], problems: Problems) -> Iterator[Row]:
    """The rows below the header, of columns with these names; what cannot be read is noted, and so is a table
    without a row. A blank line is no row."""
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter, strict=True)
    line = count = 0
    try:
        for cells in map(_stripped, reader):
            if any(cells):
                count += 1
                if count - 1 > MAX_ROWS:
                    problems.at(RowPlace(line), f"more than {MAX_ROWS:,} rows: part the file in two")
                    return
                wrong = _wrong(cells, names)
                if wrong:
                    problems.at(RowPlace(line), wrong)
                elif count > 1:
                    yield Row(line, dict(zip(names, cells, strict=True)))
            line = reader.line_num
    except csv.Error as error:
        problems.at(RowPlace(line), f"is no row: {error} (a quotation mark that is never closed?)")
    if count < 2:
        problems.at(RowPlace(line), "no row below the names of the columns")


def _stripped(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]


def _wrong(cells: Sequence[str], names: Sequence[str]) -> str:
    """What is wrong with a row as such."""
    if len(cells) != len(names):
        return f"{len(cells)} cells for {len(names)} columns (a cell that holds the delimiter needs quotes)"
    longest = max(map(len, cells))
    return f"a cell of {longest:,} characters (at most {MAX_SCALAR:,})" if longest > MAX_SCALAR else ""
