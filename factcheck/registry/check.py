"""What is inconsistent in the registry itself, before any article is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

from factcheck.model import Claim, Quantity, Value
from factcheck.registry.vocabulary import plain

Agree = Callable[[Quantity, Quantity, float], bool]

STALE_AFTER = 365
"""Days after which the newest value of a claim is due for a look."""


def inconsistencies(claim: Claim, today: str, agree: Agree) -> list[str]:
    """What an editor should mend in a claim, one sentence each: values that differ on one date, values
    without a source, values that are stale on `today` (an ISO day), a review that was due. `agree` tells
    whether two figures do, given a tolerance (check.agree.agree)."""
    return [*_differing(claim, agree), *_unsourced(claim), *_stale(claim, today), *_due(claim, today)]


def _differing(claim: Claim, agree: Agree) -> Iterator[str]:
    series: dict[tuple[str | None, str], list[Value]] = {}
    for value in claim.values:
        whose = value.source.name if claim.competing and value.source else ""
        series.setdefault((value.as_of, whose), []).append(value)
    for (as_of, _), values in series.items():
        if any(not _same(one, other, claim, agree) for one, other in combinations(values, 2)):
            texts = " / ".join(value.text for value in values)
            yield f"values differ on {as_of}: {texts}" if as_of else f"values without a date differ: {texts}"


def _same(one: Value, other: Value, claim: Claim, agree: Agree) -> bool:
    if one.quantity and other.quantity:
        return agree(one.quantity, other.quantity, claim.tolerance)
    if one.date and other.date:
        shorter = min(len(one.date), len(other.date))
        return one.date[:shorter] == other.date[:shorter]
    return bool(_names(one) & _names(other)) or not (one.name and other.name)


def _names(value: Value) -> set[str]:
    return {plain(name) for name in (value.name or "", *value.also)}


def _unsourced(claim: Claim) -> Iterator[str]:
    if not claim.values:
        yield "no source"
    elif without := [value.text for value in claim.values if value.source is None]:
        yield f"no source: {' / '.join(without)}"


def _stale(claim: Claim, today: str) -> Iterator[str]:
    """Values that were closed, and figures that nobody has looked at for a year; what happened on a day
    (a date), a name or a statement does not go stale by itself."""
    ends = [value.until for value in claim.values]
    if ends and all(end is not None and end < today[: len(end)] for end in ends):
        yield f"stale: the last value held until {max(end for end in ends if end)}"
        return
    dates = [value.as_of for value in claim.values if value.as_of]
    if claim.kind == "quantity" and dates and _days(max(dates), today) > STALE_AFTER:
        yield f"stale: the newest value is of {max(dates)}"


def _due(claim: Claim, today: str) -> Iterator[str]:
    if claim.review and claim.review < today[: len(claim.review)]:
        yield f"its review was due: {claim.review}"


def _days(then: str, today: str) -> int:
    """Days from the first day of a partial date to `today`."""
    first = date.fromisoformat(then + "-01-01"[len(then) - 4 :])
    return (date.fromisoformat(today) - first).days
