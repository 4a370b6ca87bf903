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
    -3.54,
    {
        "clause": -0.60,
        "sentence": 1.14,
        "context": 2.14,
        "mass": 2.22,
        "counts another thing": -2.07,
        "agrees": 1.59,
        "agrees with an earlier value": 1.50,
        "agrees with a later value": 1.2,
        "told by its source": 1.94,
        "agrees to the digit": 0.87,
        "a magnitude off": 0.19,
        "far": -1.06,
        "a rival has its countries": -3.01,
        "other country": -2.04,
        "other country, theirs near": 0.42,
        "more countries": -2.67,
        "fewer countries": -0.39,
        "other countries around": -1.14,
        "no country": -1.52,
        "set apart": -2.52,
        "set apart in part": -0.57,
        "other year": -2.90,
        "before its time": -1.45,
        "an addition": -1.20,
        "a unit": 0.85,
        "unit left out": 0.47,
        "headline": 1.72,
        "small": -1.19,
    },
)
DATES: Model = (
    -6.51,
    {
        "clause": 2.43,
        "sentence": 1.41,
        "context": 1.25,
        "mass": -0.36,
        "agrees": 5.64,
        "one part differs": 3.70,
        "year alone": -4.32,
        "other country": -2.20,
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
