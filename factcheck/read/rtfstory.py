"""The text of an RTF document as it is put together: its paragraphs, and the rows of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factcheck.model import Aside, BlockKind
from factcheck.read.documents import settled
from factcheck.read.draft import Part, Piece, row
from factcheck.read.gaps import BREAK, apart
from factcheck.read.runs import wordy
from factcheck.read.wordstyles import PLAIN, Style

Cells = list[tuple[Piece, ...]]


@dataclass(slots=True)
class Paragraph:
    """What is said of the paragraphs from here on; `table` is how many tables they stand within."""

    style: Style = PLAIN
    outline: int = 9
    level: int = 0
    listed: bool = False
    table: int = 0


@dataclass(slots=True)
class _Level:
    """What of a table is not yet a row: the pieces of the cell that is open, the cells before it."""

    pieces: list[Piece] = field(default_factory=list)
    cells: Cells = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """The parts so far. `levels` hold what is open outside tables, in a table, in one within it, and so on;
    `boxes` the parts of text boxes, `inner` the rows of tables within a row, until that has ended."""

    parts: list[Part] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    levels: dict[int, _Level] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    inner: list[Cells] = field(default_factory=list)
    header: int | None = None
    in_table: bool = False
    heads: bool = False

    def say(self, piece: Piece) -> None:
        """A piece more of what is open."""
        self._level(self.paragraph.table).pieces.append(piece)

    def leave(self, text: str, why: str) -> None:
        """A text that is not read."""
        self.left.append((why, text))

    def end_paragraph(self) -> None:
        """A paragraph ends; within a table it is one of a cell."""
        if self.paragraph.table:
            self.say(Piece(BREAK))
            return
        self._end_table()
        self._add(self._taken(0))

    def end_cell(self, level: int) -> None:
        """A cell ends, of a table or of one within that."""
        pieces = self._taken(level)
        while pieces and pieces[-1].text == BREAK:
            pieces.pop()
        self._level(level).cells.append(tuple(pieces))

    def end_row(self, level: int) -> None:
        """A row ends; those of tables within come behind it."""
        cells, self._level(level).cells = self._level(level).cells, []
        if level > 1:
            self.inner.append(cells)
            return
        self._row(cells, self.heads)
        inner, self.inner = self.inner, []
        outer, self.header, self.in_table = self.header, None, False
        for line in inner:
            self._row(line, False)
        self.header, self.in_table = outer, True
        self._boxes()

    def finish(self) -> None:
        """The end: nothing that is open is lost."""
        self.paragraph = Paragraph()
        self.end_paragraph()

    def _level(self, number: int) -> _Level:
        return self.levels.setdefault(number, _Level())

    def _taken(self, level: int) -> list[Piece]:
        pieces, self._level(level).pieces = self._level(level).pieces, []
        return pieces

    def _end_table(self) -> None:
        for level in sorted((number for number in self.levels if number), reverse=True):
            if any(piece.text.strip() for piece in self._level(level).pieces):
                self.end_cell(level)
            if self._level(level).cells:
                self.end_row(level)
        self.in_table, self.header = False, None

    def _add(self, pieces: Sequence[Piece]) -> None:
        style, said = self.paragraph.style, "".join(piece.text for piece in pieces)
        if style.contents:
            self.leave(said, "the table of contents")
        elif said.strip():
            kind, depth = self._kind()
            self.parts.append(settled(Part(kind, tuple(pieces), self._place, depth=depth), self.parts))
        self._tell_left()
        self._boxes()

    def _kind(self) -> tuple[BlockKind, int]:
        told = self.paragraph
        if told.style.kind and told.style.kind != "item":
            return told.style.kind, 0
        if told.outline < 9:
            return "heading", 0
        if told.listed or told.style.kind:
            return "item", max(told.level + 1, told.style.depth)
        return "paragraph", 0

    @property
    def _place(self) -> str:
        return f"¶{len(self.parts) + 1}"

    def _tell_left(self) -> None:
        place = f"¶{max(len(self.parts), 1)}"
        for why, texts in groupby(self.left, key=lambda one: one[0]):
            if said := " ".join("".join(text for _, text in texts).split()):
                self.asides.append(Aside(said, place, why))
        self.left.clear()

    def _boxes(self) -> None:
        for part in self.boxes:
            self.parts.append(Part(part.kind, part.pieces, self._place, depth=part.depth))
        self.boxes.clear()

    def _row(self, cells: Cells, heads: bool) -> None:
        """A row of several columns; one of a single one only holds its paragraphs together."""
        if len(cells) < 2:
            for cell in cells:
                for is_break, group in groupby(cell, key=lambda piece: piece.text == BREAK):
                    if not is_break:
                        self._add(list(group))
            return
        pieces = apart(row(cells))
        said = "".join(piece.text for piece in pieces)
        if said.strip(" |\t\n\xa0"):
            first = not self.in_table
            self.parts.append(Part("row", pieces, self._place, None if first else self.header))
            if first:
                self.header = len(self.parts) - 1 if heads or wordy(said) else None
            self.in_table = True
        self._tell_left()
