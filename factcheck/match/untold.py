"""Which values an article leaves untold but for one figure: one that differs may be such a value gone wrong.

A part of the second pass over an article (company.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.compare.agree import agree
from factcheck.compare.series import current
from factcheck.match.assign import Clues, agreeing
from factcheck.match.series import Evidence
from factcheck.model import Claim, Quantity, Value

SAID = 0.2
"""How much of a claim the sentence of a figure must say, 0 to 1, for the figure to tell the claim's value."""
Held = Mapping[str, Sequence[Value]]
"""By claim, its current values."""


class Told(NamedTuple):
    """A figure's clues, and, by claim, the figure as the claim would have it."""

    clues: Clues
    quantities: Mapping[str, Quantity | None]


def untold(figures: Sequence[Told], claims: Mapping[str, Claim], day: str) -> list[Clues]:
    """The clues of an article's figures, and for each claim from which one differs whether no other figure of
    the article tells one of its current values (`a value untold`): of "41 years, says the owner; 74, says the
    union", the one that the union has. `day` is the article's, in ISO."""
    held = {claim: current(claims[claim], day) for figure in figures for claim in figure.clues}
    met = [_met(figure, claims, held) for figure in figures]
    values = Counter((claim, at) for found in met for claim, places in found.items() for at in places)

    def of(claim: str, row: Evidence) -> Evidence:
        left = not agreeing(row) and any(not values[claim, at] for at in range(len(held[claim])))
        return {**row, "a value untold": float(left)}

    return [
        {claim: row if isinstance(row, str) else of(claim, row) for claim, row in figure.clues.items()}
        for figure in figures
    ]


def _met(figure: Told, claims: Mapping[str, Claim], held: Held) -> dict[str, frozenset[int]]:
    """By claim that a figure tells, the places of the current values with which it agrees."""
    return {
        claim: frozenset(_places(quantity, held[claim], claims[claim].tolerance))
        for claim, quantity in figure.quantities.items()
        if quantity and _tells(figure.clues.get(claim, ""))
    }


def _tells(row: Evidence | str) -> bool:
    return not isinstance(row, str) and agreeing(row) and row.get("sentence", 0.0) >= SAID


def _places(quantity: Quantity, values: Sequence[Value], tolerance: float) -> list[int]:
    return [at for at, v in enumerate(values) if v.quantity and agree(quantity, v.quantity, tolerance)]
