"""How much each clue weighs: a logistic model of "this reading is a mention of this claim".

The weights were fitted (logistic regression) on labelled articles, see benchmarks/; a score is a
probability, so that one threshold means the same for every registry.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

Model = tuple[float, Mapping[str, float]]
"""A bias and the weight of each clue, in logits."""

FIGURES: Model = (
    -3.60,
    {
        "clause": 0.02,
        "sentence": 0.93,
        "context": 2.11,
        "mass": 1.66,
        "counts another thing": -1.60,
        "agrees": 1.65,
        "agrees with an earlier value": 1.48,
        "agrees with a later value": 1.86,
        "told by its source": 1.78,
        "agrees to the digit": 0.82,
        "a magnitude off": 0.16,
        "far": -0.96,
        "a rival has its countries": -2.01,
        "other country": -2.09,
        "other country, theirs near": -0.83,
        "more countries": -2.61,
        "fewer countries": -0.69,
        "other countries around": -0.78,
        "no country": -1.03,
        "set apart": -2.04,
        "set apart in part": -0.63,
        "other year": -2.06,
        "before its time": -1.50,
        "an addition": -1.31,
        "a unit": 0.74,
        "unit left out": 0.36,
        "headline": 0.92,
        "small": -1.21,
    },
)
DATES: Model = (
    -6.50,
    {
        "clause": 2.43,
        "sentence": 1.35,
        "context": 1.27,
        "mass": -0.33,
        "agrees": 5.72,
        "one part differs": 3.75,
        "year alone": -4.33,
        "other country": -2.23,
        "set apart": -1.83,
    },
)


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def chance(logits: float) -> float:
    """The probability, 0 to 1, that logits stand for."""
    return 1 / (1 + exp(-logits))
