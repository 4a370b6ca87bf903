"""Shares told by two numbers: `one in five`, `sept habitants sur dix`, `three out of four`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.nouns import Nouns
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, phrases, spaced
from factcheck.language.lexicon import Lexicon
from factcheck.language.units import SHARE

TENTHS = 10
_PARTS = frozenset({2, 3, 4, 5, 10, 20, 100})
"""What people tell shares of; three lines out of seven are three."""
_HUNDRED = 100
_THOUSAND = 1000
_MILLION = 1e6
_NOUN = 4
"""The most words that may stand between the two: `trois chefs d'entreprise sur quatre`."""


class Ratios(NamedTuple):
    """What links the two numbers of a share. The loose links are other things, too: `two in ten days`."""

    links: Lookup[bool]
    loose: frozenset[str]
    ones: frozenset[str]
    numbers: frozenset[str]
    plurals: tuple[str, ...]
    nouns: Nouns

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, nouns: Nouns) -> Ratios:
        """Compile `figures.ranges`. Raises LexiconError where a list is missing."""
        return cls(
            links=phrases(lexicon.words("figures.ranges.ratios")),
            loose=folds(lexicon.words("figures.ranges.loose_ratios")),
            ones=folds(lexicon.words("figures.ranges.ones")),
            plurals=lexicon.words("figures.years.counted"),
            numbers=folds(lexicon.numbers("figures.numbers")),
            nouns=nouns,
        )


def shares(text: Text, atoms: Sequence[Atom], ratios: Ratios) -> list[Atom]:
    """The atoms with those that are a share made one."""
    out: list[Atom] = []
    for atom in atoms:
        link = _link(text, atom, ratios)
        whole = _of_two(text, out[-1], atom, link, ratios) if out and link is not None else None
        if whole:
            out[-1] = whole
        else:
            out.append(atom if link is None else _of_one(text, atom, link, ratios))
    return out


def _link(text: Text, atom: Atom, ratios: Ratios) -> int | None:
    """The first word of the link before the number that something is a share of, or None."""
    found = ratios.links.before(text, atom.first - 1) if spaced(text.gap(atom.first - 1)) else None
    whole = atom.unit is None and atom.high is None and atom.value > 1 and atom.value % 1 == 0
    return found[1] if found and whole and not atom.yearlike and not atom.approximate else None


def _of_two(text: Text, part: Atom, whole: Atom, link: int, ratios: Ratios) -> Atom | None:
    between = range(part.last + 1, link)
    plain = part.unit is None and part.high is None and part.scale == 1 and not part.approximate
    plain = plain and whole.scale in (1.0, _HUNDRED)
    if not plain or not 1 <= part.value < whole.value or part.value % 1:
        return None
    if (
        len(between) > _NOUN
        or (between and _counts(text, whole, ratios))
        or not _is_phrase(text, part.last, link)
    ):
        return None
    if part.value > 1 and whole.value not in _PARTS:
        return None
    if text.word(link) in ratios.loose and (between or not _stands_free(text, part, whole, ratios)):
        return None
    return _share(part, whole, part.value)


def _counts(text: Text, whole: Atom, ratios: Ratios) -> bool:
    """Whether a number counts what follows it rather than a verb: where a language tells plurals by their
    endings, a plural (`un élève sur cinq lit`, but `un livre sur cinq artistes`)."""
    if whole.noun is None:
        return False
    head = text.prose[slice(*whole.noun)].split()[0]
    return not ratios.plurals or head.endswith(ratios.plurals)


def _is_phrase(text: Text, last: int, link: int) -> bool:
    """Whether nothing parts the words from `last` to the link: no comma, and no number."""
    return all(text.close(k) and "." not in text.gap(k) for k in range(last, link))


def _stands_free(text: Text, part: Atom, whole: Atom, ratios: Ratios) -> bool:
    """Whether a share is no object of a verb (`scored two in ten games`), and both are written alike."""
    if part.value == 1:
        return True
    if (part.shape == "word") != (whole.shape == "word"):
        return False
    before = text.word(part.first - 1)
    return not text.flows(part.first - 1) or before in ratios.nouns.closed


def _of_one(text: Text, atom: Atom, link: int, ratios: Ratios) -> Atom:
    """`one in five`, `un élève sur cinq`, where `one` alone is no number. One of them may count a noun."""
    limit = _MILLION if atom.shape == "grouped" else (_HUNDRED if atom.noun else _THOUSAND)
    if atom.value > limit or atom.scale not in (1.0, _HUNDRED, _THOUSAND):
        return atom
    for i in range(link - 1, link - 2 - _NOUN, -1):
        if i < link - 1 and text.word(i + 1) in ratios.numbers:
            return atom
        if text.word(i) in ratios.ones and _is_phrase(text, i, link):
            if i < link - 1 and _counts(text, atom, ratios):
                return atom
            at = text.starts[i]
            return _share(atom._replace(start=at, first=i, outer_start=at), atom, 1.0)
    return atom


def _share(first: Atom, whole: Atom, value: float) -> Atom:
    return whole._replace(
        start=first.start,
        first=first.first,
        outer_start=first.outer_start,
        value=value / whole.value,
        unit=SHARE,
        scale=1.0,
        shape="word",
        coarse=whole.value != TENTHS,
        noun=whole.noun or first.noun,
        noun_last=whole.noun_last if whole.noun or not first.noun else first.noun_last,
    )
