"""What does not add up is found, and its twin is let pass, in three languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.check.arithmetic.numbers import adds_up, reach, share_ends, step, written
from factcheck.language.units import SHARE
from factcheck.model import NO_REGISTRY, Quantity, Sum
from factcheck.run.article import ScanOptions, Tools

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "gold"


def sentences(kind: str) -> Iterator[Any]:
    for code in ("en", "es", "fr"):
        rows = yaml.safe_load((HERE / f"{code}.yaml").read_text("utf-8"))[kind]
        marks = [pytest.mark.xfail(reason="not seen yet", strict=True)] if kind == "missed" else []
        yield from (pytest.param(code, text, id=f"{code}: {text}", marks=marks) for text in rows)


@cache
def tools(code: str) -> Tools:
    return Tools(NO_REGISTRY, ScanOptions(language=code))


def sums(text: str, code: str = "en") -> list[Sum]:
    (article,) = tools(code).read("article.md", text.encode())
    return list(tools(code).check(article).sums)


@pytest.mark.parametrize(("code", "text"), [*sentences("wrong"), *sentences("missed")])
def test_what_does_not_add_up_is_found(code: str, text: str) -> None:
    assert len(sums(text, code)) >= 1


@pytest.mark.parametrize(("code", "text"), list(sentences("right")))
def test_its_twin_is_let_pass(code: str, text: str) -> None:
    assert sums(text, code) == []


@pytest.mark.parametrize("code", ["en", "es", "fr"])
def test_everyday_news_is_let_pass(code: str) -> None:
    articles = yaml.safe_load((GOLD / "everyday" / f"{code}.yaml").read_text("utf-8"))
    assert [found.told for text in articles for found in sums(text, code)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The choir has 64 singers: 28 men and 46 women.", "28 + 46 = 74"),
        ("The fee rose from £120 to £150, up 20%.", "(150 − 120) ÷ 120 = 25 %"),
        ("The rate rose from 40% to 50%, up 10%.", "(50 − 40) ÷ 40 = 25 %, or 10 points"),
        ("Visitors doubled from 40 to 90.", "90 ÷ 40 = 2.25"),
        ("Some 4,000 of the 11,000 pupils, or 46%, stayed home.", "4,000 ÷ 11,000 = 36.4 %"),
        ("Half of the 300 members, some 200, voted.", "50 % × 300 = 150"),
        ("The trail is 20 km (15 miles) long.", "20 km = 12.4 mi"),
        ("Born in 1950, he died in 2020 aged 75.", "born 1950, at 2020 that is 69 or 70"),
        ("They married on Monday, June 4, 2024.", "2024-06-04 is a Tuesday, not a Monday"),
        ("They met on 31 April 2025.", "that month has 30 days"),
        ("One in five residents (35%) did not vote.", "“One in five” is 20 %"),
    ],
)
def test_the_sum_is_told(text: str, told: str) -> None:
    assert [found.told for found in sums(text)] == [told]


def test_the_other_figures_are_told() -> None:
    (found,) = sums("The choir has 64 singers: 28 men and 46 women.")
    assert found.mention.text == "64"
    assert [other.text for other in found.others] == ["28", "46"]
    assert found.mention.claim is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is false that the choir has 64 singers: 28 men and 46 women.", 0),
        ("On 29 February the choir sang.", 0),
        ("On 29 February 2023 the choir sang.", 1),
        ("In the old calendar it was Tuesday, June 4, 1624.", 0),
        ("Tuesday 5 June was fine.", 0),
    ],
)
def test_what_is_denied_or_cannot_be_known_is_let_pass(text: str, found: int) -> None:
    assert len(sums(text)) == found


small, half = st.integers(min_value=11, max_value=990), st.integers(min_value=11, max_value=490)


@given(small, small)
def test_a_right_sum_is_let_pass(one: int, other: int) -> None:
    assert sums(f"The club has {one + other:,} members: {one} men and {other} women.") == []


@given(half, half, st.integers(min_value=1, max_value=9))
def test_a_wrong_sum_is_found(one: int, other: int, off: int) -> None:
    assert len(sums(f"The club has {one + other + off} members: {one} men and {other} women.")) == 1


@given(small, small)
def test_a_right_share_is_let_pass(one: int, other: int) -> None:
    part, whole = sorted((one, other))
    share = round(100 * part / whole)
    assert sums(f"Of the {whole} members, {part}, or {share}%, voted.") == []


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_plain_parts_always_make_their_sum(one: int, other: int) -> None:
    parts = [Quantity(float(one)), Quantity(float(other))]
    assert adds_up(parts, Quantity(float(one + other)))


@given(st.floats(min_value=0.001, max_value=1e12, allow_nan=False))
def test_a_figure_stands_for_itself(value: float) -> None:
    quantity = Quantity(value)
    low, high = reach(quantity)
    assert low <= value <= high
    assert step(quantity) > 0
    assert written(value)


@pytest.mark.parametrize(
    ("share", "inside", "outside"),
    [
        (Quantity(46.0, None, "%"), 46.4, 47.1),
        (Quantity(0.5, None, SHARE, coarse=True), 45.5, 62.0),
        (Quantity(0.2, None, SHARE), 20.0, 25.0),
    ],
)
def test_a_share_is_rounded_or_coarse(share: Quantity, inside: float, outside: float) -> None:
    low, high = share_ends(share)
    assert low <= inside <= high < outside
