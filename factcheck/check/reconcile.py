"""Whether two mentions of one claim contradict each other, or something in the text reconciles them."""

from __future__ import annotations

from factcheck.check.agree import agree, dates_agree, names_agree
from factcheck.check.scope import Checked
from factcheck.check.verdict import judge, quantity_of
from factcheck.model import Attribution, Claim, Mention

SURE = 0.5
"""The score from which a match is sure enough to hold two mentions against each other."""


def clash(one: Mention, other: Mention, checked: Checked) -> bool:
    """Whether two mentions of a claim disagree and neither date nor source nor verdict reconciles them."""
    claim, _ = checked.of(one)
    return not (
        alike(one, other, claim)
        or any(_explained_by_date(mention, checked) for mention in (one, other))
        or _other_source(one.attribution, other.attribution)
        or _known_dispute(one, other)
        or (claim.kind == "quantity" and min(one.score, other.score) < SURE)
        or (one.path != other.path and one.verdict == other.verdict == "supported")
    )


def alike(one: Mention, other: Mention, claim: Claim) -> bool:
    """Whether two mentions of `claim` say the same."""
    if claim.kind == "statement":
        return True
    if claim.kind == "date":
        return dates_agree(str(one.value), str(other.value))
    if claim.kind == "name":
        both_known = one.verdict != "discrepancy" and other.verdict != "discrepancy"
        return both_known or names_agree(str(one.value), str(other.value))
    here, there = quantity_of(one), quantity_of(other)
    return agree(here, there, claim.tolerance) or agree(there, here, claim.tolerance)


def _explained_by_date(mention: Mention, checked: Checked) -> bool:
    """Whether a mention is right for the time to which its sentence dates it, and would be outdated today."""
    if not mention.periods or mention.verdict != "supported":
        return False
    return judge(mention, *checked.of(mention), mention.attribution) == "outdated"


def _known_dispute(one: Mention, other: Mention) -> bool:
    """Whether both give a current value of a claim whose sources differ, and one of them says whose."""
    current = {"supported", "disputed"}
    named = any(m.attribution and m.attribution.status == "sourced" for m in (one, other))
    return {one.verdict, other.verdict} <= current and "disputed" in (one.verdict, other.verdict) and named


def _other_source(one: Attribution | None, other: Attribution | None) -> bool:
    """Whether two mentions are told apart by who says so: two different sources, each told of."""
    if one is None or other is None or "unsourced" in (one.status, other.status):
        return False
    if one.status == other.status == "sourced":
        return (one.source or "").casefold() != (other.source or "").casefold()
    return one.status != other.status
