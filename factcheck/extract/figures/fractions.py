"""Halves and fractions in words: `un million et demi`, `half a million`, `two-thirds`, `a quarter of a
million`."""

from __future__ import annotations

from math import nan
from typing import NamedTuple

from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text, hyphened

THOUSAND = 1000
MILLION = 1e6
UNSURE = nan
"""The value of a number that may be another: what is uncertain is left out."""


class Numeral(NamedTuple):
    """A number in words: its value, its first and last word, the last scale that multiplied it, and whether
    it is approximate by its nature (`une trentaine`) or a share (`two-thirds`)."""

    value: float
    first: int
    last: int
    scale: float = 1.0
    approximate: bool = False
    share: bool = False


def add_half(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the half that follows it: of its scale (`un million et demi`), or of one before a scale
    (`two and a half million`)."""
    phrase = tables.and_half.at(text, found.last + 1) if text.flows(found.last) else None
    return found if phrase is None else _with_part(text, found, phrase[0], phrase[1], tables)


def add_part(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the half or the fraction that follows it: `three and a quarter million`, `cinq milliards
    et trois quarts`, `two and three fifths`."""
    whole = add_half(text, found, tables)
    at = found.last + 1
    if whole.last > found.last or text.word(at) not in tables.and_words or not text.flows(found.last):
        return whole
    part = _part_at(text, at + 1, tables) if text.flows(at) else None
    if part is None:
        return found
    if 1 < found.scale < MILLION:  # cent et trois quarts
        return found._replace(value=found.value + part.value, last=part.last)
    return _with_part(text, found, part.value, part.last, tables)


def _with_part(text: Text, found: Numeral, part: float, last: int, tables: Tables) -> Numeral:
    """A number with a part of its scale, or of one, and then the scale that both have."""
    value = found.value + part * found.scale
    step = tables.scales.get(text.word(last + 1), 0.0) if found.scale == 1 and text.flows(last) else 0.0
    if step:
        return Numeral(value * step, found.first, last + 1, step)
    return Numeral(value, found.first, last, found.scale)


def _part_at(text: Text, i: int, tables: Tables) -> Numeral | None:
    """The fraction whose numerator is word `i`, if it is nothing else (`two and a third man`)."""
    word = text.word(i)
    count = 1.0 if word in tables.articles else tables.singles.get(word, 0.0)
    denominator = tables.denominators.get(text.word(i + 1), 0.0)
    if not 0 < count < denominator or not text.linked(i):
        return None
    after = text.word(i + 2)
    whole = not text.flows(i + 1) or after in tables.scales
    if not (whole or denominator == 4) or after in tables.of or after in tables.not_before:
        return None
    return Numeral(count / denominator, i, i + 1)


def spoken_decimals(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the decimals and the scale that are spelled behind it: `deux virgule cinq milliards`,
    `three point one four`."""
    if text.word(found.last + 1) not in tables.point or found.scale >= MILLION:
        return found
    decimals, last = _decimals(text, found.last + 1, tables)
    if not decimals or not text.flows(found.last):
        return found
    value = float(f"{found.value:.0f}.{decimals}")
    scale = tables.scales.get(text.word(last + 1), 0.0) if text.flows(last) else 0.0
    if scale:
        return Numeral(float(f"{value * scale:.12g}"), found.first, last + 1, scale)
    return Numeral(value, found.first, last)


def _decimals(text: Text, last: int, tables: Tables) -> tuple[str, int]:
    """The decimals spelled after word `last`, one by one or as a number below a hundred, and their last
    word."""
    written = ""
    while text.flows(last):
        found = tables.numbers.at(text, last + 1)
        if found is None or found[0] >= 100 or (found[0] >= 10 and written.strip("0")):
            break
        if found[0] >= 10:
            value, last = _tens(text, found[0], found[1], tables)
            return written + f"{value:.0f}", last
        written, last = written + f"{found[0]:.0f}", found[1]
    return written, last


def _tens(text: Text, value: float, last: int, tables: Tables) -> tuple[float, int]:
    """A number of tens with the unit behind it: `cinquante-deux`, `vingt et un`, `cuarenta y cinco`."""
    at = last + 1 + (text.word(last + 1) in tables.joins["tens"])
    unit = tables.numbers.at(text, at) if value % 10 == 0 and value >= 20 and text.linked(last) else None
    if unit is None or not 0 < unit[0] < 10 or not text.linked(at - 1):
        return value, last
    return value + unit[0], unit[1]


def begun_by_one(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`un virgule deux milliard`, `one point five`, where `one` alone is no number."""
    if text.word(i - 1) not in tables.point or text.word(i - 2) not in tables.articles:
        return None
    found = spoken_decimals(text, Numeral(1.0, i - 2, i - 2), tables)
    return found if found.last > i - 2 else None


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
    several = text.word(last) in tables.singles and word.endswith("s") and not text.flows(last + 1)
    free = several or word in tables.plain_denominators or text.word(last) in tables.fraction_one
    return linked or (text.flows(last) and (follows or free))


def article_fraction(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`un tiers`, `a third of`, `one-third`."""
    if text.word(i - 1) not in tables.articles or not _is_fraction(text, i - 1, tables):
        return None
    return _of_whole(text, Numeral(1 / tables.denominators[text.folded[i]], i - 1, i), tables)


def _of_whole(text: Text, part: Numeral, tables: Tables) -> Numeral:
    """A fraction of a scale: `a quarter of a million`, `trois quarts de milliard`; else it is a share."""
    part = part._replace(share=True)
    at = part.last + 2
    if text.word(at - 1) not in tables.of or not text.close(at - 1):
        return part
    at += text.word(at) in tables.articles
    step = tables.scales.get(text.word(at), 0.0)
    return Numeral(part.value * step, part.first, at, step) if step >= THOUSAND else part
