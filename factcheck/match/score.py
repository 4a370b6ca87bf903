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
    -3.41,
    {
        "clause": -1.15,
        "plainly told": 1.67,
        "sentence": -0.89,
        "context": 4.45,
        "mass": 1.24,
        "counts another thing": -1.26,
        "counts its thing": -0.16,
        "agrees": 1.90,
        "agrees with an earlier value": 2.48,
        "told by its source": 1.84,
        "agrees to the digit": 0.23,
        "a magnitude off": 1.46,
        "a slip away": 2.59,
        "far": -0.50,
        "a rival has its countries": -1.60,
        "other country": -0.53,
        "other country, theirs near": 0.46,
        "more countries": -1.47,
        "fewer countries": -1.85,
        "other countries around": 0.44,
        "no country": 0.05,
        "set apart": -3.07,
        "other year": -3.29,
        "before its time": -1.24,
        "an addition": -1.02,
        "a unit": 0.68,
        "unit left out": -0.33,
        "headline": 1.03,
        "small": -0.52,
        "its sentence has it": 0.77,
        "the article has it": -2.53,
        "another suits better": -0.50,
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
    "bold": Bars(0.25, 0.25, 0.08),
    "even": Bars(0.32, 0.40, 0.15),
    "shy": Bars(0.40, 0.60, 0.30),
}
"""How far to trust a score; calibrated by `python -m benchmarks.accuracy --bars`, see docs/accuracy.md."""


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def chance(logits: float) -> float:
    """The probability, 0 to 1, that logits stand for."""
    return 1 / (1 + exp(-logits))
