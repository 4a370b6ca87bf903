"""A figure of an article as a registry writes it: `€38M`, `~6000`, `10 000-12 000`, `8%`."""

from __future__ import annotations

from math import isfinite

from factcheck.language.units import SHARE, is_currency
from factcheck.model import Qualifier, Quantity
from factcheck.registry.units import read_unit
from factcheck.registry.values import readings

_SIGNS: dict[Qualifier, str] = {"at_least": ">", "at_most": "<", "about": "~", "nearly": "nearly "}
_SCALES = ((1e9, " billion"), (1e6, "M"))
_GROUPED = 10_000


def known_unit(unit: str | None) -> str | None:
    """A unit as a claim may name it, or None where the registry has no word for it."""
    unit = "%" if unit == SHARE else unit
    return unit if unit and read_unit(unit) == unit else None


def plain(quantity: Quantity) -> Quantity:
    """A figure as a registry can say it: a share in words as about so many per cent."""
    if quantity.unit != SHARE:
        return quantity
    high = None if quantity.high is None else quantity.high * 100
    qualifier = "about" if quantity.coarse and quantity.qualifier == "exact" else quantity.qualifier
    return Quantity(round(quantity.value * 100), high, "%", qualifier)


def written(quantity: Quantity, unit: str | None) -> str | None:
    """A figure as the text of a value of a claim in `unit`, the shortest that is read as it; None where none
    is."""
    quantity = plain(quantity)
    if not isfinite(quantity.value) or not isfinite(quantity.high or 0.0):
        return None
    for text in _ways(quantity, unit):
        if [_said(found) for found in readings(text, unit)] == [_said(quantity)]:
            return text
    return None


def _said(quantity: Quantity) -> tuple[object, ...]:
    return (
        float(f"{quantity.value:.9g}"),
        None if quantity.high is None else float(f"{quantity.high:.9g}"),
        None if quantity.unit == "people" else quantity.unit,
        "range" if quantity.high is not None else quantity.qualifier,
    )


def _ways(quantity: Quantity, unit: str | None) -> list[str]:
    sign = "" if quantity.high is not None else _SIGNS.get(quantity.qualifier, "")
    short, whole = (_ends(quantity, scaled) for scaled in (True, False))
    if quantity.unit == "%":
        return [f"{sign}{short}%", f"{sign}{whole} %"]
    if is_currency(quantity.unit) and quantity.unit != unit:
        return [
            f"{sign}{short} {quantity.unit}",
            f"{sign}{quantity.unit} {short}",
            f"{sign}{whole} {quantity.unit}",
        ]
    named = [f"{sign}{text} {quantity.unit}" for text in (short, whole)] if quantity.unit else []
    return [f"{sign}{short}", f"{sign}{whole}", *named]


def _ends(quantity: Quantity, scaled: bool) -> str:
    low = _number(quantity.value, quantity.decimals, scaled)
    if quantity.high is None:
        return low
    return f"{low}-{_number(quantity.high, None, scaled)}"


def _number(value: float, decimals: int | None, scaled: bool) -> str:
    for factor, name in _SCALES if scaled else ():
        if abs(value) >= factor and f"{value / factor:.6g}" == f"{value / factor:.3g}":
            return f"{value / factor:.3g}{name}"
    if decimals is not None and decimals > 0:
        return f"{value:.{decimals}f}"
    text = f"{value:.9f}".rstrip("0").rstrip(".")
    whole, _, rest = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", " ") if abs(value) >= _GROUPED else whole
    return f"{grouped}.{rest}" if rest else grouped
