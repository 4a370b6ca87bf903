"""Numbers however they are written: the value that is read, and beside it the twin."""

import pytest

from tests.extract.figures import shown


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "mille cent abeilles", ["1100"]),
        ("fr", "deux mille cent vingt abeilles", ["2120"]),
        ("fr", "un million cent mille abeilles", ["1.1e+06"]),
        ("fr", "cent mille abeilles", ["100000"]),
        ("en", "a budget of hundred million euros", ["1e+08 EUR"]),
        ("en", "thousand dollars in cash", ["1000 USD"]),
        ("en", "a few hundred million euros", []),
        ("en", "several hundred dollars", []),
        ("en", "the hundred days", []),
        ("en", "4 hundred seats", ["400"]),
        ("en", "3 hundred and twenty seats", ["320"]),
        ("en", "two hundred one-bedroom flats", ["200"]),
        ("fr", "3 cents la minute", ["3"]),
        ("fr", "3 cent mille abeilles", ["300000"]),
        ("es", "mil cien abejas", ["1100"]),
        ("es", "3 mil doscientos asientos", ["3200"]),
    ],
)
def test_words_of_any_length(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "3 million 200 thousand trees", ["3.2e+06"]),
        ("en", "one million, two hundred thousand trees", ["1.2e+06"]),
        ("en", "two million and three hundred thousand trees", ["2.3e+06"]),
        ("en", "two million, three hundred thousand and fifty thousand", ["2e+06", "300000", "50000"]),
        ("en", "two million, three goals", ["2e+06", "3"]),
        ("en", "between two million and three hundred thousand", ["2e+06", "300000"]),
        ("en", "the 2 million 2024 budget", ["2e+06"]),
        ("fr", "1 million 200 000 arbres", ["1.2e+06"]),
        ("fr", "3 millions 200 mille arbres", ["3.2e+06"]),
        ("fr", "1 million 200 arbres", []),
        ("es", "4 mil 800 butacas", ["4800"]),
        ("es", "dos mil y 300 butacas", ["2300"]),
        ("es", "entre dos mil y 300 butacas", ["2000", "300"]),
        ("es", "un millón doscientos mil árboles", ["1.2e+06"]),
    ],
)
def test_digits_mixed_with_words(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "deux virgule cinq pour cent", ["2.5 %"]),
        ("fr", "un virgule deux milliard d'euros", ["1.2e+09 EUR"]),
        ("fr", "trente virgule zéro quatre", ["30.04"]),
        ("fr", "deux cent virgule soixante et onze", ["200.71"]),
        ("fr", "il vit une virgule", []),
        ("en", "three point one four", ["3.14"]),
        ("en", "one point five million votes", ["1.5e+06"]),
        ("en", "at one point five boats sank", ["5"]),
        ("en", "zero point eight percent", ["0.8 %"]),
        ("en", "seven points, five wins", ["7 points", "5"]),
        ("es", "cuatro coma cinco por ciento", ["4.5 %"]),
        ("es", "uno punto dos millones de votos", ["1.2e+06"]),
        ("es", "cayó en coma, dos días después", ["2 day"]),
    ],
)
def test_spelled_decimals(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a rate of 4 1/2 percent", ["4.5 %"]),
        ("en", "a rate of 4-1/2 percent", ["4.5 %"]),
        ("en", "2 1/2 million trees", ["2.5e+06"]),
        ("en", "1½ million trees", ["1.5e+06"]),
        ("en", "½ pound of butter", ["0.5 lb"]),
        ("en", "1/2 mile away", ["0.5 mi"]),
        ("en", "on duty 24/7, on 3/4 and since 5/17", []),
        ("en", "2 and a half million trees", ["2.5e+06"]),
        ("en", "three and a quarter million trees", ["3.25e+06"]),
        ("en", "two and a third men", ["2"]),
        ("fr", "deux millions et demi d'arbres", ["2.5e+06"]),
        ("fr", "cinq milliards et trois quarts", ["5.75e+09"]),
        ("fr", "un quart de finale, 1/4 de finale", []),
        ("es", "tres millones y medio de árboles", ["3.5e+06"]),
        ("es", "2 1/2 tazas", ["2.5"]),
        ("en", "1.3e6 cells, 2.9×10−8 of them", ["1.3e+06", "2.9e-08"]),
        ("en", "a 3 x 10 cm card", ["3", "10 cm"]),
        ("en", "a .250 average", ["0.25"]),
        ("en", "It ended. 250 fans left", ["250"]),
    ],
)
def test_fractions_and_powers(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a loan of 300 MEUR", ["3e+08 EUR"]),
        ("en", "a loan of €300MM", ["3e+08 EUR"]),
        ("en", "a loan of € 310 mil", ["3.1e+08 EUR"]),
        ("en", "a 2 mil film", ["2"]),
        ("en", "Rs16,189-crore and Rs. 5 crore", ["1.6189e+11 INR", "5e+07 INR"]),
        ("en", "USD10m, EUR50m and CHF300", ["1e+07 USD", "5e+07 EUR", "300 CHF"]),
        ("en", "paid in EUR. 300 guests came", ["300"]),
        ("en", "the KN23, the A320 and 5G", []),
        ("en", "600billion yen", ["6e+11 JPY"]),
        ("fr", "une dette de 2,5 G$", ["2.5e+09 USD"]),
        ("fr", "la 10G arrive", []),
        ("fr", "5 M$, 12 k€ et 5 m€", ["5e+06 USD", "12000 EUR", "5e+06 EUR"]),
        ("fr", "un mur de 5 m de haut", ["5 m"]),
        ("fr", "12 p. 100 puis 13 p. cent", ["12 %", "13 %"]),
        ("es", "300 EUR millones", ["3e+08 EUR"]),
        ("es", "300 € millones", ["3e+08 EUR"]),
        ("es", "300 mde y 20 mdd", ["3e+08 EUR", "2e+07 USD"]),
        ("es", "llovieron 170 mm", ["170 mm"]),
        ("es", "237’000.000 y 1'250,000 abejas", ["2.37e+08", "1.25e+06"]),
    ],
)
def test_sums_of_money_and_habits(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It drew 1987 people", ["1987"]),
        ("en", "the 1987 people's choice", []),
        ("en", "in 2019 people cheered", []),
        ("en", "the 2019 protests", []),
        ("en", "in 1815, by 2120", []),
        ("en", "It drew 1500 in May", ["1500"]),
        ("fr", "Elle a attiré 1987 personnes", ["1987"]),
        ("fr", "depuis 1987 personnes et biens", []),
        ("es", "Reunió a 1987 personas", ["1987"]),
        ("en", "thirty-odd boats, 30-odd boats", ["30 at_least", "30 at_least"]),
        ("fr", "30 et quelques bateaux", ["30 at_least"]),
        ("en", "a dozen boats and two dozen kites", ["12 about", "24 about"]),
        ("en", "dozens of boats", []),
        ("fr", "2 douzaines d'huîtres, un millier de moules", ["24 about", "1000 about"]),
        ("es", "una docena de barcos", ["12 about"]),
        ("en", "the Stoxx 600 index and the S&P 500 fell", []),
    ],
)
def test_counts_that_look_like_others(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ana Ruiz, 52, said 47 came", ["52 year", "47"]),
        ("en", "a man, 52, and his wife, 49, left", ["52 year", "49 year"]),
        ("en", "women aged 25 to 54", ["25..54 year"]),
        ("en", "two cousins, aged 19 and 23, came", ["2", "19 year", "23 year"]),
        ("en", "the mayor, who is 38 and taught", ["38 year"]),
        ("en", "71 were 75 or older", ["71", "75 year"]),
        ("en", "the mayor, who has 38 and wants 40 or more", ["38", "40 at_least"]),
        ("en", "the ferry sank 19 and 23 came", ["19", "23"]),
        ("en", "the tally, 52, is a record", ["52"]),
        ("en", "Spain, 52, and Italy, 49, lead", ["52", "49"]),
        ("en", "a report, 52 pages long", ["52 page"]),
        ("fr", "sa fille, 12, joue", ["12 year"]),
        ("fr", "en mai, 52, un record", ["52"]),
        ("es", "su hijo, 12, juega", ["12 year"]),
    ],
)
def test_ages_and_pages(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected
