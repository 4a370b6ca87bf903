"""A duration and the two dates between which it lies: `from 3 to 9 May, five days`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factcheck.check.arithmetic.days import dated, is_sound, parsed
from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, ends, meet, written
from factcheck.compare.series import first_day, last_day
from factcheck.language.units import factor
from factcheck.model import DateReading

_LATER = 4
"""How many words at most stand between "ten years" and its date: `later, in | 2005`."""
_SOFT = {"", ",", "(", "–", "—"}


def spans(line: Line) -> Iterator[Reckoning]:
    """The durations of a sentence that are not what lies between its dates."""
    for reckon in (_lengths, _intervals, _stays):
        yield from reckon(line)


def _lengths(line: Line) -> Iterator[Reckoning]:
    """`From 3 to 9 May, five days`."""
    for one, other in (*pairwise(line.dates), *_half_told(line)):
        if _is_span(line, one, other):
            for number in range(len(line.figures)):
                if line.kind(number) == "time" and _lasts(line, number, one, other):
                    yield from _length(line, number, one, other)


def _half_told(line: Line) -> Iterator[tuple[DateReading, DateReading]]:
    """Spans whose first day has neither month nor a reading of its own: `du lundi 5 au vendredi 9 mai`."""
    text, turns = line.text, line.turns
    aside = turns.links | turns.passed | turns.weekdays.keys()
    for reading in line.dates:
        i = bisect_left(text.starts, reading.start) - 1
        while i > 0 and text.word(i) in aside and text.word(i) not in turns.spans:
            i -= 1
        day = text.word(i - 1) if i and text.starts[i - 1] >= line.start else ""
        if text.word(i) not in turns.spans or len(day) > 2 or not day.isdecimal() or len(reading.iso) < 10:
            continue
        told = text.word(i - 2) in turns.weekdays and 0 < int(day) < int(reading.iso[8:])
        if told and not any(text.starts[i - 1] == other.start for other in line.dates):
            start, end, iso = text.starts[i - 1], text.ends[i - 1], f"{reading.iso[:8]}{int(day):02}"
            yield replace(reading, start=start, end=end, iso=iso), reading


def _is_span(line: Line, one: DateReading, other: DateReading) -> bool:
    """Whether two dates are the ends of a stretch: `from 3 to 9 May`, `2010-2018`."""
    between = line.text.prose[one.end : other.start].strip()
    if between in {"-", "–", "—"}:
        return True
    first, last = (bisect_left(line.text.starts, end) for end in (one.end, other.start))
    aside = line.turns.links | line.turns.passed | line.turns.weekdays.keys()
    words = [word for word in line.text.folded[first:last] if word not in aside]
    opened = line.text.word(_back(line, one)) in line.turns.between
    joined = bool(words) and (words[0] in line.turns.spans or (opened and words[0] in line.turns.joins))
    return len(words) == 1 and joined and not {",", ";", "."} & set(between)


def _back(line: Line, reading: DateReading) -> int:
    """The word before a date, articles, weekdays and the like aside."""
    i = bisect_left(line.text.starts, reading.start) - 1
    aside = line.turns.passed | line.turns.links | line.turns.weekdays.keys()
    while line.text.word(i) in aside and line.text.word(i) not in line.turns.between | line.turns.lasted:
        i -= 1
    return i


def _lasts(line: Line, number: int, one: DateReading, other: DateReading) -> bool:
    """Whether a duration is that of two dates: it stands right behind them, or leads to them."""
    figure, text = line.figures[number], line.text
    behind = line.behind(number, 1)
    if figure.role != "level" or figure.reach or (behind and line.turns.ago.at(text, behind[0])):
        return False
    if figure.outer_start >= other.end:
        raw = text.prose[other.end : figure.outer_start].strip()
        led = any(line.led(number, turn) is not None for turn in (line.turns.equals, line.turns.lasting))
        return raw in _SOFT - {""} or (led and len(raw.split()) <= 3)
    if figure.outer_end <= one.start:
        words = range(line.last(number) + 1, bisect_left(text.starts, one.start))
        opened = any(text.word(i) in line.turns.lasted | line.turns.between for i in words)
        raw = text.prose[figure.outer_end : one.start].rstrip()
        return len(words) <= 4 and (opened or raw.endswith("(")) and not {";", ":", "."} & set(raw)
    return False


def _intervals(line: Line) -> Iterator[Reckoning]:
    """`Opened in 1990, it closed ten years later, in 2005`."""
    for number, figure in enumerate(line.figures):
        before = [reading for reading in line.dates if reading.end <= figure.outer_start]
        after = [reading for reading in line.dates if reading.start >= figure.outer_end]
        if line.kind(number) != "time" or not before or not line.trailed(number, line.turns.later):
            continue
        between = line.text.prose[figure.outer_end : after[0].start] if after else ""
        if "," in between and len(between.split()) <= _LATER:
            yield from _length(line, number, before[-1], after[0])
        elif len(before) == 2 and line.text.prose[before[1].end : figure.outer_start].strip() == ",":
            yield from _length(line, number, *before)


def _stays(line: Line) -> Iterator[Reckoning]:
    """`Opened in 1990, it closed in 2005 after 20 years`."""
    times = [n for n in range(len(line.figures)) if line.kind(n) == "time"]
    if len(line.dates) != 2 or len(times) != 1 or line.figures[times[0]].role != "level":
        return
    one, other = line.dates
    lasting = (line.turns.after, line.turns.lasting, line.turns.equals)
    raw = line.text.prose[other.end : line.figures[times[0]].outer_start].strip()
    led = raw == "," or any(line.led(times[0], turn) is not None for turn in lasting)
    told = dated(line, one, line.turns.began) and dated(line, other, line.turns.ended)
    if led and told and not line.figures[times[0]].reach:
        yield from _length(line, times[0], one, other)


def _length(line: Line, number: int, one: DateReading, other: DateReading) -> Iterator[Reckoning]:
    figure = line.figures[number]
    stretch = _stretch(one, other)
    if stretch is None:
        return
    unit = factor(figure.quantity.unit) / factor("day")
    if unit < 1:
        return
    rounded = 0.0 if figure.quantity.unit == "day" else 0.5
    low, high = (end * unit for end in ends(figure.quantity, rounded))
    if not meet((low, high), stretch):
        least, most = (days / unit for days in stretch)
        made = f"{written(least)} to {written(most)}" if written(least) != written(most) else written(least)
        told = f"from {one.iso} to {other.iso} it is {made} {figure.quantity.unit}s"
        yield Reckoning(figure, told, (one, other))


def _stretch(one: DateReading, other: DateReading) -> tuple[float, float] | None:
    """The least and the most days from one date to another, both counted or not."""
    sound = [edge(r.iso) for r in (one, other) if is_sound(r) for edge in (first_day, last_day)]
    edges = [day.toordinal() for day in map(parsed, sound) if day]
    if len(edges) < 4:
        return None
    first, last, begin, end = edges
    return (max(0, begin - last), end - first + 1) if begin >= first else None
