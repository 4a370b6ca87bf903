"""Find claims by anything close to their id, title or phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from rapidfuzz.fuzz import ratio

from factcheck.language.words import fold, words
from factcheck.model import Claim

CLOSE = 80.0
"""The score, from 0 to 100, from which a claim counts as found."""
_BEGUN = 95.0
_LEAST_BEGINNING = 3
_ALIKE = 75.0  # under that two words have letters in common (losses, sales) and are no slips of one


def find(query: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that a query names, best first: the one whose id it is, else all that are close."""
    exact = [claim for claim in claims if fold(claim.id) == fold(query)]
    return exact or [claim for score, claim in _ranked(query, claims, len(claims)) if score >= CLOSE]


def nearest(query: str, claims: Sequence[Claim], number: int = 3) -> list[Claim]:
    """The claims that come nearest to a query that found none."""
    return [claim for _, claim in _ranked(query, claims, number)]


def _ranked(query: str, claims: Sequence[Claim], number: int) -> Iterable[tuple[float, Claim]]:
    wanted = words(query).folded
    scored = ((_score(wanted, claim), claim) for claim in claims)
    return nlargest(number, scored, key=lambda pair: pair[0])


def _score(wanted: Sequence[str], claim: Claim) -> float:
    texts = (claim.id, claim.title, *claim.match)
    return max((_covered(wanted, words(text).folded) for text in texts), default=0.0)


def _covered(wanted: Sequence[str], given: Sequence[str]) -> float:
    """How well a text holds the words of a query: typos and beginnings of words count, order does not."""
    if not wanted or not given:
        return 0.0
    length = sum(map(len, wanted))
    return sum(len(word) * max(_alike(word, other) for other in given) for word in wanted) / length


def _alike(word: str, other: str) -> float:
    if len(word) >= _LEAST_BEGINNING and word != other and other.startswith(word):
        return _BEGUN
    return ratio(word, other, score_cutoff=_ALIKE)  # 0 under it
