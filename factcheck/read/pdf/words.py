"""The words of a page: each with its place, the size of its letters, and where it links to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, c_int, c_ushort, c_void_p, create_string_buffer
from itertools import groupby
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

from factcheck.read.pdf.pdfium import Matrix, Quad, Rect

HYPHEN = "\ufffe"
"""What the library gives for a hyphen at a line's end."""
_WORD = re.compile(rf"(?:(?!\.{{4}}|…{{2}}|_{{4}})[^\s\x00{HYPHEN}\x02])+[{HYPHEN}\x02]?|[{HYPHEN}\x02]")
_BOLD = re.compile(rb"bold|black|heavy|semib|demi(?!r)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # ISO 32000-1, table 123
_GLUED = 0.1  # of a letter's height: a gap that is none, whatever the library makes of it
_SMALLER = 0.85  # a stretch of a word that is set smaller is one of its own
_URI = 3  # PDFACTION_URI
_LINKS = 5000  # how many of a page are looked at
_Turn = Callable[[float, float], tuple[float, float]]
_TURNS: dict[int, _Turn] = {
    0: lambda x, y: (x, y),
    90: lambda x, y: (y, -x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (-y, x),
}


class Word(NamedTuple):
    """A word: `base` is where it stands, upwards from the foot, all in points. `gap` is the blank
    before it."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    gap: str
    link: str


class Side(NamedTuple):
    """What of a page is set in one direction, turned upright, in the order in which it was drawn."""

    words: tuple[Word, ...]
    foot: float
    head: float


class Page(NamedTuple):
    """The words of a page, those in the direction of most of them first; and how many characters stand
    aslant (a stamp across the page) or where nobody sees them (off the page)."""

    sides: tuple[Side, ...]
    aslant: str = ""
    unseen: str = ""


class _Style(NamedTuple):
    size: float
    bold: bool
    turn: int | None  # degrees, counterclockwise


Box = tuple[float, float, float, float]  # left, bottom, right, top


class _Found(NamedTuple):
    word: Word
    turn: int | None
    seen: bool


def read(lib: Any, document: int, page: int, text: int) -> Page:
    """The words of a loaded page."""
    edges = Rect()
    lib.FPDF_GetPageBoundingBox(page, byref(edges))
    box = (edges.left, edges.bottom, edges.right, edges.top)
    found = list(_Reader(lib, text, list(_links(lib, document, page)), box).words())
    shown: dict[int, list[Word]] = {}
    for one in found:
        if one.seen and one.turn is not None:
            shown.setdefault(one.turn, []).append(one.word)
    letters = Counter({turn: sum(len(word.text) for word in words) for turn, words in shown.items()})
    sides = tuple(Side(tuple(shown[turn]), *_extent(box, turn)) for turn, _ in letters.most_common())
    aslant = " ".join(one.word.text for one in found if one.turn is None)
    return Page(
        sides, aslant, " ".join(one.word.text for one in found if not one.seen and one.turn is not None)
    )


def _extent(box: Box, turn: int) -> tuple[float, float]:
    """Where a page's foot and head are, once it is turned."""
    (_, low), (_, high) = _TURNS[turn](box[0], box[1]), _TURNS[turn](box[2], box[3])
    return min(low, high), max(low, high)


class _Reader:
    """Reads the words of one page."""

    def __init__(self, lib: Any, page: int, links: list[tuple[Box, str]], box: Box) -> None:
        self.lib, self.page, self.links, self.box = lib, page, links, box
        self.styles: dict[int | None, _Style] = {}
        self.bold: dict[bytes, bool] = {}
        self.rect, self.x, self.y, self.matrix = Rect(), c_double(), c_double(), Matrix()
        self.name, self.flags = create_string_buffer(128), c_int()

    def words(self) -> Iterator[_Found]:
        text = self._text()
        end, before = 0, None
        for match in _WORD.finditer(text):
            gap = text[end : match.start()]
            for first, last in self._stretches(*match.span()):
                found = self._word(text, first, last, gap)
                if before and gap and self._glued(before, found, end):
                    found = found._replace(word=found.word._replace(gap=""))
                yield found
                before, gap = found, ""
            end = match.end()

    def _text(self) -> str:
        """The characters of the page; one of each is one of the string."""
        count = max(self.lib.FPDFText_CountChars(self.page), 0)
        buffer = (c_ushort * (count + 1))()
        written = self.lib.FPDFText_GetText(self.page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written == count + 1 and len(text) == count:
            return text
        codes = (self.lib.FPDFText_GetUnicode(self.page, at) for at in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\0" for code in codes)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A word, or its parts where they differ in size: a note's number behind it."""
        objects = self.lib.FPDFText_GetTextObject
        if objects(self.page, start) == objects(self.page, end - 1):
            yield start, end - 1
            return
        height = self._style(start).size
        for _, run in groupby(range(start, end), lambda at: self._level(at, height)):
            found = list(run)
            yield found[0], found[-1]

    def _level(self, at: int, height: float) -> tuple[bool, int]:
        """Whether a character is set smaller than some height, and how far up it is, in thirds of that."""
        self.lib.FPDFText_GetCharOrigin(self.page, at, byref(self.x), byref(self.y))
        style = self._style(at)
        _, base = _TURNS[style.turn or 0](self.x.value, self.y.value)
        return style.size < _SMALLER * height, round(3 * base / (height or 1))

    def _style(self, at: int) -> _Style:
        key = self.lib.FPDFText_GetTextObject(self.page, at)
        found = self.styles.get(key)
        if found is None:
            found = self.styles[key] = self._read_style(at)
        return found

    def _read_style(self, at: int) -> _Style:
        lib, page, matrix = self.lib, self.page, self.matrix
        lib.FPDFText_GetMatrix(page, at, byref(matrix))
        lib.FPDFText_GetFontInfo(page, at, self.name, len(self.name), byref(self.flags))
        name = self.name.value
        if name not in self.bold:
            self.bold[name] = bool(_BOLD.search(name) or self.flags.value & _FORCED_BOLD)
        angle = degrees(atan2(matrix.b, matrix.a)) % 360
        turn = round(angle / 90) * 90
        size = lib.FPDFText_GetFontSize(page, at) * hypot(matrix.c, matrix.d)
        return _Style(abs(size) or 1.0, self.bold[name], turn % 360 if abs(angle - turn) < 8 else None)

    def _word(self, text: str, first: int, last: int, gap: str) -> _Found:
        lib, rect = self.lib, self.rect
        style = self._style(first)
        lib.FPDFText_GetCharOrigin(self.page, first, byref(self.x), byref(self.y))
        lib.FPDFText_GetLooseCharBox(self.page, first, byref(rect))
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            lib.FPDFText_GetLooseCharBox(self.page, last, byref(rect))
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        box = (left, bottom, right, top)
        turned = _TURNS[style.turn or 0]
        (a, b), (c, d) = turned(left, bottom), turned(right, top)
        del b, d
        base = turned(self.x.value, self.y.value)[1]
        said = text[first : last + 1].replace("\x02", HYPHEN)
        blank = gap if gap == "" else next((sign for sign in gap if sign not in " \r\n\t"), " ")
        link = self._link(box) if self.links else ""
        word = Word(said, min(a, c), max(a, c), base, style.size, style.bold, blank, link)
        x, y = (left + right) / 2, (bottom + top) / 2
        seen = self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]
        return _Found(word, style.turn, seen)

    def _glued(self, before: _Found, found: _Found, at: int) -> bool:
        """Whether the blank at an index is the library's own, and two words stand too close for one."""
        one, two = before.word, found.word
        size = max(one.size, two.size)
        near = abs(two.left - one.right) < _GLUED * size
        if not near or before.turn != found.turn or abs(one.base - two.base) > 0.5 * size:
            return False
        return one.text[-1] != HYPHEN and self.lib.FPDFText_IsGenerated(self.page, at) == 1

    def _link(self, box: Box) -> str:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for (left, bottom, right, top), target in self.links:
            if left <= x <= right and bottom <= y <= top:
                return target
        return ""


def _links(lib: Any, document: int, page: int) -> Iterator[tuple[Box, str]]:
    """The areas of a page that lead to an address (ISO 32000-1, 12.6.4.7)."""
    position, link, rect, quad = c_int(), c_void_p(), Rect(), Quad()
    for _ in range(_LINKS):
        if not lib.FPDFLink_Enumerate(page, byref(position), byref(link)):
            return
        action = lib.FPDFLink_GetAction(link)
        if not action or lib.FPDFAction_GetType(action) != _URI:
            continue
        target = _address(lib, document, action)
        corners = max(lib.FPDFLink_CountQuadPoints(link), 0)
        for corner in range(min(corners, 100)):
            lib.FPDFLink_GetQuadPoints(link, corner, byref(quad))
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield (min(xs), min(ys), max(xs), max(ys)), target
        if not corners and lib.FPDFLink_GetAnnotRect(link, byref(rect)):
            yield (rect.left, rect.bottom, rect.right, rect.top), target


def _address(lib: Any, document: int, action: int) -> str:
    size = lib.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = create_string_buffer(min(size, 1 << 12) + 1)
    lib.FPDFAction_GetURIPath(document, action, buffer, len(buffer))
    return buffer.value.decode("utf-8", "replace")
