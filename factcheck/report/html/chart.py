"""A claim's figures over time as SVG: the registry's as steps and bands, the articles' as marks on them.

The tables of the claim's card say the same, so that the picture is hidden from those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from factcheck.check.verdict import quantity_of
from factcheck.compare.agree import interval
from factcheck.compare.series import spell
from factcheck.language.units import convert
from factcheck.model import Claim, Mention, Quantity, Value
from factcheck.report.html.marked import mark_class
from factcheck.report.html.markup import text
from factcheck.report.html.sheet import Sheet

WIDTH, HEIGHT = 640, 230
LEFT, RIGHT, TOP, BOTTOM = 58, 14, 12, 26
SERIES = 5
"""How many sources have a line of their own look."""
MOST = 200
"""How many figures of articles one chart shows."""
_SHAPES = {
    "s": "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0-8,0",
    "o": "M0-5L5,4H-5Z",
    "d": "M0-6L5,0L0,6L-5,0Z",
    "x": "M-5-5L5,5M5-5L-5,5",
    "p": "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0-8,0",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A value of the registry: its days (as numbers), the interval that it stands for, the same with the
    claim's tolerance, the figure itself, and the place of its source among all; undated ones run through."""

    start: int
    end: int
    low: float
    high: float
    least: float
    most: float
    at: float
    source: int
    dated: bool


@dataclass(frozen=True, slots=True)
class _Dot:
    """A figure of an article: its day, its number, the look of its verdict, where it stands, what it says."""

    day: int
    at: float
    shape: str
    anchor: str
    told: str


@dataclass(frozen=True, slots=True)
class _Plot:
    """The stretch of days and of numbers that a chart shows."""

    first: int
    last: int
    low: float
    high: float

    def x(self, day: float) -> float:
        """Where a day stands, from the left."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, number: float) -> float:
        """Where a number stands, from the top."""
        share = (number - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def chart(claim: Claim, mentions: Sequence[Mention], sheet: Sheet) -> str:
    """The chart of a claim of quantities, with what some mentions say; empty where there is nothing to draw
    over time."""
    unit = next((value.quantity.unit for value in claim.values if value.quantity), None)
    names = list(dict.fromkeys(value.source.name if value.source else "" for value in claim.values))
    lines = [line for value in claim.values if (line := _line(value, claim, unit, names))]
    dots = list(_dots(mentions, unit, sheet))[:MOST]
    days = {dot.day for dot in dots} | {line.start for line in lines if line.dated}
    if not lines or len(days) < 2:
        return ""
    plot = _plotted(lines, dots)
    drawn = "".join(
        (*_axes(plot), *_bands(lines, plot), *_risers(lines, plot), *_steps(lines, plot), *_marks(dots, plot))
    )
    picture = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{drawn}</svg>'
    return f"<figure>{picture}<figcaption>{_legend(names, lines, sheet)}</figcaption></figure>"


def _ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def _line(value: Value, claim: Claim, unit: str | None, names: Sequence[str]) -> _Line | None:
    """A value of the registry in the chart's unit; None where it is no figure, or one of another unit."""
    if value.quantity is None:
        return None
    ends = (*interval(value.quantity), *interval(value.quantity, claim.tolerance), _middle(value.quantity))
    inside = [convert(end, value.quantity.unit, unit) for end in ends]
    if any(end is None for end in inside):
        return None
    low, high, least, most, at = (end or 0.0 for end in inside)
    start, end = spell(claim, value)
    source = names.index(value.source.name if value.source else "")
    return _Line(_ordinal(start), _ordinal(end), low, high, least, most, at, source, bool(value.as_of))


def _middle(quantity: Quantity) -> float:
    return quantity.value if quantity.high is None else (quantity.value + quantity.high) / 2


def _dots(mentions: Sequence[Mention], unit: str | None, sheet: Sheet) -> Iterator[_Dot]:
    """The articles' figures, those that fall together once."""
    seen = set[tuple[int, float, str]]()
    for mention in mentions:
        article = sheet.articles.get(mention.path)
        if mention.kind != "quantity" or not article or not _is_day(article.day):
            continue
        quantity = quantity_of(mention)
        at = convert(_middle(quantity), quantity.unit, unit)
        spot = (_ordinal(article.day), at or 0.0, mark_class(mention))
        if at is not None and spot not in seen:
            seen.add(spot)
            told = f"{article.day}: {mention.said or mention.text}"
            yield _Dot(*spot, sheet.anchor(mention), told)


def _is_day(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def _plotted(lines: Sequence[_Line], dots: Sequence[_Dot]) -> _Plot:
    """A plot with room for all, and some beside it; from nought where that is not far off."""
    days = [dot.day for dot in dots] + [line.start for line in lines if line.dated]
    days += [line.end for line in lines if line.end < date.max.toordinal()]
    numbers = [dot.at for dot in dots] + [end for line in lines for end in (line.least, line.most)]
    least, most = min(numbers), max(numbers)
    room = (most - least) * 0.08 or abs(most) * 0.1 or 1.0
    low = 0.0 if 0 <= least <= 0.6 * most else least - room
    beside = max(10, (max(days) - min(days)) // 25)
    return _Plot(min(days) - beside, max(days) + beside, low, most + room)


def _axes(plot: _Plot) -> Iterator[str]:
    right = WIDTH - RIGHT
    for tick in _round_numbers(plot.low, plot.high):
        y = plot.y(tick)
        yield f'<path class=g d="M{LEFT},{y}H{right}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}">{_said(tick)}</text>'
    for day, label in _round_days(plot.first, plot.last):
        x = plot.x(day)
        yield f'<path class=g d="M{x},{HEIGHT - BOTTOM}v4"/>'
        yield f'<text class=d x="{x}" y="{HEIGHT - 8}">{label}</text>'


def _round_numbers(low: float, high: float, most: int = 5) -> Iterator[float]:
    """At most so many round numbers of a stretch, evenly apart: 1, 2 or 5 times a power of ten."""
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    tick = (floor(low / step) + (low % step > 0)) * step
    while tick <= high:
        yield tick
        tick += step


def _round_days(first: int, last: int, most: int = 7) -> Iterator[tuple[int, str]]:
    """At most so many firsts of a month, a quarter, a year … of a stretch of days, each with its name."""
    begins = date.fromordinal(max(first, 1))
    months = (last - first) // 30 + 1
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120) if months / step <= most), 600)
    at = begins.year * 12 + begins.month  # the month after the first day's, counted from the year 0
    at += -at % step
    while at // 12 < 9999 and (day := date(at // 12, at % 12 + 1, 1)).toordinal() <= last:
        yield day.toordinal(), day.isoformat()[: 4 if step >= 12 else 7]
        at += step


def _bands(lines: Sequence[_Line], plot: _Plot) -> Iterator[str]:
    """What a tolerance, a range or a bound covers."""
    for line in lines:
        for shape, low, high in (("tol", line.least, line.most), ("band", line.low, line.high)):
            if low < high and (shape == "band" or (low, high) != (line.low, line.high)):
                x, y = plot.x(line.start), plot.y(high)
                width, height = round(plot.x(line.end) - x, 1), round(plot.y(low) - y, 1)
                yield (
                    f'<rect class="{shape} k{line.source % SERIES}" x="{x}" y="{y}" width="{width}" '
                    f'height="{height}"/>'
                )


def _risers(lines: Sequence[_Line], plot: _Plot) -> Iterator[str]:
    """From each value up or down to the one that takes over."""
    for line in lines:
        before = [other.at for other in lines if other.dated and other.end == line.start]
        if line.dated and before:
            nearest = min(before, key=lambda at: abs(at - line.at))
            yield f'<path class="up" d="M{plot.x(line.start)},{plot.y(nearest)}V{plot.y(line.at)}"/>'


def _steps(lines: Sequence[_Line], plot: _Plot) -> Iterator[str]:
    for line in lines:
        look = f"line k{line.source % SERIES}{'' if line.dated else ' un'}"
        yield f'<path class="{look}" d="M{plot.x(line.start)},{plot.y(line.at)}H{plot.x(line.end)}"/>'


def _marks(dots: Sequence[_Dot], plot: _Plot) -> Iterator[str]:
    for dot in dots:
        drawn = (
            f'<path class="{dot.shape}" transform="translate({plot.x(dot.day)} {plot.y(dot.at)})" '
            f'd="{_SHAPES[dot.shape]}"><title>{text(dot.told)}</title></path>'
        )
        yield f'<a href="#{dot.anchor}" tabindex="-1">{drawn}</a>' if dot.anchor else drawn


def _legend(names: Sequence[str], lines: Sequence[_Line], sheet: Sheet) -> str:
    """Whose each line is."""
    there = sorted({line.source for line in lines})
    words = sheet.words
    told = [
        f'<span><svg class=key viewBox="0 0 28 10" aria-hidden=true><path class="line k{one % SERIES}" '
        f'd="M0,5H28"/></svg> {text(names[one] or words("no_source"))}</span>'
        for one in there
    ]
    return " ".join(told)


def _said(number: float) -> str:
    """A number in few letters: `15k`, `2.5M`, `0.4`."""
    for power, letter in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= power:
            return f"{number / power:.4g}{letter}"
    return f"{number:.4g}"
