"""How a figure stands to a claim's series: to its values, and to the times at which they held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import log

from factcheck.compare.agree import agree, dates_agree, digits
from factcheck.compare.series import Period, current, first_day
from factcheck.compare.slips import one_slip
from factcheck.language.units import convert
from factcheck.match.index import Entry
from factcheck.match.roles import of_plans
from factcheck.model import Claim, Quantity, Value

Evidence = Mapping[str, float]
"""What speaks for a claim and against it, by the name of the clue."""
FAR = 4.0
"""Figures farther apart than e**FAR are all equally far."""
FROM_NONE = 1.5
"""How far none is from any figure: no ratio tells."""
MARGIN = timedelta(30)
"""How long after an event its figures may still come out."""


def distance(quantity: Quantity, values: Iterable[Value]) -> float:
    """How far a figure lies from a series, signs aside: |ln(figure / nearest value)|, at most FAR."""
    best = FAR
    for value in values:
        if value.quantity is None:
            continue
        mine = convert(quantity.value, quantity.unit, value.quantity.unit)
        for end in (value.quantity.value, value.quantity.high):
            if mine is None or end is None:
                continue
            best = min(best, abs(log(abs(mine / end))) if mine and end else FROM_NONE)
    return best


def agreeing_digits(quantity: Quantity, values: Iterable[Value], tolerance: float) -> int:
    """The significant digits of the value of a series with which a figure agrees, 0 with none."""
    return max((met for _, met in _met(quantity, values, tolerance)), default=0)


def _met(quantity: Quantity, values: Iterable[Value], tolerance: float) -> list[tuple[Value, int]]:
    """The values with which a figure agrees, each with how many significant digits the two share."""
    return [
        (value, min(digits(value.quantity.value), digits(quantity.value)))
        for value in values
        if value.quantity and agree(quantity, value.quantity, tolerance)
    ]


def in_series(quantity: Quantity, claim: Claim, day: str) -> Evidence:
    """How the figure stands to the claim's series, as it was known on the article's day."""
    known = [value for value in claim.values if _known(value, day)]
    met = _met(quantity, claim.values, claim.tolerance)
    found = before = 0
    if met:
        held = set(map(id, current(claim, day)))
        found = max((shared for value, shared in met if id(value) in held), default=0)
        before = 0 if found else max((shared for value, shared in met if _known(value, day)), default=0)
    slipped = not (found or before) and _slipped(quantity, known, claim.tolerance)
    traced = not (found or before or slipped) and traces(quantity, known)
    return {
        "agrees": 1.0 if found else 0.0,
        "agrees with an earlier value": 1.0 if before else 0.0,
        "agrees to the digit": float(max(0, min(found or before, 4) - 1)),
        "a magnitude off": min(1.0, digits(quantity.value) / 2) if slipped else 0.0,
        "a slip away": 1.0 if traced else 0.0,
        "far": 0.0 if found or before or slipped else distance(quantity, known or claim.values),
    }


def _known(value: Value, day: str) -> bool:
    return value.as_of is None or first_day(value.as_of) <= day


def _slipped(quantity: Quantity, values: Sequence[Value], tolerance: float) -> bool:
    """Whether a figure would agree but for its order of magnitude: million for billion, a zero too many."""
    if digits(quantity.value) < 2 and abs(quantity.value) < 100:
        return False
    return any(
        agreeing_digits(replace(quantity, value=quantity.value * step, high=None), (value,), tolerance)
        for value in values
        for step in (0.001, 1000.0, 0.1, 10.0, 1e6)
        if _near(quantity, value, step)
    )


def traces(quantity: Quantity, values: Iterable[Value]) -> bool:
    """Whether a figure is one slip of the pen away from a value of a series."""
    if quantity.high is not None:
        return False
    for value in values:
        if value.quantity is not None and value.quantity.high is None:
            mine = convert(quantity.value, quantity.unit, value.quantity.unit)
            if mine is not None and one_slip(mine, value.quantity.value):
                return True
    return False


def _near(quantity: Quantity, value: Value, step: float) -> bool:
    """A quick no: whether a figure times `step` comes anywhere near a value."""
    if value.quantity is None:
        return False
    mine = convert(quantity.value, quantity.unit, value.quantity.unit)
    return mine is not None and mine != 0 and 0.5 < value.quantity.value / (mine * step) < 2.0


def _begun(claim: Claim) -> str | None:
    """The first day of a claim whose values are all dated."""
    days = [first_day(value.as_of) for value in claim.values if value.as_of]
    return min(days) if days and len(days) == len(claim.values) else None


def before(periods: Sequence[Period], years: frozenset[str], claim: Claim) -> Evidence:
    """Whether a figure is dated to before the first value of a claim, or every year of its clause is."""
    begun = _begun(claim)
    if begun is None:
        return {}
    edge = (date.fromisoformat(begun) - MARGIN).isoformat()
    ends = [high for _, high in periods]
    return {
        "before its time": 1.0 if years and max(years) < begun[:4] else 0.0,
        "long before": 1.0 if ends and max(ends) < edge else 0.0,
    }


def ahead(told: frozenset[str], entry: Entry, day: str) -> bool:
    """Whether a clause speaks of years to come, and the claim neither of those nor of plans."""
    return bool(told) and min(told) > day[:4] and not of_plans(entry, day)


def dated_as(dated: Iterable[str], claim: Claim) -> bool:
    """Whether a sentence names a day or a month from which the claim has a value, or just its year."""
    begun = [value.as_of for value in claim.values if value.as_of]
    return any(_one_time(day, other) for day in dated for other in begun)


def _one_time(one: str, other: str) -> bool:
    return dates_agree(one, other) and (len(one) == len(other) or min(len(one), len(other)) > len("2025"))
