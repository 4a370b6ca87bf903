"""The arithmetic of units: rates convert part by part."""

from __future__ import annotations

import pytest

from factcheck.language.units import convert, dimension, is_currency, is_known, rate


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (2500, "kg/ha", "t/ha", 2.5),
        (36, "km/h", "m/s", 10),
        (300, "people/mi2", "per km2", 115.831),
        (5.2, "per 100000", "per 1000000", 52),
        (5.2, "per 100000", "per people", 0.000052),
        (42, "l/m2", "mm", 42),
        (1, "ppm", "ppb", 1000),
        (6, "l/100 km", "l/km", 0.06),
        (365.2425, "t/day", "t/year", 133398.08),
        (10, "EUR/people/day", "EUR/day/people", 10),
        (5, "t/ha", "t", None),
        (5, "USD/bbl", "EUR/bbl", None),
        (5, "TEU", "TEU", 5),
        (5, "TEU", "FEU", None),
        (5, "kg/hive", "t/hive", 0.005),
        (5, "GWh/year", "MW", None),  # a plant's yield is no capacity
        (5, "°F", "°C", None),
    ],
)
def test_rates_convert_part_by_part(value: float, source: str, target: str, expected: float | None) -> None:
    assert convert(value, source, target) == (None if expected is None else pytest.approx(expected, rel=1e-4))


@pytest.mark.parametrize(
    "symbol", ["kg/ha", "per 100000", "l/100 km", "EUR/people/day", "per day", "TEU", "km/h"]
)
def test_a_unit_is_written_as_it_is_read(symbol: str) -> None:
    assert rate(symbol).symbol == symbol


@pytest.mark.parametrize(
    ("symbol", "known", "money"),
    [
        (None, True, False),
        ("kg/ha", True, False),
        ("per 100000", True, False),
        ("NZD", True, True),
        ("USD/bbl", True, False),
        ("TEU", False, False),
        ("kg/hive", False, False),
    ],
)
def test_what_is_known_and_what_is_money(symbol: str | None, known: bool, money: bool) -> None:
    assert (is_known(symbol), is_currency(symbol)) == (known, money)


def test_people_are_a_count() -> None:
    assert dimension("people") == dimension(None) == "count"
