"""What articles show of a registry's weakness, each beside a registry that has it not."""

from __future__ import annotations

from pathlib import Path

from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.weak import in_use
from tests.newsroom import DAY, scanned

MARCH = "{title: Marchers in Ulmstead, match: [people marched in Ulmstead], values: [{value: 5k, source: S}]"
ARTICLE = (
    "On Sunday 5,000 people marched in Ulmstead and nobody was arrested.\n\n"
    "Some 5,000 people marched in Ulmstead.\n"
)


def found(folder: Path, claims: str, article: str = ARTICLE) -> list[str]:
    registry = parse_registry(f"claims: {claims}\n", "claims.yaml")
    near = tuple(claim.id for claim in registry.claims)
    report = scanned(folder, f"claims: {claims}\n", {"a.md": article}, ScanOptions(DAY, near=near))
    return [f"{one.claim}: {one.name}" for one in in_use(registry, report)]


def test_a_claim_that_silences_itself(tmp_path: Path) -> None:
    assert found(tmp_path, "{march: " + MARCH + ", exclude: [arrested]}}") == ["march: self-excluded"]
    assert found(tmp_path, "{march: " + MARCH + ", exclude: [in Sandby]}}") == []
    other = "{march: " + MARCH.replace("5k", "7k") + ", exclude: [arrested]}}"
    assert found(tmp_path, other) == []


def test_a_claim_that_nothing_is_about(tmp_path: Path) -> None:
    assert found(tmp_path, "{march: " + MARCH + "}, ships: 'Ships lost in the storm: 12'}") == [
        "ships: unused"
    ]


def test_claims_that_catch_one_anothers_sentences(tmp_path: Path) -> None:
    article = "".join(
        f"In {town} the council counted {number} households without running water this winter.\n\n"
        for town, number in (("Ulmstead", 410), ("Ulmstead", 412), ("Ulmstead", 415), ("Sandby", 90))
    )
    near = (
        "{water: {title: Households without running water this winter, values: [{value: 410, source: S}]}, "
        "other: {title: Households without running water last winter, values: [{value: 90, source: S}]}}"
    )
    assert "same-sentences" in " ".join(found(tmp_path, near, article))
    apart = near.replace("Households without running water last winter", "Bridges closed to lorries")
    assert "same-sentences" not in " ".join(found(tmp_path, apart, article))
