"""What each gets, converts into, or is on average: `€12 million for 400 pupils, €3,000 each`; `20 km (15 miles)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Ends, Reckoning, ends, meet, reach, written
from factcheck.language.units import Share, convert, dimension, is_currency, rate
from factcheck.model import Figure, Quantity

_PREFIX = 4
"""How many letters a noun and what a rate is per have in common: `pupils`, `per pupil`."""
_ROUNDED = 0.025
"""A conversion is rounded by as much."""
_SPEEDS = {"km/h": ("km", "h"), "mph": ("mi", "h"), "kn": ("nmi", "h")}
_PAYDAYS = {"month", "year"}
"""Between these money is reckoned, not between a day and a month: who works on which?"""
_DEGREES = {"°C", "°F"}


def rates(line: Line) -> Iterator[Reckoning]:
    """The rates of a sentence that are not what its amount and its number make."""
    for at in range(len(line.figures)):
        told = _of(line, at)
        if told is None or line.figures[at].quantity.high is not None:
            continue
        unit, share = told
        others = [i for i in range(len(line.figures)) if i != at and line.is_amount(i)]
        amounts = [i for i in others if _is_amount_of(line, i, unit)]
        numbers = [i for i in others if i not in amounts and _is_number_of(line, i, share)]
        if len(others) == 2 and len(amounts) == len(numbers) == 1 and _linked(line, at, amounts[0]):
            yield from _divided(line, (at, amounts[0], numbers[0]), unit, share)


def _of(line: Line, at: int) -> tuple[str | None, Share | None] | None:
    """Of what a rate is so much, and per what; None for what is none."""
    unit = line.figures[at].quantity.unit
    if unit in _SPEEDS:
        return _SPEEDS[unit][0], Share(1.0, _SPEEDS[unit][1])
    known = rate(unit)
    if len(known.per) == 1:
        return known.of, known.per[0]
    if unit is None:
        return None
    if line.trailed(at, line.turns.each) or line.led(at, line.turns.each) is not None:
        return unit, None
    for i in line.behind(at, 1):
        found = line.turns.per.at(line.text, i)
        if found and line.text.flows(found[1]) and not line.figures[at].noun:
            return unit, Share(1.0, line.text.word(found[1] + 1))
    return None


def _is_amount_of(line: Line, at: int, unit: str | None) -> bool:
    own = line.figures[at].quantity.unit
    return dimension(own) == dimension(unit) and (own is not None or unit is None) and own != "people"


def _is_number_of(line: Line, at: int, share: Share | None) -> bool:
    unit = line.figures[at].quantity.unit
    if share is None:
        return dimension(unit) == "count"
    if share.unit is None or dimension(share.unit) == "count":
        return dimension(unit) == "count"
    if dimension(unit) != "count" or unit == share.unit:
        return dimension(unit) == dimension(share.unit)
    head, per = line.head(at), share.unit.casefold()
    return len(head) >= _PREFIX - 1 and head[:_PREFIX] == per[:_PREFIX]


def _linked(line: Line, at: int, amount: int) -> bool:
    """Whether the sentence says that one is reckoned from the others."""
    if at == len(line.figures) - 1 and not line.parted(at):
        mean = line.led(at, line.turns.mean) is not None
        return line.equals(at, 8) or line.apposed(at) or mean
    led = line.led(amount, line.turns.total) is not None or line.trailed(amount, line.turns.total_after)
    return amount > at and not line.parted(amount) and (led or line.equals(amount, 8))


def _divided(
    line: Line, places: tuple[int, int, int], unit: str | None, share: Share | None
) -> Iterator[Reckoning]:
    figure, whole, parts = (line.figures[i] for i in places)
    total = _in(whole.quantity, unit)
    count = _in(parts.quantity, share.unit) if share and share.unit else parts.quantity
    if total is None or count is None or count.value <= 0:
        return
    times = share.number if share else 1.0
    low, high = reach(total)
    least, most = reach(count)
    if least <= 0 or meet((low * times / most, high * times / least), reach(figure.quantity)):
        return
    wanted = written(total.value * times / count.value)
    over = f" × {written(times)}" if times != 1 else ""
    told = f"{written(total.value)} ÷ {written(count.value)}{over} = {wanted}"
    yield Reckoning(figure, told, wanted, (whole, parts))


def _in(quantity: Quantity, unit: str | None) -> Quantity | None:
    """A figure in another unit; as it is where that is none, or not known."""
    if quantity.unit == unit or unit is None or dimension(quantity.unit) == "count":
        return quantity
    value = convert(quantity.value, quantity.unit, unit)
    return None if value is None else Quantity(value, None, unit, quantity.qualifier)


# --- conversions -----------------------------------------------------------------------------------


def conversions(line: Line) -> Iterator[Reckoning]:
    """The figures that are not what the one before them is in their unit: `20 km (15 miles)`."""
    for at in range(1, len(line.figures)):
        one, other = line.figures[at - 1], line.figures[at]
        if not _convert(one, other) or not line.equals(at, 1) or (at > 1 and line.equals(at - 1, 1)):
            continue
        options = _turned(one.quantity, other.quantity.unit or "")
        if options and not any(meet(option, _loosely(reach(other.quantity))) for option in options):
            low, high = options[0]
            wanted = f"{written(_told(one.quantity, other.quantity.unit or ''))} {other.quantity.unit}"
            told = f"{written(one.quantity.value)} {one.quantity.unit} = {wanted}"
            yield Reckoning(other, told, wanted, (one,))


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
    return not is_currency(units[0]) and (not paid.per or not is_currency(paid.of) or times <= _PAYDAYS)


def _turned(quantity: Quantity, unit: str) -> list[Ends]:
    """What a figure may be in another unit; a difference of degrees is no temperature."""
    if unit in _DEGREES:
        degree = Quantity(quantity.value, None, None, quantity.qualifier)
        low, high = ends(degree, 0.5)
        level = (low * 1.8 + 32, high * 1.8 + 32) if unit == "°F" else ((low - 32) / 1.8, (high - 32) / 1.8)
        step = (low * 1.8, high * 1.8) if unit == "°F" else (low / 1.8, high / 1.8)
        return [(level[0] - 1, level[1] + 1), (step[0] - 1, step[1] + 1)]
    low, high = (convert(end, quantity.unit, unit) for end in reach(quantity))
    return [] if low is None or high is None else [(low, high)]


def _told(quantity: Quantity, unit: str) -> float:
    if unit in _DEGREES:
        return quantity.value * 1.8 + 32 if unit == "°F" else (quantity.value - 32) / 1.8
    return convert(quantity.value, quantity.unit, unit) or 0.0


def _loosely(told: Ends) -> Ends:
    return told[0] - _ROUNDED * abs(told[0]), told[1] + _ROUNDED * abs(told[1])


# --- means -------------------------------------------------------------------------------------------


def means(line: Line) -> Iterator[Reckoning]:
    """The means of a sentence that lie outside their range: `from 12 to 18, with an average of 21`."""
    ranges = [i for i, figure in enumerate(line.figures) if figure.quantity.high is not None]
    for at, figure in enumerate(line.figures):
        told = line.led(at, line.turns.mean) is not None or line.trailed(at, line.turns.mean)
        if figure.quantity.high is not None or not told:
            continue
        if ranges:
            among = ranges if len(line.figures) == 2 else []
        else:
            among = list(range(at)) if at > 1 and at == len(line.figures) - 1 else []
        if among and all(line.comparable(at, other) and not line.parted(other) for other in among):
            yield from _outside(figure, [line.figures[i] for i in among])


def _outside(mean: Figure, among: Sequence[Figure]) -> Iterator[Reckoning]:
    reaches = [ends(figure.quantity) for figure in among]
    low, high = min(end for end, _ in reaches), max(end for _, end in reaches)
    if low < high and not meet(reach(mean.quantity), (low, high)):
        told = f"a mean lies between {written(low)} and {written(high)}"
        yield Reckoning(mean, told, f"{written(low)} - {written(high)}", tuple(among))
