"""Each row stands beside the twin that must stay silent."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.dates.reader import DateReader, Period
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import DateReading

TODAY = "2025-05-25"
READERS = {code: DateReader(load(code)) for code in ("en", "es", "fr")}


def read(language: str, text: str, day: str | None = TODAY) -> list[DateReading]:
    return READERS[language].read(text, words(text), day)


def periods(language: str, text: str, day: str | None = TODAY) -> list[Period]:
    return READERS[language].periods(text, words(text), day)


@pytest.mark.parametrize(
    ("language", "text", "surface", "iso"),
    [
        ("fr", "le budget adopté le 19 juin 2024 par la Chambre", "19 juin 2024", "2024-06-19"),
        ("fr", "le 1er avril 2023, la ligne a rouvert", "1er avril 2023", "2023-04-01"),
        ("fr", "le 1ᵉʳ avril 2023", "1ᵉʳ avril 2023", "2023-04-01"),
        ("fr", "le premier mai 1968", "premier mai 1968", "1968-05-01"),
        ("fr", "le vendredi 3\u00a0mars 2023", "3\u00a0mars 2023", "2023-03-03"),
        ("fr", "publié le 08.11.2025", "08.11.2025", "2025-11-08"),
        ("fr", "publié le 4/08/2020", "4/08/2020", "2020-08-04"),
        ("fr", "le 12 sept. 2024", "12 sept. 2024", "2024-09-12"),
        ("fr", "le 4 août\n2020, à midi", "4 août\n2020", "2020-08-04"),
        ("fr", "version du 2024-06-19", "2024-06-19", "2024-06-19"),
        ("fr", "bulletin de 03/2024", "03/2024", "2024-03"),
        ("fr", "en février 2025", "février 2025", "2025-02"),
        ("fr", "en 2024, la récolte a chuté", "2024", "2024"),
        ("fr", "depuis l'année 2022", "2022", "2022"),
        ("fr", "la crue de 1910", "1910", "1910"),
        ("fr", "d'ici à 2030", "2030", "2030"),
        ("fr", "à Lyon (2001)", "2001", "2001"),
        ("fr", "le 31 avril 2024", "31 avril 2024", "2024-04-31"),
        ("fr", "à la fin de 2024", "fin de 2024", "2024"),
        ("fr", "au premier trimestre 2024", "premier trimestre 2024", "2024"),
        ("en", "signed on June 19, 2024, in Rome", "June 19, 2024", "2024-06-19"),
        ("en", "signed on 19 June 2024", "19 June 2024", "2024-06-19"),
        ("en", "the 19th of June 2024", "19th of June 2024", "2024-06-19"),
        ("en", "LISBON, Aug. 4, 2020 —", "Aug. 4, 2020", "2020-08-04"),
        ("en", "photo taken 11.Feb.2023", "11.Feb.2023", "2023-02-11"),
        ("en", "13/11/2025", "13/11/2025", "2025-11-13"),
        ("en", "11/13/2025", "11/13/2025", "2025-11-13"),
        ("en", "in June 2024", "June 2024", "2024-06"),
        ("en", "the February 2023 floods", "February 2023", "2023-02"),
        ("en", "the floods of 2023", "2023", "2023"),
        ("en", "its 2019 report", "2019", "2019"),
        ("en", "by the end of 2024", "end of 2024", "2024"),
        ("en", "mid-2024", "mid-2024", "2024"),
        ("en", "30 February 2024", "30 February 2024", "2024-02-30"),
    ],
)
def test_a_date_with_its_year(language: str, text: str, surface: str, iso: str) -> None:
    reading = read(language, text, None)[0]
    assert (text[reading.start : reading.end], reading.iso) == (surface, iso)


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("fr", "la finale du 4 mai", "2025-05-04"),
        ("fr", "la finale du 4 août", "2025-08-04"),
        ("fr", "le sommet du 2 juin", "2025-06-02"),
        ("fr", "Le scrutin aura lieu le 12 septembre.", "2025-09-12"),
        ("fr", "Le scrutin a eu lieu le 12 septembre.", "2024-09-12"),
        ("fr", "Les urnes fermeront en juillet.", "2025-07"),
        ("fr", "L'opéra a fermé en juillet.", "2024-07"),
        ("fr", "le 19 mars dernier", "2025-03-19"),
        ("fr", "en juin dernier", "2024-06"),
        ("fr", "en juin prochain", "2025-06"),
        ("fr", "en mars de l'an dernier", "2024-03"),
        ("fr", "en décembre de cette année", "2025-12"),
        ("fr", "l'année dernière", "2024"),
        ("fr", "le 30 février", "2025-02-30"),
        ("en", "the final on May 4", "2025-05-04"),
        ("en", "the final on August 4th", "2025-08-04"),
        ("en", "The vote will be held in September.", "2025-09"),
        ("en", "The vote was held in September.", "2024-09"),
        ("en", "last June", "2024-06"),
        ("en", "last May", "2024-05"),
        ("en", "next June", "2025-06"),
        ("en", "this December", "2025-12"),
        ("en", "June of last year", "2024-06"),
        ("en", "in March of this year", "2025-03"),
        ("en", "since March", "2025-03"),
        ("en", "the April vote", "2025-04"),
        ("en", "profits fell last year", "2024"),
        ("en", "in June 20 people were fined", "2024-06"),
        ("en", "February 30", "2025-02-30"),
    ],
)
def test_a_missing_year_is_the_one_that_the_article_suggests(language: str, text: str, iso: str) -> None:
    assert [reading.iso for reading in read(language, text)] == [iso]


@pytest.mark.parametrize(
    ("language", "text", "isos"),
    [
        ("fr", "les 6 et 7 février 2023", ["2023-02-06", "2023-02-07"]),
        ("fr", "les 6, 7 et 8 février 2023", ["2023-02-06", "2023-02-07", "2023-02-08"]),
        ("fr", "plus de 12, 13 février 2023", ["2023-02-13"]),
        ("fr", "de mars à mai 2024", ["2024-03", "2024-05"]),
        ("fr", "de novembre à mars 2024", ["2023-11", "2024-03"]),
        ("fr", "entre 2015 et 2020", ["2015", "2020"]),
        ("en", "4-5 Feb. 2023", ["2023-02-04", "2023-02-05"]),
        ("en", "June 6 and 7, 2024", ["2024-06-06", "2024-06-07"]),
        ("en", "On June 6, 2024 and 7 others", ["2024-06-06"]),
        ("en", "between March and May 2024", ["2024-03", "2024-05"]),
        ("en", "from 2019 to 2023", ["2019", "2023"]),
    ],
)
def test_dates_that_share_a_month_or_a_year(language: str, text: str, isos: list[str]) -> None:
    assert [reading.iso for reading in read(language, text)] == isos


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les sondes sur Mars"),
        ("fr", "Mars attire les agences spatiales"),
        ("fr", "les attentats du 11-Septembre"),
        ("fr", "une rue du 4 septembre"),
        ("fr", "plus de 2000 personnes"),
        ("fr", "près de 1974 logements"),
        ("fr", "un total de 2023 bulletins"),
        ("fr", "les années 1990"),
        ("fr", "il a été 2024 fois cité"),
        ("fr", "Ils étaient sept. 2024 électeurs manquaient"),
        ("fr", "lundi, hier, au départ"),
        ("fr", "2 024 soldats"),
        ("fr", "un printemps pluvieux"),
        ("en", "She may march on"),
        ("en", "This May be the year"),
        ("en", "This March Is Wet"),
        ("en", "Theresa May resigned"),
        ("en", "Theresa May 2017"),
        ("en", "the March on Rome"),
        ("en", "08/11/2025"),
        ("en", "in 2000 homes"),
        ("en", "more than 1950 people"),
        ("en", "KN-2024, $2024, 2024%"),
        ("en", "over the last year"),
        ("en", "June 19,000 tonnes"),
        ("en", "June 5% up"),
        ("en", "yesterday, on Monday, at first"),
        ("en", "prices fall hard"),
        ("en", "call 01.02.2024.55"),
        ("en", "see /2024-06-19-notes"),
        ("en", "by 20/30/2024"),
        ("fr", "par 15/20/2024"),
    ],
)
def test_what_is_no_date(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "le 19 juin 2024", "2024-06-19", "2024-06-19"),
        ("fr", "le 30 février 2024", "2024-02-29", "2024-02-29"),
        ("fr", "fin 2024", "2024-10-01", "2024-12-31"),
        ("fr", "début 2025", "2025-01-01", "2025-03-31"),
        ("fr", "à la mi-janvier", "2025-01-10", "2025-01-20"),
        ("fr", "à l'automne 2024", "2024-09-01", "2024-12-21"),
        ("fr", "l'automne dernier", "2024-09-01", "2024-12-21"),
        ("fr", "cet été", "2025-06-01", "2025-09-22"),
        ("fr", "fin de l'année dernière", "2024-10-01", "2024-12-31"),
        ("en", "at the end of April", "2025-04-20", "2025-04-30"),
        ("en", "early February 2024", "2024-02-01", "2024-02-10"),
        ("en", "last fall", "2024-09-01", "2024-12-21"),
        ("en", "next spring", "2026-03-01", "2026-06-20"),
        ("en", "winter 2024", "2023-12-01", "2024-03-20"),
        ("en", "the third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("en", "in 2023", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_period_spans_what_is_named(language: str, text: str, low: str, high: str) -> None:
    assert [(period.low, period.high) for period in periods(language, text)] == [(low, high)]


@pytest.mark.parametrize(
    ("language", "text", "since", "until"),
    [
        ("fr", "depuis octobre 2024", True, False),
        ("fr", "depuis le mardi 4 août 2020", True, False),
        ("fr", "depuis la fin 2024", True, False),
        ("fr", "jusqu'en juin 2024", False, True),
        ("fr", "en octobre 2024", False, False),
        ("en", "since last October", True, False),
        ("en", "since the end of 2024", True, False),
        ("en", "until June", False, True),
        ("en", "in June", False, False),
    ],
)
def test_a_period_may_be_open(language: str, text: str, since: bool, until: bool) -> None:
    assert [(period.since, period.until) for period in periods(language, text)] == [(since, until)]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "as of 12 March, 340 wells were dry", "2025-03-12", "2025-03-12"),
        ("en", "by mid-March", "2025-03-10", "2025-03-20"),
        ("en", "this spring", "2025-03-01", "2025-06-20"),
        ("en", "earlier this year", "2025-01-01", "2025-05-24"),
        ("en", "earlier in May", "2025-05-01", "2025-05-24"),
        ("en", "earlier in June", "2024-06-01", "2024-06-30"),
        ("fr", "au 12 mars", "2025-03-12", "2025-03-12"),
        ("fr", "à la mi-mars", "2025-03-10", "2025-03-20"),
        ("fr", "plus tôt en mai", "2025-05-01", "2025-05-24"),
        ("fr", "plus tôt cette année", "2025-01-01", "2025-05-24"),
    ],
)
def test_a_period_that_a_date_names_is_closed(language: str, text: str, low: str, high: str) -> None:
    found = periods(language, text)
    assert [(p.low, p.high, p.since, p.until) for p in found] == [(low, high, False, False)]


def test_without_a_day_of_its_own_an_article_has_only_dates_that_say_their_year() -> None:
    assert [reading.iso for reading in read("en", "On June 6, last year, and in 2021", None)] == ["2021"]


def test_a_blank_line_ends_a_date() -> None:
    assert [reading.iso for reading in read("fr", "le 19 juin\n\n2024 en chiffres")] == ["2025-06-19"]


WORDS = """le 4 31 1er août mars May June 2024 2000 fin mi- last year this of de et and to since
    l' été dernier Q1 the in en depuis 2024-06-19 08.11.2025 ¶ 19,000 % sept. A , . - / ( ) a ago
    il y a un une week weeks semaine mois an plus tôt earlier before previous précédent Friday vendredi
    on la veille hier yesterday initially at first que than début d' au printemps premier bilan then 20"""
DAYS = st.dates().map(str) | st.sampled_from(["2025-05-25", "2024-02", "2024"]) | st.none()
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n"])


@pytest.mark.parametrize("language", ["en", "fr"])
@settings(deadline=None)
@given(text=st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)), day=DAYS)
def test_any_text_is_read(language: str, text: str, day: str | None) -> None:
    dates, stretches = read(language, text, day), periods(language, text, day)
    for spans in ([(r.start, r.end) for r in dates], [(p.start, p.end) for p in stretches]):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert {(r.start, r.end) for r in dates} <= {(p.start, p.end) for p in stretches}
    assert all(p.low <= p.high for p in stretches)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("April's toll was 200.", ["April"]),
        ("the March’s end", []),
        ("May's government fell.", []),
    ],
)
def test_a_month_that_owns_what_follows(text: str, surface: list[str]) -> None:
    assert [text[period.start : period.end] for period in periods("en", text)] == surface


@pytest.mark.parametrize(
    ("language", "text", "of_noun"),
    [
        ("en", "the quake of 6 February 2023", True),
        ("en", "on 6 February 2023", False),
        ("fr", "le séisme du 6 février 2023", True),
        ("fr", "depuis le naufrage de mars 2023", True),
        ("fr", "le 6 février 2023", False),
    ],
)
def test_a_date_that_belongs_to_a_noun(language: str, text: str, of_noun: bool) -> None:
    assert [period.of_noun for period in periods(language, text)] == [of_noun]


@pytest.mark.parametrize(
    ("language", "text", "isos"),
    [
        # years of two digits, beside counts and centuries that nobody names
        ("en", "opened in June '19, and on 3 Sep '21", ["2019-06", "2021-09-03"]),
        ("en", "the summer of '98", ["1998"]),
        ("en", "on 3 September 21, it rained", ["2021-09-03"]),
        ("en", "on 3 September 21 runners fell", ["2024-09-03"]),
        ("en", "a board of 5'21, the '50s, in '55", []),
        ("fr", "en juin 19, puis le 03/09/21 et le 3/9/21", ["2019-06", "2021-09-03", "2021-09-03"]),
        ("fr", "en juin 19 coureurs ont chuté", ["2024-06"]),
        ("fr", "les pavés de mai 68, encore", []),
        ("es", "el 3/9/21 y el 03.09.21", ["2021-09-03", "2021-09-03"]),
        ("es", "la versión 3.9.21", []),
        ("en", "on 23/09/21, not on 03/09/21", ["2021-09-23"]),
        # days in words
        ("en", "the twenty-third of June 2021", ["2021-06-23"]),
        ("en", "the second of May's three debates", []),
        ("fr", "le vingt-trois juin 2021 et le premier juillet 2021", ["2021-06-23", "2021-07-01"]),
        ("fr", "ils étaient six. Mars brille", []),
        ("es", "el veintitrés de junio de 2021 y el uno de julio de 2021", ["2021-06-23", "2021-07-01"]),
        ("es", "ganó seis de marzo", ["2025-03"]),
        # the year first
        ("en", "on 2021/06/23 and 2021.06.23", ["2021-06-23", "2021-06-23"]),
        ("en", "see /2021/06/23/ and 2021/23", []),
        # last year's
        ("es", "el 3 de marzo del año pasado", ["2024-03-03"]),
        ("fr", "le 3 mars de l'an dernier", ["2024-03-03"]),
        # both ends of a span
        ("en", "from 3 June - 9 June 2021", ["2021-06-03", "2021-06-09"]),
        ("en", "from the 3rd to the 9th of June 2021", ["2021-06-03", "2021-06-09"]),
        ("es", "entre el 3 y el 9 de junio de 2021", ["2021-06-03", "2021-06-09"]),
        ("fr", "du 3 au 9 juin 2021", ["2021-06-03", "2021-06-09"]),
        ("en", "on 2024/6/19", ["2024-06-19"]),
        ("en", "on 5/5/2024", ["2024-05-05"]),
        ("en", "on June 6th-7th 2024", ["2024-06-06", "2024-06-07"]),
        ("en", "On June 6 and 7 2024 it rained", ["2024-06-06", "2024-06-07"]),
        ("en", "In June, 2024, the bridge opened", ["2024-06"]),
    ],
)
def test_dates_as_people_write_them(language: str, text: str, isos: list[str]) -> None:
    assert [reading.iso for reading in read(language, text)] == isos


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("en", "The tram line is to open on 2 April.", "2026-04-02"),
        ("en", "The tram line opened on 2 April.", "2025-04-02"),
        ("en", "The tram line opens on 2 September.", "2025-09-02"),
        ("en", "The tram line, which was drawn in ink, opens on 2 September.", "2025-09-02"),
        ("en", "The tram line that opened on 2 September will be longer.", "2024-09-02"),
        ("en", "The council announced that the pool reopens on 2 September.", "2025-09-02"),
        ("en", "The council announced on 2 September that the pool would close.", "2024-09-02"),
        ("en", "The pool is going to be rebuilt by 2 September.", "2025-09-02"),
        ("en", "On the night of 2 September, the pool flooded.", "2024-09-02"),
        ("en", "On 2 September, the pool will be flooded.", "2025-09-02"),
        ("en", "On 2 September, market day, the pool was full.", "2024-09-02"),
        ("en", "On 2 September, market day, the pool will be full.", "2025-09-02"),
        ("en", "On 2 April, the eve of the feast that was moved, the pool will close.", "2026-04-02"),
        ("en", "The sale of the pool on 2 September, for a pound, will please the council.", "2025-09-02"),
        ("fr", "Le 2 septembre, jour du marché, six rues étaient fermées.", "2024-09-02"),
        ("fr", "Le 2 septembre, jour du marché, six rues seront fermées.", "2025-09-02"),
        ("es", "La noche del 2 de septiembre, cuando cedió el dique, ella cenaba.", "2024-09-02"),
        ("es", "El 2 de abril, víspera de la feria, dos calles serán peatonales.", "2026-04-02"),
        ("fr", "La piscine doit rouvrir le 2 avril.", "2026-04-02"),
        ("fr", "La piscine a rouvert le 2 septembre.", "2024-09-02"),
        ("fr", "La piscine rouvre le 2 septembre.", "2025-09-02"),
        ("fr", "La piscine, fermée depuis des mois, rouvrira le 2 avril.", "2026-04-02"),
        ("es", "La piscina abrirá el 2 de abril.", "2026-04-02"),
        ("es", "La piscina abrió el 2 de septiembre.", "2024-09-02"),
        ("es", "La piscina abre el 2 de septiembre.", "2025-09-02"),
        ("es", "La piscina ha cerrado el 2 de septiembre.", "2024-09-02"),
    ],
)
def test_an_unsaid_year_lies_on_the_side_of_the_tense(language: str, text: str, iso: str) -> None:
    assert [reading.iso for reading in read(language, text)] == [iso]


@pytest.mark.parametrize(
    ("language", "text", "spans"),
    [
        ("en", "from 3 to 9 June 2021", [("2021-06-03", "2021-06-09")] * 2),
        ("en", "between March and May 2021", [("2021-03-01", "2021-05-31")] * 2),
        ("en", "in March and May 2021", [("2021-03-01", "2021-03-31"), ("2021-05-01", "2021-05-31")]),
        ("fr", "du 3 au 9 juin 2021", [("2021-06-03", "2021-06-09")] * 2),
        ("fr", "les 3 et 9 juin 2021", [("2021-06-03",) * 2, ("2021-06-09",) * 2]),
        ("es", "del 3 al 9 de junio de 2021", [("2021-06-03", "2021-06-09")] * 2),
        ("es", "el 3 y el 9 de junio de 2021", [("2021-06-03",) * 2, ("2021-06-09",) * 2]),
    ],
)
def test_both_ends_of_a_span_stand_for_all_of_it(
    language: str, text: str, spans: list[tuple[str, str]]
) -> None:
    assert [(period.low, period.high) for period in periods(language, text)] == spans


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The final was on 3 May. The day after, 40 fans sang.", ["2025-05-03", "2025-05-04"]),
        ("en", "The final was on 3 May. Two days later, 40 fans sang.", ["2025-05-03", "2025-05-05"]),
        ("en", "The day after the final, 40 fans sang.", []),
        ("fr", "La finale eut lieu le 3 mai. Le lendemain du match, on fêta.", ["2025-05-03", "2025-05-04"]),
        ("fr", "Le lendemain du match, on fêta.", []),
        ("es", "La final fue el 3 de mayo. Al día siguiente cantaron.", ["2025-05-03", "2025-05-04"]),
        ("es", "Al día siguiente cantaron.", []),
    ],
)
def test_the_day_after_counts_from_the_day_told_before(language: str, text: str, days: list[str]) -> None:
    assert [period.low for period in periods(language, text)] == days
