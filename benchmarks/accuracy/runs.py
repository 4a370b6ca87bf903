"""The program run on labelled topics, and each article scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.accuracy.gold import Labelled, Topic
from benchmarks.accuracy.scoring import Score, score, status
from factcheck.errors import ReadError
from factcheck.model import Kind, Mention, Report
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan

Given = Mapping[tuple[int, int, Kind], tuple[str | None, str | None, str | None]]
"""By where a mention stands and its kind: its claim, verdict and attribution status."""


@dataclass(frozen=True, slots=True)
class Result:
    """How an article came out, and what each of its mentions was given."""

    topic: str
    half: str
    language: str
    score: Score
    given: Given


def run(topics: Sequence[Topic]) -> list[Result]:
    """Scan the topics' articles and score each. Raises ReadError where one cannot be read."""
    return [result for topic in topics for result in _results(topic)]


def _results(topic: Topic) -> Iterator[Result]:
    paths = [str(article.path) for article in topic.articles]
    report = scan(paths, topic.registry, ScanOptions(all_figures=True))
    if report.errors:
        raise ReadError("\n".join(report.errors))
    yield from (_result(topic, article, report) for article in topic.articles)


def _told(mention: Mention) -> Mention:
    """A mention as it is scored: a possible one is given to no claim."""
    return mention if mention.certainty == "sure" else replace(mention, claim=None, verdict=None)


def _result(topic: Topic, article: Labelled, report: Report) -> Result:
    path = str(article.path)
    mentions = [_told(mention) for mention in report.mentions if mention.path == path]
    flagged = {f.claim for f in report.findings if f.path == path and f.rule == "contradiction"}
    given = {(m.start, m.end, m.kind): (m.claim, m.verdict, status(m)) for m in mentions}
    return Result(topic.name, topic.half, article.language, score(article, mentions, flagged), given)
