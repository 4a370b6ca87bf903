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
    -3.35,
    {
        "clause": -0.46,
        "sentence": 0.63,
        "context": 2.46,
        "mass": 1.58,
        "counts another thing": -1.35,
        "agrees": 1.57,
        "agrees with an earlier value": 1.19,
        "agrees with a later value": 2.01,
        "told by its source": 2.02,
        "agrees to the digit": 1.29,
        "a magnitude off": 0.90,
        "far": -1.23,
        "a rival has its countries": -2.75,
        "other country": -2.27,
        "other country, theirs near": -0.59,
        "more countries": -4.39,
        "fewer countries": -0.29,
        "other countries around": -0.67,
        "no country": -2.04,
        "set apart": -3.36,
        "other year": -2.99,
        "before its time": -1.90,
        "an addition": -0.97,
        "a unit": 0.80,
        "unit left out": -0.30,
        "headline": 1.57,
        "small": -1.12,
    },
)
DATES: Model = (
    -4.06,
    {
        "clause": 3.20,
        "sentence": -0.61,
        "context": 0.77,
        "mass": -0.22,
        "agrees": 5.64,
        "one part differs": 3.47,
        "year alone": -5.17,
        "other country": -2.95,
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
