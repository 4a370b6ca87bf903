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
    -3.77,
    {
        "clause": -0.03,
        "sentence": 0.97,
        "context": 2.12,
        "mass": 1.38,
        "counts another thing": -1.35,
        "agrees": 1.66,
        "agrees with an earlier value": 2.02,
        "agrees with a later value": 1.76,
        "told by its source": 1.66,
        "agrees to the digit": 0.85,
        "a magnitude off": 0.19,
        "far": -1.10,
        "other country": -2.10,
        "other country, theirs near": -1.12,
        "more countries": -2.59,
        "its countries": 0.10,
        "other countries around": -0.29,
        "no country": -0.87,
        "set apart": -1.88,
        "set apart nearby": 0.09,
        "other year": -2.36,
        "an addition": -1.22,
        "a unit": 0.77,
        "unit left out": 0.11,
        "headline": 1.00,
        "small": -1.27,
    },
)
DATES: Model = (
    -6.02,
    {
        "clause": 2.51,
        "sentence": 1.78,
        "context": 0.92,
        "mass": -0.16,
        "agrees": 4.50,
        "one part differs": 3.13,
        "year alone": -4.08,
        "other country": -1.69,
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
