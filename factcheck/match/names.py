"""Names that hold the role that a claim of kind `name` describes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.compare.agree import names_agree
from factcheck.language.words import fold
from factcheck.match.evidence import coverage
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry
from factcheck.match.result import Match
from factcheck.match.scene import Role, Scene, scene
from factcheck.match.score import ranked
from factcheck.match.setting import Setting
from factcheck.match.strangers import doubt, may_hold
from factcheck.model import Certainty, NameReading, Span

ROLE = 0.42
"""How much of the role the sentence must say for a name that is, or nearly is, the registry's."""
STRANGER = 0.6
"""The score of a wholly other name that the text gives the role."""
ALIKE = 0.78
"""From this likeness on, 0 to 1, a name is taken for a misspelling of the registry's."""


class Named(NamedTuple):
    """A name that was given to a claim, with the score 0 to 1."""

    name: NameReading
    claim: str
    score: float
    certainty: Certainty = "sure"


@lru_cache(maxsize=65536)
def likeness(name: str, known: str) -> float:
    """How alike two names are, 0 to 1, by the edits between them; the surname alone counts."""
    if names_agree(name, known):
        return 1.0
    from rapidfuzz.distance import DamerauLevenshtein

    theirs = fold(known)
    mine = " ".join(fold(name).split()[-len(theirs.split()) :])  # without a title before it
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


def _likest(name: NameReading, entry: Entry) -> float:
    return max((likeness(name.text, known) for known in _spellings(entry)), default=0.0)


def matches(setting: Setting, number: int) -> Iterator[Match]:
    """The names of a sentence that claims get, in order; each goes to the claim that it suits best."""
    entries = setting.candidates(number, setting.matcher.names)
    if not entries:
        return
    said = scene(setting, number)
    if not said.spans:
        return
    best: dict[Span, Named] = {}
    for named in (named for entry in entries for named in _of(said, entry)):
        span = (named.name.start, named.name.end)
        if span not in best or best[span].score < named.score:
            best[span] = named
    for span in sorted(best):
        named = best[span]
        won = Weighed(named.claim, named.score)
        yield Match(
            "name", *span, number, setting.clause(number, span[0]), None, won, (won,), named.certainty
        )


def lost(setting: Setting, number: int) -> Iterator[Match]:
    """The names of a sentence with the claims that did not get them: those whose name each one nearly is, and
    those of whose role the sentence tells enough. For `explain`; some of them another claim may have."""
    entries = [entry for entry in setting.matcher.names.entries if entry.phrases]
    if not entries:
        return
    said = scene(setting, number)
    for name in said.names:
        near = (_lost(said, name, entry) for entry in entries)
        rows = ranked(row for row in near if row)
        if rows:
            clause = setting.clause(number, name.start)
            yield Match("name", name.start, name.end, number, clause, None, None, rows)


def _lost(said: Scene, name: NameReading, entry: Entry) -> Weighed | None:
    """A claim as it was weighed for a name, its score the share of the role that the sentence tells."""
    like, role = _likest(name, entry), _role(said, entry, name)
    if like < ALIKE and (role < ROLE or " " not in name.text):
        return None
    note = said.barred(entry, name) or ("another name" if like < ALIKE else "")
    return Weighed(entry.claim.id, role, note=note, agrees=like == 1.0)


def _of(said: Scene, entry: Entry) -> list[Named]:
    """The names that hold the role of a claim in a sentence; where the sentence gives it to none, those that
    are, or nearly are, the registry's, beside enough of the role."""
    roles = said.roles(entry)
    if held := [named for role in roles for named in _held(said, entry, role)]:
        return held
    alike = [named for name in said.names if (named := _alike(said, entry, name, roles))]
    exact = [named for named in alike if _likest(named.name, entry) == 1.0]
    return exact or alike


def _held(said: Scene, entry: Entry, role: Role) -> list[Named]:
    """The names that a role is given to: the registry's, or else the nearest other."""
    near = sorted(said.holders(role), key=lambda name: said.distance(name, role))
    rows = [(name, _likest(name, entry)) for name in near if not said.barred(entry, name)]
    known = [(name, like) for name, like in rows if like >= ALIKE]
    if known:
        return [
            Named(name, entry.claim.id, max(ROLE, _role(said, entry, name)) * like) for name, like in known
        ]
    for name in (name for name, _ in rows if may_hold(said, entry, name, role)):
        certainty = doubt(said, entry, name, role)
        return [Named(name, entry.claim.id, STRANGER, certainty)] if certainty else []
    return []


def _alike(said: Scene, entry: Entry, name: NameReading, roles: list[Role]) -> Named | None:
    """A name that is, or nearly is, the registry's, in a sentence that says enough of the role."""
    like = _likest(name, entry)
    if like < ALIKE or said.barred(entry, name) or not said.open_to(name, roles):
        return None
    role = _role(said, entry, name)
    return Named(name, entry.claim.id, role * like) if role >= ROLE else None


def _role(said: Scene, entry: Entry, name: NameReading) -> float:
    return min(1.0, coverage(entry, said.told(name)))
