"""What the words around a figure make: a phrase, a claim; beside what makes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.model import Mention
from factcheck.registry.load import parse_registry
from factcheck.review.phrases import draft, phrase
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

OTHER = "claims: {keys: 'Keys of the vault: 987654'}"

SENTENCES = [
    (
        "The council will plant 3,400 lime trees along the canal.",
        "council will plant lime trees along the canal",
    ),
    ("Some 3,400 lime trees, of 12 kinds, were planted.", "lime trees"),
    ("41 barges sank in the storm.", "barges sank in the storm"),
    ("Le conseil plantera 3 400 tilleuls le long du canal.", "conseil plantera tilleuls le long du canal"),
    ("The canal was dug by 1,200 prisoners.", "canal was dug prisoners"),
    ("There were 41.", ""),
    ("3,400 in 2024, 41 in 2023.", ""),
]


def figure(folder: Path, sentence: str) -> tuple[Mention, str]:
    report = scanned(folder, OTHER, {"a.md": sentence}, ScanOptions(date=DAY, all_figures=True))
    return report.mentions[0], report.articles[0].language


@pytest.mark.parametrize(("sentence", "said"), SENTENCES)
def test_a_phrase_is_the_clause_without_its_figures(tmp_path: Path, sentence: str, said: str) -> None:
    assert phrase(*figure(tmp_path, sentence)) == said


DRAFTS = [
    ("The council planted 3,400 lime trees along the canal.", "3400"),
    ("The council planted more than 3,400 lime trees along the canal.", ">3400"),
    ("The council planted 3,000 to 3,400 lime trees along the canal.", "3000-3400"),
    ("The council spent about €2.5 million on lime trees.", "~2500000 EUR"),
    ("Lime trees made up 12.5% of those along the canal.", "12.5 %"),
]


@pytest.mark.parametrize(("sentence", "value"), DRAFTS)
def test_a_draft_loads_and_says_what_the_article_says(tmp_path: Path, sentence: str, value: str) -> None:
    mention, language = figure(tmp_path, sentence)
    made = draft(mention, language, DAY)
    assert made is not None
    key, fields = made
    assert fields["values"] == [{"value": value, "as_of": DAY}]
    [claim] = parse_registry(
        f"claims: {{{key}: {{match: {fields['match']}, values: ['{value}']}}}}", "c"
    ).claims
    told = claim.values[0].quantity
    assert told is not None
    assert told.value == pytest.approx(mention.value if isinstance(mention.value, float) else 3000)


def test_no_draft_of_no_words(tmp_path: Path) -> None:
    assert draft(*figure(tmp_path, "There were 41."), DAY) is None
