"""A change and its two ends: `from 120 to 150, up 20 %`; `doubled from 40 to 90`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import (
    Ends,
    Reckoning,
    adds_up,
    ends,
    meet,
    reach,
    share_ends,
    surface,
    written,
)
from factcheck.language.units import SHARE, rate
from factcheck.model import Figure, Quantity

_NEAR = 6
"""How many words at most stand between "halved" and its values."""
_BESIDE = 3
"""The same for a verb that says which way a value goes."""
_RANK = 100
"""A smaller number that counts nothing may be a rank, which falls when it rises."""
_FAR = 50.0
"""Values so many times apart have not the same scale: `from 310 to 280 million`."""
_HALF = (0.44, 0.56)


class Change(NamedTuple):
    """The value then and the value now, and between which places of the line's figures they stand; `marked`
    where nothing but words of change lead from one to the other."""

    former: Figure
    now: Figure
    low: int
    high: int
    marked: bool = True

    @property
    def difference(self) -> float:
        """The value now less the value then."""
        return self.now.quantity.value - self.former.quantity.value

    @property
    def gap(self) -> str:
        """`150 − 120`: the greater less the lesser."""
        low, high = sorted((self.former.quantity.value, self.now.quantity.value))
        return f"{written(high)} − {written(low)}"


def changes(line: Line) -> Iterator[Reckoning]:
    """The changes of a sentence that are not what lies between its former and its new value."""
    for change in _changes(line):
        found = [
            *_told(line, change),
            *_halved(line, change),
            *_in_words(line, change),
            *_turned(line, change),
        ]
        yield from found[:1]


def _changes(line: Line) -> Iterator[Change]:
    for at, figure in enumerate(line.figures):
        if figure.role == "former":
            now = _now(line, at)
            if now is not None:
                yield Change(figure, line.figures[now], min(at, now), max(at, now))
        elif _is_former(line, at):
            yield Change(figure, line.figures[at - 1], at - 1, at)
        elif line.text.word(line.first(at) - 1) not in line.turns.origins:
            continue
        elif figure.quantity.high is not None:
            one, other = _end(figure, figure.quantity.value), _end(figure, figure.quantity.high)
            yield Change(one, other, at, at, marked=False)
        elif _leads(line, at):
            yield Change(figure, line.figures[at + 1], at, at + 1, marked=False)


def _end(figure: Figure, value: float) -> Figure:
    """One end of a range as a figure."""
    return replace(figure, quantity=replace(figure.quantity, value=value, high=None, qualifier="exact"))


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


def _is_former(line: Line, at: int) -> bool:
    """Whether a figure is the value then though no verb says so: `150 this year against 120 last year`."""
    word = line.led(at, line.turns.against) if at else None
    if word is None or _leads(line, at) or line.figures[at].quantity.high is not None:
        return False
    near = line.room(at, word) <= _BESIDE and not line.parted(at)
    level = line.figures[at].role == line.figures[at - 1].role == "level"
    return near and level and line.figures[at - 1].quantity.high is None and line.comparable(at - 1, at)


def _leads(line: Line, at: int) -> bool:
    """Whether a figure and the next are the ends of a change: `lost 40 metres, from 310 to 280`."""
    following = at + 1
    return (
        following < len(line.figures)
        and line.text.word(line.first(following) - 1) in line.turns.to
        and line.room(following, line.first(following)) == 1
        and line.comparable(at, following)
    )


# --- by how much -----------------------------------------------------------------------------------


def _told(line: Line, change: Change) -> Iterator[Reckoning]:
    """By how much, told right before or right behind the two values, where that is wrong."""
    behind = change.high + 1 if change.marked else -1
    for at in (*range(change.low + 1, change.high), behind, change.low - 1):
        if 0 <= at < len(line.figures) and _tells(line, at, change):
            wrong = _wrong(change, line.figures[at], line.led(at, line.turns.over) is not None)
            if wrong:
                others = () if change.former.start == change.now.start else (change.former,)
                yield Reckoning(line.figures[at], wrong, (*others, change.now))


def _tells(line: Line, at: int, change: Change) -> bool:
    """Whether a figure tells by how much the value changed."""
    figure, beside = line.figures[at], line.kind(at) in ("percentage", "points")
    if figure.quantity.high is not None or line.parted(change.low if at < change.low else at):
        return False
    if figure.role == "change" or line.kind(at) == "multiplier":
        return change.marked or line.room(change.low, line.first(change.low)) <= _NEAR
    alike = line.comparable(at, change.high)
    if at < change.low and alike and _is_more(line, at, change):
        return True
    if at < change.low:
        raw = line.raw(change.low)
        close = "," in raw and len(raw.split()) <= 2
        named = figure.quantity.unit is not None or figure.noun is not None
        said = beside and line.trailed(at, line.turns.changed) and len(raw.split()) <= _BESIDE
        return figure.role == "level" and (said or (close and (beside or (alike and named))))
    if alike and line.trailed(at, line.turns.more):
        return True
    if not beside or figure.role != "level":
        return False
    signed = line.text.prose[figure.outer_start - 1 : figure.outer_start] in ("+", "-", "−")
    return signed or line.trailed(at, line.turns.changed) or line.equals(at, 2)


def _is_more(line: Line, at: int, change: Change) -> bool:
    """Whether a figure is an addition that leads from one total to the next: `12 more, from 40 to 52`."""
    words = line.text.folded[line.last(at) + 1 : line.first(change.low)]
    more = line.trailed(at, line.turns.more) or line.led(at, line.turns.another) is not None
    return more and not line.turns.bringing.isdisjoint(words)


def _wrong(change: Change, by: Figure, over: bool) -> str | None:
    """The sum, where the change is not what it makes; `over` is more than doubled."""
    before, after, told = change.former.quantity, change.now.quantity, by.quantity
    own = rate(before.unit or after.unit).of
    if before.value <= 0 or after.value < 0 or not 1 / _FAR < after.value / before.value < _FAR:
        return None
    if told.unit == "times":
        return None if meet(_ratio(before, after), _times(told, over)) else _as_times(change)
    sign = by.trend or (1 if change.difference >= 0 else -1)
    way = f" {'up' if change.difference > 0 else 'down'}" if by.trend * change.difference < 0 else ""
    if told.unit in ("%", SHARE):
        low, high = ((ratio - 1) * 100 * sign for ratio in _ratio(before, after))
        return None if meet((min(low, high), max(low, high)), share_ends(told)) else _as_share(change, way)
    if rate(told.unit).of in ("points", own, None) and not _adds(before, told, after, sign):
        return f"{change.gap} = {written(abs(change.difference))}{way}"
    return None


def _ratio(before: Quantity, after: Quantity) -> Ends:
    """The value now over the value then, as both are rounded."""
    (low, high), (least, most) = _ends(after), _ends(before)
    return low / max(most, 1e-9), high / max(least, 1e-9)


def _as_times(change: Change) -> str:
    before, after = change.former.quantity.value, change.now.quantity.value
    return f"{written(after)} ÷ {written(before)} = {written(after / before)}"


def _as_share(change: Change, way: str) -> str:
    before = change.former.quantity
    percent = f"{written(abs(100 * change.difference / before.value))} %"
    points = f", or {written(abs(change.difference))} points" if before.unit == "%" else ""
    return f"({change.gap}) ÷ {written(before.value)} = {percent}{points}{way}"


def _ends(quantity: Quantity) -> Ends:
    return share_ends(quantity) if quantity.unit in ("%", SHARE) else reach(quantity)


def _times(by: Quantity, over: bool) -> Ends:
    """What "doubled" stands for: a word is coarse, a number of decimals is not."""
    low, high = ends(replace(by, qualifier="at_least") if over else by)
    if over:
        return low, high
    return (low * 0.9, high * 1.1) if by.qualifier == "exact" and by.decimals is None else reach(by)


def _adds(before: Quantity, by: Quantity, after: Quantity, sign: int) -> bool:
    """Whether a difference leads from one value to the other, to the digit."""
    low, high = (before, after) if sign > 0 else (after, before)
    return adds_up([replace(low, unit=None), replace(by, unit=None)], replace(high, unit=None))


# --- without a figure ------------------------------------------------------------------------------


def _halved(line: Line, change: Change) -> Iterator[Reckoning]:
    """`halved from 300 to 200`."""
    first = line.first(change.low)
    words = range(max(first - _NEAR, 0), first)
    said = any(line.turns.halved.at(line.text, i) and line.text.starts[i] >= line.start for i in words)
    before, after = change.former.quantity.value, change.now.quantity.value
    if said and before > 0 and not _HALF[0] <= after / before <= _HALF[1] and not line.parted(change.low):
        told = f"{surface(change.former.quantity)} ÷ 2 = {written(before / 2)}"
        yield Reckoning(change.now, told, (change.former,))


def _in_words(line: Line, change: Change) -> Iterator[Reckoning]:
    """`fell by a third, from 300 to 150`, where the third is not read as a figure."""
    for i in line.before(change.low, _NEAR):
        found = line.turns.by.at(line.text, i)
        if found and change.former.quantity.value > 0:
            by = Quantity(found[0], None, SHARE, coarse=True)
            low, high = ((ratio - 1) * 100 for ratio in _ratio(change.former.quantity, change.now.quantity))
            sizes = sorted((abs(low), abs(high)))
            if not meet((sizes[0], sizes[1]), share_ends(by)):
                yield Reckoning(change.now, _as_share(change, ""), (change.former,))


def _turned(line: Line, change: Change) -> Iterator[Reckoning]:
    """`fell from 120 to 150`: a way that is not the one that the values go."""
    if not change.marked or line.figures[change.low] is not change.former or line.parted(change.low):
        return
    ways = [_trend(line, i) for i in line.before(change.low, _BESIDE)]
    way = next((trend for trend in reversed(ways) if trend), 0)
    one, other = change.former.quantity, change.now.quantity
    rank = one.unit is None and other.unit is None and max(one.value, other.value) < _RANK
    plain = one.qualifier == other.qualifier == "exact" and min(one.value, other.value) >= 0
    if plain and not rank and change.difference * way < 0:
        told = f"{written(other.value)} is {'less' if way > 0 else 'more'} than {written(one.value)}"
        yield Reckoning(change.now, told, (change.former,))


def _trend(line: Line, i: int) -> int:
    word = line.text.word(i)
    return (word in line.turns.rises) - (word in line.turns.falls)
