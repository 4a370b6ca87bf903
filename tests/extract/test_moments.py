"""Moments told by their distance. Each table of them stands before its twin that must stay silent."""

import pytest

from factcheck.errors import LexiconError
from factcheck.extract.dates.reader import DateReader, Period
from factcheck.language.lexicon import Lexicon, load
from factcheck.language.words import words

SUNDAY = "2025-05-25"
READERS = {code: DateReader(load(code)) for code in ("en", "fr")}
DAY_BEFORE = ("0001-01-01", "2025-05-24")


def periods(language: str, text: str, day: str | None = SUNDAY) -> list[Period]:
    return READERS[language].periods(text, words(text), day)


def last(language: str, text: str) -> tuple[str, str, str]:
    """The last period of a text: its surface and its days."""
    found = periods(language, text)[-1]
    return text[found.start : found.end], found.low, found.high


@pytest.mark.parametrize(
    ("language", "text", "surface", "low", "high"),
    [
        ("en", "A month ago the lake was full.", "A month ago", "2025-04-10", "2025-05-10"),
        ("en", "three weeks ago", "three weeks ago", "2025-05-01", "2025-05-07"),
        ("en", "five days ago", "five days ago", "2025-05-20", "2025-05-20"),
        ("en", "twenty-three days ago", "twenty-three days ago", "2025-04-29", "2025-05-05"),
        ("en", "2 years ago", "2 years ago", "2023-03-25", "2023-07-25"),
        ("en", "up from 5 million a year earlier", "a year earlier", "2024-03-25", "2024-07-25"),
        ("en", "up from 120 three weeks earlier", "three weeks earlier", "2025-05-01", "2025-05-07"),
        ("en", "a week before, it rained", "a week before", "2025-05-15", "2025-05-21"),
        ("fr", "il y a un mois", "il y a un mois", "2025-04-10", "2025-05-10"),
        ("fr", "il y a trois semaines", "il y a trois semaines", "2025-05-01", "2025-05-07"),
        ("fr", "il y a plus d'un an", "il y a plus d'un an", "2024-03-25", "2024-07-25"),
        ("fr", "contre 300 deux ans plus tôt", "deux ans plus tôt", "2023-03-25", "2023-07-25"),
        ("fr", "vingt et un jours auparavant", "vingt et un jours auparavant", "2025-05-01", "2025-05-07"),
        ("fr", "deux jours avant, il pleuvait", "deux jours avant", "2025-05-23", "2025-05-23"),
    ],
)
def test_a_number_of_units_back(language: str, text: str, surface: str, low: str, high: str) -> None:
    assert last(language, text) == (surface, low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two or three weeks ago"),
        ("en", "20 to 30 days ago"),
        ("en", "3 000 years ago"),
        ("en", "1.5 years ago"),
        ("en", "a hundred and two years ago"),
        ("en", "66 million years ago"),
        ("en", "two and a half years ago"),
        ("en", "a few weeks ago"),
        ("en", "a year earlier than planned"),
        ("en", "a week before the vote"),
        ("en", "within three weeks"),
        ("fr", "il y a deux jours de grève"),
        ("fr", "il y a deux ans et demi"),
        ("fr", "il y a quelques semaines"),
        ("fr", "un an plus tôt que prévu"),
        ("fr", "cent deux ans plus tôt"),
        ("fr", "deux jours avant le vote"),
        ("fr", "depuis deux ans"),
    ],
)
def test_what_is_no_number_of_units_back(language: str, text: str) -> None:
    assert periods(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "low", "high"),
    [
        ("en", "last week", "last week", "2025-05-12", "2025-05-18"),
        ("en", "late last month", "last month", "2025-04-01", "2025-04-30"),
        ("en", "the previous year", "previous year", "2024-01-01", "2024-12-31"),
        ("en", "the week before, it rained", "week before", "2025-05-12", "2025-05-18"),
        ("en", "earlier this month", "earlier this month", "2025-05-01", "2025-05-24"),
        ("en", "at the start of the year", "start of the year", "2025-01-01", "2025-03-31"),
        ("en", "at the start of the year 2024", "start of the year 2024", "2024-01-01", "2024-03-31"),
        ("fr", "la semaine dernière", "semaine dernière", "2025-05-12", "2025-05-18"),
        ("fr", "le mois dernier", "mois dernier", "2025-04-01", "2025-04-30"),
        ("fr", "l'année précédente", "année précédente", "2024-01-01", "2024-12-31"),
        ("fr", "le trimestre précédent", "trimestre précédent", "2025-01-01", "2025-03-31"),
        ("fr", "plus tôt dans l'année", "plus tôt dans l'année", "2025-01-01", "2025-05-24"),
        ("fr", "en début d'année", "début d'année", "2025-01-01", "2025-03-31"),
        ("fr", "au début de l'année 2024", "début de l'année 2024", "2024-01-01", "2024-03-31"),
    ],
)
def test_a_unit_of_the_calendar(language: str, text: str, surface: str, low: str, high: str) -> None:
    assert last(language, text) == (surface, low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "over the last week"),
        ("en", "the last day"),
        ("en", "in previous years"),
        ("en", "the previous three summers"),
        ("en", "the week before the vote"),
        ("en", "Fees will rise at the start of the month"),
        ("fr", "ces dernières semaines"),
        ("fr", "les années précédentes"),
        ("fr", "la semaine d'avant le vote"),
        ("fr", "en début d'année scolaire"),
        ("fr", "en début de semaine prochaine"),
    ],
)
def test_what_is_no_unit_of_the_calendar(language: str, text: str) -> None:
    assert periods(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "day"),
    [
        ("en", "yesterday", "yesterday", "2025-05-24"),
        ("en", "the day before yesterday", "day before yesterday", "2025-05-23"),
        ("en", "It rained on Friday.", "Friday", "2025-05-23"),
        ("en", "The port said Friday that it had reopened.", "Friday", "2025-05-23"),
        ("en", "On Tuesday President Ito flew home.", "Tuesday", "2025-05-20"),
        ("en", "on Sunday", "Sunday", "2025-05-25"),
        ("en", "On Monday the Coast Guard left.", "Monday", "2025-05-19"),
        ("fr", "Lundi la Marine est partie.", "Lundi", "2025-05-19"),
        ("en", "last Sunday", "last Sunday", "2025-05-18"),
        ("en", "on Friday, May 16", "May 16", "2025-05-16"),
        ("en", "on Friday (16 May)", "16 May", "2025-05-16"),
        ("fr", "hier soir", "hier", "2025-05-24"),
        ("fr", "avant-hier", "avant-hier", "2025-05-23"),
        ("fr", "Vendredi, il pleuvait.", "Vendredi", "2025-05-23"),
        ("fr", "dimanche dernier", "dimanche dernier", "2025-05-18"),
        ("fr", "vendredi 16 mai", "16 mai", "2025-05-16"),
        ("fr", "la veille", "la veille", "2025-05-24"),
        ("fr", "l'avant-veille", "l'avant-veille", "2025-05-23"),
    ],
)
def test_a_day_told_without_its_date(language: str, text: str, surface: str, day: str) -> None:
    assert [last(language, text)] == [(text[p.start : p.end], day, day) for p in periods(language, text)]
    assert last(language, text)[0] == surface


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "every Friday"),
        ("en", "next Friday"),
        ("en", "Black Friday sales"),
        ("en", "the Sunday Mirror"),
        ("en", "on Fridays"),
        ("en", "The gates will open on Friday."),
        ("fr", "le vendredi, jour de marché"),
        ("fr", "vendredi prochain"),
        ("fr", "le Vendredi saint"),
        ("fr", "lundi de Pâques"),
        ("fr", "la série Mercredi"),
        ("fr", "Les urnes fermeront vendredi."),
        ("fr", "hier encore impensable"),
        ("fr", "la veille du scrutin"),
        ("fr", "la veille sanitaire"),
    ],
)
def test_what_is_no_such_day(language: str, text: str) -> None:
    assert periods(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "In June 2024 it sold 30; a year earlier, 20.", "2023-04-15", "2023-08-15"),
        ("en", "In 2022 it sold 30. The previous year, 20.", "2021-01-01", "2021-12-31"),
        ("en", "On 3 May 12 were ill, up from 8 a day earlier.", "2025-05-02", "2025-05-02"),
        ("en", "On Friday 12 were ill. The day before, 8.", "2025-05-24", "2025-05-24"),
        ("en", "On Friday, 12 were ill, 8 the day before.", "2025-05-22", "2025-05-22"),
        ("fr", "Le 3 mai, 12 malades, contre 8 la veille.", "2025-05-02", "2025-05-02"),
        ("fr", "Le 3 mars 2024, 12. Deux semaines plus tôt, 8.", "2024-02-15", "2024-02-21"),
        ("fr", "Le 3 mai, 12. Il pleuvait. La veille, 8.", "2025-05-24", "2025-05-24"),
        ("fr", "En 2022, 300. La veille, 8.", "2025-05-24", "2025-05-24"),
        ("fr", "Le 3 mai, 12. Il y a un an, 8.", "2024-03-25", "2024-07-25"),
    ],
)
def test_what_counts_from_the_date_told_before(language: str, text: str, low: str, high: str) -> None:
    """The nearest one of the sentence and the one before that is fine enough; else the article's."""
    assert last(language, text)[1:] == (low, high)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "It flooded in the spring.", "2025-03-01", "2025-06-20"),
        ("en", "during the summer", "2024-06-01", "2024-09-22"),
        ("fr", "au printemps", "2025-03-01", "2025-06-20"),
        ("fr", "à l'automne", "2024-09-01", "2024-12-21"),
        ("fr", "au printemps 2023", "2023-03-01", "2023-06-20"),
    ],
)
def test_a_season_alone_is_the_last_that_has_begun(language: str, text: str, low: str, high: str) -> None:
    assert last(language, text)[1:] == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in the spring of her life"),
        ("en", "It will flood in the spring."),
        ("fr", "au printemps des peuples"),
        ("fr", "Le pont fermera au printemps."),
    ],
)
def test_what_is_no_season_gone_by(language: str, text: str) -> None:
    assert periods(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Initially put at 120, the toll has risen."),
        ("en", "the previously reported toll of 12"),
        ("en", "up from 12 previously"),
        ("en", "Until then the record was 9.8."),
        ("en", "At first, 12 hikers were missing."),
        ("en", "The fire was at first put at 12 hectares."),
        ("en", "The agency had earlier reported 12."),
        ("fr", "Initialement prévu à 12 millions, le pont en coûte 20."),
        ("fr", "Dans un premier temps, la mairie parlait de 12."),
        ("fr", "Jusqu'alors, 12 trains roulaient."),
        ("fr", "Auparavant, 12 trains roulaient."),
        ("fr", "Au départ, 12 cas étaient connus."),
        ("fr", "Le pont, estimé à l'origine à 12 millions"),
        ("fr", "12 millions annoncés à l'origine"),
    ],
)
def test_the_past_that_another_figure_has_replaced(language: str, text: str) -> None:
    assert [(p.low, p.high, p.since, p.until) for p in periods(language, text)] == [
        (*DAY_BEFORE, False, True)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "12 previously unknown species"),
        ("en", "a previously empty valley"),
        ("en", "more than previously thought"),
        ("en", "more than the initial estimate"),
        ("en", "never previously seen"),
        ("en", "at first sight"),
        ("en", "A first count gave 12."),  # whose count it was, not when
        ("fr", "Un premier bilan faisait état de 12 morts."),
        ("en", "Initially, 300 guards will be hired."),
        ("en", "Earlier trains were cancelled."),
        ("fr", "des grottes jusqu'alors inconnues"),
        ("fr", "jamais auparavant"),
        ("fr", "plus qu'auparavant"),
        ("fr", "plus tard qu'annoncé à l'origine"),
        ("fr", "le train au départ de Lyon"),
        ("fr", "150 coureurs au départ"),
        ("fr", "à l'origine de l'incendie"),
        ("fr", "Dans un premier temps, 300 agents seront recrutés."),
    ],
)
def test_what_sets_nothing_in_the_past(language: str, text: str) -> None:
    assert periods(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "It fell in March. Since then it has risen.", "2025-03-01"),
        ("en", "since Friday", "2025-05-23"),
        ("fr", "Le 3 mai, 12. Depuis lors, 30.", "2025-05-03"),
        ("fr", "depuis vendredi", "2025-05-23"),
    ],
)
def test_a_moment_may_be_open_at_its_end(language: str, text: str, low: str) -> None:
    period = periods(language, text)[-1]
    assert (period.low, period.since) == (low, True)


@pytest.mark.parametrize("day", [None, "2025", "2025-05", "1066-10-14"])
def test_moments_need_the_day_of_a_modern_article(day: str | None) -> None:
    assert periods("en", "yesterday, a year ago, initially", day) == []


def test_moments_are_no_dates() -> None:
    text = "On Friday, a month ago, in the spring, yesterday"
    assert READERS["en"].read(text, words(text), SUNDAY) == []


def test_a_language_without_moments_is_refused() -> None:
    data = dict(load("en").data)
    data["dates"] = {key: value for key, value in data["dates"].items() if key != "moments"}
    with pytest.raises(LexiconError, match=r"dates\.moments"):
        DateReader(Lexicon("en", data))
