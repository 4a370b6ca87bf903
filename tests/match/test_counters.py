"""Vertical counters against plain ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.counters import add, below, mask, members

numbers = st.lists(st.integers(0, 40), unique=True, max_size=20).map(sorted)


@given(numbers)
def test_a_mask_holds_what_was_put_in(chosen: list[int]) -> None:
    assert members(mask(chosen)) == chosen


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=41),
    st.lists(st.tuples(numbers, st.integers(1, 19)), max_size=12),
)
def test_who_reaches_a_floor(needs: list[int], rounds: list[tuple[list[int], int]]) -> None:
    digits = [*below(needs), 0]
    size = len(digits) - 1
    plain = [0] * len(needs)
    for chosen, points in rounds:
        inside = [number for number in chosen if number < len(needs)]
        add(digits, mask(inside), points)
        for number in inside:
            plain[number] += points
    reached = 0
    for digit in digits[size:]:
        reached |= digit
    expected = [n for n, (points, need) in enumerate(zip(plain, needs, strict=True)) if points >= need]
    assert members(reached) == expected


@pytest.mark.parametrize(("bits", "expected"), [(0, []), (1, [0]), (0b1010, [1, 3])])
def test_members(bits: int, expected: list[int]) -> None:
    assert members(bits) == expected
