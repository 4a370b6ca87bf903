"""Dates given to claims of kind `date`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.compare.agree import dates_agree
from factcheck.match.assign import clues, possible, weigh
from factcheck.match.context import Context
from factcheck.match.evidence import Sets, coverage, set_apart, told
from factcheck.match.explain import Weighed
from factcheck.match.index import FLOOR, Entry
from factcheck.match.result import Match
from factcheck.match.score import DATES, Bars
from factcheck.match.series import Evidence
from factcheck.match.setting import Setting
from factcheck.match.terms import countries
from factcheck.model import Certainty, DateReading

PLAIN, SLIPPED = 0.6, 0.45
"""How much of a claim a clause must say for a date in it to differ surely from the claim's, and for a day
that is the claim's but for one part."""
DATELINE = 60
"""How many characters into an article's first sentence its dateline's date may start."""
_BESIDE = re.compile(r"(?:\s*[^\W\d_]+){0,2}\s*")  # "earlier in", and nothing at all
_CLOSES = re.compile(r"\)?\s*[–—-]+\s|\)\s+[^\W\d_a-zà-ÿ]")
PLAINLY, TELLING = 0.99, 1.0
"""How much of a claim a clause must say, and how much that must tell, for a year alone to be the claim's, and
for a day that has nothing of the claim's."""
DAY = len("2025-01-01")


class Dated(NamedTuple):
    """A date's match with its ISO form."""

    iso: str
    match: Match


def matches(setting: Setting, number: int, dates: Sequence[DateReading]) -> Iterator[Match]:
    """What becomes of the dates of a sentence: of those that differ, the best one tells a claim's day."""
    dates = [date for date in dates if not datelined(setting, number, date)]
    entries = setting.candidates(number, setting.matcher.dates) if dates else []
    every = ((date, _competing(setting, date, entries)) for date in dates)
    found = [Dated(date.iso, _match(setting, number, date, those)) for date, those in every if those]
    for dated in found:
        yield dated.match if _best(dated, found) else replace(dated.match, won=None)


def datelined(setting: Setting, number: int, date: DateReading) -> bool:
    """Whether a date is the text's own, before its first sentence: "ROME, 4 March 2025 – The …"."""
    near = date.start - setting.span(number)[0] < DATELINE
    return (
        near and _CLOSES.match(setting.around.article.text, date.end) is not None and _first(setting, number)
    )


def _first(setting: Setting, number: int) -> bool:
    """Whether a sentence is the first below the headline."""
    sentences, blocks = setting.around.sentences, setting.around.article.blocks
    return all(
        sentence.furniture or blocks[sentence.block].kind in ("title", "heading", "caption")
        for sentence in sentences[:number]
    )


def _competing(setting: Setting, date: DateReading, entries: Sequence[Entry]) -> list[Entry]:
    """The claims that the sentence suggests, and those of this very day."""
    known = {entry.claim.id for entry in entries}
    return [*entries, *(entry for entry in setting.of_day(date.iso) if entry.claim.id not in known)]


def _match(setting: Setting, number: int, date: DateReading, entries: Sequence[Entry]) -> Match:
    clause = setting.clause(number, date.start)
    context = setting.context(number, clause, date.start)

    said = saying(setting, number, date)

    def found(entry: Entry) -> Evidence | str:
        if said and coverage(entry, said) < FLOOR and not _of_day(date.iso, entry):
            return "it dates who says so"
        alone = setting.subject.alone.get(entry.claim.id, 0.0)
        return evidence(date, entry, context, setting.matcher.sets, alone)

    weighed = weigh(clues(entries, clause, setting, found), DATES)
    won, certainty = _winner(weighed, setting.bars)
    if date.until and won and not won.agrees:  # what lasts until then happened at another time
        won = None
    return Match("date", date.start, date.end, number, clause, date, won, weighed, certainty)


def saying(setting: Setting, number: int, date: DateReading) -> Mapping[str, float]:
    """The keys of what says who says so, where a date is a part of that or stands right behind it: "the
    harbour board reported in August"."""
    who = setting.attribute(number, (date.start, date.end))
    if who.start is None or who.end is None or date.start < who.start:
        return {}
    between = setting.around.article.text[who.end : date.start]
    close = _BESIDE.fullmatch(between) is not None
    return dict.fromkeys(setting.around.keys((who.start, who.end)), 1.0) if close else {}


def _of_day(iso: str, entry: Entry) -> bool:
    """Whether a date is the very day of a claim."""
    return len(iso) == DAY and any(value.date == iso for value in entry.claim.values)


def _winner(weighed: Sequence[Weighed], bars: Bars) -> tuple[Weighed | None, Certainty]:
    """The claim that gets a date, and how surely; None for nobody."""
    best = weighed[0] if weighed else None
    if best and best.score >= bars.enough(best) and _plain(best):
        return best, "sure"
    return possible(weighed, bars), "possible"


def _plain(row: Weighed) -> bool:
    """Whether a date agrees, or its clause is plain enough to hold one that differs against the claim."""
    gains = dict(row.parts)
    enough = SLIPPED if "a slip of the day" in gains else PLAIN
    return row.agrees or gains.get("clause", 0.0) >= enough * DATES[1]["clause"]


def _best(dated: Dated, others: Sequence[Dated]) -> bool:
    won = dated.match.won
    return won is not None and not any(
        other.match.won
        and other.match.won.claim == won.claim
        and other.match.won.score > won.score
        and not dates_agree(other.iso, dated.iso)
        for other in others
    )


def evidence(date: DateReading, entry: Entry, context: Context, sets: Sets, alone: float = 0.0) -> Evidence:
    """Every clue, by name; `alone` is how little the article says of what goes with the claim."""
    iso = date.iso
    values = [value.date for value in entry.claim.values if value.date]
    agrees = any(dates_agree(iso, value) for value in values)
    here, said = countries(context.clause), told(entry, context)
    plainly = said.clause >= PLAINLY and said.mass >= TELLING
    slips = {min(len(iso), len(value)) for value in values if not agrees and _one_part(iso, value)}
    return {
        "clause": said.clause,
        "sentence": said.sentence,
        "context": said.whole,
        "mass": said.mass,
        "agrees": 1.0 if agrees else 0.0,
        "one part differs": 1.0 if slips else 0.0,
        "a slip of the day": 1.0 if DAY in slips else 0.0,
        "another day plainly told": 1.0 if plainly and len(iso) == DAY and not agrees and not slips else 0.0,
        "alone": alone,
        "year alone": 1.0 if len(iso) == 4 else 0.0,
        "year plainly told": 1.0 if plainly and len(iso) == 4 and not date.loose else 0.0,
        "other country": 1.0 if here and entry.countries and not here & entry.countries else 0.0,
        "set apart": set_apart(context.clause, entry, sets),
    }


def _one_part(one: str, other: str) -> bool:
    """Whether two dates differ in one part: the day, the month or the year."""
    return sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=False)) == 1
