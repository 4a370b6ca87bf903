"""Number words, composed: `quatre-vingt-dix`, `twenty-seven hundred`, `deux cent mille`.

A word of `numbers` adds to a greater one before it, a word of `scales` multiplies what is smaller than
itself. What cannot be composed with certainty (`nineteen ninety-nine`, `a couple of hundred`) has no value.
"""

from __future__ import annotations

from factcheck.extract.figures.collectives import counted, gathered
from factcheck.extract.figures.digits import code, digits
from factcheck.extract.figures.fractions import (
    THOUSAND,
    UNSURE,
    Numeral,
    add_part,
    article_fraction,
    fraction,
    half_of_scale,
    one_and_a_half,
    spoken_decimals,
)
from factcheck.extract.figures.number_words import Tables
from factcheck.extract.lookup import Text, hyphened

_HUNDRED = 100
_YEAR = 4
"""Four digits may be a year."""


def numeral(text: Text, i: int, tables: Tables) -> Numeral | None:
    """The number in words that begins at word `i`, or just before it (`une trentaine`); None for none."""
    word = text.folded[i]
    if word in tables.half:
        return one_and_a_half(text, i, tables) or half_of_scale(text, i, tables)
    if word in tables.denominators:
        return article_fraction(text, i, tables)
    if word in tables.collectives:
        return gathered(text, i, tables)
    if word in tables.scales:
        return _scale_alone(text, i, tables)
    return _compose(text, i, [], tables)


def extend(text: Text, first: int, last: int, value: float, tables: Tables) -> Numeral:
    """A number in digits with the scales, the half and the smaller number after its last word: `5 milliards
    et demi`, `3 million 200 thousand`; `UNSURE` where it may be two. Coins are no scale (`3 cents`)."""
    scale = 1.0
    while text.linked(last) and (step := tables.scales.get(text.word(last + 1))):
        if text.word(last + 1) in tables.coins and text.word(last + 2) not in tables.scales:
            break
        value, scale, last = value * step, step, last + 1
    found = counted(text, Numeral(value, first, last, scale), tables)
    return found if found.approximate else remainder(text, add_part(text, found, tables), tables)


def remainder(text: Text, found: Numeral, tables: Tables) -> Numeral:
    """A number with the smaller one after its scale: `1 million 200 000`, `dos mil y 300`, `one million, two
    hundred thousand`; `UNSURE` where it is not sure how many they are (`1 million 200`)."""
    if found.scale < _HUNDRED or found.value % found.scale:
        return found
    at = found.last + 1
    close = text.linked(found.last)
    joined = close and text.word(at) in tables.and_words and text.flows(at)
    if not close and text.gap(found.last) != ", ":
        return found
    rest = _number_at(text, at + joined, tables)
    if rest is None or not rest.value < found.scale or rest.approximate:
        return found
    if _adds(text, found, rest, close and not joined, joined, tables):
        return rest._replace(value=found.value + rest.value, first=found.first)
    doubtful = close and not joined and rest.scale == 1 and rest.value < THOUSAND
    return rest._replace(value=UNSURE) if doubtful and text.word(at).isdecimal() else found


def _number_at(text: Text, at: int, tables: Tables) -> Numeral | None:
    """The number in digits or in words that begins at word `at`, with all that belongs to it."""
    if not text.word(at)[:1].isdigit():
        begins = text.word(at) in tables.starters or text.word(at) in tables.articles
        found = numeral(text, at, tables) if begins else None
        return found if found and found.first == at else None
    start = text.starts[at]
    raw = None if code(text.prose, start) else digits(text.prose, start, tables.group)
    last = text.holding(at, raw.end) if raw else at
    if raw is None or raw.shape == "decimal" or text.ends[last] != raw.end:
        return None
    return extend(text, at, last, raw.value, tables)


def _adds(text: Text, found: Numeral, rest: Numeral, tight: bool, joined: bool, tables: Tables) -> bool:
    """Whether a smaller number belongs to the one before it, which ends in a scale.

    Behind a comma or an `and` only the next scale down does (`two million and three hundred thousand`), in no
    list, and hundreds in digits behind thousands."""
    if rest.scale > 1 and tight:
        return rest.scale < found.scale
    if not tight and text.word(found.first - 1) in tables.between:
        return False
    if rest.scale >= THOUSAND:
        return rest.scale * THOUSAND == found.scale and not _goes_on(text, rest.last, tables)
    if found.scale == _HUNDRED:
        begun = text.folded[found.first][0].isdigit()  # in words it would be a part already
        return begun and (tight or (joined and text.word(rest.first - 1) in tables.joins["hundreds"]))
    written = text.word(rest.first).isdecimal()
    if found.scale == THOUSAND:
        return rest.value >= _HUNDRED and (tight or (joined and written))
    if not written:
        return False
    length = text.ends[rest.last] - text.starts[rest.first]
    return tight and rest.value >= THOUSAND and length > _YEAR


def _goes_on(text: Text, last: int, tables: Tables) -> bool:
    """Whether a list goes on behind word `last`: a comma or an `and`, and another number."""
    at = last + 1 + (text.word(last + 1) in tables.and_words)
    following = text.word(at)
    return following[:1].isdigit() or following in tables.numbers.firsts or following in tables.scales


def _place(value: float) -> float:
    """The power of ten of a number's last digit that is not zero: what is added to it must be smaller."""
    place = 1.0
    while value % (place * 10) == 0 and place < value:
        place *= 10
    return place


def _compose(text: Text, i: int, parts: list[float], tables: Tables) -> Numeral | None:
    """The number whose words begin at word `i`, added to the parts that stand before it."""
    first, last, scale = i, i - 1, 1.0
    while step := _next(text, last + 1, first, parts, tables):
        parts, last, added = step
        scale = added or scale
    if not parts or _clash(text, last, tables):
        return None
    found = counted(text, Numeral(sum(parts), first, last, scale), tables)
    if found.approximate:
        return found
    found = spoken_decimals(text, found, tables)
    part = fraction(text, first, found.last, found.value, tables)
    return part or remainder(text, add_part(text, found, tables), tables)


def _next(
    text: Text, i: int, first: int, parts: list[float], tables: Tables
) -> tuple[list[float], int, float] | None:
    """One more word of a number: the parts with it, its last word and the scale that it is (0 for none)."""
    if i > first and not text.linked(i - 1):
        return None
    word = text.word(i)
    if parts and word in tables.scales:
        step = tables.scales[word]
        grown = _multiply(parts, step) or _one_more(parts, word, tables)
        return (grown, i, step) if grown else None
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


def _one_more(parts: list[float], word: str, tables: Tables) -> list[float]:
    """The parts with a smaller scale that is a number by itself: `mille cent`, `un million mille`."""
    step = tables.scales[word]
    return [*parts, step] if word in tables.bare and step < _place(parts[-1]) else []


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
    if text.word(found[1] + 1) in tables.denominators and text.linked(found[1]):  # vingt et trois quarts
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
    bare = word in tables.bare or (text.linked(i) and text.word(i + 1) in tables.scales)
    return _compose(text, i, [1.0], tables) if bare and not is_open(text, i, tables) else None


def is_open(text: Text, i: int, tables: Tables) -> bool:
    """Whether what stands before the scale that is word `i` leaves the number open: `several hundred`."""
    before = text.word(i - 1)
    if not text.linked(i - 1):
        return False
    if before in tables.numbers.firsts or before in tables.scales or before[:1].isdigit():
        return True
    return before in tables.uncertain and _counts_many(text, i - 1, tables)


def _counts_many(text: Text, i: int, tables: Tables) -> bool:
    """Whether an uncertain word before a scale is one, or an `of` that follows a collective."""
    if text.folded[i] not in tables.of:
        return True
    return text.word(i - 1) in tables.collectives or text.word(i - 1) in tables.scales


def run_of(text: Text, i: int, tables: Tables) -> int:
    """The last word of the run of number words that begins at word `i`."""
    while text.linked(i) and (text.word(i + 1) in tables.numbers.firsts or text.word(i + 1) in tables.scales):
        i += 1
    return i
