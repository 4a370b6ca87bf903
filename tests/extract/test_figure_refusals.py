"""Numbers that are no figures, each with a twin that is one."""

import pytest

from tests.extract.figures import shown


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # names
        ("fr", "le missile KN-23 et le drone Shahed-136"),
        ("fr", "le G7, la Covid-19, l'A380, le F-16 et le M23"),
        ("fr", "le hangar n°12, le n° 12, numéro 12"),
        ("fr", "la 5G et les 4x4"),
        ("fr", "Ariane 6 a décollé, Ariane 5 aussi"),
        ("fr", "en Ligue 1, en Formule 1"),
        ("fr", "selon @ours24 et #foot2024"),
        ("fr", "voir https://example.org/2024/12?page=3"),
        ("fr", "écrire à ours12@example.org"),
        ("fr", "Les Deux-Sèvres, aux Trois-Rivières"),
        ("fr", "au café des Deux Magots"),
        ("en", "the F-35, the B-52 and the Boeing 737"),
        ("en", "a Falcon 9, then another"),
        ("en", "COVID-19 and H5N1"),
        ("en", "version 2.1.3 of iOS"),
        ("en", "the SIX exchange"),
        ("en", "in Group of Seven talks"),
        ("en", "the 1990s"),
        ("en", "the FTSE 100 shed, the S&P 500 fell"),
        ("fr", "le TGV 8541 est parti"),
        # years
        ("fr", "en 2024, depuis 2019, fin 2023"),
        ("fr", "les élections 2022 truquées"),
        ("fr", "la saison 2023-2024, la saison 2023-24"),
        ("fr", "entre 2019 et 2024"),
        ("en", "the 2024 election, since 2019"),
        ("en", "from 2019 to 2022"),
        ("en", "nineteen ninety-nine"),
        ("en", "in the years 115 and 526"),
        # clocks and dates
        ("fr", "à 16h42, à 16:45, à 18 heures, vers 20 h"),
        ("fr", "il est environ 18 heures"),
        ("fr", "le 19 juin 2024, le 6 et 7 février"),
        ("fr", "du 3 au 9 mars, le 08.11.2025, le 4/08/2020"),
        ("fr", "le 12, la banque a fermé"),
        ("en", "at 4:17am, 4 a.m., 7 pm, 01:17 GMT"),
        ("en", "on June 19 and 20"),
        ("en", "on June 19th, 4-5 July"),
        ("en", "on 2024-06-19, on 9/11, 24/7"),
        ("en", "11.Feb.2023"),
        # ordinals
        ("fr", "la 80e édition, le 1er tour, au XXIe siècle"),
        ("fr", "la vingt-deuxième édition"),
        ("en", "the 21st century, the 2nd, the 1,000th"),
        ("en", "the twenty-first century"),
        # labels
        ("fr", "l'article 49.3, page 12, articles 3 et 4"),
        ("fr", "semaines 6 à 24"),
        ("en", "No. 10, Tier 1, page 12, in row 14"),
        ("en", "articles 3 and 4, chapter five"),
        # lists, notes, scores, telephones
        ("fr", "1. Le vote\n2) Le budget"),
        ("fr", "le budget (1) est voté"),
        ("fr", "battu 2-1, mené 3 à 1"),
        ("fr", "06 12 34 56 78"),
        ("en", "+44 20 7946 0958, 555-0199"),
        ("en", "a 6-4, 7-5 win"),
        ("en", "She lost 6-7. The vote was 40–60."),
        ("fr", 'il a couru en 9"58'),
        ("en", "James Bond 007"),
        # no number at all
        ("fr", "un ours, une ourse, l'un d'eux"),
        ("fr", "un stade flambant neuf, remis à neuf"),
        ("fr", "le train de 7 h 41 est parti à 8 h 05"),
        ("fr", "quelques dizaines, des milliers, plusieurs centaines de milliers"),
        ("fr", "24 heures sur 24, sept jours sur sept"),
        ("fr", "une quarantaine de 14e rang"),
        ("en", "one of them, a second, ones"),
        ("en", "dozens, tens of thousands, several hundred thousand"),
        ("en", "a couple of hundred fans"),
    ],
)
def test_no_figure(language: str, text: str) -> None:
    assert shown(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "13 drones KN", ["13"]),
        ("fr", "12 hangars", ["12"]),
        ("fr", "5 gardes", ["5"]),
        ("fr", "En Syrie 300 sont rentrés", ["300"]),
        ("fr", "En Turquie 24 écoles", ["24"]),
        ("fr", "les deux pays, trois rivières", ["2", "3"]),
        ("fr", "2000 morts, 1950 places", ["2000", "1950"]),
        ("fr", "2024 euros", ["2024 EUR"]),
        ("fr", "plus de 2000 loups", ["2000 at_least"]),
        ("fr", "pendant 18 heures, 72 heures", ["18 h", "72 h"]),
        ("fr", "19 députés", ["19"]),
        ("fr", "le 1 % le plus riche", ["1 %"]),
        ("fr", "80 éditions", ["80"]),
        ("fr", "49 articles", ["49"]),
        ("fr", "(122 mm)", ["122 mm"]),
        ("fr", "13 Ce pacte", ["13"]),
        ("fr", "0 Facebook", ["0"]),
        ("fr", "2 buts à 1", ["2", "1"]),
        ("fr", "neuf clubs, les neuf clubs", ["9", "9"]),
        ("fr", "ils ont tué neuf loups, un fusil neuf en main", ["9"]),
        ("fr", "Neuf d'entre eux", ["9"]),
        ("fr", "une quarantaine de cas", ["40 about"]),
        ("fr", "24 heures sur la route", ["24 h"]),
        ("en", "35 jets", ["35"]),
        ("en", "NATO said 300 jets", ["300"]),
        ("en", "NATO Sends 300 Jets To Poland", ["300"]),
        ("en", "In Turkey 24 people died", ["24"]),
        ("en", "Five things, six nations", ["5", "6"]),
        ("en", "over 2000 bears", ["2000 at_least"]),
        ("en", "72 hours", ["72 h"]),
        ("en", "12 may be freed", ["12"]),
        ("en", "In June, 12 people fell ill", ["12"]),
        ("en", "21 centuries", ["21"]),
        ("en", "10 chapters", ["10"]),
        ("en", "that day 14 people", ["14"]),
        ("en", "They are 20 and 26.", ["20", "26"]),
        ("en", "a 6-4 million split", []),
        ("en", "read in 5 min", ["5 min"]),
        ("en", "a dozen, two dozen, half a dozen", ["12 about", "24 about", "6"]),
    ],
)
def test_the_twin_is_a_figure(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected
