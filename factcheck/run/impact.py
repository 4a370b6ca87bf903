"""What a change of the registry does to articles: which of their mentions become wrong, outdated or right by
it.

The articles are scanned with the registry as it was and as it is. What a mention is, is what a scan shows of
it: a comment that ignores a finding, or a severity that is off, keeps a mention from becoming wrong.

A figure is found to be about a claim by its agreeing with it, too. So where nothing but a claim's values has
changed, a figure that was surely about it still is, and one that is surely about it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.check.verdict import judge
from factcheck.check.wording import expected
from factcheck.compare.series import first_day
from factcheck.model import ArticleSummary, Claim, Mention, Registry, Report, Span
from factcheck.run.changed import changed
from factcheck.run.scan import Scan
from factcheck.run.shown import ALONE, Bench
from factcheck.show.selection import Policy

State = Literal["wrong", "outdated", "disputed", "possible", "right", "unchecked"]
"""What a mention is: `possible` tells one that may be about a claim, `unchecked` one that is about none, or
of which nothing is shown."""
STATES: tuple[State, ...] = ("wrong", "outdated", "disputed", "possible", "right", "unchecked")
"""In the order in which they are told."""
_OF_RULES: Mapping[str, State] = {
    "discrepancy": "wrong",
    "outdated": "outdated",
    "disputed": "disputed",
    "possible": "possible",
}
Key = tuple[str, Span, str]
Claims = Mapping[str, Claim]


@dataclass(frozen=True, slots=True)
class Turn:
    """A mention whose state is another by the change: the article, what the mention was and what it becomes,
    its claim, and what the registry said and says of that on the article's day (empty where it is not
    there)."""

    article: ArticleSummary
    mention: Mention
    claim: str
    was: State
    becomes: State
    said: str
    says: str


@dataclass(frozen=True, slots=True)
class Impact:
    """The turns, the gravest first; how many articles were looked at, and what could not be."""

    turns: tuple[Turn, ...]
    articles: int
    errors: tuple[str, ...] = ()


def impact(before: Registry, scan: Scan, policy: Policy, claims: Collection[str] = ()) -> Impact:
    """What becomes of the articles that are scanned, against a registry as it is now, by the change that made
    it of the one `before`; only of some claims, if some are named, by their ids.

    Where that is a change of values, only those articles are scanned with both that it may reach."""
    found = changed(before, scan)
    both = (before, found.then), (scan.registry, found.now)
    reports = [Bench(registry, policy, scan.today).report(rows, ALONE) for registry, rows in both]
    articles = {article.path: article for report in reports for article in report.articles}
    old, new = map(_states, reports)
    series = _by_id(before), _by_id(scan.registry)
    pairs = (
        pair for key in dict.fromkeys((*new, *old)) for pair in _pairs(old.get(key, []), new.get(key, []))
    )
    told = [_turn(pair, articles, series) for pair in pairs]
    turns = [turn for turn in told if turn.was != turn.becomes and (not claims or turn.claim in claims)]
    order = {path: place for place, path in enumerate(articles)}
    turns.sort(key=lambda turn: (STATES.index(turn.becomes), order[turn.mention.path], turn.mention.at))
    return Impact(tuple(turns), found.articles, found.errors)


def _by_id(registry: Registry) -> Claims:
    return {claim.id: claim for claim in registry.claims}


Known = tuple[Mention | None, State]


def _states(report: Report) -> dict[Key, list[Known]]:
    """What the mentions of a report are, by where they stand."""
    told = {
        (_key(one.mention), one.claim): _OF_RULES[one.rule]
        for one in report.findings
        if one.mention and one.rule in _OF_RULES
    }
    found: dict[Key, list[Known]] = defaultdict(list)
    for mention in report.mentions:
        right: State = (
            "right" if mention.verdict == "supported" and mention.certainty == "sure" else "unchecked"
        )
        found[_key(mention)].append((mention, told.get((_key(mention), mention.claim or ""), right)))
    return found


def _key(mention: Mention) -> Key:
    return mention.path, mention.at, mention.kind


def _pairs(old: Sequence[Known], new: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """What stood at one place before and after: of one claim first, then what changed its claim."""
    left = list(old)
    rest: list[Known] = []
    for now in new:
        same = next((then for then in left if _claim(then) == _claim(now)), None)
        if same is None:
            rest.append(now)
        else:
            left.remove(same)
            yield same, now
    nothing: Known = (None, "unchecked")
    for number in range(max(len(left), len(rest))):
        yield (
            (left[number] if number < len(left) else nothing),
            (rest[number] if number < len(rest) else nothing),
        )


def _claim(known: Known) -> str:
    return (known[0].claim or "") if known[0] else ""


def _turn(
    pair: tuple[Known, Known], articles: Mapping[str, ArticleSummary], series: tuple[Claims, Claims]
) -> Turn:
    (then, was), (now, becomes) = pair
    mention = now or then
    assert mention is not None
    article = articles[mention.path]
    if _lost(then, now, series):
        was, becomes = (was, _judged(then, series[1], article.day)) if then else (was, becomes)
    elif _lost(now, then, series):
        was, becomes = (_judged(now, series[0], article.day), becomes) if now else (was, becomes)
    about = mention if _sure(now) or not _sure(then) else then
    key = (about.claim if about else "") or ""
    said, says = (expected(claims[key], article.day) if key in claims else "" for claims in series)
    return Turn(article, mention, key, was, becomes, said, says)


def _sure(mention: Mention | None) -> bool:
    return mention is not None and mention.certainty == "sure"


def _lost(one: Mention | None, other: Mention | None, series: tuple[Claims, Claims]) -> bool:
    """Whether a mention is surely about a claim in but one of two scans, though nothing but the claim's
    values tells the registries apart."""
    if one is None or not _sure(one) or _sure(other) or (other and other.claim != one.claim):
        return False
    then, now = (claims.get(one.claim or "") for claims in series)
    return bool(then and now and replace(then, values=()) == replace(now, values=()))


def _judged(mention: Mention, claims: Claims, day: str) -> State:
    """What a mention is by the claim as another registry has it."""
    verdict = judge(mention, claims[mention.claim or ""], day, mention.attribution, mention.periods)
    return _OF_RULES.get(verdict, "right")


def before_newest(registry: Registry, claims: Collection[str]) -> Registry:
    """The registry as it was before some claims got their newest values: those of the newest `as_of`, or
    where none is dated the last one. A claim that has no other was not there."""
    kept = [_earlier(claim) if claim.id in claims else claim for claim in registry.claims]
    there = [claim for claim in kept if claim]
    ids = {claim.id for claim in there}
    parted = (claim if claim.part_of in ids else replace(claim, part_of=None) for claim in there)
    return replace(registry, claims=tuple(parted))


def _earlier(claim: Claim) -> Claim | None:
    days = [first_day(value.as_of) if value.as_of else "" for value in claim.values]
    newest = max(days, default="")
    dated = tuple(value for value, day in zip(claim.values, days, strict=True) if day != newest)
    values = dated if newest else claim.values[:-1]
    return replace(claim, values=values) if values and claim.kind != "statement" else None
