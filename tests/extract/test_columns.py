"""The units that a table's header or a row's first cell gives to bare numbers, each beside a twin."""

from __future__ import annotations

import pytest

from factcheck.extract.columns import measured
from factcheck.model import Block
from tests.extract.figures import figures


def values(language: str, text: str) -> list[tuple[float, str | None]]:
    """What a table says, its rows being the lines of a text and its first line the header."""
    blocks, at = [], 0
    header = (0, text.index("\n"))
    for line in text.split("\n"):
        blocks.append(Block("row", at, at + len(line), header))
        at += len(line) + 1
    found = measured(text, blocks, figures(language, text), lambda part: figures(language, part))
    return [(figure.quantity.value, figure.quantity.unit) for figure in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Distrito | Gasto (M€)\nNorte | 4,1", [(4_100_000, "EUR")]),
        ("en", "Ward | Spending (£m)\nNorth | 4.1", [(4_100_000, "GBP")]),
        ("en", "Ward | Spending (in millions of euros)\nNorth | 4.1", [(4_100_000, "EUR")]),
        ("fr", "Quartier | Dépenses [en millions d'euros]\nNord | 4,1", [(4_100_000, "EUR")]),
        ("fr", "Glacier | Longueur (km) | Recul (%)\nVarenches | 3,7 | 36", [(3.7, "km"), (36, "%")]),
        ("en", "Ward | Spending\nNorth (£m) | 4.1", [(4_100_000, "GBP")]),
        ("en", "Ward | Spending (estimate)\nNorth | 4.1", [(4.1, None)]),
        ("en", "Ward | Spending (2025)\nNorth | 4.1", [(4.1, None)]),
        ("en", "Ward | Spending\nNorth | 4.1", [(4.1, None)]),
        ("en", "Ward | Spending (£m)\nNorth | 4.1%", [(4.1, "%")]),  # it has its own
        ("en", "Ward | Spending (£m)\nNorth | 12 schools", [(12, None)]),  # it counts something
        ("en", "Ward | Spending (£m) | Schools\nNorth | 4.1 | 12", [(4_100_000, "GBP"), (12, None)]),
    ],
)
def test_what_a_column_measures(language: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert values(language, text) == expected


def test_what_stands_in_no_table_is_left_alone() -> None:
    text = "Spending (£m) rose to 4.1."
    found = figures("en", text)
    blocks = [Block("paragraph", 0, len(text))]
    assert measured(text, blocks, found, lambda part: figures("en", part)) == found
