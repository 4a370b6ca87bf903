"""What each gets, or costs: `€12 million for 400 pupils, €3,000 each`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.means import is_mean
from factcheck.check.arithmetic.numbers import Reckoning, meet, reach, written
from factcheck.language.units import Share, convert, dimension, rate
from factcheck.model import Quantity

_PREFIX = 4
"""How many letters a noun and what a rate is per have in common: `pupils`, `per pupil`."""
_SPEEDS = {"km/h": ("km", "h"), "mph": ("mi", "h"), "kn": ("nmi", "h")}


def rates(line: Line) -> Iterator[Reckoning]:
    """The rates of a sentence that are not what its amount and its number make."""
    for at in range(len(line.figures)):
        told = _of(line, at)
        if told is None or line.figures[at].quantity.high is not None:
            continue
        unit, share = told
        others = [i for i in range(len(line.figures)) if i != at and line.is_amount(i)]
        amounts = [i for i in others if _is_amount_of(line, i, unit) and not _is_each(line, i)]
        numbers = [i for i in others if i not in amounts and _is_number_of(line, i, share)]
        if (
            len(others) == 2
            and len(amounts) == len(numbers) == 1
            and _linked(line, at, amounts[0], numbers[0])
        ):
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
    if any(_is_each(line, i) for i in range(at)):
        return unit, None
    for i in line.behind(at, 1):
        found = line.turns.per.at(line.text, i)
        if found and line.text.flows(found[1]) and not line.figures[at].noun:
            return unit, Share(1.0, line.text.word(found[1] + 1))
    return None


def _is_each(line: Line, at: int) -> bool:
    """Whether each of so many is spoken of: `each of the 40 families gets €500`."""
    word = line.led(at, line.turns.of)
    return word is not None and line.turns.each.before(line.text, word - 1) is not None


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


def _linked(line: Line, at: int, amount: int, number: int) -> bool:
    """Whether the sentence says that one is reckoned from the others."""
    if line.led(number, line.turns.divided) is not None and number == amount + 1:
        return True
    if at == len(line.figures) - 1 and not line.parted(at):
        mean = is_mean(line, at)
        return line.equals(at, 8) or line.apposed(at) or mean
    led = line.led(amount, line.turns.total) is not None or line.trailed(amount, line.turns.total_after)
    return amount > at and not line.parted(amount) and (led or line.equals(amount, 8))


def _divided(
    line: Line, places: tuple[int, int, int], unit: str | None, share: Share | None
) -> Iterator[Reckoning]:
    figure, whole, parts = (line.figures[i] for i in places)
    total = _in(whole.quantity, unit)
    count = _in(parts.quantity, share.unit) if share and share.unit else parts.quantity
    if total is None or count is None:
        return
    times = share.number if share else 1.0
    low, high = reach(total)
    least, most = reach(count)
    if least <= 0 or meet((low * times / most, high * times / least), reach(figure.quantity)):
        return
    made = written(total.value * times / count.value)
    over = f" × {written(times)}" if times != 1 else ""
    told = f"{written(total.value)} ÷ {written(count.value)}{over} = {made}"
    yield Reckoning(figure, told, (whole, parts))


def _in(quantity: Quantity, unit: str | None) -> Quantity | None:
    """A figure in another unit; as it is where that is none, or not known."""
    if quantity.unit == unit or unit is None or dimension(quantity.unit) == "count":
        return quantity
    value = convert(quantity.value, quantity.unit, unit)
    return None if value is None else Quantity(value, None, unit, quantity.qualifier)
