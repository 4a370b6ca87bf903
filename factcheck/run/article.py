"""One article on its way through all stages: read, extract, match, check."""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from factcheck.cache import Cache
from factcheck.check.arithmetic.numbers import Reckoning
from factcheck.check.arithmetic.reader import lines_of, reckonings
from factcheck.check.article import Desk
from factcheck.check.before import told_before
from factcheck.check.chronology.reader import out_of_order
from factcheck.check.near import misses
from factcheck.collector import collector_paused
from factcheck.extract import asserted, furniture
from factcheck.extract.bearers import Bearer, bearers
from factcheck.extract.columns import measured
from factcheck.extract.dates.reader import Period
from factcheck.extract.sentences import split
from factcheck.extract.superseded import Turns, read_turns
from factcheck.language.lexicon import Lexicon, contrasts
from factcheck.language.words import Words, words
from factcheck.match.about import Subjects
from factcheck.match.article import match_article
from factcheck.match.context import Surroundings, pointers
from factcheck.match.evidence import Sets
from factcheck.match.kept import ready
from factcheck.match.matcher import Matcher
from factcheck.match.result import Match
from factcheck.match.score import BARS
from factcheck.match.setting import Setting
from factcheck.match.terms import vocabulary
from factcheck.match.times import Times
from factcheck.match.values import leads
from factcheck.model import (
    Article,
    ArticleSummary,
    Aside,
    Attribution,
    Block,
    Claim,
    Confidence,
    Counts,
    DateReading,
    Figure,
    Holder,
    Ignore,
    Mention,
    Miss,
    Registry,
    Sentence,
    Span,
    Sum,
)
from factcheck.read.article import read_articles
from factcheck.read.files import Excludes
from factcheck.read.formats import Reading
from factcheck.recent import FEW
from factcheck.registry.units import own_units
from factcheck.run.passages import passages
from factcheck.run.readers import Readers, by_block
from factcheck.run.timing import Stopwatch, today
from factcheck.run.tongues import Part, Tongues, tongues
from factcheck.run.unchecked import furniture as left_aside
from factcheck.run.unchecked import phrase_languages, with_doubts

Read = TypeVar("Read", Figure, DateReading, Period)

Matched = tuple[list[Match], Setting, Desk]
"""What came of matching an article, its setting, and the desk that judges it."""


@dataclass(frozen=True)
class ScanOptions:
    """How to scan: a date and a language for articles that give none, how much doubt to tell of, the
    processes (None: as many as pay), what to leave out, the claims of which near misses are told,
    by id, how files are read, whether the report is to hold the articles' `passages`, and where what was
    found is kept (nowhere)."""

    date: str | None = None
    language: str | None = None
    certainty: Confidence = "even"
    all_figures: bool = False
    jobs: int | None = 1
    stdin_name: str = "-"
    excludes: Excludes = field(default_factory=Excludes)
    near: tuple[str, ...] = ()
    reading: Reading = field(default_factory=Reading)
    passages: bool = False
    cache: Cache = field(default_factory=Cache)


@dataclass(frozen=True, slots=True)
class Checkup:
    """What one article came to. That may change with the values of the claims that were `weighed`, by id, and
    where a value becomes or was one of those to which its figures or days lead (see `match.values.leads`);
    with no other value of the registry."""

    summary: ArticleSummary
    mentions: tuple[Mention, ...]
    counts: Counts
    ignores: tuple[Ignore, ...] = ()
    near: tuple[Miss, ...] = ()
    asides: tuple[Aside, ...] = ()
    sums: tuple[Sum, ...] = ()
    orders: tuple[Sum, ...] = ()
    holders: tuple[Holder, ...] = ()
    weighed: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()


@dataclass
class Tools:
    """What is costly to build, built once from the registry and kept for every article; and the day that
    counts for one to which nothing gives a date. Of so many sentences and blocks it is `kept` what they were
    read as: that pays where articles are checked again and again."""

    registry: Registry
    options: ScanOptions
    watch: Stopwatch = field(default_factory=Stopwatch)
    today: str = field(default_factory=today)
    kept: int = FEW
    _readers: dict[str, Readers] = field(default_factory=dict)

    @cached_property
    def matcher(self) -> Matcher:
        """The registry's index."""
        return self._ready[0]

    @cached_property
    def subjects(self) -> Subjects:
        """What goes together in the registry."""
        return self._ready[1]

    @cached_property
    def _ready(self) -> tuple[Matcher, Subjects]:
        """It stays, so that the collector need not look at it again."""
        with collector_paused():
            found = ready(self.registry, Sets(*contrasts()), self.options.cache)
            gc.freeze()
        return found

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The languages of the registry's phrases."""
        _ = self._ready  # it may know the phrases already
        return phrase_languages(self.registry)

    def readers(self, lexicon: Lexicon) -> Readers:
        """What reads figures, dates and sources in a language."""
        if lexicon.code not in self._readers:
            own = own_units(self.registry.claims)
            self._readers[lexicon.code] = Readers(lexicon, self.registry.sources, own, self.kept)
        return self._readers[lexicon.code]

    def read(self, path: str, data: bytes) -> Iterator[Article]:
        """The articles of a file. Raises ReadError."""
        yield from read_articles(path, data, self.options.reading)

    def matched(self, article: Article) -> Matched:
        """An article matched, its setting, and the desk that judges it."""
        setting, dates, desk = self.set_out(article)
        matches = match_article(setting, setting.around.figures, dates if self.matcher.dates.entries else [])
        self.watch.lap("match")
        return matches, setting, desk

    def set_out(self, article: Article) -> tuple[Setting, list[DateReading], Desk]:
        """An article ready to be matched, with its dates and its desk."""
        self.watch.lap("read")
        text = words(article.text)
        said = tongues(article, text, self.options.language)
        lexicon, parts = said.main, said.parts(article.text, text)
        article = self._dated(replace(with_doubts(article, said, self.spoken), language=lexicon.code))
        day = article.date or self.today
        sentences = furniture.mark(article, _sentences(article, said), text)
        dates = _merged(self._dates(part, article.blocks, day, sentences) for part in parts)
        figures = _merged(self._figures(part, article.blocks, sentences, dates) for part in parts)
        spoken = [(span, vocabulary(other.code)) for span, other in said.foreign]
        around = Surroundings(
            article,
            sentences,
            text,
            vocabulary(lexicon.code),
            pointers(*said.lexicons()),
            figures,
            spoken,
            dates,
        )
        who = self._attribute(article, sentences, text, said)
        self.watch.lap("extract")
        subject = self.subjects.about(around.article_keys, figures, dates)
        self.watch.lap("index")
        spans = [(figure.start, figure.end) for figure in figures]

        def times() -> Times:
            read = (self.readers(part.lexicon).days.periods(part.prose, part.words, day) for part in parts)
            return Times(article, sentences, _merged(read), spans, day)

        setting = Setting(around, said.of_block, subject, day, who, times, BARS[self.options.certainty])

        def turns() -> list[Turns]:
            return [read_turns(part.prose, part.words, spans, part.lexicon) for part in parts]

        def unsound() -> tuple[list[Reckoning], list[Reckoning]]:
            sums, orders = list[Reckoning](), list[Reckoning]()
            for part in parts:
                mine = [sentence for sentence in sentences if said.of_block(sentence.start) is part.lexicon]
                code = part.lexicon.code
                lines = list(lines_of(article, mine, part.words, figures, dates, code))
                sums += reckonings(article, lines)
                orders += out_of_order(article, [line for _, line in lines], part.words, code)
            return sums, orders

        def named() -> Iterator[tuple[str, Bearer]]:
            for part in parts:
                mine = [sentence for sentence in sentences if said.of_block(sentence.start) is part.lexicon]
                for bearer in bearers(part.prose, part.words, mine, part.lexicon):
                    yield part.lexicon.code, bearer

        told = (lambda: setting.times), turns, unsound, named
        return setting, dates, Desk(article, sentences, self.claims, day, who, *told)

    def _figures(
        self,
        part: Part,
        blocks: Sequence[Block],
        sentences: Sequence[Sentence],
        dates: Sequence[DateReading],
    ) -> list[Figure]:
        """The figures of a part, without those within a date, and how far each is asserted."""
        reads = self.readers(part.lexicon).figures
        read = measured(part.prose, blocks, by_block(part, blocks, reads), reads)
        apart = [figure for figure in read if not _in_date(figure, dates)]
        return asserted.mark(part.prose, part.words, sentences, apart, part.lexicon)

    def _dates(
        self, part: Part, blocks: Sequence[Block], day: str, sentences: Sequence[Sentence]
    ) -> list[DateReading]:
        """The dates of a part that it does not deny."""
        dates = self.readers(part.lexicon).dates
        read = list(by_block(part, blocks, lambda text: dates(text, day)))
        spans = [(date.start, date.end) for date in read]
        denied = asserted.denied(part.prose, part.words, sentences, spans, part.lexicon)
        return [date for date, told in zip(read, denied, strict=True) if not told]

    def _attribute(
        self, article: Article, sentences: Sequence[Sentence], text: Words, said: Tongues
    ) -> Callable[[int, Span], Attribution]:
        """Who says what stands in a sentence, told in the language of its block."""
        read = {
            lexicon.code: self.readers(lexicon).attributor.read(article, sentences, text).attribute
            for lexicon in said.lexicons()
        }
        return lambda index, span: read[said.of_block(sentences[index].start).code](index, span)

    def _dated(self, article: Article) -> Article:
        """The article with the date that was given for those without."""
        given = self.options.date
        return article if article.date or not given else replace(article, date=given, date_from="option")

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.registry.claims}

    def check(self, article: Article) -> Checkup:
        """Everything that one article says of the registry's claims."""
        return self.judged(self.matched(article))

    def judged(self, matched: Matched) -> Checkup:
        """The same of an article that is matched."""
        matches, setting, desk = matched
        kept = [
            match for match in matches if match.won or (self.options.all_figures and match.kind == "quantity")
        ]
        mentions = told_before([desk.mention(match) for match in kept], desk.day)
        near = tuple(misses(matches, desk, setting, self.options.near)) if self.options.near else ()
        unsound, holders = desk.unsound(), desk.holders()
        self.watch.lap("check")
        article = desk.article
        summary = ArticleSummary(
            article.path,
            article.title,
            article.date,
            article.language or "",
            len(desk.sentences),
            desk.day,
            article.date_from,
            tuple(passages(setting.around)) if self.options.passages else (),
        )
        asides = (*article.asides, *left_aside(article, desk.sentences, _with_figures(matches)))
        found = (_counts(matches, desk.sentences), article.ignores, near, asides)
        reached = frozenset(setting.weighed), _leads(setting)
        return Checkup(summary, mentions, *found, *unsound, holders, *reached)


def _leads(setting: Setting) -> frozenset[str]:
    quantities = (figure.quantity for figure in setting.around.figures)
    return leads(quantities, [date.iso for date in setting.around.dates])


def _sentences(article: Article, said: Tongues) -> tuple[Sentence, ...]:
    """The sentences of an article, each block's by its own language."""
    found = (
        sentence
        for lexicon in said.lexicons()
        for sentence in split(article, lexicon)
        if said.of_block(sentence.start) is lexicon
    )
    return tuple(sorted(found, key=_start))


def _in_date(figure: Figure, dates: Sequence[DateReading]) -> bool:
    """Whether a figure is a part of a date: "el | siete | de marzo"."""
    at = bisect_right(dates, figure.start, key=_start) - 1
    return at >= 0 and figure.end <= dates[at].end


def _merged(rows: Iterable[list[Read]]) -> list[Read]:
    """What was read in each language, in the order of the text."""
    return sorted(chain.from_iterable(rows), key=_start)


def _start(read: Sentence | Figure | DateReading | Period) -> int:
    return read.start


def _with_figures(matches: Sequence[Match]) -> set[int]:
    return {match.sentence for match in matches if match.kind == "quantity"}


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
