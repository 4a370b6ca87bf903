"""A mean outside the range that is told with it: `from 12 to 18, with an average of 21`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, ends, meet, reach, written
from factcheck.model import Figure

_NOUN = 6
"""How many words before a figure "average", or "youngest", may stand."""


def means(line: Line) -> Iterator[Reckoning]:
    """The means of a sentence that lie outside their range: `from 12 to 18, with an average of 21`."""
    ranges = [i for i, figure in enumerate(line.figures) if figure.quantity.high is not None]
    for at, figure in enumerate(line.figures):
        told = is_mean(line, at)
        if figure.quantity.high is not None or not told:
            continue
        extremes = [i for i in range(len(line.figures)) if i != at and _is_extreme(line, i)]
        if len(extremes) == 2 and len(line.figures) == 3:
            among = extremes
        elif ranges:
            among = ranges if len(line.figures) == 2 else []
        else:
            last, others = len(line.figures) - 1, [i for i in range(len(line.figures)) if i != at]
            among = others if last > 1 and at in (0, last) else []
        parted = among != extremes and any(map(line.parted, among))
        if among and not parted and all(line.comparable(at, other) for other in among):
            yield from _outside(figure, [line.figures[i] for i in among])


def is_mean(line: Line, at: int) -> bool:
    """Whether a mean is told: its noun stands before a figure, or right behind it."""
    return line.near(at, line.turns.mean, _NOUN) or line.trailed(at, line.turns.mean)


def _is_extreme(line: Line, at: int) -> bool:
    """Whether a figure is the least or the most: `the youngest is 12`."""
    return line.near(at, line.turns.least, _NOUN) or line.near(at, line.turns.most, _NOUN)


def _outside(mean: Figure, among: Sequence[Figure]) -> Iterator[Reckoning]:
    reaches = [ends(figure.quantity) for figure in among]
    low, high = min(end for end, _ in reaches), max(end for _, end in reaches)
    if low < high and not meet(reach(mean.quantity), (low, high)):
        told = f"a mean lies between {written(low)} and {written(high)}"
        yield Reckoning(mean, told, tuple(among))
