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
    -3.67,
    {
        "clause": -0.37,
        "sentence": 1.57,
        "context": 2.37,
        "mass": 0.99,
        "counts another thing": -1.31,
        "agrees": 1.74,
        "agrees with an earlier value": 1.89,
        "agrees with a later value": 1.76,
        "told by its source": 1.57,
        "agrees to the digit": 0.81,
        "a magnitude off": 0.03,
        "far": -1.11,
        "other country": -2.08,
        "other country, theirs near": -1.23,
        "more countries": -2.80,
        "its countries": -0.02,
        "other countries around": -0.07,
        "no country": -0.75,
        "set apart": -1.48,
        "set apart nearby": 0.16,
        "other year": -2.34,
        "an addition": -1.51,
        "a unit": 0.79,
        "unit left out": 0.13,
        "headline": 0.95,
        "small": -1.32,
    },
)
DATES: Model = (
    -5.92,
    {
        "clause": 2.47,
        "sentence": 1.75,
        "context": 0.88,
        "mass": -0.08,
        "agrees": 4.44,
        "one part differs": 3.04,
        "year alone": -4.05,
        "other country": -1.63,
        "set apart": -1.78,
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
