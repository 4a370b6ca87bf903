"""How much one contradiction tells."""

from __future__ import annotations

from pathlib import Path

from factcheck.check.contradiction import MOST
from tests.newsroom import scanned

REGISTRY = "claims: {sheep: {title: Sheep moved off the pastures, values: [11k-16k]}}"


def related(folder: Path, counts: range) -> list[int]:
    """Of each contradiction of an article that gives these figures of one thing, the places named."""
    says = [f"The farms say that {count:,} sheep were moved off the pastures." for count in counts]
    report = scanned(folder, REGISTRY, {"a.md": "\n\n".join(says)})
    return [len(found.related) for found in report.findings if found.rule == "contradiction"]


def test_of_very_many_places_a_finding_names_the_first(tmp_path: Path) -> None:
    told = related(tmp_path, range(10_000, 16_000, 40))
    assert len(told) > MOST
    assert max(told) == MOST


def test_of_few_all_are_named(tmp_path: Path) -> None:
    assert related(tmp_path, range(12_000, 16_000, 1_000)) == [1, 2, 3]
