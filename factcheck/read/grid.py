"""What the readers of workbooks make of them: sheets, lines and cells, each cell's text as it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factcheck.model import Aside

NAME = 100
"""The most characters of a sheet's name, which stands in each place."""
COLUMNS = 16_384
"""How many columns a sheet may have; what stands behind them is not read."""
_PLAIN = re.compile(r"[^\W\d]\w*")
_TOLD = 200  # the most characters of what an aside says


class Cell(NamedTuple):
    """A cell that shows something, by its column from 1; whether that is what a formula came to."""

    column: int
    text: str
    kind: Literal["text", "number", "date"] = "text"
    link: str | None = None
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet, by its number from 1; `apart` tells that the one above it is empty."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    apart: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet. Its lines are read when they are asked for, and `hidden` columns, `links` (by line and column)
    and `asides` meanwhile."""

    name: str
    lines: Iterable[Line]
    hidden: set[int] = field(default_factory=set)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    asides: list[Aside] = field(default_factory=list)
    unshown: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.name = " ".join(self.name.split())[:NAME]

    def leave(self, line: int, column: int, why: str) -> None:
        """Tell of a cell that holds something and shows nothing."""
        *first, said = self.unshown.get(why, (line, column, ""))
        self.unshown[why] = first[0], first[1], _more(said, f"{letters(column)}{line}")

    def visible(self) -> Iterator[Line]:
        """The lines that show something, with the cells that a reader sees; the others become asides."""
        rows: list[tuple[int, int, str]] = []
        columns: dict[int, str] = {}
        above = 0
        for line in self.lines:
            if line.hidden:
                _hide(rows, line)
            elif seen := self._seen(line, columns):
                yield Line(line.number, seen, apart=line.number > above + 1)
            if line.cells or line.hidden:
                above = line.number
        for why, (number, column, said) in self.unshown.items():
            self.asides.append(Aside(said, self.place(number, column), why))
        for first, last, said in rows:
            self.asides.append(Aside(said, self._named(f"{first}:{last}"), "hidden lines"))
        for column, said in sorted(columns.items()):
            name = letters(column)
            self.asides.append(Aside(said, self._named(f"{name}:{name}"), "a hidden column"))

    def _seen(self, line: Line, columns: dict[int, str]) -> tuple[Cell, ...]:
        for cell in line.cells:
            if cell.column in self.hidden:
                columns[cell.column] = _more(columns.get(cell.column, ""), cell.text)
        return tuple(cell for cell in line.cells if cell.column not in self.hidden)

    def place(self, line: int, column: int) -> str:
        """The place of a cell, as formulas name it: `Sheet!B7`, `'My sheet'!B7`."""
        return self._named(f"{letters(column)}{line}")

    def _named(self, inner: str) -> str:
        name = self.name if _PLAIN.fullmatch(self.name) else "'" + self.name.replace("'", "''") + "'"
        return f"{name}!{inner}"


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets that are shown, and what it says of itself."""

    sheets: Iterable[Sheet]
    title: str = ""
    date: str | None = None
    language: str | None = None
    asides: tuple[Aside, ...] = ()


def letters(column: int) -> str:
    """A column, from 1, as sheets name it: `A`, `Z`, `AA`."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _hide(rows: list[tuple[int, int, str]], line: Line) -> None:
    """Tell of a hidden line, together with those just above it."""
    said = " | ".join(cell.text for cell in line.cells)
    if rows and rows[-1][1] == line.number - 1:
        first, _, before = rows.pop()
        rows.append((first, line.number, _more(before, said)))
    elif said:
        rows.append((line.number, line.number, _more("", said)))


def _more(before: str, said: str) -> str:
    return " ".join(f"{before} {said}".split())[:_TOLD] if len(before) < _TOLD else before
