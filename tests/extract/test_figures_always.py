"""What holds of every text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.language.words import fold
from tests.extract.figures import READERS, figures, shown

PIECES = (
    "12", "3,5", "1 200", "11.000", "2024", "neuf", "vingt", "deux", "cent", "mille", "millions",
    "et demi", "two", "hundred", "thousand", "and", "a", "half", "une", "dizaine", "de", "à", "to",
    "entre", "between", "ou", "or", "-", "–", "%", "€", "$", "M€", "km", "plus", "more than",
    "environ", "juin", "June", "article", "fois", "x4", "ours", "bears", ".", ",", "\n", "\n\n",
    "|", "'", "(", ")", "tiers", "third", "of", "16:45", "06 12 34 56 78",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
LANGUAGES = st.sampled_from(sorted(READERS))


@given(LANGUAGES, TEXTS)
@settings(max_examples=400, deadline=None)
def test_figures_are_sorted_apart_and_within_the_text(language: str, text: str) -> None:
    found = figures(language, text)
    for figure in found:
        assert 0 <= figure.outer_start <= figure.start < figure.end <= figure.outer_end <= len(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
        assert before.outer_end <= after.outer_start


@given(LANGUAGES, TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_surface_holds_a_digit_or_a_number_word(language: str, text: str) -> None:
    starters = READERS[language].tables.starters | READERS[language].tables.words.articles
    for figure in figures(language, text):
        surface = text[figure.start : figure.end]
        spelled = re.findall(r"\w+", fold(surface))
        assert any(char.isdecimal() for char in surface) or starters.intersection(spelled)


@given(LANGUAGES, TEXTS)
@settings(max_examples=200, deadline=None)
def test_a_range_ascends_and_a_noun_follows(language: str, text: str) -> None:
    for figure in figures(language, text):
        quantity = figure.quantity
        assert (quantity.high is not None) == (quantity.qualifier == "range")
        assert quantity.high is None or quantity.value < quantity.high
        assert figure.noun is None or figure.end <= figure.noun[0] < figure.noun[1] <= len(text)


@pytest.mark.parametrize("separator", [" ", "\u00a0", "\u202f", "\u2009", "'", "’"])
@given(number=st.integers(10_000, 999_999_999), language=LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_a_number_reads_the_same_however_it_is_grouped(separator: str, number: int, language: str) -> None:
    grouped = f"{number:,}"
    own = grouped if language == "en" else grouped.replace(",", ".")
    plain = shown(language, f"plus {number} ours")
    assert plain == shown(language, f"plus {own} ours")
    assert plain == shown(language, f"plus {grouped.replace(',', separator)} ours")


@given(st.integers(2, 999_999))
@settings(max_examples=100, deadline=None)
def test_two_texts_apart_are_read_apart(number: int) -> None:
    one = shown("en", f"about {number:,} bears")
    assert shown("en", f"about {number:,} bears\n\nabout {number:,} bears") == one * 2
