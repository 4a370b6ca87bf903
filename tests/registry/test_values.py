"""One value of the registry: what it is read as, and what is left unread."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.language.units import units
from factcheck.model import Qualifier, Quantity
from factcheck.registry.values import parse_date, readings

SPACES = "\u00a0\u202f\u2009 "


def parse_value(text: str, unit: str | None = None, language: str | None = None) -> Quantity | None:
    """The only reading of a text."""
    found = readings(text, unit, language)
    return found[0] if len(found) == 1 else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("600", 600),
        ("0", 0),
        ("11k", 11_000),
        ("11K", 11_000),
        ("4.7k", 4_700),
        ("11 000", 11_000),
        ("11\u00a0000", 11_000),
        ("11\u202f000", 11_000),
        ("11\u2009000", 11_000),
        ("1 234 567", 1_234_567),
        ("1 234,5", 1_234.5),
        ("11'119", 11_119),
        ("11’119", 11_119),
        ("10_000", 10_000),
        ("11,000", 11_000),
        ("1,234.5", 1_234.5),
        ("12,34,567", 1_234_567),
        ("1.250.000", 1_250_000),
        ("1.234,5", 1_234.5),
        ("11.000", 11_000),
        ("11,000 million", 11e9),
        ("1,250,000 k", 1.25e9),
        ("1.375 million", 1.375e6),  # a point is decimal …
        ("1.375bn", 1.375e9),
        ("1.6251", 1.6251),
        ("7.8", 7.8),
        ("1,2", 1.2),
        ("0,125", 0.125),  # … and so is a comma that cannot group
        ("1234,567", 1_234.567),
        ("9 million", 9e6),
        ("9 Million", 9e6),
        ("9m", 9e6),
        ("9M", 9e6),
        ("9 M", 9e6),
        ("1,2 Md", 1.2e9),
        ("3 mds", 3e9),
        ("3bn", 3e9),
        ("1.6 trillion", 1.6e12),
        ("1.15bn", 1.15e9),
        ("12 thousand", 12_000),
        ("-2", -2),
        ("−2,5", -2.5),
        ("  42 ", 42),
    ],
)
def test_a_plain_figure_is_read(text: str, value: float) -> None:
    assert parse_value(text) == Quantity(value)


DOUBTFUL = [
    ("1,375 million", 1.375e6, 1.375e9),
    ("1,375 Md€", 1.375e9, 1.375e12),
    ("12,500k", 12_500, 12.5e6),
    ("1,375 %", 1.375, 1_375),
    ("1.375 millones", 1.375e6, 1.375e9),
    ("€1.375 milliards", 1.375e9, 1.375e12),
    ("12.500", 12.5, 12_500),
    ("1.625", 1.625, 1_625),
    ("-1.625", -1.625, -1_625),
    (">1.625 km", 1.625, 1_625),
]


@pytest.mark.parametrize(("text", "decimal", "grouped"), DOUBTFUL)
def test_a_separator_that_may_be_decimal_or_group_has_two_readings(
    text: str, decimal: float, grouped: float
) -> None:
    assert [reading.value for reading in readings(text)] == pytest.approx([decimal, grouped])


@pytest.mark.parametrize(("text", "decimal", "grouped"), DOUBTFUL)
def test_the_language_of_the_registry_decides(text: str, decimal: float, grouped: float) -> None:
    by_comma, by_point = (parse_value(text, language=code) for code in ("en", "es"))
    assert by_comma is not None
    assert by_point is not None
    by_sign = {",": by_comma.value, ".": by_point.value}
    assert by_sign.pop("," if "," in text else ".") == pytest.approx(grouped)
    assert list(by_sign.values()) == pytest.approx([decimal])


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("11,000", None, 11_000),
        ("12,500", None, 12_500),
        ("11.000", None, 11_000),
        ("11.000 millones", None, 11e9),
        ("$12,500", None, 12_500),
        ("3.125 %", None, 3.125),
        ("3.125", "%", 3.125),
        ("1.375 Mt", None, 1.375e6),
        ("0,375 million", None, 375_000),
        ("1234,567 million", None, 1_234_567_000),
        ("1,375,200 million", None, 1.3752e12),
        ("1,37 million", None, 1.37e6),
        ("1 375 million", None, 1.375e9),
    ],
)
def test_what_can_be_read_in_one_way_only_is(text: str, unit: str | None, value: float) -> None:
    (found,) = readings(text, unit)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "decimals"),
    [("64%", None), ("64.0%", 1), ("64,50 %", 2), ("64.3%", None), ("1.50 million", None), ("11.000", None)],
)
def test_a_zero_behind_the_point_is_a_digit(text: str, decimals: int | None) -> None:
    found = parse_value(text)
    assert found is not None
    assert found.decimals == decimals


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        (">10k", 10_000, "at_least"),
        ("> 10k", 10_000, "at_least"),
        (">=10k", 10_000, "at_least"),
        ("≥ 10k", 10_000, "at_least"),
        ("10k+", 10_000, "at_least"),
        ("10,000 +", 10_000, "at_least"),
        ("<15k", 15_000, "at_most"),
        ("<= 15k", 15_000, "at_most"),
        ("≤15k", 15_000, "at_most"),
        ("~4k", 4_000, "about"),
        ("≈ 4k", 4_000, "about"),
        ("+8", 8, "exact"),
        ("about 4k", 4_000, "about"),
        ("près de 4 000", 4_000, "nearly"),
        ("more than 10 million", 10e6, "at_least"),
        ("Plus de 10k", 10_000, "at_least"),
        ("jusqu’à 15 000", 15_000, "at_most"),
    ],
)
def test_a_sign_says_how_exactly_it_is_meant(text: str, value: float, qualifier: Qualifier) -> None:
    assert parse_value(text) == Quantity(value, qualifier=qualifier)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10k-12k", 10_000, 12_000, None),
        ("10k–12k", 10_000, 12_000, None),
        ("10k - 12k", 10_000, 12_000, None),
        ("10k to 12k", 10_000, 12_000, None),
        ("10 000 à 12 000", 10_000, 12_000, None),
        ("10-12k", 10_000, 12_000, None),
        ("3-4 million", 3e6, 4e6, None),
        ("900-1.2m", 900, 1.2e6, None),
        ("$10bn-$15bn", 10e9, 15e9, "USD"),
        ("$10-15bn", 10e9, 15e9, "USD"),
        ("20-30 %", 20, 30, "%"),
        ("20 %-30 %", 20, 30, "%"),
        ("5 to 7 km", 5, 7, "km"),
        ("-5 to -2", -5, -2, None),
        ("-5 to 2 °C", -5, 2, "°C"),
        ("~10k-12k", 10_000, 12_000, None),
    ],
)
def test_a_range_shares_magnitude_and_unit(text: str, low: float, high: float, unit: str | None) -> None:
    assert parse_value(text) == Quantity(low, high, unit, "range")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("8%", 8, "%"),
        ("8 %", 8, "%"),
        ("+8 %", 8, "%"),
        ("20 km", 20, "km"),
        ("170mm", 170, "mm"),
        ("3 km²", 3, "km2"),
        ("3 km2", 3, "km2"),
        ("90 km/h", 90, "km/h"),
        ("2750 tonnes", 2_750, "t"),
        ("2750 t", 2_750, "t"),
        ("5 Mt", 5e6, "t"),
        ("1.2 million tonnes", 1.2e6, "t"),
        ("€846M", 846e6, "EUR"),
        ("846 M€", 846e6, "EUR"),
        ("1,2 Md€", 1.2e9, "EUR"),
        ("CHF 3 billion", 3e9, "CHF"),
        ("3 billion CHF", 3e9, "CHF"),
        ("3 milliards de dollars", 3e9, "USD"),
        ("1,2 million d'euros", 1.2e6, "EUR"),
        ("35 billion Swiss francs", 35e9, "CHF"),
        ("2 points", 2, "points"),
        ("12 pour cent", 12, "%"),
        ("5 years", 5, "year"),
        ("CHF 3bn", 3e9, "CHF"),
        ("$84.1 billion", 84.1e9, "USD"),
        ("US$17.3bn", 17.3e9, "USD"),
        ("$1.6t", 1.6e12, "USD"),
        ("-$5bn", -5e9, "USD"),
        ("$-5bn", -5e9, "USD"),
        ("£9 m", 9e6, "GBP"),
        ("x4", 4, "times"),
        ("×4", 4, "times"),
        ("4x", 4, "times"),
        ("9 m", 9, "m"),
    ],
)
def test_a_unit_is_read(text: str, value: float, unit: str) -> None:
    assert parse_value(text) == Quantity(value, unit=unit)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("11k", "people", Quantity(11_000, unit="people")),
        ("8", "%", Quantity(8, unit="%")),
        ("3-4", "times", Quantity(3, 4, "times", "range")),
        ("9m", "m", Quantity(9, unit="m")),
        ("9 m", "people", Quantity(9e6, unit="people")),
        ("1.6t", "USD", Quantity(1.6e12, unit="USD")),
        ("20 km", "mi", Quantity(20, unit="km")),  # what the value says goes
        ("20 km", "people", Quantity(20, unit="km")),
    ],
)
def test_the_unit_of_the_claim_fills_in(text: str, unit: str, expected: Quantity) -> None:
    assert parse_value(text, unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "lots", "k", "%", "$", "12kk", "foo 12", "11 00", "1,000,00", "1.2.3", "1,2,3", "5-5",
        "12k-10k", "2024-06-19", "19 juin 2024", ">5-6", ">10k+", "~>4", "$5 EUR", "5 km-6 kg", "km 5",
        "KN-23", "16:45", "1/3", "--5", "5 +6", "9" * 200, "inf", "nan", "1e5", "1e3", "2e2", "0x1F", "1_0",
    ],
)  # fmt: skip
def test_what_is_no_value_is_left_unread(text: str) -> None:
    assert parse_value(text) is None


@pytest.mark.parametrize("text", ["2024-06-19", "2024-06", "2024", "2024-02-29", " 2024-06 "])
def test_a_date_is_as_precise_as_written(text: str) -> None:
    assert parse_date(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2023-02-29",
        "2024-13",
        "2024-6",
        "24-06-19",
        "19/06/2024",
        "2024-06-19T10:00",
        "0000",
        "",
    ],
)
def test_what_is_no_date_is_left_unread(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=150), st.sampled_from([None, *sorted(units())]))
@example(">", None)
@example("+", None)
@example("٣", None)
def test_no_text_breaks_it(text: str, unit: str | None) -> None:
    quantity = parse_value(text, unit)
    assert quantity is None or quantity.high is None or quantity.value < quantity.high
    assert parse_date(text) is None or len(text.strip()) in (4, 7, 10)


FIGURELIKE = st.text(st.sampled_from("0123456789.,' -+~<>kmM%$€tox\u202f"), max_size=24)


@given(FIGURELIKE)
def test_no_figure_like_text_breaks_it(text: str) -> None:
    parse_value(text)


@given(st.integers(0, 10**15), st.sampled_from([*SPACES, "'", ",", "_", ""]))
def test_a_number_is_the_same_in_every_grouping(number: int, separator: str) -> None:
    assert parse_value(f"{number:,}".replace(",", separator)) == Quantity(float(number))


@given(st.integers(10**6, 10**15))
def test_points_group_where_there_are_several(number: int) -> None:
    assert parse_value(f"{number:,}".replace(",", ".")) == Quantity(float(number))


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from([*SPACES, "'"]), st.sampled_from(",."))
def test_decimals_survive_every_grouping(whole: int, cents: int, group: str, point: str) -> None:
    written = f"{whole:,}".replace(",", group) + f"{point}{cents:02}"
    decimals = 2 if cents % 10 == 0 else None
    assert parse_value(written) == Quantity(float(f"{whole}.{cents:02}"), decimals=decimals)
