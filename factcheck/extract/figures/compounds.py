"""Measures of two units, which are one figure: `2 hours and 45 minutes`, `5ft 10in`, `3 dollars 50 cents`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, hyphened, phrases, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import compound, is_coin, is_currency

_HUNDRED = 100


class Compounds(NamedTuple):
    """The words of measures of two units: what joins them, and what a length of time stands behind."""

    links: frozenset[str]
    lasting: Lookup[bool]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Compounds:
        """Compile the lists of `figures:`. Raises LexiconError where one is missing."""
        return cls(
            links=folds(lexicon.words("figures.compound_links")),
            lasting=phrases(lexicon.words("figures.clock.lasting")),
        )


def compounds(text: Text, atoms: Sequence[Atom], table: Compounds) -> list[Atom]:
    """The atoms with those that are parts of one measure made one."""
    out: list[Atom] = []
    for atom in atoms:
        whole = _whole(text, out[-1], atom) if out and _touch(text, out[-1], atom, table) else None
        if whole:
            out[-1] = whole
        else:
            out.append(atom)
    return out


def _touch(text: Text, left: Atom, right: Atom, table: Compounds) -> bool:
    """Whether nothing but a space, a comma or an `and` lies between two atoms."""
    gap = text.prose[left.outer_end : right.outer_start]
    if right.first == left.last + 2 and text.word(left.last + 1) in table.links:
        return len(gap) < 10 and "\n\n" not in gap and "," not in gap.strip(", ")
    return right.first == left.last + 1 and (spaced(gap) or hyphened(gap) or gap in (", ", ""))


def _whole(text: Text, left: Atom, right: Atom) -> Atom | None:
    if left.high is not None or left.value % 1 or left.value < 0 or left.outer_start < left.start:
        return None
    value = compound(left.value, left.unit, right.value, right.unit)
    if value is None:
        return _with_coins(text, left, right) if is_currency(left.unit) else None
    return right._replace(
        start=left.start, first=left.first, outer_start=left.outer_start, value=value, shape=left.shape
    )


def _with_coins(text: Text, left: Atom, right: Atom) -> Atom | None:
    """`3 dollars and 50 cents`, `3 euros 50`."""
    told = is_coin(right.unit) and text.flows(right.last - 1)
    alone = right.first == left.last + 1 and right.noun is None and right.shape == "plain"
    written = alone and right.end - right.start == 2 and text.prose[left.outer_end : right.start] == " "
    whole = right.scale == 1 and 0 < right.value < _HUNDRED and right.value % 1 == 0
    if left.scale != 1 or not whole or not (told or (written and right.unit is None)):
        return None
    end = right.outer_end
    return left._replace(
        end=end, last=right.last, outer_end=end, value=left.value + right.value / _HUNDRED, noun=None
    )
