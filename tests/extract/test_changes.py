"""A change and its figures, each row beside a twin that is a range, or is about something else."""

import pytest

from factcheck.extract.figures.changes import trends_in
from factcheck.model import Figure
from tests.extract.figures import figures, shown, shown_figure

ARROWS = {1: " up", 0: "", -1: " down"}


def told(figure: Figure) -> str:
    role = "" if figure.role == "level" else f" {figure.role}"
    return f"{shown_figure(figure)}{role}{ARROWS[figure.trend]}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Membership rose by 5 to 52.", ["5 change up", "52"]),
        ("en", "Membership rose sharply by about 5 to nearly 52.", ["5 about change up", "52 nearly"]),
        ("en", "The share fell by 2 percent to 9.5 percent.", ["2 % change down", "9.5 %"]),
        ("en", "Ticket sales fell $3 million to $40 million.", ["3e+06 USD change down", "4e+07 USD"]),
        ("en", "Rents fell $2 to $9, from $11 in May.", ["2 USD change down", "9 USD", "11 USD former"]),
        ("en", "It grew by €5 million to €52 million.", ["5e+06 EUR change up", "5.2e+07 EUR"]),
        ("en", "The herd has doubled to 94.", ["2 times", "94"]),
        ("en", "The herd grew from 42 to 47.", ["42 former", "47"]),
        ("en", "The herd was revised in May from about 52 to 47.", ["52 about former", "47"]),
        ("en", "The club has 47 members, up from 36.", ["47", "36 former"]),
        ("en", "The club has 47 members, up from the year-ago level of 36.", ["47", "36 former"]),
        ("en", "The club has 47 members, up from the day it sold a number of 36 cups.", ["47", "36"]),
        ("fr", "Le club est passé à 47 membres, contre un niveau de 36 en 2020.", ["47", "36 former"]),
        ("es", "El club subió a 47 socios, frente a la cifra récord de 36.", ["47", "36 former"]),
        ("en", "The club has 52 members, up 5 from 47.", ["52", "5 change up", "47 former"]),
        ("en", "It rose to 47 from 42.", ["47", "42 former"]),
        ("en", "Output fell 3 % last year.", ["3 % change down"]),
        ("en", "a net loss of 3 million", ["3e+06 down"]),
        ("en", "The fair drew 3,000 more than in May.", ["3000 change"]),
        ("en", "The fair drew 300 fewer than in May.", ["300 change"]),
        ("fr", "La foire compte 140 étals de plus qu'en mai.", ["140 change"]),
        ("es", "La feria tiene 140 puestos, seis menos que en mayo.", ["140", "6 change"]),
        # twins
        ("en", "The fair drew 3,000 more.", ["3000"]),
        ("en", "The fair drew more than 3,000.", ["3000 at_least"]),
        ("en", "The shares fetch 50 % more than at the close.", ["50 %"]),
        ("fr", "La foire compte plus de 140 étals.", ["140 at_least"]),
        ("es", "La feria tiene más de 140 puestos.", ["140 at_least"]),
        ("en", "Rents will rise by 5 to 10 percent.", ["5..10 % change up"]),
        ("en", "The theatre will cut 5 to 20 posts.", ["5..20"]),
        ("en", "It takes from 5 to 12 weeks.", ["5..12 week"]),
        ("en", "Women make up 30 % of the choir.", ["30 %"]),
        ("en", "a rise in the number of 30 workers", ["30"]),
        ("en", "three to four times as many", ["3..4 times"]),
        ("fr", "L'âge passe de 21 à 25 ans.", ["21 former", "25 year"]),
        ("fr", "La chorale a augmenté de 5 pour atteindre 52 voix.", ["5 change up", "52"]),
        ("fr", "Le budget a augmenté de 3 %, à 52 millions d'euros.", ["3 % change up", "5.2e+07 EUR"]),
        ("fr", "Le taux recule de 0,3 point à 7,1 %.", ["0.3 points change down", "7.1 %"]),
        ("fr", "Le troupeau a doublé pour atteindre 94 bêtes.", ["2 times", "94"]),
        ("fr", "Le prix est tombé à 47, contre 52.", ["47", "52 former"]),
        # twins
        ("fr", "une baisse de 3 à 5 %", ["3..5 % change down"]),
        ("fr", "De 5 à 12 élèves sont venus.", ["5..12"]),
        ("fr", "un hôtel de 100 à 150 chambres", ["100..150"]),
        ("es", "La plantilla aumentó en 5 a 52.", ["5 change up", "52"]),
        ("es", "La edad pasó de 21 a 25.", ["21 former", "25"]),
        ("es", "El rebaño se ha duplicado hasta 94.", ["2 times", "94"]),
        ("es", "El rebaño subió hasta 52 ovejas.", ["52"]),
        ("es", "El rebaño se ha duplicado con creces.", ["2 times at_least"]),
        ("es", "El precio bajó a 47 desde 52.", ["47", "52 former"]),
        ("es", "El consumo de agua bajó una décima, hasta el 8,4 %.", ["8.4 %"]),
        ("es", "Las ventas crecieron en el puerto un 5 %, hasta los 52 barcos.", ["5 %", "52"]),
        ("es", "un aumento de robos por cada 100.000 turistas, hasta los 47", ["100000", "47"]),
        ("en", "The herd count rose 2,500 to 1.2 million.", ["2500 change up", "1.2e+06"]),
        # twins
        ("es", "Las multas suben en el puerto, hasta 94 euros.", ["94 EUR at_most"]),
        ("es", "Las multas suben. El club admite, por mesa, hasta los 94 socios.", ["94 at_most"]),
        ("en", "The herds rose 2 to 3 million.", ["2e+06..3e+06"]),
        ("es", "contratos de hasta 94 euros", ["94 EUR at_most"]),
        ("es", "una caída de 3 a 5 %", ["3..5 % change down"]),
        ("es", "un hotel de 100 a 150 camas", ["100..150"]),
    ],
)
def test_what_a_figure_of_a_change_is(language: str, text: str, expected: list[str]) -> None:
    assert [told(figure) for figure in figures(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "between €200 and €220 million, it said", ["2e+08..2.2e+08 EUR"]),
        ("en", "€200-€220 million", ["2e+08..2.2e+08 EUR"]),
        ("en", "€0.3-0.4 billion", ["3e+08..4e+08 EUR"]),
        ("en", "$5-$7", ["5..7 USD"]),
        ("en", "between 30 and 40, it said", ["30..40"]),
        ("en", "from $500 to $1 million", ["500 USD", "1e+06 USD"]),
        ("fr", "entre trois et quatre millions, dit-on", ["3e+06..4e+06"]),
        ("fr", "de 100 à 150 millions", ["1e+08..1.5e+08"]),
        ("fr", "10–12 %", ["10..12 %"]),
        ("es", "de 3 a 4 millones", ["3e+06..4e+06"]),
        ("es", "entre 30 y 40, según el club", ["30..40"]),
    ],
)
def test_ranges_go_on(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Fall in ticket sales", {-1}),
        ("croissance du PIB", {1}),
        ("variación de los precios", {0}),
        ("members of the choir", set()),
        ("élèves du collège", set()),
    ],
)
def test_which_changes_a_claim_counts(phrase: str, expected: set[int]) -> None:
    assert trends_in(phrase) == expected
