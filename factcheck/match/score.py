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
    -3.94,
    {
        "clause": -0.17,
        "sentence": 1.57,
        "context": 2.98,
        "mass": 0.64,
        "counts another thing": -1.12,
        "agrees": 2.76,
        "agrees to the digit": 0.18,
        "far": -0.54,
        "other country": -1.66,
        "other country, theirs near": -1.43,
        "more countries": -3.01,
        "other countries around": -0.46,
        "no country": -1.12,
        "set apart": -1.63,
        "set apart nearby": -0.11,
        "other year": -2.89,
        "an addition": -1.35,
        "a unit": 0.49,
        "unit left out": -0.46,
        "headline": 1.58,
        "small": -0.98,
    },
)
DATES: Model = (
    -5.51,
    {
        "clause": 2.48,
        "sentence": 1.83,
        "context": 0.77,
        "mass": 0.09,
        "agrees": 3.77,
        "one part differs": 2.26,
        "year alone": -3.29,
        "other country": -1.22,
        "set apart": -1.52,
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
