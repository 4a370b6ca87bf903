"""What to ask: the figures of which somebody should say whether they are about a claim.

Those that may be about one; those that are about none; and those that agree with a claim while hardly a word
around them says so: if they were wrong, nobody would see it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from factcheck.check.article import Desk
from factcheck.language.words import folded
from factcheck.match.explain import Weighed
from factcheck.match.result import Match
from factcheck.match.score import FIGURES, chance
from factcheck.match.setting import Setting, wording
from factcheck.match.swapped import said as told
from factcheck.model import Article, Certainty, Claim, Mention
from factcheck.run.article import Matched, Tools
from factcheck.suggest.events import event
from factcheck.suggest.facts import Said, fact, said
from factcheck.suggest.holders import holder
from factcheck.suggest.phrases import phrase

MOST = 3
"""How many claims are named for one figure."""
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a figure may be about, and how likely, from 0 to 1."""

    claim: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Question:
    """What an article says, most often in a figure, the article's title, date and ISO day, the claims that it
    may be about, the likeliest first, and the phrase that a yes would add (empty where its words make none).
    One that `agrees` is given to its claim already."""

    said: Said
    title: str
    date: str | None
    day: str
    candidates: tuple[Candidate, ...] = ()
    phrase: str = ""
    agrees: bool = False

    @property
    def mention(self) -> Mention:
        """Where the article says it, and what."""
        return self.said.mention

    @property
    def key(self) -> Key:
        """What makes it the same question, in whichever article: its figure and its sentence."""
        return self.mention.text, *folded(self.mention.sentence)

    @property
    def claims(self) -> list[str]:
        """The ids of the claims."""
        return [one.claim for one in self.candidates]


def questions(article: Article, tools: Tools) -> tuple[Question, ...]:
    """What is open in an article, in the order of its text, by the registry of `tools`: not what somebody has
    answered, a claim's phrase or a sentence under its `not`."""
    return open_in(tools.matched(article), tools.claims)


def open_in(
    matched: Matched, claims: Mapping[str, Claim], certainty: Certainty | None = None
) -> tuple[Question, ...]:
    """The same in an article that is matched, by the registry's claims; of one certainty only, if it is
    named."""
    matches, setting, desk = matched
    surely: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.won and match.certainty == "sure":
            surely[match.sentence].add(match.won.claim)
    found = (
        _question(match, surely[match.sentence], setting, desk)
        for match in matches
        if not desk.sentences[match.sentence].furniture
        and (certainty is None or (match.won and match.certainty == certainty))
    )
    return tuple(question for question in found if question and not _is_answered(question, claims))


def _question(match: Match, taken: Collection[str], setting: Setting, desk: Desk) -> Question | None:
    agrees = match.won is not None and match.certainty == "sure"
    if agrees and not _is_thin(match, setting):
        return None
    if match.won is None and match.kind != "quantity":
        return None
    found = [match.won] if match.won else _promising(match, taken, setting)
    one = _LOOK[match.kind](match, setting, desk)
    kept = [row for row in found if not is_unlike(desk.claims[row.claim], one.mention.sentence)]
    if found and not kept:  # somebody has said no
        return None
    article = desk.article
    candidates = tuple(Candidate(row.claim, row.score) for row in kept[:MOST])
    return Question(one, article.title, article.date, desk.day, candidates, phrase(one, {}), agrees)


_LOOK: Mapping[str, Callable[[Match, Setting, Desk], Said]] = {
    "quantity": fact,
    "date": event,
    "name": holder,
    "statement": said,
}
"""What reads a match of each kind."""


def _is_thin(match: Match, setting: Setting) -> bool:
    """Whether a figure that is surely about a claim would not be, by the words around it alone."""
    won = match.won
    if won is None or match.kind != "quantity" or not won.agrees:
        return False
    return chance(FIGURES[0] + told(won)) < setting.bars.sure


def _promising(match: Match, taken: Collection[str], setting: Setting) -> list[Weighed]:
    """The claims that were weighed for a figure about none, else those that its sentence's words suggest; not
    those of which the sentence has a figure already."""
    rows = [row for row in match.weighed if not row.note and row.claim not in taken]
    if rows or match.weighed:
        return [row for row in rows if row.score >= setting.bars.possible / 2]
    entries = setting.candidates(match.sentence, setting.matcher.quantities)
    return [Weighed(entry.claim.id, 0.0) for entry in entries[:1] if entry.claim.id not in taken]


def is_unlike(claim: Claim, sentence: str) -> bool:
    """Whether a sentence stands among those that are not about a claim."""
    return bool(claim.unlike) and wording(sentence) in map(wording, claim.unlike)


def _is_answered(question: Question, claims: Mapping[str, Claim]) -> bool:
    """Whether somebody has said yes: a claim has the figure's phrase."""
    return any(question.phrase and question.phrase in claims[key].match for key in question.claims)


def once(every: Iterable[Question]) -> list[Question]:
    """The questions, each once, whichever articles have its sentence."""
    found: dict[Key, Question] = {}
    for question in every:
        found.setdefault(question.key, question)
    return list(found.values())
