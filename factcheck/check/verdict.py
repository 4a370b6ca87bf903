"""The verdict on one mention (contract, "The verdict on one mention")."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from factcheck.check.agree import agree, dates_agree, names_agree
from factcheck.model import Attribution, Claim, Mention, Quantity, Source, Span, Value, Verdict

RATINGS: dict[str, Verdict] = {
    "true": "supported",
    "unproven": "disputed",
    "false": "discrepancy",
    "misleading": "discrepancy",
}
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


def _open(value: Value, day: str) -> bool:
    begun = value.as_of is None or first_day(value.as_of) <= day
    return begun and (value.until is None or day <= last_day(value.until))


def current(claim: Claim, day: str) -> tuple[Value, ...]:
    """The values that hold on an ISO day: those of the newest `as_of` not after it, and all undated ones."""
    held = [value for value in claim.values if _open(value, day)]
    newest = max((first_day(value.as_of) for value in held if value.as_of), default=None)
    return tuple(value for value in held if value.as_of is None or first_day(value.as_of) == newest)


def _spell(claim: Claim, value: Value) -> Period:
    """The days on which a dated value was the current one."""
    start = first_day(value.as_of) if value.as_of else date.min.isoformat()
    later = [first_day(other.as_of) for other in claim.values if other.as_of]
    following = (
        min((day for day in later if day > start), default="9999-12-31") if value.as_of else "9999-12-31"
    )
    return start, min(following, last_day(value.until)) if value.until else following


def value_agrees(mention: Mention, value: Value, tolerance: float) -> bool:
    """Whether what an article says agrees with one value of the registry."""
    if mention.kind == "quantity" and value.quantity:
        return agree(quantity_of(mention), value.quantity, tolerance)
    if mention.kind == "date" and value.date:
        return dates_agree(str(mention.value), value.date)
    if mention.kind == "name" and value.name:
        return any(names_agree(str(mention.value), name) for name in (value.name, *value.also))
    return False


def quantity_of(mention: Mention) -> Quantity:
    """A mention's figure as a quantity."""
    if isinstance(mention.value, tuple):
        return Quantity(mention.value[0], mention.value[1], mention.unit, mention.qualifier)
    return Quantity(float(mention.value), None, mention.unit, mention.qualifier)


def _one_voice(values: Sequence[Value], claim: Claim) -> bool:
    """Whether the current values agree with one another."""
    if claim.kind == "quantity":
        found = [value.quantity for value in values if value.quantity]
        return all(agree(one, other, claim.tolerance) for one, other in combinations(found, 2))
    if claim.kind == "date":
        return all(dates_agree(one.date or "", other.date or "") for one, other in combinations(values, 2))
    names = [(value.name or "", *value.also) for value in values]
    return all(any(names_agree(a, b) for a in one for b in other) for one, other in combinations(names, 2))


def _named(attribution: Attribution | None, source: Source | None) -> bool:
    if attribution is None or attribution.source is None or source is None:
        return False
    known = {source.name.casefold(), *(alias.casefold() for alias in source.aliases)}
    return attribution.source.casefold() in known


def _dated_to(claim: Claim, agreeing: Sequence[Value], periods: Sequence[Period]) -> bool:
    spells = [_spell(claim, value) for value in agreeing if value.as_of]
    return any(low < end and start <= high for low, high in periods for start, end in spells)


def judge(
    mention: Mention, claim: Claim, day: str, attribution: Attribution | None, periods: Sequence[Period] = ()
) -> Verdict:
    """The verdict on a mention of `claim` in an article of the ISO `day`.

    `periods` are the stretches of time to which the sentence itself dates what it says.
    """
    if claim.kind == "statement":
        return RATINGS[claim.rating or "unproven"]
    now = current(claim, day)
    agreeing = [value for value in claim.values if value_agrees(mention, value, claim.tolerance)]
    begun = [value for value in agreeing if value.as_of is None or first_day(value.as_of) <= day]
    if not begun:
        return "discrepancy"
    if _dated_to(claim, begun, periods):
        return "supported"
    holding = [value for value in begun if value in now]
    if not holding:
        return "outdated"
    if _one_voice(now, claim) or any(_named(attribution, value.source) for value in holding):
        return "supported"
    return "disputed"


def mark_in(mention: Mention) -> Span:
    """Where the figure stands within its sentence."""
    start = max(0, mention.start - mention.sentence_start)
    return start, min(len(mention.sentence), start + mention.end - mention.start)
