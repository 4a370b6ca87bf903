"""Which claim gets a reading: claims compete; the best wins surely, possibly, or nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.compare.agree import agree
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry
from factcheck.match.score import Bars, Model, chance, parts, raised, ranked
from factcheck.match.series import Evidence
from factcheck.match.setting import Setting
from factcheck.model import Certainty, Figure, Span

MARGIN = 1.3
"""How many times the odds of the next claim its own odds must be."""
AGAIN = 0.55
"""The score that a claim needs to get a second figure of one sentence that differs from the first."""
LED = frozenset(("paired", "follows one"))
"""What leads from one figure to another: that one's words are this one's, too."""


Clues = Mapping[str, Evidence | str]
"""By claim, the evidence for giving it a reading, or what rules it out (a note)."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One figure, its clause, and the claims that compete for it, best first."""

    reading: Figure
    clause: Span
    weighed: tuple[Weighed, ...]


def swayed(contest: Contest, clue: str, gains: Mapping[str, float]) -> Contest:
    """A contest after one more clue, which adds to the scores of some claims, in logits; what rules a claim
    out still does."""
    rows = (
        raised(row, clue, gains[row.claim]) if row.claim in gains and not row.note else row
        for row in contest.weighed
    )
    return replace(contest, weighed=ranked(rows))


class Award(NamedTuple):
    """What a contest came to: the winner, and how surely the reading is about it."""

    won: Weighed
    certainty: Certainty = "sure"


def clues(
    entries: Iterable[Entry],
    clause: Span,
    setting: Setting,
    evidence: Callable[[Entry], Evidence | str],
) -> Clues:
    """The evidence for each claim and a reading in `clause`; `evidence` is a text where one is ruled out."""

    def clued(entry: Entry) -> Evidence | str:
        return setting.barred(entry, clause) or evidence(entry)

    return {entry.claim.id: clued(entry) for entry in entries}


def weigh(found: Clues, model: Model) -> tuple[Weighed, ...]:
    """Every claim's score for one reading, best first."""
    rows = (_weighed(claim, clues, model) for claim, clues in found.items())
    return ranked(rows)


def _weighed(claim: str, found: Evidence | str, model: Model) -> Weighed:
    if isinstance(found, str):
        return Weighed(claim, 0.0, note=found)
    gains = parts(found, model)
    score = chance(model[0] + sum(gains.values()))
    earlier = bool(found.get("agrees with an earlier value"))
    return Weighed(claim, score, tuple(gains.items()), agrees=agreeing(found), outdated=earlier)


def agreeing(found: Evidence) -> bool:
    """Whether a reading agrees with a value that the claim has, or had, on the article's day."""
    return bool(found.get("agrees") or found.get("agrees with an earlier value"))


def award(contests: Sequence[Contest], bars: Bars) -> dict[int, Award]:
    """Who wins the readings of one sentence, by their number: the best pair first, and so on down; then the
    readings that nobody won go to the claims that they may be about.

    A claim gets a second figure of the sentence only where the two agree, the one leads to the other, or its
    score is high.
    """
    taken: dict[str, list[int]] = {}
    won: dict[int, Award] = {}
    pairs = [(row, number) for number, contest in enumerate(contests) for row in contest.weighed[:3]]
    pairs.sort(key=lambda pair: (-pair[0].score, pair[1]))
    for row, number in pairs:
        enough = row.score >= bars.enough(row)
        if number in won or not enough or _too_close(contests[number], row, taken):
            continue
        others = taken.get(row.claim, [])
        doubtful = row.score < AGAIN and LED.isdisjoint(name for name, _ in row.parts)
        if doubtful and any(not _alike(contests[number], contests[other]) for other in others):
            continue
        won[number] = Award(row)
        taken.setdefault(row.claim, []).append(number)
    for number, contest in enumerate(contests):
        if number not in won and (maybe := possible(contest.weighed, bars)):
            won[number] = Award(maybe, "possible")
    return won


def possible(weighed: Sequence[Weighed], bars: Bars) -> Weighed | None:
    """The claim that a differing reading may be about, or None."""
    best, rest = weighed[:1], weighed[1:]
    if not best or best[0].agrees or best[0].score < bars.possible:
        return None
    close = rest and too_close(best[0].score, rest[0].score)
    return None if close else best[0]


def _alike(one: Contest, other: Contest) -> bool:
    return agree(one.reading.quantity, other.reading.quantity)


def _too_close(contest: Contest, row: Weighed, taken: Mapping[str, list[int]]) -> bool:
    rivals = (other for other in contest.weighed if other.claim != row.claim and other.claim not in taken)
    return too_close(row.score, max((rival.score for rival in rivals), default=0.0))


def too_close(best: float, next_best: float) -> bool:
    """Whether two scores are too near each other to prefer one, by their odds."""
    return best * (1 - next_best) < MARGIN * next_best * (1 - best)
