"""A claim's figures over time, drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Claim, Quantity, Source, Value
from factcheck.report.chart import HEIGHT, chart
from factcheck.report.claims import show_page
from tests.report.samples import CROWD_CLAIM
from tests.report.test_screens import painted

UNION, PORT = Source("Dockers' union"), Source("Port Authority")


def value(number: float, day: str | None, source: Source | None = UNION, unit: str | None = None) -> Value:
    return Value(str(number), Quantity(number, unit=unit), as_of=day, source=source)


def drawn(*values: Value, width: int = 40) -> list[str]:
    return [line.plain.rstrip() for line in chart(Claim("c", "C", values=values), width)]


def test_each_source_has_its_own_mark() -> None:
    lines = drawn(value(410, "2024-06"), value(2000, "2024-07", PORT), value(455, "2024-08-01", None))
    assert lines[0].strip().startswith("2,000 ┤")
    assert lines[0].endswith("▲")
    assert lines[HEIGHT - 1].startswith("  410 ┤●")
    assert lines[HEIGHT - 1].endswith("■")
    assert lines[HEIGHT + 1].split() == ["2024-06-01", "2024-08-01"]
    assert lines[HEIGHT + 2 :] == ["● Dockers' union", "▲ Port Authority", "■ no source"]


def test_where_two_sources_meet_is_told() -> None:
    lines = drawn(value(1, "2024"), value(3, "2025"), value(3, "2025", PORT))
    assert lines[0].endswith("*")
    assert lines[-1] == "* more than one of them"


def test_a_range_stands_upright() -> None:
    span = replace(value(1, "2024"), quantity=Quantity(1, high=5))
    lines = drawn(span, value(3, "2025"))
    assert [line.partition("┤")[2][:1] or line.partition("│")[2][:1] for line in lines[:HEIGHT]] == [
        "●"
    ] * HEIGHT


def test_units_are_converted_and_others_left_out() -> None:
    lines = drawn(value(1, "2024", unit="km"), value(3000, "2025", unit="m"), value(9, "2026", unit="kg"))
    assert (lines[0][:3], lines[HEIGHT + 1].split()) == ("3 ┤", ["2024-01-01", "2025-01-01"])


@pytest.mark.parametrize(
    "values",
    [
        (),
        (value(3, "2024"),),
        (value(3, "2024"), value(4, "2024-01-01", PORT)),
        (value(3, "2024"), value(4, None)),
        (Value("Ann", name="Ann", as_of="2024"), Value("Bo", name="Bo", as_of="2025")),
    ],
)
def test_nothing_is_drawn_where_nothing_moves(values: tuple[Value, ...]) -> None:
    assert drawn(*values) == []


def test_a_narrow_screen_has_no_chart() -> None:
    values = (value(1, "2024"), value(2, "2025"))
    assert drawn(*values, width=18) == []
    assert drawn(*values, width=19)


DAYS = st.dates().map(str) | st.sampled_from(["1000", "2024-02", "9999-12-31"])
NUMBERS = st.floats(-1e30, 1e30) | st.integers(-9, 9).map(float)
VALUES = st.builds(
    value, NUMBERS, DAYS.filter(lambda day: day >= "1000"), st.sampled_from([UNION, PORT, None])
)


@given(st.lists(VALUES, max_size=9), st.integers(1, 200))
def test_a_chart_fits_and_has_every_source(values: list[Value], width: int) -> None:
    lines = drawn(*values, width=width)
    if lines:
        assert max(map(len, lines[: HEIGHT + 2])) <= width
        assert len(lines) - HEIGHT - 2 >= len({value.source for value in values})


def test_the_page_shows_it() -> None:
    page = painted(lambda out: show_page(CROWD_CLAIM, [], out), 80)
    assert "61,000 ┤" in page
    assert "▲ Stadium police" in page
