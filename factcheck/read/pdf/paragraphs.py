"""From the blocks of all pages to the parts of an article: paragraphs that go on over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from factcheck.model import BlockKind
from factcheck.read.draft import Part, Piece, row
from factcheck.read.gaps import bulleted
from factcheck.read.pdf.columns import Block
from factcheck.read.pdf.hyphens import joined
from factcheck.read.pdf.lines import LARGER, Line, alike
from factcheck.read.pdf.notes import Notes, is_power, raised
from factcheck.read.pdf.words import HYPHEN
from factcheck.read.runs import wordy

_SMALLER = 0.93  # the same of a caption
_HEADING, _CAPTION = 200, 400  # characters, at most
_GAP = 1.3  # how many lines' distance parts paragraphs
_MANY = 4  # lines of a block, from which on it has a distance of its own
_INDENT = 0.6  # of a letter's height: a first line that is set in, or out
_NARROW = 8  # heights of a letter: no text is set in a column that is narrower
_FLUSH = 0.3  # of the same: as near to its column's edge a full line ends
_ROOM = 0.35  # of a column's width: so much is left where a line without an end was ended
_ENDED = re.compile(r"[.!?…:;»”\")\]]\s*$")
_BULLET = re.compile(r"[•‣▪●◦∙·–—-]\s+\S|\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
_CONTINUED = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|[%‰°)\]»,;:]")
_PARTED = (HYPHEN, "-", "\u2010", "\xad")


class Column(NamedTuple):
    """Where the lines of a block begin and end; whether most of them end at its right edge, and whether it is
    too narrow for a text, so that each line is a piece of its own: the key figures in a box."""

    left: float = 0.0
    right: float = 0.0
    flush: bool = False
    narrow: bool = False


@dataclass(slots=True)
class Parts:
    """The parts so far, and the size of the letters of each; the paragraph that may go on. `usual` is the
    size of the text's letters, `step` the distance of its lines in such sizes."""

    usual: float
    bold: bool
    step: float
    words: Counter[str]
    notes: Notes
    parts: list[Part] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    said: list[Line] = field(default_factory=list)
    apart: list[Block] = field(default_factory=list)
    column: Column = field(default_factory=Column)

    def add(self, block: Block) -> None:
        """Read a block. What is set apart from the text, amid a sentence, is read behind its paragraph."""
        if self.said and self._is_apart(block) and not _ENDED.search(self.said[-1].text):
            self.apart.append(block)
            return
        if block.table:
            self.end()
            self._rows(block)
            return
        column = _column(block)
        steps = [(a.base - b.base) / a.size for a, b in pairwise(block.lines)]
        step = median(steps) if len(steps) >= _MANY else self.step
        for number, line in enumerate(block.lines):
            new = self._begins(line, column, step) if number else not self._goes_on(line)
            if new:
                self.end()
            self.said.append(line)
            self.column = column

    def end(self) -> None:
        """End the paragraph that is read."""
        if self.said:
            kind = self._kind()
            pieces = tuple(self._pieces(self.said))
            if kind == "paragraph" and (item := bulleted(pieces)):
                self._append(Part("item", item, _place(self.said), depth=1))
            else:
                self._append(Part(kind, pieces, _place(self.said)))
            self.said = []
        apart, self.apart = self.apart, []
        for block in apart:
            self.add(block)
            self.end()

    def _is_apart(self, block: Block) -> bool:
        small = all(line.size < _SMALLER * self.usual for line in block.lines)
        return bool(block.table) or (small and self.said[-1].size >= _SMALLER * self.usual)

    def _append(self, part: Part) -> None:
        self.parts.append(part)
        self.sizes.append(max((line.size for line in self.said), default=0.0))

    def _rows(self, block: Block) -> None:
        header: int | None = None
        for number, cells in enumerate(block.table.rows if block.table else ()):
            lines = [line for cell in cells for line in cell]
            pieces = row([tuple(self._pieces(cell)) for cell in cells])
            at = len(self.parts)
            self._append(Part("row", pieces, _place(lines), header))
            if number == 0 and wordy("".join(piece.text for piece in pieces)):
                header = at

    def _begins(self, line: Line, column: Column, step: float) -> bool:
        """Whether a new paragraph begins with a line of a block that is not its first."""
        last, first = self.said[-1], self.said[0]
        if last.base - line.base > _GAP * step * last.size or self._is_set_off(last, line, column):
            return True
        if _BULLET.match(line.text):
            return True
        item = _BULLET.match(first.text) is not None
        middle = abs(line.left + line.right - column.left - column.right) < line.size
        inner = line.left - column.left > _INDENT * line.size and not (middle and self._marked(line))
        if item and first.left - line.left > _INDENT * line.size:
            return _ENDED.search(last.text) is not None or _is_ended(last, line, column)
        if item:
            return False
        if inner and line.left - min(row.left for row in self.said) > _INDENT * line.size:
            return True
        return _is_ended(last, line, column)

    def _is_set_off(self, last: Line, line: Line, column: Column) -> bool:
        """Whether one of two lines is set as a heading is, and the other is not: in the middle of a sentence
        a bold line may be part of its paragraph."""
        if self._marked(last) == self._marked(line):
            return False
        larger = (last.size > LARGER * self.usual) != (line.size > LARGER * self.usual)
        if larger or _is_ended(last, line, column):
            return True
        return not (last.text.endswith(_PARTED) or line.text[:1].islower())

    def _goes_on(self, line: Line) -> bool:
        """Whether the first line of a block goes on with the paragraph before it: in the next column, on the
        next page, or behind what stands between."""
        if not self.said:
            return False
        last = self.said[-1]
        if self._marked(line) or self._marked(last) or _BULLET.match(line.text):
            return False
        if not alike(line, last):
            return False
        if last.page == line.page and last.base > line.base and line.left < last.right:
            return False
        if last.text.endswith(_PARTED):
            return True
        if _is_ended(last, line, self.column):
            return False
        return line.text[:1].islower() or not _ENDED.search(last.text)

    def _marked(self, line: Line) -> bool:
        """Whether a line is set as headings are."""
        return line.size > LARGER * self.usual or (line.bold and not self.bold)

    def _kind(self) -> BlockKind:
        text = sum(len(line.text) for line in self.said)
        if all(map(self._marked, self.said)) and text < _HEADING:
            return "heading"
        small = all(line.size < _SMALLER * self.usual for line in self.said)
        return "caption" if small and text < _CAPTION else "paragraph"

    def _pieces(self, lines: Sequence[Line]) -> Iterator[Piece]:
        """Lines as one text, in pieces with their links and notes."""
        made: list[Piece] = []
        for line in lines:
            pieces = list(self._of_line(line))
            if made and pieces:
                text, gap = joined(made[-1].text, pieces[0].text, self.words)
                made[-1] = Piece(
                    text + gap if not made[-1].link else text, None, made[-1].link, made[-1].note
                )
                if made[-1].link and gap:
                    made.append(Piece(gap))
            made += pieces
        return (Piece(one.text.replace(HYPHEN, "-"), None, one.link, one.note) for one in made)

    def _of_line(self, line: Line) -> Iterator[Piece]:
        before = ""
        for run in line.runs:
            note = self.notes.of(line.page, run.text) if run.raised and not is_power(before) else None
            if note:
                yield Piece("", note=note)
                continue
            text = raised(run.text) if run.raised else run.text
            yield Piece(text, link=run.link or None)
            before = text


def _column(block: Block) -> Column:
    right = block.right
    full = sum(right - line.right < _FLUSH * line.size for line in block.lines)
    flush = len(block.lines) >= _MANY and 2 * full > len(block.lines)
    narrow = right - block.left < _NARROW * block.lines[0].size
    return Column(block.left, right, flush, narrow and not flush)


def _is_ended(last: Line, line: Line, column: Column) -> bool:
    """Whether a line was ended before its column's edge, though the next word had its place on it."""
    word = 1 if column.flush else len(line.text.split(" ", 1)[0]) + 1
    free = column.right - last.right
    goes_on = _CONTINUED.match(line.text) is not None
    if column.narrow and not goes_on and not last.text.endswith((",", *_PARTED)):
        return True
    if free < word * last.width / max(len(last.text), 1) + _FLUSH * last.size:
        return False
    return _ENDED.search(last.text) is not None or (
        free > _ROOM * (column.right - column.left)
        and not goes_on
        and not last.text.endswith((",", *_PARTED))
    )


def _place(lines: Sequence[Line]) -> str:
    first, last = lines[0].page, max(line.page for line in lines)
    return f"p. {first}" if first == last else f"p. {first}–{last}"
