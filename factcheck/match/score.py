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
        "clause": -0.06,
        "sentence": 0.95,
        "context": 2.14,
        "mass": 1.95,
        "counts another thing": -1.79,
        "agrees": 1.61,
        "agrees with an earlier value": 1.38,
        "agrees with a later value": 1.94,
        "told by its source": 1.59,
        "agrees to the digit": 0.84,
        "a magnitude off": 0.13,
        "far": -1.12,
        "other country": -2.12,
        "other country, theirs near": -1.10,
        "more countries": -2.69,
        "fewer countries": -0.98,
        "other countries around": -0.69,
        "no country": -1.13,
        "set apart": -2.01,
        "set apart in part": -0.64,
        "other year": -2.06,
        "before its time": -1.52,
        "an addition": -1.40,
        "a unit": 0.99,
        "unit left out": 0.13,
        "headline": 0.86,
        "small": -1.09,
    },
)
DATES: Model = (
    -6.55,
    {
        "clause": 2.59,
        "sentence": 1.74,
        "context": 1.16,
        "mass": -0.34,
        "agrees": 4.97,
        "one part differs": 3.50,
        "year alone": -4.22,
        "other country": -1.99,
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
