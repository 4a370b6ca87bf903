"""The lines of a page: words on one level that no gutter parts, in the order in which they were drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.read.pdf.words import HYPHEN, Side, Word

LARGER = 1.15
"""How much higher than the text the letters of a heading are."""
_LEVEL = 0.25  # of a letter's height: up to here two words stand on one level
_GUTTER = 1.0  # of the same: a gap that parts columns
_NEAR = 0.6  # of a letter's height: a gap between words, wherever they were drawn
_SIGN_REACH = 4.0  # the same for the sign of a list's item
_INITIAL = 1.8  # times the letters beside it
_SMALLER = 0.85
_RAISED = (0.1, 0.8)  # of a letter's height: where a note's number stands
_SIGN = re.compile(r"[•‣▪●◦∙·*–—-]|\(?(?:\d{1,2}|[a-z])[.)]")


class Run(NamedTuple):
    """A stretch of a line: where it links to, and whether it stands raised."""

    text: str
    link: str = ""
    raised: bool = False


class Line(NamedTuple):
    """A line, or one column's part of it. All measures are in points, upwards from the foot of the page;
    `first` and `last` tell its words' place in the order of drawing."""

    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    runs: tuple[Run, ...]
    first: int
    last: int
    words: int
    text: str

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


def alike(one: Line, two: Line) -> bool:
    """Whether the letters of two lines are about as large."""
    small, large = sorted((one.size, two.size))
    return large < LARGER * small


def lines_of(page: int, side: Side) -> list[Line]:
    """The lines of a page's side, from its head down, those on one level from the left."""
    drawn = [_line(page, chunk) for chain in _chains(_with_initials(side.words)) for chunk in _chunks(chain)]
    return [line for row in rows(drawn) for line in _merged(row)]


def rows(found: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines by the level on which they stand, from the head down, each row from the left."""
    row: list[Line] = []
    for line in sorted(found, key=lambda line: (-line.base, line.left)):
        if row and row[0].base - line.base > _LEVEL * max(line.size, row[0].size):
            yield sorted(row, key=lambda line: line.left)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda line: line.left)


def _with_initials(words: Sequence[Word]) -> list[Word]:
    """The words, where a large initial that hangs below its line is the first letter of its word."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if last and len(last.text) == 1 and last.text.isupper() and _hangs(last, word):
            found[-1] = word._replace(text=last.text + word.text, gap=last.gap)
        else:
            found.append(word)
    return found


def _hangs(initial: Word, word: Word) -> bool:
    below = 0.3 * initial.size < word.base - initial.base < initial.size
    beside = 0 <= word.left - initial.right + 1 < _GUTTER * word.size
    return initial.size > _INITIAL * word.size and below and beside and word.text[:1].isalpha()


class _Placed(NamedTuple):
    number: int
    word: Word
    raised: bool


def _chains(words: Sequence[Word]) -> Iterator[list[_Placed]]:
    """Words that were drawn one behind the other on one level."""
    chain: list[_Placed] = []
    trunk: Word | None = None  # the last word that is not raised
    for number, word in enumerate(words):
        if chain and trunk and (-0.5 * trunk.size < word.left - chain[-1].word.right):
            if _on_level(trunk, word):
                chain.append(_Placed(number, word, False))
                trunk = word
                continue
            if _is_raised(trunk, word):
                chain.append(_Placed(number, word, True))
                continue
            if len(chain) == 1 and _is_raised(word, trunk):
                chain = [chain[0]._replace(raised=True), _Placed(number, word, False)]
                trunk = word
                continue
        if chain:
            yield chain
        chain, trunk = [_Placed(number, word, False)], word
    if chain:
        yield chain


def _on_level(one: Word, two: Word) -> bool:
    small, large = sorted((one.size, two.size))
    down = one.base - two.base
    lowered = two.size < _SMALLER * one.size and 0 < down < 0.4 * large and not two.gap
    return abs(down) <= _LEVEL * small or lowered


def _is_raised(trunk: Word, word: Word) -> bool:
    low, high = _RAISED
    up = word.base - trunk.base
    near = word.left - trunk.right < _GUTTER * trunk.size
    return word.size < _SMALLER * trunk.size and low * trunk.size <= up <= high * trunk.size and near


def _chunks(chain: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """A chain, cut at its gutters."""
    chunk = [chain[0]]
    for one, two in pairwise(chain):
        if two.word.left - one.word.right > _GUTTER * max(one.word.size, two.word.size):
            yield chunk
            chunk = []
        chunk.append(two)
    yield chunk


def _line(page: int, chunk: Sequence[_Placed]) -> Line:
    trunk = [one.word for one in chunk if not one.raised] or [one.word for one in chunk]
    runs: list[Run] = []
    for number, (_, word, raised) in enumerate(chunk):
        gap = word.gap if number else ""
        if runs and (runs[-1].link, runs[-1].raised) == (word.link, raised):
            runs[-1] = runs[-1]._replace(text=runs[-1].text + gap + word.text)
        else:
            runs += [*([Run(gap)] if gap else []), Run(word.text, word.link, raised)]
    size = _size(trunk)
    left, right = min(one.word.left for one in chunk), max(one.word.right for one in chunk)
    bold = all(word.bold for word in trunk)
    first, last = chunk[0].number, chunk[-1].number
    text = "".join(run.text for run in runs)
    return Line(page, left, right, trunk[0].base, size, bold, tuple(runs), first, last, len(chunk), text)


def _size(words: Sequence[Word]) -> float:
    """The size of the letters of a line: the largest of a quarter of them, for small capitals are smaller."""
    if len({word.size for word in words}) == 1:
        return words[0].size
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    return max(size for size, count in letters.items() if 4 * count * len(letters) >= sum(letters.values()))


def _merged(row: Sequence[Line]) -> Iterator[Line]:
    """A row, where pieces of one line were drawn apart, and an item's sign before it."""
    line = row[0]
    for other in row[1:]:
        gap, size = other.left - line.right, min(line.size, other.size)
        sign = _SIGN.fullmatch(line.text) is not None
        if -0.5 * size < gap < (_SIGN_REACH if sign else _NEAR) * size and HYPHEN not in line.text:
            line = one_line(line, other, " " if gap > 0.12 * size else "")
        else:
            yield line
            line = other
    yield line


def one_line(one: Line, two: Line, gap: str) -> Line:
    """Two pieces of a line as one, with what stands between them."""
    larger = max((one, two), key=lambda line: len(line.text))
    return Line(
        one.page,
        min(one.left, two.left),
        max(one.right, two.right),
        larger.base,
        larger.size,
        one.bold and two.bold,
        (*one.runs, *([Run(gap)] if gap else []), *two.runs),
        min(one.first, two.first),
        max(one.last, two.last),
        one.words + two.words,
        one.text + gap + two.text,
    )
