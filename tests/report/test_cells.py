"""No cell is a formula, and none loses its text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.cells import inert, plain, to_csv

CELLS = [
    ("=1+1", "'=1+1"),
    ("+49 30 1234", "'+49 30 1234"),
    ("-2 °C", "'-2 °C"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("'=1", "''=1"),
    ("-2", "-2"),
    ("+3.5", "+3.5"),
    ("-1,000", "-1,000"),
    ("11k", "11k"),
    (">20k", ">20k"),
    ("'tis", "'tis"),
    ("a = b", "a = b"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_a_formula_becomes_a_text(text: str, cell: str) -> None:
    assert inert(text) == cell
    assert plain(cell) == text


@given(st.text("=+-@'1,\t\r a"))
def test_there_and_back_again(text: str) -> None:
    assert plain(inert(text)) == text
    assert inert(text)[:1] not in ("=", "@", "\t", "\r")


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_a_sheet_reads_what_was_written(rows: list[tuple[str, str]]) -> None:
    written = to_csv(("a", "b"), rows).encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
    _, *read = csv.reader(io.StringIO(written, newline=""))
    assert [tuple(map(plain, row)) for row in read] == rows
