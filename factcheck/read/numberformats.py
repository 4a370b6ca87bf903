"""Numbers as a sheet shows them, by the codes of their formats (ECMA-376-1, 18.8.30 and 18.8.31).

The signs of a code are the same in every language, and what is shown is not: here the point stands before
decimals and a narrow blank between thousands, which every language reads as what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

LONGEST = 255
"""The most characters of a code that are read, as many as a sheet lets people write."""
BUILT_IN: Mapping[int, str] = {
    **dict(enumerate(("General", "0", "0.00", "#,##0", "#,##0.00"))),
    **dict.fromkeys((5, 6, 37, 38, 41, 42), "#,##0;(#,##0)"),  # those of money leave out whose it is
    **dict.fromkeys((7, 8, 39, 40, 43, 44), "#,##0.00;(#,##0.00)"),
    **dict(enumerate(("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??"), 9)),
    **dict(enumerate(("yyyy-mm-dd", "d-mmm-yy", "d-mmm", "mmm-yy"), 14)),
    **dict(enumerate(("h:mm", "h:mm:ss", "h:mm", "h:mm:ss", "yyyy-mm-dd h:mm"), 18)),
    **dict(enumerate(("mm:ss", "[h]:mm:ss", "mm:ss", "##0.0E+0", "@"), 45)),
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "yyyy-mm-dd"),  # those of East Asia
    **dict.fromkeys((*range(32, 36), 55, 56), "h:mm"),
}
"""The codes that a file does not spell out, by their numbers; any other is `General`."""

_GROUP = "\u202f"
_TOKEN = re.compile(
    r"""(?P<section>;)
    |"(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | (?P<gap>_.) | (?P<fill>\*.)
    |\[\$(?P<currency>[^\]-]*)[^\]]*\]
    |\[(?P<elapsed>h+|m+|s+)\]
    |\[(?P<condition>(?:[<>]=?|<>|=)-?\d+(?:\.\d+)?)\]
    |\[(?P<colour>[^\]]*)\]
    |(?P<general>general) | (?P<half>am/pm|a/p)
    |(?P<digit>[0\#?]) | (?P<exponent>E[+-]) | (?P<text>@)
    |(?P<date>y+|m+|d+|h+|s+|[eg]+)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"([<>=]+)(.*)")
_DAYS = 2_957_004  # until the last one of the year 9999, from whichever first day
_NO_LEAP_DAY = 60  # 29 February 1900, which sheets count as a day
_LARGE = 1e15  # past it no digit behind the point is left
_EXACT = Context(prec=600)
_THOUSANDS_LIKE = re.compile(r"[1-9]\d{,2}\.\d{3}")
_BLANKS = re.compile(" {2,}")


class _Token(NamedTuple):
    kind: str
    text: str


_POINT, _COMMA, _PERCENT = (_Token("sign", sign) for sign in ".,%")


class _Section(tuple[_Token, ...]):
    """A part of a code, for numbers of a sign or of a size, or for texts."""

    def has(self, *kinds: str) -> bool:
        return any(token.kind in kinds for token in self)

    @property
    def words(self) -> str:
        return "".join(token.text for token in self if token.kind in ("quoted", "escaped", "sign"))

    @property
    def colour(self) -> str:
        return "".join(token.text for token in self if token.kind == "colour")


@lru_cache(4096)
def is_date(code: str) -> bool:
    """Whether a format shows days or times."""
    return any(section.has("date", "elapsed") for section in _sections(code))


def text(code: str, said: str) -> str:
    """A text as its format shows it; empty where that hides it."""
    sections = _sections(code)
    if sections[-1].has("text"):
        return "".join(said if token.kind == "text" else _literal(token) for token in sections[-1])
    return said if len(sections) < 4 else ""


def number(code: str, value: float, first: datetime) -> str:
    """A number as its format shows it, `first` being the day of 0; empty where that hides it.

    A day is told in ISO (`2025-11-12`), a month as `11/2025`: its names are those of one language. A negative
    number has a minus where the sheet shows that by parentheses, or by a colour.
    """
    if code == "General":
        return general(value)
    sections = _numeric(code)
    section = _chosen(sections, value)
    if section.has("date", "elapsed"):
        return _moment(section, value, first) if 0 <= value < _DAYS else general(value)
    if not section:
        return ""
    shown = _BLANKS.sub(" ", _shown(section, abs(value))).strip()
    return shown if value >= 0 else _negative(section, sections, shown)


def general(value: float) -> str:
    """A number of no format, in as many digits as a sheet has room for."""
    if abs(value) >= _LARGE or 0 < abs(value) < 1e-9:
        return f"{value:.6G}"
    return _unlike_thousands(f"{Decimal(f'{value:.10g}'):f}" if value % 1 else f"{value:.0f}")


@lru_cache(4096)
def _sections(code: str) -> tuple[_Section, ...]:
    sections: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(code[:LONGEST]):
        kind = match.lastgroup or ""
        if kind == "section":
            sections.append([])
        else:
            sections[-1].append(_Token(kind, match[kind]))
    return tuple(map(_Section, sections)) if code else (_GENERAL,)


@lru_cache(4096)
def _numeric(code: str) -> tuple[_Section, ...]:
    return tuple(one for one in _sections(code)[:3] if not one.has("text")) or (_GENERAL,)


_GENERAL = _Section((_Token("general", ""),))


def _chosen(sections: Sequence[_Section], value: float) -> _Section:
    """The section for a number: the first whose condition holds, or the one of its sign."""
    if any(section.has("condition") for section in sections):
        return next((section for section in sections if _holds(section, value)), _GENERAL)
    number = 1 if value < 0 else 2 if value == 0 else 0
    return sections[number if number < len(sections) else 0]


def _holds(section: _Section, value: float) -> bool:
    said = next((token.text for token in section if token.kind == "condition"), "")
    match = _CONDITION.fullmatch(said)
    if match is None:
        return True
    sign, bound = match[1], float(match[2])
    return (
        (value < bound and "<" in sign) or (value > bound and ">" in sign) or (value == bound and "=" in sign)
    )


def _negative(section: _Section, sections: Sequence[_Section], shown: str) -> str:
    """What is shown of a negative number's size, with its minus."""
    if "(" in section.words:
        return shown.replace("(", "-", 1).replace(")", "", 1)
    conditional = any(one.has("condition") for one in sections)
    coloured = section.colour != sections[0].colour and not section.words.strip(" .,")
    lacks = len(sections) == 1 or conditional or coloured
    return f"-{shown}" if lacks and "-" not in section.words else shown


def _literal(token: _Token) -> str:
    if token.kind in ("quoted", "escaped", "currency"):
        return token.text
    return {"gap": " ", "sign": " %" if token.text == "%" else token.text}.get(token.kind, "")


def _shown(section: _Section, value: float) -> str:
    digits = [at for at, token in enumerate(section) if token.kind == "digit"]
    if not digits:
        return "".join(general(value) if token.kind == "general" else _literal(token) for token in section)
    first, end = digits[0], digits[-1] + 1
    while section[end : end + 1] == (_COMMA,):
        end += 1
    body, others = section[first:end], (*section[:first], *section[end:])
    if value >= _LARGE or _Token("sign", "/") in body:  # a fraction is told in decimals
        figure = general(value)
    else:
        figure = _figure(body, value, 2 * others.count(_PERCENT))
    return "".join((*map(_literal, section[:first]), figure, *map(_literal, section[end:])))


def _figure(body: Sequence[_Token], value: float, scale: int) -> str:
    """The digits of a number, from its format's first to its last and the commas behind that; `scale` is the
    power of ten by which it is shown larger."""
    while body[-1] == _COMMA:
        body, scale = body[:-1], scale - 3
    exact = Decimal(repr(value)).scaleb(scale, _EXACT)
    point = body.index(_POINT) if _POINT in body else len(body)
    power = next((at for at, token in enumerate(body) if token.kind == "exponent"), len(body))
    places = [token.text for token in body[point:power] if token.kind == "digit"]
    if power < len(body):
        return f"{exact:.{len(places)}E}"
    said = f"{exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP, _EXACT):f}"
    units, _, decimals = said.partition(".")
    while decimals.endswith("0") and places.pop() != "0":
        decimals = decimals[:-1]
    whole = _placed(body[:point], units.lstrip("0"))
    return _unlike_thousands(f"{whole}.{decimals}" if decimals else whole)


def _placed(places: Sequence[_Token], digits: str) -> str:
    """The digits before the point: in groups where a comma stands among their places, else as these stand
    among other signs (`00-00`)."""
    digits = digits.zfill(sum(token.text == "0" for token in places))
    if _COMMA in places:
        return f"{int(digits):,}".replace(",", _GROUP) if digits else ""
    shown: list[str] = []
    left = sum(token.kind == "digit" for token in places)
    for token in reversed(places):
        if token.kind == "digit":
            left -= 1
            cut = len(digits) - 1 if left else 0
            shown.append(digits[max(cut, 0) :])
            digits = digits[: max(cut, 0)]
        else:
            shown.append(_literal(token))
    return "".join(reversed(shown))


def _unlike_thousands(figure: str) -> str:
    """A figure with another 0 where a language that parts thousands by points would take it for such."""
    return f"{figure}0" if _THOUSANDS_LIKE.fullmatch(figure) else figure


def _moment(section: _Section, value: float, first: datetime) -> str:
    letters = [token.text[0].lower() for token in section if token.kind in ("date", "elapsed")]
    for at, letter in enumerate(letters):
        if letter == "m" and ("h" in letters[max(at - 1, 0) : at] or "s" in letters[at + 1 : at + 2]):
            letters[at] = "minute"
    seconds = round(value * 86_400)
    if section.has("elapsed"):
        return f"{seconds // 3600}:{seconds // 60 % 60:02}"
    moment = first + timedelta(first.year == 1899 and 1 <= value < _NO_LEAP_DAY, seconds)
    day = time = ""
    if "d" in letters:
        day = moment.date().isoformat()
    elif "m" in letters:
        day = f"{moment.month}/{moment.year}"
    elif not {"y", "e", "g"}.isdisjoint(letters):
        day = str(moment.year)
    if not {"h", "minute"}.isdisjoint(letters):
        time = moment.time().isoformat("seconds" if "s" in letters else "minutes")
    return " ".join(filter(None, (day, time)))
