"""One name in two spellings, and two names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.spelling import given_alike, sound, surnames_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("goremykine", "goremikyn"),
        ("poutine", "putin"),
        ("prigozhin", "prigojine"),
        ("lawrow", "lavrov"),
        ("shevchenko", "chevtchenko"),
        ("gimenez", "jimenez"),
        ("lefevre", "lefebvre"),
        ("merz", "mertz"),
        ("okonkwo", "okonkow"),
    ],
)
def test_a_surname_spelt_in_two_ways(one: str, other: str) -> None:
    assert surnames_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harris", "harriss"),  # a plural
        ("petrov", "pavlov"),
        ("park", "bark"),
        ("kim", "kem"),
        ("dupont", "dumont-smith"),
        ("martin", "barton"),
    ],
)
def test_two_surnames(one: str, other: str) -> None:
    assert not surnames_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("catherine", "katherine", True),
        ("mikhail", "mikheil", True),
        ("katarina", "katharina", True),
        ("michel", "michele", False),
        ("paul", "paula", False),
        ("marina", "martina", False),
        ("andres", "andrea", False),
        ("alexandre", "alexandra", False),
    ],
)
def test_a_first_name_is_another_by_its_ending(one: str, other: str, same: bool) -> None:
    assert given_alike(one, other) is same


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=15), st.text("abcdefghijklmnopqrstuvwxyz", max_size=15))
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert surnames_alike(one, other) == surnames_alike(other, one)
    assert given_alike(one, other) == given_alike(other, one)
    assert not surnames_alike(one, one)
    assert len(sound(one)) <= len(one)
