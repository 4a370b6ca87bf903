"""The unit of a figure: a sign, an abbreviation or a name behind it, a currency before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import dimension

_SIGN = re.compile(r"[%$€£¥₩₽₴₹₺₪°]")
_SHORT = 2
_BARE = frozenset({"points", "bp", "times", "page"})


class Measure(NamedTuple):
    """A unit behind a figure: its symbol, the last word that it takes, the offset after it, and whether
    it is part of the figure's surface (`170 mm` and `8 %`, but `3` in `3 euros`)."""

    symbol: str
    last: int
    end: int
    surface: bool


class Currency(NamedTuple):
    """A currency before a number: its symbol, its first word (or the number's), its first offset."""

    symbol: str
    first: int
    start: int


class _Name(NamedTuple):
    symbol: str
    exact: str | None
    scaled: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """The units of one language: by name, by sign after a figure, by sign or code before it."""

    names: Lookup[_Name]
    glued: dict[str, str]
    signs: dict[str, str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    codes: dict[str, str]
    of: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Measures:
        """Compile `units:`. Raises LexiconError where a table is missing."""
        pairs = [(name, symbol) for symbol, names in lexicon.lists("units").items() for name in names]
        needy = frozenset(lexicon.words("figures.scaled_units"))
        signs = {name: symbol for name, symbol in pairs if _SIGN.search(name)}
        money = [name for name, symbol in signs.items() if is_money(symbol)]
        return cls(
            names=Lookup((name, _name(name, symbol, needy)) for name, symbol in pairs if name not in signs),
            glued={name: symbol for name, symbol in pairs if name.isalnum()}
            | dict(lexicon.get("figures.glued_units")),
            signs=signs,
            after=re.compile(rf"[ \u00a0\u202f\u2009]?({_any(signs)})(?!\w)"),
            before=re.compile(rf"(?<!\w)({_any(money)})[ \u00a0\u202f\u2009]?$"),
            codes={name: symbol for name, symbol in pairs if _is_code(name, symbol)},
            of=folds(lexicon.words("figures.of")),
        )

    @property
    def percents(self) -> frozenset[str]:
        """The words that may begin the name of a hundredth."""
        return frozenset(
            word for word, rows in self.names.firsts.items() if any(row[1].symbol == "%" for row in rows)
        )


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"


def _name(name: str, symbol: str, needy: frozenset[str]) -> _Name:
    return _Name(symbol, name if len(name) <= _SHORT else None, name in needy)


def _is_code(name: str, symbol: str) -> bool:
    """Whether a currency's name may stand before a figure: CHF, Rs."""
    return is_money(symbol) and name.isalpha() and len(name) <= 4 and name[0].isupper()


def behind(text: Text, last: int, end: int, scaled: bool, measures: Measures) -> Measure | None:
    """The unit behind a number whose last word is `last` and which ends at `end`.

    `scaled` tells that it ends in a scale (`3 milliards`), so that an `of` may stand between.
    """
    match = measures.after.match(text.prose, end)
    if match and _goes_on(text.prose, match.end()):
        return None
    if match and not _before_next(text.prose, match):
        symbol = measures.signs[match[1]]
        return Measure(
            symbol, _last_before(text, last, match.end()), match.end(), dimension(symbol) != symbol
        )
    at = last + 1
    if text.ends[last] != end or not text.linked(last):
        return None
    if scaled and text.word(at) in measures.of and text.close(at):
        at += 1
    found = measures.names.at(text, at)
    if found is None or not _fits(text, at, found[1], found[0], scaled):
        return None
    name, last = found
    if _goes_on(text.prose, text.ends[last]):
        return None
    plain = dimension(name.symbol) in (name.symbol, "percentage") or name.symbol in _BARE
    return Measure(name.symbol, last, text.ends[last], not plain)


def _goes_on(prose: str, end: int) -> bool:
    """Whether a unit is only the beginning of one that no table has: `km/s/Mpc`."""
    return prose[end : end + 1] == "/" and prose[end + 1 : end + 2].isalpha()


def _before_next(prose: str, match: re.Match[str]) -> bool:
    """Whether a spaced sign stands before the next number rather than behind this one: `5 $3`, `0 € 2`."""
    following = prose[match.end() : match.end() + 2].lstrip(" \u00a0\u202f")
    return match[0] != match[1] and following[:1].isdigit()


def _last_before(text: Text, last: int, end: int) -> int:
    while last + 1 < len(text.starts) and text.starts[last + 1] < end:
        last += 1
    return last


def _fits(text: Text, at: int, last: int, name: _Name, scaled: bool) -> bool:
    """Whether a unit's name is meant: `m` with its case and no elision, `won` after a scale only,
    and no part of a compound (`two second-half goals`)."""
    if name.scaled and not scaled:
        return False
    after = text.char(text.ends[last])
    if name.exact and (text.prose[text.starts[at] : text.ends[last]] != name.exact or after in ("'", "’")):
        return False
    return not (
        after
        and hyphened(after)
        and not hyphened(text.gap(at - 1))
        and text.char(text.ends[last] + 1).isalpha()
    )


def ahead(text: Text, first: int, start: int, floor: int, measures: Measures) -> Currency | None:
    """The currency before a number that starts at `start` with word `first`; none that begins before
    `floor`."""
    char = text.char(start - 1)
    if char in ("", "\n"):
        return None
    if not char.isalnum():
        match = measures.before.search(text.prose[max(floor, start - 5) : start])
        if match:
            at = start - len(match[0])
            return Currency(
                measures.signs[match[1]], first - (first > 0 and text.starts[first - 1] >= at), at
            )
    gap = text.gap(first - 1)
    if first and text.starts[first - 1] >= floor and (spaced(gap) or gap in ("", ".", ". ")):
        at = text.starts[first - 1]
        name = text.prose[at : text.ends[first - 1]]
        symbol = None if gap[:1] == "." and name.isupper() else measures.codes.get(name)
        return Currency(symbol, first - 1, at) if symbol else None
    return None


def is_money(symbol: str) -> bool:
    """Whether a unit is a currency: those measure themselves."""
    return dimension(symbol) == symbol
