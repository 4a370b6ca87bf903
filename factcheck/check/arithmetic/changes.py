"""A change and its two ends: `from 120 to 150, up 20 %`; `doubled from 40 to 90`; `from 4 % to 5 %, up 1 %`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import (
    Ends,
    Reckoning,
    ends,
    meet,
    reach,
    share_ends,
    written,
)
from factcheck.check.arithmetic.sums import adds_up
from factcheck.check.arithmetic.turns import Turns
from factcheck.model import Figure, Quantity

_NEAR = 6
"""How many words at most stand between "doubled" and "from"."""
_BESIDE = 3
"""The same for a verb that says which way a value goes."""
_RANK = 100
"""A smaller number that counts nothing may be a rank, which falls when it rises."""


def changes(line: Line) -> Iterator[Reckoning]:
    """The changes of a sentence that are not what lies between its former and its new value."""
    for at, figure in enumerate(line.figures):
        if figure.role == "former":
            now = _now(line, at)
            if now is not None:
                yield from _of(line, at, now)
                yield from _halved(line, at, figure, line.figures[now])
                yield from _turned(line, at, now)
        elif figure.quantity.high is not None and line.text.word(line.first(at) - 1) in line.turns.origins:
            yield from _multiplied(line, at)
            yield from _halved(line, at, figure, figure)
        elif _leads(line, at):
            yield from _halved(line, at, figure, line.figures[at + 1])


def _now(line: Line, former: int) -> int | None:
    """The value after the change: the level beside the former one, of its unit; by how much may stand
    between them."""
    before = former - 1 if former and line.figures[former - 1].role != "change" else former - 2
    for at in (former + 1, before):
        if 0 <= at < len(line.figures) and line.figures[at].role in ("level", "planned"):
            low, high = sorted((former, at))
            joined = not any(line.parted(place) for place in range(low + 1, high + 1))
            if line.figures[at].quantity.high is None and line.comparable(former, at) and joined:
                return at
    return None


def _of(line: Line, former: int, now: int) -> Iterator[Reckoning]:
    """The change told right before or right behind the two values."""
    low, high = sorted((former, now))
    beside = [at for at in (*range(low + 1, high), high + 1, low - 1) if 0 <= at < len(line.figures) and _tells(line, at, high)]
    for at in beside:
        wrong = _wrong(line.figures[former], line.figures[now], line.figures[at])
        if wrong:
            told, wanted = wrong
            yield Reckoning(line.figures[at], told, wanted, (line.figures[former], line.figures[now]))
            return


def _tells(line: Line, at: int, high: int) -> bool:
    """Whether a figure tells by how much the value changed."""
    figure = line.figures[at]
    if figure.quantity.high is not None or line.parted(max(at, high + 1 if at > high else high - 1)):
        return False
    if figure.role == "change" or line.kind(at) == "multiplier":
        return True
    if line.kind(at) == line.kind(high) and line.trailed(at, line.turns.more):
        return True
    shared = line.kind(at) in ("percentage", "points")
    if shared and figure.role == "level":
        signed = line.text.prose[figure.outer_start - 1 : figure.outer_start] in ("+", "-", "−")
        return signed or line.trailed(at, line.turns.changed) or (at > high and line.equals(at, 2))
    return False


Wrong = tuple[str, str]


def _wrong(former: Figure, now: Figure, change: Figure) -> Wrong | None:
    """The sum and what the change should be, where it is not so."""
    before, after, by = former.quantity, now.quantity, change.quantity
    if before.value <= 0 or after.value < 0:
        return None
    difference = after.value - before.value
    sign = change.trend or (1 if difference >= 0 else -1)
    unit, own = by.unit, before.unit or after.unit
    one, other = _ends(before), _ends(after)
    gap = f"{written(max(before.value, after.value))} − {written(min(before.value, after.value))}"
    if unit == "times":
        wanted = written(after.value / before.value)
        ratio = other[0] / max(one[1], 1e-9), other[1] / max(one[0], 1e-9)
        fits = meet(ratio, _times(by))
        return None if fits else (f"{written(after.value)} ÷ {written(before.value)} = {wanted}", f"× {wanted}")
    if unit in ("%", "share"):
        relative = _signed(
            (100 * (other[0] - one[1]) / max(one[1], 1e-9), 100 * (other[1] - one[0]) / max(one[0], 1e-9)), sign
        )
        if meet(relative, share_ends(by)):
            return None
        percent = f"{written(abs(100 * difference / before.value))} %"
        wanted = f"{'−' if difference < 0 else ''}{percent}"
        points = f", or {written(abs(difference))} points" if own == "%" else ""
        return f"({gap}) ÷ {written(before.value)} = {percent}{points}{_way(change, difference)}", wanted
    if unit in ("points", own) and not _adds(before, by, after, sign):
        return f"{gap} = {written(abs(difference))}{_way(change, difference)}", written(abs(difference))
    return None


def _adds(before: Quantity, by: Quantity, after: Quantity, sign: int) -> bool:
    """Whether a difference leads from one value to the other, to the digit."""
    low, high = (before, after) if sign > 0 else (after, before)
    return adds_up([replace(low, unit=None), replace(by, unit=None)], replace(high, unit=None))


def _way(change: Figure, difference: float) -> str:
    return f" {'up' if difference > 0 else 'down'}" if change.trend * difference < 0 else ""


def _ends(quantity: Quantity) -> Ends:
    return share_ends(quantity) if quantity.unit in ("%", "share") else reach(quantity)


def _signed(ends: Ends, sign: int) -> Ends:
    return ends if sign > 0 else (-ends[1], -ends[0])


def _times(by: Quantity) -> Ends:
    """What "doubled" stands for: a word is coarse, a number of decimals is not."""
    low, high = ends(by)
    return (low * 0.9, high * 1.1) if by.qualifier == "exact" and by.decimals is None else reach(by)


def _multiplied(line: Line, at: int) -> Iterator[Reckoning]:
    """`doubled from 40 to 90`: the ends of a range that are a value then and a value now."""
    figure, by = line.figures[at], line.figures[at - 1]
    if not at or line.kind(at - 1) != "multiplier" or line.room(at, line.first(at)) > _NEAR or line.parted(at):
        return
    low, high = figure.quantity.value, figure.quantity.high or 0.0
    if low > 0 and not meet((high / low, high / low), _times(by.quantity)):
        wanted = written(high / low)
        yield Reckoning(by, f"{written(high)} ÷ {written(low)} = {wanted}", f"× {wanted}", (figure,))


def _leads(line: Line, at: int) -> bool:
    """Whether a figure and the next are read as two, and are the ends of a change: `from 300 to 200`."""
    following = at + 1
    return (
        line.text.word(line.first(at) - 1) in line.turns.origins
        and following < len(line.figures)
        and line.text.word(line.first(following) - 1) in line.turns.to
        and line.room(following, line.first(following)) == 1
        and line.comparable(at, following)
    )


def _halved(line: Line, at: int, former: Figure, now: Figure) -> Iterator[Reckoning]:
    """`halved from 300 to 200`."""
    before = former.quantity.value
    after = now.quantity.high if now is former else now.quantity.value
    end = line.first(at)
    words = range(max(end - _NEAR, 0), end)
    told = any(line.turns.halved.at(line.text, i) and line.text.starts[i] >= line.start for i in words)
    if told and after and before > 0 and not 0.44 <= after / before <= 0.56 and not line.parted(at):
        wanted = written(before / 2)
        flagged, others = (now, ()) if now is former else (now, (former,))
        yield Reckoning(flagged, f"{written(before)} ÷ 2 = {wanted}", wanted, others)


def _turned(line: Line, at: int, now: int) -> Iterator[Reckoning]:
    """`fell from 120 to 150`: a way that is not the one that the values go."""
    former, level = line.figures[at], line.figures[now]
    one, other = former.quantity, level.quantity
    rank = one.unit is None and other.unit is None and max(one.value, other.value) < _RANK
    words = range(max(line.last(at - 1) + 1 if at else 0, line.first(at) - _BESIDE), line.first(at))
    ways = [_trend(line.turns, line.text.word(i)) for i in words if line.text.starts[i] >= line.start]
    way = next((trend for trend in reversed(ways) if trend), 0)
    if rank or now < at or not way or (other.value - one.value) * way >= 0 or min(one.value, other.value) < 0:
        return
    if one.qualifier == other.qualifier == "exact" and not line.parted(at):
        told = f"{written(other.value)} is {'less' if way > 0 else 'more'} than {written(one.value)}"
        wanted = f"{'more' if way > 0 else 'less'} than {written(one.value)}"
        yield Reckoning(level, told, wanted, (former,))


def _trend(turns: Turns, word: str) -> int:
    return (word in turns.rises) - (word in turns.falls)
