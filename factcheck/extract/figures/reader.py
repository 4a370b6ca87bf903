"""Figures: every number of an article with its unit, its qualifier and the noun that it counts.

One pass over the words: those that begin with a digit or that a language's tables know as numbers are
read from left to right, each as far as its scale and its unit reach, or passed over as a name, a date, a
clock or an ordinal. Neighbours are then joined into ranges, and each figure is given its qualifier.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.extract.figures import qualifiers, refusals
from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.changes import roles
from factcheck.extract.figures.compounds import compounds
from factcheck.extract.figures.digits import written_decimals
from factcheck.extract.figures.ranges import join
from factcheck.extract.figures.readings import atoms
from factcheck.extract.figures.shares import shares
from factcheck.extract.figures.sums import part_codes
from factcheck.extract.figures.tables import FigureTables
from factcheck.extract.lookup import Text, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words, fold
from factcheck.model import Figure, Quantity, Span


class FigureReader(NamedTuple):
    """Reads the figures of articles in one language; built once, from its lexicon."""

    tables: FigureTables

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, own: Collection[str] = ()) -> FigureReader:
        """Compile the sections `figures:`, `units:` and `rates:`; `own` are further units, which a
        registry has and no table. Raises LexiconError where a table is missing."""
        return cls(FigureTables.of_lexicon(lexicon, own))

    def read(self, prose: str, words: Words) -> list[Figure]:
        """The figures of an article, sorted, never overlapping; offsets are into `prose`."""
        text = Text.of(prose, part_codes(prose, words, self.tables.measures))
        found = compounds(text, list(atoms(text, self.tables)), self.tables.compounds_of)
        joined = join(text, shares(text, found, self.tables.ratios), self.tables.links)
        figures = _without_always(text, _figures(text, joined, self.tables), self.tables)
        return roles(text, figures, self.tables.links.changes)


def _figures(text: Text, joined: list[Atom], tables: FigureTables) -> Iterator[Figure]:
    """The figures that atoms are, each with its qualifier; years are left out."""
    end = 0
    nexts = [*(atom.outer_start for atom in joined[1:]), len(text.prose)]
    for atom, start in zip(joined, nexts, strict=False):
        ranged = atom.high is not None
        figure = _range(text, atom, tables) if ranged else _single(text, atom, (end, start), tables)
        if figure is not None:
            end = figure.outer_end
            yield replace(figure, reach=text.ends[atom.passed]) if atom.passed > atom.last else figure


def _range(text: Text, atom: Atom, tables: FigureTables) -> Figure:
    start = qualifiers.opening(text, atom.first, atom.outer_start, tables.qualifiers)
    quantity = Quantity(atom.value, atom.high, atom.unit, "range")
    outer = atom.outer_start if start is None else start
    return Figure(atom.start, atom.end, quantity, outer, atom.outer_end, atom.noun, atom.shared)


def _single(text: Text, atom: Atom, room: Span, tables: FigureTables) -> Figure | None:
    """A figure with its qualifier, which has the room between its neighbours. None for a year."""
    found = qualifiers.before(text, atom.first, atom.outer_start, atom.unit, tables.qualifiers)
    if found and found.offset < room[0]:
        found = None
    if atom.yearlike and _is_year(text, atom, found is not None, tables):
        return None
    if atom.distant and atom.noun is None and _year_cued(text, atom, tables):
        return None
    start, end = found.offset if found else atom.outer_start, atom.outer_end
    if found is None and (found := _behind(text, atom, room[1], tables)):
        end = found.offset
    level = found.qualifier if found else ("about" if atom.approximate else "exact")
    plain = atom.shape == "decimal" and atom.scale == 1
    written = written_decimals(text.prose[atom.start : atom.end]) if plain else None
    quantity = Quantity(atom.value, None, atom.unit, level, written, atom.coarse)
    return Figure(atom.start, atom.end, quantity, start, end, atom.noun, atom.shared)


def _behind(text: Text, atom: Atom, ceiling: int, tables: FigureTables) -> qualifiers.Qualified | None:
    """The qualifier behind a figure, or behind its noun (`5 000 personnes environ`)."""
    found = qualifiers.behind(text, atom.last, atom.outer_end, tables.starters, tables.qualifiers)
    if found is None and atom.noun is not None:
        found = qualifiers.behind(text, atom.noun_last, atom.noun[1], tables.starters, tables.qualifiers)
    return found if found and found.offset <= ceiling else None


def _is_year(text: Text, atom: Atom, qualified: bool, tables: FigureTables) -> bool:
    """Whether four ungrouped digits are a year rather than a count: they count a plural noun, and nothing
    before them takes a year; after a word that is no closed-class one only a round number counts."""
    before = text.word(atom.first - 1) if text.flows(atom.first - 1) else ""
    if atom.noun is None or _year_cued(text, atom, tables):
        return True
    if qualified:
        return False
    if fold(text.prose[slice(*atom.noun)]).split()[0] in tables.countable and before not in tables.definite:
        return False
    head = text.prose[atom.noun[0] : atom.noun[1]].split()[0]
    if not tables.counted or not head.endswith(tables.counted) or head[0].isupper():
        return True
    return before != "" and before not in tables.nouns.closed and atom.value % 100 != 0


def _year_cued(text: Text, atom: Atom, tables: FigureTables) -> bool:
    """Whether a word that takes a year, or a month, stands before a number."""
    before = text.word(atom.first - 1) if text.flows(atom.first - 1) else ""
    return before in tables.year_cues or refusals.is_month(text, atom.first - 1, tables.refusals)


def _without_always(text: Text, figures: Iterable[Figure], tables: FigureTables) -> list[Figure]:
    """Figures less those that only say always: `24 heures sur 24`, `sept jours sur sept`."""
    kept: list[Figure] = []
    for figure in figures:
        if kept and kept[-1].quantity.value == figure.quantity.value:
            between = text.prose[kept[-1].outer_end : figure.outer_start]
            if between.strip() in tables.always and spaced(between[:1]) and spaced(between[-1:]):
                kept.pop()
                continue
        kept.append(figure)
    return kept
