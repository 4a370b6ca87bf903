"""Events that a sentence tells in an order in which they can't have been."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from factcheck.check.arithmetic.days import dated, is_sound
from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.check.chronology.turns import Turns
from factcheck.compare.series import first_day, last_day
from factcheck.model import DateReading

NOUN = 2
"""How many words at most tell the event after which another was: "after the | ferry accident | of 4 June"."""
LIFE = 12
"""How many words at most lie between a birth and a death of one person."""

_ENDS = frozenset((*".,;:)!?", ""))


def disorder(line: Line, known: Turns) -> Iterator[Reckoning]:
    """The dates of a sentence that can't be beside the one before them."""
    for one, other in pairwise(line.dates):
        if not (is_sound(one) and is_sound(other)):
            continue
        if _is_life(line, one, other):
            yield Reckoning(other, f"the birth was in {one.iso}", (one,))
        if one.loose or other.loose:
            continue
        if last_day(other.iso) < first_day(one.iso):
            if _begun_and_ended(line, known, one, other):
                yield Reckoning(other, f"it began on {one.iso}", (one,))
            elif _born_and_dead(line, known, one, other):
                yield Reckoning(other, f"the birth was in {one.iso}", (one,))
            elif _linked(line, known, one, other, after=False):
                yield Reckoning(one, f"that is after {other.iso}", (other,))
        elif last_day(one.iso) < first_day(other.iso) and _linked(line, known, one, other, after=True):
            yield Reckoning(one, f"that is before {other.iso}", (other,))


def _between(line: Line, one: DateReading, other: DateReading) -> range:
    starts = line.text.starts
    return range(bisect_left(starts, one.end), bisect_left(starts, other.start))


def _begun_and_ended(line: Line, known: Turns, one: DateReading, other: DateReading) -> bool:
    """`The strike began on 12 May and ended on 3 May`: one thing, for nothing else is named between."""
    words, text = _between(line, one, other), line.text
    ended = next((i for i in words if line.turns.ended.at(text, i)), None)
    if ended is None or not dated(line, one, line.turns.began):
        return False
    plain = all(text.word(i) in known.joins for i in range(words.start, ended))
    return plain and dated(line, other, line.turns.ended)


def _is_life(line: Line, one: DateReading, other: DateReading) -> bool:
    """Two years in brackets, behind a name, that lead back: `(1956-1949)`."""
    prose = line.text.prose
    dashed = prose[one.end : other.start].strip() in {"-", "–"}
    years = len(one.iso) == len(other.iso) == len("1956") and other.iso < one.iso
    return dashed and years and prose[one.start - 1] == "(" and prose[other.end : other.end + 1] == ")"


def _born_and_dead(line: Line, known: Turns, one: DateReading, other: DateReading) -> bool:
    """`Born in 1956, the composer died in 1949`."""
    words = _between(line, one, other)
    opens = line.turns.born.at(line.text, bisect_left(line.text.starts, line.start))
    told = dated(line, one, line.turns.born) and dated(line, other, line.turns.died)
    return (
        bool(opens) and told and len(words) <= LIFE and known.went_on.isdisjoint(map(line.text.word, words))
    )


def _linked(line: Line, known: Turns, one: DateReading, other: DateReading, *, after: bool) -> bool:
    """Whether nothing but a mark stands between a date and an event "after" or "before" it, with its own
    date, which ends the clause."""
    words, text = _between(line, one, other), line.text
    turn = known.after if after else known.before
    found = turn.at(text, words.start) if words else None
    if found is None or text.prose[one.end : text.starts[words.start]].strip() not in {"", ","}:
        return False
    rest = range(found[1] + 1, words.stop)
    aside = line.turns.links | line.turns.weekdays.keys() | known.when | known.articles
    noun = [i for i in rest if text.word(i) not in aside]
    closed = bool(noun) and noun == list(range(noun[0], noun[-1] + 1)) and len(noun) <= NOUN
    flows = all(text.gap(i).strip() in {"", "'", "’", "-"} for i in rest)
    ends = line.text.prose[other.end : other.end + 1].strip("\n") in _ENDS
    return closed and flows and ends and not any(text.word(i) in known.went_on for i in noun)
