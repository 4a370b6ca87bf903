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
    -3.31,
    {
        "clause": -1.18,
        "plainly told": 0.79,
        "sentence": 0.71,
        "context": 2.47,
        "mass": 1.60,
        "counts another thing": -1.39,
        "agrees": 1.61,
        "agrees with an earlier value": 1.19,
        "agrees with a later value": 2.02,
        "told by its source": 1.99,
        "agrees to the digit": 1.32,
        "a magnitude off": 0.83,
        "far": -1.23,
        "a rival has its countries": -3.09,
        "other country": -2.24,
        "other country, theirs near": -0.50,
        "more countries": -4.46,
        "fewer countries": -0.62,
        "other countries around": -0.69,
        "no country": -2.01,
        "set apart": -3.38,
        "other year": -3.42,
        "before its time": -1.90,
        "an addition": -0.97,
        "a unit": 0.79,
        "unit left out": -0.23,
        "headline": 1.55,
        "small": -1.22,
    },
)
DATES: Model = (
    -3.71,
    {
        "clause": 3.49,
        "sentence": -1.00,
        "context": 0.62,
        "mass": -0.24,
        "agrees": 5.49,
        "one part differs": 3.34,
        "year alone": -5.17,
        "other country": -3.16,
        "set apart": -1.83,
    },
)


def parts(evidence: Mapping[str, float], model: Model) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    weights = model[1]
    return {name: weights[name] * value for name, value in evidence.items() if value and weights.get(name)}


def chance(logits: float) -> float:
    """The probability, 0 to 1, that logits stand for."""
    return 1 / (1 + exp(-logits))
