"""Whether a figure's unit is, or may stand for, a claim's; each beside the twin that is not."""

from __future__ import annotations

import pytest

from factcheck.match.comparable import comparable
from factcheck.model import Claim, Figure, Quantity, Value


def unit(
    mine: str | None, theirs: str | None, title: str = "T", shared: bool = False, noun: bool = False
) -> object:
    figure = Figure(0, 1, Quantity(5, unit=mine), 0, 1, (2, 3) if noun else None, shared)
    found = comparable(figure, Claim("x", title, values=(Value("3", Quantity(3, unit=theirs)),)))
    return found.unit if found else "other"


def of(*values: Quantity, unit: str | None = None) -> Claim:
    return Claim("x", "X", unit=unit, values=tuple(Value("", one) for one in values))


@pytest.mark.parametrize(
    ("said", "noun", "claim", "expected"),
    [
        (Quantity(12, unit="mi"), None, of(Quantity(20, unit="km")), Quantity(12, unit="mi")),
        (Quantity(12, unit="kg"), None, of(Quantity(20, unit="km")), None),
        (Quantity(12, unit="USD"), None, of(Quantity(20, unit="EUR")), None),
        (Quantity(12, unit="%"), None, of(Quantity(20)), None),
        (Quantity(12), None, of(Quantity(20, unit="km")), Quantity(12, unit="km")),
        (Quantity(12), (2, 5), of(Quantity(20, unit="km")), None),  # 12 cows are no kilometres
        (Quantity(12), None, of(Quantity(20, unit="km"), Quantity(3, unit="kg")), None),
        (Quantity(12), (2, 5), of(Quantity(20), unit="people"), Quantity(12)),
        (Quantity(12), None, of(unit="km"), Quantity(12, unit="km")),
        (
            Quantity(25, unit="cent"),
            None,
            of(Quantity(0.52, unit="USD")),
            Quantity(0.25, unit="USD", decimals=2),
        ),
        (Quantity(3, 4, "cent"), None, of(unit="EUR"), Quantity(0.03, 0.04, "EUR", decimals=2)),
        (
            Quantity(0.5, unit="EUR"),
            None,
            of(Quantity(45, unit="cent")),
            Quantity(50, unit="cent", decimals=0),
        ),
        (Quantity(25, unit="penny"), None, of(Quantity(0.3, unit="GBP")), Quantity(25, unit="penny")),
        (Quantity(25, unit="penny"), None, of(Quantity(0.3, unit="USD")), None),
        (Quantity(25, unit="cent"), None, of(Quantity(30, unit="km")), None),
    ],
)
def test_a_figure_is_compared_in_units_that_convert(
    said: Quantity, noun: tuple[int, int] | None, claim: Claim, expected: Quantity | None
) -> None:
    assert comparable(Figure(0, 1, said, 0, 1, noun), claim) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("kg/ha", "t/ha", "kg/ha"),
        ("kg", "kg/ha", "other"),
        ("kg/ha", "kg", "other"),
        (None, "kg/ha", "kg/ha"),
        ("per year", "t/year", "t/year"),
        ("per year", "t", "other"),
        ("per 1000000", "per 100000", "per 1000000"),
        ("per 100000", None, "other"),
        ("people/mi2", "per km2", "people/mi2"),
        ("l/m2", "mm", "l/m2"),
        ("EUR/people/day", "EUR/day", "other"),
        ("EUR/people/day", "EUR/day/people", "EUR/people/day"),
        ("EUR", "EUR/month", "other"),
        ("EUR", "USD/ticket", "other"),
        ("cent/l", "EUR/l", "EUR/l"),
        ("cent", "EUR/l", "other"),
        ("kg", "kg/crate", "other"),
        ("EUR/month", "EUR/ticket", "other"),
        ("TEU", "TEU", "TEU"),
        ("TEU", "t", "other"),
    ],
)
def test_a_rate_is_compared_with_a_rate(mine: str | None, theirs: str | None, expected: str) -> None:
    assert unit(mine, theirs) == expected


@pytest.mark.parametrize(
    ("mine", "title", "expected"),
    [
        ("EUR/month", "Monthly rent in Castrel", "EUR"),
        ("EUR/month", "Loyer à Castrel, par mois", "EUR"),
        ("EUR/month", "Precio del alquiler", "EUR"),
        ("EUR/month", "Price of the flat", "EUR"),
        ("EUR/month", "Annual subsidy", "other"),
        ("EUR/month", "Cost of the bridge", "other"),
        ("EUR/year", "Cost of an aircraft", "other"),  # `an` is a year in French only
        ("EUR/ticket", "Cost of a ticket", "EUR"),
        ("EUR/ticket", "Cost of the show", "other"),
        ("EUR/people/day", "Daily allowance per person", "EUR"),
        ("EUR/people/day", "Daily takings", "other"),
    ],
)
def test_the_claims_own_words_may_tell_what_it_is_per(mine: str, title: str, expected: str) -> None:
    assert unit(mine, "EUR", title) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "title", "expected"),
    [
        ("EUR", "EUR/ticket", "Price of a ticket", "EUR/ticket"),
        ("EUR", "EUR/ticket", "Prix d'entrée", "EUR/ticket"),
        ("EUR", "EUR/ticket", "Takings of the museum", "other"),
        ("USD", "EUR/ticket", "Price of a ticket", "other"),
        ("EUR", "EUR/year", "Ahorro por año", "EUR/year"),
        ("EUR", "EUR/year", "Ahorro por mes", "other"),
        ("kg", "kg/ha", "Nitrogen spread per hectare", "kg/ha"),
        ("kg", "kg/ha", "Nitrogen spread on fields", "other"),
        ("l/people/day", "l/day", "Litres of water per person", "l/day"),
        ("l/people/day", "l/day", "Litres of water from the spring", "other"),
    ],
)
def test_a_plain_figure_may_leave_out_what_the_claim_says_it_is_per(
    mine: str, theirs: str, title: str, expected: str
) -> None:
    assert unit(mine, theirs, title) == expected


def test_a_count_with_its_noun_leaves_no_unit_out() -> None:
    assert unit("per year", "t/year", noun=True) == "other"
    assert unit("per 1000", None, "Births per 1,000 inhabitants", noun=True) is None
    assert unit("per 1000", None, "Births", noun=True) == "other"


@pytest.mark.parametrize(
    ("mine", "shared", "theirs", "expected"),
    [
        ("USD", True, "CAD", "CAD"),  # $
        ("USD", False, "CAD", "other"),  # US$
        ("AUD", False, "CAD", "other"),
        ("USD/bbl", True, "CAD/bbl", "CAD/bbl"),
        ("USD", True, "EUR", "other"),
        ("peso", True, "USD", "other"),
        ("peso", True, "MXN", "MXN"),
        ("MXN", False, "peso", "peso"),
        ("MXN", False, "ARS", "other"),
    ],
)
def test_a_shared_name_may_be_the_claims_currency(
    mine: str, shared: bool, theirs: str, expected: str
) -> None:
    assert unit(mine, theirs, shared=shared) == expected
