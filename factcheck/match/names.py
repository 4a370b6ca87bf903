"""Names beside the role that a claim of kind `name` describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.check.agree import names_agree
from factcheck.extract.words import fold
from factcheck.match.context import Context
from factcheck.match.evidence import coverage
from factcheck.match.index import Entry
from factcheck.model import NameReading

ROLE = 0.42
"""How much of the role the sentence must say for a name that is, or nearly is, the registry's."""
WHOLE_ROLE = 0.8
"""How much of it the clause must say for a wholly other name beside it."""
ALIKE = 0.78
"""From this likeness on, 0 to 1, a name is taken for a misspelling of the registry's."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was given to a claim, with the score 0 to 1."""

    name: NameReading
    claim: str
    score: float


def likeness(name: str, known: str) -> float:
    """How alike two names are, 0 to 1, by the edits between them; the surname alone counts."""
    if names_agree(name, known):
        return 1.0
    mine, theirs = fold(name), fold(known)
    whole = DamerauLevenshtein.normalized_similarity(mine, theirs)
    surname = theirs.split()[-1]
    if " " not in mine and len(mine) > 4:
        return max(whole, DamerauLevenshtein.normalized_similarity(mine, surname))
    return whole


def _spellings(entry: Entry) -> Iterator[str]:
    for value in entry.claim.values:
        if value.name:
            yield value.name
            yield from value.also


def weigh(name: NameReading, entry: Entry, context: Context, beside: bool) -> float:
    """The score of giving a name to a claim, 0 for none; `beside` tells that it stands beside the role."""
    like = max((likeness(name.text, known) for known in _spellings(entry)), default=0.0)
    role = coverage(entry, context.sentence)
    if like >= ALIKE and role >= ROLE:
        return min(1.0, role) * like
    stranger = like < ALIKE and beside and " " in name.text and coverage(entry, context.clause) >= WHOLE_ROLE
    return 0.6 if stranger else 0.0


def best(names: Sequence[tuple[NameReading, float]], entry: Entry) -> list[Named]:
    """The names of a sentence that a claim gets: those that are, or nearly are, the registry's, else one."""
    known = [(name, score) for name, score in names if score > 0]
    alike = [(n, s) for n, s in known if any(likeness(n.text, k) >= ALIKE for k in _spellings(entry))]
    return [Named(name, entry.claim.id, score) for name, score in (alike or known[:1])]
