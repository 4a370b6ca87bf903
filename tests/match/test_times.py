"""A date that opens a sentence or leads a list dates its figures; the twin's does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.article import ScanOptions
from tests.newsroom import scanned

REGISTRY = """\
claims:
  beds:
    title: Beds in the Orb clinic
    match: [beds in the Orb clinic, lits à la clinique de l'Orb, camas en la clínica del Orb]
    values:
      - {value: 310, as_of: 2025-01-01}
      - {value: 420, as_of: 2025-06-01}
"""


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        ("At the height of the storm, on 12 February 2025, the Orb clinic had 310 beds.", "en", "supported"),
        ("At the height of the storm the Orb clinic had 310 beds.", "en", "outdated"),
        ("Au plus haut de la crue, le 12 mai 2025, la clinique de l'Orb avait 310 lits.", "fr", "supported"),
        ("Au plus fort de la crue, la clinique de l'Orb avait 310 lits.", "fr", "outdated"),
        ("Con la crecida, el 12 de mayo de 2025, la clínica del Orb tenía 310 camas.", "es", "supported"),
        ("En lo peor de la crecida, la clínica del Orb tenía 310 camas.", "es", "outdated"),
        ("On 12 February 2025, the Orb clinic had:\n\n- 310 beds\n- a garden", "en", "supported"),
        ("On 12 February 2025 it rained.\n\n- 310 beds in the Orb clinic", "en", "outdated"),
        ("From 3 to 9 February 2025, there were 310 beds in the Orb clinic.", "en", "supported"),
        ("The Orb clinic had 310 beds five months ago.", "en", "supported"),
        ("The Orb clinic had 310 beds for five months.", "en", "outdated"),
        ("La clinique de l'Orb avait 310 lits il y a cinq mois.", "fr", "supported"),
        ("La clínica del Orb tenía 310 camas hace cinco meses.", "es", "supported"),
        ("Du 3 au 9 février 2025, il y avait 310 lits à la clinique de l'Orb.", "fr", "supported"),
    ],
)
def test_a_date_covers_its_figures(text: str, language: str, verdict: str, tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions("2025-09-01", language)).mentions
    assert [mention.verdict for mention in found] == [verdict]


JOBS = """\
claims:
  jobs: {title: Jobs cut at the Orb works, values: [{value: 4k, as_of: 2025-06-01}]}
"""


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Orb works cut 6,500 jobs in June.", "jobs"),
        ("The Orb works cut 6,500 jobs last week.", "jobs"),
        ("In March 2021, the Orb works cut 6,500 jobs.", None),
        ("Three years ago the Orb works cut 6,500 jobs.", None),
        ("The Orb works, flooded in 2021, cut 4,000 jobs.", "jobs"),
    ],
)
def test_a_figure_of_long_before_is_not_the_claims(text: str, claim: str | None, tmp_path: Path) -> None:
    found = scanned(tmp_path, JOBS, {"a.md": text}, ScanOptions("2025-06-20", "en")).mentions
    assert [mention.claim for mention in found if mention.certainty == "sure"] == ([claim] if claim else [])


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Lors de la crue du 12 mai 2025, 9 000 lits étaient prêts, dont 310 à la clinique de l'Orb.",
            "supported",
        ),
        ("Lors de la crue, 9 000 lits étaient prêts, dont 310 à la clinique de l'Orb.", "outdated"),
    ],
)
def test_a_part_is_of_its_wholes_time(text: str, verdict: str, tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions("2025-09-01", "fr")).mentions
    assert [mention.verdict for mention in found if mention.text == "310"] == [verdict]
