"""Shares of one whole, which make a hundred per cent or less."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, adds_up, told
from factcheck.check.arithmetic.parts import is_rest, joins
from factcheck.model import Quantity

_TERSE = 4
"""How many words at most stand between two shares of one whole."""
_OVERLAP = 125
"""Shares that make more per cent are of things that overlap."""


def wholes(line: Line) -> Iterator[Reckoning]:
    """The last of a sentence's shares, where they make more than a whole, or less though they are all."""
    yield from _hundred(line)
    yield from _too_much(line)


def _hundred(line: Line) -> Iterator[Reckoning]:
    """`60 % said yes and the remaining 50 % no`: shares of which the last is all that is left."""
    places = [at for at in range(len(line.figures)) if line.is_share(at)]
    if len(places) < 2 or len(places) < len(line.figures) or not is_rest(line, places[-1]):
        return
    figures = [line.figures[at] for at in places]
    if all(figure.role == "level" and figure.quantity.unit == "%" for figure in figures):
        quantities = [figure.quantity for figure in figures]
        if not adds_up(quantities, Quantity(100.0, None, "%")):
            yield Reckoning(figures[-1], f"{told(quantities)} %, not 100 %", tuple(figures[:-1]))


def _too_much(line: Line) -> Iterator[Reckoning]:
    """`Coal 35 %, gas 30 %, wind 25 % and the sun 20 %`: shares told in one breath that are more than all, if
    not by so much that they must overlap."""
    places = range(len(line.figures))
    if len(places) < 3 or not all(
        line.figures[at].quantity.unit == "%" and line.is_share(at) for at in places
    ):
        return
    terse = all(line.room(at, line.first(at)) <= _TERSE and not line.parted(at) for at in places[1:])
    level = all(figure.role == "level" and figure.quantity.qualifier == "exact" for figure in line.figures)
    made = sum(figure.quantity.value for figure in line.figures)
    if level and terse and joins(line, places[-1]) and 100 + len(places) / 2 < made <= _OVERLAP:
        quantities = [figure.quantity for figure in line.figures]
        yield Reckoning(line.figures[-1], f"{told(quantities)} %, more than all", tuple(line.figures[:-1]))
