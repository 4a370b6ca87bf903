"""One article that is open, held against its room's registry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from factcheck.lsp.documents import Document, shifted
from factcheck.lsp.lines import Position
from factcheck.lsp.rooms import Room
from factcheck.model import Article, Finding, Mention, Report, Span
from factcheck.read.endings import FORMATS, ending
from factcheck.read.files import Found
from factcheck.review.questions import Question, open_in
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import each
from factcheck.run.shown import reported
from factcheck.run.timing import Stopwatch, today

LARGEST = 2_000_000
"""Characters of a text that is checked while somebody writes it."""
Range = tuple[Position, Position]


class OvertakenError(BaseException):
    """The text has changed since: nobody waits for what is being found. No handler takes it for its own."""


@dataclass
class Watch(Stopwatch):
    """A stopwatch that ends the work between two stages, where nobody waits for it any more."""

    wanted: Callable[[], bool] = lambda: True

    def lap(self, stage: str) -> None:
        """Raises OvertakenError."""
        if not self.wanted():
            raise OvertakenError
        super().lap(stage)


@dataclass(frozen=True)
class Checked:
    """What a document came to, as it was then. There is no article where it could not be read: then
    `errors` say why. The `questions` are those of what may be about a claim."""

    document: Document
    room: Room
    report: Report
    article: Article | None = None
    checkup: Checkup | None = None
    errors: tuple[str, ...] = field(default=())
    questions: tuple[Question, ...] = ()

    def span(self, within: Span) -> Span:
        """The span of the document, in code points, of one of the article's text."""
        assert self.article is not None
        places, lines = self.article.places, self.document.lines
        start, end = places.span(*within)
        first, last = (lines.offset(lines.at(*places.line(at))) for at in (start, end))
        return first, last

    def range(self, finding: Finding) -> Range:
        """Where a finding stands, in the editor's positions."""
        lines = self.document.lines
        end = lines.at(finding.end_line, finding.end_column)
        return lines.at(finding.line, finding.column), max(end, lines.at(finding.line, finding.column))

    def now(self, within: Span, document: Document) -> Span | None:
        """Where a span of the article's text stands in the document as it is now; None where what has been
        changed since touches it."""
        return shifted(self.document.text, document.text, self.span(within))

    def mentions_at(self, span: Span, document: Document) -> list[Mention]:
        """The mentions of claims that a span of the document as it is now touches, the shortest first."""
        found = []
        for mention in self.report.mentions:
            at = self.now(mention.outer, document) if mention.claim else None
            if at and at[0] <= span[1] and span[0] <= at[1]:
                found.append((at[1] - at[0], mention))
        return [mention for _, mention in sorted(found, key=lambda row: row[0])]


def is_text(path: str) -> bool:
    """Whether a file is an article that an editor shows as it is: Markdown, a plain text or HTML."""
    return FORMATS.get(ending(path)) in ("text", "page")


def check(
    document: Document,
    room: Room,
    wanted: Callable[[], bool] = lambda: True,
    others: Callable[[set[str]], Iterable[Checkup]] = lambda _: (),
) -> Checked:
    """Hold a document against its room's registry, and against what the `others` say of the same claims (by
    their ids). Raises OvertakenError."""
    if len(document.text) > LARGEST:
        return Checked(document, room, Report(), errors=(f"{document.path}: {_TOO_LARGE}",))
    tools = room.tools
    tools.watch = Watch(wanted=wanted)
    tools.options = replace(tools.options, stdin_name=document.path)
    tools.today = today()
    read = list(each(["-"], tools, lambda one: _looked(one, tools), _data(document)))
    done = [row for row in read if not isinstance(row, str)]
    errors = tuple(row for row in read if isinstance(row, str))
    if not done:
        return Checked(document, room, Report(), errors=errors)
    [(article, checkup, open_), *_] = done
    claims = {mention.claim for mention in checkup.mentions if mention.claim}
    rows = [checkup, *others(claims)]
    report = reported(Found((document.path,)), rows, room.registry, room.policy.on(tools.today))
    return Checked(document, room, _own(report, checkup), article, checkup, errors, open_)


def _looked(article: Article, tools: Tools) -> tuple[Article, Checkup, tuple[Question, ...]]:
    """What an article came to, and what is to be asked of it where anything is possible."""
    matched = tools.matched(article)
    checkup = tools.judged(matched)
    maybe = any(mention.certainty == "possible" for mention in checkup.mentions)
    return article, checkup, open_in(matched, tools.claims, "possible") if maybe else ()


def _own(report: Report, checkup: Checkup) -> Report:
    """What a report on several articles says of one."""
    path = checkup.summary.path
    return replace(
        report,
        articles=(checkup.summary,),
        mentions=checkup.mentions,
        findings=tuple(one for one in report.findings if one.path == path),
        suppressed=tuple(one for one in report.suppressed if one.path == path),
    )


_TOO_LARGE = f"more than {LARGEST // 1_000_000} MB of text: it is not checked while it is written"


def _data(document: Document) -> bytes:
    """The document as the bytes of a file whose encoding nobody has to guess: with a byte order mark."""
    return ("\ufeff" + document.text.removeprefix("\ufeff")).encode("utf-8", "replace")
