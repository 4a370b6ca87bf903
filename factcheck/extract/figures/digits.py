"""Numbers in digits: how they are grouped, and the codes, dates, scores and clocks that only look like
them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from unicodedata import numeric

Shape = Literal["plain", "grouped", "decimal"]

_SPACE = " \u00a0\u202f\u2009"
_APOSTROPHE = "'’"
# every pattern starts at the digit: a look-behind or an optional sign is ten times as slow
_NUMBER = re.compile(
    rf"""(?P<millions>[1-9]\d{{0,2}}(?:[{_APOSTROPHE}]\d{{3}})+[.,]\d{{3}}(?![\d.,]*\d))
    |(?P<spaced>[1-9]\d{{0,2}}(?:[{_SPACE}{_APOSTROPHE}]\d{{3}})+(?!\d)(?:[.,]\d+)?)
    |(?P<commas>[1-9]\d{{0,2}}(?:,\d{{2,3}})*,\d{{3}}(?!\d)(?:\.\d+)?)
    |(?P<points>[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\d)(?:,\d+)?)
    |(?P<decimal>\d+[.,]\d+)
    |(?P<plain>\d+)""",
    re.VERBOSE,
)
# a telephone number, a clock or a date in figures, a version, a season: wholly passed over
_CODE = re.compile(
    rf"""\d+(?:[:/"″′]\d+)+
    |\d{{2}}(?:[{_SPACE}.-]\d{{2}}){{3,}}(?!\d)
    |\d{{1,3}}[{_SPACE}.-]\d(?:[{_SPACE}.-]\d{{2,4}}){{3,}}(?!\d)
    |(?!\d{{1,3}}(?:\.\d{{3}})+(?![.\d]))\d+(?:\.\d+){{2,}}
    |\d+(?:-\d+){{2,}}
    |\d{{3}}-\d{{4}}(?!\d)
    |0\d+(?!\d|[.,]\d)(?:[{_SPACE}.-]\d{{2,4}})*""",
    re.VERBOSE,
)

# `1.3e6`, `6.2 × 10^-4`, `2,9×10−8`
_POWER = re.compile(
    r"[eE]([+-]?\d{1,2})(?!\w)|[ ]?[x×][ ]?10(?:\^([+−-]?\d{1,2})(?!\w)|(−\d{1,2})(?!\w)|(⁻?[⁰¹²³⁴-⁹]+))"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_PART = re.compile(rf"[{_SPACE}-]?([{VULGAR}])(?!\w)|(?:[{_SPACE}]{{1,2}}|-)(\d)/(\d{{1,2}})(?![\w/])")
_FRACTION = re.compile(rf"([{VULGAR}])(?!\w)|(\d)/(\d{{1,2}})(?![\w/])")
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32})
"""What whole things are parted into: `1/2`, `3/16`; `24/7` is no fraction."""

_PHONE = re.compile(
    rf"(?!\d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?!\d))\d{{1,3}}(?:[{_SPACE}.()-]{{1,2}}\d{{1,4}}){{2,}}"
)


_LAST_ZERO = re.compile(r"[.,](\d*0)(?!\d)")


class Digits(NamedTuple):
    """A number in digits: its value, the offset after it, and how it is written."""

    value: float
    end: int
    shape: Shape


def code(prose: str, at: int) -> int | None:
    """The offset after a code that begins at a digit (`16:45`, `2.1.3`, `06 12 34 56 78`), or None."""
    match = _CODE.match(prose, at)
    return match.end() if match else None


def telephone(prose: str, at: int) -> int | None:
    """The offset after a telephone number that begins behind a plus: `+44 20 7946 0958`."""
    match = _PHONE.match(prose, at)
    return match.end() if match else None


def digits(prose: str, at: int, group: str) -> Digits | None:
    """The number that begins at a digit, or None where more digits follow it than a number has.

    `group` is the language's sign of grouping, point or comma: a single group of three digits after it
    is one, after the other sign only where all three are zeros (nobody writes 11 as `11,000`).
    """
    match = _NUMBER.match(prose, at)
    if match is None:
        return None
    shape, end = match.lastgroup, match.end()
    raw = match[0]
    power = _POWER.match(prose, end) if shape in ("plain", "decimal") else None
    if power:
        return Digits(_powered(raw, power), power.end(), "decimal")
    if part := _fraction(_PART.match(prose, end)):
        return Digits(float(raw) + part.value, part.end, "decimal") if shape == "plain" else None
    if prose[end : end + 1] in (".", ",") and prose[end + 1 : end + 2].isdigit():
        return None
    if shape == "millions":
        return _of_millions(raw, end, group)
    if shape == "plain":
        return Digits(float(raw), end, "plain")
    if shape == "decimal" or (shape != "spaced" and not _grouped(raw, group)):
        return Digits(float(raw.replace(",", ".")), end, "decimal")
    return Digits(_ungroup(raw, shape), end, "grouped")


def fraction_in_digits(prose: str, at: int) -> Digits | None:
    """The proper fraction that begins at an offset (`3/4`, `½`), or None."""
    return _fraction(_FRACTION.match(prose, at))


def _fraction(match: re.Match[str] | None) -> Digits | None:
    if match is None:
        return None
    if match[1]:
        return Digits(numeric(match[1]), match.end(), "decimal")
    above, below = float(match[2]), float(match[3])
    return Digits(above / below, match.end(), "decimal") if 0 < above < below and below in _PARTS else None


def _of_millions(raw: str, end: int, group: str) -> Digits | None:
    """`237’000.000`, `1'250,000`: the apostrophe parts the millions; other three digits may be decimals."""
    whole = raw[-4] == group or raw.endswith("000")
    return Digits(float("".join(filter(str.isdigit, raw))), end, "grouped") if whole else None


def _powered(raw: str, power: re.Match[str]) -> float:
    exponent = next(filter(None, power.groups())).translate(_RAISED)
    return float(f"{raw.replace(',', '.')}e{int(exponent)}")


def written_decimals(surface: str) -> int | None:
    """How many decimals a decimal number is written with, where a zero ends them (1 in `64.0`): then its
    value does not show them."""
    match = _LAST_ZERO.search(surface)
    return len(match[1]) if match else None


def _grouped(raw: str, group: str) -> bool:
    """Whether a number of commas or points is grouped by them rather than a decimal."""
    separators = [char for char in raw if char in ",."]
    return len(separators) > 1 or separators[0] == group or raw.endswith("000")


def _ungroup(raw: str, shape: str | None) -> float:
    if shape == "commas":
        return float(raw.replace(",", ""))
    if shape == "points":
        return float(raw.replace(".", "").replace(",", "."))
    kept = "".join(char for char in raw if char.isdigit() or char in ",.")
    return float(kept.replace(",", "."))
