"""From an article's readings to what of them does not add up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.check.arithmetic.ages import ages
from factcheck.check.arithmetic.changes import changes
from factcheck.check.arithmetic.conversions import conversions
from factcheck.check.arithmetic.days import days
from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.means import means
from factcheck.check.arithmetic.numbers import Reckoning, once
from factcheck.check.arithmetic.rates import rates
from factcheck.check.arithmetic.rows import rows
from factcheck.check.arithmetic.shares import shares
from factcheck.check.arithmetic.spans import spans
from factcheck.check.arithmetic.sums import sums
from factcheck.check.arithmetic.turns import turns
from factcheck.check.arithmetic.wholes import wholes
from factcheck.extract.lookup import Text
from factcheck.language.words import Words
from factcheck.model import Article, DateReading, Figure, Sentence

MOST = 40
"""A sentence with more figures or dates is a list of results, not of sums."""
_KEPT = 2
"""How many sentences back a total may stand that another adds to."""


def reckonings(article: Article, lines: Sequence[tuple[int, Line]]) -> Iterator[Reckoning]:
    """What in an article's `lines`, those of one language, does not follow from what else they say, each
    figure and date once."""
    return once(chain(_prose(article, lines), rows(article, lines)))


def lines_of(
    article: Article,
    sentences: Sequence[Sentence],
    words: Words,
    figures: Sequence[Figure],
    dates: Sequence[DateReading],
    code: str,
) -> Iterator[tuple[int, Line]]:
    """The sentences of one language of an article, each as a line, with the number of its block.

    `figures` and `dates` are sorted, `words` cut the article's text, `code` is the language."""
    text, known = Text.of(article.text, words), turns(code)
    starts, days_at = [figure.outer_start for figure in figures], [reading.start for reading in dates]
    for sentence in sentences:
        mine = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        when = dates[bisect_left(days_at, sentence.start) : bisect_left(days_at, sentence.end)]
        if not sentence.furniture and max(len(mine), len(when)) <= MOST:
            yield sentence.block, Line(text, known, sentence.start, sentence.end, mine, when)


def _prose(article: Article, lines: Sequence[tuple[int, Line]]) -> Iterator[Reckoning]:
    before: list[Line] = []
    for block, line in lines:
        if any(figure.role == "denied" for figure in line.figures):
            continue
        yield from days(line, article.date)
        if article.blocks[block].kind == "row":
            continue
        yield from _sentence(line, before, article.date)
        before = [*before[1 - _KEPT :], line]


def _sentence(line: Line, before: Sequence[Line], day: str | None) -> Iterator[Reckoning]:
    if not line.figures:
        return
    yield from ages(line, day)
    yield from spans(line)
    if len(line.figures) > 1:
        for reckon in (shares, changes, rates, conversions, means, wholes):
            yield from reckon(line)
        yield from sums(line, before)
