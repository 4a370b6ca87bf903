"""How much each clue weighs: a logistic model of "this reading is a mention of this claim".

The weights were fitted (logistic regression) on labelled articles and on mistakes put into them, see
benchmarks/fit.py; a score is a probability, so that one bar means the same for every registry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from factcheck.model import Confidence

Model = tuple[float, Mapping[str, float]]
"""A bias and the weight of each clue, in logits."""

FIGURES: Model = (
    -2.88,
    {
        "plainly told": 0.60,
        "sentence": 0.53,
        "context": 2.38,
        "mass": 0.94,
        "counts another thing": -1.24,
        "agrees": 1.74,
        "agrees with an earlier value": 1.96,
        "told by its source": 1.39,
        "agrees to the digit": 0.56,
        "a magnitude off": 1.16,
        "a slip away": 1.89,
        "far": -0.63,
        "a rival has its countries": -2.05,
        "other country": -2.00,
        "more countries": -2.04,
        "no country": -0.68,
        "set apart": -2.23,
        "other year": -2.25,
        "an addition": -1.46,
        "a unit": 0.59,
        "unit left out": -0.32,
        "headline": 0.55,
        "small": -0.82,
        "the article has it": -2.01,
        "another suits better": -0.44,
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
        "year alone": -5.15,
        "other country": -3.35,
        "set apart": -1.83,
    },
)


@dataclass(frozen=True, slots=True)
class Bars:
    """The scores that a claim needs: to get a reading that agrees with a value of its, to get one that
    differs, surely, and to be told that a differing one may be about it."""

    agreeing: float
    sure: float
    possible: float


BARS: Mapping[Confidence, Bars] = {
    "bold": Bars(0.15, 0.25, 0.07),
    "even": Bars(0.20, 0.40, 0.12),
    "shy": Bars(0.30, 0.60, 0.30),
}
"""How far to trust a score; calibrated by `python -m benchmarks.accuracy --bars`, see docs/accuracy.md."""


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def chance(logits: float) -> float:
    """The probability, 0 to 1, that logits stand for."""
    return 1 / (1 + exp(-logits))
