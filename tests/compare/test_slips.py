"""A slip of the pen leaves a trace: one edit parts the wrong figure from the right one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.slips import one_slip, patterns


@pytest.mark.parametrize(
    ("wrong", "right", "expected"),
    [
        (1580, 1850, True),  # two neighbouring digits changed places
        (85, 58, True),
        (4.31, 4.13, True),
        (14_213, 14_273, True),  # one digit is another
        (3119, 8119, True),
        (1580, 1580, False),
        (1580, 5180, True),
        (1580, 8150, False),  # they are no neighbours
        (52, 59, False),  # one digit of two: any other figure
        (31_000, 11_000, False),  # zeros at the end are no digits
        (9, 3, False),
        (1580, 158, False),  # another magnitude is another slip
        (1580, 1972, False),
        (0.5, 5, False),
    ],
)
def test_one_slip(wrong: float, right: float, expected: bool) -> None:
    assert one_slip(wrong, right) is expected


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_slip_can_be_made_both_ways(one: int, other: int) -> None:
    assert one_slip(one, other) == one_slip(other, one)
    assert not one_slip(one, one)


@given(st.floats(0.01, 10**9), st.floats(0.01, 10**9), st.integers(-3, 6))
def test_what_is_a_slip_away_shares_a_pattern(one: float, other: float, power: int) -> None:
    if one_slip(one, other):
        assert {*patterns(one)} & {*patterns(other)}
    whole = round(one) or 11
    if len(str(whole).rstrip("0")) > 1:
        assert {*patterns(whole)} & {*patterns(whole * 10.0**power)}


@pytest.mark.parametrize(
    ("wrong", "right", "shared"),
    [
        (472, 742, True),
        (4.31, 4.13, True),
        (14_213, 14_273, True),
        (150, 1500, True),
        (4120, 412, True),
        (52, 59, False),
        (472, 743, False),
        (9, 3, False),
    ],
)
def test_patterns(wrong: float, right: float, shared: bool) -> None:
    assert bool({*patterns(wrong)} & {*patterns(right)}) is shared
