"""Words into terms, across inflections, synonyms and languages."""

from __future__ import annotations

import pytest

from factcheck.language.words import folded, words
from factcheck.match.terms import phrase_slots, vocabulary


def keys(text: str, code: str) -> set[str]:
    found = words(text)
    return {key for term in vocabulary(code).terms(found, range(len(found))) for key in term.keys}


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("douze personnes ont péri", "fr", "@killed"),
        ("douze personnes ont perdu la vie", "fr", "@killed"),
        ("twelve people lost their lives", "en", "@killed"),
        ("l'accident a coûté la vie à douze ouvriers", "fr", "@killed"),
        ("les autorités sud-coréennes", "fr", "#KR"),
        ("South Korean officials", "en", "#KR"),
        ("Séoul", "fr", "#KR"),
        ("les États-Unis", "fr", "#US"),
        ("le chiffre d'affaires du groupe", "fr", "@revenue"),
    ],
)
def test_a_text_says_a_concept(text: str, code: str, expected: str) -> None:
    assert expected in keys(text, code)


@pytest.mark.parametrize(
    ("text", "code", "unexpected"),
    [
        ("les autorités nord-coréennes", "fr", "#KR"),
        ("the bus takes us home", "en", "#US"),
        ("she lived a long life", "en", "@killed"),
        ("son chiffre porte-bonheur", "fr", "@revenue"),
    ],
)
def test_its_twin_does_not(text: str, code: str, unexpected: str) -> None:
    assert unexpected not in keys(text, code)


def test_a_phrase_meets_a_text_in_another_language() -> None:
    [slot] = phrase_slots("fatalities")
    assert slot & keys("trois morts", "fr")
    assert not slot & keys("trois blessés", "fr")


@pytest.mark.parametrize(
    ("phrase", "name", "code"),
    [
        ("the fee for Ibarra", "Ibarra", "es"),
        ("rainfall in Costa Verana", "Costa Verana", "en"),
        ("entraîneur de Larkspur Otters", "Larkspur Otters", "es"),
        ("Puerto Lirio", "Puerto Lirio", "fr"),
    ],
)
def test_a_name_is_one_in_every_language(phrase: str, name: str, code: str) -> None:
    said = [vocabulary(code).keys(word) for word in folded(name)]
    assert all(any(slot.intersection(keys) for slot in phrase_slots(phrase)) for keys in said)


def test_a_common_word_is_not_one_in_every_language() -> None:
    assert not any(slot & keys("du pain", "fr") for slot in phrase_slots("the pain of patients"))


def test_words_that_make_one_concept_make_one_place() -> None:
    assert frozenset({"#KP"}) in phrase_slots("soldats de la Corée du Nord")


@pytest.mark.parametrize(
    ("phrase", "text", "code", "found"),
    [
        ("Viajeros del tren Costa Serena", "the Costa Serena line", "en", 2),
        ("Viajeros del tren Costa Serena", "la ligne Costa Serena", "fr", 2),
        ("viajeros de la costa serena", "the Costa Serena line", "en", 0),
        ("Crew of the Teresia", "l'équipage du Teresia", "fr", 2),
        ("Crew of the Teresia", "l'équipage du navire", "fr", 1),
        ("Places au stade Pierre-Mauraine", "the Pierre-Mauraine ground", "en", 2),
        ("Places au stade Pierre-Mauraine", "the stone ground", "en", 0),
    ],
)
def test_a_name_in_a_phrase_is_the_same_in_every_language(
    phrase: str, text: str, code: str, found: int
) -> None:
    said = keys(text, code)
    assert sum(not slot.isdisjoint(said) for slot in phrase_slots(phrase)) == found
