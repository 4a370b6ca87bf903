"""Words into terms, across inflections, synonyms and languages."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import Stemmer

from factcheck.language.lexicon import languages, load
from factcheck.language.words import folded, words
from factcheck.match import terms
from factcheck.match.terms import Vocabulary, phrase_slots, stemmed, vocabulary


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    yield
    vocabulary.cache_clear()


def as_built(code: str, monkeypatch: pytest.MonkeyPatch, **other: str) -> Vocabulary:
    """The vocabulary of a language from what a build writes of it."""
    made = json.dumps(stemmed(load(code), vocabulary(code).stem) | other)
    monkeypatch.setattr(terms, "built", {f"{code}.stemmed": json.loads(made)}.get)
    vocabulary.cache_clear()
    return vocabulary(code)


@pytest.mark.parametrize("code", languages())
def test_what_a_build_writes_says_the_same(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = vocabulary(code)
    theirs = as_built(code, monkeypatch)
    assert theirs.stopwords == mine.stopwords
    text = words(" ".join(form for form, _ in terms._concepts(load(code))))
    assert len(text) > 5000
    found = list(mine.terms(text, range(len(text))))
    assert [(*row.keys,) for row in theirs.terms(text, range(len(text)))] == [row.keys for row in found]


@pytest.mark.parametrize(("version", "taken"), [(Stemmer.version(), True), ("0.9", False)])
def test_stems_of_another_stemmer_are_not_taken(
    version: str, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = as_built("en", monkeypatch, stemmer=version, stopwords="")
    assert (built.stopwords == frozenset()) is taken


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
