"""Shares, none and measures of two units: what they are, and beside it what only looks like them."""

import pytest

from tests.extract.figures import figures, shown


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Three out of four bakers agree", ["0.75 of one"]),
        ("en", "Seven in ten bakers agree", ["0.7 of one"]),
        ("en", "It fell to 1 in 13", ["0.0769231 of one"]),
        ("en", "one in 2,000 births", ["0.0005 of one"]),
        ("en", "She scored two in ten games", ["2", "10"]),
        ("en", "Two lines out of seven run", ["2", "7"]),
        ("en", "five in 20 minutes", ["5", "20 min"]),
        ("fr", "Sept boulangers sur dix approuvent", ["0.7 of one"]),
        ("fr", "trois chefs d'orchestre sur quatre", ["0.75 of one"]),
        ("fr", "un sur cent", ["0.01 of one"]),
        ("fr", "deux champs sur 30 hectares", ["2", "30 ha"]),
        ("fr", "tue un à trois oiseaux sur 1000", ["1..3", "1000"]),
        ("fr", "un boulanger sur trois approuve", ["0.333333 of one"]),
        ("fr", "un livre sur trois artistes", ["3"]),
        ("fr", "trois cinquièmes.", ["0.6 of one"]),
        ("fr", "les deux cinquièmes places", ["2"]),
        ("es", "tres de cada cuatro panaderos", ["0.75 of one"]),
        ("es", "uno de cada diez panaderos", ["0.1 of one"]),
        ("es", "la mitad de los panaderos", ["0.5 of one"]),
        ("es", "a mitad de camino", []),
        ("en", "Here, two in 10 are old", ["2", "10"]),
    ],
)
def test_shares(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("text", "coarse"),
    [("half of them", True), ("two-thirds of them", True), ("one in five", True), ("seven in ten", False)],
)
def test_how_coarse_a_share_is(text: str, *, coarse: bool) -> None:
    (figure,) = figures("en", text)
    assert figure.quantity.coarse is coarse


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "There were no deaths", ["0"]),
        ("en", "no civilian casualties", ["0"]),
        ("en", "no doubt, no plans, no more deaths", []),
        ("en", "It killed nobody", ["0"]),
        ("en", "Nobody was injured", ["0"]),
        ("en", "Nobody knows how many hikers died", []),
        ("fr", "aucun blessé, pas de victimes", ["0", "0"]),
        ("fr", "personne n'a été tué", ["0"]),
        ("fr", "L'explosion n'a tué personne", ["0"]),
        ("fr", "une personne a été tuée, en aucun cas", []),
        ("es", "No hubo heridos y nadie murió", ["0", "0"]),
        ("es", "ninguna duda, nadie sabe", []),
    ],
)
def test_none(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "2 hours and 45 minutes", ["165 min"]),
        ("en", "1 hour, 20 minutes and 5 seconds", ["4805 s"]),
        ("en", "It lasted 2h45", ["165 min"]),
        ("en", "At 2h45 it rained", []),
        ("en", "two years and three months", ["27 month"]),
        ("en", "six feet two inches, 5ft 10in", ["74 in", "70 in"]),
        ("en", "7 pounds 4 ounces", ["116 oz"]),
        ("en", "3 km and 500 m", ["3 km", "500 m"]),
        ("en", "3 dollars 50 cents", ["3.5 USD"]),
        ("en", "3 dollars and 20 apples", ["3 USD", "20"]),
        ("en", "42 cents per share, 85 pence a litre", ["42 cent/share", "85 penny/l"]),
        ("fr", "de 12 à 15 centimes le litre", ["12..15 cent/l"]),
        ("es", "sube 12,5 céntimos", ["12.5 cent"]),
        ("en", "42 centres, 85 percent", ["42", "85 %"]),
        ("fr", "Le match dure environ 2 h 10", ["130 min about"]),
        ("fr", "un vol de 2 h 45 min", ["165 min"]),
        ("fr", "rendez-vous à 14h30", []),
        ("fr", "3 euros et 50 centimes, 3 euros 50", ["3.5 EUR", "3.5 EUR"]),
        ("fr", "12 euros 2024", ["12 EUR"]),
        ("es", "La ópera dura 2 h 45", ["165 min"]),
        ("es", "3 euros con 50 céntimos", ["3.5 EUR"]),
        ("en", "forty times above the limit", ["40 times"]),
        ("fr", "quarante fois au-dessus du seuil", ["40 times"]),
        ("es", "diez veces por encima del límite", ["10 times"]),
        ("fr", "deux fois le tour du stade", ["2"]),
    ],
)
def test_measures_of_two_units(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected
