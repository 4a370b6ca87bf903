"""A figure that a source, or the text, dates to before the day from which the registry has it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from factcheck.check.verdict import value_agrees
from factcheck.check.whose import short_for
from factcheck.compare.series import Period, first_day
from factcheck.language.units import dimension
from factcheck.model import Attribution, Claim, Kind, Mention, Value

COUNTING = timedelta(92)
"""Within so long, or the length of what is counted, a figure is published."""
LATE = timedelta(14)
"""So many days later a desk may note what a source has said."""
SHARES = frozenset({"percentage", "points", "multiplier"})
"""What may well be the same at two times."""


class Early(NamedTuple):
    """The value that a figure agrees with, and the period to which it is dated before that began; `told`
    where somebody is said to have told it then."""

    value: Value
    period: Period
    told: bool


def may_be_early(claim: Claim, kind: Kind) -> bool:
    """Whether it is worth asking when a mention of a claim was told."""
    return kind == "quantity" and any(value.as_of for value in claim.values)


def early(mention: Mention, claim: Claim) -> Early | None:
    """Whether a figure is told, or dated, to before any value with which it agrees."""
    if mention.kind != "quantity" or mention.verdict == "discrepancy" or mention.superseded:
        return None
    agreeing = [value for value in claim.values if value_agrees(mention, value, claim.tolerance)]
    if not agreeing or not all(value.as_of for value in agreeing) or _is_share(mention):
        return None
    first = min(agreeing, key=_begins)
    if mention.told:
        own = [value for value in agreeing if _is_of(value, mention.attribution, claim)]
        since = min(own, key=_begins) if own else min(claim.values, key=_begins)
        if all(_over(period, _begins(since), LATE) for period in mention.told):
            return Early(min(own, key=_begins) if own else first, mention.told[0], True)
    if claim.competing or mention.qualifier in ("at_least", "at_most"):
        return None
    if mention.held and all(_over(period, _begins(first), COUNTING) for period in mention.held):
        return Early(first, mention.held[0], False)
    return None


def _begins(value: Value) -> str:
    return first_day(value.as_of) if value.as_of else date.min.isoformat()


def _is_share(mention: Mention) -> bool:
    return dimension(mention.unit) in SHARES or "/" in (mention.unit or "")


def _is_of(value: Value, who: Attribution | None, claim: Claim) -> bool:
    """Whether a value is of the source that says so."""
    if value.source is None or who is None or who.source is None:
        return False
    names = {name.casefold() for name in (value.source.name, *value.source.aliases)}
    return who.source.casefold() in names or short_for(who.source, claim) == value.source


def _over(period: Period, begun: str, slack: timedelta) -> bool:
    """Whether a period was over for longer than `slack`, and than it lasted, when a value began."""
    low, high = (date.fromisoformat(day) for day in period)
    return low != date.min and high + max(slack, high - low) < date.fromisoformat(begun)
