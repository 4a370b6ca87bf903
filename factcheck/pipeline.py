"""The pipeline, and the only place that knows all its stages: read, extract, match, check."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from factcheck.check.article import Desk, line_starts
from factcheck.check.dated import Times
from factcheck.check.explain import explained
from factcheck.check.ignore import judged
from factcheck.check.rules import RULES
from factcheck.check.scope import Checked
from factcheck.errors import ReadError
from factcheck.extract import furniture
from factcheck.extract.attribution.reader import Attributor
from factcheck.extract.dates.reader import DateReader
from factcheck.extract.figures.reader import FigureReader
from factcheck.extract.sentences import split
from factcheck.extract.superseded import Turns, read_turns
from factcheck.extract.words import words
from factcheck.language.detect import detect
from factcheck.language.lexicon import Lexicon, contrasts, languages, load
from factcheck.match.article import match_article
from factcheck.match.context import Surroundings, pointers
from factcheck.match.evidence import Sets
from factcheck.match.explain import Explanation
from factcheck.match.matcher import Matcher, matcher
from factcheck.match.result import Match
from factcheck.match.setting import Setting
from factcheck.match.terms import vocabulary
from factcheck.model import (
    ArticleSummary,
    Claim,
    Counts,
    Finding,
    Ignore,
    Mention,
    Registry,
    Report,
    Sentence,
)
from factcheck.read.article import read_article
from factcheck.read.files import Excludes, find
from factcheck.read.files import load as read_file
from factcheck.selection import Policy, select
from factcheck.timing import Stopwatch

FALLBACK = "en"
"""The language of an article too short to tell."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ScanOptions:
    """How to scan: a date and a language for articles that give none, the processes, what to leave out."""

    date: str | None = None
    language: str | None = None
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
        """The day that counts for an article without a date."""
        return self.options.date or datetime.date.today().isoformat()

    def readers(self, lexicon: Lexicon) -> tuple[FigureReader, DateReader, Attributor]:
        """What reads figures, dates and sources in a language."""
        if lexicon.code not in self._readers:
            attributor = Attributor(lexicon, self.registry.sources)
            self._readers[lexicon.code] = (FigureReader.of_lexicon(lexicon), DateReader(lexicon), attributor)
        return self._readers[lexicon.code]

    def matched(self, path: str, data: bytes) -> tuple[list[Match], Desk]:
        """One article read and matched, and the desk that judges its mentions. Raises ReadError."""
        article = read_article(path, data)
        self.watch.lap("read")
        text = words(article.prose)
        code = article.language or self.options.language or detect(text)
        lexicon = load(code if code in languages() else FALLBACK)
        article = replace(article, language=lexicon.code)
        day = article.date or self.today
        read_figures, read_dates, attributor = self.readers(lexicon)
        sentences = furniture.mark(article, split(article, lexicon), text)
        figures = read_figures.read(article.prose, text)
        dates = read_dates.read(article.prose, text, day) if self._any("date") else []
        around = Surroundings(article, sentences, text, vocabulary(lexicon.code), pointers(lexicon), figures)
        who = attributor.read(article, sentences, text).attribute
        self.watch.lap("extract")
        index = self.matcher
        self.watch.lap("index")
        matches = match_article(Setting(around, lexicon, index, day, who), figures, dates)
        self.watch.lap("match")

        spans = [(figure.start, figure.end) for figure in figures]

        def times() -> Times:
            return Times(read_dates.periods(article.prose, text, day), spans, day)

        def turns() -> Turns:
            return read_turns(article.prose, text, spans, lexicon)

        lines = line_starts(article.text)
        return matches, Desk(article, sentences, self.claims, day, who, times, turns, lines)

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
            path, article.title, article.date, article.language or "", len(desk.sentences), desk.day
        )
        return Checkup(summary, mentions, _counts(matches, desk.sentences), article.ignores)


def _counts(matches: Sequence[Match], sentences: Sequence[Sentence]) -> Counts:
    figures = [match for match in matches if match.kind == "quantity"]
    matched = sum(match.won is not None for match in figures)
    dates = sum(match.kind == "date" for match in matches)
    furniture_ones = sum(sentences[match.sentence].furniture for match in figures)
    return Counts(
        figures=len(figures),
        dates=dates,
        matched=matched,
        unmatched=len(figures) - matched,
        furniture=furniture_ones,
    )


CHUNK = 200_000
"""Bytes of articles that go to a worker process at a time: enough to outweigh the way there and back."""
ROUNDS = 4
"""How many chunks each worker process gets at least, so that none waits long for the last."""
_worker: dict[str, Tools] = {}


def _checkups(files: Sequence[str], tools: Tools, stdin: bytes | None) -> Iterator[Checkup | str]:
    """Each file's checkup in order, or the message for one that could not be read."""
    for path in files:
        tools.watch.start()
        try:
            name, data = (tools.options.stdin_name, stdin or b"") if path == "-" else (path, read_file(path))
            yield tools.check(name, data)
        except ReadError as error:
            yield str(error)


def _start_worker(tools: Tools) -> None:
    _worker["tools"] = tools


def _work(files: Sequence[str]) -> tuple[list[Checkup | str], Mapping[str, float]]:
    """The files' checkups, and the seconds that each stage took."""
    tools = _worker["tools"]
    tools.watch = Stopwatch()
    return list(_checkups(files, tools, None)), tools.watch.spent


def _chunks(files: Sequence[str], jobs: int) -> Iterator[list[str]]:
    """Runs of files of some CHUNK bytes together, smaller where there are few."""
    sizes = [os.path.getsize(path) for path in files]  # noqa: PTH202 - no Path a file
    enough = min(CHUNK, sum(sizes) // (ROUNDS * jobs))
    chunk: list[str] = []
    held = 0
    for path, size in zip(files, sizes, strict=True):
        chunk.append(path)
        held += size
        if held >= enough:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _shared_out(files: Sequence[str], tools: Tools) -> Iterator[Checkup | str]:
    """The same as `_checkups`, in the same order, by `options.jobs` worker processes.

    The index is built before they start: where processes fork, they share it."""
    from concurrent.futures import ProcessPoolExecutor

    jobs = tools.watch.processes = tools.options.jobs
    tools.watch.start()
    _ = tools.matcher
    tools.watch.lap("index")
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(tools,)) as pool:
        for rows, spent in pool.map(_work, _chunks(files, jobs)):
            tools.watch.add(spent)
            yield from rows


def scan(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions | None = None,
    policy: Policy | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    watch: Stopwatch | None = None,
) -> Report:
    """Check articles (files, folders, `-` for `stdin`) against a registry and show what the policy says.

    What cannot be read is told in the report's `errors`; everything else is scanned all the same.
    `progress` is called after each article, `watch` gets how long each stage took.
    """
    options, policy, watch = options or ScanOptions(), policy or Policy(), watch or Stopwatch()
    watch.start()
    found = find(paths, options.excludes)
    watch.lap("read")
    tools = Tools(registry, options, watch)
    rows = list(_told(_run(found.files, tools, stdin), len(found.files), progress))
    watch.start()
    done = [row for row in rows if isinstance(row, Checkup)]
    mentions = tuple(mention for row in done for mention in row.mentions)
    claims = {claim.id: claim for claim in registry.claims}
    days = {row.summary.path: row.summary.day for row in done}
    today = policy.today or datetime.date.today().isoformat()
    ignores = [judged(ignore, claims, today, policy.require_reason) for row in done for ignore in row.ignores]
    order = {path: place for place, path in enumerate(days)}
    chosen = select(_findings(mentions, Checked(claims, days, ignores)), policy, claims, ignores, order)
    watch.lap("check")
    told = {finding.claim for finding in (*chosen.shown, *chosen.suppressed)}
    return Report(
        articles=tuple(row.summary for row in done),
        mentions=mentions,
        findings=chosen.shown,
        counts=_total(done, mentions),
        errors=(*found.errors, *(row for row in rows if isinstance(row, str))),
        suppressed=chosen.suppressed,
        claims=tuple(claim for claim in registry.claims if claim.id in told),
        unchanged=chosen.unchanged,
        stale=chosen.stale,
        excluded=found.excluded,
    )


def _run(files: Sequence[str], tools: Tools, stdin: bytes | None) -> Iterator[Checkup | str]:
    if tools.options.jobs > 1 and len(files) > 1 and "-" not in files:
        return _shared_out(files, tools)
    return _checkups(files, tools, stdin)


def _told(rows: Iterator[Checkup | str], total: int, progress: Progress | None) -> Iterator[Checkup | str]:
    """The rows as they come, each told to `progress`."""
    for number, row in enumerate(rows, 1):
        if progress:
            progress(number, total)
        yield row


def _findings(mentions: Sequence[Mention], checked: Checked) -> list[Finding]:
    matched = [mention for mention in mentions if mention.claim]
    return [finding for rule in RULES for finding in rule.check(matched, checked)]


def _total(done: Sequence[Checkup], mentions: Sequence[Mention]) -> Counts:
    def add(name: str) -> int:
        return sum(getattr(row.counts, name) for row in done)

    claims = {mention.claim for mention in mentions if mention.claim and mention.kind == "quantity"}
    return Counts(
        add("figures"), add("dates"), add("matched"), len(claims), add("unmatched"), add("furniture")
    )


def explain(path: str, line: int, registry: Registry, options: ScanOptions | None = None) -> Explanation:
    """How every figure, date, name and statement of one line (from 1) was read, matched and judged.

    Raises ReadError where the article cannot be read or has no such line.
    """
    matches, desk = Tools(registry, options or ScanOptions()).matched(path, read_file(path))
    if not 1 <= line <= len(desk.lines):
        raise ReadError(f"{path}: has no line {line} (the last is {len(desk.lines)})")
    taken: dict[int, set[str]] = defaultdict(set)
    for match in matches:
        if match.won:
            taken[match.sentence].add(match.won.claim)
    told = [explained(match, desk, taken[match.sentence]) for match in matches]
    return Explanation(path, line, tuple(row for row in told if row.mention.line == line))
