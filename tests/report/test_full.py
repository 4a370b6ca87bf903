"""In the full report the line under a figure stands under the figure, wherever the sentence wraps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import Report
from factcheck.report import full
from tests.report.samples import COUNTED, THIN, finding
from tests.report.test_screens import painted


def excerpt(sentence: str, mark: tuple[int, int], width: int) -> list[str]:
    """The rows of the sentence and of what underlines it, without their edge."""
    report = Report(findings=(replace(finding(sentence=sentence), mark=mark),))
    screen = painted(lambda out: full.show(report, out), width)
    return [row[4:] for row in screen.splitlines() if row.startswith("  │")]


def underlined(rows: list[str]) -> str:
    """What stands over the carets, cell by cell."""
    found = ""
    for row, under in pairwise(rows):
        if under.strip("^ ") == "" and "^" in under:
            at, cells = 0, under.rstrip()
            for character in row:
                found += character if at < len(cells) and cells[at] == "^" else ""
                at += cell_len(character)
    return found


@pytest.mark.parametrize("width", [24, 30, 40, 80, 400])
@pytest.mark.parametrize(
    "sentence",
    [
        "Plain words, then 12,000 people, then some more words after them.",
        "観客は競技場に集まった 12,000 人の観客だった、と主催者は言う。",
        "Cafe\u0301s et e\u0301coles : 12,000 e\u0301le\u0300ves de la re\u0301gion.",
        "12,000 people.",
        "People: 12,000",
        "A line\nof two lines, with 12,000\tpeople.",
        "\x1b[2J cleared 12,000 \u202e people",
    ],
)
def test_the_line_stands_under_the_figure(sentence: str, width: int) -> None:
    start = sentence.index("12,000")
    assert underlined(excerpt(sentence, (start, start + 6), width)) == "12,000"


@given(st.text("aé 観12,\u0301", min_size=1, max_size=90), st.data())
def test_what_is_underlined_is_the_figure(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    rows = excerpt(sentence, (start, end), data.draw(st.integers(20, 60)))
    letters = [character for character in sentence[start:end] if character in "aé観12,"]
    if sentence[:start].strip() or sentence[end:].strip():
        assert [character for character in underlined(rows) if character in "aé観12,"] == letters
    else:
        assert underlined(rows) == ""


def test_off_a_terminal_a_sentence_is_one_line() -> None:
    assert f"  │ {THIN}\n" in full.to_text(COUNTED)


def test_what_several_rules_say_of_one_figure_stands_together() -> None:
    screen = full.to_text(COUNTED)
    assert screen.count(THIN) == 1
    assert screen.count("Keep the right one") == screen.count("Give the current value") == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [("48k", "agrees"), ("61k", ""), ("~60k", "current")],
)
def test_the_values_tell_which_holds_and_which_agrees(row: str, told: str) -> None:
    [shown] = {line for line in full.to_text(COUNTED).splitlines() if line.split()[:1] == [row]}
    assert ("agrees" in shown, "current" in shown) == (told == "agrees", told == "current")
