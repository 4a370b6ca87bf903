"""A part, its whole and its share: `4,000 of the 11,000, or 46 %`; `half of the 300, some 200`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import (
    Reckoning,
    meet,
    percents,
    reach,
    share_ends,
    surface,
    written,
)
from factcheck.language.units import SHARE


def shares(line: Line) -> Iterator[Reckoning]:
    """The shares of a sentence that are not what their part and their whole make."""
    for at in range(len(line.figures) - 2):
        if found := _triple(line, at):
            yield from _judged(line, *found)
    for at in range(1, len(line.figures)):
        if _twice(line, at):
            yield from _restated(line, at)


Triple = tuple[int, int, int, int]
"""The places of a part, its whole and its share, and of the one among them that is told as the result."""


def _triple(line: Line, at: int) -> Triple | None:
    """What three figures in a row are to each other."""
    one, two, three = at, at + 1, at + 2
    kinds = tuple("%" if line.is_share(i) else "n" if line.is_amount(i) else "" for i in (one, two, three))
    if kinds == ("n", "n", "%") and _is_told(line, three) and not _of_another(line, three, two):
        if line.is_of(two):
            return one, two, three, three
        if line.opens(one) or line.led(two, line.turns.including) is not None:
            return two, one, three, three
    if kinds == ("%", "n", "n") and line.is_of(two) and (_same(line, three) or _closed(line, three)):
        return three, two, one, three
    if kinds == ("n", "%", "n") and (_same(line, two) or line.apposed(two)) and line.is_of(three):
        return one, three, two, two
    if kinds == ("n", "%", "n") and line.opens(one) and line.equals(three):
        return three, one, two, three
    if kinds == ("%", "n", "n") and line.is_of(three) and (line.equals(two) or _is_led(line, two)):
        return two, three, one, one
    return None


def _is_told(line: Line, share: int) -> bool:
    """Whether a share sums up what stands before it: `…, or 46 %`, `…, a turnout of 46 %`, `…: 46 %`."""
    named = line.led(share, line.turns.share) is not None and not line.parted(share)
    worded = line.figures[share].quantity.unit == SHARE and _closed(line, share)
    return line.equals(share, 8) or named or worded or _is_led(line, share)


def _is_led(line: Line, at: int) -> bool:
    """Whether a colon stands right before a figure."""
    return line.raw(at).rstrip().endswith(":") and line.room(at, line.first(at)) <= 4


def _same(line: Line, at: int) -> bool:
    """Whether a figure is the one before it told otherwise; behind a comma where it is hedged."""
    hedged = line.figures[at].quantity.qualifier == "about"
    return line.equals(at) or (hedged and line.apposed(at))


def _closed(line: Line, at: int) -> bool:
    """Whether a figure stands between commas and goes on in no list: `a quarter of the 840, 210 girls, …`."""
    listed = at + 1 < len(line.figures) and line.room(at + 1, line.first(at + 1)) <= 3
    return line.apposed(at) and line.text.char(line.close(at)) in {",", ".", ")"} and not listed


def _of_another(line: Line, share: int, whole: int) -> bool:
    """Whether a share is of something else than the whole: `or 46 % of the electorate`."""
    for i in line.behind(share, 3):
        found = line.turns.of.at(line.text, i)
        if found and i == line.last(share) + 1:
            named = {line.text.word(k) for k in range(found[1] + 1, found[1] + 4)}
            return line.head(whole) not in named
    within = range(line.first(share) + 1, line.last(share) + 1)
    return bool(line.head(share)) and any(line.turns.of.at(line.text, i) for i in within)


def _judged(line: Line, part: int, whole: int, share: int, result: int) -> Iterator[Reckoning]:
    if not line.comparable(part, whole):
        return
    figures = [line.figures[i] for i in (part, whole, share)]
    some, all_of, of = (figure.quantity for figure in figures)
    if some.value > all_of.value * 1.05:
        return
    low, high = reach(some)
    least, most = reach(all_of)
    if least <= 0 or meet((100 * low / most, 100 * high / least), share_ends(of)):
        return
    others = tuple(line.figures[i] for i in (part, whole, share) if i != result)
    if result == share:
        made = written(100 * some.value / all_of.value)
        told = f"{written(some.value)} ÷ {written(all_of.value)} = {made} %"
    else:
        made = written(percents(of).value * all_of.value / 100)
        told = f"{surface(of)} × {written(all_of.value)} = {made}"
    yield Reckoning(line.figures[result], told, others)


def _twice(line: Line, at: int) -> bool:
    """Whether two shares beside one another are one told twice: `one in five (25 %)`."""
    pair = line.is_share(at - 1) and line.is_share(at)
    units = {line.figures[i].quantity.unit for i in (at - 1, at)}
    return pair and units == {SHARE, "%"} and line.equals(at, 2) and line.figures[at].role == "level"


def _restated(line: Line, at: int) -> Iterator[Reckoning]:
    one, two = line.figures[at - 1].quantity, line.figures[at].quantity
    if not meet(share_ends(one), share_ends(two)):
        told = f"“{line.told(at - 1)}” is {surface(one)}"
        yield Reckoning(line.figures[at], told, (line.figures[at - 1],))
