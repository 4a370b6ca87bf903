"""Number words, as they compose in each language, and in one that has a file and nothing else."""

from typing import Any

import pytest

from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import words
from tests.extract.figures import shown, shown_figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("neuf millions", ["9e+06"]),
        ("dix-sept loups", ["17"]),
        ("vingt et un loups", ["21"]),
        ("vingt-et-une louves", ["21"]),
        ("vingt-sept loups", ["27"]),
        ("soixante et onze loups", ["71"]),
        ("quatre-vingts loups", ["80"]),
        ("quatre-vingt-dix loups", ["90"]),
        ("quatre-vingt-dix-neuf loups", ["99"]),
        ("nonante-cinq loups", ["95"]),
        ("cent loups", ["100"]),
        ("cent cinquante mille loups", ["150000"]),
        ("deux cents loups", ["200"]),
        ("deux cent mille loups", ["200000"]),
        ("mille loups", ["1000"]),
        ("dix mille loups", ["10000"]),
        ("deux mille vingt-quatre loups", ["2024"]),
        ("trois millions quatre cent mille loups", ["3.4e+06"]),
        ("mille milliards de loups", ["1e+12"]),
        ("un million de loups", ["1e+06"]),
        ("un million et demi de loups", ["1.5e+06"]),
        ("un demi-million de loups", ["500000"]),
        ("une demi-douzaine de loups", ["6"]),
        ("une trentaine de loups", ["30 about"]),
        ("deux douzaines de loups", ["24 about"]),
        ("un millier de loups", ["1000 about"]),
        ("une dizaine de milliers de loups", ["10000 about"]),
        ("plusieurs milliers de loups", []),
        ("des centaines de loups", []),
        ("quelques mille", []),
        ("la trentaine passée", []),
        ("vingt et trois quarts", ["20.75"]),
        ("deux virgule cinquante-deux", ["2.52"]),
    ],
)
def test_french(text: str, expected: list[str]) -> None:
    assert shown("fr", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-seven hundred wolves", ["2700"]),
        ("twenty-one wolves", ["21"]),
        ("a hundred wolves", ["100"]),
        ("two hundred and five wolves", ["205"]),
        ("one hundred and twenty-five wolves", ["125"]),
        ("between two hundred and three hundred wolves", ["200..300"]),
        ("between twenty and thirty wolves", ["20..30"]),
        ("fifteen-thousand wolves", ["15000"]),
        ("four-thousand-700 wolves", ["4700"]),
        ("six thousand wolves", ["6000"]),
        ("three million four hundred thousand wolves", ["3.4e+06"]),
        ("half a million wolves", ["500000"]),
        ("one and a half million wolves", ["1.5e+06"]),
        ("two and a half million wolves", ["2.5e+06"]),
        ("a million and a half wolves", ["1.5e+06"]),
        ("two and a half years", ["2.5 year"]),
        ("two hundred one-bedroom flats", ["200"]),
        ("a four-person crew", ["4"]),
        ("twice in ten years", ["2", "10 year"]),
        ("once or twice", []),
        ("twenty twenty-four", []),
        ("hundreds of wolves", []),
        ("the hundred days", []),
        ("a few thousand wolves", []),
        ("two hundred and three quarters", ["200.75"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert shown("en", text) == expected


SPANISH: dict[str, Any] = {
    "digits": {"group": ".", "decimal": ","},
    "numbers": {
        "un": 1, "uno": 1, "dos": 2, "tres": 3, "cinco": 5, "siete": 7, "diez": 10, "dieciséis": 16,
        "veintiuno": 21, "treinta": 30, "cuarenta": 40, "doscientos": 200, "novecientos": 900,
    },
    "scales": {"cien": 100, "ciento": 100, "mil": 1000, "millón": 1e6, "millones": 1e6},
    "bare": ["cien", "ciento", "mil"],
    "collectives": {"docena": 12, "centenar": 100},
    "articles": ["un", "una"],
    "joins": {"tens": ["y"], "hundreds": []},
    "halves": {"before": ["medio", "media"], "after": ["y medio", "y media"]},
    "uncertain": ["varios"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treinta y cinco lobos", ["35"]),
        ("treinta y tantos lobos", ["30"]),
        ("mil lobos", ["1000"]),
        ("mil novecientos cuarenta y cinco lobos", ["1945"]),
        ("dos mil doscientos lobos", ["2200"]),
        ("ciento dieciséis lobos", ["116"]),
        ("un millón y medio de lobos", ["1.5e+06"]),
        ("medio millón de lobos", ["500000"]),
        ("una docena de lobos", ["12 about"]),
        ("varios mil lobos", []),
        ("un lobo", []),
    ],
)
def test_a_language_is_a_file(text: str, expected: list[str]) -> None:
    french = dict(load("fr").data)
    french["figures"] = french["figures"] | SPANISH
    reader = FigureReader.of_lexicon(Lexicon("es", french))
    assert [shown_figure(figure) for figure in reader.read(text, words(text))] == expected
