"""Each row stands beside the twin that must stay silent."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.names import names
from factcheck.language.lexicon import load
from factcheck.language.words import words


def read(language: str, text: str, start: int = 0, end: int | None = None) -> list[str]:
    end = len(text) if end is None else end
    return [name.text for name in names(text, words(text), start, end, load(language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "She thanked Maria Silva.", ["Maria Silva"]),
        ("en", "President Ellen Johnson Sirleaf spoke.", ["Ellen Johnson Sirleaf"]),
        ("en", "Then came Ammar Al-Khudairy.", ["Ammar Al-Khudairy"]),
        ("en", "It was Ursula von der Leyen who wrote.", ["Ursula von der Leyen"]),
        ("en", "General Charles de Gaulle wrote", ["Charles de Gaulle"]),
        ("en", "he met Mohammed bin Salman twice", ["Mohammed bin Salman"]),
        ("en", "he met Bashar al-Assad twice", ["Bashar al-Assad"]),
        ("en", "the al-Qaida group", ["al-Qaida"]),
        (
            "en",
            "O'Brien and J.K. Rowling met J. R. R. Tolkien",
            ["O'Brien", "J.K. Rowling", "J. R. R. Tolkien"],
        ),
        ("en", "the actor Christine D'Souza", ["Christine D'Souza"]),
        ("en", "said Maëlle Guivarc'h, and Guivarc'h's brother", ["Maëlle Guivarc'h", "Guivarc'h"]),
        ("en", "in the Joneses' house Ana Ruiz'll sing", ["Joneses", "Ana Ruiz"]),
        ("en", "when John F. Kennedy died", ["John F. Kennedy"]),
        ("en", "when Dr. Anthony Fauci spoke", ["Anthony Fauci"]),
        ("en", "it left St. Petersburg", ["St. Petersburg"]),
        ("en", "the tanker MV Wakashio ran aground", ["MV Wakashio"]),
        ("en", "the NATO summit", ["NATO"]),
        ("en", "said NATO Secretary General Mark Rutte", ["NATO", "Mark Rutte"]),
        ("en", "the cables of KRV Baltic", ["KRV Baltic"]),
        ("en", "the cables of Baltic Grid AB", ["Baltic Grid AB"]),
        ("en", "the cables of KRV", ["KRV"]),
        ("en", "said UBS Chairman Colm Kelleher", ["UBS", "Colm Kelleher"]),
        ("en", "the Russian Defence Minister Andrei Belousov", ["Andrei Belousov"]),
        ("en", "with Billie Jean King", ["Billie Jean King"]),
        ("en", "he is Vladimir Putin's deputy", ["Vladimir Putin"]),
        ("en", "he is Vladimir Putin’s deputy", ["Vladimir Putin"]),
        ("en", "Kim Jong-un left", ["Kim Jong-un"]),
        ("en", "Yesterday Maria Silva won", ["Maria Silva"]),
        ("en", "On Monday Sam Kerr scored", ["Sam Kerr"]),
        ("en", "“We won,” said Ana Lopes. “Nobody slept.”", ["Ana Lopes"]),
        ("en", "the Prime Minister, Mia Mottley, said", ["Mia Mottley"]),
        ("en", "He met No Kwang Chol.", ["No Kwang Chol"]),
        ("fr", "le ministre Viktor Goremykine", ["Viktor Goremykine"]),
        ("fr", "la Dre Priya Nadkarni", ["Priya Nadkarni"]),
        ("fr", "M. Dupont et Mme Élise Moreau-Laval", ["Dupont", "Élise Moreau-Laval"]),
        ("fr", "L'Iran et l'Irak", ["Iran", "Irak"]),
        ("fr", "avec Jean-Luc Mélenchon", ["Jean-Luc Mélenchon"]),
        ("fr", "avec Valéry Giscard d'Estaing", ["Valéry Giscard d'Estaing"]),
        ("fr", "le poète Joachim du Bellay", ["Joachim du Bellay"]),
        ("fr", "le philosophe J.-B. Pontalis", ["J.-B. Pontalis"]),
        ("fr", "Selon Fadi Sawan, c'est faux.", ["Fadi Sawan"]),
        ("fr", "Hier, Süleyman Soylu a démissionné.", ["Süleyman Soylu"]),
        ("fr", "L'Erika a coulé.", ["Erika"]),
        ("fr", "le ministre de la Défense Sébastien Lecornu", ["Sébastien Lecornu"]),
        ("fr", "la Première ministre Élisabeth Borne", ["Élisabeth Borne"]),
        ("fr", "le maire Jean MARTIN", ["Jean MARTIN"]),
        ("fr", "l'ONU et l'Otan", ["ONU", "Otan"]),
        ("fr", "Kim Jong-un a reçu", ["Kim Jong-un"]),
    ],
)
def test_a_name(language: str, text: str, expected: list[str]) -> None:
    assert read(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rescuers dug on."),
        ("en", "Yesterday it rained."),
        ("en", "the Prime Minister"),
        ("en", "the Russian and the Lebanese on Monday in May"),
        ("en", "“Nobody slept.”"),
        ("en", "plan B failed"),
        ("en", "Nurse Saves Three Children From River Fire"),
        ("en", "I think so"),
        ("fr", "Les secours arrivent."),
        ("fr", "Hier, il a plu."),
        ("fr", "les Français et les Libanais"),
        ("fr", "M. le maire"),
        ("fr", "le Premier ministre"),
        ("fr", "L'usine a fermé lundi."),
        ("fr", ""),
    ],
)
def test_what_is_no_name(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "head", "elsewhere", "expected"),
    [
        ("en", "Rhosus sank.", " They sold the Rhosus.", ["Rhosus"]),
        ("en", "Rescuers sank.", " They met the rescuers.", []),
        ("en", "No Kwang Chol left.", " He met No Kwang Chol.", ["No Kwang Chol"]),
        ("en", "No Swiss left.", " He met No Kwang Chol.", []),
        ("fr", "Beyrouth pleure.", " Le port de Beyrouth brûle.", ["Beyrouth"]),
        ("fr", "Personne ne pleure.", " Il ne voit personne.", []),
        (
            "en",
            "Museum Director Greta Lomax Leaves After Long Dispute",
            " A farewell from Greta Lomax.",
            ["Greta Lomax"],
        ),
        (
            "en",
            "Vaccine Maker Moderna Sees Profits Fall",
            " The maker of it, Moderna, and of others, at Moderna.",
            ["Moderna"],
        ),
    ],
)
def test_a_capital_from_its_place_counts_where_the_article_has_it_elsewhere(
    language: str, head: str, elsewhere: str, expected: list[str]
) -> None:
    assert read(language, f"{head}\n\n{elsewhere}", 0, len(head)) == expected


WORDS = """Al-Khudairy de la von der O'Brien J. K. No NATO MV M. Mme President le The d' - ' . , “ ” « » 12
    et and al- jong Un du St. é ß İ DŽ Ⅷ ¶"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n"])


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(deadline=None)
@given(
    text=st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)),
    cuts=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_any_sentence_is_read(language: str, text: str, cuts: tuple[int, int]) -> None:
    start, end = sorted(min(cut, len(text)) for cut in cuts)
    found = names(text, words(text), start, end, load(language))
    assert all(start <= name.start < name.end <= end for name in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(name.text == " ".join(text[name.start : name.end].split()) for name in found)
