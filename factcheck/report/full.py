"""The report for a reader who mends: each finding with its sentence, its claim's values and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.check.rules import RULES
from factcheck.check.verdict import value_agrees
from factcheck.compare.series import current, first_day
from factcheck.escape import visible
from factcheck.model import ArticleSummary, Attribution, Claim, Finding, Mention, Related, Report, Span, Value
from factcheck.report.pages import page
from factcheck.report.quote import quote
from factcheck.report.screen import (
    GAP,
    STYLES,
    SYMBOLS,
    UNBOUNDED,
    Row,
    fit,
    line,
    say,
    styled,
    unbounded,
    wrapped,
)
from factcheck.report.summary import plural
from factcheck.report.table import heading
from factcheck.report.totals import show_summary
from factcheck.show.order import Flagged, figures

_INDENT = 2
_LABEL = 10
_ALSO = 3
_EDGE = "│ "
_RULES = {rule.NAME: rule for rule in RULES}


def to_text(report: Report) -> str:
    """The report as text, each line as wide as its content."""
    return unbounded(lambda out: show(report, out))


def show(report: Report, out: Console, code: int | None = None, *, quiet: bool = False) -> None:
    """Print the findings by article at the console's width, then the summary, with the exit `code` if known;
    `quiet` keeps the errors and the summary. What several rules say of one figure stands together."""
    articles = {article.path: article for article in report.articles}
    claims = {claim.id: claim for claim in report.claims}
    findings = [finding for finding in report.findings if not quiet or finding.severity == "error"]
    for path, members in groupby(figures(findings), key=lambda figure: figure.first.path):
        article = articles.get(path) or ArticleSummary(path, "", None, "", 0)
        heading(article, out)
        out.line()
        for figure in members:
            _figure(figure, article, claims, out)
    show_summary(report, out, code)


def _figure(figure: Flagged, article: ArticleSummary, claims: Mapping[str, Claim], out: Console) -> None:
    first = figure.first
    about = Text.assemble((visible(first.claim), "bold"), "  " if first.claim else "")
    say(out, about + _place(first.path, first.line, first.column))
    for finding in figure.findings:
        _flag(finding, out)
    _sentence(first.sentence, first.mark, STYLES[first.severity], out)
    for other in figure.nearest:
        say(out, Text.assemble("↔ ", _place(other.path, other.line, other.column)), _INDENT)
        _sentence(other.sentence or other.text, other.mark, STYLES[first.severity], out)
    if rest := figure.related[len(figure.nearest) :]:
        _also(rest, out)
    if first.mention and first.mention.attribution:
        _fact("said by", styled(_sayer(first.mention.attribution)), out)
    if first.claim in claims:
        _series(claims[first.claim], first.mention, article, out)
    for place, finding in enumerate(figure.findings):
        _fact("to do" if place == 0 else "", styled(_action(finding)), out)
    out.line()


def _also(places: Sequence[Related], out: Console) -> None:
    """The first of the other places, and how many more there are."""
    shown = [f"{place.path}:{place.line} says {place.text}" for place in places[:_ALSO]]
    if more := len(places) - len(shown):
        shown.append(f"and {plural(more, 'more place')}")
    for number, told in enumerate(shown):
        _fact("also" if number == 0 else "", styled(told), out)


def _flag(finding: Finding, out: Console) -> None:
    rule = f"{SYMBOLS[finding.severity]} {finding.severity} {visible(finding.rule)}"
    told = visible(finding.said or finding.message)
    say(out, Text.assemble((rule, STYLES[finding.severity]), f": {told}"), _INDENT)


def _action(finding: Finding) -> str:
    """What to do: as the finding says, else in the words of the rule's page."""
    rule = _RULES.get(finding.rule)
    todo = finding.action or (page(rule).action.partition(". ")[0].rstrip(".") if rule else "")
    return todo[:1].upper() + todo[1:]


def _place(path: str, line: int, column: int) -> Text:
    return Text(visible(f"{path}:{line}:{column}"), "dim")


def _sentence(sentence: str, mark: Span, style: str, out: Console) -> None:
    """Print a sentence whole, a line under its figure; where all of it is meant, it needs none."""
    before, figure, after = quote(sentence, mark, UNBOUNDED)
    all_of_it = not (before + after).strip()
    text = Text.assemble(before, (figure, "" if all_of_it else style), after)
    out.line()
    for row in wrapped(out, text, out.width - _INDENT - len(_EDGE)):
        row.rstrip()
        _edged(row, out)
        for under in _underlines(row):
            _edged(Text(under, style), out)
    out.line()


def _edged(row: Text, out: Console) -> None:
    say(out, Text.assemble((_EDGE, "dim"), row), _INDENT)


def _underlines(row: Text) -> Iterator[str]:
    """What goes under the part of a row that has a style."""
    for span in row.spans:
        if span.style and (width := cell_len(row.plain[span.start : span.end].rstrip())):
            yield " " * cell_len(row.plain[: span.start]) + "^" * width


def _sayer(attribution: Attribution) -> str:
    if attribution.status == "vague":
        return "nobody with a name"
    return attribution.source or ("nobody" if attribution.status == "unsourced" else "its link or note")


def _fact(label: str, text: Text, out: Console) -> None:
    room = out.width - _INDENT - _LABEL - GAP
    line(out, (Text(label, "dim"), text), (_LABEL, max(1, min(room, text.cell_len))), _INDENT)


def _series(claim: Claim, mention: Mention | None, article: ArticleSummary, out: Console) -> None:
    """Print the values of a claim: since when, which was current, which agree, according to whom."""
    undated = f", on {article.day}" if article.day and not article.date else ""
    _fact("registry", styled(claim.title + undated), out)
    rows = [_value(value, claim, mention, article.day) for value in claim.values]
    links = [styled(value.link, "dim") for value in claim.values]
    _table(rows, links, _INDENT + _LABEL + GAP, out)


def _table(rows: Sequence[Row], links: Sequence[Text], indent: int, out: Console) -> None:
    """Print rows, each with its link behind it where there is room for all, else once under it."""
    beside = _filled([[*row, link] for row, link in zip(rows, links, strict=True)])
    room = out.width - indent
    together = sum(width + GAP for width in fit(beside, UNBOUNDED)) - GAP <= room
    shown = beside if together else _filled(rows)
    widths = fit(shown, room, rigid=1)
    told = {""}
    for row, link in zip(shown, links, strict=True):
        line(out, row, widths, indent)
        if not together and link.plain not in told:
            say(out, link, indent + GAP)
        told.add(link.plain)


def _filled(rows: Sequence[Row]) -> list[Row]:
    """The rows without the columns that are empty in all of them."""
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    return list(zip(*columns, strict=True))


def _value(value: Value, claim: Claim, mention: Mention | None, day: str) -> Row:
    return (
        styled(f"rated {claim.rating}" if claim.rating else value.text, "bold"),
        styled(f"since {value.as_of}" if value.as_of else ""),
        styled(f"until {value.until}" if value.until else ""),
        Text(", ".join(_notes(value, claim, mention, day))),
        styled(value.source.name if value.source else ""),
    )


def _notes(value: Value, claim: Claim, mention: Mention | None, day: str) -> Iterator[str]:
    if day and claim.kind != "statement":
        if value in current(claim, day):
            yield "current"
        elif value.as_of and first_day(value.as_of) > day:
            yield "later"
    if mention and value_agrees(mention, value, claim.tolerance):
        yield "agrees"
