"""A figure dated to a year to come."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """\
claims:
  wolves: {title: Loups du massif des Ardiers, unit: loups, values: [{value: 52, as_of: 2025-06-01}]}
"""
PLAN = "claims: {wolves: {title: Objectif de loups dans les Ardiers, unit: loups, values: [52]}}"


@pytest.mark.parametrize(
    ("registry", "text", "language", "figure", "expected"),
    [
        (REGISTRY, "Le préfet veut 80 loups dans le massif des Ardiers en 2028.", "fr", "80", True),
        (REGISTRY, "Le préfet veut 80 loups dans le massif des Ardiers.", "fr", "80", False),
        (REGISTRY, "Le préfet veut 80 loups dans le massif des Ardiers en 2025.", "fr", "80", False),
        (PLAN, "Le préfet veut 80 loups dans le massif des Ardiers en 2028.", "fr", "80", False),
        (REGISTRY, "The prefect wants 80 wolves in the massif of the Ardiers by 2028.", "en", "80", True),
        (REGISTRY, "El prefecto quiere 80 lobos en el macizo de los Ardiers en 2028.", "es", "80", True),
    ],
)
def test_a_figure_dated_to_a_time_to_come(
    registry: str, text: str, language: str, figure: str, expected: bool, tmp_path: Path
) -> None:
    rows = explained(tmp_path, registry, text, language).items()
    (row,) = (row for reading, row in rows if reading.startswith(figure))
    assert ("a time to come" in dict(row.weighed[0].parts)) is expected
