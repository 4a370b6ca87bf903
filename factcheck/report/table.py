"""The report for a reader: by article, then by family; each figure once, with its flags and its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.check.rules import FAMILIES
from factcheck.escape import visible
from factcheck.model import ArticleSummary, Finding, Mention, Related, Report
from factcheck.report.quote import clipped
from factcheck.report.screen import (
    GAP,
    GLUED,
    STYLES,
    SYMBOLS,
    Row,
    fit,
    fits,
    header,
    line,
    marked,
    quoted,
    say,
    stacked,
    styled,
    table,
    unbounded,
)
from factcheck.report.summary import dated, plural
from factcheck.report.totals import show_summary
from factcheck.show.order import DOUBTFUL, OTHER, Flagged, figures

_COLUMNS = ("place", "flags", "claim", "article says", "registry says")
_FAMILIES = (*(name for name in FAMILIES if name != DOUBTFUL), OTHER, DOUBTFUL)
_INDENT = 2
_LABEL = 8
_LONGEST = 40  # what is longer stands whole in the sentence below
_ASIDE = 70

_Placed = TypeVar("_Placed", Finding, Mention)
Told = set[tuple[str, str]]
"""The sentences that are quoted already, with their articles' paths: none is told twice."""


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
    widths = _widths(figures(findings), out.width - _INDENT)
    flagged = _by_path(findings)
    mentions = _by_path(m for m in report.mentions if m.claim is not None and m.certainty == "sure")
    told: Told = {(finding.path, finding.sentence) for finding in findings}
    for article in report.articles:
        found, matched = flagged.get(article.path, []), mentions.get(article.path, [])
        if found or (verbose and matched):
            _article(article, figures(found), matched if verbose else [], _Page(out, widths, told))
        elif not quiet:
            _silent(article, matched, out)


class _Page(NamedTuple):
    """Where an article is printed, in columns of one width for the whole report, so that the eye finds them
    again (in none where there is no room), and the sentences that stand there."""

    out: Console
    widths: Sequence[int]
    told: Told

    @property
    def indent(self) -> int:
        """How far in a sentence stands: below the second column."""
        return _INDENT + self.widths[0] + GAP if self.widths else 2 * _INDENT


def _by_path(placed: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    grouped: dict[str, list[_Placed]] = defaultdict(list)
    for item in placed:
        grouped[item.path].append(item)
    return grouped


def _widths(flagged: Sequence[Flagged], room: int) -> list[int]:
    """The widths of the columns; none where the room is too small for columns."""
    rows = [[Text(name) for name in _COLUMNS], *map(_row, flagged)]
    return fit(rows, room, rigid=1) if fits(rows, room) else []


def _row(figure: Flagged) -> Row:
    first = figure.first
    return (
        Text(f"{first.line}:{first.column}"),
        Text(" ").join(map(_flag, figure.findings)),
        styled(first.claim),
        styled(_said(first), "bold"),
        styled(first.expected or first.message),
    )


def _flag(finding: Finding) -> Text:
    return Text(f"{SYMBOLS[finding.severity]}{GLUED}{visible(finding.rule)}", STYLES[finding.severity])


def _said(finding: Finding) -> str:
    """What the article says, with its qualifiers; a statement is repeated, and a comment says nothing."""
    if finding.mention and finding.mention.kind == "statement":
        return "repeats it"
    said = finding.mention and finding.mention.said
    return clipped(said or finding.text, _LONGEST) if finding.claim else ""


def _article(
    article: ArticleSummary, flagged: Sequence[Flagged], matched: Sequence[Mention], page: _Page
) -> None:
    heading(article, page.out)
    page.out.line()
    ranked = sorted(flagged, key=lambda figure: _FAMILIES.index(figure.family))
    quoted_at: dict[tuple[str, int], Flagged] = {}
    for name, members in groupby(ranked, key=lambda figure: figure.family):
        _family(name, list(members), quoted_at, page)
    _supported([mention for mention in matched if mention.verdict == "supported"], page.out)


def heading(article: ArticleSummary, out: Console) -> None:
    """Print an article's path, title and date, or that it has none and was judged as of today."""
    path = Text(visible(article.path), "bold underline")
    details = " · ".join(visible(part) for part in (article.title, dated(article)) if part)
    if path.cell_len + 3 + cell_len(details) <= out.width:
        say(out, Text.assemble(path, f" · {details}"))
    else:
        say(out, path)
        say(out, Text(details), _INDENT)


def _family(
    name: str, flagged: Sequence[Flagged], quoted_at: dict[tuple[str, int], Flagged], page: _Page
) -> None:
    quiet = name == DOUBTFUL
    say(page.out, Text.assemble((name, "dim" if quiet else "bold"), f" ({len(flagged)})"), _INDENT)
    if page.widths:
        header(page.out, _COLUMNS, page.widths, _INDENT)
    for together in _by_sentence(flagged):
        for figure in together:
            _told(figure, page, quiet)
        _quote(together, quoted_at.setdefault(_sentence(together[0]), together[0]), page, quiet)
        _others(together, page)
        page.out.line()


def _by_sentence(flagged: Sequence[Flagged]) -> list[list[Flagged]]:
    """The figures of one sentence together, where the first of them stands."""
    grouped: dict[tuple[str, int], list[Flagged]] = defaultdict(list)
    for figure in flagged:
        grouped[_sentence(figure)].append(figure)
    return list(grouped.values())


def _sentence(figure: Flagged) -> tuple[str, int]:
    return figure.first.sentence, figure.first.lines[0]


def _told(figure: Flagged, page: _Page, quiet: bool) -> None:
    """Print a figure as a row, its registry's values one a line where they are too long for their column; or,
    without columns, as a line for each cell."""
    row = [Text(cell.plain, "dim") for cell in _row(figure)] if quiet else _row(figure)
    if page.widths:
        *cells, wanted = row
        line(page.out, (*cells, stacked(wanted, page.widths[-1], " / ")), page.widths, _INDENT)
        return
    place, flags, claim, says, wanted = row
    say(page.out, Text("  ").join((place, claim)), _INDENT)
    say(page.out, flags, page.indent)
    for label, cell in (("says", says), ("registry", wanted)):
        room = max(1, page.out.width - page.indent - _LABEL - GAP)
        pair = (Text(label, "dim"), stacked(cell, room, " / "))
        line(page.out, pair, (_LABEL, min(room, cell.cell_len)), page.indent)


def _quote(together: Sequence[Flagged], quoting: Flagged, page: _Page, quiet: bool) -> None:
    """The sentence of some figures, each marked; where it stands above already, for another, the place."""
    first = together[0].first
    if quoting is together[0]:
        quoted(page.out, first.sentence, [figure.first.mark for figure in together], page.indent, quiet)
    else:
        say(
            page.out,
            Text(f"in the sentence at {quoting.first.line}:{quoting.first.column} above", "dim"),
            page.indent,
        )


def _others(together: Sequence[Flagged], page: _Page) -> None:
    """The nearest of the other places that figures are about, the rest counted."""
    for figure in together:
        for place in figure.nearest:
            say(page.out, _other(place, figure.first, page), page.indent)
        if rest := len(figure.related) - len(figure.nearest):
            say(page.out, Text(f"↔ and {plural(rest, 'more place')}", "dim"), page.indent)


def _other(place: Related, finding: Finding, page: _Page) -> Text:
    where = f"{place.line}:{place.column}"
    where = where if place.path == finding.path else f"{place.path}:{where}"
    says = styled(place.sentence[slice(*place.mark)] or place.text, "bold")
    if place.sentence and (place.path, place.sentence) not in page.told:
        page.told.add((place.path, place.sentence))
        says = marked(place.sentence, [place.mark], _ASIDE)
    return Text.assemble("↔ ", visible(where), "  ", says)


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
