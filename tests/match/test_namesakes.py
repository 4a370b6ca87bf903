"""What is said of another of a claim's kind is no mention of it, and the twin is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.article import ScanOptions
from tests.newsroom import scanned

REGISTRY = """\
claims:
  bridge: {title: Length of the Alder Bridge, match: [the Alder Bridge measures], values: [640 m]}
  barrage: {title: Hauteur du barrage Morel, match: [le barrage Morel mesure], values: [88 m]}
"""


@pytest.mark.parametrize(
    ("language", "text", "differing"),
    [
        ("en", "The Alder Bridge measures 640 m. The Rowan Bridge measures 710 m.", []),
        (
            "en",
            "The Alder Bridge measures 640 m, and the Rowan Bridge, a bridge of steel, measures 710 m.",
            [],
        ),
        (
            "en",
            "The bridge is old. The Rowan Bridge measures 640 m and the Alder Bridge measures 710 m.",
            ["710"],
        ),
        ("en", "The Alder Bridge is a bridge of steel. The bridge measures 710 m.", ["710"]),
        ("en", "The Rowan Bridge is a bridge nearby, but the Alder Bridge measures 710 m.", ["710"]),
        ("fr", "Le barrage Morel mesure 88 m, le barrage Vidal mesure 97 m.", []),
        ("fr", "Le barrage Vidal est loin ; le barrage Morel mesure 97 m.", ["97"]),
        ("fr", "Le barrage Morel est ancien. Ce barrage mesure 97 m.", ["97"]),
    ],
)
def test_a_figure_of_a_namesake(language: str, text: str, differing: list[str], tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions("2025-09-01", language)).findings
    assert [flag.text.split()[0] for flag in found if flag.rule in ("discrepancy", "possible")] == differing
