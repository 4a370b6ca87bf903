"""What a text does not assert, each beside a twin that it does."""

import pytest

from factcheck.extract.asserted import denied, mark, speaks_of_plans
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Sentence
from tests.extract.figures import figures


def roles(language: str, text: str) -> list[str]:
    read = figures(language, text)
    return [f.role for f in mark(text, words(text), [Sentence(0, len(text), 0)], read, load(language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The reform did not cost 40 posts.", ["denied"]),
        ("en", "The reform didn't cost 40 posts.", ["denied"]),
        ("en", "The choir has 47 voices, not 52.", ["level", "denied"]),
        ("en", "The museum did not buy 52 paintings but 47.", ["denied", "level"]),
        ("en", "It is false that 300 trees were felled.", ["denied"]),
        ("en", "An earlier version of this article said 300 trees fell.", ["denied"]),
        ("en", "Rumours of 300 felled trees proved wrong.", ["denied"]),
        ("en", "The flood could have drowned 500 cows.", ["planned"]),
        ("en", "If 500 fans had come, the hall would have shut.", ["planned"]),
        ("en", "Attendance is forecast to reach 500.", ["planned"]),
        ("en", "Attendance could soon reach 500.", ["planned"]),
        # twins
        ("en", "The reform cost 40 posts.", ["level"]),
        ("en", "It has no more than 40 seats.", ["level"]),
        ("en", "It does not exceed 40 degrees.", ["level"]),
        ("en", "The club has not played for 40 days.", ["level"]),
        ("en", "Not only 40 players but 30 coaches came.", ["level", "level"]),
        ("en", "Even if 500 fans came, it was a flop.", ["level"]),
        ("en", "The crash is believed to have killed 40 deer.", ["level"]),
        ("en", "The path may have claimed 40 lives.", ["level"]),
        ("en", "The museum will cost 40 million.", ["level"]),
        ("fr", "La réforme n'a pas encore coûté 40 postes.", ["denied"]),
        ("fr", "La chorale compte non pas 52 mais 47 voix.", ["denied", "level"]),
        ("fr", "La chorale compte 47 voix, et non 52.", ["level", "denied"]),
        ("fr", "Il est faux que 300 arbres ont été abattus.", ["denied"]),
        ("fr", "Une première version de cet article parlait de 300 arbres.", ["denied"]),
        ("fr", "La rumeur de 300 arbres abattus s'est révélée fausse.", ["denied"]),
        ("fr", "La crue aurait pu noyer 500 vaches.", ["planned"]),
        ("fr", "S'il venait 500 élèves, la salle serait trop petite.", ["planned"]),
        ("fr", "L'affluence devrait atteindre 500 élèves.", ["planned"]),
        ("fr", "L'affluence atteindra 500 élèves.", ["planned"]),
        ("fr", "L'affluence s'élèvera à 500 élèves.", ["planned"]),
        # twins
        ("fr", "La crue aurait noyé 500 vaches.", ["level"]),
        ("fr", "Le loyer augmentera de 8 % en mai.", ["level"]),
        ("fr", "Il n'y a pas plus de 40 places.", ["level"]),
        ("fr", "Le oui obtient 48 % et le non 43 %.", ["level", "level"]),
        ("fr", "Ce ne sont pas 43 %.", ["denied"]),
        ("fr", "Ce n'est que 40 places.", ["level"]),
        ("fr", "Même si 500 élèves sont venus, c'est peu.", ["level"]),
        ("es", "La reforma no ha costado 40 plazas.", ["denied"]),
        ("es", "El coro no tiene 52 voces, sino 47.", ["denied", "level"]),
        ("es", "Es falso que se talaran 300 árboles.", ["denied"]),
        ("es", "Una versión anterior de este artículo hablaba de 300 árboles.", ["denied"]),
        ("es", "El rumor de 300 árboles talados resultó falso.", ["denied"]),
        ("es", "La riada podría haber ahogado 500 vacas.", ["planned"]),
        ("es", "Si vinieran 500 alumnos, la sala cerraría.", ["planned"]),
        ("es", "Se prevé que la afluencia alcance las 500 personas.", ["planned"]),
        # twins
        ("es", "Sí vinieron 500 alumnos.", ["level"]),
        ("es", "El no ha gastado 40 euros.", ["level"]),
        ("es", "Él no ha gastado 40 euros.", ["denied"]),
        ("es", "No hay más de 40 plazas.", ["level"]),
        ("es", "No solo 40 jugadores, sino también 30 técnicos.", ["level", "level"]),
    ],
)
def test_what_a_text_asserts(language: str, text: str, expected: list[str]) -> None:
    assert roles(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It opened not on Monday.", [False]), ("It opened in June, not July.", [False, True])],
)
def test_dates_told_as_wrong(text: str, expected: list[bool]) -> None:
    spans = [
        (text.index(word), text.index(word) + len(word))
        for word in ("Monday", "June", "July")
        if word in text
    ]
    assert denied(text, words(text), [Sentence(0, len(text), 0)], spans, load("en")) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("forecast attendance", True),
        ("objectif de fréquentation", True),
        ("previsión de ventas", True),
        ("attendance at the fair", False),
        ("fréquentation de la foire", False),
    ],
)
def test_claims_about_plans(phrase: str, expected: bool) -> None:
    assert speaks_of_plans(phrase) is expected
