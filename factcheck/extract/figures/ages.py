"""Bare numbers that are somebody's age: `Marta Ruiz, 52, said`, `a man, 52, and his wife, 49,`, `aged 52`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures import refusals
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, phrases, spaced
from factcheck.language.lexicon import Lexicon

_OLDEST = 115
_APPOSED = ", "


class Ages(NamedTuple):
    """The words that an age stands behind, and before, and the nouns of persons whose age may stand between
    commas."""

    before: Lookup[bool]
    behind: Lookup[bool]
    nouns: frozenset[str]
    joins: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Ages:
        """Compile `figures.ages`. Raises LexiconError where a list is missing."""
        places = [form.lstrip("=") for forms in lexicon.lines("countries").values() for form in forms]
        return cls(
            before=phrases(lexicon.words("figures.ages.before")),
            behind=phrases(lexicon.words("figures.ages.behind")),
            nouns=folds(lexicon.words("figures.ages.nouns")),
            joins=folds(lexicon.words("figures.ranges.and")),
            names=folds(place.split()[-1] for place in places if place),
        )


def is_age(text: Text, first: int, end: int, value: float, table: Ages, no_names: refusals.Refusals) -> bool:
    """Whether a bare number in digits, one word that ends at `end`, is an age."""
    if not 0 < value <= _OLDEST or value % 1:
        return False
    i = first - 1
    if spaced(text.gap(i)) and (table.before.before(text, i) or _is_second(text, i, table)):
        return True
    if table.behind.at(text, first + 1) and spaced(text.gap(first)):  # 75 or older
        return True
    if text.gap(i) != _APPOSED or text.char(end) not in (",", "."):
        return False
    return _is_person(text, i, table, no_names) and not _is_listed(text, first, table)


def _is_second(text: Text, i: int, table: Ages) -> bool:
    """Whether the words up to `i` join a number to an age: "aged 19 and | 23"."""
    joined = text.word(i) in table.joins and text.word(i - 1).isdecimal() and text.flows(i - 1)
    return joined and table.before.before(text, i - 2) is not None


def _is_person(text: Text, i: int, table: Ages, no_names: refusals.Refusals) -> bool:
    """Whether word `i` is a noun of the list, or a name that is no country, month or first word."""
    word = text.word(i)
    if word in table.nouns:
        return True
    name = text.prose[text.starts[i] : text.ends[i]]
    named = name[:1].isupper() and not name.isupper() and word not in table.names
    return named and word not in no_names.nouns.closed and not refusals.is_month(text, i, no_names)


def _is_listed(text: Text, last: int, table: Ages) -> bool:
    """Whether a list of names goes on behind a number: `Leeds, 52, York, 49`, `Leeds, 52, and York, 49`."""
    if text.gap(last) != _APPOSED:
        return False
    at = last + 1 + (text.word(last + 1) in table.joins)
    return at < len(text.starts) and (text.prose[text.starts[at]].isupper() or text.word(at)[:1].isdigit())
