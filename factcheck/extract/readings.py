"""Numbers with what stands around them: a unit, a currency, a noun; or a label, a date, a clock, and
then none."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract import refusals
from factcheck.extract.atoms import Atom
from factcheck.extract.figure_tables import FigureTables
from factcheck.extract.fractions import Numeral, add_half
from factcheck.extract.lookup import Text
from factcheck.extract.measures import ahead, behind
from factcheck.extract.multipliers import multiplied
from factcheck.extract.nouns import noun_after
from factcheck.extract.numbers import AFTER_DIGITS, Number, number


def atoms(text: Text, tables: FigureTables) -> Iterator[Atom]:
    """Every number of the text that is a figure, from left to right."""
    starters = tables.starters
    done = labelled = -1
    end = -1
    for i in [i for i, word in enumerate(text.folded) if word < AFTER_DIGITS or word in starters]:
        if i <= done:
            continue
        raw, done = number(text, i, end == text.starts[i] - 1, tables)
        if raw is None:
            continue
        if _is_labelled(text, raw, labelled, tables):
            labelled = raw.last
            continue
        atom = _atom(text, raw, tables)
        if atom is not None:
            done, end = atom.last, atom.outer_end
            yield atom


def _is_labelled(text: Text, raw: Number, labelled: int, tables: FigureTables) -> bool:
    """Whether a number is a label's, or follows one that is: `articles 49 et 50`."""
    if raw.scale != 1 or raw.unit or raw.shape == "grouped":
        return False
    if behind(text, raw.last, raw.end, False, tables.measures) or ahead(
        text, raw.first, raw.start, tables.measures
    ):
        return False
    noun = noun_after(text, raw.last, raw.end, tables.nouns)
    counts = noun is not None and noun[0][0] == text.starts[raw.last + 1]
    if refusals.labelled(text, raw.first, counts or raw.shape == "decimal", tables.refusals):
        return True
    between = range(labelled + 1, raw.first)
    linked = len(between) <= 1 and all(text.folded[i] in tables.refusals.links for i in between)
    return labelled >= 0 and linked and noun is None


def _atom(text: Text, raw: Number, tables: FigureTables) -> Atom | None:
    """A number with its unit, its currency and its noun; None where the words around it make it no figure."""
    measure = None if raw.unit else behind(text, raw.last, raw.end, raw.scale > 1, tables.measures)
    money = ahead(text, raw.first, raw.start, tables.measures)
    unit = raw.unit or (measure.symbol if measure else None)
    last, end = (measure.last, measure.end) if measure else (raw.last, raw.end)
    if unit in (None, "points") and multiplied(text, raw.first, raw.last, tables.multipliers):
        unit = "times"
    value = raw.value
    if measure and not money:
        whole = add_half(text, Numeral(value, raw.first, last), tables.words)
        value, last, end = (
            whole.value,
            whole.last,
            max(end, text.ends[whole.last]) if whole.last > last else end,
        )
    noun = noun_after(text, last, end, tables.nouns) if unit != "times" else None
    atom = Atom(
        start=raw.start,
        end=measure.end if measure and measure.surface else raw.end,
        first=money[1] if money else raw.first,
        last=last,
        outer_start=money[2] if money else raw.start,
        outer_end=end,
        value=value,
        scale=raw.scale,
        unit=money[0] if money else unit,
        shape=raw.shape,
        approximate=raw.approximate,
        noun=noun[0] if noun else None,
        noun_last=noun[1] if noun else last,
    )
    return None if _refused(text, raw, atom, tables) else atom


def _refused(text: Text, raw: Number, atom: Atom, tables: FigureTables) -> bool:
    """Whether the words around a number make it a date, a clock or a part of a name."""
    table = tables.refusals
    if refusals.clock(text, raw.first, atom.last, raw.value, atom.unit, tables.qualifiers.before, table):
        return True
    if atom.unit is not None or raw.scale != 1 or raw.shape not in ("plain", "word"):
        return False
    if refusals.dated(text, raw.first, raw.last, raw.value, table):
        return True
    counts = atom.noun is not None and atom.noun[0] == text.starts[raw.last + 1]
    if counts or raw.shape == "word":
        return False
    if refusals.day_of_month(text, raw.first, raw.value, table):
        return True
    return raw.value < 1000 and refusals.named_by_capital(text, raw.first, raw.last, table)
