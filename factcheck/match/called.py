"""What goes by a name, in the registry and in a text: a figure that stands beside another's name than its
claim's is that one's ("Thornbury, a rival with 14,000 staff")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from math import log

from factcheck.language.words import Words, fold, written

LETTERS = 5
"""So many letters tell a name from others: Valmer and Valmerois are one."""
BESIDE = 0.5
"""How much another name or country than the claim's tells where a clause beside has the claim's."""


def named(text: str, cut: Words, within: Iterable[int]) -> frozenset[str]:
    """The names among some words of a text, `cut` into words: those with a capital."""
    return frozenset(cut.folded[at][:LETTERS] for at in within if text[cut.starts[at]].isupper())


@lru_cache(maxsize=100_000)
def names_of(phrase: str) -> frozenset[str]:
    """The names in a phrase of the registry; its first word has a capital anyway."""
    return frozenset(fold(word)[:LETTERS] for word in written(phrase)[1:] if word[0].isupper())


def telling(phrases: Collection[Iterable[str]]) -> Mapping[str, float]:
    """How much each name tells, 0 to 1, by the phrases of every claim: one that all claims share tells
    least."""
    spread = Counter(chain.from_iterable(set().union(*map(names_of, texts)) for texts in phrases))
    most = log(1 + max(1, len(phrases)))
    return {name: log(1 + len(phrases) / count) / most for name, count in spread.items()}


def of_another(
    here: Collection[str], around: Collection[str], mine: Collection[str], weights: Mapping[str, float]
) -> float:
    """How much it tells, 0 to 1, that a clause has the names `here` and none of a claim's own, `mine`; its
    sentence has those `around`. A claim without a name may be anybody's."""
    others = [weights[name] for name in here if name in weights]
    if not mine or not others or not set(here).isdisjoint(mine):
        return 0.0
    return max(others) * (1.0 if set(around).isdisjoint(mine) else BESIDE)
