"""Dates in an article, with their precision, relative to the article's own where they must be.

A month's name, a year, a season or "last year" gives a date away; what stands around it (months.py,
years.py) says how precise it is. Here the year that is left unsaid is found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from factcheck.extract.dates.ahead import SENTENCE, looks_ahead
from factcheck.extract.dates.datewords import YEARS, DateWords, date_words
from factcheck.extract.dates.days import iso, parse, season_of, span, year_of
from factcheck.extract.dates.moments import read_moments
from factcheck.extract.dates.momentwords import moment_words
from factcheck.extract.dates.months import read_month
from factcheck.extract.dates.placing import Placer, Stretch
from factcheck.extract.dates.years import DASHES, Shape, back, read_relative, read_season, read_year
from factcheck.extract.page import Page
from factcheck.language.lexicon import Lexicon
from factcheck.language.words import Words
from factcheck.model import DateReading


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time in the text, from the ISO day `low` to `high`, both included.

    `since` and `until` tell that it is open at its end or at its start: "depuis octobre 2024"; `of_noun`
    that it dates the noun before it rather than what is told: "the quake of 6 February"."""

    start: int
    end: int
    low: str
    high: str
    since: bool = False
    until: bool = False
    of_noun: bool = False


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
            DateReading(*_surface(page, shape), iso(year, shape.month, shape.day))
            for shape, year in self._dated(page, today)
            if shape.whole or shape.month is not None
        ]

    def periods(self, prose: str, words: Words, article_date: str | None) -> list[Period]:
        """The stretches of time that a text names, sorted, none overlapping another.

        Every date of `read` is one, and so are the vaguer ones ("fin 2024", "last autumn") and, where
        the article's day is known, the moments told by their distance ("three weeks ago", "la veille")."""
        page, today = Page(prose, words), parse(article_date)
        dated = self._dated(page, today)
        periods = [self._period(page, shape, year, today) for shape, year in dated]
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

    def _dated(self, page: Page, today: date | None) -> list[tuple[Shape, int]]:
        shapes = _share_years(page, self._known, self._shapes(page))
        years = ((shape, self._year(page, shape, today)) for shape in shapes)
        return [(shape, year) for shape, year in years if year is not None]

    def _shapes(self, page: Page) -> list[Shape]:
        triggers, shapes = self._triggers, list[Shape]()
        for i in [i for i, word in enumerate(page.words.folded) if word in triggers]:
            last = shapes[-1] if shapes else None
            if last is None or i > last.taken:
                shapes += _shapes_at(page, self._known, i, last)
        return shapes

    def _year(self, page: Page, shape: Shape, today: date | None) -> int | None:
        if shape.year is not None or today is None:
            return shape.year
        if shape.offset is not None:
            return today.year + shape.offset
        if shape.month is None:
            return season_of(shape.part, today, shape.lean)
        sentence = page.sentence(shape.first, SENTENCE)
        ahead = not shape.lean and looks_ahead(page, self._known, sentence)
        return year_of(shape.month, shape.day, today, shape.lean, ahead)

    def _period(self, page: Page, shape: Shape, year: int, today: date | None) -> Period:
        low, high = span(year, shape.month, shape.day, shape.part)
        at = shape.first
        while page.plain(at) and page.word(at - 1) in self._known.lean_before:
            at -= 1
        at = back(page, self._known, at)
        since, until = (
            bool(page.behind(shape.first, table) or page.behind(at, table))
            for table in (self._known.since, self._known.until)
        )
        if today and (page.behind(shape.first, self._known.earlier) or page.behind(at, self._known.earlier)):
            high = max(low, min(high, (today - timedelta(1)).isoformat()))
        return Period(
            *_surface(page, shape), low, high, since, until, _of_noun(page, self._known, shape.first)
        )


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
    if page.word(i) in YEARS:
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


def _told(page: Page, stretch: Stretch) -> Period:
    low, high = stretch.low.isoformat(), stretch.high.isoformat()
    return Period(*_surface(page, stretch), low, high, stretch.since, stretch.until)


def _surface(page: Page, shape: Shape | Stretch) -> tuple[int, int]:
    return page.words.starts[shape.first], page.words.ends[shape.last]
