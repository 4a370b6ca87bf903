"""Each row stands beside the twin that must stay silent, or read otherwise."""

import pytest

from tests.extract.figures import figures, shown, surfaces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le stade accueille 48 500 spectateurs", ["48500"]),
        ("Le stade accueille 48\u00a0500 spectateurs", ["48500"]),
        ("Le stade accueille 48\u202f500 spectateurs", ["48500"]),
        ("Le stade accueille 48\u2009500 spectateurs", ["48500"]),
        ("Le stade accueille 48'500 spectateurs", ["48500"]),
        ("Le stade accueille 48’500 spectateurs", ["48500"]),
        ("Le stade accueille 48.500 spectateurs", ["48500"]),
        ("Le stade accueille 48500 spectateurs", ["48500"]),
        ("Le stade accueille 48,000 spectateurs", ["48000"]),
        ("Une population de 1.234.567 abeilles", ["1.23457e+06"]),
        ("Une population de 1 234 567 abeilles", ["1.23457e+06"]),
        ("Le mètre carré vaut 3.412,50 euros", ["3412.5 EUR"]),
        ("Le vent soufflait à 7,8 nœuds", ["7.8 kn"]),
        ("Le vent soufflait à 7.8 nœuds", ["7.8 kn"]),
        ("L'action cote 1,0825 euro", ["1.0825 EUR"]),
        ("Un taux de 0,125 point", ["0.125 points"]),
        ("En 2024, 300 loups ont été recensés", ["300"]),
        ("La ville compte 12 écoles et 3 lycées", ["12", "3"]),
        ("d'11 000 hectares", ["11000 ha"]),
    ],
)
def test_digits_in_french(text: str, expected: list[str]) -> None:
    assert shown("fr", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "decimals"),
    [
        ("en", "It won 64.0% of the vote", 1),
        ("fr", "Elle a obtenu 64,50 % des voix", 2),
        ("en", "It won 64% of the vote", None),  # the value shows what is written
        ("en", "It won 64.5% of the vote", None),
        ("en", "It cost 1.50 million euros", None),  # no zero counts there
        ("fr", "Le stade accueille 48.000 spectateurs", None),
    ],
)
def test_a_zero_behind_the_point_is_a_digit(language: str, text: str, decimals: int | None) -> None:
    assert [figure.quantity.decimals for figure in figures(language, text)] == [decimals]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The arena seats 48,500 fans", ["48500"]),
        ("The arena seats 48 500 fans", ["48500"]),
        ("The arena seats 48.500 fans", ["48.5"]),
        ("The arena seats 48.000 fans", ["48000"]),
        ("The scheme covers 1,20,000 farmers", ["120000"]),
        ("The scheme covers 12,34,567 farmers", ["1.23457e+06"]),
        ("It cost 1,234.50 dollars", ["1234.5 USD"]),
        ("A reading of 7,8 on the scale", ["7.8"]),
        ("The telescope found 5,483 exoplanets.", ["5483"]),
        ("Ballots: 11,000.", ["11000"]),
        ("In 2,023 households", ["2023"]),
        ("It missed by 0.035 seconds", ["0.035 s"]),
        ("21 goals and 9 assists", ["21", "9"]),
    ],
)
def test_digits_in_english(text: str, expected: list[str]) -> None:
    assert shown("en", text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "11k abonnés", ["11000"]),
        ("fr", "un transfert à 62,5 M€", ["6.25e+07 EUR"]),
        ("es", "Abonos | 1,2 M | 4,1 M", ["1.2e+06", "4.1e+06"]),
        ("fr", "le 4 M. Dupont", []),
        ("en", "Sprint | 4.1 m | 3", ["4.1 m", "3"]),
        ("fr", "un déficit de 3,02 Md€", ["3.02e+09 EUR"]),
        ("fr", "un plan de 100 mds", ["1e+11"]),
        ("fr", "un plan de 7 Mds d'euros", ["7e+09 EUR"]),
        ("fr", "66 300 milliards de yens", ["6.63e+13 JPY"]),
        ("fr", "1,2 million d'hectares", ["1.2e+06 ha"]),
        ("fr", "3 millions et demi de votants", ["3.5e+06"]),
        ("fr", "Deux ans et demi de chantier", ["2.5 year"]),
        ("en", "a $1.2bn contract", ["1.2e+09 USD"]),
        ("en", "a £950m stadium", ["9.5e+08 GBP"]),
        ("en", "9M doses", ["9e+06"]),
        ("en", "9m doses", ["9e+06"]),
        ("en", "ran the 100m in 9.8 seconds", ["100 m", "9.8 s"]),
        ("en", "a tower 90m high, a 1,500m race", ["90 m", "1500 m"]),
        ("en", "the £100m tower", ["1e+08 GBP"]),
        ("en", "a 28-thousand seat arena", ["28000"]),
        ("en", "$1.6 trillion in debt", ["1.6e+12 USD"]),
        ("en", "Rs 5,000 crore", ["5e+10 INR"]),
        ("en", "5 billion\nlitres", ["5e+09 l"]),
        ("en", "5\n\nbillion", ["5"]),
        ("en", "5 | billion", ["5"]),
        ("en", "The bridge cost 40MEUR", ["4e+07 EUR"]),
    ],
)
def test_magnitudes(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "8% des voix", ["8 %"]),
        ("fr", "8 % des voix", ["8 %"]),
        ("fr", "8 pour cent des voix", ["8 %"]),
        ("fr", "un bénéfice de 8,5 ME et 2 MdE de dettes", ["8.5e+06 EUR", "2e+09 EUR"]),
        ("fr", "8,5 me semble peu", ["8.5"]),
        ("en", "a dividend of 8 euro cents", ["8 cent"]),
        ("en", "8 euro and a few cents", ["8 EUR"]),
        ("fr", "+8% sur un an", ["8 %"]),
        ("fr", "un pour cent des voix", ["1 %"]),
        ("fr", "2 points de pourcentage", ["2 points"]),
        ("fr", "relève son taux de 25 points de base", ["25 bp"]),
        ("fr", "des pertes de -2,1 milliards", ["-2.1e+09"]),
        ("fr", "il a fait -12 °C", ["-12 °C"]),
        ("fr", "- 12 communes", ["12"]),
        ("fr", "un col de 1 200 m", ["1200 m"]),
        ("fr", "ils sont 12 m'ont-ils dit", ["12"]),
        ("fr", "les obus de 155mm", ["155 mm"]),
        ("fr", "une superficie de 28 000 km²", ["28000 km2"]),
        ("fr", "limité à 90 km/h", ["90 km/h"]),
        ("fr", "5 milliards de francs suisses", ["5e+09 CHF"]),
        ("fr", "5 milliards de francs CFA", ["5e+09 XOF"]),
        ("fr", "300 dollars canadiens", ["300 CAD"]),
        ("fr", "CHF 3 milliards", ["3e+09 CHF"]),
        ("fr", "3 500 € par mois", ["3500 EUR/month"]),
        ("fr", "1 min de lecture", ["1 min"]),
        ("fr", "une peine de 23 ans", ["23 year"]),
        ("en", "12 percent of voters", ["12 %"]),
        ("en", "12 per cent of voters", ["12 %"]),
        ("en", "one percent of voters", ["1 %"]),
        ("en", "three percentage points", ["3 points"]),
        ("en", "US$17.3 billion", ["1.73e+10 USD"]),
        ("en", "€ 846M", ["8.46e+08 EUR"]),
        ("en", "CHF 3 billion", ["3e+09 CHF"]),
        ("en", "2 billion Swiss francs", ["2e+09 CHF"]),
        ("en", "150 million won", ["1.5e+08 KRW"]),
        ("en", "the three won medals", ["3"]),
        ("en", "two second-half goals", ["2"]),
        ("en", "12 million square kilometres of ice", ["1.2e+07 km2"]),
        ("en", "30 sq km burned", ["30 km2"]),
        ("en", "a 500-pound panda", ["500 lb"]),
        ("en", "a 10-year plan", ["10 year"]),
        ("en", "wind of 40 mph", ["40 mph"]),
        ("en", "minus 5 degrees", ["-5 °C"]),
        ("en", "half an hour", ["0.5 h"]),
        ("en", "magnitude 6.4", ["6.4"]),
        ("en", "a tonne costs $5 more", ["5 USD"]),
        ("en", "$5 $6", ["5 USD", "6 USD"]),
        ("en", "a $500 barrel", ["500 USD"]),
        ("en", "The book is by Anna Lind, 52. Her second is due", ["52 year"]),
    ],
)
def test_units(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "environ 300 ours", ["300 about"]),
        ("fr", "quelque 300 ours", ["300 about"]),
        ("fr", "de l'ordre de 300 ours", ["300 about"]),
        ("fr", "~300 ours", ["300 about"]),
        ("fr", "une trentaine d'ours", ["30 about"]),
        ("fr", "300 ours environ", ["300 about"]),
        ("fr", "93 milliards d'euros environ", ["9.3e+10 EUR about"]),
        ("fr", "près de 300 ours", ["300 nearly"]),
        ("fr", "un peu moins de 300 ours", ["300 nearly"]),
        ("fr", "près d’une trentaine d'ours", ["30 nearly"]),
        ("fr", "plus de 300 ours", ["300 at_least"]),
        ("fr", "plus d'une centaine d'ours", ["100 at_least"]),
        ("fr", "à peine plus de 300 ours", ["300 at_least"]),
        ("fr", "au moins 300 ours", ["300 at_least"]),
        ("fr", "pas moins de 300 ours", ["300 at_least"]),
        ("fr", "300 ours au moins", ["300 at_least"]),
        ("fr", "dépasserait 300 ours", ["300 at_least"]),
        ("fr", "supérieur à 300 euros", ["300 EUR at_least"]),
        ("fr", "a franchi la barre des 300 ours", ["300 at_least"]),
        ("fr", "jusqu'à 300 ours", ["300 at_most"]),
        ("fr", "moins de 300 ours", ["300 at_most"]),
        ("fr", "pas plus de 300 ours", ["300 at_most"]),
        ("fr", "ne dépasse pas 300 ours", ["300 at_most"]),
        ("fr", "inférieur à 300 euros", ["300 EUR at_most"]),
        ("fr", "300 ours de plus", ["300"]),
        ("fr", "300 de plus", ["300"]),
        ("fr", "plus de soucis, 300 ours", ["300"]),
        ("fr", "200 blessés, au moins 20 morts", ["200", "20 at_least"]),
        ("fr", "près de 200 blessés et 20 morts", ["200 nearly", "20"]),
        ("en", "about 300 bears", ["300 about"]),
        ("en", "some 300 bears", ["300 about"]),
        ("en", "an estimated 300 bears", ["300 about"]),
        ("en", "300 or so", ["300 about"]),
        ("en", "300, or some of them", ["300"]),
        ("en", "just under 300 bears", ["300 nearly"]),
        ("en", "close to $300 million", ["3e+08 USD nearly"]),
        ("en", "more than 300 bears", ["300 at_least"]),
        ("en", "the more than 5,000 bears", ["5000 at_least"]),
        ("en", "more than a dozen bears", ["12 at_least"]),
        ("en", "over 300 bears", ["300 at_least"]),
        ("en", "over two days", ["2 day"]),
        ("en", "upwards of 300 bears", ["300 at_least"]),
        ("en", "no fewer than 300 bears", ["300 at_least"]),
        ("en", "5,000+ bears", ["5000 at_least"]),
        ("en", ">5,000 bears", ["5000 at_least"]),
        ("en", "300 or more", ["300 at_least"]),
        ("fr", "11 morts et plus de 600 blessés", ["11", "600 at_least"]),
        ("fr", "65 blessés et plus de trois mille abonnés privés de gaz", ["65", "3000 at_least"]),
        ("fr", "300 et plus de la ville", ["300 at_least"]),
        ("en", "300 or more of the homes", ["300 at_least"]),
        ("es", "11 muertos o más de 600 heridos", ["11", "600 at_least"]),
        ("en", "sales exceeded $3bn", ["3e+09 USD at_least"]),
        ("en", "up to 300 bears", ["300 at_most"]),
        ("en", "as many as 300 bears", ["300 at_most"]),
        ("en", "no more than 300 bears", ["300 at_most"]),
        ("en", "fewer than 300 bears", ["300 at_most"]),
        ("en", "30 at most", ["30 at_most"]),
        ("en", "300 more bears", ["300"]),
        ("en", "300 more than last year", ["300"]),
    ],
)
def test_qualifiers(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "10.000 à 12.000 manifestants", ["10000..12000"]),
        ("fr", "de 20 à 30% des sièges", ["20..30 %"]),
        ("fr", "entre 1,2 et 1,8 million de doses", ["1.2e+06..1.8e+06"]),
        ("fr", "entre 3 et 4 milliards d'euros", ["3e+09..4e+09 EUR"]),
        ("fr", "trois ou quatre ans", ["3..4 year"]),
        ("fr", "deux ou trois cents loups", ["200..300"]),
        ("fr", "cinq à six mille emplois", ["5000..6000"]),
        ("fr", "un ou deux jours", ["1..2 day"]),
        ("fr", "20-30 %", ["20..30 %"]),
        ("fr", "20 à 30 000 visiteurs", ["20000..30000"]),
        ("fr", "5 centimes, contre 10 en 2020", ["5 cent", "10"]),
        ("fr", "cinq ou sept loups", ["5", "7"]),
        ("fr", "le taux est passé de 2 à 5 %", ["2", "5 %"]),
        ("fr", "de 500 communes à 20 départements", ["500", "20"]),
        ("fr", "3 buts et 4 passes", ["3", "4"]),
        ("en", "between 3 and 4 million voters", ["3e+06..4e+06"]),
        ("en", "between $3.8 billion and $4.6 billion", ["3.8e+09..4.6e+09 USD"]),
        ("en", "605 million to 760 million dollars", ["6.05e+08..7.6e+08 USD"]),
        ("en", "magnitudes from 5.4 to 6.7", ["5.4..6.7"]),
        ("en", "10-12 percent", ["10..12 %"]),
        ("en", "3–4 million", ["3e+06..4e+06"]),
        ("en", "two or three thousand", ["2000..3000"]),
        ("en", "one to three weeks", ["1..3 week"]),
        ("en", "20, 30 or 40,000 homes", ["20000", "30000", "40000"]),
        ("en", "2, 30 and 40,000 homes", ["2", "30", "40000"]),
        ("en", "five or seven goals", ["5", "7"]),
        ("en", "attendance rose from 2,900 to 4,120", ["2900", "4120"]),
        ("en", "from 100 to 2023", ["100"]),
        ("en", "between 40 and 30 goals", ["40", "30"]),
        ("en", "3 to 2,000,000", ["3", "2e+06"]),
    ],
)
def test_ranges(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "multipliant par quatre sa production", ["4 times"]),
        ("fr", "les cas ont été multipliés par 3", ["3 times"]),
        ("fr", "quatre fois plus de cas", ["4 times"]),
        ("fr", "les cas ont doublé", ["2 times"]),
        ("fr", "un double meurtre", []),
        ("fr", "un doublé de l'attaquant", []),
        ("fr", "il a gagné quatre fois", ["4"]),
        ("fr", "des ventes x4", ["4 times"]),
        ("fr", "des ventes ×4", ["4 times"]),
        ("fr", "un tiers des élus", ["0.333333 of one"]),
        ("fr", "deux tiers des élus", ["0.666667 of one"]),
        ("fr", "trois quarts des élus", ["0.75 of one"]),
        ("fr", "un cinquième des élus", ["0.2 of one"]),
        ("fr", "un cinquième mandat", []),
        ("fr", "un quart de finale", []),
        ("fr", "la moitié des élus", ["0.5 of one"]),
        ("en", "a fourfold rise", ["4 times"]),
        ("en", "four times as much", ["4 times"]),
        ("en", "twice as many", ["2 times"]),
        ("en", "sales tripled", ["3 times"]),
        ("en", "a 10-fold rise", ["10 times"]),
        ("en", "he won it four times", ["4"]),
        ("en", "one-third of seats", ["0.333333 of one"]),
        ("en", "a third of seats", ["0.333333 of one"]),
        ("en", "a third seat", []),
        ("en", "two-thirds of seats", ["0.666667 of one"]),
        ("en", "half of the seats", ["0.5 of one"]),
        ("en", "the second half of the match", []),
        ("en", "a quarter of a million", ["250000"]),
        ("en", "One in five children", ["0.2 of one"]),
        ("en", "one in 2019, one in three years", ["3 year"]),
        ("fr", "près d'un poste sur dix, supprimé", ["0.1 of one nearly"]),
        ("fr", "un pont sur deux rivières", ["2"]),
    ],
)
def test_multipliers_and_fractions(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "environ 11 000 hectares", "11 000 hectares"),
        ("fr", "+8% sur un an", "8%"),
        ("fr", "près de neuf millions de doses", "neuf millions"),
        ("fr", "des obus de 155 mm", "155 mm"),
        ("fr", "une trentaine de loups", "trentaine"),
        ("fr", "une dizaine de milliers de loups", "dizaine de milliers"),
        ("fr", "3 milliards d'euros", "3 milliards"),
        ("fr", "multiplié par quatre", "quatre"),
        ("en", "about $1.2bn", "1.2bn"),
        ("en", "30 percent", "30"),
        ("en", "between $3 billion and $4 billion", "3 billion and $4 billion"),
        ("en", "half a million votes", "half a million"),
    ],
)
def test_the_surface_is_the_figure_without_its_qualifier_and_its_currency(
    language: str, text: str, expected: str
) -> None:
    assert surfaces(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "près de 3 milliards d'euros pour", "près de 3 milliards d'euros"),
        ("en", "more than $1.2bn was", "more than $1.2bn"),
        ("en", "between $3bn and $4bn of aid", "between $3bn and $4bn"),
        ("en", "300 or so came", "300 or so"),
    ],
)
def test_the_outer_span_holds_the_qualifier_and_the_currency(language: str, text: str, expected: str) -> None:
    figure = figures(language, text)[0]
    assert text[figure.outer_start : figure.outer_end] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "11 000 soldats déployés en Ukraine", "soldats déployés"),
        ("fr", "près de neuf millions de doses livrées", "doses livrées"),
        ("fr", "66 millions d'habitants", "habitants"),
        ("fr", "300 autres blessés", "blessés"),
        ("fr", "30 % des électeurs", "électeurs"),
        ("fr", "20 tonnes de riz", "riz"),
        ("fr", "4 000 d'entre eux", None),
        ("fr", "ils étaient 300.", None),
        ("fr", "300 ont voté", None),
        ("en", "5,000 nurses walked out", "nurses walked"),
        ("en", "300 more troops to", "troops"),
        ("en", "40 percent of voters", "voters"),
        ("en", "a 27-nation bloc", "nation bloc"),
        ("en", "300 of them", None),
        ("en", "300 were saved", None),
        ("en", "300, voters said", None),
        ("en", "300 the year before", None),
        ("en", "300 of the voters", "voters"),
        ("en", "half the voters", "voters"),
    ],
)
def test_the_noun_that_a_figure_counts(language: str, text: str, expected: str | None) -> None:
    noun = figures(language, text)[0].noun
    assert (text[slice(*noun)] if noun else None) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "plus de **11 000** soldats".replace("**", "  "), ["11000 at_least"]),
        ("fr", "plus de\n\n11 000 soldats", ["11000"]),
        ("fr", "plus de\n11 000 soldats", ["11000 at_least"]),
        ("fr", "Loups | 300 | Ours", ["300"]),
        ("en", "about\n  - 300 bears", ["300"]),
    ],
)
def test_soft_breaks_are_crossed_and_blocks_are_not(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected
