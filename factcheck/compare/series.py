"""A claim's values in time: which are current on a day, and for how long each was."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from factcheck.model import Claim, Value

Period = tuple[str, str]
"""A stretch of time: its first and last ISO day."""


def first_day(iso: str) -> str:
    """The first day of an ISO day, month or year: from when a value holds."""
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso


def last_day(iso: str) -> str:
    """The last day of an ISO day, month or year."""
    if len(iso) == 4:
        return iso + "-12-31"
    if len(iso) == 7:
        return f"{iso}-{monthrange(int(iso[:4]), int(iso[5:7]))[1]:02d}"
    return iso


def _begun(value: Value, day: str) -> bool:
    return value.as_of is None or first_day(value.as_of) <= day


def _series(claim: Claim, value: Value) -> str:
    """Whose series a value belongs to: of a competing claim its source's (those without one are a series
    of their own), of any other the claim's one."""
    return value.source.name.casefold() if claim.competing and value.source else ""


def current(claim: Claim, day: str) -> tuple[Value, ...]:
    """The values that hold on an ISO day: those of the newest `as_of` not after it (of each source, where
    the claim is competing), and all undated ones, none of which has ended. Where the newest has, no older one
    comes back: it ended when that began."""
    begun = [value for value in claim.values if _begun(value, day)]
    newest: dict[str, str] = {}
    for value in begun:
        if value.as_of:
            whose = _series(claim, value)
            newest[whose] = max(newest.get(whose, ""), first_day(value.as_of))
    return tuple(
        value
        for value in begun
        if value.until is None or day <= last_day(value.until)
        if value.as_of is None or first_day(value.as_of) == newest[_series(claim, value)]
    )


def spell(claim: Claim, value: Value) -> Period:
    """The days on which a dated value was the current one (of its source, where the claim is competing)."""
    start = first_day(value.as_of) if value.as_of else date.min.isoformat()
    whose = _series(claim, value)
    later = [
        first_day(other.as_of) for other in claim.values if other.as_of and _series(claim, other) == whose
    ]
    following = (
        min((day for day in later if day > start), default="9999-12-31") if value.as_of else "9999-12-31"
    )
    return start, min(following, last_day(value.until)) if value.until else following
