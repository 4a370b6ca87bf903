"""How one line of an article was read, matched and judged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.check.article import Desk
from factcheck.check.before import told_before
from factcheck.check.explain import explained
from factcheck.errors import ReadError
from factcheck.match.article import match_article
from factcheck.match.explain import Explained, Explanation
from factcheck.match.names import lost as lost_names
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.statements import REPEATS
from factcheck.match.statements import lost as lost_statement
from factcheck.model import DateReading, Registry, Span
from factcheck.read.addresses import shown
from factcheck.read.article import one_article, parted
from factcheck.read.limits import within
from factcheck.read.load import load as read_file
from factcheck.run.article import ScanOptions, Tools

_NUMBER = re.compile(r"\d(?:[\d.,:'’\s]*\d)?")
_LITTLE = 0.5
"""How much of what it takes to repeat a statement a sentence must say to be told of at all."""


def explain(path: str, line: int, registry: Registry, options: ScanOptions | None = None) -> Explanation:
    """How every figure, date, name and statement of one line (from 1) was read, matched and judged.

    Raises ReadError where the article cannot be read or has no such line.
    """
    options = options or ScanOptions()
    limits = options.reading.limits
    with within(limits, shown(path)):
        return _explained(shown(path), line, registry, read_file(parted(path)[0], limits), options)


def _explained(path: str, line: int, registry: Registry, data: bytes, options: ScanOptions) -> Explanation:
    article = one_article(path, data, options.reading)
    setting, dates, desk = Tools(registry, options).set_out(article)
    last = len(desk.article.places.lines)
    if not 1 <= line <= last:
        raise ReadError(f"{path}: has no line {line} (the last is {last})")
    kinds = {claim.kind for claim in registry.claims}
    matches = match_article(setting, setting.around.figures, dates if "date" in kinds else [])
    taken: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.won and match.certainty == "sure":
            taken[match.sentence].add(match.won.claim)
    span = desk.article.places.of_line(line)
    here = [match for match in matches if _starts_in(match, span) or _covers(match, span)]
    here += _lost(setting, desk, span, here, dates)
    rows = _sorted(here)
    mentions = told_before([desk.mention(match) for match in rows], desk.day)
    told = [
        explained(match, mention, desk, setting, taken[match.sentence])
        for match, mention in zip(rows, mentions, strict=True)
    ]
    return Explanation(path, line, tuple(told), _unread(desk, line, told, dates))


def _starts_in(match: Match, span: Span) -> bool:
    return span[0] <= match.start < span[1]


def _covers(match: Match, span: Span) -> bool:
    """Whether a statement's sentence goes on in a line."""
    return match.kind == "statement" and match.start < span[1] and span[0] < match.end


def _sorted(matches: Sequence[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (match.start, match.end, match.kind))


def _lost(
    setting: Setting, desk: Desk, span: Span, here: Sequence[Match], dates: Sequence[DateReading]
) -> Iterator[Match]:
    """The dates, names and sentences of a line that no claim got, with what kept the claims away."""
    known = {(match.kind, match.start) for match in here}
    named = {match.won.claim for match in here if match.won and match.kind == "name"}
    for number, sentence in enumerate(desk.sentences):
        if sentence.start < span[1] and span[0] < sentence.end and not sentence.furniture:
            for match in (*_dates(setting, number, dates), *lost_names(setting, number)):
                stranger = bool(match.weighed) and all(row.claim in named for row in match.weighed)
                if _starts_in(match, span) and (match.kind, match.start) not in known and not stranger:
                    yield match
            stated = lost_statement(setting, number)
            near = stated and stated.weighed[0].score >= _LITTLE * REPEATS
            if stated and near and ("statement", stated.start) not in known:
                yield stated


def _dates(setting: Setting, number: int, dates: Sequence[DateReading]) -> Iterator[Match]:
    """The dates of a sentence as readings that no claim was weighed for."""
    start, end = setting.span(number)
    if setting.matcher.dates.entries:
        for date in dates:
            if start <= date.start < end:
                clause = setting.clause(number, date.start)
                yield Match("date", date.start, date.end, number, clause, date, None)


# --- why nothing was read --------------------------------------------------------------------------


def _unread(desk: Desk, line: int, told: Sequence[Explained], dates: Sequence[DateReading]) -> str:
    """Why a line has no reading, or which of its numbers are none."""
    places = desk.article.places
    span = places.of_line(line)
    if not desk.article.text[slice(*span)].strip():
        if places.is_empty(line):
            return "the line is empty"
        return (
            "the line is no text of the article: front matter, code, a comment or markup, which is not read"
        )
    if told == [] and _furniture(desk, span):
        return (
            "the line is page furniture (a menu, a byline, a counter, a related link), which is not checked"
        )
    taken = [(row.mention.outer[0], row.mention.outer[1]) for row in told if row.mention.kind != "statement"]
    taken += [(date.start, date.end) for date in dates]
    numbers = (match for match in _NUMBER.finditer(desk.article.text, *span) if not _in(match.span(), taken))
    listed = ", ".join(f"“{' '.join(match.group().split())}”" for match in numbers)
    reason = "a part of a name, a label, a time, a score, or only marked up so"
    if listed:
        return f"not read as a figure: {listed} ({reason})"
    if told:
        return ""
    return "the line has no figure, and no date, name or statement that a claim of the registry is near to"


def _furniture(desk: Desk, span: Span) -> bool:
    here = [sentence for sentence in desk.sentences if sentence.start < span[1] and span[0] < sentence.end]
    return bool(here) and all(sentence.furniture for sentence in here)


def _in(number: Span, taken: Sequence[Span]) -> bool:
    return any(start < number[1] and number[0] < end for start, end in taken)
