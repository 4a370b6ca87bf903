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
    -3.30,
    {
        "clause": -1.20,
        "plainly told": 0.80,
        "sentence": 0.70,
        "context": 2.47,
        "mass": 1.60,
        "counts another thing": -1.38,
        "agrees": 1.60,
        "agrees with an earlier value": 1.19,
        "agrees with a later value": 2.02,
        "told by its source": 1.99,
        "agrees to the digit": 1.32,
        "a magnitude off": 0.83,
        "far": -1.23,
        "a rival has its countries": -3.07,
        "other country": -2.24,
        "other country, theirs near": -0.50,
        "more countries": -4.51,
        "fewer countries": -0.61,
        "other countries around": -0.68,
        "no country": -2.02,
        "set apart": -3.37,
        "other year": -3.41,
        "before its time": -1.89,
        "an addition": -0.96,
        "a unit": 0.79,
        "unit left out": -0.23,
        "headline": 1.55,
        "small": -1.22,
    },
)
DATES: Model = (
    -3.44,
    {
        "clause": 3.74,
        "sentence": -1.30,
        "context": 0.49,
        "mass": -0.26,
        "agrees": 5.37,
        "one part differs": 3.25,
        "year alone": -5.15,
        "other country": -3.35,
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
