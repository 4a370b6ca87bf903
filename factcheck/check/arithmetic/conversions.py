"""A figure told in another unit, in a bracket or after "or": `20 km (15 miles)`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Ends, Reckoning, ends, meet, reach, written
from factcheck.language.units import convert, dimension, factor, is_currency, rate
from factcheck.model import Figure, Quantity

_ROUNDED = 0.025
"""A conversion is rounded by as much."""
_PAYDAYS = {"month", "year"}
"""Between these a rate is reckoned, not between an hour and a day: who works so long?"""
_DEGREES = {"°C", "°F"}


def conversions(line: Line) -> Iterator[Reckoning]:
    """The figures that are not what the one before them is in their unit: `20 km (15 miles)`."""
    for at in range(1, len(line.figures)):
        one, other = line.figures[at - 1], line.figures[at]
        yield from _hourly(line, at, one, other)
        paid = bool(rate(other.quantity.unit).per) and line.apposed(at)
        if not _convert(one, other) or not (line.equals(at, 1) or paid):
            continue
        options = _turned(one.quantity, other.quantity.unit or "")
        if options and not any(meet(option, _loosely(reach(other.quantity))) for option in options):
            made = f"{written(_told(one.quantity, other.quantity.unit or ''))} {other.quantity.unit}"
            told = f"{written(one.quantity.value)} {one.quantity.unit} = {made}"
            yield Reckoning(other, told, (one,))


def _hourly(line: Line, at: int, one: Figure, other: Figure) -> Iterator[Reckoning]:
    """`500 litres an hour, 20,000 litres a day`: more than a day of such hours."""
    units = rate(one.quantity.unit), rate(other.quantity.unit)
    timed = all(
        len(unit.per) == 1 and unit.per[0].number == 1 and dimension(unit.per[0].unit) == "time"
        for unit in units
    )
    if not timed or units[0].of != units[1].of or units[0] == units[1] or is_currency(units[0].of):
        return
    most = convert(reach(one.quantity)[1], one.quantity.unit, other.quantity.unit)
    longer = factor(units[1].per[0].unit) > factor(units[0].per[0].unit)
    if longer and most and (line.apposed(at) or line.equals(at)) and reach(other.quantity)[0] > most * 1.02:
        made = written(convert(one.quantity.value, one.quantity.unit, other.quantity.unit) or 0.0)
        yield Reckoning(
            other,
            f"{written(one.quantity.value)} {one.quantity.unit} = {made} {other.quantity.unit}",
            (one,),
        )


def _convert(one: Figure, other: Figure) -> bool:
    units = one.quantity.unit, other.quantity.unit
    if None in units or units[0] == units[1] or one.quantity.high or other.quantity.high:
        return False
    if set(units) == _DEGREES:
        return True
    kind, paid = dimension(units[0]), rate(units[0])
    if kind != dimension(units[1]) or kind in ("count", "percentage", "points", "multiplier"):
        return False
    times = {share.unit for unit in units for share in rate(unit).per}
    return not is_currency(units[0]) and (not paid.per or len(times) == 1 or times <= _PAYDAYS)


def _turned(quantity: Quantity, unit: str) -> list[Ends]:
    """What a figure may be in another unit; a difference of degrees is no temperature."""
    if unit in _DEGREES:
        degree = Quantity(quantity.value, None, None, quantity.qualifier)
        low, high = ends(degree, 0.5)
        level = (low * 1.8 + 32, high * 1.8 + 32) if unit == "°F" else ((low - 32) / 1.8, (high - 32) / 1.8)
        step = (low * 1.8, high * 1.8) if unit == "°F" else (low / 1.8, high / 1.8)
        return [(level[0] - 1, level[1] + 1), (step[0] - 1, step[1] + 1)]
    least, most = (convert(end, quantity.unit, unit) for end in reach(quantity))
    return [] if least is None or most is None else [(least, most)]


def _told(quantity: Quantity, unit: str) -> float:
    if unit in _DEGREES:
        return quantity.value * 1.8 + 32 if unit == "°F" else (quantity.value - 32) / 1.8
    return convert(quantity.value, quantity.unit, unit) or 0.0


def _loosely(told: Ends) -> Ends:
    return told[0] - _ROUNDED * abs(told[0]), told[1] + _ROUNDED * abs(told[1])
