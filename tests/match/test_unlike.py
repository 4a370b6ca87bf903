"""A sentence of a claim's `not` is not about it, and one that differs is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained
from tests.newsroom import scanned

KINDS = {
    "quantity": ("values: [900]", "The region has 700 hospital beds in storage."),
    "date": ("kind: date\n    values: [2024-05]", "The region got its hospital beds in March 2023."),
    "name": ("kind: name\n    values: [Ann Lee]", "Bo Dahl, head of hospital beds in the region, resigned."),
    "statement": ("kind: statement\n    rating: false", "The region has hospital beds for nobody."),
}
TITLES = {
    "quantity": "Hospital beds in the region",
    "date": "The region got its hospital beds",
    "name": "Head of hospital beds in the region",
    "statement": "The region has hospital beds for nobody",
}


def registry(kind: str, unlike: str) -> str:
    fields, _ = KINDS[kind]
    return f"claims:\n  beds:\n    title: {TITLES[kind]}\n    {fields}\n    not: [{unlike!r}]\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_listed_sentence_is_no_mention(tmp_path: Path, kind: str) -> None:
    _, sentence = KINDS[kind]
    spelled = sentence.upper().rstrip(".") + " !"
    assert not scanned(tmp_path, registry(kind, spelled), {"a.md": f"It rained.\n\n{sentence}\n"}).mentions
    other = sentence.replace("region", "whole region")
    assert scanned(tmp_path, registry(kind, other), {"a.md": f"It rained.\n\n{sentence}\n"}).mentions


FIGURES = [
    ("The region has 650 hospital beds in storage.", False),
    ("The region has, in storage, 700 hospital beds.", True),
    ("In 2024 the region has 700 hospital beds in storage.", True),
]


@pytest.mark.parametrize(("sentence", "found"), FIGURES)
def test_another_figure_makes_no_other_sentence(tmp_path: Path, sentence: str, found: bool) -> None:
    listed = registry("quantity", "The region has 700 hospital beds in storage.")
    assert bool(scanned(tmp_path, listed, {"a.md": f"{sentence}\n"}).mentions) is found


def test_why_is_told(tmp_path: Path) -> None:
    _, sentence = KINDS["quantity"]
    found = explained(tmp_path, registry("quantity", sentence), sentence)["700"]
    assert "its `not` has the sentence" in found.why
    assert found.advice == "if it is about `beds` all the same, take the sentence out of its `not`"
