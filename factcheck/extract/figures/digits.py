"""Numbers in digits: how they are grouped, and the codes, dates, scores and clocks that only look like
them."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Shape = Literal["plain", "grouped", "decimal"]

_SPACE = " \u00a0\u202f\u2009"
_APOSTROPHE = "'’"
# every pattern starts at the digit: a look-behind or an optional sign is ten times as slow
_NUMBER = re.compile(
    rf"""(?P<spaced>[1-9]\d{{0,2}}(?:[{_SPACE}{_APOSTROPHE}]\d{{3}})+(?!\d)(?:[.,]\d+)?)
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
    if prose[end : end + 1] in (".", ",") and prose[end + 1 : end + 2].isdigit():
        return None
    if shape == "plain":
        return Digits(float(raw), end, "plain")
    if shape == "decimal" or (shape != "spaced" and not _grouped(raw, group)):
        return Digits(float(raw.replace(",", ".")), end, "decimal")
    return Digits(_ungroup(raw, shape), end, "grouped")


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
