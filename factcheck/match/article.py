"""One article against the registry: which claim gets each of its figures, dates, names and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.extract.entries import Entries, read_entries
from factcheck.match import dates as dating
from factcheck.match import figures as counting
from factcheck.match import names as naming
from factcheck.match import statements as stating
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.model import DateReading, Figure, Span


def match_article(setting: Setting, figures: Sequence[Figure], dates: Sequence[DateReading]) -> list[Match]:
    """Every figure of the article, furniture's too, and the dates, names and sentences of a claim, in order.

    `figures` and `dates` are sorted by where they start."""
    found = [*_of_furniture(setting, figures), *counting.matches(setting, _of_prose(setting, figures))]
    starts = [date.start for date in dates]
    for number, sentence in enumerate(setting.around.sentences):
        if not sentence.furniture:
            here = [dates[at] for at in _within(starts, setting.span(number))]
            found += dating.matches(setting, number, here)
            found += naming.matches(setting, number)
            found += stating.matches(setting, number)
    current = _current(found, read_entries(setting.around.article))
    return sorted(current, key=lambda match: (match.start, match.end, match.kind))


def _current(matches: Sequence[Match], entries: Entries) -> Iterator[Match]:
    """The matches of a live page, less the claims of figures that a newer entry has replaced."""
    newest: dict[str, int] = {}
    ages = [entries.age(match.start) for match in matches]
    for match, age in zip(matches, ages, strict=True):
        if match.won and age is not None:
            newest[match.won.claim] = min(age, newest.get(match.won.claim, age))
    for match, age in zip(matches, ages, strict=True):
        replaced = match.won and age is not None and age > newest[match.won.claim]
        yield replace(match, won=None) if replaced and not _holds(match) else match


def _holds(match: Match) -> bool:
    """Whether a reading is no figure, or one that agrees with a current value of its claim."""
    return match.kind != "quantity" or bool(
        match.won and any(name == "agrees" for name, _ in match.won.parts)
    )


def _of_furniture(setting: Setting, figures: Sequence[Figure]) -> Iterator[Match]:
    for number, here in _by_sentence(setting, figures):
        if setting.around.sentences[number].furniture:
            span = setting.span(number)
            yield from (Match("quantity", f.start, f.end, number, span, f, None) for f in here)


def _of_prose(setting: Setting, figures: Sequence[Figure]) -> list[tuple[int, Sequence[Figure]]]:
    rows = _by_sentence(setting, figures)
    return [(number, here) for number, here in rows if not setting.around.sentences[number].furniture]


def _by_sentence(setting: Setting, figures: Sequence[Figure]) -> Iterator[tuple[int, Sequence[Figure]]]:
    starts = [figure.start for figure in figures]
    for number in range(len(setting.around.sentences)):
        within = _within(starts, setting.span(number))
        if within:
            yield number, [figures[at] for at in within]


def _within(starts: Sequence[int], span: Span) -> range:
    return range(bisect_left(starts, span[0]), bisect_left(starts, span[1]))
