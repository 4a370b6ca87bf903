"""The figure is told more surely than it is known, or less.

Why: "more than 40 dead" that becomes "40 dead" on its way to the page is wrong the day after, and "up to
15,000" makes a guess of what somebody has counted. The figures agree; what is known of them does not.

How: surer where the registry has but a bound, a range, an "about" or a source that by its name only
estimates ("WHO estimate"), and nothing in the article says so, there or elsewhere. Vaguer where the registry
has a plain figure, and the article makes a range of it, or a bound that it does not lie behind; turned round
where the one bound is told as the other. Rounding is no hedge, nor is "some 15,000", nor "up to" of what is
itself a most; in quoted words and with somebody else's name, a figure may be as sure as the speaker is.

Registry:
    claims:
      flood: {title: People killed in the Ulmstead flood, values: [{value: ">40", source: Red Cross}]}
      homes: {title: Homes destroyed in the Ulmstead flood, values: [{value: 15012, source: Red Cross}]}

Flagged:
    The Ulmstead flood killed 40 people, the Red Cross said.

    Up to 15,012 homes were destroyed in the Ulmstead flood, the Red Cross said.

Silent:
    The Ulmstead flood killed at least 40 people, the Red Cross said.

    More than 15,000 homes were destroyed in the Ulmstead flood, the Red Cross said.

What to do: say of the figure what the registry says of it; once in an article is enough. A statement that is
unproven is told of by `disputed`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from math import inf

from factcheck.check.scope import Checked
from factcheck.check.verdict import quantity_of, value_agrees
from factcheck.check.whose import speakers
from factcheck.check.wording import Told, expected, finding, says
from factcheck.compare.agree import agree, interval
from factcheck.compare.series import current, first_day
from factcheck.language.lexicon import languages, load
from factcheck.language.words import folded
from factcheck.model import Claim, Finding, Mention, Quantity, Severity, Value

NAME = "hedge"
SEVERITY: Severity = "info"
KNOWN = {
    "at_least": "at least so much",
    "at_most": "at most so much",
    "nearly": "nearly so much",
    "about": "about so much",
    "range": "a range",
    "estimate": "an estimate",
}
"""What there is to say of a figure that is not plain."""


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding where an article first tells a figure too surely, and for each bound or range that is not
    the registry's."""
    told: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind == "quantity":
            told[mention.path, mention.claim].append(mention)
    for rows in told.values():
        claim, day = checked.of(rows[0])
        for mention, what, action in (*_surer(rows, claim, day), *_otherwise(rows, claim, day)):
            yield finding(NAME, SEVERITY, mention, Told(what, action), expected(claim, day))


Row = tuple[Mention, str, str]
"""A mention, what it does, and what to do about it."""


def _surer(rows: Sequence[Mention], claim: Claim, day: str) -> Iterator[Row]:
    """The first of an article's mentions of a claim that is plain where none of its values is, if none of the
    others says so."""
    if all(_sort(value) == "exact" for value in claim.values):
        return
    for mention in sorted(rows, key=_place):
        meant = _meant(mention, claim, day)
        if meant and all(_is_bare(mention, value, claim) for value in meant):
            if not any(map(_doubted, rows)):
                known = KNOWN[_sort(meant[-1])]
                yield mention, f"says {says(mention)} plainly", f"say that it is {known}"
            return


def _is_bare(mention: Mention, value: Value, claim: Claim) -> bool:
    """Whether a mention has the figure of a value without what goes with it. Another figure that agrees with
    a bound, 43 with more than 40, is somebody's who knows more; any within a range has lost its ends."""
    if value.quantity is None or _sort(value) == "exact":
        return False
    if value.quantity.high is not None:
        return True
    return agree(quantity_of(mention), replace(value.quantity, qualifier="exact"), claim.tolerance)


def _place(mention: Mention) -> tuple[bool, int]:
    """The text comes before its headline, which may be shorter."""
    return mention.headline, mention.start


def _otherwise(rows: Sequence[Mention], claim: Claim, day: str) -> Iterator[Row]:
    """The mentions that give a bound behind which no value lies, or a range of one, where none is plain."""
    bounds = [mention for mention in rows if _is_bound(quantity_of(mention))]
    if not bounds or any(_is_plain(quantity_of(mention)) for mention in rows):
        return
    for mention in bounds:
        meant = _meant(mention, claim, day)
        fair = _stressed(mention) or _tops(mention, claim)
        if meant and not fair and _beyond(quantity_of(mention), (*meant, *current(claim, day))):
            if all(_sort(value) == "exact" for value in meant):
                yield mention, f"says {says(mention)} of a plain figure", "give it plainly"
            else:
                yield mention, f"says {says(mention)}, which turns the bound round", "turn it back"


# --- what is meant --------------------------------------------------------------------------------


def _meant(mention: Mention, claim: Claim, day: str) -> list[Value]:
    """The values that a mention gives, where it is surely they: none of one in quoted words, and where
    somebody is said to say so, none but theirs."""
    if mention.verdict != "supported" or mention.quoted:
        return []
    begun = (value for value in claim.values if value.as_of is None or first_day(value.as_of) <= day)
    found = [value for value in begun if value_agrees(mention, value, claim.tolerance)]
    who = mention.attribution
    if who is None or who.status == "unsourced" or not any(value.source for value in found):
        return found
    named = speakers(who, claim)
    return [value for value in found if value.source in named]


def _sort(value: Value) -> str:
    """A key of KNOWN, or `exact`."""
    quantity = value.quantity
    if quantity is None or not _is_plain(quantity):
        return (
            "range" if quantity and quantity.high is not None else quantity.qualifier if quantity else "exact"
        )
    return "estimate" if value.source and _estimates(value.source.name) else "exact"


@lru_cache(maxsize=4096)
def _estimates(name: str) -> bool:
    return _says("estimates", name)


def _is_plain(quantity: Quantity) -> bool:
    return quantity.qualifier == "exact" and quantity.high is None and not quantity.coarse


def _is_bound(quantity: Quantity) -> bool:
    return quantity.high is not None or quantity.qualifier in ("at_least", "at_most", "nearly")


def _beyond(said: Quantity, values: Sequence[Value]) -> bool:
    """Whether no value lies behind a bound, on the side that it tells of; or whether a range is of one plain
    value."""
    if not all(value.quantity and value.quantity.unit in (said.unit, None) for value in values):
        return False
    if said.high is not None:
        return len({(_sort(value), value.quantity) for value in values}) == 1 and _sort(values[0]) == "exact"
    ends = [_ends(value) for value in values]
    if said.qualifier == "at_least":
        return all(high <= said.value for _, high in ends)
    return all(low >= said.value for low, _ in ends)


def _ends(value: Value) -> tuple[float, float]:
    """Between what a value lies, a bound's open end being open."""
    quantity, sort = value.quantity or Quantity(0), _sort(value)
    if sort == "estimate":
        return -inf, inf
    low, high = interval(quantity)
    return -inf if sort == "at_most" else low, inf if sort == "at_least" else high


# --- words ----------------------------------------------------------------------------------------


def _doubted(mention: Mention) -> bool:
    """Whether a mention is hedged, in its figure or anywhere in its sentence."""
    who = mention.attribution
    vague = who is not None and who.status == "vague"
    return vague or not _is_plain(quantity_of(mention)) or _says("doubts", mention.sentence)


def _stressed(mention: Mention) -> bool:
    """Whether a bound but stresses its figure: "no fewer than 312"."""
    return _says("stressed", mention.said)


def _tops(mention: Mention, claim: Claim) -> bool:
    """Whether a figure is told as the most of something, and the claim is just that: gusts of up to 90."""
    told = " ".join((claim.title, *claim.match))
    return quantity_of(mention).qualifier == "at_most" and _says("most", told)


def _says(kind: str, text: str) -> bool:
    """Whether a text has one of the words or phrases of a kind, in any language."""
    said = f" {' '.join(folded(text))} "
    return any(phrase in said for phrase in _phrases(kind))


@cache
def _phrases(kind: str) -> frozenset[str]:
    phrases = (phrase for code in languages() for phrase in load(code).words(f"hedging.{kind}"))
    return frozenset(f" {' '.join(folded(phrase))} " for phrase in phrases)
