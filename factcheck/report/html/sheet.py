"""What the views of a page look things up in: the claims, and each article's notes and mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.model import ArticleSummary, Claim, Finding, Mention, Related, Report
from factcheck.report.html.markup import attribute
from factcheck.report.html.words import Words, spoken
from factcheck.show.fingerprint import distinct
from factcheck.show.order import Flagged, figures

Spot = tuple[str, int, int]
"""A path, a line and a column."""
LETTERS, FINDINGS = 600_000, 2_000
"""How many characters of articles' text, and findings, a page may have and still show the articles whole."""


@dataclass(frozen=True, slots=True)
class Note:
    """A figure to look at: its number in its article, all that is flagged about it, and the fingerprint of
    each finding."""

    number: int
    figure: Flagged
    prints: tuple[str, ...]

    @property
    def first(self) -> Finding:
        """The gravest finding."""
        return self.figure.first


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a page, the claims and articles by name, the notes and mentions of each article in the
    order of its text, and the anchor of each mention in it. A `thin` one is for a page that would be too
    long: of the articles it shows the sentences with a figure to look at only. `below` is what a server puts
    below a note, as HTML."""

    words: Words
    claims: Mapping[str, Claim]
    articles: Mapping[str, ArticleSummary]
    notes: Mapping[str, Sequence[Note]]
    mentions: Mapping[str, Sequence[Mention]]
    anchors: Mapping[Spot, str]
    thin: bool = False
    below: Mapping[Spot, str] = field(default_factory=dict)

    def anchor(self, place: Mention | Related) -> str:
        """The anchor of a mention, empty for one that the page does not show."""
        return self.anchors.get((place.path, place.line, place.column), "")

    def spoken(self, path: str) -> str:
        """The language of an article as an attribute's value, quotation marks and all."""
        return f'"{attribute(self.articles[path].language if path in self.articles else "")}"'


def sheet_of(report: Report, words: Words | None = None) -> Sheet:
    """The sheet of a report, in the given words or those of its language, else of most of its articles."""
    letters = sum(len(passage.text) for article in report.articles for passage in article.passages)
    matched = [mention for mention in report.mentions if mention.claim]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    anchors: dict[Spot, str] = {}
    for number, mention in enumerate(matched, 1):
        mentions[mention.path].append(mention)
        anchors.setdefault((mention.path, mention.line, mention.column), f"m{number}")
    return Sheet(
        words or spoken(report),
        {claim.id: claim for claim in (*report.claims, *report.known)},
        {article.path: article for article in report.articles},
        _notes(report.findings),
        mentions,
        anchors,
        letters > LETTERS or len(report.findings) > FINDINGS,
    )


def _notes(findings: Sequence[Finding]) -> dict[str, list[Note]]:
    """The figures of each article in the order of its text."""
    prints = {id(finding): mark for finding, mark in zip(findings, distinct(findings), strict=True)}
    by_path: dict[str, list[Flagged]] = defaultdict(list)
    for figure in figures(findings):
        by_path[figure.first.path].append(figure)
    return {
        path: [
            Note(number, figure, tuple(prints[id(finding)] for finding in figure.findings))
            for number, figure in enumerate(sorted(found, key=_spot), 1)
        ]
        for path, found in by_path.items()
    }


def _spot(figure: Flagged) -> tuple[int, int]:
    return figure.first.line, figure.first.column
