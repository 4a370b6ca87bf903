"""Nouns of number, which are approximate: `une trentaine`, `deux dizaines de milliers`, `a dozen`."""

from __future__ import annotations

from factcheck.extract.figures.fractions import Numeral
from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text


def counted(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the noun of number that follows it: `deux douzaines`, `deux dizaines de milliers`."""
    if text.word(found.last + 1) not in tables.collectives or not text.flows(found.last):
        return found
    step = tables.collectives[text.folded[found.last + 1]]
    grown = _of(text, found.last + 1, found.value * step, step, tables)
    return grown._replace(first=found.first, approximate=True)


def gathered(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`une trentaine`, `une dizaine de milliers`; without its article it is no number."""
    value = tables.collectives[text.folded[i]]
    if text.word(i - 1) not in tables.articles or not text.linked(i - 1):
        return None
    return _of(text, i, value, value, tables)._replace(approximate=True)


def _of(text: Text, last: int, value: float, scale: float, tables: Tables) -> Numeral:
    """A collective with the scale that it counts: `une centaine de milliers`, `une dizaine de millions`."""
    found = _of_scale(text, last, tables)
    if found is None:
        return Numeral(value, last, last, scale)
    word = text.folded[found]
    step = tables.collectives.get(word) or tables.scales[word]
    return Numeral(value * step, last, found, step)


def _of_scale(text: Text, last: int, tables: Tables) -> int | None:
    """The word of the scale that follows an `of`, or None."""
    if text.word(last + 1) not in tables.of or not text.flows(last) or not text.close(last + 1):
        return None
    word = text.word(last + 2)
    return last + 2 if word in tables.scales or word in tables.collectives else None
