"""The turns by which a language tells that something has happened, and what came after what."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.extract.dates.datewords import DateWords, date_words
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, phrases
from factcheck.language.lexicon import load


class Turns(NamedTuple):
    """The section `chronology:` of a language (en.yaml tells what each key is for), and its dates."""

    dates: DateWords
    happened: Lookup[bool]
    decided: Lookup[bool]
    when: frozenset[str]
    bars: frozenset[str]
    unreal: frozenset[str]
    went_on: frozenset[str]
    after: Lookup[bool]
    before: Lookup[bool]
    joins: frozenset[str]
    articles: frozenset[str]


@cache
def turns(code: str) -> Turns:
    """The turns of a language. Raises LexiconError where its file lacks a key."""
    lexicon = load(code)

    def several(key: str) -> Lookup[bool]:
        return phrases(lexicon.words(f"chronology.{key}"))

    def single(key: str) -> frozenset[str]:
        return folds(lexicon.words(f"chronology.{key}"))

    return Turns(
        dates=date_words(lexicon),
        happened=several("happened"),
        decided=several("decided"),
        when=single("when"),
        bars=single("bars"),
        unreal=single("unreal"),
        went_on=single("went_on"),
        after=several("after"),
        before=several("before"),
        joins=single("joins"),
        articles=single("articles"),
    )
