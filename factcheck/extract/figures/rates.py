"""What a figure is per: `38 kg/ha`, `40 million tonnes of wheat a year`, `9.1 per 100,000 inhabitants`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Literal, NamedTuple

from factcheck.extract.figures.digits import digits
from factcheck.extract.figures.nouns import Nouns
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import Share, dimension, is_currency, is_known, rate, units
from factcheck.language.words import fold

Link = Literal["per", "loose", "price", "number", "slash"]
_LINKS: tuple[Link, ...] = ("per", "loose", "price", "number")
_ROUND = frozenset(10.0**power for power in (2, 3, 4, 5, 6, 9))
"""The numbers that a rate may be per without saying of what: 100,000 inhabitants, births, cars …"""
_SLASHES = frozenset({"/", " / ", "./", "/ "})
_APOSTROPHES = frozenset("'’")
_SHORT = 2
_FARTHEST = 6
"""How many words may stand between a figure and what it is per."""
_DEEPEST = 2
"""A rate is per so many things at most: euros per person and day."""


class Rates(NamedTuple):
    """What a language says of rates: the words before what they are per, and the names of that."""

    links: Lookup[Link]
    units: Lookup[tuple[str, str]]
    symbols: Lookup[tuple[str, str]]
    unless: frozenset[str]
    always: frozenset[str]
    ands: frozenset[str]
    people: frozenset[str]
    scales: Mapping[str, float]
    group: str

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, own: Iterable[str] = ()) -> Rates:
        """Compile `rates:`; `own` are further units, which a registry has and no table. Raises LexiconError
        where a key is missing."""
        people = lexicon.words("rates.people")
        named = [(name, symbol) for symbol, names in lexicon.lists("units").items() for name in names]
        parts = {share.unit for unit in own for share in rate(unit).per if share.unit}
        named += [(unit, unit) for unit in parts if not is_known(unit)]
        rows = [
            *((name, ("people", name)) for name in people),
            *((name, (unit, name)) for name, unit in named),
        ]
        links = [(word, link) for link in _LINKS for word in lexicon.words(f"rates.{link}")]
        scales = {fold(word): scale for word, scale in lexicon.numbers("figures.scales").items()}
        return cls(
            links=Lookup(links),
            units=Lookup(row for row in rows if any(char.isalnum() for char in row[0])),
            symbols=Lookup((symbol, (symbol, symbol)) for symbol in units()),
            unless=folds(word.rstrip("'") for word in lexicon.words("rates.unless")),
            always=folds(lexicon.words("rates.always")),
            ands=folds(lexicon.words("figures.ranges.and")),
            people=folds(people),
            scales={word: scale for word, scale in scales.items() if scale in _ROUND},
            group=str(lexicon.get("figures.digits.group")),
        )


class Over(NamedTuple):
    """What a figure is per, the last word of it, the offset after it, and whether a slash leads to it."""

    per: tuple[Share, ...]
    last: int
    end: int
    slash: bool


def over(text: Text, last: int, end: int, of: str | None, rates: Rates) -> Over | None:
    """What a figure, a unit or a noun, which ends with word `last` at `end`, is per. `of` is the figure's
    unit: a price goes by more words, and of a unit a rate may be per what no table has (`5 kg per crate`)."""
    found: Over | None = None
    while found is None or len(found.per) < _DEEPEST:
        more = _one(text, last, end, of, rates) or (_joined(text, last, of, rates) if found else None)
        if more is None:
            break
        found = more if found is None else more._replace(per=found.per + more.per, slash=found.slash)
        last, end = found.last, found.end
    return None if found is None or goes_on(text.prose, found.end) else found


def _joined(text: Text, last: int, of: str | None, rates: Rates) -> Over | None:
    """Another thing that a rate is per: `par an et par habitant`, `per person and day`."""
    if text.word(last + 1) not in rates.ands or not text.flows(last) or not text.flows(last + 1):
        return None
    return _one(text, last + 1, text.ends[last + 1], of, rates) or _share(text, last + 2, "loose", of, rates)


def over_noun(
    text: Text, last: int, end: int, of: str | None, rates: Rates, nouns: Nouns
) -> tuple[Over, bool] | None:
    """The same behind the noun and what belongs to it (`tonnes of winter wheat a year`), and whether that
    counts people."""
    if not spaced(text.gap_behind(last, end)):
        return None
    people = text.word(last + 1) in rates.people
    for i in range(last + 1, last + 1 + _FARTHEST):
        word = text.word(i)
        if not word[:1].isalpha() or (word in nouns.closed and word not in nouns.skip):
            return None
        found = over(text, i, text.ends[i], of, rates)
        if found:
            return found, people
        if not text.close(i):
            return None
    return None


def goes_on(prose: str, end: int) -> bool:
    """Whether a unit is only the beginning of one that no table has: `km/s/Mpc`."""
    return prose[end : end + 1] == "/" and prose[end + 1 : end + 2].isalpha()


def _one(text: Text, last: int, end: int, of: str | None, rates: Rates) -> Over | None:
    if text.gap_behind(last, end) in _SLASHES:
        return _share(text, last + 1, "slash", of, rates)
    if not spaced(text.gap_behind(last, end)):
        return None
    for link, until in rates.links.every(text, last + 1):
        found = _share(text, until + 1, link, of, rates) if _leads(text, until) else None
        if found:
            return found
    return _unheard_of(text, last + 1, rates) if of else None


def _unheard_of(text: Text, at: int, rates: Rates) -> Over | None:
    """What no table has, behind a word that always makes a rate: `per crate`."""
    word = text.word(at + 1)
    if text.word(at) not in rates.always or not text.flows(at) or not word.isalpha() or word in rates.scales:
        return None
    return Over((Share(1.0, word),), at + 1, text.ends[at + 1], False)


def _leads(text: Text, last: int) -> bool:
    """Whether a word leads on to the next: `à l'hectare`, but not `4 a.m.`"""
    return text.flows(last) or text.gap(last) in _APOSTROPHES


def _share(text: Text, at: int, link: Link, of: str | None, rates: Rates) -> Over | None:
    """The number and the unit that begin at word `at`, where that is what a rate may be per."""
    count, number = _count(text, at, rates) if link != "loose" else (1.0, at - 1)
    next_to = number < at or spaced(text.gap(number))
    names = (rates.units, rates.symbols) if link == "slash" else (rates.units,)
    found = _unit(text, number + 1, names) if next_to else None
    unit, last = found or (None, number)
    if unit is None and count not in _ROUND:
        return None
    if not _fits(unit, count, link, is_currency(of)) or (
        link in ("loose", "price") and _undone(text, last, rates)
    ):
        return None
    share = Share(count, None if count != 1 and unit == "people" else unit)
    return Over((share,), last, text.ends[last], link == "slash")


def _count(text: Text, at: int, rates: Rates) -> tuple[float, int]:
    """The number at word `at` and its last word, or one and the word before."""
    count, last = 1.0, at - 1
    if text.word(at)[:1].isdigit():
        found = digits(text.prose, text.starts[at], rates.group)
        if found is None:
            return 0.0, last
        last = text.holding(at, found.end)
        if text.ends[last] != found.end:
            return 0.0, at - 1
        count = found.value
    while text.word(last + 1) in rates.scales and (last < at or text.flows(last)):
        count, last = count * rates.scales[text.word(last + 1)], last + 1
    return count, last


def _unit(text: Text, at: int, names: Iterable[Lookup[tuple[str, str]]]) -> tuple[str, int] | None:
    for (symbol, name), last in chain.from_iterable(table.every(text, at) for table in names):
        end = text.ends[last]
        exact = len(name) > _SHORT or text.prose[text.starts[at] : end] == name
        joined = hyphened(text.char(end)) or (text.char(end) in _APOSTROPHES and text.char(end + 1).isalpha())
        if exact and not joined:
            return symbol, last
    return None


def _fits(unit: str | None, count: float, link: Link, money: bool) -> bool:
    """Whether a rate may be per so many of a unit, led to by such a word."""
    if is_currency(unit) or dimension(unit) in ("percentage", "points", "multiplier") or count == 0:
        return False
    if link == "number":
        return count in _ROUND
    if link == "price":
        return money and (dimension(unit) != "time" or unit == "h")
    return True


def _undone(text: Text, last: int, rates: Rates) -> bool:
    """Whether what follows makes it a time or a place: `a week ago`, `au mois de mai`, `au km 12`."""
    after = text.word(last + 1)
    return text.close(last) and (after in rates.unless or after[:1].isdigit())
