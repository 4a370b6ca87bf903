"""What figures of one article say of each other: a figure that stands there twice is about one thing, and
a figure in brackets after another of its kind says it in another unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log

from factcheck.check.agree import digits
from factcheck.language.units import dimension
from factcheck.match.assign import ENOUGH, Contest
from factcheck.match.explain import Weighed
from factcheck.match.score import chance
from factcheck.model import Figure

ECHO, RESTATED = 1.5, 3.0
"""What a claim gains, in logits, that got the same figure elsewhere; or the figure that this one restates."""
Key = tuple[float, float | None, str | None]


def heard(contests: Sequence[Contest], prose: str) -> list[Contest]:
    """The contests of an article's figures, in order, each claim's score raised by what the others say."""
    known = _winners(contests)
    return [
        _raised(contest, _echo(contest, number, known), _restated(contests, number, prose))
        for number, contest in enumerate(contests)
    ]


def _winners(contests: Sequence[Contest]) -> Mapping[Key, Sequence[tuple[int, str]]]:
    found: dict[Key, list[tuple[int, str]]] = {}
    for number, contest in enumerate(contests):
        if contest.weighed and contest.weighed[0].score >= ENOUGH and _telling(contest.reading):
            found.setdefault(_key(contest.reading), []).append((number, contest.weighed[0].claim))
    return found


def _key(figure: Figure) -> Key:
    return figure.quantity.value, figure.quantity.high, figure.quantity.unit


def _telling(figure: Figure) -> bool:
    """Whether a figure is seldom enough to be the same one where it stands again: not 2, not 100."""
    return digits(figure.quantity.value) > 1 or abs(figure.quantity.value) >= 1000


def _echo(contest: Contest, number: int, known: Mapping[Key, Sequence[tuple[int, str]]]) -> set[str]:
    return {claim for other, claim in known.get(_key(contest.reading), ()) if other != number}


def _restated(contests: Sequence[Contest], number: int, prose: str) -> str | None:
    """The claim of the figure that this one restates in brackets: "20 km (12.4 miles)"."""
    if number == 0:
        return None
    before, this = contests[number - 1], contests[number].reading
    gap = prose[before.reading.end : this.start]
    same = dimension(before.reading.quantity.unit) == dimension(this.quantity.unit) != "count"
    if same and "(" in gap and len(gap) < 12 and before.weighed and before.weighed[0].score >= ENOUGH:
        return before.weighed[0].claim
    return None


def _raised(contest: Contest, echoed: set[str], restated: str | None) -> Contest:
    if not echoed and restated is None:
        return contest
    rows = [_row(row, row.claim in echoed, row.claim == restated) for row in contest.weighed]
    return replace(contest, weighed=tuple(sorted(rows, key=lambda row: (-row.score, row.claim))))


def _row(row: Weighed, echoed: bool, restated: bool) -> Weighed:
    if row.note or not (echoed or restated):
        return row
    gains = (("stands elsewhere", ECHO * echoed), ("restates", RESTATED * restated))
    gained = tuple((name, gain) for name, gain in gains if gain)
    odds = log(row.score / (1 - row.score)) if 0 < row.score < 1 else 0.0
    return Weighed(row.claim, chance(odds + sum(gain for _, gain in gained)), (*row.parts, *gained))
