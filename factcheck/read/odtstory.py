"""The text of an OpenDocument, as a reader sees it: its paragraphs, and the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from xml.etree.ElementTree import Element

from factcheck.model import Aside, BlockKind
from factcheck.read.documents import add_rows, noted, settled
from factcheck.read.draft import CELL, Changes, Part, Piece
from factcheck.read.gaps import BREAK, TAB
from factcheck.read.items import day
from factcheck.read.odtnames import UNREAD, attribute, cells, name, named_in, paragraphs, rows
from factcheck.read.odtnames import said as text_of
from factcheck.read.wordstyles import PLAIN, Style, named

_WHITE = re.compile(r"[ \t\r\n]+")  # which are one space here, whatever they are (OpenDocument 1.3-3, 6.1.2)
_INDEXES = frozenset(
    f"text:{kind}"
    for kind in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        "alphabetical-index",
    )
)
_SIGNS = {"text:s": " ", "text:tab": TAB, "text:line-break": BREAK, "text:soft-page-break": ""}
_TURNS = ("text:change-start", "text:change-end", "text:change")


@dataclass(slots=True)
class Story:
    """The parts so far. `pieces` are those of the paragraph that is being read, which goes on where its end
    was not there before the changes; `unseen` counts the insertions that are open then."""

    styles: Mapping[str, Style]
    changes: Changes = "accepted"
    parts: list[Part] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    date: str | None = None
    deleted: dict[str, Element] = field(default_factory=dict)
    formatted: set[str] = field(default_factory=set)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unseen: int = 0
    kind: BlockKind = "paragraph"
    depth: int = 0
    style: Style = PLAIN

    def learn(self, root: Element) -> None:
        """Read what was changed, where the text before the changes is wanted."""
        for region in named_in(root, "text:changed-region") if self.changes == "original" else ():
            key = attribute(region, "text:id") or region.get("{http://www.w3.org/XML/1998/namespace}id", "")
            for change in region:
                if name(change) == "text:deletion":
                    self.deleted[key] = change
                elif name(change) == "text:format-change":
                    self.formatted.add(key)

    def read(self, holder: Element) -> None:
        """Everything that an element holds: paragraphs, lists, tables, and what wraps them."""
        self._blocks(holder, 0)
        self._finish()

    def _blocks(self, holder: Iterable[Element], depth: int) -> None:
        for element in holder:
            kind = name(element)
            if kind in ("text:p", "text:h"):
                self._paragraph(element, kind, depth)
            elif kind == "table:table":
                self._finish()
                self._table(element)
            elif kind in _TURNS:
                self._turn(element, kind)
            elif not self._is_left(element, kind):
                self._blocks(element, depth + (kind == "text:list"))

    def _is_left(self, element: Element, kind: str) -> bool:
        """Whether an element is no text of the article."""
        hidden = (
            attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true"
        )
        if kind in _INDEXES:
            self._leave(text_of(element), "the table of contents")
        elif kind == "text:section" and hidden:
            self._leave(text_of(element), "hidden text")
        return kind in UNREAD or kind in _INDEXES or (kind == "text:section" and hidden)

    def _leave(self, said: str, why: str) -> None:
        if said.strip():
            self.asides.append(Aside(" ".join(said.split()), self._place, why))

    @property
    def _place(self) -> str:
        return f"¶{len(self.parts) + 1}"

    def _paragraph(self, element: Element, kind: str, depth: int) -> None:
        self.style = self._styled(element)
        own: BlockKind = self.style.kind or ("item" if depth else "paragraph")
        self.kind = "heading" if kind == "text:h" and own != "title" else own
        self.depth = max(depth, 1) if self.kind == "item" else 0
        self._inline(element, None)
        if not self.unseen:
            self._finish()

    def _styled(self, element: Element) -> Style:
        key = attribute(element, "text:style-name")
        return self.styles.get(key) or (named(key.replace("_20_", " ")) if key else PLAIN)

    def _finish(self) -> None:
        """The paragraph that was read becomes a part, and so do those in its frames."""
        pieces, self.pieces = self.pieces, []
        said = "".join(piece.text for piece in pieces)
        if self.style.contents:
            self._leave(said, "the table of contents")
        elif said.strip():
            self.date = self.date or (day(" ".join(said.split())) if self.style.date else None)
            self._add(Part(self.kind, tuple(pieces), self._place, depth=self.depth))
        self._read_boxes()

    def _read_boxes(self) -> None:
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.read(box)

    def _add(self, part: Part) -> None:
        self.parts.append(settled(part, self.parts))

    # --- within a paragraph

    def _say(self, text: str | None, link: str | None, sign: bool = False) -> None:
        if text and not self.unseen:
            self.pieces.append(Piece(text if sign else _WHITE.sub(" ", text), link=link))

    def _inline(self, element: Element, link: str | None) -> None:
        if self._hides(element):
            return
        self._say(element.text, link)
        for child in element:
            kind = name(child)
            if kind in _SIGNS:
                self._say(_SIGNS[kind], link, sign=True)
            elif kind in _TURNS:
                self._turn(child, kind)
            elif kind == "text:note":
                self._note(child)
            elif kind.startswith("drawing:"):
                self.boxes.append(child)
                as_letter = attribute(child, "text:anchor-type") == "as-char"
                self._say(BREAK if as_letter else None, link, sign=True)
            elif not self._is_left(child, kind):
                leads = child.get("{http://www.w3.org/1999/xlink}href") if kind == "text:a" else None
                self._inline(child, leads or link)
            self._say(child.tail, link)

    def _hides(self, element: Element) -> bool:
        """Whether a paragraph or a span is in a hidden style; it is left aside, then."""
        if hidden := self._styled(element).hidden:
            self._leave(text_of(element), "hidden text")
        return hidden

    def _note(self, note: Element) -> None:
        """A footnote or an endnote stands behind its word, with where its links lead."""
        inner = Story(self.styles)
        for body in named_in(note, "text:note-body"):
            inner.read(body)
            break
        said = noted(inner.parts)
        if said and not self.unseen:
            self.pieces.append(Piece("", note=said))

    def _turn(self, mark: Element, kind: str) -> None:
        """Where a change begins or ends: before the changes, what is inserted was not there, and what is
        deleted was; its first paragraph is more of this one, which its last one goes on with."""
        key = attribute(mark, "text:change-id")
        if self.changes == "original" and kind != "text:change" and key not in self.formatted:
            self.unseen = max(self.unseen + (1 if kind == "text:change-start" else -1), 0)
        deletion = self.deleted.pop(key, None)
        for number, block in enumerate(deletion if deletion is not None else ()):
            if number:
                self._finish()
            if name(block) in ("text:p", "text:h"):
                self._inline(block, None)
            else:
                self._blocks([block], 1 if name(block) == "text:list" else 0)

    # --- tables

    def _table(self, table: Element) -> None:
        """The rows of a table; one with a single column only holds its paragraphs together."""
        lines = [(list(cells(row)), heads) for row, heads in rows(table, False)]
        if max((len(line) for line, _ in lines), default=0) < 2:
            for cell in (cell for line, _ in lines for cell in line):
                self.read(cell)
            return
        add_rows(self.parts, ((partial(self._row, line), heads) for line, heads in lines), self._below)

    def _below(self, tables: list[Element]) -> None:
        for table in tables:
            self._table(table)
        self._read_boxes()

    def _row(self, line: Sequence[Element], header: int | None) -> list[Element]:
        """Add a row that shows something; the tables within its cells."""
        nested: list[Element] = []
        for number, cell in enumerate(line):
            self._say(CELL if number else None, None, sign=True)
            for place, paragraph in enumerate(paragraphs(cell, nested)):
                self._say(BREAK if place else None, None, sign=True)
                self._inline(paragraph, None)
        pieces, self.pieces = self.pieces, []
        if any(piece.text.strip(" |\t\n\xa0") for piece in pieces):
            self._add(Part("row", tuple(pieces), self._place, header))
        return nested
