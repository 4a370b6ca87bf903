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
    -5.0,
    {
        "clause": 2.0,
        "sentence": 1.5,
        "context": 1.5,
        "mass": 1.0,
        "counts it": 1.0,
        "counts another thing": -1.0,
        "agrees": 2.5,
        "agrees to the digit": 0.7,
        "far": -0.5,
        "other country": -2.0,
        "more countries": -0.7,
        "country missing": -0.5,
        "set apart": -1.5,
        "set apart nearby": -0.5,
        "other year": -1.5,
        "an addition": -2.0,
        "same unit": 0.5,
        "headline": 0.0,
        "small": -1.5,
    },
)
DATES: Model = (
    -6.0,
    {
        "clause": 3.0,
        "sentence": 2.0,
        "context": 1.0,
        "mass": 1.0,
        "agrees": 3.0,
        "one part differs": 1.0,
        "year alone": -1.5,
        "other country": -1.0,
        "set apart": -1.5,
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
