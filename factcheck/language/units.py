"""Units of measure: which convert into which, and by what factor (language/units.yaml).

A unit is written by its symbol: `kg`, `USD`, or a rate of such: `kg/ha`, `EUR/people/day`, `l/100 km`, and
of a count `per 100000`, `per day`. A rate converts part by part. A unit that is in no table is known to
itself alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck.language.tables import table

_PER = "per "


class Unit(NamedTuple):
    """A unit: its symbol, the dimension that it measures, its factor to that dimension's base unit, and
    of a currency what it shares its name with (`dollar`)."""

    symbol: str
    measures: str
    factor: float
    kind: str = ""


class Share(NamedTuple):
    """What a rate is over: so many (`100000`) of a unit (`km`), or of people or things (None)."""

    number: float
    unit: str | None


class Rate(NamedTuple):
    """A unit taken apart: what is counted or measured (None for a count), and per what; nothing for a unit
    that is no rate."""

    of: str | None
    per: tuple[Share, ...]

    @property
    def symbol(self) -> str | None:
        """The unit as it is written, None for a plain count."""
        if not self.per:
            return self.of
        over = "/".join(_written(share) for share in self.per)
        return f"{self.of}/{over}" if self.of else _PER + over


def _written(share: Share) -> str:
    return " ".join(
        [f"{share.number:.0f}"] * (share.number != 1 or not share.unit) + [share.unit or ""]
    ).strip()


@cache
def _file() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = table("units")
    return tables


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its symbol."""
    rows = _file()["units"].items()
    return {
        symbol: Unit(symbol, row["measures"], float(row["factor"]), row.get("kind", ""))
        for symbol, row in rows
    }


@lru_cache(maxsize=4096)
def rate(symbol: str | None) -> Rate:
    """A unit's parts."""
    if symbol is None or symbol in units():
        return Rate(symbol, ())
    of, *per = symbol.removeprefix(_PER).split("/")
    if symbol.startswith(_PER):
        return Rate(None, tuple(_share(part) for part in (of, *per)))
    return Rate(of, tuple(_share(part) for part in per))


def _share(part: str) -> Share:
    count, _, unit = part.partition(" ")
    return Share(float(count), unit or None) if count.isdecimal() else Share(1.0, part)


def is_known(symbol: str | None) -> bool:
    """Whether all parts of a unit are in the table; any other is compared with itself alone."""
    of, per = rate(symbol)
    return all(part is None or part in units() for part in (of, *(share.unit for share in per)))


def is_currency(symbol: str | None) -> bool:
    """Whether a unit is a currency: it measures itself."""
    unit = units().get(symbol) if symbol else None
    return unit is not None and unit.kind != ""


def is_coin(symbol: str | None) -> bool:
    """Whether a unit is the hundredth of a currency."""
    return kind(symbol) in ("cent", "penny")


def kind(symbol: str | None) -> str:
    """What a currency shares its name with (`dollar`), or nothing."""
    unit = units().get(symbol) if symbol else None
    return unit.kind if unit else ""


@lru_cache(maxsize=4096)
def dimension(symbol: str | None) -> str:
    """What a unit measures: `length`, `USD`, `mass/area` …; `count` for none, and for `people` (a count of
    them)."""
    of, per = rate(symbol)
    if not per:
        return _measures(of)
    over = sorted(_measures(share.unit) for share in per)
    found = "/".join((_measures(of), *over))
    return str(_file()["quotients"].get(found, found))


def _measures(symbol: str | None) -> str:
    if symbol is None or symbol == "people":
        return "count"
    unit = units().get(symbol)
    return unit.measures if unit else symbol


@lru_cache(maxsize=4096)
def factor(symbol: str | None) -> float:
    """What a figure in a unit is multiplied by to be in its dimension's base unit; 1 for a count."""
    of, per = rate(symbol)
    return _factor(of) / _product(share.number * _factor(share.unit) for share in per)


def _product(numbers: Iterable[float]) -> float:
    product = 1.0
    for number in numbers:
        product *= number
    return product


def _factor(symbol: str | None) -> float:
    unit = units().get(symbol) if symbol else None
    return unit.factor if unit else 1.0


def convert(value: float, source: str | None, target: str | None) -> float | None:
    """`value` in `source` expressed in `target` (km in mi, kg/ha in t/ha …), or None where the units do not
    convert."""
    if dimension(source) != dimension(target):
        return None
    if source == target or (mine := factor(source)) == (theirs := factor(target)):
        return value
    return value * mine / theirs


SHARE = "of one"
"""The unit of a share in words, which converts to per cent; a report gives its number without one."""
# which unit stands behind which in one measure, and how many: `3 km and 500 m` are two distances
_PARTS = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("h", 24),
    "h": ("min", 60),
    "min": ("s", 60),
    "ft": ("in", 12),
    "lb": ("oz", 16),
}


def compound(whole: float, unit: str | None, part: float, part_unit: str | None) -> float | None:
    """A measure of two units (2 h and 45 min) in the smaller one, or None where they make no measure."""
    unit = "lb" if (unit, part_unit) == ("GBP", "oz") else unit  # pounds and ounces
    smaller, ratio = _PARTS.get(unit or "", (None, 0))
    whole_number = whole % 1 == 0 and whole >= 0 and 0 <= part < ratio
    return whole * ratio + part if whole_number and smaller == part_unit else None
