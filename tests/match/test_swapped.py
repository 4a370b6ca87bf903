"""Two figures that changed places, in three languages; beside each, the text where they stand right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.match.scenes import explained

REGISTRY = """\
    claims:
      closed:
        title: Libraries that the county closes
        match: [libraries closed by the county, bibliothèques fermées, bibliotecas cerradas]
        values: [340]
      opened:
        title: Schools that the county opens
        match: [schools opened by the county, écoles ouvertes, escuelas abiertas]
        values: [120]
      visits:
        title: Visits to the county's pools
        match: [visits to the county's pools]
        values: [120]
    """


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The county closed 340 libraries and opened 120 schools.", {"340": "closed", "120": "opened"}),
        ("en", "The county closed 120 libraries and opened 340 schools.", {"120": "closed", "340": "opened"}),
        (
            "fr",
            "Le comté a fermé 340 bibliothèques et ouvert 120 écoles.",
            {"340": "closed", "120": "opened"},
        ),
        (
            "fr",
            "Le comté a fermé 120 bibliothèques et ouvert 340 écoles.",
            {"120": "closed", "340": "opened"},
        ),
        ("es", "El condado cerró 120 bibliotecas y abrió 340 escuelas.", {"120": "closed", "340": "opened"}),
    ],
)
def test_the_words_tell_what_each_is_about(
    tmp_path: Path, language: str, text: str, expected: dict[str, str]
) -> None:
    found = explained(tmp_path, REGISTRY, text, language)
    assert {figure: row.mention.claim for figure, row in found.items()} == expected
    assert {row.mention.certainty for row in found.values()} == {"sure"}


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The county closed 120 libraries. Schools opened: 340.", True),
        ("The county closed 120 libraries. It said no more.\nThe county opened 340 schools.", False),
        ("The county closed 120 libraries and opened 350 schools.", False),  # one is wrong of its own
        ("For the county, figures are 120 and 340.", False),  # no word is nearer to the one
    ],
)  # fmt: skip
def test_both_must_be_the_others(tmp_path: Path, text: str, changed: bool) -> None:
    found = explained(tmp_path, REGISTRY, text)
    clues = [name for row in found.values() for weighed in row.weighed for name, _ in weighed.parts]
    assert ("changed places" in clues) == changed
