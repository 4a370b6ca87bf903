"""Moments told by their distance, not by their date: "three weeks ago", "la veille", "last Friday".

They date what a sentence says, and are no dates themselves. Which days they are depends on the article's
day, or on the date told before them: see days.py."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.extract.dates.datewords import DateWords
from factcheck.extract.dates.momentwords import Kind, MomentWords, Told
from factcheck.extract.dates.years import free
from factcheck.extract.page import Page


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as told: its first and last word, and what they tell (see momentwords.Told).

    The `count` of a weekday is its number, from 0 for Monday."""

    first: int
    last: int
    kind: Kind
    unit: str = "day"
    count: int = 1


def read_moments(page: Page, known: MomentWords, dates: DateWords) -> list[Moment]:
    """The moments of a text, sorted, none overlapping another."""
    triggers, moments = known.triggers, list[Moment]()
    for i in [i for i, word in enumerate(page.words.folded) if word in triggers]:
        moment = _at(page, known, dates, i)
        if moment and (not moments or moment.first > moments[-1].last):
            moments.append(moment)
    return moments


def _at(page: Page, known: MomentWords, dates: DateWords, i: int) -> Moment | None:
    moment = _told(page, known, dates, i)
    if moment and moment.kind == "once":
        return moment
    if moment is None and page.word(i) in known.weekdays:
        return _weekday(page, known, dates, i)
    if moment is None and page.word(i) in known.units:
        moment = _counted(page, known, dates, i) or _single(page, known, dates, i)
    if moment and moment.kind == "later" and page.word(moment.last + 1) in dates.sets["of"]:
        return moment  # "le lendemain du vote": the day told before is the vote's
    return None if moment is None or _goes_further(page, known, moment.last) else moment


def _goes_further(page: Page, known: MomentWords, last: int) -> bool:
    """Whether what follows makes it another moment, or none: "a year earlier than", "la veille du vote"."""
    return page.plain(last + 1) and page.ahead(last + 1, known.not_before) is not None


# --- units of time -----------------------------------------------------------------------------


def _counted(page: Page, known: MomentWords, dates: DateWords, i: int) -> Moment | None:
    """ "three weeks ago", "il y a plus de deux ans", "a year earlier": the unit is word i."""
    number = _number(page, known, dates, i)
    if number is None:
        return None
    count, first = number
    unit = known.units[page.word(i)]
    after = page.ahead(i + 1, known.counted_after) if page.plain(i + 1) else None
    if after and _ended(page, known, dates, after[1]):
        return Moment(first, after[1], after[0], unit, count)
    hedge = page.behind(first, known.hedges)
    before = page.behind(hedge[1] if hedge else first, known.counted_before)
    return Moment(before[1], i, before[0], unit, count) if before else None


def _number(page: Page, known: MomentWords, dates: DateWords, i: int) -> tuple[int, int] | None:
    """The number that counts the unit at word i, and its first word; never the last part of a longer one."""
    word = page.word(i - 1)
    if word.isdecimal() and page.plain(i):
        found = (int(word), i - 1) if len(word) <= 2 and int(word) and free(page, i - 1) else None
    else:
        found = page.behind(i, known.counts)
    if found is None or (found[0] == 1 and page.word(i) in known.singular):
        return found
    return None if _goes_on(page, known, dates, found[1]) else found


def _goes_on(page: Page, known: MomentWords, dates: DateWords, first: int) -> bool:
    """Whether a number's words begin before `first`: "two or | three", "cent | deux", "3 | 000".

    Figures and words are two numbers: "120 | two weeks ago", "5 millions | deux ans plus tôt"."""
    digits = page.word(first).isdecimal()
    joined = page.plain(first) and page.word(first - 1) in dates.sets["connectors"]
    at = first - 1 if joined else first
    before = page.word(at - 1) if page.plain(at) else ""
    if before.isdecimal():
        return joined or digits
    return before in known.numbers and not (page.plain(at - 1) and page.word(at - 2).isdecimal())


def _single(page: Page, known: MomentWords, dates: DateWords, i: int) -> Moment | None:
    """ "last week", "l'année précédente", "at the start of the year": the unit is word i."""
    if page.word(i) not in known.singular:
        return None
    unit = known.units[page.word(i)]
    before = page.behind(i, known.before)
    if before:
        moment = Moment(before[1], i, before[0], unit)
    else:
        after = page.ahead(i + 1, known.after) if page.plain(i + 1) else None
        if after is None or not _ended(page, known, dates, after[1]):
            return None
        moment = Moment(i, after[1], after[0], unit)
    return None if moment.kind == "last" and _lasts(page, dates, moment) else moment


def _lasts(page: Page, dates: DateWords, moment: Moment) -> bool:
    """Whether it is a length of time ("over the last week"), or the last of several days."""
    lasting = page.plain(moment.first) and page.word(moment.first - 1) in dates.sets["durations"]
    return lasting or moment.unit == "day"


def _ended(page: Page, known: MomentWords, dates: DateWords, last: int) -> bool:
    """Whether the words up to `last` end there: "a week before, …", not "a week before the vote"."""
    if page.word(last) not in known.sets["edged"]:
        return True
    return page.gap(last + 1) != "" or page.word(last + 1) in dates.sets["connectors"]


# --- weekdays ------------------------------------------------------------------------------------


def _weekday(page: Page, known: MomentWords, dates: DateWords, i: int) -> Moment | None:
    """ "on Friday", "vendredi soir", "last Friday"; neither "every Friday" nor "Black Friday"."""
    if page.capital(i) != dates.capitals and (dates.capitals or page.gap(i) == ""):
        return None
    day, before = known.weekdays[page.word(i)], page.word(i - 1) if page.plain(i) else ""
    last = page.behind(i, known.before)
    if last and last[0] == "last":
        return Moment(last[1], i, "last_weekday", count=day)
    after = page.ahead(i + 1, known.after) if page.plain(i + 1) else None
    if after and after[0] == "last":
        return Moment(i, after[1], "last_weekday", count=day)
    if before in known.sets["weekday_not_after"] or _begins_more(page, known, dates, i):
        return None
    named = before not in known.sets["weekday_cues"] and _named(page, dates, i)
    return None if named else Moment(i, i, "weekday", count=day)


def _begins_more(page: Page, known: MomentWords, dates: DateWords, i: int) -> bool:
    """ "vendredi prochain", "Vendredi saint", "lundi de Pâques", "les jeudi 3 et vendredi 4" """
    if not page.plain(i + 1):
        return False
    after = page.word(i + 1)
    feast = after in dates.sets["of"] and page.capital(i + 2)
    return feast or after in known.sets["weekday_not_before"] or after in dates.days


def _named(page: Page, dates: DateWords, i: int) -> bool:
    """Whether the weekday is part of a name: "Black Friday", "the Sunday Mirror"."""
    return any(
        page.gap(gap) == "" and page.capital(other) and page.word(other) not in dates.closed
        for gap, other in ((i, i - 1), (i + 1, i + 1))
    )


# --- phrases -------------------------------------------------------------------------------------


def _told(page: Page, known: MomentWords, dates: DateWords, i: int) -> Moment | None:
    """A phrase that ends in word i: "yesterday", "la veille", "au printemps", "initially"."""
    found = page.ending(i, known.phrases)
    if found is None:
        return None
    told, first = found
    if told.kind == "once" and not _is_adverb(page, known, dates, told, first, i):
        return None
    return Moment(first, i, told.kind, told.unit, told.count)


def _is_adverb(page: Page, known: MomentWords, dates: DateWords, told: Told, first: int, last: int) -> bool:
    """Whether "initially" and the like set what is said in the past; not "than initially thought",
    "12 previously unknown species" or "à l'origine de l'incendie"."""
    if _compared(page, known, first):
        return False
    after = page.word(last + 1) if page.gap(last + 1) == "" else ""
    before = page.word(first - 1) if page.plain(first) else ""
    if after in known.sets["reported"]:
        return True
    if after in known.sets["once_not_before"]:
        return False
    closes = not after or after in dates.closed
    if told.role == "edge":
        return closes and (not before or before in known.sets["reported"])
    return closes or not _counts(known, before)


def _compared(page: Page, known: MomentWords, first: int) -> bool:
    """Whether something is measured against it: "than (the) initially (announced) …" """
    while page.plain(first) and (
        page.word(first - 1) in known.sets["determiners"] or page.word(first - 1) in known.sets["reported"]
    ):
        first -= 1
    return page.plain(first) and page.word(first - 1) in known.sets["once_not_after"]


def _counts(known: MomentWords, word: str) -> bool:
    return word in known.sets["determiners"] or word in known.numbers or word.isdecimal()
