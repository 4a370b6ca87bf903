"""The calendar of the date reader: ISO days, what they span, and the year that is left unsaid."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal, NamedTuple

Lean = Literal["", "last", "this", "next"]
Tense = Literal["", "past", "ahead"]
Days = tuple[date, date]
"""A stretch of time: its first and last day."""


class Unit(NamedTuple):
    """A unit of time: its months or days, by how many days a count of it is vague, its longest length."""

    months: int
    days: int
    vague: int
    longest: int


UNITS = {
    "day": Unit(0, 1, 0, 1),
    "week": Unit(0, 7, 3, 7),
    "month": Unit(1, 0, 15, 31),
    "quarter": Unit(3, 0, 31, 92),
    "year": Unit(12, 0, 61, 366),
}

# a date may lie so far on the other side of the article's day than the tense tells: "moved to 14 June"
_SLACK = timedelta(days=14)

# which months of a year, or days of a month, its parts have
_MONTHS = {
    "early": (1, 3),
    "mid": (5, 8),
    "late": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "h1": (1, 6),
    "h2": (7, 12),
}
_DAYS = {"early": (1, 10), "mid": (10, 20), "late": (20, 31)}
# northern seasons, from the meteorologist's first day to the astronomer's last
_SEASONS = {"spring": ((3, 1), (6, 20)), "summer": ((6, 1), (9, 22)), "autumn": ((9, 1), (12, 21))}


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date as precise as it is given; an impossible one (30 February) is written as it stands."""
    if month is None:
        return f"{year:04}"
    return f"{year:04}-{month:02}" if day is None else f"{year:04}-{month:02}-{day:02}"


def parse(text: str | None) -> date | None:
    """The first day of an ISO day, month or year; None where there is none."""
    try:
        return date.fromisoformat(f"{text}-01-01"[:10]) if text else None
    except ValueError:
        return None


def span(year: int, month: int | None = None, day: int | None = None, part: str = "") -> tuple[str, str]:
    """The first and the last ISO day of a year, a month, a day, or a part of one (see `_MONTHS`)."""
    if part == "winter":
        return iso(year - 1, 12, 1), iso(year, 3, 20)
    if part in _SEASONS:
        low, high = _SEASONS[part]
        return iso(year, *low), iso(year, *high)
    if month is None:
        first, last = _MONTHS.get(part, (1, 12))
        return iso(year, first, 1), _on(year, last, 31).isoformat()
    low_day, high_day = _DAYS.get(part, (1, 31)) if day is None else (day, day)
    return _on(year, month, low_day).isoformat(), _on(year, month, high_day).isoformat()


def year_of(month: int, day: int | None, today: date, lean: Lean = "", tense: Tense = "") -> int:
    """The year of a date that is written without one.

    `lean` is what the text says of it ("last June", "juin prochain"); otherwise the date is the one nearest
    to `today` on the side that the `tense` tells."""
    year = today.year
    if lean == "this":
        return year
    if lean in ("last", "next"):
        low, high = (parse(text) for text in span(year, month, day))
        gone = high is not None and high < today
        to_come = low is not None and low > today
        return year - (not gone) if lean == "last" else year + (not to_come)
    years = (year - 1, year, year + 1)
    if tense == "past":
        limit = today + (_SLACK if day else timedelta())
        return max(y for y in years if _on(y, month, day or 1) <= limit)
    if tense == "ahead":
        return min(y for y in years if _on(y, month, day or 31) >= today - (_SLACK if day else timedelta()))
    return min(years, key=lambda y: abs(_on(y, month, day or 15) - today))


def season_of(season: str, today: date, lean: Lean) -> int:
    """The year of "last autumn", "cet été" or "next spring", seen from `today`."""
    year = today.year
    low, high = span(year, part=season)
    if lean == "last":
        return year - (high >= today.isoformat())
    return year + (low <= today.isoformat()) if lean == "next" else year


def begun(season: str, today: date) -> Days:
    """The last season of a name that has begun by `today`: "au printemps", "in the summer"."""
    spans = (span(year, part=season) for year in (today.year + 1, today.year, today.year - 1))
    low, high = next(days for days in spans if days[0] <= today.isoformat())
    return date.fromisoformat(low), date.fromisoformat(high)


def ago(days: Days, unit: str, count: int) -> Days:
    """So many units before `days`, or after them (a negative count), as wide as such a count is vague: "three
    weeks ago" is a week wide, and two weeks of days ("quinze jours") are two days wide to either side."""
    low, high = (_less(day, UNITS[unit].months * count, UNITS[unit].days * count) for day in days)
    vague = timedelta(UNITS[unit].vague or abs(count) // 7)
    middle = low + (high - low) // 2
    return min(low, middle - vague), max(high, middle + vague)


def unit_of(day: date, unit: str) -> Days:
    """The calendar unit that holds a day: its week from Monday, its month, quarter or year."""
    if unit in ("day", "week"):
        low = day - timedelta(day.weekday() if unit == "week" else 0)
        return low, low + timedelta(UNITS[unit].days - 1)
    months = UNITS[unit].months
    first = (day.month - 1) // months * months + 1
    return date(day.year, first, 1), _on(day.year, first + months - 1, 31)


def unit_before(day: date, unit: str) -> Days:
    """The calendar unit before the one that holds a day."""
    return unit_of(unit_of(day, unit)[0] - timedelta(1), unit)


def start_of(day: date, unit: str) -> Days:
    """The first part of the calendar unit that holds a day: a year's first quarter, else its first third."""
    low, high = unit_of(day, unit)
    if unit == "year":
        return low, _on(low.year, 3, 31)
    return low, low + (high - low) // 3


def weekday_before(today: date, weekday: int, strictly: bool = False) -> date:
    """The last day of that weekday (0 is Monday) not after today, or, `strictly`, before it."""
    ago = (today.weekday() - weekday) % 7
    return today - timedelta(ago or 7 * strictly)


def _less(day: date, months: int, days: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    return _on(month // 12, month % 12 + 1, day.day) - timedelta(days)


def _on(year: int, month: int, day: int) -> date:
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))
