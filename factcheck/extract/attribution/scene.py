"""A sentence set for the finders of attribution, and what they find: cues."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.extract.attribution.grammar import Grammar
from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import Naming, Reader
from factcheck.model import Span

VERBS = ("saying", "clausal", "counting", "placing", "expecting", "giving", "reaching")
"""The kinds of verb whose subject may be a source."""

_OPENING, _CLOSING = frozenset('«“"'), frozenset('»”"')
_REACH = 30
_PART = 4
_RESUMED = 9
_BRIEF = 3
WINDOW = 14
"""How many words a source may take."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first:last` attribute words `low:high` to somebody.

    `hearsay` is a turn that hides who speaks, `bare` the verb's mood alone; `outward` a cue that also
    covers the sentence before; `weak` one that counts only if its pronoun stands for a source of the
    registry or a body; `counts` one of figures alone, which tells no day."""

    naming: Naming
    first: int
    last: int
    low: int
    high: int
    hearsay: bool = False
    outward: bool = False
    forward: bool = False
    weak: bool = False
    bare: bool = False
    counts: bool = False


class Scene(NamedTuple):
    """What the finders look at: a sentence, the reader of its names, where its segments end; and `at` which
    offset of its article it stands."""

    line: Line
    reader: Reader
    grammar: Grammar
    edges: list[int]
    at: int = 0

    def start(self, index: int) -> int:
        """Where a word starts in the article."""
        return self.at + self.line.starts[index]

    def span(self, first: int, last: int) -> Span:
        """Where words `first:last` stand in the article."""
        return self.start(first), self.at + self.line.ends[last - 1]

    def words(self, span: Span) -> tuple[int, int]:
        """The words `first:last` at a span of the article."""
        first, last = (bisect_left(self.line.starts, at - self.at) for at in span)
        return first, max(first + 1, last)

    def dated(self, span: Span) -> bool:
        """Whether it is a day or a month that stands at a span of the article."""
        return self.line.any(*self.words(span), "months")

    def segment(self, index: int) -> tuple[int, int]:
        """The segment (parted by a semicolon or a contrast) that holds a word."""
        high = next(edge for edge in self.edges if edge > index)
        return max(edge for edge in self.edges if edge <= index), high

    def stretch(self, index: int) -> Span:
        """The words around one that no semicolon parts from it, contrasts or not."""
        edges = [edge for edge in self.edges if edge in (0, len(self.line)) or self.line.has(edge, ";")]
        return max(edge for edge in edges if edge <= index), next(edge for edge in edges if edge > index)

    def sequel(self, index: int, high: int) -> int:
        """Where a clause of its own starts between two words: `…, and the roads were closed`; else `high`."""
        line = self.line
        linked = (k for k in range(index, high) if line.cuts[k] and line.has(k, "coordinators"))
        starts = (k for k in linked if not _gapped(line, k))
        return next((k for k in starts if line.has(k + 1, "definite", "pronouns")), high)


def _gapped(line: Line, k: int) -> bool:
    """Whether a clause goes without its verb, which is that of the one before: `…, and the missing, 12`."""
    after = line.stops[k]
    return after - k <= _PART + 1 and line.has(after, "counts") and line.has(after, ",")


def scene(line: Line, prose: str, grammar: Grammar) -> Scene:
    """Set the scene of one sentence."""
    inside = _quoted(line)
    edges = [0, *(k for k in range(1, len(line)) if k not in inside and _parts(line, k)), len(line)]
    return Scene(line, Reader(line, prose, grammar.index), grammar, edges)


def shares(line: Line) -> bool:
    """Whether a sentence tells a share."""
    return line.any(0, len(line) + 1, "percents")


def _quoted(line: Line) -> set[int]:
    """The words within a sentence's quotations but the first of each: one speaker says them all."""
    inside: set[int] = set()
    opened = None
    for k, gap in enumerate(line.gaps):
        if opened is not None and not _CLOSING.isdisjoint(gap):
            inside.update(range(opened + 1, k))
            opened = None
        elif opened is None and not _OPENING.isdisjoint(gap):
            opened = k
    return inside


def _parts(line: Line, k: int) -> bool:
    if line.has(k, ";"):
        return not partitive(line, k)
    return "contrasts" in line.marks[k] and (line.cuts[k] or line.marks[k]["contrasts"] > k + 1)


def put_in(line: Line, k: int) -> int:
    """Where the relative clause starts that holds a word, behind a comma: `X, who said so, …`; else 0."""
    start = line.heads[k]
    return start if line.has(start, "relatives") and line.has(start, ",") else 0


def partitive(line: Line, k: int) -> bool:
    """Whether words from one on go on counting what was counted before: `nine of them`."""
    return line.any(k, min(k + _PART, line.run(k + 1)), "partitives", "resumptions")


def resumed(line: Line) -> bool:
    """Whether a sentence goes on with what the one before it counted: `Nine of them …`, or the same, with
    little more than when or how it compares: `They were 180 in June`, `That is up from 980 in spring`."""
    stop = line.run(1)
    start = next((k for k in range(min(_PART, stop)) if line.has(k, "partitives", "resumptions")), stop)
    if line.has(start, "partitives") or start == stop:
        return start < stop
    count = line.first(line.marks[start]["resumptions"], min(start + _RESUMED, stop), "counts")
    if not line.has(count, "counts"):
        return False
    brief = stop - count - 1 <= _BRIEF and not line.any(0, stop, "accounts")
    return brief or line.any(start, stop, "comparisons") or line.any(count + 1, stop, "months")


def piece(line: Line, end: int) -> tuple[int, int]:
    """The run of words before `end` that no punctuation and no conjunction parts; a closing parenthesis
    right before `end` is looked across."""
    end = line.last(0, end, "(") or end if line.has(end, ")") else end
    start, low = end, max(0, end - _REACH)
    while start > low and not _bounds(line, start - 1) and (start == end or not line.cuts[start]):
        start -= 1
    return start, end


def _bounds(line: Line, k: int) -> bool:
    if len(line.raw[k]) > 1 and line.raw[k].isupper():  # WHO
        return False
    return line.has(k, "boundaries", "contrasts") and not line.has(k, "anaphors", "nobody")
