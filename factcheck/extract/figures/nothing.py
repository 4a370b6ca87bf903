"""None and nobody, which are 0 where they count: `no deaths`, `aucun blessé`, `killed nobody`."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.extract.figures.fractions import Numeral
from factcheck.extract.lookup import Lookup, Text, compiled
from factcheck.language.lexicon import Lexicon

_REACH = 4
"""How many words from its verb a nobody may stand: `nobody has yet been killed`."""


class Nothing(NamedTuple):
    """The words for none, the nouns that they count, the words for nobody, and the verbs that make it a
    count."""

    none: Lookup[bool]
    nouns: frozenset[str]
    nobody: Lookup[bool]
    verbs: frozenset[str]
    closed: frozenset[str]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon, closed: frozenset[str]) -> Nothing:
        """Compile `figures.nothing`. Raises LexiconError where a list is missing."""
        return compiled(cls, lexicon, "figures.nothing", closed=closed)

    @property
    def starters(self) -> frozenset[str]:
        """The words that may begin one of these."""
        return frozenset(self.none.firsts.keys() | self.nobody.firsts.keys())


def nothing(text: Text, i: int, table: Nothing) -> Numeral | None:
    """The zero that begins at word `i`, if there is one."""
    found = table.none.at(text, i)
    if found and _counts(text, found[1], table):
        return Numeral(0.0, i, found[1])
    found = table.nobody.at(text, i)
    return Numeral(0.0, i, found[1]) if found and _happens(text, i, found[1], table) else None


def _counts(text: Text, last: int, table: Nothing) -> bool:
    """Whether a noun of the list follows, or one word and then it: `no civilian deaths`, not `no more`."""
    if not text.close(last):
        return False
    following = text.word(last + 1)
    far = following not in table.closed and text.flows(last + 1) and text.word(last + 2) in table.nouns
    return following in table.nouns or far


def _happens(text: Text, first: int, last: int, table: Nothing) -> bool:
    """Whether a verb of the list is in a nobody, or only small words stand between the two."""
    if any(text.word(i) in table.verbs for i in range(first, last + 1)):
        return True
    return _reaches(text, last, 1, table) or _reaches(text, first, -1, table)


def _reaches(text: Text, edge: int, step: int, table: Nothing) -> bool:
    for i in range(edge + step, edge + step * (_REACH + 1), step):
        if not text.close(i - 1 if step > 0 else i) or "." in text.gap(i - 1 if step > 0 else i):
            return False
        if text.word(i) in table.verbs:
            return True
        if text.word(i) not in table.closed:
            return False
    return False
