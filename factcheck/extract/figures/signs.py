"""Below zero: a minus in words, before a currency or set off by a space, and `12 degrees below zero`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.figures.refusals import negative
from factcheck.extract.lookup import Lookup, Text, compiled
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import dimension

_MINUS = "-−–"
_BLANK = " \u00a0\u202f\u2009"
_OPENS = frozenset(":(|«“\"'")
_LASTING = ("time", "multiplier")


class Signs(NamedTuple):
    """What a language says of numbers below zero. `minus` stand before a number, `unless` before those and
    make them another word (`au moins`); `below` stand behind a number; `hours` are subtracted from."""

    minus: frozenset[str]
    unless: frozenset[str]
    below: Lookup[bool]
    hours: frozenset[str]
    closed: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, closed: frozenset[str]) -> Signs:
        """Compile `figures.signs`. Raises LexiconError where a list is missing."""
        hours = folds(lexicon.words("figures.clock.hours"))
        return compiled(cls, lexicon, "figures.signs", hours=hours, closed=closed)


def minus(
    text: Text, first: int, start: int, unit: str | None, counts: bool, table: Signs
) -> tuple[int, int] | None:
    """Where the minus begins before a number or its currency, which starts at `start` with word `first`, and
    the first word with it; None without one. What lasts or is a multiple is never below zero (`moins 3
    jours`), and before what `counts` a noun a minus in words may be an adjective ("negative 12 times")."""
    if dimension(unit) in _LASTING:
        return None
    if negative(text.prose, start):
        return start - 1, first
    if text.word(first - 1) in table.minus and text.flows(first - 1) and not (counts and unit is None):
        return None if _subtracts(text, first - 1, table) else (text.starts[first - 1], first - 1)
    at = start - 2
    spaced = at > 0 and text.char(start - 1) in _BLANK and text.char(at) in _MINUS
    return (at, first) if spaced and unit and _stands_alone(text, first, at, table) else None


def _subtracts(text: Text, i: int, table: Signs) -> bool:
    """Whether the minus in words is another word (`al menos`), or a number is less so much (`10 minus 3`)."""
    before = text.word(i - 1) if text.flows(i - 1) else ""
    return before in table.unless or before in table.hours or before[:1].isdigit()


def _stands_alone(text: Text, first: int, at: int, table: Signs) -> bool:
    """Whether a dash set off by spaces is a minus (`est de - 12 °C`), no dash between words nor a bullet."""
    before = text.prose[max(at - 2, 0) : at].rstrip(_BLANK)[-1:]
    if before in _OPENS and before:
        return True
    return (
        text.char(at - 1) in _BLANK
        and text.ends[first - 1] == at - 1
        and text.word(first - 1) in table.closed
    )


def below(text: Text, last: int, end: int, table: Signs) -> int | None:
    """The last word of what puts a number below zero that ends with word `last` at `end`: `21 below zero`."""
    found = table.below.at(text, last + 1)
    spaced = text.prose[end : text.starts[last + 1]].strip(_BLANK) == "" if found else False
    return found[1] if found and spaced else None
