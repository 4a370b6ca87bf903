"""How well an article's mentions suit its labels.

figures   labelled figures that are read with the right value (recall)
claims    F1 of (mention, claim): is each mention given to the right claim, and nothing else to any
verdicts  F1 of (mention, claim, verdict)
flags     F1 of the mentions to flag (a verdict other than supported)
sourcing  F1 of (mention, claim, attribution status)
contra    F1 of (article, claim) with a contradiction
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from math import isclose
from typing import NamedTuple

from benchmarks.accuracy.gold import Label, Labelled, meet, number
from factcheck.model import Mention, Span

MEASURES = ("figures", "claims", "verdicts", "flags", "sourcing", "contra")
Place = int | Span
"""Where a mention stands: on the label of that number, or on none."""


class Count(NamedTuple):
    """How many are found that should be, found that should not be, and not found."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what is found that should be; None of nothing."""
        return _share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float | None:
        """The share of what should be found that is; None of nothing."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing is found nor should be."""
        return _share(2 * self.hits, 2 * self.hits + self.false + self.missed)


Score = Mapping[str, Count]
"""The counts of each of MEASURES."""


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def total(scores: Collection[Score]) -> Score:
    """The counts of some scores together, by measure."""
    return {
        measure: Count(*map(sum, zip(*(score[measure] for score in scores), strict=True)))
        for measure in MEASURES
    }


def compare(wanted: Collection[Hashable], found: Collection[Hashable]) -> Count:
    """What two sets have in common, and what only one of them has."""
    want, have = set(wanted), set(found)
    return Count(len(want & have), len(have - want), len(want - have))


def score(article: Labelled, mentions: Sequence[Mention], contradicted: Collection[str]) -> Score:
    """How well an article's mentions, and the claims on which it is found to contradict itself, suit its
    labels. A mention is compared with the label on which it stands, else it is a false one."""
    body = [mention for mention in mentions if mention.start >= article.body]
    placed = [(_place(mention, article.labels), mention) for mention in body]
    wanted = {(at, label.claim): label for at, label in enumerate(article.labels) if label.claim}
    found = {(at, mention.claim): mention for at, mention in placed if mention.claim}
    return {
        "figures": _figures(article.labels, placed),
        "claims": compare(wanted, found),
        "verdicts": compare(
            [(key, label.verdict) for key, label in wanted.items()],
            [(key, mention.verdict) for key, mention in found.items()],
        ),
        "flags": compare(
            [key for key, label in wanted.items() if label.verdict != "supported"],
            [key for key, mention in found.items() if mention.verdict != "supported"],
        ),
        "sourcing": compare(
            [(key, label.attribution) for key, label in wanted.items()],
            [(key, status(mention)) for key, mention in found.items()],
        ),
        "contra": compare(article.contradictions, contradicted),
    }


def status(mention: Mention) -> str | None:
    """The status of a mention's attribution, None where it has no claim."""
    return mention.attribution.status if mention.attribution else None


def _place(mention: Mention, labels: Sequence[Label]) -> Place:
    """The number of the label on which a mention stands, of its own claim by preference, else its span."""
    span = (mention.start, mention.end)
    here = [at for at, label in enumerate(labels) if meet(span, (label.start, label.end))]
    own = [at for at in here if labels[at].claim == mention.claim]
    return next(iter(own or here), (mention.start, mention.end))


def _figures(labels: Sequence[Label], placed: Sequence[tuple[Place, Mention]]) -> Count:
    """The labelled figures that are read; figures without a label are not counted."""
    figures = [at for at, label in enumerate(labels) if label.is_figure]
    right = {at for at, mention in placed if isinstance(at, int) and reads(mention, labels[at].value)}
    return compare(figures, right.intersection(figures))


def reads(mention: Mention, value: object) -> bool:
    """Whether a mention has a label's value: a number, the ends of a range, or words."""
    if isinstance(value, list):
        ends = mention.value if isinstance(mention.value, tuple) else (mention.low, mention.high)
        return all(_equal(wanted, end) for wanted, end in zip(value, ends, strict=True))
    if number(value) is not None:
        return _equal(value, mention.value)
    return _words(value) == _words(mention.value)


def _equal(wanted: object, found: object) -> bool:
    one, other = number(wanted), number(found)
    return one is not None and other is not None and isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)


def _words(value: object) -> list[str]:
    return re.findall(r"\w+", str(value).casefold())
