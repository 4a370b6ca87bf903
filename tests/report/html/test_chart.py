"""The chart of a claim: what is drawn of the registry's values, and of the articles' figures."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from factcheck.model import ArticleSummary, Claim, Mention, Quantity, Report, Source, Value
from factcheck.report.html.chart import chart
from factcheck.report.html.sheet import sheet_of
from tests.report.samples import mention

PORT, UNION = Source("Port Authority"), Source("Union")
JANUARY = Value("10", Quantity(10), as_of="2025-01", source=PORT)
MARCH = Value("20", Quantity(20), as_of="2025-03", source=PORT)


def drawn(*values: Value, says: tuple[Mention, ...] = (), **more: object) -> str:
    claim = replace(Claim("quay", "Cranes", values=values), **more)  # type: ignore[arg-type]
    articles = (ArticleSummary("a.md", "", "2025-02-01", "en", 1, "2025-02-01"),)
    return chart(claim, says, sheet_of(Report(articles, says)))


def said(number: float, unit: str | None = None) -> Mention:
    return replace(
        mention(path="a.md", text=f"{number:g}", value=number, claim="quay", verdict="discrepancy"),
        unit=unit,
        quantity=None,
        said="",
    )


def count(pattern: str, svg: str) -> int:
    return len(re.findall(pattern, svg))


@pytest.mark.parametrize(
    ("values", "pattern", "there"),
    [
        ((JANUARY, MARCH), 'class="line k0"', 3),  # the legend's among them
        ((JANUARY, MARCH), 'class="up"', 1),
        ((JANUARY, replace(MARCH, source=UNION)), 'class="line k1"', 2),
        ((replace(JANUARY, until="2025-01"), MARCH), 'class="up"', 0),
        ((JANUARY, MARCH, replace(JANUARY, as_of=None)), "line k0 un", 1),
        ((JANUARY, MARCH), "line k0 un", 0),
        ((JANUARY, replace(MARCH, quantity=Quantity(18, 22))), 'class="band', 1),
        ((JANUARY, replace(MARCH, quantity=Quantity(20, qualifier="at_least"))), 'class="band', 1),
        ((JANUARY, MARCH), 'class="band', 0),
    ],
)
def test_what_is_drawn_of_the_values(values: tuple[Value, ...], pattern: str, there: int) -> None:
    assert count(pattern, drawn(*values)) == there


def test_a_tolerance_is_a_band() -> None:
    assert count('class="tol', drawn(JANUARY, MARCH, tolerance=0.1)) == 2
    assert count('class="tol', drawn(JANUARY, MARCH)) == 0


@pytest.mark.parametrize(
    "values",
    [
        (JANUARY,),
        (Value("10", Quantity(10)),),
        (Value("Ana", name="Ana", as_of="2025-01"), Value("Eva", name="Eva", as_of="2025-02")),
        (),
    ],
)
def test_there_is_none_of_less_than_two_days(values: tuple[Value, ...]) -> None:
    assert drawn(*values) == ""


def test_a_figure_of_an_article_is_a_link_to_its_sentence() -> None:
    svg = drawn(JANUARY, says=(said(14),))
    assert count(r'<a href="#m1" tabindex="-1"><path class="x"', svg) == 1
    assert "<title>2025-02-01: 14</title>" in svg


def test_figures_that_fall_together_are_drawn_once() -> None:
    assert count("<title>", drawn(JANUARY, MARCH, says=(said(14), said(14), said(15)))) == 2


def test_what_is_in_another_unit_is_converted_or_left_out() -> None:
    metres = [replace(value, quantity=Quantity(at, unit="m")) for value, at in ((JANUARY, 10), (MARCH, 20))]
    assert "<title>" in drawn(*metres, says=(said(0.015, "km"),), unit="m")
    assert "<title>" not in drawn(*metres, says=(said(15, "kg"),), unit="m")


@pytest.mark.parametrize("number", [0.0, -3.0, 5e-7, 8e12])
def test_any_number_has_its_place(number: float) -> None:
    svg = drawn(JANUARY, MARCH, says=(said(number),))
    assert "<title>" in svg
    places = [float(at) for at in re.findall(r"translate\([\d.]+ (-?[\d.]+)\)", svg)]
    assert all(0 <= at <= 230 for at in places)
