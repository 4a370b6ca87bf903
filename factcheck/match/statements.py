"""Sentences that repeat a statement of the registry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.match.evidence import set_apart
from factcheck.match.index import Entry, Phrase

REPEATS = 0.6
"""The share of a statement's weight that a sentence must say to repeat it."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether a text denies (an odd number of negations) and whether it debunks what it says."""

    negated: bool
    debunked: bool


def repeats(
    entry: Entry,
    sentence: Mapping[str, float],
    polarity: Polarity,
    negated: Mapping[str, bool],
    sets: tuple[frozenset[str], ...],
) -> float:
    """How surely a sentence repeats a statement, 0 to 1; 0 where it denies or debunks it.

    `sentence` gives each key its nearness; `negated` tells which of the claim's phrases are negative
    themselves ("this is no bailout"), for a sentence must be so too.
    """
    if polarity.debunked or set_apart(set(sentence), set(entry.keys), sets) >= 1:
        return 0.0
    texts = (*entry.claim.match, entry.claim.title)
    scores = [
        _of(phrase, sentence)
        for phrase, text in zip(entry.phrases, texts, strict=False)
        if negated.get(text, False) == polarity.negated
    ]
    return max(scores, default=0.0)


def _of(phrase: Phrase, sentence: Mapping[str, float]) -> float:
    return phrase.coverage(sentence)
