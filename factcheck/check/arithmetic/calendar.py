"""Days that there are not, or that are another weekday, and what lies between two dates: an age, a duration."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, ends, meet, written
from factcheck.compare.series import first_day, last_day
from factcheck.extract.lookup import Lookup
from factcheck.language.units import factor
from factcheck.model import DateReading

NEAR = 30
"""So many days from the article's own a date without a year has that year."""
GREGORIAN = "1900"
"""Before this year a country may have had another calendar."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WITHIN = 8
"""How many words at most stand between an age, or a birth, and its date."""
_LATER = 4
"""How many words at most stand between "ten years" and its date: `later, in | 2005`."""
_OLDEST = 130
_SOFT = {"", ",", "(", "–", "—"}


def days(line: Line, day: str | None) -> Iterator[Reckoning]:
    """The dates of a sentence that there are not, or whose weekday is another; `day` is the article's own."""
    for reading in line.dates:
        if len(reading.iso) < 10:
            continue
        when = _parsed(reading.iso)
        if when is None:
            if reading.iso[4:] != "-02-29" or _has_year(line, reading):
                last = last_day(reading.iso[:7])[8:]
                yield Reckoning(reading, f"that month has {int(last)} days", f"a day up to {int(last)}", ())
        elif _is_known(line, reading, when, day):
            named = _weekday(line, reading)
            if named is not None and named != when.weekday():
                wanted = DAYS[when.weekday()]
                yield Reckoning(reading, f"{reading.iso} is a {wanted}, not a {DAYS[named]}", wanted, ())


def _parsed(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _has_year(line: Line, reading: DateReading) -> bool:
    """Whether a date is written with its year, or joined with one that is."""
    following = [other for other in line.dates if 0 <= other.start - reading.start <= 40]
    return any(reading.iso[:4] in line.text.prose[other.start : other.end] for other in following)


def _is_known(line: Line, reading: DateReading, when: date, day: str | None) -> bool:
    """Whether a date's year is written, or sure beside the article's own."""
    if _has_year(line, reading):
        return reading.iso >= GREGORIAN
    own = _parsed(day) if day else None
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


# --- two dates ---------------------------------------------------------------------------------------


def lengths(line: Line) -> Iterator[Reckoning]:
    """The durations of a sentence that are not what lies between its two dates: `from 3 to 9 May, five days`."""
    for at in range(len(line.dates) - 1):
        one, other = line.dates[at], line.dates[at + 1]
        if _is_span(line, one, other):
            for number, figure in enumerate(line.figures):
                if line.kind(number) == "time" and _lasts(line, number, one, other):
                    yield from _length(line, number, one, other)


def _is_span(line: Line, one: DateReading, other: DateReading) -> bool:
    """Whether two dates are the ends of a stretch: `from 3 to 9 May`, `2010-2018`."""
    between = line.text.prose[one.end : other.start].strip()
    if between in {"-", "–", "—"}:
        return True
    first, last = (bisect_left(line.text.starts, end) for end in (one.end, other.start))
    words = [w for i in range(first, last) if (w := line.text.word(i)) not in line.turns.links | line.turns.passed
             and w not in line.turns.weekdays]  # fmt: skip
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


def intervals(line: Line) -> Iterator[Reckoning]:
    """What followed after another length of time than is told: `opened in 1990, closed ten years later, in 2005`."""
    for number, figure in enumerate(line.figures):
        before = [reading for reading in line.dates if reading.end <= figure.outer_start]
        after = [reading for reading in line.dates if reading.start >= figure.outer_end]
        if line.kind(number) == "time" and before and after and line.trailed(number, line.turns.later):
            between = line.text.prose[figure.outer_end : after[0].start]
            if "," in between and len(between.split()) <= _LATER:
                yield from _length(line, number, before[-1], after[0])


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
        wanted = f"{written(least)} to {written(most)}" if written(least) != written(most) else written(least)
        told = f"from {one.iso} to {other.iso} it is {wanted} {figure.quantity.unit}s"
        yield Reckoning(figure, told, wanted, (one, other))


def _stretch(one: DateReading, other: DateReading) -> tuple[float, float] | None:
    """The least and the most days from one date to another, both counted or not."""
    ends_of = [_parsed(edge(r.iso)) for r in (one, other) for edge in (first_day, last_day) if _is_sound(r)]
    if len(ends_of) < 4 or None in ends_of:
        return None
    first, last, begin, end = (d.toordinal() for d in ends_of if d)
    return (max(0, begin - last), end - first + 1) if begin >= first else None


def _is_sound(reading: DateReading) -> bool:
    return len(reading.iso) < 10 or _parsed(reading.iso) is not None


def ages(line: Line, day: str | None) -> Iterator[Reckoning]:
    """The ages of a sentence that are not what lies between a birth and the date that goes with them; `day` is
    the article's own."""
    born = _birth(line)
    if born is None:
        return
    for number, figure in enumerate(line.figures):
        if figure.quantity.high is None and _is_aged(line, number):
            when = _when(line, number, born, day)
            if when:
                yield from _age(line, number, born, *when)


def _birth(line: Line) -> DateReading | None:
    """The one date of a birth in a sentence."""
    found = [reading for reading in line.dates if _led(line, reading, line.turns.born)]
    bracket = [one for one, other in zip(line.dates, line.dates[1:], strict=False) if _is_life(line, one, other)]
    return found[0] if len(found) == 1 else bracket[0] if len(bracket) == 1 and not found else None


def _is_life(line: Line, one: DateReading, other: DateReading) -> bool:
    """`(1950-2020)` behind a name."""
    prose = line.text.prose
    between = prose[one.end : other.start].strip()
    return between in {"-", "–", "—"} and prose[:one.start].endswith("(") and prose[other.end : other.end + 1] == ")"


def _led(line: Line, reading: DateReading, turn: Lookup[bool]) -> bool:
    """Whether a word stands before a date, with none but a place between, and no other date."""
    end = bisect_left(line.text.starts, reading.start)
    earlier = [other.end for other in line.dates if other.end <= reading.start]
    floor = max(bisect_left(line.text.starts, max(earlier, default=line.start)), end - _WITHIN)
    for i in range(end - 1, floor - 1, -1):
        if i < end - 1 and line.text.gap(i).strip() not in {"", ",", "-", "'", "’"}:
            return False
        if turn.before(line.text, i):
            return True
    return False


def _is_aged(line: Line, number: int) -> bool:
    """Whether a figure is somebody's age."""
    figure, turns = line.figures[number], line.turns
    bare = line.text.prose[figure.start : figure.end].isdecimal()
    led = line.led(number, turns.aged)
    if figure.quantity.unit is None:  # "died at 75"
        died = led is not None and turns.died.before(line.text, led - 1) is not None
        return bare and (died or line.led(number, turns.ageing) is not None)
    return figure.quantity.unit == "year" and (bare or led is not None or line.trailed(number, turns.old))


def _when(line: Line, number: int, born: DateReading, day: str | None) -> tuple[str, DateReading | None] | None:
    """The ISO date at which somebody has an age: the one beside it, a death's, or the article's."""
    figure, text = line.figures[number], line.text
    others = [r for r in line.dates if r is not born and r.iso[:4] >= born.iso[:4] and _is_sound(r)]
    for reading in others:
        if _beside(line, number, reading):
            return reading.iso, reading
    life = [r for r in others if _is_life(line, born, r)]
    words = range(bisect_left(text.starts, line.start), line.first(number))
    dead = any(line.turns.died.at(text, i) for i in words)
    if life and dead:
        return life[0].iso, life[0]
    alone = not others and not dead and not any(line.turns.died.at(text, i) for i in line.behind(number, 40))
    apposed = text.prose[figure.outer_start - 2 : figure.outer_start] == ", "
    return (day, None) if alone and day and apposed else None


def _beside(line: Line, number: int, reading: DateReading) -> bool:
    """Whether a date stands beside an age, in its clause."""
    figure, text = line.figures[number], line.text
    before = reading.end <= figure.outer_start
    between = text.prose[reading.end : figure.outer_start] if before else text.prose[figure.outer_end : reading.start]
    words = between.replace(",", " ").split()
    if {";", ":", "."} & set(between) or len(words) > _WITHIN or len(line.figures) > 2:
        return False
    joined = any(text.word(i) in line.turns.joins for i in _words(line, number, reading))
    if "," in between:
        return before and line.led(number, line.turns.aged) is not None and len(words) <= 4 and not joined
    return not joined


def _words(line: Line, number: int, reading: DateReading) -> range:
    ends_at = sorted((reading.start, reading.end, line.figures[number].start, line.figures[number].end))
    return range(bisect_left(line.text.starts, ends_at[1]), bisect_left(line.text.starts, ends_at[2]))


def _age(line: Line, number: int, born: DateReading, when: str, other: DateReading | None) -> Iterator[Reckoning]:
    figure = line.figures[number]
    low, high = _years(last_day(born.iso), first_day(when)), _years(first_day(born.iso), last_day(when))
    if high < 0 or high > _OLDEST or meet(ends(figure.quantity), (low, high)):
        return
    wanted = written(low) if low == high else f"{written(low)} or {written(high)}"
    told = f"born {born.iso}, at {when} that is {wanted}"
    yield Reckoning(figure, told, wanted, (born, *([other] if other else [])))


def _years(one: str, other: str) -> int:
    """The whole years from one ISO day to another."""
    return int(other[:4]) - int(one[:4]) - (other[5:] < one[5:])
