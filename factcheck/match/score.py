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
    -3.71,
    {
        "clause": 0.01,
        "sentence": 1.10,
        "context": 2.23,
        "mass": 1.88,
        "counts another thing": -1.85,
        "agrees": 1.69,
        "agrees with an earlier value": 1.47,
        "agrees with a later value": 2.05,
        "told by its source": 1.59,
        "agrees to the digit": 0.84,
        "a magnitude off": 0.21,
        "far": -1.13,
        "a rival has its countries": -2.26,
        "other country": -2.02,
        "other country, theirs near": -0.45,
        "more countries": -2.10,
        "fewer countries": -0.37,
        "other countries around": -0.80,
        "no country": -1.22,
        "set apart": -2.05,
        "set apart in part": -0.70,
        "other year": -2.07,
        "before its time": -1.54,
        "an addition": -1.42,
        "a unit": 0.89,
        "unit left out": 0.03,
        "headline": 0.85,
        "small": -1.25,
    },
)
DATES: Model = (
    -6.62,
    {
        "clause": 2.61,
        "sentence": 1.73,
        "context": 1.19,
        "mass": -0.35,
        "agrees": 5.02,
        "one part differs": 3.55,
        "year alone": -4.23,
        "other country": -2.03,
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
