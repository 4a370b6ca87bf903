"""The verdict on one mention (contract, "The verdict on one mention")."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import combinations

from factcheck.check.whose import speakers
from factcheck.compare.agree import agree, dates_agree, names_agree, parts
from factcheck.compare.series import Period, current, first_day, spell
from factcheck.model import Attribution, Claim, Mention, Quantity, Source, Span, Value, Verdict

HOLDING: Set[Verdict | None] = frozenset({"supported", "disputed"})
"""The verdicts on a mention that agrees with a current value."""
RATINGS: dict[str, Verdict] = {
    "true": "supported",
    "unproven": "disputed",
    "false": "discrepancy",
    "misleading": "discrepancy",
}


def value_agrees(mention: Mention, value: Value, tolerance: float) -> bool:
    """Whether what an article says agrees with one value of the registry."""
    if mention.kind == "quantity" and value.quantity:
        return agree(quantity_of(mention), value.quantity, tolerance)
    if mention.kind == "date" and value.date:
        return dates_agree(str(mention.value), value.date)
    if mention.kind == "name" and value.name:
        return any(
            names_agree(str(mention.value), name)
            for name in (value.name, *value.also)
            if not _short_for(name, value, str(mention.value))
        )
    return False


def _short_for(name: str, value: Value, written: str) -> bool:
    """Whether a spelling is but short for a fuller one, and a fuller name than it is written, which ends
    otherwise or begins with a first name: then it must agree with the fuller one ("Ana Ruiz Salcedo" is not
    Ana Ruiz, who is Ana Ruiz Calvo)."""
    spelt, said = parts(name), parts(written)
    others = (other for other in (value.name or "", *value.also) if len(parts(other)) > len(spelt))
    fuller = [other for other in others if names_agree(other, name)]
    if len(spelt) == 1:
        return len(said) > 1 and bool(fuller)
    ends = len(said) > len(spelt) and said[-1] != spelt[-1]
    return ends and bool(fuller) and not any(names_agree(written, other) for other in fuller)


def quantity_of(mention: Mention) -> Quantity:
    """A mention's figure as a quantity, as its claim would have it."""
    if mention.quantity is not None:
        return mention.quantity
    if isinstance(mention.value, tuple):
        return Quantity(mention.value[0], mention.value[1], mention.unit, mention.qualifier)
    return Quantity(float(mention.value), None, mention.unit, mention.qualifier)


def one_voice(values: Sequence[Value], claim: Claim) -> bool:
    """Whether values of `claim`, the current ones, agree with one another."""
    if claim.kind == "quantity":
        found = [value.quantity for value in values if value.quantity]
        return all(agree(one, other, claim.tolerance) for one, other in combinations(found, 2))
    if claim.kind == "date":
        return all(dates_agree(one.date or "", other.date or "") for one, other in combinations(values, 2))
    names = [(value.name or "", *value.also) for value in values]
    return all(any(names_agree(a, b) for a in one for b in other) for one, other in combinations(names, 2))


def _dated_to(claim: Claim, agreeing: Sequence[Value], periods: Sequence[Period]) -> bool:
    spells = [spell(claim, value) for value in agreeing if value.as_of]
    return any(low < end and start <= high for low, high in periods for start, end in spells)


def judge(
    mention: Mention,
    claim: Claim,
    day: str,
    attribution: Attribution | None,
    periods: Sequence[Period] = (),
    named: Set[Source] = frozenset(),
) -> Verdict:
    """The verdict on a mention of `claim` in an article of the ISO `day`.

    `periods` are the stretches of time to which the sentence itself dates what it says, `named` the claim's
    competing sources that it names: a figure beside the one whose it is, and no other, says whose it is.
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
    if one_voice(now, claim) or speakers(attribution, claim) & {value.source for value in holding}:
        return "supported"
    if named and named <= {value.source for value in holding}:
        return "supported"
    return "disputed"


def mark_in(mention: Mention) -> Span:
    """Where the figure stands, with its qualifiers, within its sentence."""
    start, end = (at - mention.sentence_start for at in mention.outer)
    return max(0, start), min(len(mention.sentence), end)
