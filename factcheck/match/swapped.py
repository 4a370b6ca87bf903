"""Two figures near each other that changed places: "closes 340 sites and cuts 12 jobs".

Each agrees with the other's claim. That one does may be chance, and its words are poor; that both do, and the
words of both tell the contrary, is a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.match.assign import Contest, swayed
from factcheck.match.explain import Weighed

SWAPPED = 3.0
"""What each claim gains, in logits, by whose words a figure stands, and loses whose value it has."""
LEANING, TELLING = 0.5, 2.5
"""How much more, in logits, the words must tell for the one claim than for the other: of each figure, and of
both together."""
BY_VALUE = frozenset(
    (
        "agrees", "agrees with an earlier value", "agrees to the digit",
        "a magnitude off", "a slip away", "far", "told better elsewhere", "another suits better",
        "another is nearer", "follows one", "a value untold",
    )
)  # fmt: skip
"""The clues that tell of a figure's value, and not of the words around it."""


class _Torn(NamedTuple):
    """A figure that agrees with one claim while its words tell of another."""

    number: int
    words: Weighed
    value: Weighed
    leans: float


def swapped(contests: Sequence[Contest], sentences: Sequence[int]) -> list[Contest]:
    """The contests of an article's figures, in order, each with the number of its sentence; of two that
    changed places, in one sentence or two that follow each other, each nearer to the claim whose words it
    has."""
    found = list(contests)
    waiting: dict[tuple[str, str], _Torn] = {}
    for torn in _torn(contests):
        other = waiting.pop((torn.value.claim, torn.words.claim), None)
        if other and _changed(torn, other, sentences):
            for one in (torn, other):
                found[one.number] = _told(found[one.number], one)
        else:
            waiting[torn.words.claim, torn.value.claim] = torn
    return found


def _changed(one: _Torn, other: _Torn, sentences: Sequence[int]) -> bool:
    near = sentences[one.number] - sentences[other.number] <= 1
    return near and one.leans + other.leans >= TELLING


def _torn(contests: Sequence[Contest]) -> Iterator[_Torn]:
    for number, contest in enumerate(contests):
        rows = [row for row in contest.weighed[:3] if not row.note]
        for value in (row for row in rows if row.agrees):
            for words in (row for row in rows if not row.agrees):
                if (leans := said(words) - said(value)) >= LEANING:
                    yield _Torn(number, words, value, leans)


def said(row: Weighed) -> float:
    """What the words, and not the value, tell for a claim, in logits."""
    return sum(gain for name, gain in row.parts if name not in BY_VALUE)


def _told(contest: Contest, torn: _Torn) -> Contest:
    return swayed(contest, "changed places", {torn.words.claim: SWAPPED, torn.value.claim: -SWAPPED})
