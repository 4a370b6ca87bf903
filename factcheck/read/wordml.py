"""A story of a Word document, as a reader sees it: paragraphs, and the rows of tables (ECMA-376-1, 17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.etree.ElementTree import Element

from factcheck.model import BlockKind
from factcheck.read.documents import add_rows, settled
from factcheck.read.draft import CELL, Part, Piece
from factcheck.read.gaps import BREAK
from factcheck.read.headings import title_like
from factcheck.read.items import day
from factcheck.read.wordnames import UNREAD, child, children, is_on, name, text, value
from factcheck.read.wordruns import Runs, chosen
from factcheck.read.xml import whole

_SPANS = 63
"""The most columns that a table of Word's may have."""


@dataclass(slots=True)
class Story(Runs):
    """The parts so far. `sources` holds, for each part, the element in which each of its pieces stands, None
    for a piece that is no text of the file's."""

    parts: list[Part] = field(default_factory=list)
    sources: list[tuple[Element | None, ...]] = field(default_factory=list)
    date: str | None = None
    properties: Element | None = None

    def read(self, holder: Element) -> None:
        """Everything that an element holds: paragraphs, tables, and what wraps them."""
        fields, self.fields = self.fields, []
        for block in self._blocks(holder):
            if name(block) == "tbl":
                self._finish()
                self._table(block)
            elif not self._goes_on(block):
                self._finish()
        self._finish()
        self.fields = fields

    def _blocks(self, holder: Element) -> Iterator[Element]:
        for element in holder:
            kind = name(element)
            if kind in ("p", "tbl"):
                yield element
            elif kind == "altChunk":
                self.leave("", "an embedded document")
            elif kind not in UNREAD and not self.is_left(element, kind):
                yield from self._blocks(chosen(element) if kind == "AlternateContent" else element)

    def _goes_on(self, paragraph: Element) -> bool:
        """Read a paragraph; whether the mark at its end is gone or hidden, so that the next one goes on."""
        self.properties = child(paragraph, "pPr")
        self.style = self.styled(value(child(self.properties, "pStyle")))
        self.inline(paragraph, None)
        while self.fields and not self.fields[-1].result:
            self.fields.pop()  # one that is never ended would swallow the rest of the document
        mark = child(self.properties, "rPr")
        if mark is None:
            return False
        return any(name(one) in self.gone for one in mark) or is_on(child(mark, "specVanish"))

    def _finish(self) -> None:
        """The paragraph that was read becomes a part, and so do those in its text boxes."""
        is_bold = self.weights == {True}
        pieces, elements = self.taken()
        said = "".join(piece.text for piece in pieces)
        if self.style.contents:
            self.leave(said, "the table of contents")
        elif said.strip():
            if self.style.date:
                self.date = self.date or day(said)
            kind, depth = self._kind()
            if kind == "paragraph" and is_bold and title_like(said.strip()):
                kind = "heading"
            self._add(Part(kind, tuple(pieces), self.place, depth=depth), elements)
        self._read_boxes()

    def _kind(self) -> tuple[BlockKind, int]:
        outline = value(child(self.properties, "outlineLvl"))
        if self.style.kind and self.style.kind != "item":
            return self.style.kind, 0
        if whole(outline, 9) < 9:
            return "heading", 0
        numbering = child(self.properties, "numPr")
        if numbering is None:
            return ("item", self.style.depth) if self.style.kind else ("paragraph", 0)
        level = value(child(numbering, "ilvl"))
        depth = whole(level, digits=2) + 1
        return ("paragraph", 0) if value(child(numbering, "numId")) == "0" else ("item", depth)

    def _add(self, part: Part, elements: Sequence[Element | None]) -> None:
        self.parts.append(settled(part, self.parts))
        self.sources.append(tuple(elements))
        self.number += 1

    def _read_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.read(box)

    # --- tables

    def _table(self, table: Element) -> None:
        """The rows of a table; one with a single column only holds its paragraphs together."""
        rows = [(row, list(self._kin(row, "tc"))) for row in self._kin(table, "tr") if not self._is_cut(row)]
        if max((len(cells) for _, cells in rows), default=0) < 2:
            for cell in (cell for _, cells in rows for cell in cells):
                self.read(cell)
            return
        told = (
            (partial(self._row, row, cells), is_on(child(row, "trPr", "tblHeader"))) for row, cells in rows
        )
        add_rows(self.parts, told, self._below)

    def _below(self, tables: list[Element]) -> None:
        for table in tables:
            self._table(table)
        self._read_boxes()

    def _is_cut(self, row: Element) -> bool:
        gone = any(name(one) in self.gone for one in children(child(row, "trPr")))
        if gone:
            self.leave(text(row), "a row that a change takes")
        return gone

    def _kin(self, holder: Element, wanted: str) -> Iterator[Element]:
        """The rows of a table, or the cells of a row, whatever wraps them."""
        for element in holder:
            kind = name(element)
            if kind == wanted:
                yield element
            elif kind not in UNREAD and kind not in ("tbl", "p") and not self.is_left(element, kind):
                yield from self._kin(element, wanted)

    def _row(self, row: Element, cells: list[Element], header: int | None) -> list[Element]:
        """Add a row that shows something; the tables within its cells."""
        nested: list[Element] = []
        self._columns(child(row, "trPr", "gridBefore"))
        for number, cell in enumerate(cells):
            if number:
                self.say(Piece(CELL))
            self._cell(cell, nested)
            self._columns(child(cell, "tcPr", "gridSpan"), 1)
        pieces, elements = self.taken()
        if any(piece.text.strip(" |\t\n\xa0") for piece in pieces):
            self._add(Part("row", tuple(pieces), self.place, header), elements)
        return nested

    def _columns(self, told: Element | None, own: int = 0) -> None:
        """The empty cells that stand for the further columns of one that spans several."""
        for _ in range(min(whole(value(told), digits=3), _SPANS) - own):
            self.say(Piece(CELL))

    def _cell(self, cell: Element, nested: list[Element]) -> None:
        if any(name(one) in self.gone for one in children(child(cell, "tcPr"))):
            self.leave(text(cell), "a cell that a change takes")
            return
        parted = False
        for block in self._blocks(cell):
            if name(block) == "tbl":
                nested.append(block)
                continue
            if parted:
                self.say(Piece(BREAK))
            parted = not self._goes_on(block)
