"""Two figures that tell one thing twice, in three languages, beside what only stands near."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """\
    claims:
      visitors:
        title: Visitors to the Orm museum
        match: [visitors to the Orm museum, visiteurs du musée d'Orm, visitantes del museo de Orm]
        values: [{value: 60 000, as_of: 2024}, {value: 80 000, as_of: 2025}]
      tunnel: {title: Length of the Orm tunnel, values: [20 km]}
    """


@pytest.mark.parametrize(
    ("language", "text", "paired"),
    [
        ("en", "The Orm museum had 80,000 visitors, against 31,000 the year before.", "31,000"),
        ("en", "The Orm museum had 31,000 visitors, compared with the 60,000 of 2024.", "31,000"),
        ("en", "Visitors to the Orm museum rose from 60,000 to 91,000.", "91,000"),
        ("en", "Visitors to the Orm museum rose from 31,000 to 80,000.", "31,000"),
        ("en", "The Orm museum had 80,000 visitors, up from 31,000.", "31,000"),
        ("en", "The Orm museum had 80,000 visitors against 31,000 signatures.", None),
        ("en", "The Orm museum had 80,000 visitors and 31,000 friends.", None),
        ("en", "The Orm museum had 80,000 visitors. It stands against 31,000 stars.", None),
        ("fr", "Le musée d'Orm a reçu 80 000 visiteurs, contre 31 000 l'an dernier.", "31 000"),
        ("fr", "Le musée d'Orm a reçu 80 000 visiteurs et 31 000 plaintes.", None),
        ("es", "El museo de Orm tuvo 80.000 visitantes, frente a 31.000 el año anterior.", "31.000"),
        ("es", "El museo de Orm tuvo 80.000 visitantes y 31.000 quejas.", None),
        ("en", "The Orm tunnel is 20 km (15.8 miles) long.", "15.8 miles"),
        ("en", "The Orm tunnel is 25 km (12.4 miles) long.", "25 km"),
        ("en", "The Orm tunnel is 20 km (and 15.8 km in the plan) long.", None),
    ],
)
def test_the_one_is_about_what_the_other_is(
    tmp_path: Path, language: str, text: str, paired: str | None
) -> None:
    found = explained(tmp_path, REGISTRY, text, language)
    told = {figure for figure, row in found.items() for w in row.weighed if "paired" in dict(w.parts)}
    agreeing = {figure for figure, row in found.items() if row.weighed and row.weighed[0].agrees}
    assert told - agreeing == ({paired} if paired else set())


def test_a_pair_is_two_figures_of_one_claim_in_a_sentence(tmp_path: Path) -> None:
    found = explained(tmp_path, REGISTRY, "The Orm museum had 80,000 visitors, up from 31,000.")
    assert [row.mention.verdict for row in found.values()] == ["supported", "discrepancy"]
    assert {row.mention.certainty for row in found.values()} == {"sure"}
