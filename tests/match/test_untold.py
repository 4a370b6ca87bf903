"""What an article tells of a claim but for one figure, and what that makes of the figure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.match.series import Evidence
from factcheck.match.untold import Told, untold
from factcheck.model import Claim, Quantity, Value

SAYS = {"agrees": 1.0, "sentence": 0.6}
HARDLY = {"agrees": 1.0, "sentence": 0.1}
DIFFERS = {"far": 1.0, "sentence": 0.6}
ONE, BOTH = ("41",), ("41", "47")


def claim(values: Sequence[str]) -> Claim:
    found = tuple(Value(text, quantity=Quantity(float(text))) for text in values)
    return Claim("age", "Age of the bells", values=found)


@pytest.mark.parametrize(
    ("values", "others", "left"),
    [
        (ONE, [], 1.0),
        (ONE, [(41, SAYS)], 0.0),
        (ONE, [(41, HARDLY)], 1.0),  # it may be another thing's
        (ONE, [(52, DIFFERS)], 1.0),
        (ONE, [(41, "another unit")], 1.0),
        (BOTH, [(41, SAYS)], 1.0),  # the other source's is not told
        (BOTH, [(41, SAYS), (47, SAYS)], 0.0),
        (BOTH, [(41, SAYS), (41, SAYS)], 1.0),
    ],
)
def test_what_a_figure_is_left_to_tell(
    values: Sequence[str], others: Sequence[tuple[float, Evidence | str]], left: float
) -> None:
    figures = [Told({"age": clues}, {"age": Quantity(value)}) for value, clues in ((74, DIFFERS), *others)]
    found = untold(figures, {"age": claim(values)}, "2025-06-01")[0]["age"]
    assert not isinstance(found, str)
    assert found["a value untold"] == left


def test_a_figure_that_agrees_is_no_value_gone_wrong() -> None:
    found = untold([Told({"age": SAYS}, {"age": Quantity(41.0)})], {"age": claim(BOTH)}, "2025-06-01")[0][
        "age"
    ]
    assert not isinstance(found, str)
    assert found["a value untold"] == 0.0


def test_a_claim_that_is_ruled_out_stays_so() -> None:
    figures = [Told({"age": "another unit"}, {"age": None})]
    assert untold(figures, {"age": claim(ONE)}, "2025-06-01") == [{"age": "another unit"}]


def test_a_value_that_is_over_is_not_to_be_told() -> None:
    begun = (("41", "2024-01-01"), ("47", "2025-01-01"))
    values = tuple(Value(text, quantity=Quantity(float(text)), as_of=day) for text, day in begun)
    over = Claim("age", "Age of the bells", values=values)
    figures = [Told({"age": row}, {"age": Quantity(v)}) for v, row in ((74.0, DIFFERS), (47.0, SAYS))]
    found = untold(figures, {"age": over}, "2025-06-01")[0]["age"]
    assert not isinstance(found, str)
    assert found["a value untold"] == 0.0
