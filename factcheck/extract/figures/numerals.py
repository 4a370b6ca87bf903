"""Number words, composed: `quatre-vingt-dix`, `twenty-seven hundred`, `deux cent mille`.

A word of `numbers` adds to a greater one before it, a word of `scales` multiplies what is smaller than
itself. What cannot be composed with certainty (`nineteen ninety-nine`, `a couple of hundred`) has no value.
"""

from __future__ import annotations

from factcheck.extract.figures.fractions import (
    THOUSAND,
    Numeral,
    add_half,
    article_fraction,
    fraction,
    half_of_scale,
    one_and_a_half,
)
from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text, hyphened


def numeral(text: Text, i: int, tables: Tables) -> Numeral | None:
    """The number in words that begins at word `i`, or just before it (`une trentaine`); None for none."""
    word = text.folded[i]
    if word in tables.half:
        return one_and_a_half(text, i, tables) or half_of_scale(text, i, tables)
    if word in tables.denominators:
        return article_fraction(text, i, tables)
    if word in tables.collectives:
        return _gathered(text, i, tables)
    if word in tables.scales:
        return _scale_alone(text, i, tables)
    return _compose(text, i, [], tables)


def extend(text: Text, last: int, value: float, tables: Tables) -> Numeral:
    """A number (in digits, too) with the scales and the half after its last word: `5 milliards et demi`."""
    scale = 1.0
    while True:
        word = text.word(last + 1)
        step = tables.scales.get(word) or tables.collectives.get(word, 0.0)
        if step < THOUSAND or not text.linked(last):
            return add_half(text, Numeral(value, last, last, scale), tables)
        value, scale, last = value * step, step, last + 1


def _place(value: float) -> float:
    """The power of ten of a number's last digit that is not zero: what is added to it must be smaller."""
    place = 1.0
    while value % (place * 10) == 0 and place < value:
        place *= 10
    return place


def _compose(text: Text, i: int, parts: list[float], tables: Tables) -> Numeral | None:
    """The number whose words begin at word `i`, added to the parts that stand before it."""
    first, last, scale, approximate = i, i - 1, 1.0, False
    while step := _next(text, last + 1, first, parts, tables):
        parts, last, added = step
        scale = added or scale
    if not parts or _clash(text, last, tables):
        return None
    value = sum(parts)
    if text.word(last + 1) in tables.collectives and text.flows(last):
        found = _counted_after(text, first, last, value, tables)
        value, last, scale, approximate = found.value, found.last, found.scale, found.approximate
    part = fraction(text, first, last, value, tables)
    return part or add_half(text, Numeral(value, first, last, scale, approximate), tables)


def _next(
    text: Text, i: int, first: int, parts: list[float], tables: Tables
) -> tuple[list[float], int, float] | None:
    """One more word of a number: the parts with it, its last word and the scale that it is (0 for none)."""
    if i > first and not text.linked(i - 1):
        return None
    word = text.word(i)
    if parts and word in tables.scales:
        grown = _multiply(parts, tables.scales[word])
        return (grown, i, tables.scales[word]) if grown else None
    joined = _joined(text, i, first, parts, tables) or _added(text, i, parts, tables)
    if joined is None and _hangs(text, i, parts):
        return [*parts, float(word)], i, 0.0
    return joined


def _added(text: Text, i: int, parts: list[float], tables: Tables) -> tuple[list[float], int, float] | None:
    """A number word that begins a number, or adds to the greater part before it."""
    found = tables.numbers.at(text, i)
    if found is None:
        return None
    value, last = found
    if parts and (parts[-1] < 20 or value >= _place(parts[-1]) or _of_noun(text, i, last, tables)):
        return None
    return [*parts, value], last, 0.0


def _hangs(text: Text, i: int, parts: list[float]) -> bool:
    """Whether digits hang by a hyphen on thousands in words: `four-thousand-700`."""
    word = text.word(i)
    return word.isdecimal() and len(word) == 3 and parts[-1:] >= [THOUSAND] and hyphened(text.gap(i - 1))


def _multiply(parts: list[float], scale: float) -> list[float]:
    """The parts with a scale applied to those smaller than it; nothing where the parts then do not
    descend."""
    kept = [part for part in parts if part >= scale]
    grown = sum(part for part in parts if part < scale) * scale
    if kept and scale >= THOUSAND and kept[-1] < scale * THOUSAND:  # there are thousands already
        return []
    if grown and (not kept or grown < _place(kept[-1])):
        return [*kept, grown]
    return []


def _joined(
    text: Text, i: int, first: int, parts: list[float], tables: Tables
) -> tuple[list[float], int, float] | None:
    """A number after a joining word: `vingt et un`, `two hundred and five` (never after `between`)."""
    if not parts or parts[-1] < 20 or text.word(first - 1) in tables.between:
        return None
    if text.word(i) not in tables.joins["hundreds" if parts[-1] >= 100 else "tens"]:
        return None
    found = tables.numbers.at(text, i + 1) if text.linked(i) else None
    if found is None or found[0] >= min(100.0, _place(parts[-1])) or found[0] == 0:
        return None
    step = tables.scales.get(text.word(found[1] + 1), 0.0) if text.flows(found[1]) else 0.0
    if step and not _multiply([*parts, found[0]], step):
        return None
    return [*parts, found[0]], found[1], 0.0


def _of_noun(text: Text, i: int, last: int, tables: Tables) -> bool:
    """Whether a number word belongs to a compound of its own: `two hundred one-bedroom flats`."""
    following = text.word(last + 1)
    if not (text.flows(i - 1) and hyphened(text.gap(last))):
        return False
    return following not in tables.scales and following not in tables.numbers.firsts


def _clash(text: Text, last: int, tables: Tables) -> bool:
    """Whether another number word follows that cannot be composed: a year, a telephone number, a slip."""
    following = text.word(last + 1)
    if following in tables.articles or not text.linked(last):
        return False
    return following in tables.numbers.firsts or (following in tables.scales and following not in tables.of)


def _scale_alone(text: Text, i: int, tables: Tables) -> Numeral | None:
    """`a hundred`, `un million`, `mille`; `hundreds`, `several hundred`, `a couple of hundred` are none."""
    word, before = text.folded[i], text.word(i - 1)
    linked = text.linked(i - 1)
    if linked and before in tables.articles:
        found = _compose(text, i, [1.0], tables)
        return found._replace(first=i - 1) if found else None
    open_ended = linked and before in tables.uncertain and _counts_many(text, i - 1, tables)
    return _compose(text, i, [1.0], tables) if word in tables.bare and not open_ended else None


def _counts_many(text: Text, i: int, tables: Tables) -> bool:
    """Whether an uncertain word before a scale is one, or an `of` that follows a collective."""
    if text.folded[i] not in tables.of:
        return True
    return text.word(i - 1) in tables.collectives or text.word(i - 1) in tables.scales


def _counted_after(text: Text, first: int, last: int, value: float, tables: Tables) -> Numeral:
    """`deux douzaines`, `deux dizaines de milliers`."""
    step = tables.collectives[text.folded[last + 1]]
    grown = _of(text, last + 1, value * step, step, tables)
    return Numeral(grown.value, first, grown.last, grown.scale, approximate=True)


def _gathered(text: Text, i: int, tables: Tables) -> Numeral | None:
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


def run_of(text: Text, i: int, tables: Tables) -> int:
    """The last word of the run of number words that begins at word `i`."""
    while text.linked(i) and (text.word(i + 1) in tables.numbers.firsts or text.word(i + 1) in tables.scales):
        i += 1
    return i
