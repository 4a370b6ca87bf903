"""An age, beside a birth and the date that goes with it: `born in 1950, he died in 2020 aged 75`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from factcheck.check.arithmetic.days import WITHIN, dated, is_sound
from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, ends, meet, written
from factcheck.compare.series import first_day, last_day
from factcheck.model import DateReading

_OLDEST = 130
"""In years; a greater age is no mistake of reckoning."""


def ages(line: Line, day: str | None) -> Iterator[Reckoning]:
    """The ages of a sentence that are not what lies between a birth and the date that goes with them; `day`
    is the article's own."""
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
    found = [reading for reading in line.dates if dated(line, reading, line.turns.born)]
    lives = [one for one, other in pairwise(line.dates) if _is_life(line, one, other)]
    told = found or lives
    return told[0] if len(told) == 1 else None


def _is_life(line: Line, one: DateReading, other: DateReading) -> bool:
    """`(1950-2020)` behind a name."""
    prose = line.text.prose
    dashed = prose[one.end : other.start].strip() in {"-", "–", "—"}
    return dashed and prose[one.start - 1 : one.start] == "(" and prose[other.end : other.end + 1] == ")"


def _is_aged(line: Line, number: int) -> bool:
    """Whether a figure is somebody's age."""
    figure, turns = line.figures[number], line.turns
    bare = line.text.prose[figure.start : figure.end].isdecimal()
    led = line.led(number, turns.aged)
    if figure.quantity.unit is None:  # "died at 75"
        words = range(max(0, line.first(number) - WITHIN), line.first(number))
        died = led is not None and any(turns.died.at(line.text, i) for i in words)
        return bare and (died or line.led(number, turns.ageing) is not None)
    return figure.quantity.unit == "year" and (bare or led is not None or line.trailed(number, turns.old))


def _when(
    line: Line, number: int, born: DateReading, day: str | None
) -> tuple[str, DateReading | None] | None:
    """The ISO date at which somebody has an age: the one beside it, a death's, or the article's."""
    figure, text = line.figures[number], line.text
    others = [r for r in line.dates if r is not born and r.iso[:4] >= born.iso[:4] and is_sound(r)]
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
    between = (
        text.prose[reading.end : figure.outer_start]
        if before
        else text.prose[figure.outer_end : reading.start]
    )
    words = between.replace(",", " ").split()
    if {";", ":", "."} & set(between) or len(words) > WITHIN:
        return False
    joined = any(text.word(i) in line.turns.joins for i in _words(line, number, reading))
    if "," in between:
        return before and line.led(number, line.turns.aged) is not None and len(words) <= 4 and not joined
    return not joined


def _words(line: Line, number: int, reading: DateReading) -> range:
    ends_at = sorted((reading.start, reading.end, line.figures[number].start, line.figures[number].end))
    return range(bisect_left(line.text.starts, ends_at[1]), bisect_left(line.text.starts, ends_at[2]))


def _age(
    line: Line, number: int, born: DateReading, when: str, other: DateReading | None
) -> Iterator[Reckoning]:
    figure = line.figures[number]
    low, high = _years(last_day(born.iso), first_day(when)), _years(first_day(born.iso), last_day(when))
    if high > _OLDEST or meet(ends(figure.quantity), (low, high)):
        return
    made = written(low) if low == high else f"{written(low)} or {written(high)}"
    told = f"born {born.iso}, at {when} that is {made}"
    yield Reckoning(figure, told, (born, *([other] if other else [])))


def _years(one: str, other: str) -> int:
    """The whole years from one ISO day to another."""
    return int(other[:4]) - int(one[:4]) - (other[5:] < one[5:])
