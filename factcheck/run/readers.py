"""What reads figures, dates and sources in one language, block by block."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from factcheck.extract.attribution.reader import Attributor
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import words
from factcheck.model import Block, DateReading, Figure, Source
from factcheck.run.tongues import Part

Read = TypeVar("Read", Figure, DateReading)
SHARED = 256
"""The blocks whose words are kept: dates are read in all of an article's before figures are."""


class Readers:
    """Built once, from a language, the registry's sources and the units that are its own.

    What a block is read as depends on its text alone, and its dates on the article's day: of so many blocks
    both are kept for the next one that says the same, of whatever article. What looks beyond its block (the
    periods that a text names, whom a sentence leans on) is not."""

    def __init__(self, lexicon: Lexicon, sources: Iterable[Source], own: Collection[str], kept: int) -> None:
        """Raises LexiconError where the language lacks a table."""
        self._figures, self.days = FigureReader.of_lexicon(lexicon, own), DateReader(lexicon)
        self.attributor = Attributor(lexicon, sources, kept)
        self._words = lru_cache(SHARED)(words)
        self.figures = lru_cache(kept)(self._read_figures)
        self.dates = lru_cache(kept)(self._read_dates)

    def _read_figures(self, text: str) -> Sequence[Figure]:
        """The figures of a block; their places are in its text."""
        return self._figures.read(text, self._words(text))

    def _read_dates(self, text: str, day: str) -> Sequence[DateReading]:
        """Its dates, in an article of an ISO day."""
        return self.days.read(text, self._words(text), day)


def by_block(part: Part, blocks: Iterable[Block], read: Callable[[str], Iterable[Read]]) -> Iterator[Read]:
    """What is read in a part of an article, block by block, in its order."""
    for block in blocks:
        for one in read(part.prose[block.start : block.end]):
            yield _moved(one, block.start)


def _moved(read: Read, by: int) -> Read:
    """The same, so many characters later in a text."""
    start, end = read.start + by, read.end + by
    if isinstance(read, DateReading):
        return replace(read, start=start, end=end)
    noun = read.noun and (read.noun[0] + by, read.noun[1] + by)
    outer = read.outer_start + by, read.outer_end + by
    reach = read.reach and read.reach + by
    return replace(
        read, start=start, end=end, outer_start=outer[0], outer_end=outer[1], noun=noun, reach=reach
    )
