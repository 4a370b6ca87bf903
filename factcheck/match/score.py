"""How much each clue weighs: a logistic model of "this figure is a mention of this claim".

The weights were fitted by `benchmarks/fit` (logistic regression) on labelled articles; a score is a
probability, so that a threshold means the same for every registry.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

BIAS = -5.0
WEIGHTS: Mapping[str, float] = {
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
}


def parts(evidence: Mapping[str, float]) -> dict[str, float]:
    """What each clue adds to the score, in logits, those that add nothing left out."""
    return {name: WEIGHTS[name] * value for name, value in evidence.items() if value and WEIGHTS[name]}


def score(evidence: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that the figure is a mention of the claim."""
    return 1 / (1 + exp(-(BIAS + sum(WEIGHTS[name] * value for name, value in evidence.items()))))
