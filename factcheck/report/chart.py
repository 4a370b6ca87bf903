"""A claim's dated figures as a chart of a few lines, each source its own mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from factcheck.escape import visible
from factcheck.language.units import convert
from factcheck.model import Claim

HEIGHT = 8
_WIDEST = 56
_LEAST = 16
_MARKS = "●▲■◆○△□◇"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COLOURS = ("cyan", "yellow", "green", "magenta", "blue")
_SEVERAL = "*"


@dataclass(frozen=True, slots=True)
class _Point:
    """A value: its day, as a number, its ends in the chart's unit, the place of its source among all."""

    day: int
    low: float
    high: float
    source: int


def chart(claim: Claim, width: int) -> list[Text]:
    """The lines of a chart in a width: the figures over their dates, the first and the last of each named,
    and below them which mark is whose. No lines where fewer than two dates have a figure."""
    names = list(dict.fromkeys(value.source.name if value.source else "" for value in claim.values))
    points = list(_points(claim, names))
    days = [point.day for point in points]
    if len(set(days)) < 2 or len(names) > len(_MARKS + _LETTERS):
        return []
    bottom, top = map(_said, _ends(points))
    label = max(len(top), len(bottom))
    across = min(width - label - 2, _WIDEST)
    if across < _LEAST:
        return []
    rows = _rows(points, across)
    edge = [f"{top:>{label}} ┤", *[" " * label + " │"] * (HEIGHT - 2), f"{bottom:>{label}} ┤"]
    plot = [Text.assemble((mark, "dim"), *map(_marked, row)) for mark, row in zip(edge, rows, strict=True)]
    first, last = _iso(min(days)), _iso(max(days))
    axis = f"{' ' * label} └{'─' * across}"
    dates = f"{' ' * label}  {first}{last:>{across - len(first)}}"
    return [*plot, Text(axis, "dim"), Text(dates, "dim"), *_legend(names, points, rows)]


def _points(claim: Claim, names: Sequence[str]) -> list[_Point]:
    """The dated figures of a claim, in the unit of its first; what does not convert to that is left out."""
    figures = [(value, value.quantity, value.as_of) for value in claim.values]
    dated = [(value, figure, day) for value, figure, day in figures if figure and day]
    unit = dated[0][1].unit if dated else None
    found = []
    for value, figure, day in dated:
        low = convert(figure.value, figure.unit, unit)
        high = low if figure.high is None else convert(figure.high, figure.unit, unit)
        if low is not None and high is not None:
            source = names.index(value.source.name if value.source else "")
            found.append(_Point(date.fromisoformat(f"{day}-01-01"[:10]).toordinal(), low, high, source))
    return found


def _rows(points: Sequence[_Point], width: int) -> list[list[int | None]]:
    """The cells of the plot from its top: whose mark stands there, -1 for those of several."""
    days, least, most = [point.day for point in points], *_ends(points)
    first, last = min(days), max(days)
    rows: list[list[int | None]] = [[None] * width for _ in range(HEIGHT)]
    for point in points:
        column = _at(point.day, first, last, width)
        low, high = (HEIGHT - 1 - _at(end, least, most, HEIGHT) for end in (point.low, point.high))
        for row in rows[high : low + 1]:
            row[column] = point.source if row[column] in (None, point.source) else -1
    return rows


def _ends(points: Sequence[_Point]) -> tuple[float, float]:
    return min(point.low for point in points), max(point.high for point in points)


def _at(value: float, least: float, most: float, cells: int) -> int:
    """In which of some cells a value falls; in the middle one where there is but one value."""
    return round((value - least) / (most - least) * (cells - 1)) if most > least else cells // 2


def _marked(source: int | None) -> tuple[str, str]:
    if source is None:
        return " ", ""
    if source < 0:
        return _SEVERAL, "bold"
    return (_MARKS + _LETTERS)[source], _COLOURS[source % len(_COLOURS)]


def _legend(
    names: Sequence[str], points: Sequence[_Point], rows: Sequence[Sequence[int | None]]
) -> list[Text]:
    """Which mark is whose."""
    there = sorted({point.source for point in points})
    told = [(_marked(one), visible(names[one]) or "no source") for one in there]
    if any(-1 in row for row in rows):
        told.append((_marked(-1), "more than one of them"))
    return [Text.assemble(mark, f" {name}") for mark, name in told]


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _said(number: float) -> str:
    """A number with its thousands parted, of six digits where it was converted."""
    return f"{float(f'{number:.6g}') if number % 1 else number:,.15g}"
