"""What is shown of the runs of a Word document: text, signs, fields, links and notes (ECMA-376-1, 17.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from factcheck.model import Aside
from factcheck.read.draft import Changes, Piece
from factcheck.read.gaps import BREAK, TAB
from factcheck.read.wordnames import UNREAD, child, is_on, name, text, value
from factcheck.read.wordstyles import PLAIN, Style, named

_GONE: Mapping[Changes, frozenset[str]] = {
    "accepted": frozenset(("del", "moveFrom", "cellDel")),
    "original": frozenset(("ins", "moveTo", "cellIns")),
}
_SIGNS = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-", "softHyphen": "\xad"}
_SYMBOLS = {"a3": "≤", "b3": "≥", "b1": "±", "bb": "≈", "a0": "€", "b7": "•", "2d": "−", "b4": "×"}
_NESTED = 20
"""How many fields may be open, one within another; of more the outermost are taken for ended."""
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, which is no text, comes before its result."""

    instruction: list[str] = field(default_factory=list)
    result: bool = False
    link: str | None = None


@dataclass(slots=True)
class Runs:
    """The pieces of the paragraph that is being read, each with the element in which it stands, and what was
    left aside. `number` is that of the part that they will be, from 1; `boxes` hold further paragraphs, and
    `weights` whether what is said is bold, or not."""

    links: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    changes: Changes = "accepted"
    number: int = 1
    asides: list[Aside] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    elements: list[Element | None] = field(default_factory=list)
    style: Style = PLAIN
    fields: list[_Field] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold: bool = False
    weights: set[bool] = field(default_factory=set)

    @property
    def gone(self) -> frozenset[str]:
        """The names of the elements that the changes take."""
        return _GONE[self.changes]

    @property
    def place(self) -> str:
        """Where the paragraph stands, for people."""
        return f"¶{self.number}"

    def is_left(self, element: Element, kind: str | None) -> bool:
        """Whether an element is no text of the article: gone by a change, or only a placeholder."""
        if kind and kind in self.gone:
            why = "a tracked deletion" if self.changes == "accepted" else "a tracked insertion"
            self.leave(text(element), "moved text" if kind.startswith("move") else why)
            return True
        if kind == "sdt" and is_on(child(element, "sdtPr", "showingPlcHdr")):
            self.leave(text(element), "a placeholder")
            return True
        return False

    def leave(self, said: str, why: str) -> None:
        """Tell what was left out of the article, and why."""
        if said.strip() or why == "an embedded document":
            self.asides.append(Aside(" ".join(said.split()), self.place, why))

    def styled(self, key: str) -> Style:
        """What the style of an id is for."""
        return self.styles.get(key) or (named(key) if key else PLAIN)

    def taken(self) -> tuple[list[Piece], list[Element | None]]:
        """The pieces so far, which begin anew, and their elements."""
        taken = self.pieces, self.elements
        self.pieces, self.elements, self.weights = [], [], set()
        return taken

    def say(self, piece: Piece, element: Element | None = None) -> None:
        """A piece more, unless it stands in a field's instruction."""
        if all(one.result for one in self.fields):
            self.pieces.append(piece)
            self.elements.append(element)

    def inline(self, holder: Element, link: str | None) -> None:
        """What is shown of a paragraph, or of what it holds."""
        for element in holder:
            kind = name(element)
            if kind == "r" or kind is None:
                self.bold = kind == "r" and is_on(child(element, "rPr", "b"))
                if kind is None or not self._is_hidden(element):
                    self.inline(element, link)
            elif kind in ("t", "delText"):
                self.weights |= {self.bold} if (element.text or "").strip() else set()
                self.say(Piece(element.text or "", link=link or self._field_link()), element)
            elif kind in _SIGNS:
                self.say(Piece(_SIGNS[kind], link=link or self._field_link()))
            elif kind not in UNREAD and not self.is_left(element, kind):
                self._special(element, kind, link)

    def _special(self, element: Element, kind: str, link: str | None) -> None:
        if kind == "fldChar":
            self._turn(value(element, "fldCharType"))
        elif kind == "instrText" and self.fields:
            self.fields[-1].instruction.append(element.text or "")
        elif kind == "txbxContent":
            self.boxes.append(element)
        elif kind.endswith("Reference"):
            if note := self.notes.get((kind.removesuffix("Reference"), value(element, "id"))):
                self.say(Piece("", note=note))
        elif kind == "oMath":
            self.leave("".join(element.itertext()), "a formula")
            self.say(Piece(BREAK))
        elif kind == "sym":
            self.say(Piece(_SYMBOLS.get(value(element, "char")[-2:].lower(), " ")))
        elif kind == "AlternateContent":
            self.inline(chosen(element), link)
        elif kind == "hyperlink":
            self.inline(element, self.links.get(value(element, "link")) or link)
        else:
            own = _leads(value(element, "instr")) if kind == "fldSimple" else None
            self.inline(element, own or link)

    def _turn(self, mark: str) -> None:
        """Where a field begins, its result begins, or it ends."""
        if mark == "begin":
            self.fields = [*self.fields[-_NESTED:], _Field()]
        elif self.fields and mark == "separate":
            self.fields[-1].result = True
            self.fields[-1].link = _leads("".join(self.fields[-1].instruction))
        elif self.fields and mark == "end":
            self.fields.pop()

    def _field_link(self) -> str | None:
        return next((one.link for one in reversed(self.fields) if one.link), None) if self.fields else None

    def _is_hidden(self, run: Element) -> bool:
        """Whether a run is formatted as hidden; it is left aside, then."""
        properties = child(run, "rPr")
        told = child(properties, "vanish")
        styled = self.style.hidden or self.styled(value(child(properties, "rStyle"))).hidden
        if not (styled if told is None else is_on(told)):
            return False
        self.leave(text(run), "hidden text")
        return True


def chosen(alternate: Element) -> Element:
    """What is read of contents for several programs: the first choice, else the fallback."""
    return next(iter(alternate), alternate)


def _leads(instruction: str) -> str | None:
    """Where a field's instruction leads, if it links."""
    found = _LINK.match(instruction)
    return found[1] if found else None
