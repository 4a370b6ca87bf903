"""Figures that a text tells of as no longer, not yet or not at all the ones that hold.

"Instead of 30", "it had planned 30", "an earlier version gave 30", "they fear 30": no date and no source
tells such a figure from the one that holds, but these turns do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from factcheck.extract.page import Page, Phrase, phrase
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import Words
from factcheck.model import Span

BESIDE = 4
"""How many words at most lie between "instead of" and its figure."""

_RELATIVE = re.compile(r"\s*,\s+[^\W\d_]+\s+")  # ", which", between who says so and what he had done

Reach = Literal["beside", "around", "auxiliary", "past"]


class _Turn(NamedTuple):
    """A turn in a text: its span, its last word, and how far it reaches."""

    start: int
    end: int
    last: int
    reach: Reach


class Turns(NamedTuple):
    """The turns of one text, sorted, with its prose, its words and the spans of its figures, sorted, too."""

    prose: str
    turns: Sequence[_Turn]
    words: Words
    figures: Sequence[Span]

    def cover(self, figure: Span, clause: Span, sentence: Span, said: int = 0, earlier: bool = False) -> bool:
        """Whether a turn of its sentence tells a figure, a date or a name from the one that holds; of one
        known to be of `earlier`, that it was so does, too.

        A turn covers the next figure after it, and one before it in its own clause. An auxiliary behind
        `said`, where the words end that say who says so, is of the speech ("they said that 30 had come"); one
        before a comma is another verb's ("since it had begun, it has counted 30")."""
        first, end = (bisect_left(self.turns, edge, key=_start) for edge in sentence)
        return any(
            self._covers(turn, figure, clause)
            for turn in self.turns[first:end]
            if (earlier or turn.reach != "past") and not self._is_backshift(turn, sentence, said)
        )

    def _covers(self, turn: _Turn, figure: Span, clause: Span) -> bool:
        if turn.start >= figure[1]:
            behind = turn.last - bisect_left(self.words.starts, figure[1])
            reaches = {"beside": False, "around": True, "auxiliary": behind <= BESIDE, "past": False}
            trails = reaches[turn.reach] and turn.start < clause[1]
            return trails and not self._figure_between(figure[1], turn.start)
        words = bisect_left(self.words.starts, figure[0]) - turn.last - 1
        beside, inside = words <= BESIDE, turn.start >= clause[0]
        its = words > 0 and inside and self.prose.count(",", turn.end, figure[0]) != 1
        near = {"beside": beside, "around": True, "auxiliary": its, "past": beside and inside}
        return turn.end <= figure[0] and near[turn.reach] and not self._figure_between(turn.end, figure[0])

    def _is_backshift(self, turn: _Turn, sentence: Span, said: int) -> bool:
        """Whether an auxiliary is of what is said, not of who says so ("says the ministry, which had …")."""
        if turn.reach != "auxiliary" or not sentence[0] < said <= turn.start:
            return False
        return _RELATIVE.fullmatch(self.prose, said, turn.start) is None

    def _figure_between(self, start: int, end: int) -> bool:
        at = bisect_left(self.figures, (start, start))
        return at < len(self.figures) and self.figures[at][0] < end


def _start(turn: _Turn) -> int:
    return turn.start


@cache
def _table(code: str) -> dict[Phrase, Reach]:
    lexicon = load(code)
    reaches: tuple[Reach, ...] = ("past", "beside", "around", "auxiliary")
    return {phrase(text): reach for reach in reaches for text in lexicon.words(f"superseded.{reach}")}


def read_turns(prose: str, words: Words, figures: Sequence[Span], lexicon: Lexicon) -> Turns:
    """The turns of a text in a language, from its file's `superseded`."""
    table, page = _table(lexicon.code), Page(prose, words)
    first = {key[0] for key in table}
    found = ((i, page.ahead(i, table)) for i, word in enumerate(words.folded) if word in first)
    turns = [
        _Turn(words.starts[i], words.ends[told[1]], told[1], told[0]) for i, told in found if told is not None
    ]
    return Turns(prose, turns, words, figures)
