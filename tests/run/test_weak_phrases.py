"""Phrases that are another claim's, and claims that no article in a language leads to; each beside a registry
that has them not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.weak_phrases import entries_of, misplaced, unbridged
from tests.newsroom import DAY, scanned

SAID = "values: [{value: 3, source: S}]"
HURT = (
    f"hurt: {{title: Passengers injured in the derailment, match: [injured passengers of the train], {SAID}}}"
)


def odd(claims: str) -> list[str]:
    entries = entries_of(parse_registry(f"claims: {{{claims}}}\n", "claims.yaml"))
    return [f"{one.claim}: {one.what}" for one in misplaced(entries)]


def rails(match: str, more: str = "") -> str:
    said = f"match: [sleepers replaced along the line, {match}], {SAID}{more}"
    return f"rails: {{title: Sleepers replaced along the line, {said}}}, {HURT}"


def test_a_phrase_that_fits_another_claim_better() -> None:
    [what] = odd(rails("passengers who were injured by the train"))
    assert what == (
        "rails: `passengers who were injured by the train` says what `hurt` does, and its other phrases "
        "do not: give it to that, or say more in it"
    )


FINE = {
    "a phrase of its own": rails("new sleepers under the rails"),
    "one that says more": rails("passengers who were injured by the sleepers of the train"),
    "one that says less": rails("passengers"),
    "the same words, which is another weakness": rails("injured passengers of the train"),
    "a part": rails("passengers who were injured by the train", ", part_of: hurt"),
    "another unit": rails("passengers who were injured by the train", ", unit: km").replace(
        "of the train], ", "of the train], unit: people, "
    ),
    "words that the context tells apart": rails(
        "passengers who were injured by the train", ", context: [Sandby]"
    ).replace("of the train], ", "of the train], context: [Ulmstead], "),
    "other numbers": (
        f"a: {{title: Sleepers replaced, match: [children of 2 who saw a dentist], {SAID}}}, "
        f"b: {{title: Children of 7 seen, match: [children of 7 who saw dentists], {SAID}}}"
    ),
}


@pytest.mark.parametrize("claims", FINE.values(), ids=FINE)
def test_a_phrase_of_its_own(claims: str) -> None:
    assert odd(claims) == []


def lonely(folder: Path, title: str, articles: dict[str, str]) -> list[str]:
    """What is told of a claim of one phrase beside one in French."""
    text = f'claims: {{it: {{title: "{title}", {SAID}}}, nez: {{title: Les nez rouges du cirque, {SAID}}}}}\n'
    report = scanned(folder, text, articles, ScanOptions(DAY))
    found = unbridged(entries_of(parse_registry(text, "claims.yaml")), report)
    return [f"{one.claim}: {one.what}" for one in found if one.claim == "it"]


FRENCH = (
    "Le conseil se réunit lundi pour parler de la fête, qui aura lieu dans trois semaines sur la place.\n"
)
ENGLISH = "The council will meet on Monday to talk about the fair, which is in three weeks on the green.\n"


def test_a_claim_to_which_no_language_leads(tmp_path: Path) -> None:
    title = "Tadpoles spotted with crooked whiskers"
    [what] = lonely(tmp_path, title, {"a.md": FRENCH, "b.md": ENGLISH})
    why = "no phrase in `fr`, in which an article is, and the thesaurus leads there from none"
    assert what == f"it: {why}: give it one in `match`"


@pytest.mark.parametrize(
    ("title", "article"),
    [
        ("Tadpoles spotted with crooked whiskers", ENGLISH),
        ("Soldiers killed in the war", FRENCH),
        ("Children killed in Germany", FRENCH),
        ("The tadpoles of Brookfield Sandby", FRENCH),
        ("Les têtards aux moustaches tordues", FRENCH),
    ],
)
def test_a_claim_to_which_a_language_leads(tmp_path: Path, title: str, article: str) -> None:
    assert lonely(tmp_path, title, {"a.md": article}) == []
