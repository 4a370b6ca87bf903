"""The unit of a figure: a sign, an abbreviation or a name behind it, a currency before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from factcheck.extract.figures.number_words import folds
from factcheck.extract.figures.rates import Rates, goes_on, over
from factcheck.extract.lookup import Lookup, Text, hyphened, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import Rate, dimension, is_currency, is_known, rate

_SIGN = re.compile(r"[%‰$€£¥₩₽₴₹₺₪₱฿₫৳₦₵₸₾₿°]")
_SHORT = 2
_BARE = frozenset({"points", "bp", "times", "page"})
_NO_PART = frozenset({"percentage", "points", "multiplier", "temperature", "fahrenheit"})


class Measure(NamedTuple):
    """A unit behind a figure: its symbol, the last word that it takes, the offset after it, and the one at
    which the figure's surface ends (`170 mm` and `8 %`, but `3` in `3 euros`: see `Figure`).
    `shared` tells a currency's name that does not tell whose it is (`dollars`)."""

    symbol: str
    last: int
    end: int
    surface: int
    shared: bool = False


class Currency(NamedTuple):
    """A currency before a number: its symbol, its first word (or the number's), its first offset, and
    whether its sign does not tell whose it is (`$`)."""

    symbol: str
    first: int
    start: int
    shared: bool = False


class _Name(NamedTuple):
    symbol: str
    exact: str | None
    scaled: bool
    shared: bool


class Measures(NamedTuple):
    """The units of one language: by name, by sign after a figure, by sign or code before it."""

    names: Lookup[_Name]
    glued: dict[str, str]
    signs: dict[str, str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    codes: dict[str, str]
    of: frozenset[str]
    shared: frozenset[str]
    rates: Rates

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, own: Collection[str] = ()) -> Measures:
        """Compile `units:` and `rates:`; `own` are further units, which a registry has and no table.

        Raises LexiconError where a table is missing."""
        pairs = [(name, symbol) for symbol, names in lexicon.lists("units").items() for name in names]
        mine = frozenset(part for part in (rate(unit).of for unit in own) if part and not is_known(part))
        pairs += [(unit, unit) for unit in mine]
        needy = frozenset(lexicon.words("figures.scaled_units"))
        shared = frozenset(lexicon.words("figures.shared_units"))
        signs = {name: symbol for name, symbol in pairs if _SIGN.search(name)}
        money = [name for name, symbol in signs.items() if is_currency(symbol)]
        return cls(
            names=Lookup(
                (name, _Name(symbol, _exact(name, mine), name in needy, name in shared))
                for name, symbol in pairs
                if name not in signs
            ),
            glued={name: symbol for name, symbol in pairs if name.isalnum()}
            | dict(lexicon.get("figures.glued_units")),
            signs=signs,
            after=re.compile(rf"[ \u00a0\u202f\u2009]?({_any(signs)})(?!\w)"),
            before=re.compile(rf"(?<!\w)({_any(money)})[ \u00a0\u202f\u2009]?$"),
            codes={name: symbol for name, symbol in pairs if _is_code(name, symbol)},
            of=folds(lexicon.words("figures.of")),
            shared=shared,
            rates=Rates.of_lexicon(lexicon, own),
        )

    @property
    def percents(self) -> frozenset[str]:
        """The words that may begin the name of a hundredth."""
        return frozenset(
            word for word, rows in self.names.firsts.items() if any(row[1].symbol == "%" for row in rows)
        )


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"


def _exact(name: str, own: frozenset[str]) -> str | None:
    """A name that is matched with its case."""
    return name if len(name) <= _SHORT or name in own else None


def _is_code(name: str, symbol: str) -> bool:
    """Whether a currency's name may stand before a figure: CHF, Rs."""
    return is_currency(symbol) and name.isalpha() and len(name) <= 4 and name[0].isupper()


def behind(text: Text, last: int, end: int, scaled: bool, measures: Measures) -> Measure | None:
    """The unit behind a number whose last word is `last` and which ends at `end`, with what it is per.

    `scaled` tells that it ends in a scale (`3 milliards`), so that an `of` may stand between.
    """
    found = _sign(text, last, end, measures) or _named(text, last, end, scaled, measures)
    return rated(text, found, measures) if found else None


def rated(text: Text, found: Measure, measures: Measures) -> Measure | None:
    """A unit with what it is per, where that is told; None for the beginning of a unit that no table has."""
    if not is_part(found.symbol):
        return found
    per = over(text, found.last, found.end, found.symbol, measures.rates)
    if per is None:
        return None if goes_on(text.prose, found.end) else found
    symbol = Rate(found.symbol, per.per).symbol or found.symbol
    surface = per.end if per.slash and found.surface == found.end else found.surface
    return Measure(symbol, per.last, per.end, surface, found.shared)


def is_part(symbol: str | None) -> bool:
    """Whether a unit may be a part of a rate: 8 % a year is a growth of 8 %."""
    return dimension(symbol) not in _NO_PART


def _sign(text: Text, last: int, end: int, measures: Measures) -> Measure | None:
    match = measures.after.match(text.prose, end)
    if match is None or _before_next(text.prose, match):
        return None
    symbol, at = measures.signs[match[1]], match.end()
    surface = end if is_currency(symbol) else at
    return Measure(symbol, _last_before(text, last, at), at, surface, match[1] in measures.shared)


def _named(text: Text, last: int, end: int, scaled: bool, measures: Measures) -> Measure | None:
    at = last + 1
    if text.ends[last] != end or not text.linked(last):
        return None
    if scaled and text.word(at) in measures.of and text.close(at):
        at += 1
    found = next(
        (row for row in measures.names.every(text, at) if _fits(text, at, row[1], row[0], scaled)), None
    )
    if found is None:
        return None
    name, until = found
    plain = is_currency(name.symbol) or dimension(name.symbol) == "percentage" or name.symbol in _BARE
    return Measure(name.symbol, until, text.ends[until], end if plain else text.ends[until], name.shared)


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
            before = first - (first > 0 and text.starts[first - 1] >= at)
            return Currency(measures.signs[match[1]], before, at, match[1] in measures.shared)
    gap = text.gap(first - 1)
    if first and text.starts[first - 1] >= floor and (spaced(gap) or gap in ("", ".", ". ")):
        at = text.starts[first - 1]
        code = text.prose[at : text.ends[first - 1]]
        symbol = None if gap[:1] == "." and code.isupper() else measures.codes.get(code)
        return Currency(symbol, first - 1, at, code in measures.shared) if symbol else None
    return None
