"""How exactly a figure is meant, told by the words beside it (contract.md, "When two figures agree")."""

from __future__ import annotations

from typing import NamedTuple, cast

from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import dimension
from factcheck.model import Qualifier

_LEVELS = ("about", "nearly", "at_least", "at_most")
_APOSTROPHES = ("'", "’")


class Qualified(NamedTuple):
    """A qualifier, and the offset at which its words begin (before a figure) or end (behind it)."""

    qualifier: Qualifier
    offset: int


class Qualifiers(NamedTuple):
    """The qualifiers of a language: phrases before and behind a figure, signs before it."""

    before: Lookup[Qualifier]
    after: Lookup[Qualifier]
    signs: dict[str, Qualifier]
    plus: bool
    spans: frozenset[str]
    articles: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Qualifiers:
        """Compile `figures.qualifiers`. Raises LexiconError where a table is missing."""
        before, after = ([*_pairs(lexicon, f"figures.qualifiers{part}")] for part in ("", ".after"))
        return cls(
            before=Lookup(before),
            after=Lookup(after),
            signs={phrase: level for phrase, level in before if not any(char.isalnum() for char in phrase)},
            plus=("+", "at_least") in after,
            spans=folds(lexicon.words("figures.spans")),
            articles=folds(lexicon.words("figures.articles")),
            between=folds(lexicon.words("figures.ranges.between")),
            of=folds(lexicon.words("figures.of")),
        )


def _pairs(lexicon: Lexicon, key: str) -> list[tuple[str, Qualifier]]:
    table = lexicon.get(key)
    return [(str(phrase), cast(Qualifier, level)) for level in _LEVELS for phrase in table.get(level, ())]


def before(text: Text, first: int, start: int, unit: str | None, table: Qualifiers) -> Qualified | None:
    """The qualifier before a figure that begins at `start`, with its first word `first`."""
    sign = _sign(text, start, table)
    if sign:
        return sign
    i = first - 1
    if not _beside(text.gap_before(first, start)):
        return None
    if text.folded[i] in table.articles and _beside(text.gap(i - 1)):
        i -= 1
    found = table.before.before(text, i)
    if found is None or (dimension(unit) == "time" and text.word(i) in table.spans and found[1] == i):
        return None
    return Qualified(found[0], text.starts[found[1]])


def _beside(gap: str) -> bool:
    return gap == "" or gap in _APOSTROPHES or spaced(gap)


def _sign(text: Text, start: int, table: Qualifiers) -> Qualified | None:
    at = start - 1 if text.char(start - 1) not in (" ", "\u00a0", "\u202f") else start - 2
    level = table.signs.get(text.char(at))
    return Qualified(level, at) if level else None


def behind(
    text: Text, last: int, end: int, open_words: frozenset[str], table: Qualifiers
) -> Qualified | None:
    """The qualifier behind a figure or its noun that ends with word `last` at `end`; one that leads to
    another number (`300 blessés, au moins 20 morts`) is that number's. `open_words` begin numbers."""
    if table.plus and text.char(end) == "+":
        return Qualified("at_least", end + 1)
    gap = text.gap_behind(last, end)
    if not spaced(gap) and not hyphened(gap):
        return None
    found = table.after.at(text, last + 1)
    if found is None:
        return None
    led = found[1] + (text.word(found[1] + 1) in table.of)  # `11 morts et plus de 600 blessés`
    following = text.word(led + 1)
    number = following[:1].isdigit() or following in open_words
    leads = text.close(found[1]) and (number or (led == found[1] and following in table.articles))
    return None if leads else Qualified(found[0], text.ends[found[1]])


def opening(text: Text, first: int, start: int, table: Qualifiers) -> int | None:
    """The offset of the word that opens a range before it (`between`), if one does."""
    if spaced(text.gap_before(first, start)) and text.word(first - 1) in table.between:
        return text.starts[first - 1]
    return None
