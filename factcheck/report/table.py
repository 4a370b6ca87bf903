"""The report for a reader: by article, then by family, each finding with its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.check.rules import FAMILIES
from factcheck.escape import visible
from factcheck.model import ArticleSummary, Finding, Mention, Report
from factcheck.report.screen import (
    STYLES,
    SYMBOLS,
    Row,
    fit,
    header,
    line,
    quoted,
    say,
    styled,
    table,
    unbounded,
)
from factcheck.report.summary import SEVERITIES, account, dated, family, notes, plural, said, tally, verdict

_COLUMNS = ("place", "rule", "claim", "article says", "registry says")
_FAMILIES = (*FAMILIES, "Other")
_INDENT = 2

_Placed = TypeVar("_Placed", Finding, Mention)


def to_text(report: Report) -> str:
    """The report as text, each line as wide as its content."""
    return unbounded(lambda out: show(report, out))


def show(
    report: Report, out: Console, code: int | None = None, *, quiet: bool = False, verbose: bool = False
) -> None:
    """Print the report at the console's width; `code` is the exit code that it leads to, if known.

    `quiet` keeps the errors and the summary, `verbose` adds the mentions that agree.
    """
    show_articles(report, out, quiet=quiet, verbose=verbose)
    show_summary(report, out, code)


def show_articles(report: Report, out: Console, *, quiet: bool = False, verbose: bool = False) -> None:
    """Print the findings of each article of the report, in the order of `report.articles`."""
    findings = [finding for finding in report.findings if not quiet or finding.severity == "error"]
    widths = _widths(findings, out.width - _INDENT)
    flagged = _by_path(findings)
    mentions = _by_path(m for m in report.mentions if m.claim is not None and m.certainty == "sure")
    for article in report.articles:
        found, matched = flagged.get(article.path, []), mentions.get(article.path, [])
        if found or (verbose and matched):
            _article(article, found, matched if verbose else [], widths, out)
        elif not quiet:
            _silent(article, matched, out)


def _by_path(placed: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    grouped: dict[str, list[_Placed]] = defaultdict(list)
    for item in placed:
        grouped[item.path].append(item)
    return grouped


def _widths(findings: Sequence[Finding], room: int) -> list[int]:
    # one set of widths for the whole report, so that the eye finds a column again
    return fit([[Text(name) for name in _COLUMNS], *map(_row, findings)], room, rigid=2)


def _row(finding: Finding) -> Row:
    return (
        Text(f"{finding.line}:{finding.column}"),
        Text(f"{SYMBOLS[finding.severity]} {visible(finding.rule)}", STYLES[finding.severity]),
        styled(finding.claim),
        styled(said(finding), "bold"),
        styled(finding.expected or finding.message),
    )


def _article(
    article: ArticleSummary,
    findings: Sequence[Finding],
    matched: Sequence[Mention],
    widths: Sequence[int],
    out: Console,
) -> None:
    heading(article, out)
    out.line()
    ranked = sorted(findings, key=lambda finding: _FAMILIES.index(family(finding.rule)))
    for name, members in groupby(ranked, key=lambda finding: family(finding.rule)):
        _family(name, list(members), widths, out)
    _supported([mention for mention in matched if mention.verdict == "supported"], out)


def heading(article: ArticleSummary, out: Console) -> None:
    """Print an article's path, title and date, or that it has none and was judged as of today."""
    path = Text(visible(article.path), "bold underline")
    details = " · ".join(visible(part) for part in (article.title, dated(article)) if part)
    if path.cell_len + 3 + cell_len(details) <= out.width:
        say(out, Text.assemble(path, f" · {details}"))
    else:
        say(out, path)
        say(out, Text(details), _INDENT)


def _family(name: str, findings: Sequence[Finding], widths: Sequence[int], out: Console) -> None:
    say(out, Text.assemble((name, "bold"), f" ({len(findings)})"), _INDENT)
    header(out, _COLUMNS, widths, _INDENT)
    for finding in findings:
        line(out, _row(finding), widths, _INDENT)
        indent = _INDENT + widths[0] + 4
        quoted(out, finding.sentence, finding.mark, indent)
        for place in finding.related:
            where = f"{place.line}:{place.column}"
            where = where if place.path == finding.path else f"{place.path}:{where}"
            says = place.sentence[slice(*place.mark)] or place.text
            say(out, Text.assemble("↔ ", visible(where), "  ", (visible(says), "bold")), indent)
        out.line()


def _supported(mentions: Sequence[Mention], out: Console) -> None:
    if not mentions:
        return
    say(out, Text.assemble(("Supported", "bold"), f" ({len(mentions)})"), _INDENT)
    table(out, ("place", "claim", "article says", "who says so"), [_agreed(m) for m in mentions], _INDENT, 1)
    out.line()


def _agreed(mention: Mention) -> Row:
    who = mention.attribution.source or mention.attribution.status if mention.attribution else ""
    return (
        Text(f"{mention.line}:{mention.column}"),
        styled(mention.claim or ""),
        styled(mention.text, STYLES["supported"]),
        styled(who),
    )


def _silent(article: ArticleSummary, matched: Sequence[Mention], out: Console) -> None:
    agree = sum(mention.verdict == "supported" for mention in matched)
    if not matched:
        mark, note = "·", "nothing in it is about a claim"
    elif agree == len(matched):
        mark, note = "✓", f"{plural(agree, 'mention')} {'agrees' if agree == 1 else 'agree'}"
    else:
        mark, note = "·", f"{agree} of {plural(len(matched), 'mention')} agree, the others are not shown"
    if matched and article.date is None:
        note += f" · {dated(article)}"
    say(out, Text.assemble((f"{mark} ", STYLES["supported"]), visible(article.path), (f"  {note}", "dim")))
    out.line()


def show_summary(report: Report, out: Console, code: int | None) -> None:
    """Print the account that ends the report: findings by rule, what was checked, what was not."""
    rows = [
        (styled(rule), *(Text(f"{row[severity] or '-':>8}") for severity in SEVERITIES))
        for rule, row in tally(report.findings).items()
    ]
    if rows:
        table(out, ("rule", *(f"{SYMBOLS[severity]} {severity}" for severity in SEVERITIES)), rows)
        out.line()
    say(out, Text(account(report.counts)))
    for note in notes(report):
        say(out, Text(note))
    say(out, Text(verdict(report, code), f"bold {_mood(report)}"))


def _mood(report: Report) -> str:
    severities = {finding.severity for finding in report.findings}
    if report.errors:
        return STYLES["error"]
    return next((STYLES[severity] for severity in SEVERITIES if severity in severities), STYLES["supported"])
