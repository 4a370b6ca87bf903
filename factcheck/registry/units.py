"""What an editor may call a unit: its symbol, its sign, or its name in any language that has a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from factcheck.errors import LexiconError
from factcheck.language.lexicon import languages, load
from factcheck.language.units import units

_SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₽": "RUB", "₴": "UAH",
    "₹": "INR", "₺": "TRY", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "R$": "BRL", "RMB": "CNY",
    "x": "times", "×": "times", "°": "°C", "º": "°C", "ºC": "°C", "m²": "m2", "m³": "m3", "km²": "km2",
    "pp": "points", "tonne": "t", "tonnes": "t",
}  # fmt: skip


def plain(text: str) -> str:
    """`text` in lower case, without accents and with single spaces: how names are compared."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.replace("’", "'"))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


@cache
def unit_names() -> Mapping[str, str]:
    """Every name of a unit, plain, with the unit's symbol; symbols win over names."""
    names: dict[str, str] = {}
    for code in languages():
        for symbol, words in _named(code).items():
            for word in words:
                names.setdefault(plain(word), symbol)
    return names | {plain(name): symbol for name, symbol in _symbols().items()}


@cache
def _symbols() -> Mapping[str, str]:
    return {**_SIGNS, **{symbol: symbol for symbol in units()}}


def _named(code: str) -> Mapping[str, tuple[str, ...]]:
    try:
        return load(code).lists("units")
    except LexiconError:  # a language need not name units
        return {}


def unit_symbol(name: str) -> str | None:
    """The symbol (a key of language/units.yaml) of a unit by symbol, sign or name, or None."""
    return _symbols().get(name) or unit_names().get(plain(name))


def is_currency(symbol: str | None) -> bool:
    """Whether a unit is a currency: three capitals that measure themselves."""
    return symbol is not None and len(symbol) == 3 and symbol.isalpha() and symbol.isupper()


_LETTERS = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9}
_SHORT = {
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "md": 10**9, "mds": 10**9, "mrd": 10**9, "mld": 10**9,
    "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "thousand": 10**3, "mille": 10**3,
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**9,
    "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip


def magnitude(name: str) -> int | None:
    """The factor of a magnitude by letter (where case matters), abbreviation or name, or None."""
    return _LETTERS.get(name) or _magnitudes().get(plain(name))


@cache
def _magnitudes() -> Mapping[str, int]:
    """The abbreviations above, and the words of every language; where two differ on a word (`billion`)
    the first language file's meaning goes."""
    found = dict(_SHORT)
    for code in languages():
        for key in ("figures.scales", "figures.abbreviations"):
            for word, number in _numbers(code, key).items():
                if len(word) > 1 and number >= 1000:
                    found.setdefault(plain(word), int(number))
    return found


def _numbers(code: str, key: str) -> Mapping[str, float]:
    try:
        return load(code).numbers(key)
    except LexiconError:  # nor need it name magnitudes
        return {}
