"""What a figure is per, in symbols and in words; beside each turn the twin that is no rate."""

import pytest

from factcheck.extract.figures.reader import FigureReader
from factcheck.language.lexicon import load
from factcheck.language.words import words
from tests.extract.figures import shown_figure

OWN = ("TEU", "kg/hive", "EUR/share")
READERS = {code: FigureReader.of_lexicon(load(code)) for code in ("en", "fr", "es")}


def shown(language: str, text: str, own: tuple[str, ...] = ()) -> list[str]:
    reader = FigureReader.of_lexicon(load(language), own) if own else READERS[language]
    return [shown_figure(figure) for figure in reader.read(text, words(text))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the orchard gave 21 kg/tree", ["21"]),  # no table has a tree
        ("en", "the meadow gave 21 t/ha", ["21 t/ha"]),
        ("en", "the meadow gave 21t/ha", ["21 t/ha"]),
        ("en", "the meadow gave 21 tonnes per hectare", ["21 t/ha"]),
        ("en", "the meadow gave 21 tonnes of hay per hectare", ["21 t/ha"]),
        ("en", "the meadow gave 21 tonnes and lost a hectare", ["21 t"]),
        ("en", "wool at 14 dollars a kilo", ["14 USD/kg"]),
        ("en", "wool at $14 a kilo, $15/kg", ["14 USD/kg", "15 USD/kg"]),
        ("en", "he paid 14 dollars, a kilo too many", ["14 USD"]),
        ("en", "winds of 30 m/s, of 30 metres a second", ["30 m/s", "30 m/s"]),
        ("en", "he paid 30 euros a second time", ["30 EUR"]),
        ("en", "the gallery had 900 visitors a day", ["900 per day"]),
        ("en", "the gallery had 900 visitors a day earlier", ["900"]),
        ("en", "the gallery had 900 visitors a week ago", ["900"]),
        ("en", "the gallery had 900 visitors in a week", ["900"]),
        ("en", "a 900-metre climb, a day's walk", ["900 m"]),
        ("en", "4.1 births per 1,000 inhabitants", ["4.1 per 1000"]),
        ("en", "4.1 births per 1,000 cows", ["4.1 per 1000"]),
        ("en", "41 per million", ["41 per 1000000"]),
        ("en", "4.1 births, 1,000 inhabitants", ["4.1", "1000"]),
        ("en", "18 euros per person per night out", ["18 EUR/people/night"]),
        ("en", "18 euros per person and day", ["18 EUR/people/day"]),
        ("en", "8 % a year, 3 points a season", ["8 %", "3 points"]),
        ("en", "6.2 litres per 100 km", ["6.2 l/100 km"]),
        ("en", "3 to a room, one a day, open 24/7", ["3"]),
        ("en", "1.5 GB a month, 30 Mbit/s", ["1.5 GB/month", "30 Mbit/s"]),
        ("en", "67 km/s/Mpc", ["67"]),
        ("en", "between 3 and 5 t/ha", ["3..5 t/ha"]),
        ("fr", "un miel à 9 euros le kilo", ["9 EUR/kg"]),
        ("fr", "un miel à 9 €/kg, à 9 € / kg", ["9 EUR/kg", "9 EUR/kg"]),
        ("fr", "il a gagné 9 euros le mois dernier", ["9 EUR"]),
        ("fr", "il a gagné 9 euros le mois de son arrivée", ["9 EUR"]),
        ("fr", "payé 14 euros l'heure, 14 euros de l'heure", ["14 EUR/h", "14 EUR/h"]),
        ("fr", "900 visiteurs à l'heure", ["900 per h"]),
        ("fr", "900 visiteurs à l'heure du thé", ["900"]),
        ("fr", "900 visiteurs au mois de mai", ["900"]),
        ("fr", "900 visiteurs par mois", ["900 per month"]),
        ("fr", "900 oiseaux bagués par les gardes", ["900"]),
        ("fr", "21 quintaux à l'hectare, 21 q/ha", ["21 q/ha", "21 q/ha"]),
        ("fr", "4,1 naissances pour 1 000 habitants", ["4.1 per 1000"]),
        ("fr", "4,1 naissances pour mille habitants", ["4.1 per 1000"]),
        ("fr", "41 voix pour 12 contre", ["41", "12"]),
        ("fr", "3 écoles pour 2 000 euros", ["3", "2000 EUR"]),
        ("fr", "85 hab./km², 85 habitants au kilomètre carré", ["85 people/km2", "85 people/km2"]),
        ("fr", "12 skieurs et/ou marcheurs", ["12"]),
        ("fr", "6 tonnes de CO2 par an et par habitant", ["6 t/year/people"]),
        ("fr", "les dépenses de 2020 par habitant", []),
        ("es", "una miel a 9 euros el kilo", ["9 EUR/kg"]),
        ("es", "ganó 9 euros el mes pasado", ["9 EUR"]),
        ("es", "900 visitas al día", ["900 per day"]),
        ("es", "900 visitas al día siguiente", ["900"]),
        ("es", "900 visitas por la tarde", ["900"]),
        ("es", "a 110 kilómetros por hora", ["110 km/h"]),
        ("es", "21 toneladas por hectárea al año", ["21 t/ha/year"]),
        ("es", "4,1 nacimientos por cada mil habitantes", ["4.1 per 1000"]),
        ("es", "4,1 nacimientos por cada 1.000 habitantes", ["4.1 per 1000"]),
        ("es", "40 litros por metro cuadrado", ["40 l/m2"]),
    ],
)
def test_a_rate_and_its_twin(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ship of 9,000 TEU", ["9000 TEU"]),
        ("a ship of 9,000 teu", ["9000"]),
        ("honey: 21 kg per hive, 21 kg/hive", ["21 kg/hive", "21 kg/hive"]),
        ("worth €44 a share, a share of €44", ["44 EUR/share", "44 EUR"]),
        ("the keeper has 21 hive tools", ["21"]),
    ],
)
def test_a_unit_of_the_registry_is_read_by_its_very_word(text: str, expected: list[str]) -> None:
    assert shown("en", text, OWN) == expected


def test_without_the_registry_it_is_none() -> None:
    assert shown("en", "a ship of 9,000 TEU") == ["9000"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a film of 40 GB, a star 12 light-years off", ["40 GB", "12 ly"]),
        ("en", "35 µg/m³ of soot, 420 ppm, 85 dB", ["35 µg/m3", "420 ppm", "85 dB"]),
        ("en", "gusts of 45 knots, 990 hPa", ["45 kn", "990 hPa"]),
        ("fr", "un film de 40 Go, de 2 téraoctets", ["40 GB", "2 TB"]),
        ("fr", "une étoile à 12 années-lumière", ["12 ly"]),
        ("es", "una estrella a 12 años luz, tras 12 años", ["12 ly", "12 year"]),
        ("es", "una dosis de 3 milisieverts", ["3 mSv"]),
    ],
)
def test_the_units_of_the_news(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "NZ$30m, HK$30m, A$30m, $30m", ["3e+07 NZD", "3e+07 HKD", "3e+07 AUD", "3e+07 USD"]),
        ("en", "30 New Zealand dollars, 30 dollars", ["30 NZD", "30 USD"]),
        ("en", "a debt of $-30 million", ["-3e+07 USD"]),
        ("fr", "30 dollars canadiens, 30 francs CFA, 30 francs", ["30 CAD", "30 XOF", "30 CHF"]),
        ("es", "30 pesos, $30 pesos, 30 pesos chilenos", ["30 peso", "30 peso", "30 CLP"]),
        ("es", "30 coronas suecas, 30 coronas", ["30 SEK", "30 crown"]),
    ],
)
def test_whose_money_it_is(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected
