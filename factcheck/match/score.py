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
    -4.38,
    {
        "clause": 0.67,
        "sentence": 1.23,
        "context": 1.91,
        "mass": 0.54,
        "counts another thing": -1.17,
        "agrees": 3.47,
        "agrees to the digit": 0.31,
        "far": -0.60,
        "other country": -1.73,
        "other country, theirs near": -1.06,
        "more countries": -2.48,
        "other countries around": -0.34,
        "no country": -0.92,
        "set apart": -1.27,
        "set apart nearby": -0.03,
        "other year": -2.17,
        "an addition": -1.54,
        "a unit": 0.62,
        "unit left out": -0.23,
        "headline": 0.77,
        "small": -1.18,
    },
)
DATES: Model = (
    -5.86,
    {
        "clause": 2.64,
        "sentence": 1.83,
        "context": 0.79,
        "mass": 0.19,
        "agrees": 3.61,
        "one part differs": 1.27,
        "year alone": -2.49,
        "other country": -1.07,
        "set apart": -1.43,
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
