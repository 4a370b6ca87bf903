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
from factcheck.extract.figures.measures import Currency, ahead, behind, is_money
from factcheck.extract.figures.multipliers import multiplied
from factcheck.extract.figures.nouns import noun_after
from factcheck.extract.figures.numbers import AFTER_DIGITS, Number, number
from factcheck.extract.figures.shares import SHARE
from factcheck.extract.figures.tables import FigureTables
from factcheck.extract.lookup import Text

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
            done, end = atom.last, atom.outer_end
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
    """How far a number reaches with its unit: the unit, the number (a half may follow the unit), the last
    word, the offset after it, and the offset at which the surface ends."""

    unit: str | None
    value: float
    last: int
    end: int
    surface: int


def _reach(text: Text, raw: Number, money: Currency | None, tables: FigureTables) -> _Reach:
    measure = None if raw.unit else behind(text, raw.last, raw.end, raw.scale > 1, tables.measures)
    if measure is None or (money and not is_money(measure.symbol)):
        return _Reach(money.symbol if money else raw.unit, raw.value, raw.last, raw.end, raw.end)
    whole = add_half(text, Numeral(raw.value, raw.first, measure.last), tables.words)
    end = text.ends[whole.last] if whole.last > measure.last else measure.end
    unit = money.symbol if money else measure.symbol
    return _Reach(unit, whole.value, whole.last, end, measure.end if measure.surface else raw.end)


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
    )
    return None if abs(atom.value) > _LARGEST or _refused(text, raw, atom, tables) else atom


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
