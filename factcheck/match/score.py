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
        "clause": -0.09,
        "sentence": 0.79,
        "context": 2.22,
        "mass": 1.99,
        "counts another thing": -1.62,
        "agrees": 1.51,
        "agrees with an earlier value": 1.93,
        "agrees with a later value": 1.89,
        "told by its source": 1.67,
        "agrees to the digit": 0.98,
        "a magnitude off": 0.11,
        "far": -1.14,
        "other country": -2.12,
        "other country, theirs near": -1.12,
        "more countries": -2.74,
        "fewer countries": -1.02,
        "other countries around": -0.39,
        "no country": -1.15,
        "set apart": -1.87,
        "set apart nearby": 0.37,
        "other year": -2.08,
        "an addition": -1.44,
        "a unit": 1.00,
        "unit left out": 0.20,
        "headline": 0.77,
        "small": -1.10,
    },
)
DATES: Model = (
    -6.19,
    {
        "clause": 2.49,
        "sentence": 1.75,
        "context": 0.97,
        "mass": -0.19,
        "agrees": 4.67,
        "one part differs": 3.21,
        "year alone": -4.12,
        "other country": -1.79,
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
