"""Where the moments of a text lie in time, by its own day and by the dates told before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.extract.dates.ahead import SENTENCE, looks_ahead
from factcheck.extract.dates.datewords import DateWords
from factcheck.extract.dates.days import (
    UNITS,
    Days,
    ago,
    begun,
    start_of,
    unit_before,
    unit_of,
    weekday_before,
)
from factcheck.extract.dates.moments import Moment
from factcheck.extract.dates.momentwords import MomentWords
from factcheck.extract.page import Page

_BEFORE = 80
"""Words at most between a moment and the date from which it counts."""
_COUNTED_ON = frozenset(("earlier", "later", "previous", "since"))
_MAY_BE_AHEAD = frozenset(("weekday", "season", "start"))
_DAY = timedelta(1)


class Stretch(NamedTuple):
    """A stretch of time as told: its first and last word, its first and last day.

    `since` and `until` tell that it is open at its end or at its start."""

    first: int
    last: int
    low: date
    high: date
    since: bool = False
    until: bool = False


class Placer(NamedTuple):
    """Places the moments of one page, of an article of the day `today`."""

    page: Page
    today: date
    dates: DateWords
    words: MomentWords

    def place(self, moments: Sequence[Moment], dated: Sequence[Stretch]) -> list[Stretch]:
        """The moments in time, sorted, without those whose words or whose day a date tells already.

        `dated` are the stretches that the text's dates span, sorted."""
        told = Trail(self.page, dated)
        placed = list[Stretch]()
        for moment in self._apart(moments, dated):
            stretch = None if self._to_come(moment) else self._stretch(moment, told)
            if stretch:
                placed.append(stretch)
                told.go_on(stretch)
        return placed

    def _apart(self, moments: Sequence[Moment], dated: Sequence[Stretch]) -> Iterator[Moment]:
        starts = [stretch.first for stretch in dated]
        for moment in moments:
            at = bisect_left(starts, moment.first)
            covered = at > 0 and dated[at - 1].last >= moment.first
            reach = self._beside(moment)
            if not covered and not (at < len(dated) and dated[at].first <= reach):
                yield moment

    def _beside(self, moment: Moment) -> int:
        """The last word of a moment; a weekday's date belongs to it ("Friday, the 3rd of March")."""
        last = moment.last
        if moment.kind != "weekday":
            return last
        while self.page.word(last + 1) in self.dates.sets["links"]:
            last += 1
        return last + 1 if self.page.gap(last + 1) in ("", ",", "(") else last

    def _to_come(self, moment: Moment) -> bool:
        if moment.kind in _MAY_BE_AHEAD:
            return looks_ahead(self.page, self.dates, self.page.sentence(moment.first, SENTENCE))
        reported = self.words.sets["reported"]
        return moment.kind == "once" and looks_ahead(self.page, self.dates, self._clause(moment), reported)

    def _clause(self, moment: Moment) -> range:
        """The words around a moment up to the marks on either side, but for those right beside it."""
        first, last = moment.first, moment.last + 1
        while self.page.plain(first):
            first -= 1
        while self.page.plain(last + 1):
            last += 1
        return range(first, min(last + 1, len(self.page.words)))

    def _stretch(self, moment: Moment, told: Trail) -> Stretch | None:
        from_then = moment.kind in _COUNTED_ON
        then = told.before(moment, UNITS[moment.unit].longest) if from_then else None
        days = _days(moment, self.today, then)
        if days is None or days[0] > days[1]:
            return None
        since, until = (
            bool(self.page.behind(moment.first, table)) for table in (self.dates.since, self.dates.until)
        )
        since, until = since or moment.kind == "since", until or moment.kind == "once"
        return Stretch(moment.first, moment.last, *days, since, until)


class Trail:
    """The stretches told so far, in their order, for what counts from one of them."""

    def __init__(self, page: Page, dated: Sequence[Stretch]) -> None:
        self._page, self._told = page, list[Stretch]()
        self._coming = list(reversed(dated))

    def go_on(self, stretch: Stretch) -> None:
        """A further moment that has its place; one open at its start is nothing to count from."""
        self._reach(stretch.first)
        if not stretch.until:
            self._told.append(stretch)

    def before(self, moment: Moment, longest: int) -> Days | None:
        """The nearest stretch before a moment, in its sentence or the one before, of so many days at most."""
        self._reach(moment.first)
        start = self._page.sentence(moment.first, _BEFORE, before=1).start
        for stretch in reversed(self._told):
            if stretch.first < start:
                return None
            if (stretch.high - stretch.low).days < longest:
                return stretch.low, stretch.high
        return None

    def _reach(self, first: int) -> None:
        while self._coming and self._coming[-1].first < first:
            self._told.append(self._coming.pop())


def _days(moment: Moment, today: date, then: Days | None) -> Days | None:
    """The first and the last day of a moment, counted from the article's day or from `then`."""
    unit, count = moment.unit, moment.count
    low, high = then or (today, today)
    match moment.kind:
        case "ago" | "earlier":
            return ago((low, high), unit, count)
        case "later":
            return ago((low, high), unit, -count) if then else None
        case "last" | "previous":
            return unit_before(low, unit)
        case "so_far":
            return unit_of(today, unit)[0], today - _DAY
        case "start":
            return start_of(today, unit)
        case "weekday" | "last_weekday":
            day = weekday_before(today, count, strictly=moment.kind == "last_weekday")
            return day, day
        case "season":
            return begun(unit, today)
        case "once":
            return date.min, today - _DAY
        case "since":
            return (low, today) if then else None
