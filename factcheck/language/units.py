"""Units of measure: which convert into which, and by what factor (language/units.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its symbol, the dimension that it measures, its factor to that dimension's base unit."""

    symbol: str
    measures: str
    factor: float


@cache
def units() -> Mapping[str, Unit]:
    """Every unit by its symbol."""
    text = files(__package__).joinpath("units.yaml").read_text("utf-8")
    rows = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {symbol: Unit(symbol, row["measures"], float(row["factor"])) for symbol, row in rows.items()}


def dimension(symbol: str | None) -> str:
    """What a unit measures: `length`, `USD` …; `count` for none, and for `people` (a count of them)."""
    if symbol is None or symbol == "people":
        return "count"
    unit = units().get(symbol)
    return unit.measures if unit else symbol


def factor(symbol: str | None) -> float:
    """What a figure in a unit is multiplied by to be in its dimension's base unit; 1 for a count."""
    unit = units().get(symbol) if symbol else None
    return unit.factor if unit else 1.0


def convert(value: float, source: str | None, target: str | None) -> float | None:
    """`value` in `source` expressed in `target` (km in mi …), or None where the units do not convert."""
    if dimension(source) != dimension(target):
        return None
    if source == target or source is None or target is None:
        return value
    table = units()
    if source not in table or target not in table:
        return value
    return value * table[source].factor / table[target].factor


# which unit stands behind which in one measure: `3 km and 500 m` are two distances
_PART_OF = {"year": "month", "week": "day", "day": "h", "h": "min", "min": "s", "ft": "in", "lb": "oz"}


def compound(whole: float, unit: str | None, part: float, part_unit: str | None) -> float | None:
    """A measure of two units (2 h and 45 min) in the smaller one, or None where they make no measure."""
    unit = "lb" if (unit, part_unit) == ("GBP", "oz") else unit  # pounds and ounces
    if unit is None or part_unit is None or _PART_OF.get(unit) != part_unit:
        return None
    ratio = round(factor(unit) / factor(part_unit), 6)
    return whole * ratio + part if whole % 1 == 0 and whole >= 0 and 0 <= part < ratio else None
