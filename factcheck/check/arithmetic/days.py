"""Days that there are not, and weekdays that are not their date's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.compare.series import last_day
from factcheck.extract.lookup import Lookup
from factcheck.model import DateReading

NEAR = 30
"""So many days from the article's own a date without a year has that year."""
GREGORIAN = "1900"
"""Before this year a country may have had another calendar."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WITHIN = 8
"""How many words at most stand between an age, or a birth, and its date."""


def days(line: Line, day: str | None) -> Iterator[Reckoning]:
    """The dates of a sentence that there are not, or whose weekday is another; `day` is the article's."""
    for reading in line.dates:
        if len(reading.iso) < 10:
            continue
        when = parsed(reading.iso)
        if when is None:
            if reading.iso[4:] != "-02-29" or _has_year(line, reading):
                last = last_day(reading.iso[:7])[8:]
                yield Reckoning(reading, f"that month has {int(last)} days", ())
        elif _is_known(line, reading, when, day):
            named = _weekday(line, reading)
            if named is not None and named != when.weekday():
                made = DAYS[when.weekday()]
                yield Reckoning(reading, f"{reading.iso} is a {made}, not a {DAYS[named]}", ())


def parsed(iso: str) -> date | None:
    """The day that an ISO date is, or None where there is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def is_sound(reading: DateReading) -> bool:
    """Whether a date is one that there is."""
    return len(reading.iso) < 10 or parsed(reading.iso) is not None


def dated(line: Line, reading: DateReading, turn: Lookup[bool]) -> bool:
    """Whether a word stands before a date, with none but a place between, and no other date."""
    end = bisect_left(line.text.starts, reading.start)
    earlier = max((other.end for other in line.dates if other.end <= reading.start), default=line.start)
    floor = max(bisect_left(line.text.starts, earlier), end - WITHIN)
    for i in range(end - 1, floor - 1, -1):
        if i < end - 1 and line.text.gap(i).strip() not in {"", ",", "-", "'", "’"}:
            return False
        if turn.before(line.text, i):
            return True
    return False


def _has_year(line: Line, reading: DateReading) -> bool:
    """Whether a date is written with its year, or joined with one that is."""
    following = [other for other in line.dates if 0 <= other.start - reading.start <= 40]
    return any(reading.iso[:4] in line.text.prose[other.start : other.end] for other in following)


def _is_known(line: Line, reading: DateReading, when: date, day: str | None) -> bool:
    """Whether a date's year is written, or sure beside the article's own."""
    if _has_year(line, reading):
        return reading.iso >= GREGORIAN
    own = parsed(day) if day else None
    return own is not None and abs((when - own).days) <= NEAR


def _weekday(line: Line, reading: DateReading) -> int | None:
    """The weekday that stands before a date, 0 for Monday: `Tuesday, May 5`, `le mardi 5 mai`."""
    text = line.text
    i = bisect_left(text.starts, reading.start) - 1
    while i >= 0 and text.word(i) in line.turns.links and text.flows(i):
        i -= 1
    between = text.prose[text.ends[i] : text.starts[i + 1]].strip() if 0 <= i < len(text.starts) - 1 else "-"
    if between not in {"", ",", "."} or text.starts[i] < line.start:
        return None
    return line.turns.weekdays.get(text.word(i))
