"""From an article's sentences to what they tell in an order in which it can't have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, once
from factcheck.check.chronology.ahead import ahead
from factcheck.check.chronology.order import disorder
from factcheck.check.chronology.turns import turns
from factcheck.extract.page import Page
from factcheck.language.words import Words
from factcheck.model import Article


def out_of_order(article: Article, lines: Sequence[Line], words: Words, code: str) -> Iterator[Reckoning]:
    """What sentences of one language tell of after the article's day as past, or in a false order, each date
    once. `words` cut the article's text, `code` is the language."""
    dated = (line for line in lines if line.dates)
    return once(chain.from_iterable(_of(article, line, words, code) for line in dated))


def _of(article: Article, line: Line, words: Words, code: str) -> Iterator[Reckoning]:
    known = turns(code)
    if article.date and article.date_from != "document":
        yield from ahead(line, Page(article.text, words), known, article.date)
    if len(line.dates) > 1:
        yield from disorder(line, known)
