"""What a figure's role bars it from, and its sign as a claim has it (contract.md, "What is a mention")."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factcheck.compare.agree import agrees
from factcheck.compare.series import current, first_day
from factcheck.extract.asserted import speaks_of_plans
from factcheck.extract.figures.changes import trends_in
from factcheck.match.index import Entry, texts
from factcheck.model import Claim, Figure, Quantity


@lru_cache(maxsize=4096)
def _trends(phrases: tuple[str, ...]) -> frozenset[int]:
    return frozenset(trend for phrase in phrases for trend in trends_in(phrase))


def trends(claim: Claim) -> frozenset[int]:
    """Of which trends a claim's phrases speak; none where it counts no change."""
    return _trends((claim.title, *claim.match))


def barred(figure: Figure, quantity: Quantity, entry: Entry, day: str) -> str | None:
    """Why a figure is no mention of a claim whatever the words around say, or None; `quantity` is the figure
    as the claim would have it, `day` the article's ISO day.

    Denied: no claim. Planned, or merely possible: only one about a plan, or about a year to come. By how
    much something changed: only one that counts changes. The value before: one that has earlier values."""
    claim = entry.claim
    if figure.role == "denied":
        return "told as not so"
    if figure.role == "planned" and not of_plans(entry, day):
        return "told as a plan or a possibility"
    if figure.role == "change" and not trends(claim):
        return "told as a change"
    if figure.role == "former" and not _has_earlier(claim, day) and not agrees(quantity, claim):
        return "told as the value before"
    return None


def of_plans(entry: Entry, day: str) -> bool:
    """Whether a claim is about a plan, or about a year to come on an ISO day."""
    ahead = any(year > day[:4] for year in entry.years)
    return ahead or any(map(speaks_of_plans, texts(entry.claim)))


def _has_earlier(claim: Claim, day: str) -> bool:
    begun = [value for value in claim.values if value.as_of and first_day(value.as_of) <= day]
    return len(begun) > len([value for value in current(claim, day) if value.as_of])


def signed(figure: Figure, claim: Claim) -> Quantity:
    """A figure with the sign that its verb gives it, as the claim would have it: `fell 3 %` is -3 where the
    claim's values go below zero or its phrases speak of growth, and -3 % is 3 for a claim about a fall."""
    quantity = figure.quantity
    if not figure.trend and quantity.value >= 0:
        return quantity
    below = any(value.quantity and value.quantity.value < 0 for value in claim.values)
    if below:
        return _turned(quantity) if quantity.value > 0 and figure.trend < 0 else quantity
    told = trends(claim) - {0}
    if quantity.value < 0:
        return _turned(quantity) if told == {-1} else quantity
    against = figure.role == "change" and told == {-figure.trend}
    return _turned(quantity) if against else quantity


def _turned(quantity: Quantity) -> Quantity:
    if quantity.high is None:
        return replace(quantity, value=-quantity.value)
    return replace(quantity, value=-quantity.high, high=-quantity.value)
