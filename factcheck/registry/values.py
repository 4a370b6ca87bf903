"""Read one value of the registry as people write it, in whatever language.

Spaces, apostrophes and underscores group. So does a separator that stands there twice (`1.250.000`), and
one before any but three digits is decimal (`1,2`), as it is behind a zero (`0,125`). Before exactly three
digits it may be either, and what stands around it decides:

- a comma groups (`11,000`); before a magnitude or a percent sign it may as well be decimal;
- a point is decimal before a magnitude that English knows or a percent sign (`1.375 million`), groups
  before three zeros (nobody writes 11 as `11.000`), and may be either elsewhere (`12.500`).

What may be either has two readings, unless the registry says in which language it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from math import isfinite
from typing import NamedTuple

from factcheck.language.units import Rate, compound, dimension, is_currency, rate
from factcheck.model import Qualifier, Quantity
from factcheck.registry.units import counts, is_own, meant, measured, part
from factcheck.registry.vocabulary import (
    bounds,
    group_sign,
    grouped_by_commas,
    magnitude,
    plain,
    range_words,
    unit_symbol,
)

MAX_LENGTH = 120
"""A longer text is no value."""

# spaces, dashes and apostrophes that mean the same here
_SAME = str.maketrans(
    {
        **dict.fromkeys("\t\n\r\u00a0\u202f\u2009\u2007\u2008\u200a", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    }
)
_NUMBER = r"""(?:
      [1-9][0-9]{0,2}(?:[ ][0-9]{3})+(?:[.,][0-9]+)?    # 11 000   11 000,5
    | [1-9][0-9]{0,2}(?:'[0-9]{3})+(?:[.,][0-9]+)?      # 11'119
    | [1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?        # 11,000   1,234.5
    | [1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?   # 12,34,567
    | [1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?     # 1.234.567
    | [1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+             # 1.234,5
    | [0-9]+(?:_[0-9]{3})*(?:[.,][0-9]+)?               # 600   10_000   1.625   1,2
    )(?![0-9.,'_]|[eE][+-]?[0-9])"""
_BEFORE = r"[^\W\d_]{0,3}[^\w\s.,'+<>~%-]?"  # CHF   US$   €   x
_AFTER = r"(?:[^\W\d_]|[%$€£¥₩₽₴₹₺°º×])[^\d+<>~-]*?[23]?"  # k   Md€   million tonnes   km2
_SIDE = rf"\s*(-?)\s*({_BEFORE})\s*(-?)({_NUMBER})(\s*)({_AFTER})??"
_SIGN = re.compile(r"\s*(>=|=>|≥|>|<=|=<|≤|<|~|≈|≃|\+)?\s*")
_OR_MORE = re.compile(r"(?<=[\w%€$£])\s?\+(?=\s|$)")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}[,.][0-9]{3}")
_FINE = frozenset({"percentage", "points", "multiplier", "temperature", "fahrenheit"})  # decimals are usual
_LINK = re.compile(r"\s*(?:[^\W\d_]{1,2}(?:'|\s+))?")  # million of dollars, milliards d'euros
_SIGNS: dict[str | None, Qualifier] = {
    None: "exact", "+": "exact", ">": "at_least", ">=": "at_least", "=>": "at_least", "≥": "at_least",
    "<": "at_most", "<=": "at_most", "=<": "at_most", "≤": "at_most",
    "~": "about", "≈": "about", "≃": "about",
}  # fmt: skip
# `2 h 45 min`, `5 ft 10 in`, `2 years and 3 months`
_TWO_UNITS = re.compile(
    r"([0-9]{1,4})\s*([^\W\d_]+\.?),?\s*(?:[^\W\d_]{1,3}\s+)?([0-9]{1,2})\s*([^\W\d_]+)?\.?"
)
_MINUTES = 2
"""The digits of minutes behind hours: `2h45`."""
_DATE = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class _Side:
    """One end of a range, or the whole of a plain value."""

    number: Decimal
    factor: Decimal
    unit: str | None

    @property
    def decimals(self) -> int | None:
        """How many decimals are written where a zero ends them (1 in `64.0`)."""
        written = str(self.number)
        return len(written.partition(".")[2]) if self.factor == 1 and re.search(r"\.\d*0$", written) else None

    @property
    def value(self) -> float:
        return float(self.number * self.factor)


class _Scale(NamedTuple):
    """What follows a number: its factor, its unit, and the magnitude's name."""

    factor: Decimal
    unit: str | None
    name: str = ""


_Habit = str | bool | None
"""How thousands are parted: by a sign; whatever the sign (True), never (False), or as the shape tells."""


@lru_cache(maxsize=4096)
def readings(text: str, unit: str | None = None, language: str | None = None) -> tuple[Quantity, ...]:
    """The quantities that a registry's text may stand for: none where it cannot be read as one; two where
    its separator may be decimal (that reading is the first) or group.

    `unit` is the claim's, a symbol of language/units.py: it fills in for a value that names none, and
    decides whether `9m` is nine metres. A value may have a unit that does not convert to it. `language`
    is the registry's, where it has one: then there are never two.
    """
    if len(text) > MAX_LENGTH:
        return ()
    habit = group_sign(language) if language else None
    found = _parse(text, unit, habit)
    both = (found,) if found or habit else (_parse(text, unit, False), _parse(text, unit, True))
    return tuple([reading for reading in both if reading])


def _parse(text: str, unit: str | None, habit: _Habit) -> Quantity | None:
    qualifier, body = _qualifier(text.translate(_SAME).strip())
    return _plain_value(body, qualifier, unit, habit) or _rate_value(body, qualifier, unit, habit)


def _rate_value(body: str, qualifier: Qualifier, unit: str | None, habit: _Habit) -> Quantity | None:
    """A value that says what it is per: `38 kg/ha`, `5.2 per 100,000`."""
    parted = part(body)
    quantity = _plain_value(parted[0], qualifier, rate(unit).of, habit) if parted else None
    if parted is None or quantity is None or rate(quantity.unit).per:
        return None
    of = quantity.unit or measured(parted[0].split()[-1])
    return replace(quantity, unit=Rate(of, parted[1]).symbol)


def _plain_value(body: str, qualifier: Qualifier, unit: str | None, habit: _Habit) -> Quantity | None:
    match = _pattern().fullmatch(body) if body else None
    if match is None:
        return _compound(body, qualifier) if body else None
    first = _side(match.groups()[:6], unit, habit)
    if first is None or match[10] is None:
        return _quantity(first, None, qualifier, unit)
    second = _side(match.groups()[6:], unit, habit)
    return (
        _quantity(*_range(first, second), "range", unit)
        if second and qualifier in ("exact", "about")
        else None
    )


def _compound(body: str, qualifier: Qualifier) -> Quantity | None:
    """A measure of two units: `2 h 45 min`, `2h45`, `5 ft 10 in`, `2 years and 3 months`."""
    match = _TWO_UNITS.fullmatch(body)
    if match is None:
        return None
    unit, part_unit = unit_symbol(match[2]), unit_symbol(match[4]) if match[4] else None
    if unit == "h" and not match[4] and len(match[3]) == _MINUTES:
        part_unit = "min"
    value = compound(float(match[1]), unit, float(match[3]), part_unit)
    return None if value is None else Quantity(value, None, part_unit, qualifier)


@lru_cache(maxsize=4096)
def parse_date(text: str) -> str | None:
    """An ISO date as precise as written (`2024`, `2024-06`, `2024-06-19`), or None where it is none."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return match[0]


@cache
def _pattern() -> re.Pattern[str]:
    """A value, or the two ends of a range."""
    words = "".join(rf"|\b{re.escape(word)}\b" for word in range_words())
    return re.compile(rf"{_SIDE}(?:\s*(?:-{words})\s*{_SIDE})?", re.VERBOSE)


def _qualifier(text: str) -> tuple[Qualifier, str]:
    """How exactly a value is meant, and the text without the signs or words that say so."""
    if text[:1].isalpha():
        return _worded(text)
    sign = _SIGN.match(text)
    assert sign is not None  # it matches the empty text
    body, more = _OR_MORE.subn("", text[sign.end() :])
    if more:
        return ("at_least", body) if more == 1 and sign[1] is None else ("exact", "")
    return _SIGNS[sign[1]], body


def _worded(text: str) -> tuple[Qualifier, str]:
    """The same for a text that begins with a word: `plus de 10k`, `CHF 3bn`."""
    words = text.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        bound = bounds().get(plain(" ".join(words[:count])))
        if bound is not None:
            return bound, " ".join(words[count:])
    return "exact", text


def _side(groups: tuple[str | None, ...], unit: str | None, habit: _Habit) -> _Side | None:
    minus, before, minus_too, number, space, after = (group or "" for group in groups)
    first = unit_symbol(before) if before else None
    if (minus and minus_too) or (before and not (is_currency(first) or first == "times")):
        return None
    scale = _scale(after.strip(), not space, first or unit)
    if scale is None or (first and scale.unit and first != scale.unit):
        return None
    value = _number(number, scale, first or scale.unit or unit, habit)
    if value is None:
        return None
    return _Side(-value if minus or minus_too else value, scale.factor, first or scale.unit)


def _number(text: str, scale: _Scale, unit: str | None, habit: _Habit) -> Decimal | None:
    """The number that digits and separators stand for (see the rules at the top of this file), or None where
    they may stand for two."""
    digits = text.replace("_", "")
    if " " in digits or "'" in digits:
        return Decimal(digits.replace(" ", "").replace("'", "").replace(",", "."))
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        group = "," if digits.rfind(".") > digits.rfind(",") else "."
        return Decimal(digits.replace(group, "").replace(",", "."))
    grouped: bool | None = max(commas, points) > 1
    if _ONE_GROUP.fullmatch(digits):
        grouped = _groups(digits, scale, unit, habit)
    if grouped is None:
        return None
    return Decimal(digits.replace(",", "").replace(".", "") if grouped else digits.replace(",", "."))


def _groups(digits: str, scale: _Scale, unit: str | None, habit: _Habit) -> bool | None:
    """Whether the only separator, before three digits, groups them; None where it may as well be decimal."""
    zeros, sign = digits.endswith("000"), digits[-4]
    if habit is not None:
        return habit if isinstance(habit, bool) else zeros or sign == habit
    fine = scale.factor > 1 or dimension(unit) in _FINE
    decimal = not zeros and (sign == "." or fine)
    groups = sign == "," or not fine or (scale.factor > 1 and not grouped_by_commas(scale.name))
    return groups if groups != decimal else None


@lru_cache(maxsize=4096)
def _scale(after: str, glued: bool, unit: str | None) -> _Scale | None:
    """The factor and the unit in what follows a number (`k`, `million tonnes`, `Md€`), None for nonsense.

    `glued` tells that no space stands before it; `unit` is the value's or the claim's."""
    if not after:
        return _Scale(Decimal(1), None)
    if after == "m" and (dimension(unit) != "length" if unit else glued):
        return _Scale(Decimal(10**6), None, after)
    if after in ("t", "T") and is_currency(unit):
        return _Scale(Decimal(10**12), None, after)
    factor, symbol = magnitude(after), unit_symbol(after)
    if factor is not None and (symbol is None or after not in ("m", "t")):
        return _Scale(Decimal(factor), None, after)
    return _Scale(Decimal(1), symbol) if symbol else _scaled_unit(after) or _unknown(after, unit)


def _unknown(after: str, unit: str | None) -> _Scale | None:
    """A magnitude, if any, with a unit of the registry's own (`TEU`), or the noun that a count counts."""
    first, _, rest = after.partition(" ")
    factor, word = (magnitude(first), rest.strip()) if rest else (1, after)
    if factor is None:
        return None
    name = first if rest else ""
    if is_own(word) and meant(word) is None:
        return _Scale(Decimal(factor), word, name)
    return _Scale(Decimal(factor), None, name) if dimension(unit) == "count" and counts(word) else None


def _scaled_unit(after: str) -> _Scale | None:
    """A magnitude with a unit behind it: `million tonnes`, `milliards d'euros`, `Md€`, `kt`."""
    for end in range(min(len(after) - 1, 12), 0, -1):
        factor, rest = magnitude(after[:end]), after[end:]
        if factor is None:
            continue
        symbol = unit_symbol(rest.strip()) or unit_symbol(_LINK.sub("", rest, count=1))
        glued = after[end - 1].isalpha() and rest[0].isalpha()
        if symbol and (not glued or is_currency(symbol) or after[:end] in ("k", "M")):
            return _Scale(Decimal(factor), symbol, after[:end])
    return None


def _range(low: _Side, high: _Side) -> tuple[_Side | None, _Side]:
    """Share a magnitude and a unit that only one end names: `3-4 million`, `$10-15bn`."""
    if low.factor == 1 < high.factor and low.number < high.number:
        low = _Side(low.number, high.factor, low.unit)
    unit = low.unit or high.unit
    if (high.unit or unit) != unit or low.value >= high.value:
        return None, high
    return low, _Side(high.number, high.factor, unit)


def _quantity(
    low: _Side | None, high: _Side | None, qualifier: Qualifier, unit: str | None
) -> Quantity | None:
    if low is None:
        return None
    ends = (low.value, high.value) if high else (low.value, None)
    if not all(isfinite(end) for end in ends if end is not None):
        return None
    symbol = low.unit or (high and high.unit) or unit
    return Quantity(ends[0], ends[1], symbol, qualifier, None if high else low.decimals)
