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
    -3.32,
    {
        "clause": 0.09,
        "sentence": 1.00,
        "context": 1.91,
        "mass": 1.85,
        "counts another thing": -1.81,
        "agrees": 1.59,
        "agrees with an earlier value": 1.35,
        "agrees with a later value": 1.90,
        "told by its source": 1.63,
        "agrees to the digit": 0.81,
        "a magnitude off": 0.09,
        "far": -1.05,
        "a rival has its countries": -2.19,
        "other country": -2.02,
        "other country, theirs near": -0.46,
        "more countries": -2.02,
        "fewer countries": -0.45,
        "other countries around": -0.82,
        "no country": -1.05,
        "set apart": -2.06,
        "set apart in part": -0.62,
        "other year": -2.06,
        "before its time": -1.49,
        "an addition": -1.40,
        "a unit": 0.74,
        "unit left out": 0.03,
        "headline": 1.14,
        "small": -1.27,
    },
)
DATES: Model = (
    -6.54,
    {
        "clause": 2.54,
        "sentence": 1.66,
        "context": 1.21,
        "mass": -0.37,
        "agrees": 5.26,
        "one part differs": 3.54,
        "year alone": -4.26,
        "other country": -2.07,
        "set apart": -1.83,
    },
)


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def score(evidence: Mapping[str, float], model: Model) -> float:
    """The probability, 0 to 1, that the reading is a mention of the claim."""
    bias, weights = model
    return 1 / (1 + exp(-(bias + sum(weights.get(name, 0.0) * value for name, value in evidence.items()))))
