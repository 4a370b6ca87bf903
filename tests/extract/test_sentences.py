"""Each row: the text with a bar where a sentence ends; its twin is the text that must not be cut."""

from __future__ import annotations

import pytest

from factcheck.extract.sentences import LONGEST, split
from factcheck.language.lexicon import Lexicon, load
from factcheck.model import Article, Block
from factcheck.places import whole
from factcheck.read import read_article


def sentences(language: str, text: str) -> list[str]:
    article = Article("x.md", text, whole(text), blocks=(Block("paragraph", 0, len(text)),))
    return [text[sentence.start : sentence.end] for sentence in split(article, load(language))]


@pytest.mark.parametrize(
    ("language", "barred"),
    [
        ("fr", "La digue a cédé. | L’eau monte. | Que faire ? | Partir !"),
        ("fr", "Selon M. Dupont, la digue tient. | Mme. Roy en doute."),
        ("fr", "Le gén. Martin et le Dr. Petit l’ont vu."),
        ("fr", "Mesuré par J. Smith et A. B. Roux en nov. 2025. | Rien depuis."),
        ("fr", "Il a perdu env. 30 % (cf. p. 12 et l’art. 5). | Le reste tient."),
        ("fr", "Le budget atteint 17.5 millions, soit 3.000 de plus. | Il baissera."),
        ("fr", "Des ponts, des quais, etc. | Mais la route tient."),
        ("fr", "Des ponts, des quais, etc. à refaire."),
        ("fr", "Départ à 16 h. | Les bus suivent."),
        ("fr", "Des tuyaux de 240 mm. | Un autre en mesure 180."),
        ("fr", "Les 12 MM. Roux et Petit. | Ils partent."),
        ("es", "Pesa 12 kg. | Los otros pesan 15."),
        ("es", "Pesa 12 kg. y mide poco."),
        ("fr", "Qui paiera les digues ?| Un accord existe."),
        ("fr", "La digue tient.| L’eau baisse.| Fin."),
        ("fr", "Le quai… | Personne n’y va."),
        ("fr", "Le quai… et la rue."),
        ("fr", "« Rien ne tient. » a dit le maire. | Il part."),
        ("fr", "« Rien ne tient. Tout est à refaire. » | Le maire part."),
        ("fr", "Tout est à refaire (sauf le quai… Peut-être). | Le maire part."),
        ("fr", "On compte 11\u202f000 foyers. | Environ 3\u00a0000 sont évacués\u202f! | Fin."),
        ("fr", "1. Couper l’eau. | 2. Partir."),
        ("en", "The dam held. | Nobody left. | Why? | Nobody knows!"),
        ("en", "Mr. Smith and Lt. Col. Jones met Gov. Reed at No. 10 Downing St. in London."),
        ("en", "Did it hold? | No. | We saw it go."),
        ("en", "The U.S. Army and the U.N. sent boats. | They sank."),
        ("en", "It is made in the U.S. | The parts are not."),
        ("en", "It rose approx. 30 cm on Oct. 7 (see p. 12)."),
        ("en", "It fell at 5 p.m. | The crew had left."),
        ("en", "“It is gone. All of it,” she said. | Then she left."),
        ("en", "“It is gone.” he said."),
        ("en", "Boats sank.| Then the rain came!| Who was there?| Nobody."),
        ("en", "Mr.Smith paid Yahoo! for 17.5 of them. | Apple.com was down."),
        ("en", "Sales of the iPhone fell. | The iPad sold well. | iPhone users left."),
        ("en", "They sat in the sun. | 20 people came."),
        ("en", "He hit « .400 in March. | She hit .350."),
    ],
)
def test_split(language: str, barred: str) -> None:
    parts = [part.strip() for part in barred.split("|")]
    text = barred.replace(" | ", " ").replace("| ", "").replace("|", "")
    assert sentences(language, text) == parts


def test_no_sentence_crosses_a_block_and_a_row_is_one() -> None:
    article = read_article("x.md", b"# A Dam\n\n- one\n- two. Three.\n\n|a. B|c|\n|-|-|\n|1. D|2|\n")
    shown = [article.text[s.start : s.end] for s in split(article, load("en"))]
    assert shown == ["A Dam", "one", "two.", "Three.", "a. B|c", "1. D|2"]


def test_no_break_spaces_do_not_make_the_library_panic() -> None:
    for space in "\u00a0\u202f\u2009\u2028\u3000":
        assert sentences("fr", f"Le {space}.{space}A{space}. Fin") is not None


def test_another_order_of_abbreviations_needs_no_python() -> None:
    words = {"never": ["sr"], "before_number": ["núm"], "closing": []}
    spanish = Lexicon("es", {"abbreviations": words, "stopwords": ["el"], "common": []})
    text = "El Sr. López vio el núm. 5 ayer. Se fue."
    article = Article("x.md", text, whole(text), blocks=(Block("paragraph", 0, len(text)),))
    assert [text[s.start : s.end] for s in split(article, spanish)] == [
        "El Sr. López vio el núm. 5 ayer.",
        "Se fue.",
    ]


@pytest.mark.parametrize(
    ("part", "end"),
    [
        ("20 mills, ", "20 mills,"),
        ("a mill; 20 bakers, ", "a mill;"),
        ("11 000 mills ", "mills"),
        ("20 | ", "20 |"),
    ],
)
def test_what_is_endless_is_cut_at_a_mark(part: str, end: str) -> None:
    cut = sentences("en", part * 2000)
    assert "".join(cut).replace(" ", "") == (part * 2000).replace(" ", "")
    assert len(cut) > 1
    assert max(map(len, cut)) <= LONGEST + len(part)
    assert all(row.endswith(end) for row in cut[:-1])


@pytest.mark.parametrize("text", ["20 mills, " * 300, "m" * 2 * LONGEST, "." * 2 * LONGEST])
def test_what_is_long_is_one_and_what_has_no_blank_is_not_cut(text: str) -> None:
    assert sentences("en", text) == [text.strip()]
