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
