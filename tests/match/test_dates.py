"""Dates given to the event that a claim describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.article import ScanOptions
from tests.match.scenes import explained
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  launch:
    kind: date
    title: Launch of the Kestrel probe
    match: [the Kestrel probe was launched, la sonde Kestrel a été lancée]
    exclude: [postponed, repoussé]
    values: [2024-03-14]
"""

DATES = [
    ("The Kestrel probe was launched on 14 March 2024.", "en", {"2024-03-14": "supported"}),
    ("The Kestrel probe was launched in March 2024.", "en", {"2024-03": "supported"}),
    ("The Kestrel probe was launched on 15 March 2024.", "en", {"2024-03-15": "discrepancy"}),
    ("The Kestrel probe was launched in April 2024.", "en", {"2024-04": "discrepancy"}),
    ("La sonde Kestrel a été lancée le 14 mars 2024.", "fr", {"2024-03-14": "supported"}),
    ("La sonde Kestrel a été lancée le 14 mai 2024.", "fr", {"2024-05-14": "discrepancy"}),
    ("The Kestrel probe was launched on a Thursday.", "en", {}),
    ("The canteen reopened on 14 March 2024.", "en", {}),
    ("Launched on 14 March 2024, the Kestrel probe sent its first picture on 2 June 2024.", "en",
     {"2024-03-14": "supported"}),
    ("The Kestrel probe was launched on 14 March 2024, not on 9 March.", "en", {"2024-03-14": "supported"}),
    ("The launch of the Kestrel probe was postponed to 14 March 2024.", "en", {}),
    # a month that tells when it was said is none in which it was
    ("The Kestrel probe was launched, the space agency reported in May, on a clear morning.", "en", {}),
    ("The Kestrel probe was launched in May, the space agency reported.", "en", {"2025-05": "discrepancy"}),
    ("La sonde Kestrel a été lancée, a rappelé l'agence spatiale en mai.", "fr", {}),
    ("La sonde Kestrel a été lancée en mai, a rappelé l'agence spatiale.", "fr", {"2025-05": "discrepancy"}),
    ("The Kestrel probe was launched, the agency announced on 14 March 2024.", "en",
     {"2024-03-14": "supported"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), DATES)
def test_when_it_was(text: str, language: str, expected: dict[str, str], tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert {mention.value: mention.verdict for mention in found} == expected


FAIR = """\
claims:
  start:
    kind: date
    title: Start of the lantern fair's ticket sales
    match: [start of the ticket sales, début de la vente des billets]
    values: [2025-03-30]
"""

PARTS_OF_A_MONTH = [
    ("By the start of May the fair had had 38 complaints about a ticket.", "en", []),
    ("The ticket sales had their start in May.", "en", ["2025-05"]),
    ("Début mai, la foire avait reçu 38 plaintes pour des billets.", "fr", []),
    ("La vente des billets a connu son début en mai.", "fr", ["2025-05"]),
]


@pytest.mark.parametrize(("text", "language", "expected"), PARTS_OF_A_MONTH)
def test_the_start_of_a_month_is_no_start(
    text: str, language: str, expected: list[str], tmp_path: Path
) -> None:
    found = scanned(tmp_path, FAIR, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [m.value for m in found if m.claim and m.certainty == "sure"] == expected


CLUES = [
    ("agrees", "launched on 14 March 2024.", "launched on 2 June 2021."),
    ("agrees", "launched in March 2024.", "launched in June 2024."),
    ("one part differs", "launched on 15 March 2024.", "launched on 14 March 2024."),
    ("one part differs", "launched on 14 March 2023.", "launched on 15 March 2023."),
    ("a slip of the day", "launched on 15 March 2024.", "launched in April 2024."),
    ("another day plainly told", "launched on 2 June 2024.", "launched on 2 March 2024."),
    ("year alone", "launched in 2021.", "launched in June 2021."),
]


@pytest.mark.parametrize(("clue", "text", "twin"), CLUES)
def test_a_clue_tells_a_text_from_its_twin(clue: str, text: str, twin: str, tmp_path: Path) -> None:
    def clues(text: str) -> set[str]:
        readings = explained(tmp_path, REGISTRY, f"The Kestrel probe was {text}").values()
        [reading] = [row for row in readings if row.mention.kind == "date"]
        return {name for name, _ in reading.weighed[0].parts}

    assert clue in clues(text)
    assert clue not in clues(twin)


FAIR_DAYS = """\
claims:
  fair:
    kind: date
    title: Opening of the Lowick seed fair
    match:
      - the Lowick seed fair opened
      - la foire aux graines de Lowick a ouvert
      - la feria de semillas de Lowick abrió
    values: [2025-10-14]
"""

OTHER_DAYS = [
    # all of the claim is said, or half of it and a day that is the claim's but for one part
    ("The Lowick seed fair opened on 3 November.", "en", ["2025-11-03"]),
    ("The Lowick fair was back on 4 October.", "en", ["2025-10-04"]),
    ("La foire aux graines de Lowick a ouvert le 3 novembre.", "fr", ["2025-11-03"]),
    ("La feria de semillas de Lowick abrió el 3 de noviembre.", "es", ["2025-11-03"]),
    ("The Lowick fair was back on 3 November.", "en", []),
    ("The Lowick fair was back in the news in November.", "en", []),
    ("Lowick mended its bridge on 4 October.", "en", []),
    ("Lowick a réparé son pont le 4 octobre.", "fr", []),
    ("The fair said in 2025 that it had sold out.", "en", []),
    ("En 2025, la foire a fait le plein.", "fr", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), OTHER_DAYS)
def test_another_day_is_the_claims_where_enough_of_it_is_said(
    text: str, language: str, expected: list[str], tmp_path: Path
) -> None:
    found = scanned(tmp_path, FAIR_DAYS, {"a.md": text}, ScanOptions("2025-12-20", language)).mentions
    assert [m.value for m in found if m.claim and m.certainty == "sure"] == expected


POOL = """\
claims:
  opening:
    kind: date
    title: Opening of the valley pool
    match: [the valley pool was opened, la piscine de la vallée a ouvert, la piscina del valle abrió]
    values: [1950-03-05]
"""

YEARS_ALONE = [
    ("The valley pool was opened in 1953.", "en", {"1953": "discrepancy"}),
    ("The valley pool was opened in 1950.", "en", {"1950": "supported"}),
    ("The valley pool was opened in the third quarter of 1951.", "en", {"1951": "discrepancy"}),
    ("The valley pool, which was opened long ago, has a 1953 roof.", "en", {}),
    ("The valley pool leaked in 1953.", "en", {}),
    ("La piscine de la vallée a ouvert en 1953.", "fr", {"1953": "discrepancy"}),
    ("La piscine de la vallée a gelé en 1953.", "fr", {}),
    ("La piscina del valle abrió en 1953.", "es", {"1953": "discrepancy"}),
    ("La piscina del valle se heló en 1953.", "es", {}),
    ("The valley pool was opened on 5 March '50.", "en", {}),
    ("ROME, 9 March 1950 – The valley pool was opened on 5 March 1950.", "en", {"1950-03-05": "supported"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), YEARS_ALONE)
def test_a_year_alone_is_the_claims_where_its_clause_says_it_all(
    text: str, language: str, expected: dict[str, str], tmp_path: Path
) -> None:
    found = scanned(tmp_path, POOL, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert {m.value: m.verdict for m in found if m.certainty == "sure"} == expected
