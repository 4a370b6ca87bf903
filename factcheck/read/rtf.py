"""Rich Text Format (RTF 1.9.1): text, notes, tables and links; deleted and hidden text is not read."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from factcheck.errors import ReadError
from factcheck.model import BlockKind
from factcheck.read.draft import Draft, Part, Piece, row
from factcheck.read.headings import title_of, titled
from factcheck.read.items import day
from factcheck.read.runs import wordy

Changes = Literal["accepted", "original"]

DEPTH = 1000
"""How deep groups may be nested."""
_TOKEN = re.compile(
    rb"\\(?:(?P<hex>'[\da-fA-F]{2})|(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<sign>[^a-zA-Z\r\n])|[\r\n]{1,2})"
    rb"|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_SIGNS = {b"~": "\xa0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_SAID = {
    "tab": " ", "line": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
# the destinations without a `\*` that hold no text of the body
_ASIDE = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "listtable", "listoverridetable", "pict", "object", "header"),
        *("footer", "headerl", "headerr", "headerf", "footerl", "footerr", "footerf", "info", "fldinst"),
        *("themedata", "xmlnstbl", "rsidtbl", "generator", "annotation", "atnid", "atnauthor", "listtext"),
        *("pntext", "bkmkstart", "bkmkend", "nonshppict", "datastore", "revtbl", "filetbl", "latentstyles"),
        *("pgptbl", "mmathPr", "nesttableprops"),
    )
)
# those with a `\*` that do hold text of the body
_READ = frozenset(("shppict", "ud", "upr", "cs", "ds", "shpinst", "shptxt"))
_PAGES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}
_LINK = re.compile(r'HYPERLINK\s+"([^"]*)"')
_BULLET = re.compile(r"^\s*[•·▪-]\s+")


@dataclass(frozen=True, slots=True)
class _State:
    """What a group says of its text: where it goes, whether it is shown, its code page, how many characters
    stand in for one of Unicode, the link that it is."""

    to: str = "body"
    shown: bool = True
    page: str = "cp1252"
    skip: int = 1
    link: str | None = None
    starred: bool = False


@dataclass(slots=True)
class _Reader:
    """The parts so far; `notes` and `rows` collect what is not yet a part."""

    changes: Changes
    parts: list[Part] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    cells: list[tuple[Piece, ...]] = field(default_factory=list)
    buffers: dict[str, list[str]] = field(default_factory=dict)
    header: int | None = None
    in_table: bool = False
    heading: bool = False
    created: dict[str, int] = field(default_factory=dict)

    def say(self, text: str, state: _State) -> None:
        """Text, to where its group sends it."""
        if state.to == "body" and state.shown:
            self.pieces.append(Piece(text, link=state.link))
        elif state.to != "body":
            self.buffers.setdefault(state.to, []).append(text)

    def paragraph(self, row: bool) -> None:
        """A paragraph ends; within a row it is one of a cell."""
        if row:
            self.pieces.append(Piece(" "))
            return
        text = "".join(piece.text for piece in self.pieces)
        pieces, self.pieces = tuple(self.pieces), []
        if text.strip():
            kind: BlockKind = "heading" if self.heading else "paragraph"
            if _BULLET.match(text):
                kind, pieces = "item", _without_bullet(pieces)
            self.parts.append(Part(kind, pieces, f"¶{len(self.parts) + 1}"))
            self.in_table = False

    def cell(self) -> None:
        """A cell ends."""
        self.cells.append(tuple(self.pieces))
        self.pieces = []

    def row(self) -> None:
        """A row ends; the first of a table heads it where it has mostly words."""
        cells, self.cells = self.cells, []
        pieces = row(cells)
        text = "".join(piece.text for piece in pieces)
        if not text.strip(" |"):
            return
        heads = not self.in_table and len(cells) > 1 and wordy(text)
        header = self.header if self.in_table else None
        self.header = len(self.parts) if heads else header
        self.in_table = True
        self.parts.append(Part("row", pieces, f"¶{len(self.parts) + 1}", header))


def _without_bullet(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """An item without its sign, which stands in its first pieces."""
    rest = list(pieces)
    while rest and not rest[0].text.strip(" •·▪-\t"):
        rest.pop(0)
    return tuple([replace(rest[0], text=_BULLET.sub("", rest[0].text)), *rest[1:]] if rest else rest)


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document. Raises ReadError for what is none, and for groups without an end."""
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise ReadError(f"{path}: no RTF, which begins with {{\\rtf (save it anew as .rtf)")
    reader = _Reader(changes)
    _Groups(path, reader).read(data)
    reader.paragraph(False)
    parts = titled(reader.parts)
    title = title_of(parts) or " ".join("".join(reader.buffers.get("title", [])).split())
    date = _created(reader.created)
    yield Draft(parts, title=title, date=date, date_from="document" if date else None)


def _created(said: dict[str, int]) -> str | None:
    return day(f"{said.get('yr', 0):04}-{said.get('mo', 0):02}-{said.get('dy', 0):02}")


@dataclass(slots=True)
class _Groups:
    """One pass over the tokens, with a stack of the groups that are open. `skipped` counts the characters
    that stand in for one of Unicode and are still to come; of a `row` a paragraph is a part of a table."""

    path: str
    reader: _Reader
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    skipped: int = 0
    row: bool = False

    def read(self, data: bytes) -> None:
        """Everything to the end of the outermost group. Raises ReadError where it has none."""
        for match in _TOKEN.finditer(data):
            if match.lastgroup == "close" and len(self.stack) <= 1:
                self.stack.clear()
                break
            if match["word"]:
                self._word(match["word"].decode(), int(match["number"]) if match["number"] else None)
            elif match.lastgroup:
                getattr(self, f"_{match.lastgroup}")(match[match.lastgroup])
        if self.stack:
            raise ReadError(f"{self.path}: breaks off within a group: damaged (save it anew)")

    def _open(self, _: bytes) -> None:
        self.stack.append(self.state)
        self.state = replace(self.state, starred=False)
        if len(self.stack) > DEPTH:
            raise ReadError(f"{self.path}: groups nested more than {DEPTH:,} deep (save it anew)")

    def _close(self, _: bytes) -> None:
        ended, self.state = self.state, self.stack.pop()
        if ended.to == "footnote" and self.state.to == "body":
            note = " ".join("".join(self.reader.buffers.pop("footnote", [])).split())
            self.reader.pieces += [Piece("", note=note)] if note else []

    def _text(self, text: bytes) -> None:
        kept, self.skipped = text[self.skipped :], max(self.skipped - len(text), 0)
        self.reader.say(kept.decode(self.state.page, "replace"), self.state)

    def _hex(self, code: bytes) -> None:
        self._text(bytes([int(code[1:], 16)]))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.state = replace(self.state, starred=True)
        else:
            self.reader.say(_SIGNS.get(sign, ""), self.state)

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            code = (number or 0) % 65536
            self.reader.say("" if 0xD800 <= code < 0xE000 else chr(code), self.state)
            self.skipped = self.state.skip
        elif word in _SAID:
            self.reader.say(_SAID[word], self.state)
        elif word in _LAYOUT:
            if self.state.to == "body":
                self._laid_out(word)
        else:
            self.state = _said(word, number, self.state, self.reader)

    def _laid_out(self, word: str) -> None:
        """What ends a paragraph, a cell or a row, or tells where one stands."""
        if word == "pard":
            self.row = self.reader.heading = False
        elif word == "intbl":
            self.row = True
        elif word == "outlinelevel":
            self.reader.heading = True
        elif word.endswith("cell"):
            self.reader.cell()
        elif word.endswith("row"):
            self.reader.row()
            self.row = False
        else:
            self.reader.paragraph(self.row)


_LAYOUT = frozenset(
    ("par", "sect", "page", "pard", "intbl", "outlinelevel", "cell", "nestcell", "row", "nestrow")
)


def _said(word: str, number: int | None, state: _State, reader: _Reader) -> _State:
    """What a control word changes in its group: where its text goes, whether it is shown, how it is coded."""
    if word in ("footnote", "title") or (word == "creatim" and state.to == "info"):
        return replace(state, to=word)
    if word == "fldrslt":
        found = _LINK.search("".join(reader.buffers.pop("fldinst", [])))
        return replace(state, link=found[1] if found else None, starred=False)
    if word in _ASIDE or (state.starred and word not in _READ):
        return replace(state, to=word)
    if word in ("yr", "mo", "dy") and state.to == "creatim":
        reader.created[word] = number or 0
    return _coded(word, number, _marked(word, number, state, reader.changes))


def _marked(word: str, number: int | None, state: _State, changes: Changes) -> _State:
    """What is hidden, deleted or inserted."""
    hides = {"v", "deleted" if changes == "accepted" else "revised"}
    if word in hides:
        return replace(state, shown=number == 0)
    return replace(state, shown=True) if word == "plain" else state


def _coded(word: str, number: int | None, state: _State) -> _State:
    """What tells a text's code."""
    if word == "uc":
        return replace(state, skip=1 if number is None else number)
    if word == "ansicpg" and number:
        return replace(state, page=_page(number))
    return replace(state, page=_PAGES[word]) if word in _PAGES else state


def _page(number: int) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
