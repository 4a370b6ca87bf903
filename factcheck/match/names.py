"""Names beside the role that a claim of kind `name` describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.compare.agree import names_agree
from factcheck.extract.names import names
from factcheck.language.words import fold
from factcheck.match.context import Context
from factcheck.match.evidence import coverage
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.model import NameReading, Span

ROLE = 0.42
"""How much of the role the sentence must say for a name that is, or nearly is, the registry's."""
WHOLE_ROLE = 0.8
"""How much of it the clause must say for a wholly other name beside it."""
NEAR = 3
"""How many words from its role a wholly other name may stand."""
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


def weigh(name: NameReading, entry: Entry, context: Context, beside: bool) -> float:
    """The score of giving a name to a claim, 0 for none; `beside` tells that it stands beside the role."""
    like = max((likeness(name.text, known) for known in _spellings(entry)), default=0.0)
    role = coverage(entry, context.sentence)
    if like >= ALIKE and role >= ROLE:
        return min(1.0, role) * like
    stranger = like < ALIKE and beside and " " in name.text and coverage(entry, context.clause) >= WHOLE_ROLE
    return 0.6 if stranger else 0.0


def matches(setting: Setting, number: int) -> Iterator[Match]:
    """The names of a sentence that claims get, in order; each goes to the claim that it suits best."""
    entries = setting.candidates(number, setting.matcher.names)
    if not entries:
        return
    around = setting.around
    found = names(around.article.prose, around.words, *setting.span(number), setting.lexicon(number))
    best: dict[Span, Named] = {}
    for entry in entries:
        for named in _of(setting, number, entry, found):
            span = (named.name.start, named.name.end)
            if span not in best or best[span].score < named.score:
                best[span] = named
    for span in sorted(best):
        won = Weighed(best[span].claim, best[span].score)
        yield Match("name", *span, number, setting.clause(number, span[0]), None, won, (won,))


def lost(setting: Setting, number: int) -> Iterator[Match]:
    """The names of a sentence with the claims that did not get them: those whose name each one nearly is, and
    those of whose role the sentence tells enough. For `explain`; some of them another claim may have."""
    around, index = setting.around, setting.matcher.names
    found = names(around.article.prose, around.words, *setting.span(number), setting.lexicon(number))
    for name in found if index.entries else ():
        near = (_lost(setting, number, name, entry) for entry in index.entries if entry.phrases)
        rows = sorted((row for row in near if row), key=lambda row: (-row.score, row.claim))
        if rows:
            clause = setting.clause(number, name.start)
            yield Match("name", name.start, name.end, number, clause, None, None, tuple(rows))


def _lost(setting: Setting, number: int, name: NameReading, entry: Entry) -> Weighed | None:
    """A claim as it was weighed for a name, its score the share of the role that the sentence tells."""
    clause = setting.clause(number, name.start)
    context = setting.context(number, clause, name.start)
    like = max((likeness(name.text, known) for known in _spellings(entry)), default=0.0)
    role = coverage(entry, context.sentence)
    if like < ALIKE and (role < ROLE or " " not in name.text):
        return None
    phrase = setting.matcher.excluded(entry, setting.stems(clause), setting.around.vocabulary_at(clause[0]))
    note = f"excluded by `{phrase}`" if phrase else "another name" if like < ALIKE else ""
    return Weighed(entry.claim.id, role, note=note, agrees=like == 1.0)


def _of(setting: Setting, number: int, entry: Entry, found: Sequence[NameReading]) -> list[Named]:
    """The names of a sentence that a claim gets: those that are, or nearly are, the registry's, else one."""
    rows = [Named(name, entry.claim.id, _score(setting, number, name, entry)) for name in found]
    known = [row for row in rows if row.score > 0]
    alike = [row for row in known if any(likeness(row.name.text, k) >= ALIKE for k in _spellings(entry))]
    return alike or known[:1]


def _score(setting: Setting, number: int, name: NameReading, entry: Entry) -> float:
    clause = setting.clause(number, name.start)
    if setting.matcher.excluded(entry, setting.stems(clause), setting.around.vocabulary_at(clause[0])):
        return 0.0
    return weigh(name, entry, setting.context(number, clause, name.start), _beside(setting, name, entry))


def _beside(setting: Setting, name: NameReading, entry: Entry) -> bool:
    """Whether a word of the role stands within NEAR words of a name."""
    around = setting.around
    span = around.words.within(name.start, name.end)
    within = range(max(0, span.start - NEAR), min(len(around.words), span.stop + NEAR))
    near = around.vocabulary_at(name.start).terms(around.words, within)
    return any(key in entry.keys for term in near if term.word not in span for key in term.keys)
