"""When two figures, dates or names agree: the contract's own examples, each with its twin."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.agree import agree, dates_agree, digits, interval, names_agree, rounds_to, same
from factcheck.language.units import convert
from factcheck.model import Qualifier, Quantity

LEVELS: list[Qualifier] = ["exact", "about", "nearly", "at_least", "at_most"]
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


TO_THE_DIGIT = [
    (Quantity(64, unit="%"), Quantity(64.3, unit="%"), True),
    (Quantity(64, unit="%"), Quantity(60, unit="%"), False),
    (Quantity(32, unit="%"), Quantity(31.6, unit="%"), True),
    (Quantity(31, unit="%"), Quantity(31.6, unit="%"), False),  # cut, not rounded
    (Quantity(64, unit="%", decimals=1), Quantity(64.3, unit="%"), False),  # 64.0
    (Quantity(64, unit="%", decimals=1), Quantity(64.04, unit="%"), True),
    (Quantity(150, unit="%"), Quantity(147, unit="%"), False),
    (Quantity(4.5, unit="%"), Quantity(4.45, unit="%"), True),
    (Quantity(-2.1, unit="%"), Quantity(-2, unit="%"), True),
    (Quantity(-2.1, unit="%"), Quantity(2, unit="%"), False),
    (Quantity(0.25, unit="points"), Quantity(25, unit="bp"), True),
    (Quantity(0.25, unit="points"), Quantity(0.5, unit="points"), False),
    (Quantity(0.8, unit="%"), Quantity(1, unit="%"), False),  # no rounding explains so much
    (Quantity(2, unit="%"), Quantity(1.9, unit="%"), True),
    (Quantity(9e99, unit="%", decimals=1), Quantity(9.4e99, unit="%"), False),
    (Quantity(9), Quantity(10), False),
    (Quantity(19), Quantity(20), False),
    (Quantity(96, unit="people"), Quantity(100), False),
    (Quantity(99.6), Quantity(100), True),
    (Quantity(19, unit="km"), Quantity(20, unit="km"), True),  # of all others, trailing zeros say nothing
    (Quantity(104), Quantity(100), True),
    (Quantity(39, unit="year"), Quantity(40, unit="year"), False),
    (Quantity(82.7, unit="year"), Quantity(83, unit="year"), True),
    (Quantity(23, unit="month"), Quantity(2, unit="year"), True),
]


@pytest.mark.parametrize(("one", "other", "expected"), TO_THE_DIGIT)
def test_every_digit_counts_in_percentages_points_ages_and_small_numbers(
    one: Quantity, other: Quantity, expected: bool
) -> None:
    assert agree(one, other) is agree(other, one) is expected


DIGITS_AND_QUALIFIERS: list[tuple[float, Qualifier, float, bool]] = [
    (64, "about", 60, True),
    (64, "about", 57, False),
    (60, "at_least", 59.7, True),  # rounds to its end
    (60, "at_least", 59.4, False),
    (0.8, "at_least", 1.4, False),  # 1.0, reckoned, has its digit too
    (50, "nearly", 48, True),
    (50, "nearly", 50.6, False),
    (70, "at_most", 56, True),
]


@pytest.mark.parametrize(("value", "qualifier", "plain", "expected"), DIGITS_AND_QUALIFIERS)
def test_a_qualifier_widens_what_counts_to_the_digit(
    value: float, qualifier: Qualifier, plain: float, expected: bool
) -> None:
    said, registered = Quantity(value, unit="%", qualifier=qualifier), Quantity(plain, unit="%")
    assert agree(said, registered) is agree(registered, said) is expected


COARSE = [
    (Quantity(70, unit="%", decimals=-1), 68, True),  # seven in ten
    (Quantity(70, unit="%", decimals=-1), 65, True),
    (Quantity(70, unit="%", decimals=-1), 64.9, False),
    (Quantity(10, unit="%", decimals=-1), 14, True),  # one in ten: as coarse as it is, whatever it is
    (Quantity(10, unit="%", decimals=-1), 15, False),
    (Quantity(50, unit="%", coarse=True), 46, True),  # half
    (Quantity(50, unit="%", coarse=True), 44, False),
    (Quantity(50, unit="%", coarse=True, qualifier="at_least"), 46, False),  # more than half
    (Quantity(200 / 3, unit="%", coarse=True), 61, True),
    (Quantity(200 / 3, unit="%", coarse=True), 59, False),
]


@pytest.mark.parametrize(("share", "percent", "expected"), COARSE)
def test_a_share_in_words_is_coarse(share: Quantity, percent: float, expected: bool) -> None:
    exact = Quantity(percent, unit="%")
    assert agree(share, exact) is agree(exact, share) is expected


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
        ("Ana Ruiz", "Ana María Ruiz", True),
        ("Ana Ruiz", "Ana Ruiz Soler", True),
        ("A. Ruiz", "Ana María Ruiz", True),
        ("A. M. Ruiz", "Ana María Ruiz", True),
        ("J.-P. Aubry", "Jean-Pierre Aubry", True),
        ("B. Ruiz", "Ana María Ruiz", False),
        ("Ana R.", "Ana María Ruiz", False),
        ("María Ana Ruiz", "Ana María Ruiz", False),
        ("Anna Ruiz", "Ana María Ruiz", False),
        ("Lars Saether", "Lars Sæther", True),
        ("Lars Sather", "Lars Sæther", False),
        ("Ana María Ruis", "Ana María Ruiz", False),
        ("", "Ruiz", False),
    ],
)
def test_names(one: str, other: str, expected: bool) -> None:
    assert names_agree(one, other) is names_agree(other, one) is expected


positive = st.integers(min_value=1, max_value=10**9).map(float)


@given(positive)
def test_a_figure_agrees_with_itself_however_it_is_qualified(value: float) -> None:
    for qualifier in ("exact", "about", "nearly", "at_least", "at_most"):
        assert agree(Quantity(value), Quantity(value, qualifier=qualifier))


UNIT_NAMES = st.sampled_from([None, "people", "%", "points", "bp", "year", "month", "km", "mi", "EUR", "°C"])
NUMBERS = st.integers(-200, 10**7).map(float) | st.decimals(-200, 10**6, places=2).map(float)
DECIMALS = st.sampled_from([None, None, 1, 2])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any figure: plain, qualified, a range or a share in words."""
    value, unit, decimals = draw(NUMBERS), draw(UNIT_NAMES), draw(DECIMALS)
    if draw(st.integers(0, 5)) == 0:
        return Quantity(value, value + abs(draw(NUMBERS)), unit, "range")
    qualifier = draw(st.sampled_from(LEVELS))
    return Quantity(value, None, unit, qualifier, decimals, draw(st.booleans()))


@given(quantities())
def test_every_figure_agrees_with_itself(quantity: Quantity) -> None:
    assert agree(quantity, quantity)


@given(quantities(), quantities(), st.floats(0.9, 1.1))
def test_agreement_is_symmetric(one: Quantity, other: Quantity, near: float) -> None:
    close = replace(other, value=one.value * near, high=None, unit=one.unit)
    for companion in (other, close):
        assert agree(one, companion) is agree(companion, one)


@given(quantities(), st.sampled_from(["bp", "month", "mi", "points", "year", "km"]))
def test_a_figure_agrees_with_itself_in_every_unit(quantity: Quantity, unit: str) -> None:
    value = convert(quantity.value, quantity.unit, unit)
    high = None if quantity.high is None else convert(quantity.high, quantity.unit, unit)
    if value is not None:
        assert agree(quantity, replace(quantity, value=value, high=high, unit=unit, decimals=None))


@given(st.decimals(0, 100, places=3), st.integers(0, 2))
def test_a_percentage_agrees_with_its_rounding_and_no_neighbour(number: Decimal, kept: int) -> None:
    step = Decimal(1).scaleb(-kept)
    rounded = number.quantize(step, ROUND_HALF_UP)
    exact = Quantity(float(number), unit="%", decimals=3)
    near = abs(rounded - number) * 10 <= max(rounded, number)
    for shift in (-1, 0, 1):
        said = Quantity(float(rounded + shift * step), unit="%", decimals=kept)
        assert agree(said, exact) is (near and shift == 0)


@given(positive, positive)
def test_agreement_is_symmetric_and_never_bridges_more_than_a_tenth(one: float, other: float) -> None:
    assert same(one, other) is same(other, one)
    if same(one, other):
        assert abs(one - other) <= 0.1 * max(one, other) + 1e-6


@given(positive, st.integers(min_value=1, max_value=9))
def test_a_figure_agrees_with_its_own_rounding_where_that_is_near(value: float, kept: int) -> None:
    number = Decimal(int(value))
    place = Decimal(1).scaleb(number.adjusted() - kept + 1)
    rounded = float(number.quantize(place, ROUND_HALF_UP))
    if digits(rounded) == kept and abs(rounded - value) <= 0.1 * max(rounded, value):
        assert rounds_to(value, rounded)
