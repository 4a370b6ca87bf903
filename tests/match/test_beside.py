"""What the words beside a figure make of it: an addition, a part, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """\
    claims:
      visitors:
        title: Visitors to the Orm museum
        match: [visitors to the Orm museum, visiteurs du musée d'Orm, visitantes del museo de Orm]
        values: [80 000]
    """


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "The Orm museum had 80,000 visitors, 23,000 of them in August.", "23,000"),
        ("en", "The Orm museum had 80,000 visitors, including some 900 schoolchildren.", "900"),
        ("en", "Of the Orm museum it had 80,000 visitors, and 23,000 bought a guide.", None),
        ("fr", "Le musée d'Orm a reçu 80 000 visiteurs, dont 23 000 en août.", "23 000"),
        ("fr", "Le musée d'Orm a reçu 80 000 visiteurs ; 23 000 d'entre eux sont venus à pied.", "23 000"),
        ("fr", "Le musée d'Orm : 80 000 visiteurs (dont 23 000 visiteurs en août).", "23 000"),
        ("es", "El museo de Orm: 80.000 visitantes (de los que 900 visitantes son de fuera).", "900"),
        ("fr", "Le musée d'Orm a vendu 9 000 guides, dont 900 aux 80 000 visiteurs.", "900"),
        ("fr", "Le musée d'Orm, dont on parle, a reçu cette année-là 80 000 visiteurs.", None),
        ("es", "El museo de Orm tuvo 80.000 visitantes, de los que 23.000 llegaron en agosto.", "23.000"),
        ("es", "El museo de Orm tuvo 80.000 visitantes, 23.000 de ellos en agosto.", "23.000"),
        ("es", "El museo de Orm tuvo 80.000 visitantes en el año.", None),
    ],
)
def test_a_part_is_told(tmp_path: Path, language: str, text: str, part: str | None) -> None:
    found = explained(tmp_path, REGISTRY, text, language)
    parts = {figure for figure, row in found.items() if any(w.note == "told as a part" for w in row.weighed)}
    assert parts == ({part} if part else set())


@pytest.mark.parametrize(
    ("language", "text", "additions"),
    [
        ("en", "The Orm museum had 95,000 visitors and expects 400 more.", {"400"}),
        ("fr", "Le musée d'Orm a reçu 95 000 visiteurs, et 400 autres de plus sont attendus.", {"400"}),
        ("es", "El museo de Orm tuvo 95.000 visitantes, y espera 400 más.", {"400"}),
        ("en", "The Orm museum had 95,000 visitors, 400 of them in June.", set()),
    ],
)
def test_what_comes_on_top_is_the_nearest_figure(
    tmp_path: Path, language: str, text: str, additions: set[str]
) -> None:
    found = explained(tmp_path, REGISTRY, text, language)
    told = {f for f, row in found.items() if any(w.note == "told as an addition" for w in row.weighed)}
    assert told == additions
