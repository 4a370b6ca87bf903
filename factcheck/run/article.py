"""One article on its way through all stages: read, extract, match, check."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.check.article import Desk, line_starts
from factcheck.check.dated import Times
from factcheck.extract import asserted, furniture
from factcheck.extract.attribution.reader import Attributor
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.extract.sentences import split
from factcheck.extract.superseded import Turns, read_turns
from factcheck.language.detect import detect
from factcheck.language.lexicon import Lexicon, contrasts, languages, load
from factcheck.language.words import words
from factcheck.match.article import match_article
from factcheck.match.context import Surroundings, pointers
from factcheck.match.evidence import Sets
from factcheck.match.matcher import Matcher, matcher
from factcheck.match.result import Match
from factcheck.match.score import BARS
from factcheck.match.setting import Setting
from factcheck.match.terms import vocabulary
from factcheck.model import (
    Article,
    ArticleSummary,
    Claim,
    Confidence,
    Counts,
    Ignore,
    Mention,
    Registry,
    Sentence,
)
from factcheck.read.article import read_article
from factcheck.read.files import Excludes
from factcheck.registry.units import own_units
from factcheck.run.timing import Stopwatch

FALLBACK = "en"
"""The language of an article too short to tell."""


@dataclass(frozen=True)
class ScanOptions:
    """How to scan: a date and a language for articles that give none, how much doubt to tell of, the
    processes, what to leave out."""

    date: str | None = None
    language: str | None = None
    certainty: Confidence = "even"
    all_figures: bool = False
    jobs: int = 1
    stdin_name: str = "-"
    excludes: Excludes = field(default_factory=Excludes)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What one article came to."""

    summary: ArticleSummary
    mentions: tuple[Mention, ...]
    counts: Counts
    ignores: tuple[Ignore, ...] = ()


@dataclass
class Tools:
    """What is costly to build, built once from the registry and kept for every article."""

    registry: Registry
    options: ScanOptions
    watch: Stopwatch = field(default_factory=Stopwatch)
    _readers: dict[str, tuple[FigureReader, DateReader, Attributor]] = field(default_factory=dict)

    @cached_property
    def matcher(self) -> Matcher:
        """The registry's index."""
        return matcher(self.registry, Sets(*contrasts()))

    @cached_property
    def today(self) -> str:
        """The day that counts for an article to which nothing gives a date."""
        return datetime.date.today().isoformat()

    def readers(self, lexicon: Lexicon) -> tuple[FigureReader, DateReader, Attributor]:
        """What reads figures, dates and sources in a language."""
        if lexicon.code not in self._readers:
            attributor = Attributor(lexicon, self.registry.sources)
            figures = FigureReader.of_lexicon(lexicon, own_units(self.registry.claims))
            self._readers[lexicon.code] = (figures, DateReader(lexicon), attributor)
        return self._readers[lexicon.code]

    def matched(self, path: str, data: bytes) -> tuple[list[Match], Desk]:
        """One article read and matched, and the desk that judges its mentions. Raises ReadError."""
        article = read_article(path, data)
        self.watch.lap("read")
        text = words(article.prose)
        code = article.language or self.options.language or detect(text)
        lexicon = load(code if code in languages() else FALLBACK)
        article = self._dated(replace(article, language=lexicon.code))
        day = article.date or self.today
        read_figures, read_dates, attributor = self.readers(lexicon)
        sentences = furniture.mark(article, split(article, lexicon), text)
        read = read_figures.read(article.prose, text)
        figures = asserted.mark(article.prose, text, sentences, read, lexicon)
        dates = read_dates.read(article.prose, text, day) if self._any("date") else []
        spans = [(date.start, date.end) for date in dates]
        denied = asserted.denied(article.prose, text, sentences, spans, lexicon)
        dates = [date for date, told in zip(dates, denied, strict=True) if not told]
        around = Surroundings(article, sentences, text, vocabulary(lexicon.code), pointers(lexicon), figures)
        who = attributor.read(article, sentences, text).attribute
        self.watch.lap("extract")
        index = self.matcher
        self.watch.lap("index")
        matches = match_article(
            Setting(around, lexicon, index, day, who, BARS[self.options.certainty]), figures, dates
        )
        self.watch.lap("match")

        spans = [(figure.start, figure.end) for figure in figures]

        def times() -> Times:
            return Times(read_dates.periods(article.prose, text, day), spans, day)

        def turns() -> Turns:
            return read_turns(article.prose, text, spans, lexicon)

        lines = line_starts(article.text)
        return matches, Desk(article, sentences, self.claims, day, who, times, turns, lines)

    def _dated(self, article: Article) -> Article:
        """The article with the date that was given for those without."""
        given = self.options.date
        return article if article.date or not given else replace(article, date=given, date_from="option")

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.registry.claims}

    def _any(self, kind: str) -> bool:
        return any(claim.kind == kind for claim in self.registry.claims)

    def check(self, path: str, data: bytes) -> Checkup:
        """Everything that one article says of the registry's claims. Raises ReadError."""
        matches, desk = self.matched(path, data)
        kept = [
            match for match in matches if match.won or (self.options.all_figures and match.kind == "quantity")
        ]
        mentions = tuple(desk.mention(match) for match in kept)
        self.watch.lap("check")
        article = desk.article
        summary = ArticleSummary(
            path,
            article.title,
            article.date,
            article.language or "",
            len(desk.sentences),
            desk.day,
            article.date_from,
        )
        return Checkup(summary, mentions, _counts(matches, desk.sentences), article.ignores)


def _counts(matches: Sequence[Match], sentences: Sequence[Sentence]) -> Counts:
    figures = [match for match in matches if match.kind == "quantity"]
    given = [match for match in figures if match.won]
    matched = sum(match.certainty == "sure" for match in given)
    dates = sum(match.kind == "date" for match in matches)
    furniture_ones = sum(sentences[match.sentence].furniture for match in figures)
    return Counts(
        figures=len(figures),
        dates=dates,
        matched=matched,
        possible=len(given) - matched,
        unmatched=len(figures) - len(given),
        furniture=furniture_ones,
    )
