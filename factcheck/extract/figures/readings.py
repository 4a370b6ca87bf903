"""Numbers with what stands around them: a unit, a currency, a noun; or a label, a date, a clock, and
then none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.extract.figures import refusals
from factcheck.extract.figures.ages import is_age
from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.durations import lasting
from factcheck.extract.figures.fractions import Numeral, add_half
from factcheck.extract.figures.measures import Currency, Measure, ahead, behind, is_part, rated
from factcheck.extract.figures.multipliers import multiplied
from factcheck.extract.figures.nouns import noun_after
from factcheck.extract.figures.numbers import AFTER_DIGITS, Number, number
from factcheck.extract.figures.rates import over, over_noun
from factcheck.extract.figures.signs import below, minus
from factcheck.extract.figures.tables import FigureTables
from factcheck.extract.lookup import Text
from factcheck.language.units import SHARE, Rate, is_currency, rate

_LARGEST = 1e18
"""No news counts beyond it: longer digits are codes."""


def atoms(text: Text, tables: FigureTables) -> Iterator[Atom]:
    """Every number of the text that is a figure, from left to right."""
    starters = tables.starters
    done = labelled = -1
    end = 0
    for i in [i for i, word in enumerate(text.folded) if word < AFTER_DIGITS or word in starters]:
        if i <= done:
            continue
        taken = done
        raw = lasting(text, i, tables) if text.folded[i] < AFTER_DIGITS else None
        raw, done = (raw, raw.last) if raw else number(text, i, end == text.starts[i] - 1, tables)
        if raw is None or raw.first <= taken:
            continue
        if _is_labelled(text, raw, labelled, tables):
            labelled = raw.last
            continue
        atom = _atom(text, raw, end, tables)
        if atom is not None:
            done, end = max(atom.last, atom.passed), atom.outer_end
            yield atom


def _is_labelled(text: Text, raw: Number, labelled: int, tables: FigureTables) -> bool:
    """Whether a number is a label's, or follows one that is: `articles 49 et 50`."""
    if raw.scale != 1 or raw.unit or raw.shape == "grouped":
        return False
    if behind(text, raw.last, raw.end, False, tables.measures):
        return False
    if ahead(text, raw.first, raw.start, 0, tables.measures):
        return False
    noun = noun_after(text, raw.last, raw.end, tables.nouns)
    counts = noun is not None and noun[0][0] == text.starts[raw.last + 1]
    if refusals.labelled(text, raw.first, counts or raw.shape == "decimal", tables.refusals):
        return True
    between = range(labelled + 1, raw.first)
    linked = len(between) <= 1 and all(text.folded[i] in tables.refusals.links for i in between)
    return labelled >= 0 and linked and noun is None


class _Reach(NamedTuple):
    """How far a number reaches with its unit: the unit, and whether its name is shared; the number (a half
    may follow the unit), the last word, the offset after it, and the offset at which the surface ends; the
    last word of what it is per, where that stands farther off."""

    unit: str | None
    value: float
    last: int
    end: int
    surface: int
    shared: bool = False
    passed: int = -1


def _reach(text: Text, raw: Number, money: Currency | None, tables: FigureTables) -> _Reach:
    measure = _glued(text, raw, tables) or behind(text, raw.last, raw.end, raw.scale > 1, tables.measures)
    if measure is None or not _agrees(money, measure):
        return _bare(text, raw, money, tables)
    whole = add_half(text, Numeral(raw.value, raw.first, measure.last), tables.words)
    end = text.ends[whole.last] if whole.last > measure.last else measure.end
    told = money is not None and not money.shared  # US$300 million dollars, but $300 pesos
    unit = Rate(money.symbol, rate(measure.symbol).per).symbol if money and told else measure.symbol
    shared = measure.shared and not told
    surface = measure.surface if measure.surface > raw.end else raw.end
    return _per_noun(text, _Reach(unit, whole.value, whole.last, end, surface, shared), tables)


def _agrees(money: Currency | None, measure: Measure) -> bool:
    """Whether a unit behind a number goes with the currency before it: `$300 million Canadian dollars`."""
    return money is None or is_currency(rate(measure.symbol).of)


def _glued(text: Text, raw: Number, tables: FigureTables) -> Measure | None:
    """The unit glued to a number, with what it is per: `38kg/ha`."""
    if raw.unit is None:
        return None
    return rated(text, Measure(raw.unit, raw.last, raw.end, raw.end), tables.measures)


def _bare(text: Text, raw: Number, money: Currency | None, tables: FigureTables) -> _Reach:
    """A number without a unit behind it, but perhaps with what it is per: `$70 a barrel`, `12 per 1,000`."""
    symbol, shared = (money.symbol, money.shared) if money else (raw.unit, False)
    plain = _Reach(symbol, raw.value, raw.last, raw.end, raw.end, shared)
    if raw.unit or (money is None and _yearlike(raw)):
        return plain
    found = over(text, raw.last, raw.end, symbol, tables.measures.rates)
    if found is None:
        return _per_noun(text, plain, tables)
    end = (found.last, found.end, found.end) if found.slash else (raw.last, raw.end, raw.end)
    return _Reach(Rate(symbol, found.per).symbol, raw.value, *end, shared, found.last)


def _yearlike(raw: Number) -> bool:
    return raw.shape == "plain" and raw.scale == 1 and 1900 <= raw.value <= 2100


def _per_noun(text: Text, reach: _Reach, tables: FigureTables) -> _Reach:
    """The same with what it is per told behind what is counted: `12,000 tests a day`."""
    of, already = rate(reach.unit)
    if already or not is_part(of):
        return reach
    found = over_noun(text, reach.last, reach.end, of, tables.measures.rates, tables.nouns)
    if found is None:
        return reach
    per, people = found
    if not people or of is not None:
        return reach._replace(unit=Rate(of, per.per).symbol, passed=per.last)
    unit = Rate("people", per.per).symbol
    if per.slash:  # hab./km²
        return reach._replace(unit=unit, last=per.last, end=per.end)
    return reach._replace(unit=unit, passed=per.last)


def _atom(text: Text, raw: Number, floor: int, tables: FigureTables) -> Atom | None:
    """A number with its unit, its currency (not before `floor`, where another figure ends) and its noun;
    None where the words around it make it no figure."""
    money = ahead(text, raw.first, raw.start, floor, tables.measures)
    reach = _reach(text, raw, money, tables)
    unit = SHARE if reach.unit is None and raw.share else reach.unit
    if unit in (None, "points") and multiplied(text, raw.first, raw.last, tables.multipliers):
        unit = "times"
    noun = noun_after(text, reach.last, reach.end, tables.nouns) if unit != "times" else None
    bare = unit is None and noun is None and raw.shape == "plain" and raw.first == raw.last
    if bare and is_age(text, raw.first, raw.end, raw.value, tables.ages, tables.refusals):
        unit = "year"
    atom = Atom(
        start=raw.start,
        end=reach.surface,
        first=money.first if money else raw.first,
        last=reach.last,
        outer_start=money.start if money else raw.start,
        outer_end=reach.end,
        value=reach.value,
        scale=raw.scale,
        unit=unit,
        shape=raw.shape,
        approximate=raw.approximate,
        coarse=unit == SHARE,
        noun=noun[0] if noun else None,
        noun_last=noun[1] if noun else reach.last,
        shared=reach.shared,
        passed=reach.passed,
    )
    refused = abs(atom.value) > _LARGEST or _refused(text, raw, atom, tables)
    return None if refused else _signed(text, atom, tables)


def _signed(text: Text, atom: Atom, tables: FigureTables) -> Atom:
    """A number with the minus before it or the words behind it that put it below zero."""
    if atom.value <= 0:
        return atom
    if before := minus(text, atom.first, atom.outer_start, atom.unit, atom.noun is not None, tables.signs):
        start, first = before
        return atom._replace(start=start, first=first, outer_start=start, value=-atom.value)
    last = below(text, atom.last, atom.outer_end, tables.signs)
    if last is None:
        return atom
    return atom._replace(value=-atom.value, last=last, outer_end=text.ends[last])


def _refused(text: Text, raw: Number, atom: Atom, tables: FigureTables) -> bool:
    """Whether the words around a number make it a date, a clock or a part of a name."""
    table = tables.refusals
    if refusals.clock(text, raw.first, atom.last, raw.value, atom.unit, tables.qualifiers.before, table):
        return True
    if atom.unit is not None or raw.scale != 1 or raw.shape not in ("plain", "word"):
        return False
    if refusals.dated(text, raw.first, raw.last, raw.value, table):
        return True
    if raw.shape == "word":
        return False
    if refusals.after_acronym(text, raw.first):
        return True
    if atom.noun is not None and atom.noun[0] == text.starts[raw.last + 1]:
        return False
    if refusals.day_of_month(text, raw.first, raw.value, table):
        return True
    return raw.value < 1000 and refusals.named_by_capital(text, raw.first, raw.last, table)
