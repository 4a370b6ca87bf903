"""Dates in an article, with their precision, relative to the article's own where they must be.

A month's name, a year, a season or "last year" gives a date away; what stands around it (months.py,
years.py) says how precise it is. Here the year that is left unsaid is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Literal

from factcheck.extract.dates.ahead import tense_of
from factcheck.extract.dates.datewords import SHORT_YEARS, YEARS, DateWords, date_words
from factcheck.extract.dates.days import Tense, iso, parse, season_of, span, year_of
from factcheck.extract.dates.moments import read_moments
from factcheck.extract.dates.momentwords import moment_words
from factcheck.extract.dates.months import read_month
from factcheck.extract.dates.placing import Placer, Stretch
from factcheck.extract.dates.years import DASHES, Shape, back, read_relative, read_season, read_year
from factcheck.extract.page import Page, Phrase
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words
from factcheck.model import DateReading


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in the text, from the ISO day `low` to `high`, both included.

    `since` and `until` tell that it is open at its end or at its start: "depuis octobre 2024"; `of_noun`
    that it dates the noun before it rather than what is told: "the quake of 6 February"; `comma` that it
    stands apart, with a comma on either side: "At the pass, on 6 February, …"."""

    start: int
    end: int
    low: str
    high: str
    since: bool = False
    until: bool = False
    of_noun: bool = False
    comma: bool = False


class DateReader:
    """Reads the dates of articles in one language. Raises LexiconError where its file lacks a key."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._known = date_words(lexicon)
        self._triggers = self._known.triggers()
        self._moments = moment_words(lexicon)

    def read(self, prose: str, words: Words, article_date: str | None) -> list[DateReading]:
        """The dates of a text, sorted, none overlapping another.

        `article_date` is ISO; without it, dates that do not say their year are left out. An impossible
        day ("30 février 2024") is given as written, `2024-02-30`."""
        page, today = Page(prose, words), parse(article_date)
        return [
            self._reading(page, shape, year)
            for shape, year in self._dated(page, today)
            if shape.whole or shape.month is not None
        ]

    def _reading(self, page: Page, shape: Shape, year: int) -> DateReading:
        told = iso(year, shape.month, shape.day)
        until, firm = self._behind(page, shape, "until"), shape.part or self._behind(page, shape, "firm")
        return DateReading(*_surface(page, shape), told, until, loose=shape.month is None and not firm)

    def periods(self, prose: str, words: Words, article_date: str | None) -> list[Period]:
        """The stretches of time that a text names, sorted, none overlapping another.

        Every date of `read` is one (in the past year where no verb tells: figures are of what was). So are
        the vaguer ones ("fin 2024", "last autumn") and, where the article's day is known, the moments told by
        their distance ("three weeks ago", "la veille")."""
        page, today = Page(prose, words), parse(article_date)
        dated = self._dated(page, today, "past")
        periods = _spanning(
            page, self._known, dated, [self._period(page, shape, year, today) for shape, year in dated]
        )
        if today is None or len(article_date or "") < 10 or today.year not in YEARS.values():
            return periods
        spans = [
            Stretch(shape.first, shape.taken, date.fromisoformat(period.low), date.fromisoformat(period.high))
            for (shape, _), period in zip(dated, periods, strict=True)
        ]
        moments = read_moments(page, self._moments, self._known)
        placed = Placer(page, today, self._known, self._moments).place(moments, spans)
        periods += (_told(page, stretch) for stretch in placed)
        return sorted(periods, key=lambda period: period.start)

    def _dated(self, page: Page, today: date | None, unsaid: Tense = "") -> list[tuple[Shape, int]]:
        """The dates and their years; `unsaid` is the tense of what has none."""
        shapes = _share_years(page, self._known, self._shapes(page))
        years = ((shape, self._year(page, shape, today, unsaid)) for shape in shapes)
        return [(shape, year) for shape, year in years if year is not None]

    def _shapes(self, page: Page) -> list[Shape]:
        triggers, shapes = self._triggers, list[Shape]()
        for i in [i for i, word in enumerate(page.words.folded) if word in triggers]:
            last = shapes[-1] if shapes else None
            if last is None or i > last.taken:
                shapes += _shapes_at(page, self._known, i, last)
        return shapes

    def _year(self, page: Page, shape: Shape, today: date | None, unsaid: Tense) -> int | None:
        if shape.year is not None or today is None:
            return shape.year
        if shape.offset is not None:
            return today.year + shape.offset
        if shape.month is None:
            return season_of(shape.part, today, shape.lean)
        return year_of(shape.month, shape.day, today, shape.lean, self._tense(page, shape) or unsaid)

    def _tense(self, page: Page, shape: Shape) -> Tense:
        if shape.lean:
            return ""
        if self._behind(page, shape, "gone"):
            return "past"
        return tense_of(page, self._known, back(page, self._known, shape.first), shape.taken)

    def _behind(
        self, page: Page, shape: Shape, name: Literal["since", "until", "earlier", "gone", "firm"]
    ) -> bool:
        """Whether a date stands behind a phrase of that name, articles and weekdays aside."""
        table: Mapping[Phrase, str] = getattr(self._known, name)
        at = shape.first
        while page.plain(at) and page.word(at - 1) in self._known.lean_before:
            at -= 1
        return bool(page.behind(shape.first, table) or page.behind(back(page, self._known, at), table))

    def _period(self, page: Page, shape: Shape, year: int, today: date | None) -> Period:
        low, high = span(year, shape.month, shape.day, shape.part)
        since, until = self._behind(page, shape, "since"), self._behind(page, shape, "until")
        if today and self._behind(page, shape, "earlier"):
            high = max(low, min(high, (today - timedelta(1)).isoformat()))
        return Period(
            *_surface(page, shape),
            low,
            high,
            since,
            until,
            _of_noun(page, self._known, shape.first),
            _apart(page, self._known, shape),
        )


def _apart(page: Page, known: DateWords, shape: Shape) -> bool:
    """Whether commas stand on either side of a date and the words that lead to it."""
    at = back(page, known, shape.first)
    led = page.behind(at, known.leading)
    return page.gap(led[1] if led else at) == "," == page.gap(shape.taken + 1)


def _of_noun(page: Page, known: DateWords, i: int) -> bool:
    """Whether "of" leads to the date that begins at word i: "the quake of | 6 February"."""
    of, passed = known.sets["of"], known.sets["links"] | known.sets["weekdays"]
    while page.plain(i) and page.word(i - 1) in passed and page.word(i - 1) not in of:
        i -= 1
    return page.plain(i) and page.word(i - 1) in of


def _shapes_at(page: Page, known: DateWords, i: int, previous: Shape | None) -> list[Shape]:
    word = page.word(i)
    if word in known.months:
        found = read_month(page, known, i, previous)
    else:
        one = _one_shape(page, known, i, previous)
        found = [one] if one else []
    floor = previous.taken + 1 if previous else 0
    return [_with_part(page, known, shape, floor) if shape.day is None else shape for shape in found]


def _one_shape(page: Page, known: DateWords, i: int, previous: Shape | None) -> Shape | None:
    if page.word(i) in YEARS or page.word(i) in SHORT_YEARS:
        return read_year(page, known, i, previous)
    if page.word(i) in known.seasons:
        return read_season(page, known, i)
    return read_relative(page, known, i)


def _with_part(page: Page, known: DateWords, shape: Shape, floor: int) -> Shape:
    """The shape with the "early", "fin de" or "first quarter of" before it."""
    found = None if shape.part else page.behind(back(page, known, shape.first), known.parts)
    found = found or (None if shape.part else page.behind(shape.first, known.parts))
    return replace(shape, first=found[1], part=found[0]) if found and found[1] >= floor else shape


def _share_years(page: Page, known: DateWords, shapes: list[Shape]) -> list[Shape]:
    """ "de novembre à mars 2024": a month without a year takes that of the date with which it is joined."""
    shared = shapes[-1:]
    for shape in reversed(shapes[:-1]):
        after = shared[-1]
        joined = not (shape.whole or shape.lean) and _joined(page, known, shape, after)
        shared.append(_in_year_of(after, shape) if joined else shape)
    return shared[::-1]


def _in_year_of(after: Shape, shape: Shape) -> Shape:
    earlier = (shape.month or 0) > (after.month or 0)
    offset = None if after.offset is None else after.offset - earlier
    return replace(shape, year=None if after.year is None else after.year - earlier, offset=offset)


def _joined(page: Page, known: DateWords, shape: Shape, after: Shape) -> bool:
    if not (after.whole and after.month and shape.month):
        return False
    between = range(shape.taken + 1, after.first)
    if not between:
        return page.gap(after.first) in DASHES
    return (
        len(between) <= 2
        and all(page.plain(i) for i in between)
        and (page.word(between[0]) in known.sets["connectors"])
    )


def _spanning(
    page: Page, known: DateWords, dated: Sequence[tuple[Shape, int]], periods: Sequence[Period]
) -> list[Period]:
    """The periods; the two ends of a span ("from 3 to 9 May") both stand for all of it."""
    found = list(periods)
    for at, ((one, _), (other, _)) in enumerate(pairwise(dated)):
        if _is_span(page, known, one, other) and found[at].low <= periods[at + 1].high:
            low, high = found[at].low, max(found[at].high, periods[at + 1].high)
            found[at : at + 2] = (replace(p, low=low, high=high) for p in found[at : at + 2])
    return found


def _is_span(page: Page, known: DateWords, one: Shape, other: Shape) -> bool:
    """Whether two dates are the ends of a span: "du 3 au 9 mai", "between March and May"."""
    first, last = one.last + 1, back(page, known, other.first)
    if last <= first - 1 or first == other.first:
        return page.gap(other.first) in DASHES - {"/"}
    told = (word for i in range(first, other.first) if (word := page.word(i)) not in known.sets["links"])
    between = list(islice(told, 2))  # of dates far apart, not a page of words
    if len(between) != 1 or not all(page.plain(i) for i in range(first, other.first + 1)):
        return False
    opened = page.word(back(page, known, one.first) - 1) in known.sets["between"]
    return between[0] in known.sets["spans"] or (opened and between[0] in known.sets["connectors"])


def _told(page: Page, stretch: Stretch) -> Period:
    low, high = stretch.low.isoformat(), stretch.high.isoformat()
    return Period(*_surface(page, stretch), low, high, stretch.since, stretch.until)


def _surface(page: Page, shape: Shape | Stretch) -> tuple[int, int]:
    return page.words.starts[shape.first], page.words.ends[shape.last]
