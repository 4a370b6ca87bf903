"""A figure of an article as a registry writes it is read as that figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.units import SHARE
from factcheck.model import Quantity
from factcheck.registry.values import readings
from factcheck.suggest.amounts import known_unit, plain, written


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (Quantity(11000), None, "11 000"),
        (Quantity(4120), None, "4120"),
        (Quantity(38e6, unit="EUR"), "EUR", "38M"),
        (Quantity(38e6, unit="EUR"), "USD", "38M EUR"),
        (Quantity(5.5e9, unit="USD"), "USD", "5.5 billion"),
        (Quantity(1375000), None, "1 375 000"),
        (Quantity(8, unit="%"), "%", "8%"),
        (Quantity(64, unit="%", decimals=1), "%", "64.0%"),
        (Quantity(20, unit="km"), "mi", "20 km"),
        (Quantity(6000, qualifier="at_least"), None, ">6000"),
        (Quantity(6000, qualifier="at_most"), None, "<6000"),
        (Quantity(6000, qualifier="about"), None, "~6000"),
        (Quantity(6000, qualifier="nearly"), None, "nearly 6000"),
        (Quantity(3, 4, "day", "range"), "day", "3-4"),
        (Quantity(0.5, unit=SHARE, coarse=True), "%", "~50%"),
        (Quantity(4, unit="times"), "times", "4"),
        (Quantity(float("inf")), None, None),
    ],
)
def test_a_figure_as_a_registry_writes_it(quantity: Quantity, unit: str | None, expected: str | None) -> None:
    assert written(quantity, unit) == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [(SHARE, "%"), ("EUR", "EUR"), (None, None), ("people", "people")]
)
def test_a_unit_as_a_claim_names_it(unit: str | None, expected: str | None) -> None:
    assert known_unit(unit) == expected


@given(
    st.floats(1e-6, 1e13) | st.integers(0, 10**9).map(float),
    st.sampled_from([None, "EUR", "%", "km", "t", "people", "year", "kg/ha"]),
    st.sampled_from(["exact", "about", "nearly", "at_least", "at_most"]),
)
def test_what_is_written_is_read_as_it_was(value: float, unit: str | None, qualifier: str) -> None:
    quantity = Quantity(float(f"{value:.6g}"), None, unit, qualifier)  # type: ignore[arg-type]
    text = written(quantity, known_unit(unit))
    [found] = readings(text, known_unit(unit)) if text else [plain(quantity)]
    assert found.value == pytest.approx(quantity.value, rel=1e-8)
    assert found.qualifier == qualifier
