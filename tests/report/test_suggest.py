"""Drafts on one line."""

from __future__ import annotations

import pytest

from factcheck.model import Kind
from factcheck.report.suggest import concise, values
from factcheck.suggest.drafts import Draft, Given


def draft(texts: str, unit: str | None = None, aside: str = "", kind: Kind = "quantity") -> Draft:
    told, left = (
        tuple(Given(text, None, None, ()) for text in said.split(" / ") if text) for said in (texts, aside)
    )
    return Draft("pier", "Pier", ("pier",), unit, told, (), left, kind=kind)


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (draft("11 / 20", "mi"), "11 / 20 mi"),
        (draft("11 / 20 km", "mi"), "11 mi / 20 km"),
        (draft("38M / 42M", "EUR", "40M"), "38M / 42M EUR; unsourced: 40M EUR"),
        (draft("8% / 8.2%", "%"), "8% / 8.2%"),
        (draft("8 / 9"), "8 / 9"),
        (draft("1 / 2 / 3 / 4 / 5 / 6", "km"), "1 / 2 / 3 / 4 / 5 / … km"),
        (draft("2024-06-19", None, "2024-07-19", "date"), "2024-06-19; fewer say: 2024-07-19"),
    ],
)
def test_values_have_their_unit_once(made: Draft, shown: str) -> None:
    assert values(made) == shown


def test_what_a_draft_is_made_of_is_named() -> None:
    assert (
        concise([draft("Rosa Ferro", kind="name")])
        == "pier: Pier: Rosa Ferro (0 names in 0 articles, agreeing)\n"
    )
