"""An earlier value told beside the current one, and its twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  rise:
    title: Pay rise demanded by the bakers' guild
    match: [rise demanded by the bakers' guild, augmentation réclamée par la guilde des boulangers]
    values: [{value: 9%, as_of: 2025-01-10}, {value: 7.5%, as_of: 2025-05-02}]
"""
TOLD = [
    ("The bakers' guild, which had demanded a rise of 9%, now demands a rise of 7.5%.", "en",
     ["supported", "supported"]),
    ("The bakers' guild, which had demanded a rise of 6%, now demands a rise of 7.5%.", "en",
     ["discrepancy", "supported"]),
    ("The bakers' guild demands a rise of 9%.", "en", ["outdated"]),
    ("The bakers' guild demands a rise of 9%. It demanded a rise of 7.5%, say the bakers.", "en",
     ["outdated", "supported"]),
    ("The bakers' guild demands a rise of 9%, against 7.5% before.", "en", ["outdated", "discrepancy"]),
    ("The bakers' guild demands a rise of 7.5%. In January it had demanded a rise of 9%.", "en",
     ["supported", "supported"]),
    ("The bakers' guild demands a rise of 7.5%. In January it had demanded a rise of 6%.", "en",
     ["supported", "discrepancy"]),
    ("The rise demanded by the bakers' guild was 9%. The rise demanded by the bakers' guild is now 7.5%.",
     "en", ["supported", "supported"]),
    ("The rise demanded by the bakers' guild is 9%. The rise demanded by the bakers' guild is 7.5%.", "en",
     ["outdated", "supported"]),
    ("The rise demanded by the bakers' guild was 9%.", "en", ["outdated"]),
    ("The bakers' guild had demanded a rise of 9%.\n\nThe bakers' guild demands a rise of 7.5%.", "en",
     ["outdated", "supported"]),
    ("La guilde des boulangers, qui réclamait une augmentation de 9 %, en demande une de 7,5 %.", "fr",
     ["supported", "supported"]),
    ("La guilde des boulangers réclame une augmentation de 9 %.", "fr", ["outdated"]),
    ("L'augmentation réclamée par la guilde des boulangers est de 7,5 %. Elle était de 9 %.",
     "fr", ["supported", "supported"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "verdicts"), TOLD)
def test_an_earlier_value_beside_the_current_one_is_no_mistake(
    text: str, language: str, verdicts: list[str], tmp_path: Path
) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [mention.verdict for mention in found] == verdicts
    assert all(mention.periods for mention in found if mention.value == 9 and "supported" in verdicts[0])
