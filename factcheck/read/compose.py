"""From a draft's parts to an article: one text as a reader sees it, with the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from factcheck.model import Block, Link, Span
from factcheck.places import Places, line_starts, whole
from factcheck.read.draft import Draft, Part, Piece
from factcheck.read.notes import ADDRESS, addresses
from factcheck.read.shown import stretches

BETWEEN = "\n\n"
"""What parts two blocks in an article's text."""
_BLANKS = " \xa0\u2007\u2009\u200a\u202f"
_NOTED = re.compile(r"((?:\d{1,3}[ \xa0\u202f\u2009])*[^\s.,;:!?»”\")]+(?:[.,][^\s.,;:!?»”\")]+)*)[^\w\n]*$")
_NOTE_REACH = 60


class Composed(NamedTuple):
    """The text of a draft, its blocks and links, and where it all stands."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    places: Places


def compose(draft: Draft) -> Composed:
    """The one text of a draft's parts. A part without ink becomes no block."""
    made = _Text()
    numbers: dict[int, Span] = {}
    blocks: list[Block] = []
    for number, part in enumerate(draft.parts):
        span = made.add(part)
        if span is None:
            continue
        numbers[number] = span
        header = None if part.header is None else numbers.get(part.header)
        blocks.append(Block(part.kind, *span, header, part.depth))
    text = "".join(made.parts)
    if draft.source is None:
        return Composed(text, tuple(blocks), tuple(made.links), whole(text, made.labels))
    lines = line_starts(draft.source)
    places = Places(made.starts, made.spans, lines, len(text), made.labels)
    return Composed(text, tuple(blocks), tuple(made.links), places)


class _Row(NamedTuple):
    """A stretch of a part as it is shown, its span in the source, and the piece that it is of."""

    shown: str
    at: Span
    piece: Piece


@dataclass(slots=True)
class _Text:
    """The text so far, in stretches, each with its span in the source."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    labels: list[tuple[int, str]] = field(default_factory=list)

    def add(self, part: Part) -> Span | None:
        """Append a part; its span in the text, or None where it shows nothing."""
        rows = _trimmed(part)
        if not any(row.shown.strip(ADDRESS) for row in rows):
            return None
        if self.parts:
            at = self.spans[-1][1]
            self._append(BETWEEN, (at, at))
        start, first = self.length, len(self.parts)
        self._label(part.place)
        for row in rows:
            self._label(row.piece.place if row.shown else "")
            self._append(row.shown, row.at)
            if row.piece.link and row.shown:
                self._link(self.length - len(row.shown), row.piece.link, bool(row.shown.strip()))
            elif row.piece.note and (word := _NOTED.search(before := self._end(first))):
                offset = self.length - len(before)
                self.links.append(Link(offset + word.start(1), offset + word.end(1), row.piece.note, True))
        return start, self.length

    def _append(self, shown: str, at: Span) -> None:
        if not shown:
            return
        if not self._goes_on(len(shown), at):
            self.starts.append(self.length)
            self.spans.append(at)
        else:
            self.spans[-1] = (self.spans[-1][0], at[1])
        self.parts.append(shown)
        self.length += len(shown)

    def _label(self, place: str) -> None:
        """From here on, the text stands at a place."""
        if place and (not self.labels or self.labels[-1][1] != place):
            self.labels.append((self.length, place))

    def _end(self, first: int) -> str:
        """The last characters of the part that begins with stretch `first`."""
        last, length = len(self.parts), 0
        while last > first and length < _NOTE_REACH:
            last -= 1
            length += len(self.parts[last])
        return "".join(self.parts[last:])[-_NOTE_REACH:]

    def _goes_on(self, length: int, at: Span) -> bool:
        """Whether a stretch follows the last one in the source, both character by character."""
        if not self.spans or self.spans[-1][1] != at[0] or at[1] - at[0] != length:
            return False
        return self.spans[-1][1] - self.spans[-1][0] == self.length - self.starts[-1]

    def _link(self, start: int, target: str, ink: bool) -> None:
        """A link from `start` to the end, or more of the last one."""
        last = self.links[-1] if self.links else None
        if last and last.end == start and last.target == target:
            self.links[-1] = Link(last.start, self.length, target)
        elif ink:
            self.links.append(Link(start, self.length, target))


def _trimmed(part: Part) -> list[_Row]:
    """What a part shows, with one blank at most between its words and none at its ends."""
    rows: list[_Row] = []
    blank = True
    for row in _rows(part):
        shown, at = row.shown, row.at
        if blank and shown[:1] in _BLANKS and shown:
            at = (at[0] + 1, at[1]) if at[1] - at[0] == len(shown) else (at[1], at[1])
            shown = shown[1:]
        if shown:
            blank = shown[-1] in _BLANKS
        rows.append(_Row(shown, at, row.piece))
    last = next((at for at in range(len(rows) - 1, -1, -1) if rows[at].shown), None)
    if blank and last is not None:
        shown, at, piece = rows[last]
        rows[last] = _Row(shown[:-1], (at[0], at[1] - 1) if at[1] - at[0] == len(shown) else at, piece)
    return rows


def _addressed(piece: Piece) -> Iterator[Piece]:
    """A piece, cut where an address of the web stands in it."""
    start = piece.at[0] if piece.at else 0
    exact = piece.at is None or piece.at[1] - start == len(piece.text)
    cursor = 0
    for first, last in addresses(piece.text) if exact else ():
        at = piece.at and (start + cursor, start + first)
        yield replace(piece, text=piece.text[cursor:first], at=at, note=None)
        link = piece.link or piece.text[first:last]
        yield Piece(ADDRESS, piece.at and (start + first, start + last), link)
        cursor = last
    yield (
        replace(piece, text=piece.text[cursor:], at=piece.at and (start + cursor, piece.at[1]))
        if cursor
        else piece
    )


def _rows(part: Part) -> Iterator[_Row]:
    for piece in chain.from_iterable(map(_addressed, part.pieces)):
        exact = piece.at is None or piece.at[1] - piece.at[0] == len(piece.text)
        start, end = piece.at or (0, 0)
        for shown, (first, last) in stretches(piece.text):
            yield _Row(shown, (start + first, start + last) if exact else (start, end), piece)
        if piece.note or not piece.text:
            yield _Row("", (end, end), piece)
