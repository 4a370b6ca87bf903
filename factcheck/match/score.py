"""How much each clue weighs: a logistic model of "this reading is a mention of this claim".

The weights were fitted (logistic regression) on labelled articles and on mistakes put into them, see
benchmarks/fit.py; a score is a probability, so that one bar means the same for every registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import exp, log
from typing import NamedTuple

from factcheck.match.explain import Weighed
from factcheck.model import Confidence

Model = tuple[float, Mapping[str, float]]
"""A bias and the weight of each clue, in logits."""

FIGURES: Model = (
    -3.49,
    {
        "plainly told": 0.62,
        "sentence": 0.46,
        "context": 2.17,
        "mass": 0.61,
        "counts another thing": -1.05,
        "agrees": 2.54,
        "agrees with an earlier value": 1.77,
        "agrees to the digit": 1.14,
        "a magnitude off": 1.46,
        "a slip away": 1.80,
        "far": -0.81,
        "a rival has its countries": -1.96,
        "other country": -1.99,
        "more countries": -2.00,
        "no country": -0.75,
        "set apart": -2.02,
        "another's name": -1.26,
        "elsewhere": -2.00,
        "other year": -2.27,
        "alone": -3.23,
        "counts its thing": 0.22,
        "a rival is nearer": -1.68,
        "follows one": 1.00,
        "paired": 0.84,
        "said by its source": 0.98,
        "dated as it is": 0.97,
        "a country it lacks": -0.51,
        "a time to come": -1.00,
        "before its time": -1.17,
        "long before": -3.00,
        "an addition": -1.48,
        "a part": -0.80,
        "a unit": 0.62,
        "headline": 0.50,
        "small": -0.45,
        "told better elsewhere": -1.89,
        "another suits better": -0.95,
        "another is nearer": -1.07,
        "a value untold": 0.40,
    },
)
DATES: Model = (
    -3.44,
    {
        "clause": 3.74,
        "sentence": -1.30,
        "context": 0.49,
        "mass": -0.26,
        "agrees": 5.37,
        "one part differs": 3.25,
        "a slip of the day": 0.20,
        "another day plainly told": 0.80,
        "alone": -3.00,
        "year alone": -5.15,
        "year plainly told": 5.00,
        "other country": -3.35,
        "set apart": -1.83,
    },
)


class Bars(NamedTuple):
    """The scores that a claim needs: to get a reading that agrees with a current value of its, to get any
    other one, surely, and to be told that a differing one may be about it."""

    agreeing: float
    sure: float
    possible: float

    def enough(self, row: Weighed) -> float:
        """The score that a claim needs to get a reading surely: more where the reading would be flagged."""
        return self.agreeing if row.agrees and not row.outdated else self.sure


BARS: Mapping[Confidence, Bars] = {
    "bold": Bars(0.22, 0.28, 0.07),
    "even": Bars(0.30, 0.34, 0.09),
    "shy": Bars(0.40, 0.60, 0.30),
}
"""How far to trust a score, by the curve that `python -m benchmarks.fit … --leave-out` prints."""


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def chance(logits: float) -> float:
    """The probability, 0 to 1, that logits stand for."""
    return 1 / (1 + exp(-logits))


def ranked(rows: Iterable[Weighed]) -> tuple[Weighed, ...]:
    """Claims that compete for one reading, best first."""
    return tuple(sorted(rows, key=lambda row: (-row.score, row.claim)))


def raised(row: Weighed, clue: str, gain: float) -> Weighed:
    """A claim that competes, after one more clue that adds `gain` logits to its score."""
    odds = log(row.score / (1 - row.score)) if 0 < row.score < 1 else 0.0
    return replace(row, score=chance(odds + gain), parts=(*row.parts, (clue, gain)))
