"""Two figures that tell one thing twice: now and before ("61 dead, against 14"), or in two units ("20 km
(12.4 miles)"). What the one is about, the other is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from factcheck.extract.phrases import Phrases
from factcheck.language.lexicon import load
from factcheck.language.units import dimension
from factcheck.language.words import fold
from factcheck.match.setting import Setting
from factcheck.model import Figure

BESIDE = 120
"""How many characters lie at most between a figure and the one that it is held against."""
BRACKET = 12
"""The same where the second says the first in another unit."""


def pairs(setting: Setting, figures: Sequence[tuple[int, Figure]]) -> dict[int, int]:
    """By the place of a figure, the place of the one with which it tells one thing twice; `figures` are an
    article's, in order, each with the number of its sentence."""
    found: dict[int, int] = {}
    for at, (_, figure) in enumerate(figures):
        before = _alike(figures, at, range(at - 1, -1, -1))
        if before is not None and _tied(setting, figures[before][1], figure):
            found |= {at: before} if before in found else {at: before, before: at}
        elif figure.role == "former" and at not in found:
            after = _alike(figures, at, range(at + 1, len(figures)))
            if after is not None:
                found |= {at: after, after: at}
    return found


def _alike(figures: Sequence[tuple[int, Figure]], at: int, others: range) -> int | None:
    """The nearest of some figures of the same sentence that measures the same."""
    number, figure = figures[at]
    for other in others:
        if figures[other][0] != number:
            return None
        if figures[other][1].role not in ("change", "denied") and _one_kind(figures[other][1], figure):
            return other
    return None


def _one_kind(one: Figure, other: Figure) -> bool:
    return dimension(one.quantity.unit) == dimension(other.quantity.unit)


def _tied(setting: Setting, one: Figure, other: Figure) -> bool:
    between = setting.around.article.text[one.outer_end : other.outer_start]
    if "(" in between and len(between) <= BRACKET and dimension(one.quantity.unit) != "count":
        return one.quantity.unit != other.quantity.unit
    return len(between) <= BESIDE and _counts_no_other(setting, one, other) and _against(setting, one, other)


def _counts_no_other(setting: Setting, one: Figure, other: Figure) -> bool:
    around = setting.around
    if one.noun is None or other.noun is None:
        return other.noun is None
    return bool(around.keys(one.noun) & around.keys(other.noun))


def _against(setting: Setting, one: Figure, other: Figure) -> bool:
    """Whether the words right before a figure hold it against one before it."""
    if other.role == "former":
        return True
    text, code = setting.around.words, setting.language(other.start).code
    phrases, articles = _turns(code)
    here = bisect_left(text.starts, other.outer_start)
    gap = text.folded[bisect_left(text.starts, one.outer_end) : here]
    while gap and gap[-1] in articles:
        gap.pop()
    return any(end == len(gap) for at in range(len(gap)) for _, end in phrases.at(gap, at))


@cache
def _turns(code: str) -> tuple[Phrases, frozenset[str]]:
    lexicon = load(code)
    told = (*lexicon.words("figures.changes.before"), *lexicon.words("figures.changes.against"))
    return Phrases({"against": told}), frozenset(map(fold, lexicon.words("attribution.definite")))
