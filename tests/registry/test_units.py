"""Units as a registry writes them: rates, units of its own, nouns, slips."""

from __future__ import annotations

import pytest

from factcheck.model import Claim, Quantity, Value
from factcheck.registry.units import mistake, own_units, read_unit
from factcheck.registry.values import readings


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("kg/ha", "kg/ha"),
        ("kilos per hectare", "kg/ha"),
        ("kilos à l'hectare", "kg/ha"),
        ("kilos por hectárea", "kg/ha"),
        ("t/year", "t/year"),
        ("$/barrel", "USD/bbl"),
        ("per 100,000", "per 100000"),
        ("pour 100 000 habitants", "per 100000"),
        ("por cada 100.000", "per 100000"),
        ("hab./km²", "people/km2"),
        ("people per square mile", "people/mi2"),
        ("deaths per million", "per 1000000"),
        ("l/100 km", "l/100 km"),
        ("euros per person per day", "EUR/people/day"),
        ("Go", "GB"),
        ("TEU", "TEU"),  # units of its own
        ("bpm", "bpm"),
        ("kg/hive", "kg/hive"),
        ("goals per match", "per match"),
        ("containers", None),  # nouns
        ("seats at the opera", None),
        ("lits à la montagne", None),
    ],
)
def test_a_unit_is_read(written: str, symbol: str | None) -> None:
    assert read_unit(written) == symbol
    assert mistake(written) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("tonness", "tonnes"), ("tonness/ha", "tonnes"), ("mms", "mm"), ("km4", "km2"), ("%%", ""), ("x/", "")],
)
def test_a_slip_is_an_error(written: str, meant: str) -> None:
    assert mistake(written) == meant


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("38 kg/ha", Quantity(38, unit="kg/ha")),
        ("40M t/year", Quantity(40e6, unit="t/year")),
        ("5.2 per 100,000", Quantity(5.2, unit="per 100000")),
        ("5,2 pour 100 000 habitants", Quantity(5.2, unit="per 100000")),
        ("5.2 births per 1,000", Quantity(5.2, unit="per 1000")),
        ("9/1000", Quantity(9, unit="per 1000")),
        ("$70 a barrel", Quantity(70, unit="USD/bbl")),
        ("70 dollars le baril", Quantity(70, unit="USD/bbl")),
        ("300 hab/km²", Quantity(300, unit="people/km2")),
        (">5 kg/ha", Quantity(5, unit="kg/ha", qualifier="at_least")),
        ("5-7 kg/ha", Quantity(5, 7, "kg/ha", "range")),
        ("3M TEU", Quantity(3e6, unit="TEU")),
        ("38 kg/hive", Quantity(38, unit="kg/hive")),
        ("12 umbrellas", Quantity(12)),
    ],
)
def test_a_value_has_it(written: str, expected: Quantity) -> None:
    assert readings(written) == (expected,)


@pytest.mark.parametrize(
    "written",
    ["38 tonness", "11 milion", "5 dozen", "3 hundred", "19 mai", "12kk", "1/3", "24/7", "12 km per"],
)
def test_what_may_be_a_slip_is_left_unread(written: str) -> None:
    assert not readings(written)


def test_the_unit_of_the_claim_is_what_a_bare_value_is_in() -> None:
    assert readings("38", "kg/ha") == (Quantity(38, unit="kg/ha"),)
    assert readings("38 per year", "t") == (Quantity(38, unit="t/year"),)
    assert not readings("12 umbrellas", "km"), "umbrellas are no kilometres"


def test_the_units_that_only_the_registry_knows() -> None:
    values = (Value("3", Quantity(3, unit="kg/hive")), Value("4", Quantity(4, unit="t/ha")))
    assert own_units([Claim("a", "A", values=values), Claim("b", "B", unit="TEU")]) == {"kg/hive", "TEU"}
