"""What a figure's role and its sign make of a mention, in whole sentences, each beside its twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """
    claims:
      choir:
        title: Singers of the Alder choir
        match: [chanteurs de la chorale Alder, cantantes del coro Alder]
        values:
          - {value: 36, as_of: 2024-01-01, source: Choir}
          - {value: 47, as_of: 2025-01-01, source: Choir}
      growth:
        title: Growth of the Alder mill's output
        match: [croissance de la production du moulin Alder, crecimiento de la producción del molino Alder]
        values: [{value: -3 %, as_of: 2025-01-01, source: Mill}]
      drop:
        title: Fall in visits to the Alder museum
        match: [baisse des visites du musée Alder, caída de las visitas al museo Alder]
        values: [{value: 8 %, as_of: 2025-01-01, source: Museum}]
      fair:
        title: Forecast attendance at the Alder fair
        values: [{value: 9000, as_of: 2025-01-01, source: Fair}]
      stalls:
        title: Stalls at the Alder market
        values: [{value: 30, as_of: 2025-01-01, source: Town}]
"""


@pytest.mark.parametrize(
    ("language", "text", "figure", "expected"),
    [
        ("en", "Singers of the Alder choir rose by 47 to 99.", "47", None),
        ("en", "Singers of the Alder choir rose by 47 to 99.", "99", ("choir", 99, "discrepancy")),
        ("en", "Singers of the Alder choir rose from 36 to 47.", "36", ("choir", 36, "supported")),
        ("en", "Singers of the Alder choir rose from 31 to 47.", "31", ("choir", 31, "discrepancy")),
        ("en", "The Alder choir has 36 singers.", "36", ("choir", 36, "outdated")),
        ("fr", "Les chanteurs de la chorale Alder sont passés de 36 à 47.", "36", ("choir", 36, "supported")),
        ("es", "Los cantantes del coro Alder pasaron de 36 a 47.", "36", ("choir", 36, "supported")),
        ("en", "Stalls at the Alder market rose from 24 to 30.", "24", None),
        ("en", "The Alder choir has not 52 but 47 singers.", "52", None),
        ("en", "The Alder choir has 52 singers.", "52", ("choir", 52, "discrepancy")),
        ("fr", "La chorale Alder n'a pas perdu 52 chanteurs.", "52", None),
        ("en", "Stalls at the Alder market are forecast to reach 60.", "60", None),
        (
            "en",
            "Attendance at the Alder fair is forecast to reach 9,000.",
            "9,000",
            ("fair", 9000, "supported"),
        ),
        ("en", "The output of the Alder mill fell 3 %.", "3 %", ("growth", -3, "supported")),
        ("en", "The growth of the Alder mill's output was −3 %.", "−3 %", ("growth", -3, "supported")),
        ("en", "The growth of the Alder mill's output was 3 %.", "3 %", ("growth", 3, "discrepancy")),
        ("fr", "La production du moulin Alder a reculé de 3 %.", "3 %", ("growth", -3, "supported")),
        ("es", "La producción del molino Alder cayó un 3 %.", "3 %", ("growth", -3, "supported")),
        ("en", "Visits to the Alder museum fell by 8 %.", "8 %", ("drop", 8, "supported")),
        ("en", "The change in visits to the Alder museum was -8 %.", "-8 %", ("drop", 8, "supported")),
        ("fr", "Les visites du musée Alder ont baissé de 8 %.", "8 %", ("drop", 8, "supported")),
    ],
)
def test_what_a_figure_is_to_a_claim(
    tmp_path: Path, language: str, text: str, figure: str, expected: tuple[str, float, str] | None
) -> None:
    mention = explained(tmp_path, REGISTRY, text, language)[figure].mention
    assert ((mention.claim, mention.value, mention.verdict) if mention.claim else None) == expected


LIVE = "## 18:05 Rehearsal\n\n{}\n\n## 14:30 Tickets\n\nThe Alder choir has {} singers."


@pytest.mark.parametrize(
    ("newer", "older", "claim"),
    [
        ("The Alder choir has 47 singers.", "52", None),
        ("The Alder choir has 47 singers.", "47", "choir"),
        ("The hall is full.", "52", "choir"),
    ],
)
def test_a_newer_entry_replaces_a_figure(tmp_path: Path, newer: str, older: str, claim: str | None) -> None:
    assert explained(tmp_path, REGISTRY, LIVE.format(newer, older))[older].mention.claim == claim
