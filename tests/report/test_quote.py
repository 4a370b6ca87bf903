"""A sentence is cut around its figure, and the figure never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.quote import clipped, quote

LONG = "The museum, reopened in spring, counted 48,300 visitors in May, twice as many as in any May before."
MARK = (LONG.index("48"), LONG.index("48") + 6)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (200, LONG.replace("48,300", "|48,300|")),
        (60, "… in spring, counted |48,300| visitors in May, twice …"),
        (30, "… counted |48,300| visitors …"),
        (3, "… |48,300| …"),
    ],
)
def test_a_long_sentence_is_cut_around_its_figure(width: int, expected: str) -> None:
    assert "|".join(quote(LONG, MARK, width)) == expected


@pytest.mark.parametrize("mark", [(0, 0), (7, 3), (-1, 4), (5, 5000)])
def test_a_mark_that_cannot_be_marks_nothing(mark: tuple[int, int]) -> None:
    assert quote("Short.", mark, 80) == ("", "", "Short.")


def test_lines_are_joined_and_controls_shown() -> None:
    assert quote("a\n12\x1b\nb", (2, 5), 80) == ("a ", r"12\x1b", " b")


@given(st.text(max_size=120), st.data())
def test_the_figure_is_whole_and_the_rest_fits(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    width = data.draw(st.integers(0, 100))
    before, figure, after = quote(sentence, (start, end), width)
    wide = max(width, len(figure))
    assert len(before) + len(figure) + len(after) <= wide + 4  # the two ellipses


@pytest.mark.parametrize(("text", "expected"), [("short", "short"), ("a long statement", "a long …")])
def test_clipped(text: str, expected: str) -> None:
    assert clipped(text, 11) == expected
