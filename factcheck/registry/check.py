"""What makes a registry weak, before any article is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations

from factcheck.language.units import convert, is_known
from factcheck.language.words import words
from factcheck.model import WEAKNESSES, Claim, Quantity, Registry, Value, Weakness
from factcheck.registry.fields import quote
from factcheck.registry.units import written_units
from factcheck.registry.vocabulary import plain

Agree = Callable[[Quantity, Quantity, float], bool]
"""Whether two figures agree, given a tolerance (compare.agree.agree)."""

STALE_AFTER = 365
"""Days after which the newest value of a claim is due for a look."""

_NUMBER = re.compile(r"[\d.,]*\d")


def weak(name: str, claim: Claim, what: str, line: int = 0) -> Weakness:
    """A weakness of a claim; `line` is where, if not where the claim begins."""
    return Weakness(name, WEAKNESSES[name], claim.id, claim.path, line or claim.line, what)


def weaknesses(registry: Registry, today: str, agree: Agree) -> Iterator[Weakness]:
    """What an editor should mend in a registry, on an ISO day."""
    for claim in registry.claims:
        yield from of_claim(claim, today, agree)
    yield from _shared(registry.claims)


def of_claim(claim: Claim, today: str, agree: Agree) -> Iterator[Weakness]:
    """What is weak in one claim by itself."""
    yield from _unknown_units(claim)
    yield from _without_source(claim, agree)
    for said in _stale(claim, today):
        yield weak("stale", claim, f"{said}: add the newest, or the same with a new date")
    for said in _due(claim, today):
        yield weak("review", claim, f"{said}: look at it, and write the next `review`")


def inconsistencies(claim: Claim, today: str, agree: Agree) -> list[str]:
    """What does not hold together in a claim, one sentence each: values that differ on one date, values
    without a source, values that are stale on `today` (an ISO day), a review that was due."""
    differing = [said for said, _ in _differing(claim, agree)]
    stale = [f"stale: {said}" for said in _stale(claim, today)]
    return [*differing, *_unsourced(claim), *stale, *_due(claim, today)]


def _unknown_units(claim: Claim) -> Iterator[Weakness]:
    for unit in written_units(claim):
        if not is_known(unit):
            mend = "write one that is, or a noun where things are counted"
            yield weak(
                "unknown-unit",
                claim,
                f"no table knows {quote(unit)}: it is compared with itself alone: {mend}",
            )


def _without_source(claim: Claim, agree: Agree) -> Iterator[Weakness]:
    """Values without a source; that is graver where they differ on one date, and nobody can say whose is
    whose."""
    clash = [value for _, values in _differing(claim, agree) for value in values if value.source is None]
    for value in clash[:1]:
        what = (
            f"{_texts(clash)}: values of one date that differ, and no source: name it, or give each its date"
        )
        yield weak("same-day", claim, what, value.line)
    rest = [value for value in claim.values if value.source is None and value not in clash]
    if rest or not claim.values:
        what = f"{_texts(rest)}: no source" if rest else "no source"
        yield weak("no-source", claim, f"{what}: say who says so", rest[0].line if rest else 0)


def _texts(values: Iterable[Value]) -> str:
    return " / ".join(value.text for value in values)


def _shared(claims: Iterable[Claim]) -> Iterator[Weakness]:
    """Phrases that two claims of a kind have, and titles that differ in a number only."""
    phrases: dict[tuple[str, frozenset[str]], Claim] = {}
    titles: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        for phrase in claim.match or (claim.title,):
            first = phrases.setdefault((claim.kind, frozenset(words(phrase).folded)), claim)
            if first is not claim and not apart(first, claim):
                mend = f"say in both what tells it from `{first.id}`"
                yield weak("same-phrase", claim, f"{quote(phrase)} is a phrase of `{first.id}`, too: {mend}")
        first = titles.setdefault((claim.kind, _NUMBER.sub("#", plain(claim.title))), claim)
        if first is not claim and not apart(first, claim) and first.title != claim.title:
            mend = "tell them apart by words, or make one series of them by `as_of`"
            yield weak("same-title", claim, f"its title is that of `{first.id}` but for a number: {mend}")


def apart(one: Claim, other: Claim) -> bool:
    """Whether an article's words, or the units of its figures, decide which of two claims it is about."""
    if one.context and other.context and not set(one.context) & set(other.context):
        return True
    pairs = [(unit, rival) for unit in written_units(one) for rival in written_units(other)]
    return bool(pairs) and all(convert(1, unit, rival) is None for unit, rival in pairs)


def _differing(claim: Claim, agree: Agree) -> Iterator[tuple[str, list[Value]]]:
    series: dict[tuple[str | None, str], list[Value]] = {}
    for value in claim.values:
        whose = value.source.name if claim.competing and value.source else ""
        series.setdefault((value.as_of, whose), []).append(value)
    for (as_of, _), values in series.items():
        if any(not _same(one, other, claim, agree) for one, other in combinations(values, 2)):
            texts = _texts(values)
            said = f"values differ on {as_of}: {texts}" if as_of else f"values without a date differ: {texts}"
            yield said, values


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
    elif without := [value for value in claim.values if value.source is None]:
        yield f"no source: {_texts(without)}"


def _stale(claim: Claim, today: str) -> Iterator[str]:
    """Values that were closed, and figures that nobody has looked at for a year; what happened on a day
    (a date), a name or a statement does not go stale by itself, and what has a `review` ahead is looked at
    then."""
    if claim.review and not [*_due(claim, today)]:
        return
    ends = [value.until for value in claim.values]
    if ends and all(end is not None and end < today[: len(end)] for end in ends):
        yield f"the last value held until {max(end for end in ends if end)}"
        return
    dates = [value.as_of for value in claim.values if value.as_of]
    if claim.kind == "quantity" and dates and _days(max(dates), today) > STALE_AFTER:
        yield f"the newest value is of {max(dates)}"


def _due(claim: Claim, today: str) -> Iterator[str]:
    if claim.review and claim.review < today[: len(claim.review)]:
        yield f"its review was due: {claim.review}"


def _days(then: str, today: str) -> int:
    """Days from the first day of a partial date to `today`."""
    first = date.fromisoformat(then + "-01-01"[len(then) - 4 :])
    return (date.fromisoformat(today) - first).days
