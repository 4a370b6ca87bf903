"""Text documents of OpenOffice and LibreOffice (OpenDocument 1.3): packed (.odt) or flat (.fodt)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.etree.ElementTree import Element

from factcheck.errors import ReadError
from factcheck.model import BlockKind
from factcheck.read.draft import Draft, Part, Piece, row
from factcheck.read.headings import with_headings
from factcheck.read.items import day
from factcheck.read.packed import Packed
from factcheck.read.runs import wordy
from factcheck.read.xml import parse

Changes = Literal["accepted", "original"]

_REPEATED = 100
"""How often a cell may say that it is repeated: past that it fills a sheet."""
_UNREAD = frozenset(
    (
        *("annotation", "annotation-end", "tracked-changes", "sequence-decls", "forms", "title", "desc"),
        *("note-citation", "bookmark", "script", "hidden-text", "hidden-paragraph", "variable-decls"),
        *("ruby-text", "user-field-decls"),
    )
)
_QUOTES = ("quot", "citation", "cita")
_CAPTIONS = ("caption", "illustration", "légende", "figure")


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document, with its tracked changes or as it was before them.

    Raises ReadError for what is no such document, is encrypted, damaged or too large.
    """
    flat = path.lower().endswith(".fodt")
    packed = None if flat else Packed(path, data, ".odt")
    content = data if packed is None else packed.read("content.xml")
    if content is None:
        raise ReadError(f"{path}: no text document in it (save it as .odt)")
    root = parse(path, content, "" if flat else "content.xml")
    meta = root if packed is None else _part(packed, "meta.xml")
    styles = [*_named(root, "style"), *(_named(_part(packed, "styles.xml"), "style") if packed else ())]
    body = next(_named(root, "text"), None)
    document = _Document(_parents(styles), _deleted(root) if changes == "original" else {}, changes)
    document.blocks(body if body is not None else ())
    said = {_local(row): "".join(row.itertext()).strip() for row in meta.iter()} if meta is not None else {}
    date = day(said.get("creation-date", "")) or day(said.get("date", ""))
    yield Draft(
        tuple(with_headings(document.parts)),
        title=document.title or said.get("title", ""),
        date=document.date or date,
        date_from="document" if document.date or date else None,
        language=said.get("language") or None,
    )


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _named(root: Element | None, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element) == name) if root is not None else iter(())


def _part(packed: Packed, name: str) -> Element | None:
    data = packed.read(name)
    return parse(packed.path, data, name) if data else None


def _parents(styles: list[Element]) -> dict[str, str]:
    """The style that each automatic style is made from."""
    return {_attribute(style, "name"): _attribute(style, "parent-style-name") for style in styles}


def _deleted(root: Element) -> dict[str, Element]:
    """What was deleted, by the id of its change."""
    return {
        _attribute(region, "id"): deletion
        for region in _named(root, "changed-region")
        for deletion in _named(region, "deletion")
    }


@dataclass(slots=True)
class _Document:
    """The parts so far. `deleted` goes back to its place; `inserted` is whether an insertion is open that was
    not there before the changes."""

    parents: Mapping[str, str]
    deleted: Mapping[str, Element]
    changes: Changes
    parts: list[Part] = field(default_factory=list)
    title: str = ""
    date: str | None = None
    number: int = 0
    inserted: bool = False

    def blocks(self, holder: Element | tuple[()], kind: BlockKind | None = None, depth: int = 0) -> None:
        """The paragraphs, lists and tables that an element holds."""
        for element in holder:
            name = _local(element)
            if name in ("p", "h"):
                self._paragraph(element, kind or ("heading" if name == "h" else self._kind(element)), depth)
            elif name == "table":
                self._table(element)
            elif name == "list":
                self.blocks(element, "item", depth + 1)
            elif name in ("change-start", "change-end", "change"):
                self._turn(element)
            elif name not in _UNREAD and not (name == "section" and _attribute(element, "display") == "none"):
                self.blocks(element, kind, depth)

    def _paragraph(self, element: Element, kind: BlockKind, depth: int) -> None:
        frames: list[Element] = []
        pieces = tuple(self._pieces(element, None, frames))
        text = " ".join("".join(piece.text for piece in pieces).split())
        if text:
            self.number += 1
            if "date" in self._styles(element):
                self.date = self.date or day(text)
            if (kind == "heading" and not self.parts) or kind == "title":
                kind, self.title = "title" if not self.parts else "heading", self.title or text
            self.parts.append(Part(kind, pieces, f"¶{self.number}", depth=depth))
        for frame in frames:
            self.blocks(frame)

    def _styles(self, element: Element) -> list[str]:
        """The names of a paragraph's style and of those above it."""
        found = [_attribute(element, "style-name")]
        while found[-1] and len(found) < 10:
            found.append(self.parents.get(found[-1], ""))
        return [name.casefold() for name in found if name]

    def _kind(self, element: Element) -> BlockKind:
        for name in self._styles(element):
            if name.startswith(("title", "titre_20_principal", "título")):
                return "title"
            if name.startswith(("heading", "titre", "subtitle")):
                return "heading"
            if name.startswith(_QUOTES):
                return "quote"
            if name.startswith(_CAPTIONS):
                return "caption"
        return "paragraph"

    def _pieces(self, element: Element, link: str | None, frames: list[Element]) -> Iterator[Piece]:
        """What is shown of a paragraph, in pieces; what stands in frames goes to `frames`."""
        yield from self._said(element.text, link)
        for child in element:
            name = _local(child)
            if name == "note":
                yield Piece("", note=_note(child))
            elif name in ("change-start", "change-end", "change"):
                yield from self._turn(child)
            elif name in ("frame", "text-box", "table"):
                frames.append(child)
            elif name in ("s", "tab", "line-break"):
                yield from self._said(" ", link)
            elif name not in _UNREAD:
                yield from self._pieces(child, _attribute(child, "href") or link, frames)
            yield from self._said(child.tail, link)

    def _said(self, text: str | None, link: str | None) -> Iterator[Piece]:
        if text and not self.inserted:
            yield Piece(text, link=link)

    def _turn(self, mark: Element) -> list[Piece]:
        """Where a change begins or ends: before the changes, what is inserted was not there, and what is
        deleted was."""
        if self.changes == "accepted":
            return []
        deletion = self.deleted.get(_attribute(mark, "change-id"))
        if _local(mark) == "change" and deletion is not None:
            said = [" ".join(p.itertext()) for p in deletion.iter() if _local(p) in ("p", "h")]
            return [Piece(" ".join(said))]
        self.inserted = _local(mark) == "change-start"
        return []

    def _table(self, table: Element) -> None:
        header: int | None = None
        nested: list[Element] = []
        first = True
        for line in _own(table, "table-row"):
            cells = [cell for cell in _own(line, "table-cell") for _ in range(_repeated(cell))]
            texts = [tuple(self._cell(cell, nested)) for cell in cells]
            if not any(piece.text.strip() for text in texts for piece in text):
                continue
            pieces = row(texts)
            self.number += 1
            heads = first and len(cells) > 1 and wordy("".join(piece.text for piece in pieces))
            self.parts.append(Part("row", pieces, f"¶{self.number}", header))
            header, first = len(self.parts) - 1 if heads else header, False
        for inner in nested:
            self._table(inner)

    def _cell(self, cell: Element, nested: list[Element]) -> Iterator[Piece]:
        for number, child in enumerate(cell):
            if _local(child) == "table":
                nested.append(child)
            elif _local(child) in ("p", "h", "list"):
                yield from [Piece(" ")] if number else []
                yield from self._pieces(child, None, [])


def _own(holder: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, whatever groups them; none of a table within."""
    for child in holder:
        if _local(child) == name:
            yield child
        elif _local(child) in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns"):
            yield from _own(child, name)


def _repeated(cell: Element) -> int:
    said = _attribute(cell, "number-columns-repeated")
    times = int(said) if said.isdigit() and len(said) < 6 else 1
    return times if times <= _REPEATED else 1


def _note(note: Element) -> str:
    return " ".join(" ".join(" ".join(body.itertext()) for body in _named(note, "note-body")).split())
