"""Years and seasons as they are written: "en 2024", "fin 2024", "last year", "l'automne dernier"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from factcheck.extract.dates.datewords import SHORT_YEARS, YEARS, DateWords
from factcheck.extract.dates.days import Lean
from factcheck.extract.page import Page, Phrase

DASHES = frozenset(("-", "–", "—", "/", "‑"))
_NUMERIC = frozenset((".", "/", "-"))
_APOSTROPHES = frozenset("'’‘")
_OPENING = frozenset(" \t\n\u00a0\u202f\u2009(-–/'’«“\"‑")


@dataclass(frozen=True, slots=True)
class Shape:
    """A date as written. `first` and `last` are the words of its surface, `taken` the last word used up.

    `offset` counts years from the article's ("last year" is -1) where no `year` is written;
    `part` is a season, a quarter, or early, mid, late (see days.span)."""

    first: int
    last: int
    taken: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    offset: int | None = None
    lean: Lean = ""
    part: str = ""

    @property
    def whole(self) -> bool:
        """Whether it says its year, in figures or by the article's."""
        return self.year is not None or self.offset is not None


def read_year(page: Page, known: DateWords, i: int, previous: Shape | None) -> Shape | None:
    """The date that ends, begins or stands in the year at word i."""
    return _numeric(page, known, i, previous.taken + 1 if previous else 0) or _alone(page, known, i, previous)


def read_relative(page: Page, known: DateWords, i: int) -> Shape | None:
    """ "last year", "cette année"; not "over the last year", which is a length of time."""
    found = page.ahead(i, known.relative)
    if found is None or (page.plain(i) and page.word(i - 1) in known.sets["durations"]):
        return None
    return Shape(i, found[1], found[1], offset=int(found[0]))


def read_season(page: Page, known: DateWords, i: int) -> Shape | None:
    """ "autumn 2024", "l'automne de l'an dernier", "last autumn", "cet été"; never a season alone."""
    if page.gap(i) == "" and page.word(i - 1) not in known.sets["season_before"]:
        return None
    said = said_year(page, known, i)
    lean = said.lean or lean_before(page, known, i)
    if not (said.whole or lean):
        return None
    return replace(said, first=i, part=known.seasons[page.word(i)], lean=lean)


def said_year(page: Page, known: DateWords, last: int, comma: bool = False) -> Shape:
    """What follows the month, day or season at `last`: a year, "of last year", "dernier", or nothing.

    `comma` tells whether a day was told: then a comma may stand before the year, as in "June 19, 2024", and
    the year may have two digits, as in "19 June 24"."""
    gap, next_year = page.gap(last + 1), year_at(page, known, last + 1)
    if gap == "," and next_year and (comma or _ends(page, last + 1)):
        return Shape(last, last + 1, last + 1, year=next_year)
    if gap not in ("", ".", "-", "/", *_APOSTROPHES):
        return Shape(last, last, last)
    linked = list(_links(page, known, last + 1))
    year = year_at(page, known, linked[-1])
    if year is None and gap == "" and (comma or known.day_first):
        year = _short_at_end(page, known, last + 1)
    if year:
        return Shape(last, linked[-1], linked[-1], year=year)
    relative = next(filter(None, (page.ahead(at, known.relative) for at in linked)), None)
    if relative and page.plain(last + 1):
        return Shape(last, last, relative[1], offset=int(relative[0]))
    lean = known.lean_after.get(page.word(last + 1), "") if page.plain(last + 1) else ""
    return Shape(last, last, last + 1 if lean else last, lean=lean)


def year_at(page: Page, known: DateWords, i: int) -> int | None:
    """The year that the word says: "2024", "'24"; but no round count ("in 2000 homes")."""
    year = YEARS.get(page.word(i)) or _apostrophed(page, i)
    if year is None or not free(page, i):
        return None
    after = page.after(i, 3)
    if after[:1] in DASHES and after[1:2].isdigit() and page.word(i + 1) not in YEARS and len(after) == 3:
        return None
    return None if page.word(i).endswith("00") and counts(page, known, i) else year


def _apostrophed(page: Page, i: int) -> int | None:
    """ "'24"; neither "5'24" nor "the '90s" """
    short = SHORT_YEARS.get(page.word(i))
    if short is None or page.before(i) not in _APOSTROPHES:
        return None
    at = page.words.starts[i] - 2
    return None if at >= 0 and page.prose[at].isalnum() else short


def _short_at_end(page: Page, known: DateWords, i: int) -> int | None:
    """ "19 June 24.", "juin 24", where nothing follows that the number may count."""
    return SHORT_YEARS.get(page.word(i)) if _counts_nothing(page, known, i) else None


def of_no_century(page: Page, known: DateWords, i: int) -> bool:
    """Whether two digits behind a month may be a year of any century: "mai 68", "6 May '68"."""
    two = len(page.word(i)) == 2 and page.word(i).isdecimal() and page.word(i) not in SHORT_YEARS
    gap = page.gap(i)
    return two and (gap in _APOSTROPHES or (gap == "" and _counts_nothing(page, known, i)))


def _counts_nothing(page: Page, known: DateWords, i: int) -> bool:
    ends = page.gap(i + 1) != "" or page.word(i + 1) in known.sets["after_days"]
    return ends and free(page, i)


def free(page: Page, i: int) -> bool:
    """Whether a number stands for itself: no further digits, sign or currency is glued to it."""
    before = page.before(i)
    if before in "$€£¥#+&@_" or not _free_after(page, i):
        return False
    return not (before in ".,'’:" and page.gap(i) == before and page.word(i - 1).isdigit())


def _free_after(page: Page, i: int) -> bool:
    after = page.after(i, 2)
    if after[:1] in ("%", "$", "€", "£"):
        return False
    return not (after[:1] in (".", ",", ":") and after[1:].isdigit())


def counts(page: Page, known: DateWords, i: int) -> bool:
    """Whether a noun follows that the number at i may count."""
    return page.gap(i + 1) == "" and not page.capital(i + 1) and page.word(i + 1) not in known.closed


def cued(
    page: Page, known: DateWords, i: int, firm: Mapping[Phrase, str], loose: Mapping[Phrase, str]
) -> bool:
    """Whether a word that dates stands before word i: "in", "depuis", "fin", but not "more than"."""
    if page.behind(i, firm) or page.behind(i, known.parts):
        return True
    cue = page.behind(i, loose)
    return cue is not None and page.word(cue[1] - 1) not in known.sets["counts"]


def continues(page: Page, known: DateWords, i: int, previous: Shape | None) -> bool:
    """Whether word i goes on with the date before it: "de mars à mai", "2019-2023"."""
    if previous is None:
        return False
    if previous.taken == i - 1:
        return page.gap(i) in DASHES
    joined = page.word(i - 1) in known.sets["connectors"] and page.plain(i) and page.plain(i - 1)
    return joined and previous.taken == i - 2


def dates_a_noun(page: Page, known: DateWords, i: int) -> bool:
    """Whether a month or a year stands before the noun that it dates: "the April vote", "a 2019 study"."""
    noun = page.word(i + 1)
    if page.word(i - 1) not in known.sets["adjectival"] or page.gap(i) or page.gap(i + 1):
        return False
    return (
        noun[:1].isalpha() and noun not in known.closed and (page.word(i) in YEARS or not page.capital(i + 1))
    )


def lean_before(page: Page, known: DateWords, i: int) -> Lean:
    """Which way a word before the date leans it: "last June", "ce 4 août", "ce mois de juin"."""
    at = back(page, known, i)
    return known.lean_before.get(page.word(at - 1), "") if page.plain(at) else ""


def back(page: Page, known: DateWords, i: int) -> int:
    """The word to which articles, links and weekdays lead back from word i: "depuis le mardi | 4 août"."""
    while page.plain(i) and (
        page.word(i - 1) in known.sets["links"] or page.word(i - 1) in known.sets["weekdays"]
    ):
        i -= 1
    return i


def _links(page: Page, known: DateWords, i: int) -> Iterator[int]:
    """The word i, and those to which the links from it on lead."""
    yield i
    while page.word(i) in known.sets["links"] and page.plain(i + 1):
        i += 1
        yield i


def _ends(page: Page, i: int) -> bool:
    return page.gap(i + 1) != "" and not page.after(i).isspace()


def _alone(page: Page, known: DateWords, i: int, previous: Shape | None) -> Shape | None:
    year = year_at(page, known, i)
    if year is None or page.word(i - 1) in known.sets["plural_years"]:
        return None
    if page.before(i) not in _OPENING:
        return None
    bracketed = page.before(i) == "(" and page.after(i) in (")", "-", "–", ",")
    dated = bracketed or continues(page, known, i, previous) or dates_a_noun(page, known, i)
    if dated or cued(page, known, i, known.year_firm, known.loose):
        return Shape(i, i, i, year=year)
    return None


def _numeric(page: Page, known: DateWords, i: int, floor: int) -> Shape | None:
    """2024-06-19, 2024/06/19, 19/06/2024, 19/06/24 or 06/2024, by the year at word i."""
    year = YEARS.get(page.word(i))
    if year and (first := _year_first(page, i, year)):
        return first
    sign = page.gap(i)
    if i - 2 >= floor and sign in _NUMERIC and sign == page.gap(i - 1) and _apart(page, i - 2, i):
        last = year or _short_last(page, i)
        pair = _number(page, i - 2), _number(page, i - 1)
        return _ordered(known, i, last, pair, sign == ".") if last else None
    if year is None:
        return None
    if i - 1 >= floor and page.gap(i) == "/" and 1 <= _number(page, i - 1) <= 12 and _apart(page, i - 1, i):
        return Shape(i - 1, i, i, year, _number(page, i - 1))
    return None


def _year_first(page: Page, i: int, year: int) -> Shape | None:
    """ "2024-06-19", "2024/6/19" """
    sign = page.gap(i + 1)
    if sign not in _NUMERIC or sign != page.gap(i + 2) or page.before(i) in _NUMERIC:
        return None
    month, day = _number(page, i + 1), _number(page, i + 2)
    padded = len(page.word(i + 1)) == len(page.word(i + 2)) == 2
    if not (1 <= month <= 12 and 1 <= day <= 31 and (padded or sign == "/") and _apart(page, i, i + 2)):
        return None
    return Shape(i, i + 2, i + 2, year, month, day)


def _short_last(page: Page, i: int) -> int | None:
    """The year of "19/6/24" and "19.06.24"; dashes may part anything."""
    padded = all(len(page.word(at)) == 2 for at in (i - 2, i - 1))
    fits = page.gap(i) == "/" or (page.gap(i) == "." and padded)
    return (
        SHORT_YEARS.get(page.word(i))
        if fits and page.before(i - 2) not in "$€£¥#+&@_" and _free_after(page, i)
        else None
    )


def _ordered(known: DateWords, i: int, year: int, pair: tuple[int, int], dots: bool) -> Shape | None:
    """Which of two numbers is the day: by the language's order, by the dots, or by what exceeds 12."""
    first, second = pair
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(pair) > 12:
        return None
    if second > 12:
        return Shape(i - 2, i, i, year, first, second)
    if known.day_first or dots or first > 12 or first == second:
        return Shape(i - 2, i, i, year, second, first)
    return None


def _number(page: Page, i: int) -> int:
    word = page.word(i)
    return int(word) if len(word) <= 2 and word.isdecimal() else 0


def _apart(page: Page, first: int, last: int) -> bool:
    """Whether a numeric date is no part of something longer: a path, a version, a phone number."""
    after = page.after(last, 2)
    return page.before(first) not in "./-_" and not (after[:1] in _NUMERIC and after[1:].isalnum())
