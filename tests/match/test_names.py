"""Names beside the role that a claim describes: the right one, a misspelling, a stranger, and nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.match.names import ALIKE, likeness
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  keeper:
    kind: name
    title: Director of the Tarn aquarium
    match: [director of the Tarn aquarium, directrice de l'aquarium du Tarn]
    exclude: [former, ancienne]
    values: [{value: Solveig Aubertin, also: [Sølveig Aubertin]}]
"""


@pytest.mark.parametrize(
    ("name", "known", "alike"),
    [
        ("Solveig Aubertin", "Solveig Aubertin", True),
        ("SOLVEIG AUBERTIN", "Solveig Aubertin", True),
        ("Aubertin", "Solveig Aubertin", True),
        ("Solveig Auberton", "Solveig Aubertin", True),
        ("Auberton", "Solveig Aubertin", True),
        ("Solvieg Aubertin", "Solveig Aubertin", True),
        ("Marta Kowalska", "Solveig Aubertin", False),
        ("Aubin", "Solveig Aubertin", False),
        ("Solveig", "Solveig Aubertin", False),
        ("Bertin", "Solveig Aubertin", False),
        ("Dre Solvieg Auberton", "Solveig Aubertin", True),
        ("Dre Marta Kowalska", "Solveig Aubertin", False),
    ],
)
def test_how_alike_two_names_are(name: str, known: str, alike: bool) -> None:
    assert (likeness(name, known) >= ALIKE) is alike


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Solveig Aubertin is the director of the Tarn aquarium.", "en", ("Solveig Aubertin", "supported")),
        ("Sølveig Aubertin is the director of the Tarn aquarium.", "en", ("Sølveig Aubertin", "supported")),
        ("The director of the Tarn aquarium, Aubertin, is glad.", "en", ("Aubertin", "supported")),
        (
            "The director of the Tarn aquarium, Solveig Auberton, is glad.",
            "en",
            ("Solveig Auberton", "discrepancy"),
        ),
        (
            "The director of the Tarn aquarium, Marta Kowalska, is glad.",
            "en",
            ("Marta Kowalska", "discrepancy"),
        ),
        (
            "La directrice de l'aquarium du Tarn, Solveig Auberten, sourit.",
            "fr",
            ("Solveig Auberten", "discrepancy"),
        ),
        ("Solveig Aubertin likes chess.", "en", None),
        ("The director of the Tarn aquarium is glad.", "en", None),
        ("The director of the Lot observatory, Marta Kowalska, is glad.", "en", None),
        ("Solveig Aubertin, a former director of the Tarn aquarium, is glad.", "en", None),
        ("L'ancienne directrice de l'aquarium du Tarn, Solveig Aubertin, sourit.", "fr", None),
    ],
)
def test_who_holds_the_role(
    text: str, language: str, expected: tuple[str, str] | None, tmp_path: Path
) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [(mention.value, mention.verdict) for mention in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("Aubertin", "supported"), ("Solveig Aubertin", "supported"), ("Solvieg Aubertin", "discrepancy")],
)
def test_a_surname_that_the_registry_lists_excuses_no_first_name(
    tmp_path: Path, name: str, verdict: str
) -> None:
    registry = REGISTRY.replace("[Sølveig Aubertin]", "[Aubertin]")
    text = f"The director of the Tarn aquarium, {name}, is glad."
    [found] = scanned(tmp_path, registry, {"a.md": text}, ScanOptions(DAY, "en")).mentions
    assert found.verdict == verdict
