"""What goes by a name, in the registry and in a text: a figure that stands beside another's name than its
claim's is that one's ("Thornbury, a rival with 14,000 staff")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import log

from factcheck.language.words import Words, words

LETTERS = 5
"""So many letters tell a name from others: Valmer and Valmerois are one."""
SHORT = 3
"""So many letters at most have the words between a noun and the name that says whose it is, and so many
words there may be."""
BESIDE = 0.5
"""How much another name or country than the claim's tells where a clause beside has the claim's."""


def named(text: str, cut: Words, within: Iterable[int]) -> frozenset[str]:
    """The names among some words of a text, `cut` into words: those with a capital."""
    return frozenset(cut.folded[at][:LETTERS] for at in within if text[cut.starts[at]].isupper())


def named_beside(text: str, cut: Words, word: int, within: range) -> Iterator[int]:
    """The words with a capital beside one, a few short words between: "Corvin telescope", "telescope of the
    Corvin observatory"; the first of `within` has a capital anyway."""
    for step in (-1, 1):
        at = word + step
        while step > 0 and at < within.stop - 1 and _short(text, cut, at) and at - word <= SHORT:
            at += step
        bounds = (at, word) if step < 0 else (word, at)
        if within.start < at < within.stop and text[cut.starts[at]].isupper():
            between = text[cut.ends[bounds[0]] : cut.starts[bounds[1]]]
            if all(char.isalpha() or char in " \u00a0'’" for char in between):
                yield at


def _short(text: str, cut: Words, at: int) -> bool:
    return cut.ends[at] - cut.starts[at] <= SHORT and text[cut.starts[at]].islower()


@lru_cache(maxsize=100_000)
def names_of(phrase: str) -> frozenset[str]:
    """The names in a phrase of the registry; its first word has a capital anyway."""
    cut = words(phrase)
    return named(phrase, cut, range(1, len(cut)))


def telling(phrases: Collection[Iterable[str]]) -> Mapping[str, float]:
    """How much each name tells, 0 to 1, by the phrases of every claim: one that all claims share tells
    least."""
    spread = Counter(chain.from_iterable(set().union(*map(names_of, texts)) for texts in phrases))
    most = log(1 + max(1, len(phrases)))
    return {name: log(1 + len(phrases) / count) / most for name, count in spread.items()}


def of_another(
    here: Collection[str],
    around: Collection[str],
    mine: Collection[str],
    weights: Mapping[str, float],
    beside: Collection[str] = (),
) -> float:
    """How much it tells, 0 to 1, that a clause has the names `here` and none of a claim's own, `mine`; its
    sentence has those `around`. A claim without a name may be anybody's; those `beside` its own words tell,
    whether the registry knows them or not."""
    others = [1.0 if name in beside else weights[name] for name in here if name in weights or name in beside]
    if not mine or not others or not set(here).isdisjoint(mine):
        return 0.0
    return max(others) * (1.0 if set(around).isdisjoint(mine) else BESIDE)
