"""What came near a claim: what kept it away, what its `exclude` silenced, and what is far from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Miss
from factcheck.run.article import ScanOptions
from tests.check.test_explain import REGISTRY
from tests.newsroom import DAY, scanned

NEAR = [
    ("The televised opening match in Orlec drew 41,000 spectators.", "en", "crowd", True,
     "its `exclude` has `televised`"),
    ("L'ouverture télévisée du match à Orlec a attiré 41 000 spectateurs.", "fr", "crowd", True, "télévis"),
    ("Measles cases in the Tarn region rose by 12 %.", "en", "cases", False, "in another unit"),
    ("Casos de sarampión en la región del Tarn: 12 % más.", "es", "cases", False, "in another unit"),
    ("Solveig Aubertin sang at the market of Orlec.", "en", "keeper", False, "of the role `keeper`"),
    ("The former director of the Orlec aquarium, Solveig Aubertin, died.", "en", "keeper", True, "former"),
    ("The quarry never poisoned the village wells.", "en", "wells", False, "denies it"),
    ("In the novel, the quarry poisoned the village wells.", "en", "wells", True, "novel"),
    ("The quarry sold wells.", "en", "wells", False, "64% is needed"),
]  # fmt: skip
FAR = [
    ("The opening match in Orlec drew 41,000 spectators.", "en", "crowd"),
    ("The town has 7,200 inhabitants.", "en", "crowd"),
    ("Marta Kowalska sang at the market.", "en", "keeper"),
    ("Solveig Aubertin, the director of the Orlec aquarium, met Marta Kowalska.", "en", "keeper"),
    ("The quarry poisoned the village wells.", "en", "wells"),
    ("It rained on the valley.", "en", "wells"),
]


def misses(folder: Path, text: str, language: str, *claims: str) -> list[Miss]:
    options = ScanOptions(date=DAY, language=language, near=claims)
    return list(scanned(folder, REGISTRY, {"a.md": text + "\n"}, options).near)


@pytest.mark.parametrize(("text", "language", "claim", "excluded", "why"), NEAR)
def test_what_came_near(
    tmp_path: Path, text: str, language: str, claim: str, excluded: bool, why: str
) -> None:
    [miss] = misses(tmp_path, text, language, claim)
    assert (miss.claim, miss.excluded) == (claim, excluded)
    assert why in miss.why
    assert miss.mention.sentence == text


@pytest.mark.parametrize(("text", "language", "claim"), FAR)
def test_what_did_not(tmp_path: Path, text: str, language: str, claim: str) -> None:
    assert misses(tmp_path, text, language, claim) == []


def test_nothing_is_kept_where_nobody_asks(tmp_path: Path) -> None:
    assert misses(tmp_path, NEAR[0][0], "en") == []
    assert misses(tmp_path, NEAR[0][0], "en", "cases") == []
