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
    -3.87,
    {
        "clause": -0.37,
        "sentence": 1.71,
        "context": 2.27,
        "mass": 1.02,
        "counts another thing": -1.52,
        "agrees": 1.75,
        "told by its source": 1.80,
        "agrees to the digit": 0.54,
        "a magnitude off": 0.19,
        "far": -1.08,
        "other country": -2.08,
        "other country, theirs near": -1.38,
        "more countries": -2.66,
        "other countries around": -0.06,
        "no country": -0.86,
        "set apart": -1.46,
        "set apart nearby": -0.05,
        "other year": -2.33,
        "an addition": -1.40,
        "a unit": 0.92,
        "unit left out": 0.12,
        "headline": 1.01,
        "small": -1.20,
    },
)
DATES: Model = (
    -5.72,
    {
        "clause": 2.39,
        "sentence": 1.73,
        "context": 0.82,
        "mass": -0.02,
        "agrees": 4.24,
        "one part differs": 2.88,
        "year alone": -3.94,
        "other country": -1.51,
        "set apart": -1.68,
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
