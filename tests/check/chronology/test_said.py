"""A source that is older than what it is cited for, however its date is told, and dates of other things."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.article import ScanOptions
from factcheck.show.selection import Policy
from tests.newsroom import scanned

REGISTRY = """
claims:
  delayed:
    title: Containers delayed by the harbour strike
    match: [containers delayed by the strike, conteneurs bloqués par la grève]
    values: [{value: 3500, as_of: 2025-03-04, source: harbour office}]
"""
TOLD = [
    ("en", "In June 2024 the Herald reported that 3,500 containers had been delayed by the strike."),
    ("en", "According to the Herald of June 2024, the strike delayed 3,500 containers."),
    ("en", "The strike delayed 3,500 containers, according to the Herald (June 2024)."),
    ("en", "The strike delayed 3,500 containers ([Herald, 11 June 2024](https://example.org/x))."),
    (
        "en",
        "The strike delayed 3,500 containers, according to the [Herald](https://example.org/2024/06/11/x).",
    ),
    ("en", "In a report of June 2024, the Herald said that the strike had delayed 3,500 containers."),
    ("fr", "Selon le Courrier de juin 2024, 3 500 conteneurs sont bloqués par la grève."),
    (
        "fr",
        "La grève bloque 3 500 conteneurs, d'après une enquête du Courrier publiée en juin 2024.",
    ),
    ("en", "On 11 June 2024 the strike delayed 3,500 containers."),
    ("fr", "En juin 2024, la grève a bloqué 3 500 conteneurs."),
]
NOT_TOLD = [
    ("en", "In May 2025 the Herald reported that 3,500 containers had been delayed by the strike."),
    ("en", "The Herald, which wrote of one in June 2024, says that the strike delayed 3,500 containers."),
    ("en", "Under a contract signed in June 2024, 3,500 containers were delayed by the strike."),
    ("en", "In June 2024 the pay talks began, and 3,500 containers have been delayed by the strike."),
    ("en", "The strike has delayed 3,500 containers since June 2024, according to the Herald."),
    ("fr", "Après l'accord de juin 2024, 3 500 conteneurs ont été bloqués par la grève."),
    ("en", "On 20 February 2025 the harbour office said that the strike delayed 3,500 containers."),
    ("en", "The strike delayed 3,500 containers, said the Herald, founded in June 1924."),
]  # fmt: skip


def found(text: str, code: str, folder: Path) -> list[str]:
    options = ScanOptions(date="2025-06-01", language=code)
    report = scanned(folder, REGISTRY, {"a.md": text}, options, Policy(select=("chronology",)))
    assert [mention.claim for mention in report.mentions] == ["delayed"]
    return [finding.text for finding in report.findings]


@pytest.mark.parametrize(("code", "text"), TOLD)
def test_a_source_or_a_time_too_early(code: str, text: str, tmp_path: Path) -> None:
    assert [figure.replace("\u00a0", " ") for figure in found(text, code, tmp_path)] in (["3,500"], ["3 500"])


@pytest.mark.parametrize(("code", "text"), NOT_TOLD)
def test_a_date_of_something_else(code: str, text: str, tmp_path: Path) -> None:
    assert found(text, code, tmp_path) == []


@pytest.mark.parametrize(
    "value",
    [
        "{value: 3500}",  # without a day
        "{value: 3500, as_of: 2024-06}",
        "{value: 3500, as_of: 2025-03-04}, {value: 3500, as_of: 2023}",
    ],
)
def test_what_the_registry_does_not_decide(value: str, tmp_path: Path) -> None:
    registry = REGISTRY.replace("{value: 3500, as_of: 2025-03-04, source: harbour office}", value)
    text = {"a.md": TOLD[0][1]}
    report = scanned(tmp_path, registry, text, ScanOptions(date="2025-06-01"), Policy(select=("chronology",)))
    assert report.mentions
    assert not report.findings
