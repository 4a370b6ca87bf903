"""Word documents (Office Open XML, ECMA-376; the strict kind, too)."""

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

_MAIN = "word/document.xml"
_GONE: Mapping[Changes, frozenset[str]] = {
    "accepted": frozenset(("del", "moveFrom")),
    "original": frozenset(("ins", "moveTo")),
}
_UNREAD = frozenset(
    ("instrText", "delInstrText", "pPr", "rPr", "Fallback", "oMath", "sectPr", "tblPr", "tcPr", "trPr")
)
_BLANKS = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-", "softHyphen": ""}
# what a style is for, by the beginning of its name in any of Word's languages that the lexicons know
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "title"), ("titre principal", "title"), ("heading", "heading"), ("titre", "heading"),
    ("título", "heading"), ("subtitle", "heading"), ("caption", "caption"), ("légende", "caption"),
    ("quote", "quote"), ("intense quote", "quote"), ("citation", "quote"), ("block text", "quote"),
    ("list", "item"), ("liste", "item"),
)  # fmt: skip


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document, with its tracked changes or as it was before them.

    Raises ReadError for what is no such document, is encrypted, damaged or too large.
    """
    packed = Packed(path, data, ".docx")
    name = _main(packed)
    main = packed.read(name)
    if main is None:
        raise ReadError(f"{path}: no Word document in it (save it as .docx)")
    folder, _, file = name.rpartition("/")
    links = _links(packed, f"{folder}/_rels/{file}.rels")
    document = _Document(links, _notes(packed, folder, changes), _styles(packed, folder), changes)
    body = next((element for element in parse(path, main, name) if _local(element) == "body"), None)
    for element in body if body is not None else ():
        document.block(element)
    title, date, language = _properties(packed)
    yield Draft(
        tuple(with_headings(document.parts)),
        title=document.title or title,
        date=document.date or date,
        date_from="document" if document.date or date else None,
        language=language,
    )


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    """An attribute whatever its namespace: the strict kind has another."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, its first child of the next name, and so on."""
    for name in names:
        children = element if element is not None else ()
        element = next((child for child in children if _local(child) == name), None)
    return element


def _main(packed: Packed) -> str:
    """The document's main part, as its relationships name it."""
    rels = packed.read("_rels/.rels")
    for element in parse(packed.path, rels, "_rels/.rels") if rels else ():
        if _attribute(element, "Type").endswith("/officeDocument"):
            return _attribute(element, "Target").lstrip("/")
    return _MAIN


def _links(packed: Packed, name: str) -> dict[str, str]:
    data = packed.read(name)
    rows = parse(packed.path, data, name) if data else ()
    return {
        _attribute(row, "Id"): _attribute(row, "Target")
        for row in rows
        if _attribute(row, "Type").endswith("/hyperlink")
    }


def _notes(packed: Packed, folder: str, changes: Changes) -> dict[tuple[str, str], str]:
    """The texts of footnotes and endnotes, by kind and number."""
    found = {}
    for kind in ("footnote", "endnote"):
        name = f"{folder}/{kind}s.xml"
        data = packed.read(name)
        for note in parse(packed.path, data, name) if data else ():
            reader = _Document({}, {}, Styles(), changes)
            for element in note:
                reader.block(element)
            text = " ".join("".join(piece.text for piece in part.pieces) for part in reader.parts)
            found[kind, _attribute(note, "id")] = " ".join(text.split())
    return found


@dataclass(frozen=True, slots=True)
class Styles:
    """What a document's styles are for, by their id, and which are those of its date."""

    kinds: Mapping[str, BlockKind] = field(default_factory=dict)
    dates: frozenset[str] = frozenset(("Date",))


def _styles(packed: Packed, folder: str) -> Styles:
    data = packed.read(f"{folder}/styles.xml")
    if not data:
        return Styles()
    root = parse(packed.path, data, "styles.xml")
    own: dict[str, BlockKind] = {}
    based: dict[str, str] = {}
    dates = {"Date"}
    for style in (child for child in root if _local(child) == "style"):
        key, name = _attribute(style, "styleId"), _child(style, "name")
        base = _child(style, "basedOn")
        based[key] = _attribute(base, "val") if base is not None else ""
        called = _attribute(name, "val") if name is not None else key
        kind = _kind(called)
        if called.casefold() in ("date", "fecha"):
            dates.add(key)
        if _child(style, "pPr", "outlineLvl") is not None and kind is None:
            kind = "heading"
        if kind:
            own[key] = kind
    for key in based:
        above = key
        for _ in range(10):
            above = based.get(above, "")
            if above in own:
                own.setdefault(key, own[above])
    return Styles(own, frozenset(dates))


def _style(paragraph: Element) -> str:
    style = _child(paragraph, "pPr", "pStyle")
    return _attribute(style, "val") if style is not None else ""


def _kind(style: str) -> BlockKind | None:
    name = style.casefold()
    return next((kind for head, kind in _STYLES if name.startswith(head)), None)


def _properties(packed: Packed) -> tuple[str, str | None, str | None]:
    """The title, the day of creation and the language among a document's properties."""
    data = packed.read("docProps/core.xml")
    said = (
        {_local(row): (row.text or "").strip() for row in parse(packed.path, data, "core.xml")}
        if data
        else {}
    )
    return said.get("title", ""), day(said.get("created", "")), said.get("language") or None


@dataclass(slots=True)
class _Document:
    """The parts so far; `open` holds the pieces of a paragraph whose mark was deleted: it goes on."""

    links: Mapping[str, str]
    notes: Mapping[tuple[str, str], str]
    styles: Styles
    changes: Changes
    parts: list[Part] = field(default_factory=list)
    open: list[Piece] = field(default_factory=list)
    title: str = ""
    date: str | None = None
    number: int = 0
    link: str | None = None
    boxes: list[Element] = field(default_factory=list)

    def block(self, element: Element) -> None:
        """A paragraph, a table, or what holds some."""
        name = _local(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name not in _UNREAD and name not in _GONE[self.changes]:
            for child in element:
                self.block(child)

    def _paragraph(self, element: Element) -> None:
        pieces = [*self.open, *self._pieces(element)]
        self.open = []
        if self._goes_on(element):
            self.open = pieces
            return
        if any(piece.text.strip() for piece in pieces):
            self.number += 1
            kind, depth = self._kind(element)
            if _style(element) in self.styles.dates:
                self.date = self.date or day("".join(piece.text for piece in pieces))
            if kind == "title" or (kind == "heading" and not self.parts):
                self.title = self.title or " ".join("".join(piece.text for piece in pieces).split())
                kind = "title" if not self.parts else kind
            self.parts.append(Part(kind, tuple(pieces), f"¶{self.number}", depth=depth))
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            for child in box:
                self.block(child)

    def _goes_on(self, element: Element) -> bool:
        """Whether the mark at a paragraph's end was deleted, or, before the changes, was not yet there."""
        mark = _child(element, "pPr", "rPr")
        return mark is not None and any(_local(child) in _GONE[self.changes] for child in mark)

    def _kind(self, element: Element) -> tuple[BlockKind, int]:
        name = _style(element)
        kind = self.styles.kinds.get(name) or _kind(name)
        listed = _child(element, "pPr", "numPr")
        level = _child(listed, "ilvl")
        depth = (
            int(_attribute(level, "val") or 0)
            if level is not None and _attribute(level, "val").isdigit()
            else 0
        )
        if kind is None and _child(element, "pPr", "outlineLvl") is not None:
            return "heading", 0
        return kind or ("item" if listed is not None else "paragraph"), depth + 1

    def _pieces(self, element: Element) -> Iterator[Piece]:
        """What is shown of an element, in pieces."""
        field_depth: list[bool] = []
        yield from self._walk(element, field_depth)

    def _walk(self, element: Element, fields: list[bool]) -> Iterator[Piece]:
        for child in element:
            name = _local(child)
            if name in _UNREAD or name in _GONE[self.changes] or (name == "r" and _is_hidden(child)):
                continue
            if name in ("t", "delText"):
                yield from [Piece(child.text, link=self.link)] if child.text and not any(fields) else []
            elif name in _BLANKS:
                yield Piece(_BLANKS[name])
            elif name == "fldChar":
                _follow(fields, _attribute(child, "fldCharType"))
            elif name == "txbxContent":
                self.boxes.append(child)
            else:
                yield from self._within(name, child, fields)

    def _within(self, name: str, element: Element, fields: list[bool]) -> Iterator[Piece]:
        """A note that is referred to, a link, or whatever else holds a text."""
        note = self.notes.get((name.removesuffix("Reference"), _attribute(element, "id")))
        if note:
            yield Piece("", note=note)
        link = self.link
        self.link = self.links.get(_attribute(element, "id")) if name == "hyperlink" else link
        yield from self._walk(element, fields)
        self.link = link

    def _table(self, element: Element) -> None:
        header: int | None = None
        nested: list[Element] = []
        for line in (child for child in _rows(element) if not self._is_gone(child)):
            cells = [self._cell(cell, nested) for cell in _cells(line)]
            if not any(piece.text.strip() for cell in cells for piece in cell):
                continue
            pieces = row(cells)
            self.number += 1
            if header is None and (first := "".join(piece.text for piece in pieces)):
                header = len(self.parts) if wordy(first) and len(cells) > 1 else -1
            is_head = header == len(self.parts)
            self.parts.append(
                Part("row", pieces, f"¶{self.number}", None if is_head or header == -1 else header)
            )
        for table in nested:
            self._table(table)

    def _is_gone(self, row: Element) -> bool:
        properties = _child(row, "trPr")
        return properties is not None and any(_local(child) in _GONE[self.changes] for child in properties)

    def _cell(self, cell: Element, nested: list[Element]) -> list[Piece]:
        pieces: list[Piece] = []
        for child in _unwrapped(cell):
            if _local(child) == "tbl":
                nested.append(child)
            elif _local(child) == "p":
                pieces += [*([Piece(" ")] if pieces else []), *self._pieces(child)]
        self.boxes = []
        return pieces


def _follow(fields: list[bool], mark: str) -> None:
    """The fields that are open: of each whether its instruction is still going on."""
    if mark == "begin":
        fields.append(True)
    elif mark == "separate" and fields:
        fields[-1] = False
    elif mark == "end" and fields:
        fields.pop()


def _is_hidden(run: Element) -> bool:
    properties = _child(run, "rPr")
    hidden = _child(properties, "vanish")
    return hidden is not None and _attribute(hidden, "val") not in ("0", "false")


def _unwrapped(element: Element) -> Iterator[Element]:
    """An element's children, those within content controls and the like, too."""
    for child in element:
        if _local(child) in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"):
            yield from _unwrapped(child)
        else:
            yield child


def _rows(table: Element) -> Iterator[Element]:
    return (child for child in _unwrapped(table) if _local(child) == "tr")


def _cells(row: Element) -> Iterator[Element]:
    return (child for child in _unwrapped(row) if _local(child) == "tc")
