"""Dates given to claims of kind `date`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.compare.agree import dates_agree
from factcheck.match.assign import clues, possible, weigh
from factcheck.match.context import Context
from factcheck.match.evidence import Evidence, Sets, set_apart, told
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry
from factcheck.match.result import Match
from factcheck.match.score import DATES, Bars
from factcheck.match.setting import Setting
from factcheck.match.terms import countries
from factcheck.model import Certainty, DateReading


@dataclass(frozen=True, slots=True)
class Dated:
    """A date's match with its ISO form."""

    iso: str
    match: Match


def matches(setting: Setting, number: int, dates: Sequence[DateReading]) -> Iterator[Match]:
    """What becomes of the dates of a sentence: of those that differ, the best one tells a claim's day."""
    entries = setting.candidates(number, setting.matcher.dates) if dates else []
    every = ((date, _competing(setting, date, entries)) for date in dates)
    found = [Dated(date.iso, _match(setting, number, date, those)) for date, those in every if those]
    for dated in found:
        yield dated.match if _best(dated, found) else replace(dated.match, won=None)


def _competing(setting: Setting, date: DateReading, entries: Sequence[Entry]) -> list[Entry]:
    """The claims that the sentence suggests, and those of this very day."""
    known = {entry.claim.id for entry in entries}
    return [*entries, *(entry for entry in setting.of_day(date.iso) if entry.claim.id not in known)]


def _match(setting: Setting, number: int, date: DateReading, entries: Sequence[Entry]) -> Match:
    clause = setting.clause(number, date.start)
    context = setting.context(number, clause, date.start)

    def found(entry: Entry) -> Evidence:
        return evidence(date.iso, entry, context, setting.matcher.sets)

    weighed = weigh(clues(entries, clause, setting, found), DATES)
    won, certainty = _winner(weighed, setting.bars)
    return Match("date", date.start, date.end, number, clause, date, won, weighed, certainty)


def _winner(weighed: Sequence[Weighed], bars: Bars) -> tuple[Weighed | None, Certainty]:
    """The claim that gets a date, and how surely; None for nobody."""
    best = weighed[0] if weighed else None
    if best and best.score >= (bars.agreeing if best.agrees else bars.sure):
        return best, "sure"
    return possible(weighed, bars), "possible"


def _best(dated: Dated, others: Sequence[Dated]) -> bool:
    won = dated.match.won
    return won is not None and not any(
        other.match.won
        and other.match.won.claim == won.claim
        and other.match.won.score > won.score
        and not dates_agree(other.iso, dated.iso)
        for other in others
    )


def evidence(iso: str, entry: Entry, context: Context, sets: Sets) -> Evidence:
    """Every clue, by name; `iso` is the date as precise as it was read."""
    values = [value.date for value in entry.claim.values if value.date]
    agrees = any(dates_agree(iso, value) for value in values)
    here, said = countries(context.clause), told(entry, context)
    return {
        "clause": said.clause,
        "sentence": said.sentence,
        "context": said.whole,
        "mass": said.mass,
        "agrees": 1.0 if agrees else 0.0,
        "one part differs": 1.0 if not agrees and any(_one_part(iso, value) for value in values) else 0.0,
        "year alone": 1.0 if len(iso) == 4 else 0.0,
        "other country": 1.0 if here and entry.countries and not here & entry.countries else 0.0,
        "set apart": set_apart(context.clause, entry, sets),
    }


def _one_part(one: str, other: str) -> bool:
    """Whether two dates differ in one part: the day, the month or the year."""
    return sum(a != b for a, b in zip(one.split("-"), other.split("-"), strict=False)) == 1
