"""A sentence as a chain of figures, with what leads from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.check.arithmetic.turns import Turns
from factcheck.extract.lookup import Lookup, Text
from factcheck.language.units import dimension, rate
from factcheck.model import DateReading, Figure

_SOFT = frozenset(("", ",", "(", "[", ":", "«", "“", '"', "–", "—"))
_PARTED = frozenset(".;!?\n")
SHARES = frozenset({"percentage", "points", "multiplier"})
"""The dimensions of what is no quantity of its own but relates two."""


class Line(NamedTuple):
    """A sentence's figures and dates in order, its words, and the language's turns."""

    text: Text
    turns: Turns
    start: int
    end: int
    figures: Sequence[Figure]
    dates: Sequence[DateReading] = ()

    def first(self, at: int) -> int:
        """The first word of figure number `at`, its qualifier with it."""
        return bisect_left(self.text.starts, self.figures[at].outer_start)

    def last(self, at: int) -> int:
        """The last word of a figure and of what it counts or is per."""
        return bisect_left(self.text.starts, self.close(at)) - 1

    def close(self, at: int) -> int:
        """Where a figure ends, with what it counts or is per."""
        figure = self.figures[at]
        return max(figure.outer_end, figure.noun[1] if figure.noun else 0, figure.reach)

    def raw(self, at: int) -> str:
        """What stands between a figure and the one before it, or the sentence's start."""
        begin = self.figures[at - 1].outer_end if at else self.start
        return self.text.prose[begin : self.figures[at].outer_start]

    def led(self, at: int, lookup: Lookup[bool]) -> int | None:
        """The first word of the phrase that leads to a figure (articles between them aside), or None."""
        word, floor = self.first(at) - 1, self.last(at - 1) if at else -1
        end = self.figures[at].outer_start
        while word > floor and self.text.prose[self.text.ends[word] : end].strip() in _SOFT:
            if (found := lookup.before(self.text, word)) and found[1] > floor:
                return found[1]
            if self.text.word(word) not in self.turns.passed:
                return None
            word, end = word - 1, self.text.starts[word]
        return None

    def trailed(self, at: int, lookup: Lookup[bool]) -> bool:
        """Whether a phrase stands right behind a figure, or behind its noun."""
        figure = self.figures[at]
        ends = {figure.outer_end, figure.noun[1] if figure.noun else figure.outer_end}
        words = (bisect_left(self.text.starts, end) for end in ends)
        return any(lookup.at(self.text, i) is not None for i in words if self._within(i))

    def _within(self, i: int) -> bool:
        return i < len(self.text.starts) and self.text.starts[i] < self.end

    def room(self, at: int, word: int) -> int:
        """How many words stand between the figure before `at`, with its noun, and a word."""
        return word - self.last(at - 1) - 1

    def bracketed(self, at: int) -> bool:
        """Whether a bracket opens right before a figure."""
        return self.raw(at).rstrip().endswith(("(", "["))

    def parted(self, at: int) -> bool:
        """Whether a mark that parts clauses stands between a figure and the one before it."""
        return not _PARTED.isdisjoint(self.raw(at)) or ":" in self.raw(at)

    def equals(self, at: int, far: int = 5) -> bool:
        """Whether a figure is the one before it told otherwise: `or 46 %`, `(46 %)`; at most `far` words may
        stand between them."""
        raw = self.raw(at)
        if not at or not _PARTED.isdisjoint(raw):
            return False
        if self.bracketed(at):
            return self.room(at, self.first(at)) <= far and "(" not in raw.rstrip()[:-1]
        word = self.led(at, self.turns.equals)
        return word is not None and self.room(at, word) <= far

    def apposed(self, at: int) -> bool:
        """Whether but a comma or a dash stands between a figure and the one before it, with its noun."""
        between = self.text.prose[self.close(at - 1) : self.figures[at].outer_start] if at else ""
        return between.strip() in {",", "–", "—"}

    def is_of(self, at: int) -> bool:
        """Whether a figure is the whole of which the one before it is a part: `4,000 of the 11,000`."""
        word = self.led(at, self.turns.of) if at else None
        most = 6 if at and self.is_share(at - 1) else 3
        near = word is not None and self.room(at, word) <= most
        return near and not self.parted(at) and "," not in self.raw(at)

    def opens(self, at: int) -> bool:
        """Whether a figure is a whole that opens the sentence or a clause: `Of the 300 members, …`."""
        word = self.led(at, self.turns.among)
        if word is None:
            return False
        begins = self.text.starts[word] <= self.start + 1 or self.text.gap(word - 1).strip() in {
            ",",
            ";",
            ":",
        }
        return begins and self.text.prose[self.figures[at].outer_end : self.end].find(",") != -1

    def kind(self, at: int) -> str:
        """What a figure measures."""
        return dimension(self.figures[at].quantity.unit)

    def is_share(self, at: int) -> bool:
        """Whether it is a share in per cent or in words."""
        return self.kind(at) == "percentage" and self.figures[at].quantity.high is None

    def is_amount(self, at: int) -> bool:
        """Whether it is so much of something, which can be added up."""
        figure = self.figures[at]
        plain = figure.quantity.high is None and figure.role in ("level", "planned") and not figure.trend
        return plain and self.kind(at) not in SHARES and "/" not in (figure.quantity.unit or "")

    def alike(self, *places: int) -> bool:
        """Whether figures measure the same thing in the same unit."""
        units = {self.figures[at].quantity.unit for at in places}
        return len(units - {None}) <= 1 and len({self.kind(at) for at in places}) == 1

    def comparable(self, one: int, other: int) -> bool:
        """The same, where a unit may be told once for both: `from 800 to 600 euros`."""
        units = [rate(self.figures[at].quantity.unit) for at in (one, other)]
        once = units[0].of == units[1].of and not all(unit.per for unit in units)
        plain = not {"people", None}.isdisjoint(unit.of for unit in units)
        return units[0] == units[1] or once or plain

    def head(self, at: int) -> str:
        """The first word of what a figure counts, folded; nothing where that is not told."""
        noun = self.figures[at].noun
        return self.text.word(bisect_left(self.text.starts, noun[0])) if noun else ""

    def near(self, at: int, lookup: Lookup[bool], most: int) -> bool:
        """Whether a phrase begins among the words before a figure, so many at most, and behind the figure
        before it."""
        return any(lookup.at(self.text, i) for i in self.before(at, most))

    def before(self, at: int, most: int) -> range:
        """The words between a figure and the one before it, or the sentence's start, so many at most."""
        first = self.first(at)
        floor = self.last(at - 1) + 1 if at else bisect_left(self.text.starts, self.start)
        return range(max(floor, first - most), first)

    def told(self, at: int) -> str:
        """A figure as it is written, without its qualifier, on one line."""
        figure = self.figures[at]
        return " ".join(self.text.prose[figure.start : figure.end].split())

    def behind(self, at: int, most: int) -> range:
        """The words behind a figure and its noun, so many at most, within the sentence."""
        first = self.last(at) + 1
        return range(first, min(first + most, bisect_left(self.text.starts, self.end)))
