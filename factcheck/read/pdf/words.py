"""The words of a page: each with its place, the size of its letters, and where it links to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from ctypes import byref, c_double, c_int, c_ushort, create_string_buffer
from itertools import groupby, pairwise
from math import atan2, degrees, hypot
from typing import Any, NamedTuple

from factcheck.read.pdf.letters import whole
from factcheck.read.pdf.links import Area, links
from factcheck.read.pdf.pdfium import Matrix, Rect

HYPHEN = "\ufffe"
"""What the library gives for a hyphen at a line's end."""
_LEADERS = re.compile(r"\.{4,}|(?:\. ){3,}\.|…{2,}|_{4,}")  # what leads the eye to the next column
_WORD = re.compile(rf"[^\s\x00{HYPHEN}\x02]+[{HYPHEN}\x02]?|[{HYPHEN}\x02]")
_BOLD = re.compile(rb"bold|black|heavy|semib|demi(?!r)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # ISO 32000-1, table 123
_GLUED = 0.1  # of a letter's height: a gap that is none, whatever the library makes of it
_WIDE, _GAP = 0.9, 0.5  # the same: a letter is no wider, and in no word parted by more from the next
_SMALLER = 0.85  # a stretch of a word that is set smaller is one of its own
_SLANT = 8  # degrees: what is set less aslant is upright
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
    """What of a page is set in one direction, turned upright, in the order in which it was drawn; and where,
    then, the foot and the head of the page are."""

    words: tuple[Word, ...]
    foot: float
    head: float


class Page(NamedTuple):
    """The words of a page, those in the direction of most of them first; and what stands aslant (a stamp
    across the page) or where nobody sees it (off the page)."""

    sides: tuple[Side, ...]
    aslant: str = ""
    unseen: str = ""


class _Style(NamedTuple):
    """What the letters of one drawing have in common: `turn` in degrees, counterclockwise, None aslant."""

    size: float
    bold: bool
    turn: int | None
    base: float


def read(lib: Any, document: int, page: int, text: int) -> Page:
    """The words of a loaded page."""
    edges = Rect()
    lib.FPDF_GetPageBoundingBox(page, byref(edges))
    area = (edges.left, edges.bottom, edges.right, edges.top)
    reader = _Reader(lib, text, list(links(lib, document, page)), area)
    reader.read()
    by_letters = sorted(reader.shown.items(), key=lambda side: -sum(len(word.text) for word in side[1]))
    sides = tuple(Side(tuple(words), *_extent(area, turn)) for turn, words in by_letters)
    return Page(sides, " ".join(reader.aslant), " ".join(reader.unseen))


def _extent(area: Area, turn: int) -> tuple[float, float]:
    """Where a page's foot and head are, once it is turned."""
    (_, low), (_, high) = _TURNS[turn](area[0], area[1]), _TURNS[turn](area[2], area[3])
    return min(low, high), max(low, high)


class _Reader:
    """Reads the words of one page."""

    def __init__(self, lib: Any, page: int, linked: list[tuple[Area, str]], area: Area) -> None:
        self.lib, self.page, self.links, self.area = lib, page, linked, area
        self.shown: dict[int, list[Word]] = {}
        self.aslant: list[str] = []
        self.unseen: list[str] = []
        self.styles: dict[int | None, _Style] = {}
        self.bold: dict[int | None, bool] = {}
        self.rect, self.x, self.y, self.matrix = Rect(), c_double(), c_double(), Matrix()

    def read(self) -> None:
        """Find them."""
        text, end = _LEADERS.sub(lambda dots: " " * len(dots[0]), self._text()), 0
        before: Word | None = None
        for match in _WORD.finditer(text):
            start, after = match.span()
            blank = text[end:start]
            gap = "" if not blank else next((sign for sign in blank if sign not in " \r\n\t"), " ")
            for first, last, style in self._stretches(start, after - 1):
                said = text[first : last + 1].replace("\x02", HYPHEN)
                word = self._word(said, first, last, style, gap)
                if word and word.right - word.left > _WIDE * style.size * len(said):
                    word = self._parted(word, said, first, style)
                if word and before and gap and self._is_glued(before, word, end):
                    word = word._replace(gap="")
                if word:
                    self.shown.setdefault(style.turn or 0, []).append(word)
                before, gap = word, ""
            end = after

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

    def _stretches(self, start: int, last: int) -> Iterator[tuple[int, int, _Style]]:
        """A word, or its parts where they differ in size: a note's number behind it."""
        of, page = self.lib.FPDFText_GetTextObject, self.page
        key = of(page, start)
        style = self._style(start, key)
        if start == last or of(page, last) == key:
            yield start, last, style
            return
        drawn = [next(run) for _, run in groupby(range(start, last + 1), lambda at: of(page, at))]
        styles = {at: self._style(at, of(page, at)) for at in drawn}
        parts = [next(run) for _, run in groupby(drawn, lambda at: _level(styles[at], style))]
        for first, after in pairwise([*parts, last + 1]):
            yield first, after - 1, styles[first]

    def _style(self, at: int, key: int | None) -> _Style:
        found = self.styles.get(key)
        if found is None:
            found = self.styles[key] = self._read_style(at, key)
        return found

    def _read_style(self, at: int, key: int | None) -> _Style:
        lib, page, matrix = self.lib, self.page, self.matrix
        lib.FPDFText_GetMatrix(page, at, byref(matrix))
        lib.FPDFText_GetCharOrigin(page, at, byref(self.x), byref(self.y))
        angle = degrees(atan2(matrix.b, matrix.a)) % 360 if matrix.b or matrix.a < 0 else 0.0
        turn = round(angle / 90) % 4 * 90
        upright = min(abs(angle - turn), 360 - abs(angle - turn)) < _SLANT
        upright = upright and matrix.a * matrix.d >= matrix.b * matrix.c  # else it is mirrored
        size = abs(lib.FPDFText_GetFontSize(page, at)) * hypot(matrix.c, matrix.d) or 1.0
        base = _TURNS[turn](self.x.value, self.y.value)[1]
        return _Style(size, self._is_bold(at, key), turn if upright else None, base)

    def _is_bold(self, at: int, key: int | None) -> bool:
        font = self.lib.FPDFTextObj_GetFont(key) if key else None
        found = self.bold.get(font)
        if found is None:
            name, flags = create_string_buffer(128), c_int()
            self.lib.FPDFText_GetFontInfo(self.page, at, name, len(name), byref(flags))
            found = self.bold[font] = bool(_BOLD.search(name.value) or flags.value & _FORCED_BOLD)
        return found

    def _word(self, said: str, first: int, last: int, style: _Style, gap: str) -> Word | None:
        """A word, or None for one that is set aside."""
        box, rect = self.lib.FPDFText_GetLooseCharBox, self.rect
        box(self.page, first, byref(rect))
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            box(self.page, last, byref(rect))
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        x, y, area = (left + right) / 2, (bottom + top) / 2, self.area
        if not (area[0] <= x <= area[2] and area[1] <= y <= area[3]):
            self.unseen.append(said)
            return None
        if style.turn is None:
            self.aslant.append(said)
            return None
        link = self._link(x, y) if self.links else ""
        if style.turn:
            turned = _TURNS[style.turn]
            left, right = sorted((turned(left, bottom)[0], turned(right, top)[0]))
        return Word(whole(said), left, right, style.base, style.size, style.bold, gap, link)

    def _parted(self, word: Word, said: str, first: int, style: _Style) -> Word:
        """A word that is too wide for one is several, each in its place: the library takes the `0` of one
        cell and that of the next for `00`. The last of them; those before it are among what is shown."""
        letters = [self._word(letter, at, at, style, "") for at, letter in enumerate(said, first)]
        seen = [letter for letter in letters if letter]
        found = [word._replace(text="", right=word.left)]
        for letter in seen:
            if found[-1].text and letter.left - found[-1].right > _GAP * style.size:
                found.append(letter._replace(gap=" "))
            else:
                found[-1] = found[-1]._replace(text=found[-1].text + letter.text, right=letter.right)
        self.shown.setdefault(style.turn or 0, []).extend(found[:-1])
        return found[-1]

    def _is_glued(self, one: Word, two: Word, at: int) -> bool:
        """Whether the blank at an index is the library's own, and two words stand too close for one."""
        size = max(one.size, two.size)
        if abs(two.left - one.right) >= _GLUED * size or abs(one.base - two.base) > 0.5 * size:
            return False
        return one.text[-1] != HYPHEN and self.lib.FPDFText_IsGenerated(self.page, at) == 1

    def _link(self, x: float, y: float) -> str:
        for (left, bottom, right, top), target in self.links:
            if left <= x <= right and bottom <= y <= top:
                return target
        return ""


def _level(style: _Style, usual: _Style) -> tuple[bool, int]:
    """Whether letters are set smaller than others, and how far up they stand, in thirds of their height."""
    return style.size < _SMALLER * usual.size, round(3 * (style.base - usual.base) / usual.size)
