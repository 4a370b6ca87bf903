"""The turns by which a language tells that something has happened, and what came after what."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.extract.dates.datewords import DateWords, date_words
from factcheck.extract.lookup import Lookup, compiled
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
    return compiled(Turns, lexicon, "chronology", dates=date_words(lexicon))
