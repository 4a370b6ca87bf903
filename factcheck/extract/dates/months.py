"""Months as they are written, with their days and years: "6 et 7 février", "June 19, 2024", "last May"."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.dates.datewords import YEARS, DateWords
from factcheck.extract.dates.years import (
    DASHES,
    Shape,
    back,
    continues,
    cued,
    dates_a_noun,
    free,
    lean_before,
    of_no_century,
    said_year,
)
from factcheck.extract.page import Page

_DAY_MONTH = frozenset(("", ".", "-", "/"))

Day = tuple[int, int]  # the word, and the day that it says


def read_month(page: Page, known: DateWords, i: int, previous: Shape | None) -> list[Shape]:
    """The dates that the month at word i gives away, one for each day that shares it."""
    if not _may_be_month(page, known, i):
        return []
    earlier = _days_before(page, known, i, previous.taken + 1 if previous else 0)
    later = [] if earlier else _days_after(page, known, i)
    days = earlier or later
    said = said_year(page, known, later[-1][0] if later else i, comma=bool(days))
    lean = said.lean or lean_before(page, known, days[0][0] if earlier else i)
    if (days or known.day_first) and not said.whole and of_no_century(page, known, said.taken + 1):
        return []
    shape = replace(said, first=i, month=known.months[page.word(i)], lean="" if said.whole else lean)
    if days:
        return _each(shape, days) if _is_date(page, known, i, shape, days) else []
    return [shape] if _stands_alone(page, known, i, shape, previous) else []


def _each(shape: Shape, days: list[Day]) -> list[Shape]:
    """One shape a day; the month belongs to the nearest one, the year to the last."""
    first, last = days[0][0], days[-1][0]
    alone = [replace(shape, first=at, last=at, taken=at, day=day) for at, day in days]
    if first > shape.first:
        alone[0] = replace(alone[0], first=shape.first)
    return [*alone[:-1], replace(alone[-1], last=max(shape.last, last), taken=max(shape.taken, last))]


# --- its days ----------------------------------------------------------------------------------


def _day(page: Page, known: DateWords, i: int) -> int | None:
    """The day that a word says, unless it is part of a longer number, of a sum or of a name (Covid-19)."""
    day = known.days.get(page.word(i))
    if day is None or not free(page, i):
        return None
    return None if page.before(i) in "-‑" and not page.word(i - 1).isdigit() else day


def _days_before(page: Page, known: DateWords, i: int, floor: int) -> list[Day]:
    linked = page.word(i - 1) in known.sets["links"] and page.plain(i)
    at = i - 2 if linked else i - 1
    if at < floor or page.gap(at + 1) not in _DAY_MONTH or page.gap(i) not in _DAY_MONTH:
        return []
    day = _day(page, known, at)
    worded = _worded(page, known, at, i, floor) if day is None else None
    days = [(at, day)] if day is not None else [worded] if worded else []
    while days and (earlier := _joined(page, known, days[0][0], floor, comma=len(days) > 1)):
        days.insert(0, earlier)
    return days


def _worded(page: Page, known: DateWords, at: int, i: int, floor: int) -> Day | None:
    """ "the nineteenth of | June", "le vingt et un | mai"; not "the second of May's three debates" """
    linked = at < i - 1
    found = page.ending(at, known.day_words) if page.plain(at + 1) and page.plain(i) else None
    if found is None or found[1] < floor or not (linked or known.day_first) or _possessive(page, known, i):
        return None
    day, first = found
    led = page.plain(first) and any(page.word(first - 1) in known.sets[key] for key in _LEADS)
    named = page.capital(first) and not known.capitals and page.plain(first)
    return (first, day) if led and not named else None


_LEADS = ("links", "weekdays", "connectors")


def _joined(page: Page, known: DateWords, i: int, floor: int, comma: bool) -> Day | None:
    """The day before the day at i, where "6 et", "6-" or, in a longer list, "6," stands before it."""
    if page.word(i - 1) in known.sets["links"] and page.word(i - 2) in known.sets["connectors"]:
        i -= page.plain(i) and page.plain(i - 1)
    word = page.word(i - 1) in known.sets["connectors"] and page.plain(i) and page.plain(i - 1)
    at = i - 2 if word else i - 1
    if at < floor or not (word or page.gap(i) in DASHES or (comma and page.gap(i) == ",")):
        return None
    day = _day(page, known, at)
    return None if day is None or day > 31 else (at, day)


def _days_after(page: Page, known: DateWords, i: int) -> list[Day]:
    """ "June 19", "June 6-7", "June 6 and 7"; but no day in "in June 20 people"."""
    day = _day(page, known, i + 1)
    if known.day_first or day is None or day > 31 or page.gap(i + 1) not in ("", ".") or page.after(i) == "-":
        return []
    year_next = page.word(i + 2) in YEARS and page.gap(i + 2) in ("", ",")
    if page.word(i - 1) in known.sets["month_only"] and not year_next:
        return []
    dash = page.gap(i + 2) in DASHES
    at = i + 2 if dash else i + 3
    joined = dash or (
        page.word(i + 2) in known.sets["connectors"] and page.plain(i + 2) and page.plain(i + 3)
    )
    second = _day(page, known, at) if joined and page.word(at).isdigit() else None
    if dash and second is None:
        second = known.days.get(page.word(at))
    if second is None or not day < second <= 31 or not (dash or _ends_there(page, known, at)):
        return [(i + 1, day)]
    return [(i + 1, day), (at, second)]


def _ends_there(page: Page, known: DateWords, i: int) -> bool:
    """Whether the number at i is the second of two days, and counts nothing: "June 6 and 7 others"."""
    year = page.word(i + 1) in YEARS
    return page.gap(i + 1) != "" or year or page.word(i + 1) in known.sets["after_days"]


# --- whether it is a date ------------------------------------------------------------------------


def _may_be_month(page: Page, known: DateWords, i: int) -> bool:
    """A month that is a verb or a person too keeps its capital: "may", "march"."""
    return page.capital(i) or not (known.capitals and page.word(i) in known.sets["homonyms"])


def _is_date(page: Page, known: DateWords, i: int, shape: Shape, days: list[Day]) -> bool:
    """Not a street's name, nor an event's ("le 11-Septembre"), nor "ils sont 12 sept"."""
    if page.word(i) in known.sets["dotted"] and not (page.after(i) == "." or shape.whole):
        return False
    if days[0][0] > i:
        return True
    named = page.gap(i) == "-" and page.capital(i) and not known.capitals
    place = page.word(back(page, known, days[0][0]) - 1)
    return (shape.whole or not named) and place not in known.sets["places"]


def _stands_alone(page: Page, known: DateWords, i: int, shape: Shape, previous: Shape | None) -> bool:
    """Whether a month without a day is one: with its year, or where a word dates."""
    homonym = page.word(i) in known.sets["homonyms"]
    if page.word(i) in known.sets["dotted"]:
        return False
    if shape.year is not None:
        return not (homonym and _after_a_name(page, known, i))
    if page.capital(i) != known.capitals:
        return False
    if shape.lean or shape.offset is not None:
        return not (homonym and _before_a_verb(page, known, i))
    if _possessive(page, known, i) and not homonym:
        return True
    if dates_a_noun(page, known, i) or continues(page, known, i, previous) or _leads(page, known, i):
        return True
    return cued(page, known, i, known.firm, {} if homonym else known.loose)


def _possessive(page: Page, known: DateWords, i: int) -> bool:
    """ "April's toll" """
    return known.capitals and page.gap(i + 1) in ("'", "’") and page.word(i + 1) == "s"


def _leads(page: Page, known: DateWords, i: int) -> bool:
    """ "March and May 2024", "janvier-février 2024" """
    joined = page.word(i + 1) in known.sets["connectors"] and page.plain(i + 1) and page.plain(i + 2)
    at = i + 2 if joined else i + 1
    if page.word(at) not in known.months or not (joined or page.gap(at) in DASHES):
        return False
    return said_year(page, known, at).year is not None


def _after_a_name(page: Page, known: DateWords, i: int) -> bool:
    """ "Theresa May 2017" """
    return page.capital(i - 1) and page.gap(i) == "" and page.word(i - 1) not in known.closed


def _before_a_verb(page: Page, known: DateWords, i: int) -> bool:
    """ "This May be", "This March Is" """
    verb = page.word(i + 1) in known.sets["homonym_verbs"] or page.capital(i + 1)
    return page.gap(i + 1) == "" and verb
