"""The page as it is put together from runs of a text: its parts, each piece at its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.model import BlockKind, Link, Span
from factcheck.read.draft import Part, Piece
from factcheck.read.headings import with_headings
from factcheck.read.inline import Edit, Marked
from factcheck.read.notes import ADDRESS
from factcheck.read.runs import Run

Scan = Callable[[str], Marked]

_INKLESS = " \t\n\xa0" + ADDRESS
_INK = re.compile(r"[^\n]")
_EMPHASISED = re.compile(r"([*_])(?![*_\s])(?:(?!\1).|(?:\1){2})*(?<!\s)\1", re.DOTALL)


@dataclass(slots=True)
class Page:
    """What was put together so far; runs come in the order of the text. `holes` are spans that are no prose
    whatever run they stand in."""

    text: str
    parts: list[Part] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    holes: list[Span] = field(default_factory=list)
    rows: dict[Span, int] = field(default_factory=dict)

    def add(self, run: Run, scan: Scan) -> None:
        """Append a run, as it is shown when what `scan` says is no prose in it is gone."""
        start, end = run.span
        shown = self._shown(run)
        marked = scan(shown)
        first = bisect_right(self.holes, start, key=lambda hole: hole[1])
        for at, to in self.holes[first : bisect_left(self.holes, end, key=lambda hole: hole[0])]:
            marked.edits.append(Edit(max(at - start, 0), min(to, end) - start, " "))
        self.comments += [(start + at, start + to) for at, to in marked.comments]
        header = None if run.header is None else self.rows.get(run.header)
        depth = start - self.text.rfind("\n", 0, start)
        edits, links = _settled(marked.edits), sorted(marked.links, key=lambda link: (link.start, -link.end))
        for kind, at, to in _cut(run.kind, len(shown), marked):
            pieces = tuple(_pieces(shown, start, (at, to), edits, links))
            if any(piece.text.strip(_INKLESS) for piece in pieces):
                self.rows.setdefault(run.span, len(self.parts))
                self.parts.append(Part(_kind(kind, shown[at:to]), pieces, header=header, depth=depth))

    def finish(self) -> tuple[Part, ...]:
        """The parts of the whole text."""
        return tuple(with_headings(self.parts))

    def _shown(self, run: Run) -> str:
        """The run's text, with the markers that stand before its further lines blanked."""
        parts = [self.text[slice(*run.lines[0])]]
        for (_, before), (start, end) in pairwise(run.lines):
            parts += (_INK.sub(" ", self.text[before:start]), self.text[start:end])
        return "".join(parts)


def _settled(edits: list[Edit]) -> list[Edit]:
    """Edits in order; of those within one another the outer one counts."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        cursor = found[-1].end if found else 0
        if edit.end > cursor or edit.start >= cursor:
            found.append(edit._replace(start=max(edit.start, cursor)))
    return found


def _pieces(shown: str, offset: int, span: Span, edits: list[Edit], links: list[Link]) -> Iterator[Piece]:
    """What is shown of a span of a run's text, in pieces."""
    cursor, stop = span
    first = bisect_right(edits, cursor, key=lambda edit: edit.end) if cursor else 0
    for edit in edits[first : bisect_left(edits, stop, key=lambda edit: edit.start)]:
        yield from _linked(shown, offset, (cursor, edit.start), links)
        if edit.instead or edit.note:
            at = (offset + max(edit.start, cursor), offset + min(edit.end, stop))
            yield Piece(edit.instead, at, _target(links, edit.start), edit.note)
        cursor = edit.end
    yield from _linked(shown, offset, (cursor, stop), links)


def _linked(shown: str, offset: int, span: Span, links: list[Link]) -> Iterator[Piece]:
    """A stretch without edits, cut where links begin and end."""
    start, end = span
    if start >= end:
        return
    first = max(bisect_right(links, start, key=_start) - 1, 0)
    over = links[first : bisect_left(links, end, key=_start)]
    cuts = {start, end, *(at for link in over for at in (link.start, link.end) if start < at < end)}
    for at, to in pairwise(sorted(cuts)):
        yield Piece(shown[at:to], (offset + at, offset + to), _target(links, at))


def _target(links: list[Link], at: int) -> str | None:
    """Where the last link leads that begins before an offset, if it holds it."""
    last = bisect_right(links, at, key=_start) - 1
    return links[last].target if last >= 0 and at < links[last].end else None


def _start(link: Link) -> int:
    return link.start


def _cut(kind: BlockKind, length: int, marked: Marked) -> Iterator[tuple[BlockKind, int, int]]:
    """A block is cut at its pictures, whose texts are captions."""
    cursor = 0
    for (start, end), (inner, stop) in marked.pictures:
        yield kind, cursor, start
        yield "caption", inner, stop
        cursor = end
    yield kind, cursor, length


def _kind(kind: BlockKind, shown: str) -> BlockKind:
    """A paragraph wholly in emphasis is what stands below a picture."""
    shown = shown.strip()
    emphasised = kind == "paragraph" and shown[:1] in ("*", "_") and _EMPHASISED.fullmatch(shown)
    return "caption" if emphasised else kind
