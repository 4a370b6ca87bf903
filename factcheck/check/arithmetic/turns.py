"""The turns by which a language tells that one figure is reckoned from others, compiled once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, compiled, phrases
from factcheck.language.lexicon import load


class Turns(NamedTuple):
    """The section `arithmetic:` of a language, with what other sections say of parts, changes and dates; the
    comments of en.yaml tell what each is for."""

    passed: frozenset[str]
    equals: Lookup[bool]
    of: Lookup[bool]
    among: Lookup[bool]
    including: Lookup[bool]
    divided: Lookup[bool]
    rest: Lookup[bool]
    another: Lookup[bool]
    more: Lookup[bool]
    bringing: frozenset[str]
    totals: frozenset[str]
    total: Lookup[bool]
    total_after: Lookup[bool]
    each: Lookup[bool]
    mean: Lookup[bool]
    born: Lookup[bool]
    died: Lookup[bool]
    aged: Lookup[bool]
    old: Lookup[bool]
    lasting: Lookup[bool]
    lasted: frozenset[str]
    sums: Lookup[bool]
    changed: Lookup[bool]
    closing: Lookup[bool]
    halves: frozenset[str]
    began: Lookup[bool]
    ended: Lookup[bool]
    after: Lookup[bool]
    least: Lookup[bool]
    most: Lookup[bool]
    by: Lookup[float]
    over: Lookup[bool]
    adding: Lookup[bool]
    share: Lookup[bool]
    halved: Lookup[bool]
    ageing: Lookup[bool]
    later: Lookup[bool]
    per: Lookup[bool]
    against: Lookup[bool]
    to: frozenset[str]
    origins: frozenset[str]
    joins: frozenset[str]
    rises: frozenset[str]
    falls: frozenset[str]
    articles: frozenset[str]
    weekdays: dict[str, int]
    spans: frozenset[str]
    links: frozenset[str]
    between: frozenset[str]
    ago: Lookup[bool]


@cache
def turns(code: str) -> Turns:
    """The turns of a language. Raises LexiconError where its file lacks a key."""
    lexicon = load(code)

    def single(*keys: str) -> frozenset[str]:
        return folds(word for key in keys for word in lexicon.words(key))

    weekdays = lexicon.words("dates.weekdays")
    return compiled(
        Turns,
        lexicon,
        "arithmetic",
        by=Lookup(lexicon.numbers("arithmetic.by").items()),
        including=phrases(lexicon.words("parts.before")),
        more=phrases(lexicon.words("additions.after")),
        per=phrases((*lexicon.words("rates.per"), *lexicon.words("rates.loose"))),
        against=phrases(lexicon.words("figures.changes.against")),
        to=single("figures.ranges.to"),
        origins=single("figures.ranges.from"),
        joins=single("figures.ranges.and"),
        rises=single("figures.changes.rises", "figures.changes.raises"),
        falls=single("figures.changes.falls", "figures.changes.lowers"),
        articles=single("figures.articles"),
        weekdays={word: number for number, day in enumerate(weekdays) for word in folds([day])},
        spans=single("dates.spans"),
        links=single("dates.links"),
        between=single("figures.ranges.between"),
        ago=phrases(
            word for side in ("before", "after") for word in lexicon.words(f"dates.moments.ago.{side}")
        ),
    )
