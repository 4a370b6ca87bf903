"""Halves and fractions in words: `un million et demi`, `half a million`, `two-thirds`, `a quarter of a
million`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text, hyphened

THOUSAND = 1000


class Numeral(NamedTuple):
    """A number in words: its value, its first and last word, the last scale that multiplied it, and whether
    it is approximate by its nature (`une trentaine`)."""

    value: float
    first: int
    last: int
    scale: float = 1.0
    approximate: bool = False


def add_half(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the half that follows it: of its scale (`un million et demi`), or of one before a scale
    (`two and a half million`)."""
    phrase = tables.and_half.at(text, found.last + 1) if text.flows(found.last) else None
    if phrase is None:
        return found
    _, last = phrase
    value = found.value + 0.5 * found.scale
    step = tables.scales.get(text.word(last + 1), 0.0) if found.scale == 1 and text.flows(last) else 0.0
    if step:
        return Numeral(value * step, found.first, last + 1, step)
    return Numeral(value, found.first, last, found.scale)


def half_of_scale(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`half a million`, `half-million`, `demi-million`, `half a dozen`."""
    at = i + 1
    if text.word(at) in tables.articles and text.flows(i):
        at += 1
    if not text.linked(at - 1):
        return None
    word = text.word(at)
    step = tables.scales.get(word) or tables.collectives.get(word)
    return Numeral(0.5 * step, i, at, step) if step and step > 10 else None


def one_and_a_half(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`one and a half million`, where `one` alone is no number."""
    phrase = tables.and_half.before(text, i)
    if phrase is None or text.word(phrase[1] - 1) not in tables.articles:
        return None
    step = tables.scales.get(text.word(i + 1), 0.0) if text.flows(i) else 0.0
    return Numeral(1.5 * (step or 1.0), phrase[1] - 1, i + bool(step), step or 1.0)


def fraction(text: Text, first: int, last: int, value: float, tables: Tables) -> Numeral | None:
    """`two-thirds`, `trois quarts`."""
    word = text.word(last + 1)
    denominator = tables.denominators.get(word)
    if denominator is None or not value < denominator or not _is_fraction(text, last, tables):
        return None
    return _of_whole(text, Numeral(value / denominator, first, last + 1), tables)


def _is_fraction(text: Text, last: int, tables: Tables) -> bool:
    """Whether the denominator after word `last` is no ordinal (`a third man`) and no round (`un quart
    de finale`)."""
    word, after = text.folded[last + 1], text.word(last + 2)
    if after in tables.not_before or (
        after in tables.fraction_of and text.word(last + 3) in tables.not_before
    ):
        return False
    follows = after in tables.fraction_of and text.flows(last + 1)
    linked = hyphened(text.gap(last)) and not hyphened(text.gap(last + 1))
    free = word in tables.plain_denominators or text.word(last) in tables.fraction_one
    return linked or (text.flows(last) and (follows or free))


def article_fraction(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`un tiers`, `a third of`, `one-third`."""
    if text.word(i - 1) not in tables.articles or not _is_fraction(text, i - 1, tables):
        return None
    return _of_whole(text, Numeral(1 / tables.denominators[text.folded[i]], i - 1, i), tables)


def _of_whole(text: Text, part: Numeral, tables: Tables) -> Numeral:
    """A fraction of a scale: `a quarter of a million`, `trois quarts de milliard`."""
    at = part.last + 2
    if text.word(at - 1) not in tables.of or not text.close(at - 1):
        return part
    at += text.word(at) in tables.articles
    step = tables.scales.get(text.word(at), 0.0)
    return Numeral(part.value * step, part.first, at, step) if step >= THOUSAND else part
