"""Sentences that repeat a statement, and those that deny it, debunk it or speak of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.language.words import words
from factcheck.match.statements import debunked, denials
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
claims:
  wells:
    kind: statement
    title: The quarry poisoned the village wells
    match: [la carrière a empoisonné les puits du village]
    exclude: [novel, roman]
    rating: false
  bailout:
    kind: statement
    title: The island bank received no public money
    match: [la banque de l'île n'a reçu aucun argent public]
    rating: true
"""

STATEMENTS = [
    ("The quarry poisoned the village wells.", "en", "wells"),
    ("For years, residents say, the quarry has poisoned the wells of the village.", "en", "wells"),
    ("The village wells were poisoned by the quarry, which never closed.", "en", "wells"),
    ("It did not rain when the quarry poisoned the village wells.", "en", "wells"),
    ("La carrière a empoisonné les puits du village.", "fr", "wells"),
    ("La carrière, qui n'a jamais fermé, a empoisonné les puits du village.", "fr", None),
    ("The quarry did not poison the village wells.", "en", None),
    ("The quarry never poisoned the wells of the village.", "en", None),
    ("La carrière n'a pas empoisonné les puits du village.", "fr", None),
    ("It is a myth that the quarry poisoned the village wells.", "en", None),
    ("The company denied that the quarry had poisoned the village wells.", "en", None),
    ("Contrairement à la rumeur, la carrière a empoisonné les puits du village.", "fr", None),
    ("In the novel, the quarry poisoned the village wells.", "en", None),
    ("The quarry bought the village school.", "en", None),
    ("The wells are deep.", "en", None),
    ("The island bank received no public money.", "en", "bailout"),
    ("La banque de l'île n'a reçu aucun argent public.", "fr", "bailout"),
    ("The island bank received public money.", "en", None),
    ("La banque de l'île a reçu de l'argent public.", "fr", None),
]


@pytest.mark.parametrize(("text", "language", "claim"), STATEMENTS)
def test_what_a_sentence_repeats(text: str, language: str, claim: str | None, tmp_path: Path) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY, language)).mentions
    assert [mention.claim for mention in found] == ([claim] if claim else [])
    assert all(mention.text == text for mention in found)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("a hoax from start to end", "en", True),
        ("that is untrue", "en", True),
        ("that is true", "en", False),
        ("c'est une intox", "fr", True),
        ("contrairement à ce qu'on lit", "fr", True),
        ("c'est sans fondement", "fr", True),
        ("sans le fondement", "fr", False),
        ("", "fr", False),
    ],
)
def test_what_calls_something_untrue(text: str, language: str, expected: bool) -> None:
    assert debunked(words(text).folded, denials(language)) is expected
