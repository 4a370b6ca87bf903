"""When two figures, dates or names agree: the contract's own examples, each with its twin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.agree import agree, dates_agree, digits, interval, names_agree, rounds_to, same
from factcheck.model import Qualifier, Quantity

PLAIN = [
    (10_900, 11_000, True),
    (10_400, 11_000, False),
    (2_100, 2_000, True),
    (2_600, 2_000, False),
    (9_556_792, 9.5e6, True),  # cut, and near enough
    (9_956_792, 9.5e6, False),
    (11_000, 15_000, False),
    (135, 100, False),  # rounds to 100, but lies too far
    (7.8, 7.7, False),
    (8.2, 8, True),
    (8.6, 8, False),
    (2_754, 2_750, True),
    (2_700, 2_750, False),  # the coarser one is no rounding of the finer one
    (996, 1_000, True),
    (0, 0, True),
    (-2.1, 2.1, False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PLAIN)
def test_plain_figures(one: float, other: float, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


QUALIFIED: list[tuple[float, Qualifier, float, bool]] = [
    (4_000, "about", 4_300, True),
    (4_000, "about", 4_500, False),
    (4_000, "nearly", 3_700, True),
    (4_000, "nearly", 4_200, True),  # rounds to one end
    (4_000, "nearly", 4_600, False),
    (200, "at_least", 220, True),
    (200, "at_least", 260, False),
    (200, "at_least", 170, False),
    (15_000, "at_most", 13_000, True),
    (15_000, "at_most", 11_000, False),
]


@pytest.mark.parametrize(("value", "qualifier", "plain", "expected"), QUALIFIED)
def test_qualified_figures(value: float, qualifier: Qualifier, plain: float, expected: bool) -> None:
    assert agree(Quantity(value, qualifier=qualifier), Quantity(plain)) is expected
    assert agree(Quantity(plain), Quantity(value, qualifier=qualifier)) is expected


RANGES = [
    ((25e3, 36e3), (25e3, 36e3), True),
    ((10e9, 15e9), (3.8e9, 4.6e9), False),
    ((3, 4), (4, 5), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), RANGES)
def test_ranges_agree_when_they_meet(
    one: tuple[float, float], other: tuple[float, float], expected: bool
) -> None:
    assert agree(Quantity(*one, qualifier="range"), Quantity(*other, qualifier="range")) is expected


UNITS = [
    (20, "km", 12.4, "mi", True),
    (20, "km", 14.9, "mi", False),
    (11, "mi", 17.9, "km", True),
    (18, "mi", 17.9, "km", False),
    (3e9, "EUR", 3e9, "USD", False),
    (8, "%", 8, None, False),
    (1_000, "people", 1_000, None, True),
    (552, "t", 552_000, "kg", True),
]


@pytest.mark.parametrize(("one", "unit", "other", "other_unit", "expected"), UNITS)
def test_units_are_converted(
    one: float, unit: str, other: float, other_unit: str | None, expected: bool
) -> None:
    assert agree(Quantity(one, unit=unit), Quantity(other, unit=other_unit)) is expected


def test_tolerance_widens_the_registry_by_its_share() -> None:
    assert agree(Quantity(230), Quantity(240), 0.05)
    assert not agree(Quantity(225), Quantity(240), 0.05)
    assert interval(Quantity(240), 0.05) == (228, 252)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2024-06", "2024-06-19", True), ("2024", "2024-06", True), ("2024-07", "2024-06-19", False)],
)
def test_dates_agree_at_the_coarser_precision(one: str, other: str, expected: bool) -> None:
    assert dates_agree(one, other) is dates_agree(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana María Ruiz", "ana maria ruiz", True),
        ("Ruiz", "Ana María Ruiz", True),
        ("Ana", "Ana María Ruiz", False),
        ("Ana María Ruis", "Ana María Ruiz", False),
        ("", "Ruiz", False),
    ],
)
def test_names(one: str, other: str, expected: bool) -> None:
    assert names_agree(one, other) is expected


positive = st.integers(min_value=1, max_value=10**9).map(float)


@given(positive)
def test_a_figure_agrees_with_itself_however_it_is_qualified(value: float) -> None:
    for qualifier in ("exact", "about", "nearly", "at_least", "at_most"):
        assert agree(Quantity(value), Quantity(value, qualifier=qualifier))


@given(positive, positive)
def test_agreement_is_symmetric_and_never_bridges_more_than_a_tenth(one: float, other: float) -> None:
    assert same(one, other) is same(other, one)
    if same(one, other):
        assert abs(one - other) <= 0.1 * max(one, other) + 1e-6


@given(positive, st.integers(min_value=1, max_value=9))
def test_a_figure_agrees_with_its_own_rounding_where_that_is_near(value: float, kept: int) -> None:
    from decimal import ROUND_HALF_UP, Decimal

    number = Decimal(int(value))
    place = Decimal(1).scaleb(number.adjusted() - kept + 1)
    rounded = float(number.quantize(place, ROUND_HALF_UP))
    if digits(rounded) == kept and abs(rounded - value) <= 0.1 * max(rounded, value):
        assert rounds_to(value, rounded)
