"""Which words of a claim's phrase a sentence says and which it lacks, and that every clue is in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.language.words import words
from factcheck.match import score
from factcheck.match.explain import CLUES
from factcheck.match.index import build
from factcheck.match.terms import vocabulary
from factcheck.match.told import nearest, phrasing
from factcheck.registry.load import parse_registry

REGISTRY = parse_registry(
    """\
claims:
  bridge: {title: Cost of the Lower Bridge, match: [coût du pont de la rue Basse], values: [€80M]}
  cases: {title: Measles cases in the Tarn region, values: [120]}
""",
    "claims.yaml",
)
INDEX = build(REGISTRY, ["quantity"])


def keys(text: str, language: str) -> dict[str, float]:
    cut = words(text)
    terms = vocabulary(language).terms(cut, range(len(cut)))
    return {key: 1.0 for term in terms for key in term.keys}


@pytest.mark.parametrize(
    ("text", "language", "phrase", "said", "missing"),
    [
        ("The Lower Bridge cost more", "en", "Cost of the Lower Bridge", ("Cost of the Lower Bridge",), ()),
        ("The Lower Bridge opens", "en", "Cost of the Lower Bridge", ("Lower Bridge",), ("Cost",)),
        ("Le pont de la rue Basse ouvre", "fr", "coût du pont de la rue Basse", ("pont de la rue Basse",),
         ("coût",)),
        ("Cae un puente", "es", "Cost of the Lower Bridge", ("Bridge",), ("Cost of the Lower",)),
    ],
)  # fmt: skip
def test_what_is_said_and_what_is_missing(
    text: str, language: str, phrase: str, said: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    found = phrasing(INDEX.entries[0], keys(text, language))
    assert (found.phrase, found.said, found.missing) == (phrase, said, missing)
    assert (found.share == 1.0) == (not missing)


@pytest.mark.parametrize(
    ("text", "claim"), [("The bridge opens", "bridge"), ("The region is wide", "cases"), ("It rains", None)]
)
def test_the_nearest_claim(text: str, claim: str | None) -> None:
    found = nearest(INDEX, keys(text, "en"))
    assert (found.claim.id if found else None) == claim


def test_a_registry_without_claims_has_no_nearest() -> None:
    assert nearest(replace(INDEX, entries=()), keys("The bridge opens", "en")) is None


@pytest.mark.parametrize("clue", sorted({*score.FIGURES[1], *score.DATES[1], "restates"}))
def test_every_clue_is_told_in_words(clue: str) -> None:
    assert len(CLUES[clue].split()) > 3
    assert not {"mass", "plainly"} & set(CLUES[clue].split())
