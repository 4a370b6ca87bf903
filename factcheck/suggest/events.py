"""Events that articles tell with their dates: which readings may be one, and which are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from factcheck.check.article import Desk
from factcheck.compare.agree import dates_agree
from factcheck.match.context import FADE
from factcheck.match.dates import datelined, saying
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.model import DateReading
from factcheck.suggest.alike import Corpus, Evidence, cosine, dice
from factcheck.suggest.facts import Said, said
from factcheck.suggest.groups import Pairs, merged

MONTH = len("2025-01")
"""A year alone dates too much to be an event's."""
ENOUGH = 0.75
"""How likely, in logits, two dates must be of one event: a date has less to tell it by than a figure."""
BIAS = -1.97
WEIGHTS: Evidence = {
    "words": 1.39,
    "words in common": 1.26,
    "sentence": 0.63,
    "agree": 1.03,
    "agree on the day": 1.25,
    "same article": -0.81,
}
"""Logistic regression on the topics of tests/gold/dev, by `python -m benchmarks.suggest --fit`."""


@dataclass(frozen=True, slots=True)
class Event(Said):
    """Something that an article tells with its date, ISO, as precise as it is told."""

    date: str


def events(
    setting: Setting, desk: Desk, dates: Sequence[DateReading], taken: Collection[int]
) -> Iterator[Event]:
    """The events of an article's prose, but for the dates that start where one is `taken` by a claim."""
    for number, sentence in enumerate(desk.sentences):
        if sentence.furniture or desk.article.blocks[sentence.block].kind == "row":
            continue
        for date in (date for date in dates if sentence.start <= date.start < sentence.end):
            if date.start not in taken and _tells(setting, number, date):
                clause = setting.clause(number, date.start)
                yield event(Match("date", date.start, date.end, number, clause, date, None), setting, desk)


def _tells(setting: Setting, number: int, date: DateReading) -> bool:
    """Whether a date may be an event's: not when something was said or written, or how much there was."""
    if date.until or date.loose or len(date.iso) < MONTH:
        return False
    if datelined(setting, number, date) or saying(setting, number, date):
        return False
    low, high = setting.clause(number, date.start)
    counted = any(low <= figure.start < high for figure in setting.around.figures)
    return len(date.iso) > MONTH or not counted


def event(match: Match, setting: Setting, desk: Desk) -> Event:
    """What an article tells with a date, of a match that is one."""
    assert isinstance(match.reading, DateReading)
    one = said(match, setting, desk)
    near: dict[str, float] = {}
    for word in (word for word in one.words if not word.apart):
        for key in word.keys:
            near[key] = max(near.get(key, 0.0), exp(-abs(word.away) / FADE))
    return Event(one.mention, one.language, near, one.words, frozenset(near), one.around, match.reading.iso)


def together(found: Sequence[Event], corpus: Corpus) -> list[list[Said]]:
    """The dates by event; how much each key tells is the corpus's to say."""
    pairs: Pairs = {number: {} for number in range(len(found))}
    for one, other in combinations(range(len(found)), 2):
        if not found[one].near.keys().isdisjoint(found[other].near):
            pairs[one][other] = pairs[other][one] = likely(found[one], found[other], corpus)
    return [[found[number] for number in group] for group in merged(pairs, len(found), ENOUGH)]


def likely(one: Event, other: Event, corpus: Corpus) -> float:
    """How likely two dates are of one event, in logits."""
    clues = evidence(one, other, corpus)
    return BIAS + sum(weight * clues[name] for name, weight in WEIGHTS.items())


def evidence(one: Event, other: Event, corpus: Corpus) -> Mapping[str, float]:
    """Every clue for and against two dates being of one event, by name."""
    common = corpus.shared(one, other)
    mine, theirs = ({key: near for key, near in event.near.items() if common is None or key in common}
                    for event in (one, other))  # fmt: skip
    agree = dates_agree(one.date, other.date)
    return {
        "words": cosine(mine, theirs, corpus.weights),
        "words in common": min(10.0, corpus.weight(mine.keys() & theirs.keys())) / 5,
        "sentence": dice({*mine}, {*theirs}, corpus),
        "agree": float(agree),
        "agree on the day": float(agree and min(len(one.date), len(other.date)) > MONTH),
        "same article": float(one.mention.path == other.mention.path),
    }
