"""What is asked first: what teaches most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from factcheck.match.terms import phrase_slots
from factcheck.review.questions import Question

RIVALS = 0.5
"""A claim that is so many times as likely as the likeliest is its rival."""
PARTING = 1.5
"""How much more an answer teaches that parts two claims."""
SHOWN = 2.0
"""How much more one teaches of what readers are shown as possible."""


def ranked(found: Sequence[Question]) -> list[Question]:
    """The questions, those first on whose claim and words most others hang, that part two claims, that
    readers are shown. Those without a claim come last."""
    keys = [_keys(question.phrase) for question in found]
    counts: Counter[tuple[str, str]] = Counter()
    for question, told in zip(found, keys, strict=True):
        counts.update((_first(question), key) for key in told)
    worth = [
        _worth(question, [counts[_first(question), key] - 1 for key in told])
        for question, told in zip(found, keys, strict=True)
    ]
    order = sorted(range(len(found)), key=lambda at: (not found[at].candidates, -worth[at], at))
    return [found[at] for at in order]


def _first(question: Question) -> str:
    return question.candidates[0].claim if question.candidates else ""


def _worth(question: Question, shared: Sequence[int]) -> float:
    worth = 1 + sum(shared) / sqrt(max(1, len(shared)))
    if question.mention.certainty == "possible":
        worth *= SHOWN
    rivals = any(other.score >= RIVALS * one.score > 0 for one, other in pairwise(question.candidates))
    return worth * (PARTING if rivals else 1)


@lru_cache(maxsize=10_000)
def _keys(said: str) -> frozenset[str]:
    return frozenset(min(slot) for slot in phrase_slots(said))
