"""Claims compete: the best pair first, by a margin, and a claim's second figure only where it is due."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.assign import Contest, award, too_close
from factcheck.match.explain import Weighed
from factcheck.match.score import Bars
from factcheck.model import Figure, Quantity

BARS = Bars(agreeing=0.3, sure=0.4, possible=0.1)
LOW, FAIR, HIGH = 0.25, 0.45, 0.95
AGREES = 1000.0
"""Figures from here on agree with whatever claim competes for them."""


def contest(value: float, led: str = "", **scores: float) -> Contest:
    parts = ((led, 1.0),) if led else ()
    rows = sorted(
        (Weighed(claim, score, parts, agrees=value >= AGREES) for claim, score in scores.items()),
        key=lambda row: -row.score,
    )
    return Contest(Figure(0, 1, Quantity(value), 0, 1), (0, 1), tuple(rows))


@pytest.mark.parametrize(
    ("contests", "expected"),
    [
        ([contest(5, owls=HIGH)], ["owls"]),
        ([contest(5, owls=LOW)], ["owls?"]),
        ([contest(5, owls=0.05)], [None]),
        ([contest(AGREES, owls=0.35)], ["owls"]),
        ([contest(AGREES, owls=LOW)], [None]),  # what agrees and is not sure is given to none
        ([contest(5)], [None]),
        ([contest(5, owls=HIGH, foxes=0.1)], ["owls"]),
        ([contest(5, owls=HIGH, foxes=HIGH)], [None]),  # nobody wins by a margin
        ([contest(5, owls=0.55, foxes=0.50)], [None]),
        ([contest(5, owls=0.55, foxes=0.46)], ["owls"]),
        ([contest(5, owls=HIGH, foxes=HIGH), contest(7, foxes=0.99)], ["owls", "foxes"]),  # foxes are given
        ([contest(5, owls=HIGH), contest(7, foxes=HIGH)], ["owls", "foxes"]),
        ([contest(5, owls=HIGH), contest(7, owls=FAIR)], ["owls", "owls?"]),  # another figure of one claim
        ([contest(5, owls=HIGH), contest(7, "paired", owls=FAIR)], ["owls", "owls"]),  # the first leads to it
        ([contest(5, owls=HIGH), contest(7, "far", owls=FAIR)], ["owls", "owls?"]),
        ([contest(5, owls=FAIR), contest(7, owls=HIGH)], ["owls?", "owls"]),  # the best pair first
        ([contest(5, owls=HIGH), contest(5, owls=FAIR)], ["owls", "owls"]),  # the same one again
        ([contest(5, owls=HIGH), contest(7, owls=HIGH)], ["owls", "owls"]),  # a sure second one
    ],
)
def test_who_gets_the_figures_of_a_sentence(contests: list[Contest], expected: list[str | None]) -> None:
    won = award(contests, BARS)
    told = {at: f"{prize.won.claim}{'?' * (prize.certainty == 'possible')}" for at, prize in won.items()}
    assert [told.get(at) for at in range(len(contests))] == expected


SCORES = st.floats(0, 1, allow_subnormal=False)


@given(st.lists(st.dictionaries(st.sampled_from(["owls", "foxes", "moles"]), SCORES), max_size=5))
def test_a_figure_goes_to_one_claim_that_competed_for_it_and_scored_enough(
    rows: list[dict[str, float]],
) -> None:
    contests = [contest(number, "", **scores) for number, scores in enumerate(rows)]
    for number, prize in award(contests, BARS).items():
        assert prize.won in contests[number].weighed
        assert prize.won.score >= (BARS.sure if prize.certainty == "sure" else BARS.possible)


@given(SCORES, SCORES)
def test_the_margin_is_between_odds(best: float, other: float) -> None:
    assert too_close(best, best) or best in (0, 1)
    assert not too_close(best, 0)
    assert not (too_close(best, other) and best == 1 and other < 1)
