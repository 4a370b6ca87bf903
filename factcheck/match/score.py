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
    -3.72,
    {
        "clause": -0.08,
        "sentence": 0.98,
        "context": 2.12,
        "mass": 1.96,
        "counts another thing": -1.84,
        "agrees": 1.67,
        "agrees with an earlier value": 1.34,
        "agrees with a later value": 1.95,
        "told by its source": 1.59,
        "agrees to the digit": 0.79,
        "a magnitude off": 0.14,
        "far": -1.11,
        "other country": -2.12,
        "other country, theirs near": -1.10,
        "more countries": -2.69,
        "fewer countries": -0.97,
        "other countries around": -0.68,
        "no country": -1.12,
        "set apart": -1.98,
        "set apart in part": -0.63,
        "other year": -2.06,
        "an addition": -1.38,
        "a unit": 0.99,
        "unit left out": 0.05,
        "headline": 0.78,
        "small": -1.08,
    },
)
DATES: Model = (
    -6.33,
    {
        "clause": 2.53,
        "sentence": 1.75,
        "context": 1.05,
        "mass": -0.29,
        "agrees": 4.80,
        "one part differs": 3.34,
        "year alone": -4.16,
        "other country": -1.87,
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
