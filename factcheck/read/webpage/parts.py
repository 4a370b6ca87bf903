"""The parts of an article in a web page: its blocks as a browser parts them, without what is not shown."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.model import BlockKind
from factcheck.places import Span
from factcheck.read.draft import Part, Piece
from factcheck.read.notes import references
from factcheck.read.runs import wordy
from factcheck.read.webpage.nodes import HEADINGS, Node, attribute, is_inline, text_of, unshown
from factcheck.read.webpage.pieces import pieces
from factcheck.read.webpage.table import CELLS, Table, holds_data

_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys((*HEADINGS, "summary", "legend"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
_LISTS = frozenset({"ul", "ol"})
_BAR = " | "
_NOTE_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,3}|note \d{1,3})[\])]?", re.IGNORECASE)
_BACK = "↩︎⤴↑^⬆ "
_REFERS = re.compile(r"noteref|footnote-?ref|\breference\b|\bfn-?ref")
_NUMBER = re.compile(r"[-−+]?\d{1,3}")
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_MOST_RAISED = 8  # texts and blocks in what is raised
_MOST_NOTED = 200  # the same of a note
_LOOK_BACK = 30  # characters before what is raised, by which it is judged


@dataclass(slots=True)
class Parts:
    """What was read so far. `ids` are the page's elements by their ids, `left` those that are left out (by
    `id`), `title` is its headline. Without a `source` nothing has its place."""

    source: str | None
    ids: dict[str, Node]
    left: Container[int] = ()
    title: Node | None = None
    parts: list[Part] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _kinds: list[BlockKind] = field(default_factory=lambda: ["paragraph"])
    _links: list[str | None] = field(default_factory=lambda: [None])
    _tables: list[Table | None] = field(default_factory=lambda: [None])
    _notes: dict[str, str] = field(default_factory=dict)
    _depth: int = 0
    _broken: bool = False

    def read(self, root: Node) -> None:
        """Read all of an element, in order."""
        stack: list[tuple[Node, bool]] = [(root, False)]
        while stack:
            node, left = stack.pop()
            if left:
                self._leave(node)
            elif node.name == "#text":
                self._text(node)
            elif node.children:
                if node.name[0] != "#":
                    if not self._enter(node):
                        continue
                    stack.append((node, True))
                stack.extend([(child, False) for child in reversed(node.children)])
            elif node.name == "br":
                self._break(node)
            elif node.name == "hr":
                self._edge(node)
        self._flush()

    def end(self) -> tuple[Part, ...]:
        """Leave out the headings at the end, below which no text is left: those of lists of links."""
        kept = len(self.parts)
        while kept > 1 and self.parts[kept - 1].kind == "heading":
            kept -= 1
        ended = tuple(self.parts[kept:])
        del self.parts[kept:]
        return ended

    def _enter(self, node: Node) -> bool:
        """Begin an element; whether it is to be read."""
        name = node.name
        if id(node) in self.left or unshown(node):
            return False
        if is_inline(name):
            return not ((name == "a" and self._leads(node)) or (name == "sup" and self._raises(node)))
        self._edge(node)
        if name in _KINDS:
            self._kinds.append("title" if node is self.title else _KINDS[name])
        elif name in _LISTS:
            self._depth += 1
        elif name == "table":
            self._tables.append(Table() if holds_data(node) else None)
        elif name in CELLS and (table := self._tables[-1]):
            for _ in range(table.cell(node)):
                self._blank(node, _BAR)
        return True

    def _leave(self, node: Node) -> None:
        name = node.name
        if is_inline(name):
            if name == "a":
                self._links.pop()
            return
        table = self._tables[-1]
        if table and name == "tr":
            self._row(table)
        else:
            self._edge(node)
        if name in _KINDS:
            self._kinds.pop()
        elif name in _LISTS:
            self._depth -= 1
        elif name == "table":
            self._tables.pop()

    # --- blocks -----------------------------------------------------------------------------

    def _text(self, node: Node) -> None:
        blank = node.data.isspace()
        if blank and not self._pieces:
            return
        self._broken = self._broken and blank
        self._pieces.extend(pieces(self.source, node, self._links[-1]))

    def _edge(self, node: Node) -> None:
        """A block's edge: the end of a part, within a cell a blank."""
        table = self._tables[-1]
        if table and table.column and node.name not in ("tr", "table"):
            self._blank(node)
        else:
            self._flush()

    def _break(self, node: Node) -> None:
        """A line break is a blank, two of them part paragraphs."""
        if self._broken and not self._tables[-1] and self._kinds[-1] not in ("heading", "title"):
            self._flush()
        elif self._pieces:
            self._blank(node)
            self._broken = True

    def _row(self, table: Table) -> None:
        text = "".join(piece.text for piece in self._pieces)
        heads = _BAR in text and (table.heads or (not table.rows and wordy(text)))
        table.end_row()
        if self._flush("row", None if heads else table.header):
            table.rows += 1
            if heads:
                table.header = len(self.parts) - 1

    def _flush(self, kind: BlockKind | None = None, header: int | None = None) -> bool:
        """End a part; whether it shows anything."""
        made, self._pieces, self._broken = tuple(self._pieces), [], False
        if not any(piece.text != _BAR and piece.text.strip() for piece in made):
            return False
        kind = kind or self._kinds[-1]
        depth = max(self._depth - 1, 0) if kind == "item" else 0
        self.parts.append(Part(kind, made, header=header, depth=depth))
        return True

    def _blank(self, node: Node, text: str = " ") -> None:
        self._pieces.append(Piece(text, self._place(node)))

    def _place(self, node: Node) -> Span | None:
        """Where an element begins, behind what was read."""
        if self.source is None:
            return None
        last = self._pieces[-1].at if self._pieces else None
        at = max(node.origin_offset or 0, last[1] if last else 0)
        return at, at

    # --- links, notes and powers ------------------------------------------------------------

    def _leads(self, node: Node) -> bool:
        """Begin a link; whether it leads to a note, or back from it, so that its sign is not read."""
        href = attribute(node, "href").strip()
        if href.startswith("#") and len(href) > 1:
            sign, role = text_of(node, _MOST_RAISED), attribute(node, "role")
            if "backlink" in role or (sign and not sign.strip(_BACK)):
                return True
            if "noteref" in role or (_NOTE_SIGN.fullmatch(sign) and href[1:] in self.ids):
                self._note(node, href)
                return True
        self._links.append(href if href and not href.startswith(("#", "javascript:", "mailto:")) else None)
        return False

    def _raises(self, node: Node) -> bool:
        """Read what is raised, but for letters: a reference to a note is not read, a number is a power."""
        said = text_of(node, _MOST_RAISED)
        link = next((child for child in node.children if child.name == "a"), None)
        if link is not None and _NOTE_SIGN.fullmatch(said):
            self._note(node, attribute(link, "href").strip())
            return True
        power = said.translate(_RAISED) if _NUMBER.fullmatch(said) else ""
        before = "".join(piece.text for piece in self._pieces[-3:])[-_LOOK_BACK:] + (power or said)
        if _REFERS.search(attribute(node, "class")) or any(
            end == len(before) for _, end in references(before)
        ):
            return True
        if power:
            self._pieces.append(Piece(power, self._extent(node)))
        return bool(power)

    def _note(self, node: Node, href: str) -> None:
        """The note, or the page, to which a sign leads."""
        note = href
        if href.startswith("#"):
            if href not in self._notes:
                target = self.ids.get(href[1:])
                self._notes[href] = text_of(target, _MOST_NOTED).strip(_BACK) if target is not None else ""
            note = self._notes[href]
        if note and self._pieces:
            self._pieces.append(Piece("", self._place(node), None, note))

    def _extent(self, node: Node) -> Span | None:
        """Where an element without others in it stands, with its tags."""
        place = self._place(node)
        if place is None or self.source is None:
            return None
        end = self.source.find(">", self.source.find("</", place[0])) + 1
        return place[0], max(end, place[0])


def in_order(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts in the source's order, whatever the parser moved out of a broken table."""
    listed = list(parts)
    starts = [next((piece.at[0] for piece in part.pieces if piece.at), 0) for part in listed]
    if all(before <= after for before, after in pairwise(starts)):
        return tuple(listed)
    order = sorted(range(len(listed)), key=starts.__getitem__)
    new = {old: number for number, old in enumerate(order)}
    moved = (listed[number] for number in order)
    return tuple(part if part.header is None else replace(part, header=new[part.header]) for part in moved)
