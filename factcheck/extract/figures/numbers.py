"""One number as it is written, in digits with its magnitude or in words, before its surroundings are
looked at."""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

from factcheck.extract.figures import refusals
from factcheck.extract.figures.digits import VULGAR, Digits, code, digits, fraction_in_digits, telephone
from factcheck.extract.figures.fractions import Numeral, begun_by_one
from factcheck.extract.figures.measures import ahead
from factcheck.extract.figures.multipliers import adverb, fraction_word, multiplier_word
from factcheck.extract.figures.nothing import nothing
from factcheck.extract.figures.nouns import noun_after
from factcheck.extract.figures.numerals import extend, is_open, numeral, run_of
from factcheck.extract.figures.sums import Sum, is_sum, joined, magnitude
from factcheck.extract.figures.tables import FigureTables
from factcheck.extract.lookup import Text, hyphened
from factcheck.language.units import is_currency
from factcheck.language.words import fold

AFTER_DIGITS = ":"
"""Every word that begins with a digit sorts before this, every other one after it."""


class Number(NamedTuple):
    """A number before its surroundings are looked at. `unit` is the one glued to it (`170mm`, `x4`)."""

    start: int
    end: int
    first: int
    last: int
    value: float
    scale: float
    shape: str
    unit: str | None = None
    approximate: bool = False
    share: bool = False


def number(text: Text, i: int, chained: bool, tables: FigureTables) -> tuple[Number | None, int]:
    """The number at word `i`, if there is one, and the last word that was read or passed over."""
    word = text.folded[i]
    if word < AFTER_DIGITS or word in VULGAR:
        return _digits(text, i, chained, tables)
    if word[0] == "x" and word[1:].isdecimal():
        return _spell(text, Numeral(float(word[1:]), i, i), "times"), i
    found = _numeral(text, i, tables) if word in tables.words.starters else None
    if found is not None:
        return None if isnan(found.value) else _worded(text, found, chained, tables), found.last
    if word in tables.words.numbers.firsts:
        return None, run_of(text, i, tables.words)
    if one := _one_percent(text, i, tables):
        return one, i - 1
    found = multiplier_word(text, i, tables.multipliers) if word in tables.multipliers.words.firsts else None
    if found is not None:
        return _spell(text, found, "times"), found.last
    found = (
        adverb(text, i, tables.multipliers)
        or fraction_word(text, i, tables.multipliers, tables.measures)
        or nothing(text, i, tables.nothing)
    )
    return (_spell(text, found), found.last) if found else (None, i)


def _numeral(text: Text, i: int, tables: FigureTables) -> Numeral | None:
    """The number in words at word `i`; decimals behind a one (`one point five`) need a scale or a unit, and a
    scale alone its currency (`thousand euros`)."""
    begun = begun_by_one(text, i, tables.words)
    if begun and (begun.scale > 1 or _measured(text, begun.last, tables)):
        return begun
    found = numeral(text, i, tables.words)
    if found is None and text.word(i) in tables.words.scales and not is_open(text, i, tables.words):
        unit = tables.measures.names.at(text, i + 1) if text.linked(i) else None
        if unit and is_currency(unit[0].symbol):
            return Numeral(tables.words.scales[text.word(i)], i, i, tables.words.scales[text.word(i)])
    return found


def _measured(text: Text, last: int, tables: FigureTables) -> bool:
    return text.flows(last) and tables.measures.names.at(text, last + 1) is not None


def _one_percent(text: Text, i: int, tables: FigureTables) -> Number | None:
    """`one percent`, `un pour cent`: the only unit that makes a number of an article."""
    found = tables.measures.names.at(text, i)
    if (
        found is None
        or found[0].symbol != "%"
        or text.word(i - 1) not in tables.words.articles
        or not text.flows(i - 1)
    ):
        return None
    return _spell(text, Numeral(1.0, i - 1, i - 1))


# --- digits ------------------------------------------------------------------------------------


def _digits(text: Text, i: int, chained: bool, tables: FigureTables) -> tuple[Number | None, int]:
    prose, start = text.prose, text.starts[i]
    if part := _simple_fraction(text, i, tables):
        return part, part.last
    bare = _is_bare_decimal(prose, start)
    passed = code(prose, start) or (telephone(prose, start) if text.char(start - 1) == "+" else None)
    if passed is not None and not bare:
        return None, text.holding(i, passed)
    found = digits(prose, start, tables.group)
    if found is None:
        return None, text.holding(i, start + len(_run(prose, start)))
    last = text.holding(i, found.end)
    if bare and found.shape == "plain":
        found, start = (
            found._replace(value=float(f"0.{prose[start : found.end]}"), shape="decimal"),
            start - 1,
        )
    elif refusals.named(prose, start, chained):
        return None, last
    raw = _scaled(text, i, last, found, tables)
    if raw and start < raw.start:
        raw = raw._replace(start=start)
    if raw is None or refusals.broken(prose, raw.end):
        return None, last
    if isnan(raw.value):
        return None, raw.last
    if raw.scale == 1 and refusals.listed(prose, start, raw.end):
        return None, last
    return _signed(text, raw), raw.last


def _is_bare_decimal(prose: str, start: int) -> bool:
    """Whether a number is the decimals behind a point that nothing stands before: `.08`, `a .500 record`."""
    return prose[max(start - 1, 0) : start] == "." and prose[max(start - 2, 0) : start - 1] in (
        "",
        " ",
        "\n",
        "(",
        "$",
    )


def _simple_fraction(text: Text, i: int, tables: FigureTables) -> Number | None:
    """`½`, and `3/4` before an `of`, a scale or a unit; else it is a date, a score or a name."""
    found = fraction_in_digits(text.prose, text.starts[i])
    before = text.char(text.starts[i] - 1)
    if found is None or before.isalnum() or before in ("/", ".", ",", "-"):
        return None
    last = text.holding(i, found.end)
    after, words = text.word(last + 1), tables.words
    measured = text.linked(last) and tables.measures.names.at(text, last + 1) is not None
    parts = text.flows(last) and (after in words.fraction_of or after in words.scales)
    if text.folded[i][0].isdigit() and text.folded[i].isascii() and not (measured or parts):
        return None
    if after in words.not_before or text.word(last + 2) in words.not_before:
        return None
    whole = extend(text, i, last, found.value, words)
    end = text.ends[whole.last] if whole.last > last else found.end
    share = whole.scale == 1 and after in words.fraction_of
    return Number(text.starts[i], end, i, whole.last, whole.value, whole.scale, "decimal", share=share)


def _run(prose: str, at: int) -> str:
    end = at
    while prose[end : end + 1].isdigit() or prose[end : end + 1] in (".", ","):
        end += 1
    return prose[at:end]


def _signed(text: Text, raw: Number) -> Number:
    prose = text.prose
    before = prose[raw.start - 1 : raw.start] if raw.start else ""
    if before == "×":
        return raw._replace(unit="times")
    if refusals.negative(prose, raw.start):
        return raw._replace(start=raw.start - 1, value=-raw.value)
    return raw


def _scaled(text: Text, first: int, last: int, found: Digits, tables: FigureTables) -> Number | None:
    """A number in digits with its magnitude, glued (`15k`), abbreviated (`3,02 Md€`) or in words (`5
    milliards`);
    None where letters glued to it make it something else (`80e`, `5G`)."""
    start, end = text.starts[first], text.ends[last]
    if end > found.end:
        return _glued(text, first, last, found, tables)
    money = _magnitude(text, first, last, tables)
    if money:
        scale, unit, last = money
        return Number(start, text.ends[last], first, last, found.value * scale, scale, found.shape, unit)
    grown = extend(text, first, last, found.value, tables.words)
    end = text.ends[grown.last] if grown.last > last else found.end
    return Number(
        start, end, first, grown.last, grown.value, grown.scale, found.shape, None, grown.approximate
    )


def _magnitude(text: Text, first: int, last: int, tables: FigureTables) -> Sum | None:
    """The abbreviated magnitude behind a number; a single letter needs a currency or an `of` behind it, and
    a capital one else the end of its cell or block (`Doses | 1,2 M | 2,9 M`)."""
    found = magnitude(text, first, last, tables.words, tables.measures)
    if found or not text.linked(last):
        return found
    i = last + 1
    exact = text.prose[text.starts[i] : text.ends[i]]
    scale = tables.words.abbreviations.get(exact)
    of = text.word(i + 1) in tables.measures.of and text.flows(i)
    last_of_all = exact.isupper() and text.gap(i).strip(" ").startswith(("|", "\n\n"))
    return Sum(scale, None, i) if scale and (len(exact) > 1 or of or last_of_all) else None


def _glued(text: Text, first: int, last: int, found: Digits, tables: FigureTables) -> Number | None:
    start, end = text.starts[first], text.ends[last]
    suffix = text.prose[found.end : end]
    scale = tables.words.abbreviations.get(suffix)
    money = joined(suffix, tables.words, tables.measures)
    if money:
        return Number(
            start, end, first, last, found.value * money.scale, money.scale, found.shape, money.symbol
        )
    if is_sum(text, first, last, tables.measures, tables.words):
        scale = scale or tables.words.money.get(suffix)
    scale = scale or tables.words.scales.get(fold(suffix))
    symbol = tables.measures.glued.get(suffix) or ("times" if suffix in ("x", "X") else None)
    if scale and not (symbol and _is_length(text, first, last, found, tables)):
        return Number(start, end, first, last, found.value * scale, scale, found.shape)
    return Number(start, end, first, last, found.value, 1.0, found.shape, symbol) if symbol else None


def _is_length(text: Text, first: int, last: int, found: Digits, tables: FigureTables) -> bool:
    """Whether the letter of both a magnitude and a unit is the unit's: `1,500m`, `12m high`, `the 100m`."""
    if ahead(text, first, text.starts[first], 0, tables.measures):
        return False
    if found.value >= 1000 or (text.flows(last) and text.word(last + 1) in tables.lengths):
        return True
    counts = noun_after(text, last, text.ends[last], tables.nouns) is not None
    return text.word(first - 1) in tables.definite and text.flows(first - 1) and not counts


# --- number words ------------------------------------------------------------------------------


def _spell(text: Text, found: Numeral, unit: str | None = None) -> Number:
    return Number(
        text.starts[found.first],
        text.ends[found.last],
        found.first,
        found.last,
        found.value,
        found.scale,
        "word",
        unit,
        found.approximate,
        found.share,
    )


def _worded(text: Text, found: Numeral, chained: bool, tables: FigureTables) -> Number | None:
    """A number word, unless its neighbours make it a name, an ordinal or another word."""
    start = text.starts[found.first]
    if refusals.named(text.prose, start, chained) or refusals.name_word(text, found.first):
        return None
    if not _is_unit(text, found.last, tables) and refusals.compound(
        text, found.last, tables.compounds, tables.refusals
    ):
        return None
    if (
        text.word(found.last) in tables.doubtful
        and found.last == found.first
        and not _certain(text, found, tables)
    ):
        return None
    return _spell(text, found)


def _is_unit(text: Text, last: int, tables: FigureTables) -> bool:
    return hyphened(text.gap(last)) and tables.measures.names.at(text, last + 1) is not None


def _certain(text: Text, found: Numeral, tables: FigureTables) -> bool:
    """Whether a doubtful word stands where a number does: before a noun, and that a plural one or behind a
    closed-class word."""
    before = text.word(found.first - 1)
    if text.prose[text.starts[found.first]].isupper():
        return True
    closed = before in tables.nouns.closed or not text.flows(found.first - 1)
    if not text.flows(found.first - 1) and text.word(found.last + 1) in tables.words.of:
        return True
    noun = noun_after(text, found.last, text.ends[found.last], tables.nouns)
    return noun is not None and (closed or text.word(found.last + 1).endswith(("s", "x")))
