"""The phrase that the words around a figure make; beside what makes none."""

from __future__ import annotations

import pytest

from factcheck.suggest.drafts import draft
from factcheck.suggest.phrases import phrase
from tests.suggest.drafted import read


def said(language: str, sentence: str) -> str:
    return phrase(read({"a.md": f"---\ndate: 2025-03-20\nlang: {language}\n---\n{sentence}\n"})[0], {})


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "The council will plant 3,400 lime trees along the canal.",
         "council will plant … lime trees along the canal"),
        ("en", "41 barges sank in the storm.", "barges sank in the storm"),
        ("fr", "Le conseil plantera 3 400 tilleuls le long du canal.",
         "conseil plantera … tilleuls le long du canal"),
        ("en", "The canal was dug by 1,200 prisoners.", "canal was dug by … prisoners"),
        ("en", "There were 41.", ""),
        ("en", "41 barges.", ""),
        ("en", "3,400 in 2024, 41 in 2023.", ""),
    ],
)  # fmt: skip
def test_a_phrase_is_the_clause_without_its_figures(language: str, sentence: str, expected: str) -> None:
    assert said(language, sentence) == expected


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Mi-janvier, il en était à 300.", ""),
        ("fr", "Fin octobre, ils étaient 300.", ""),
        ("fr", "À l'automne, il en était à 300.", ""),
        ("fr", "Mi-janvier, le refuge nourrissait 300 hérissons.", "refuge nourrissait … hérissons"),
        ("en", "By mid-January there were 300.", ""),
        ("en", "Last week there were 300.", ""),
        ("en", "On 3 March the shelter fed 300 hedgehogs.", "shelter fed … hedgehogs"),
        ("es", "A mediados de enero eran 300.", ""),
        ("es", "El lunes eran 300.", ""),
        ("es", "A mediados de enero el refugio alimentaba a 300 erizos.", "refugio alimentaba a … erizos"),
    ],
)
def test_a_date_is_no_word_that_tells(language: str, sentence: str, expected: str) -> None:
    assert said(language, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The council planted 3,400 lime trees along the canal.", "3400"),
        ("The council planted more than 3,400 lime trees along the canal.", ">3400"),
        ("The council planted 3,000 to 3,400 lime trees along the canal.", "3000-3400"),
        ("The council spent about €2.5 million on lime trees.", "~2.5M"),
        ("Lime trees made up 12.5% of those along the canal.", "12.5%"),
    ],
)
def test_one_figure_drafts_what_the_article_says(sentence: str, value: str) -> None:
    made = draft(read({"a.md": f"---\ndate: 2025-03-20\nlang: en\n---\n{sentence}\n"})[:1])
    assert made is not None
    assert [(one.text, one.since) for one in made.values] == [(value, "2025-03-20")]


def test_no_draft_of_no_words() -> None:
    assert draft(read({"a.md": "There were 41.\n"})) is None
