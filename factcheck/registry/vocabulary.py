"""The words of a registry's values: units, magnitudes, bounds, in any language that has a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import TypeVar

from factcheck.errors import LexiconError
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.units import units
from factcheck.model import Qualifier

T = TypeVar("T")

_TIMES = {"x": "times", "×": "times"}
# where case matters
_LETTERS = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9}
# words on whose meaning languages differ: a registry means the short scale, as agencies do
_SHORT_SCALE = {"billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12}
_BOUNDS: tuple[Qualifier, ...] = ("about", "nearly", "at_least", "at_most")


def plain(text: str) -> str:
    """`text` in lower case, without accents and with single spaces: how names are compared."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text.replace("’", "'"))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.casefold().split())


def _every(read: Callable[[Lexicon], T]) -> Iterator[T]:
    """What `read` finds in each language file that has it."""
    for code in languages():
        try:
            yield read(load(code))
        except LexiconError:  # a language need not name everything
            continue


def _first(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """A table of plain words in which the first meaning of a word goes."""
    table: dict[str, T] = {}
    for word, meaning in pairs:
        table.setdefault(plain(word), meaning)
    return table


@cache
def unit_names() -> Mapping[str, str]:
    """Every name of a unit, plain, with the unit's symbol; symbols win over names. A short one with a capital
    (`Mo`, `To`) goes by its case alone."""
    named = (
        (name, symbol) for name, symbol in _exact_names().items() if len(name) > 2 or name.lower() == name
    )
    return _first([*((symbol, symbol) for symbol in units()), *named])


def unit_symbol(name: str) -> str | None:
    """The symbol (a key of language/units.yaml) of a unit by symbol, sign or name, or None."""
    if name in units():
        return name
    return _TIMES.get(name) or _exact_names().get(name) or unit_names().get(plain(name))


@cache
def _exact_names() -> Mapping[str, str]:
    """Every name of a unit as the language files write it: `Mo` (megabytes) is not `mo`."""
    tables = _every(lambda lexicon: lexicon.lists("units"))
    return {name: symbol for table in tables for symbol, names in table.items() for name in names}


@cache
def rate_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that lead to what a rate is per, in any language: `per`, and those that lead to other things,
    too: `à l'`."""

    rates = [lexicon.lists("rates") for lexicon in map(load, languages())]
    sure = chain.from_iterable(table["per"] for table in rates)
    loose = (word for table in rates for link in ("loose", "price", "number") for word in table[link])
    return frozenset(sure), frozenset(loose)


@cache
def rate_people() -> frozenset[str]:
    """Whom a rate may be per, in any language, plain: `capita`, `habitant`."""
    return frozenset(
        plain(word) for words in _every(lambda lexicon: lexicon.words("rates.people")) for word in words
    )


@cache
def no_nouns() -> frozenset[str]:
    """Every word that is a number, a part of one or a month, in any language, plain: `dozen`, `mai`."""
    keys = ("numbers", "scales", "collectives", "abbreviations", "fractions.words", "fractions.denominators")
    numbers = [lexicon.numbers(f"figures.{key}") for lexicon in map(load, languages()) for key in keys]
    months = [names for lexicon in map(load, languages()) for names in lexicon.lists("dates.months").values()]
    words = chain(chain.from_iterable(numbers), chain.from_iterable(months), _SHORT_SCALE)
    return frozenset(map(plain, words))


def _scales(lexicon: Lexicon) -> dict[str, float]:
    return lexicon.numbers("figures.abbreviations") | lexicon.numbers("figures.scales")


@cache
def _magnitudes() -> Mapping[str, int]:
    words = ((word, int(number)) for table in _every(_scales) for word, number in table.items())
    return _first([*_SHORT_SCALE.items(), *(pair for pair in words if len(pair[0]) > 1 and pair[1] >= 1000)])


def magnitude(name: str) -> int | None:
    """The factor of a magnitude by letter, abbreviation or name (`k`, `Md`, `million`), or None."""
    return _LETTERS.get(name) or _magnitudes().get(plain(name))


def group_sign(language: str) -> str:
    """The sign that parts thousands in a language: point or comma."""
    return str(load(language).get("figures.digits.group"))


@cache
def _comma_scales() -> frozenset[str]:
    tables = _every(lambda lexicon: _scales(lexicon) if group_sign(lexicon.code) == "," else {})
    return frozenset(plain(word) for table in tables for word in table)


def grouped_by_commas(name: str) -> bool:
    """Whether a language that groups by commas has a magnitude of this name: behind it a point is decimal."""
    return name in _LETTERS or plain(name) in _comma_scales()


@cache
def bounds() -> Mapping[str, Qualifier]:
    """The words before a figure that say how exactly it is meant (`plus de`), plain."""
    tables = _every(lambda lexicon: lexicon.lists("figures.qualifiers"))
    return _first([(word, bound) for table in tables for bound in _BOUNDS for word in table.get(bound, ())])


@cache
def range_words() -> tuple[str, ...]:
    """The words between the ends of a range (`to`, `à`)."""
    return tuple(
        sorted(
            {word for words in _every(lambda lexicon: lexicon.words("figures.ranges.to")) for word in words}
        )
    )
