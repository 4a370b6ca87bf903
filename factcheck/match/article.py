"""One article against the registry: which claim gets each of its figures, dates, names and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

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
    return sorted(found, key=lambda match: (match.start, match.end, match.kind))


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
