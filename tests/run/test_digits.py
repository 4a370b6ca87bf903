"""Digits that count and sources that compete, from the text to the verdict, in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.newsroom import scanned

REGISTRY = """\
sources:
  orchestra: {name: Orchestra Board, aliases: [la direction de l'orchestre, la dirección de la orquesta]}
  ushers: {name: Ushers' Guild, aliases: [la guilde des ouvreurs, el gremio de acomodadores]}
claims:
  occupancy:
    title: Occupancy of the concert hall
    match: [taux de remplissage de la salle de concert, occupancy of the concert hall,
      ocupación de la sala de conciertos]
    unit: "%"
    values: [{value: 64.3%, source: orchestra}]
  harpists:
    title: Harpists hired by the orchestra
    match: [harpistes engagés par l'orchestre, harpists hired by the orchestra,
      arpistas contratados por la orquesta]
    values: [{value: 19, source: orchestra}]
  listeners:
    title: Listeners at the concert
    match: [auditeurs au concert, listeners at the concert, oyentes en el concierto]
    unit: people
    competing: true
    series:
      orchestra: {2025-03-01: 12400, 2025-05-01: 15800}
      ushers: {2025-04-01: 9300}
"""

SAID = [
    ("en", "The occupancy of the concert hall is {}%.", "occupancy", "64", "supported"),
    ("en", "The occupancy of the concert hall is {}%.", "occupancy", "60", "discrepancy"),
    ("en", "The occupancy of the concert hall is {}%.", "occupancy", "64.0", "discrepancy"),
    ("fr", "Le taux de remplissage de la salle de concert est de {} %.", "occupancy", "64", "supported"),
    ("fr", "Le taux de remplissage de la salle de concert est de {} %.", "occupancy", "65", "discrepancy"),
    ("fr", "Le taux de remplissage de la salle de concert est de {} %.", "occupancy", "64,0", "discrepancy"),
    ("es", "La ocupación de la sala de conciertos es del {} %.", "occupancy", "64", "supported"),
    ("es", "La ocupación de la sala de conciertos es del {} %.", "occupancy", "60", "discrepancy"),
    ("en", "The orchestra has hired {} harpists.", "harpists", "19", "supported"),
    ("en", "The orchestra has hired {} harpists.", "harpists", "20", "discrepancy"),
    ("fr", "L'orchestre a engagé {} harpistes.", "harpists", "20", "discrepancy"),
    ("fr", "L'orchestre a engagé une {} de harpistes.", "harpists", "vingtaine", "supported"),
    ("es", "La orquesta ha contratado a {} arpistas.", "harpists", "20", "discrepancy"),
    ("en", "The Orchestra Board counted {} listeners at the concert.", "listeners", "15,800", "supported"),
    ("en", "The Ushers' Guild counted {} listeners at the concert.", "listeners", "9,300", "supported"),
    ("en", "There were {} listeners at the concert.", "listeners", "9,300", "disputed"),
    ("en", "There were {} listeners at the concert.", "listeners", "12,400", "outdated"),
    ("fr", "{} auditeurs au concert, selon la guilde des ouvreurs.", "listeners", "9 300", "supported"),
    ("fr", "Il y avait {} auditeurs au concert.", "listeners", "9 300", "disputed"),
    ("es", "{} oyentes en el concierto, según el gremio de acomodadores.", "listeners", "9.300", "supported"),
    ("es", "Había {} oyentes en el concierto.", "listeners", "15.800", "disputed"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "claim", "figure", "verdict"), SAID)
def test_the_verdict(
    language: str, sentence: str, claim: str, figure: str, verdict: str, tmp_path: Path
) -> None:
    article = f"---\nlang: {language}\n---\n{sentence.format(figure)}\n"
    mentions = scanned(tmp_path, REGISTRY, {"a.md": article}).mentions
    assert [(m.claim, m.text.removesuffix("%").strip(), m.verdict) for m in mentions] == [
        (claim, figure, verdict)
    ]
