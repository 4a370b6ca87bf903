"""A comment for a pull request, in Markdown as GitHub and GitLab read it: a summary, then the findings by
article, each with its sentence.

What comes from articles and registries is shown, never obeyed: it makes no markup, no link, mentions nobody
and refers to no issue. Characters that could are written as references; where text alone is enough
(`@name`, `#12`, `https://…`), a space of no width stands within.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.escape import visible
from factcheck.model import ArticleSummary, Finding, Related, Report, Span
from factcheck.report.quote import clipped, quote
from factcheck.report.screen import SYMBOLS
from factcheck.report.summary import account, counted, dated, notes, plural, to_look_at, verdict
from factcheck.show.order import Flagged, figures

MOST = 65_536
"""The characters that GitHub takes in a comment."""
_SENTENCE = 400
_WORDS = 300
_UNREAD = 20
_NOTE = 200  # characters kept for the note on what is left out
_CLOSE = "</details>\n\n"
_APART = "&#8203;"
_LIVE = re.compile(
    r"(?P<live>[#@!](?=\w)|:(?=//|[a-z+-][\w+-]*:)|\bwww(?=\.)|\bGH(?=-\d))|[&<>\\`*_\[\]|~$#@!]",
    re.IGNORECASE,
)


def to_markdown(report: Report) -> str:
    """The report as a comment of at most `MOST` characters: the gravest findings, the others counted."""
    head, end = _head(report), _end(report)
    headings = _headings(report)
    flagged = figures(report.findings)
    items = [_item(figure) for figure in flagged]
    kept = _fitting(items, headings, MOST - len(head) - len(end) - _NOTE)
    sections = [
        _section(heading, [item.text for item in kept if item.path == path])
        for path, heading in headings.items()
    ]
    left = len(items) - len(kept)
    note = f"{plural(left, 'more figure')} to look at left out: a comment holds no more.\n\n" if left else ""
    return f"{head}{''.join(sections)}{note}{end}"


class _Item(NamedTuple):
    """What is said of one figure."""

    path: str
    gravity: tuple[bool, int]
    text: str


def plain(text: str) -> str:
    """Text that means nothing but itself, in Markdown and in HTML, on one line."""
    return _LIVE.sub(_dead, visible(text))


def _dead(match: re.Match[str]) -> str:
    written = "".join(c if c.isalpha() else f"&#{ord(c)};" for c in match.group())
    return written + _APART if match["live"] else written


def _head(report: Report) -> str:
    unread = [f"- not read: {plain(clipped(error, _WORDS))}\n" for error in report.errors[:_UNREAD]]
    more = len(report.errors) - len(unread)
    unread += [f"- and {more:,} more that could not be read\n"] if more else []
    return f"### factcheck: {verdict(report, None)}\n\n{''.join(unread)}{'' if not unread else chr(10)}"


def _end(report: Report) -> str:
    return "".join(f"{plain(text)}.\n" for text in (account(report), *notes(report)))


def _headings(report: Report) -> dict[str, str]:
    """What stands above the findings of each article, by its path."""
    articles = {article.path: article for article in report.articles}
    here: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        here[finding.path].append(finding)
    return {path: _heading(path, articles.get(path), findings) for path, findings in here.items()}


def _heading(path: str, article: ArticleSummary | None, findings: Sequence[Finding]) -> str:
    severities = Counter(finding.severity for finding in findings)
    title = plain(clipped(article.title, _WORDS)) if article else ""
    undated = plain(dated(article)) if article and article.date is None else ""
    words = [
        f"<b>{plain(clipped(path, _WORDS))}</b>",
        title,
        undated,
        f"{to_look_at(findings)} ({counted(severities)})",
    ]
    opened = " open" if severities["error"] else ""
    return f"<details{opened}>\n<summary>{' · '.join(filter(None, words))}</summary>\n\n"


def _section(heading: str, items: Sequence[str]) -> str:
    return f"{heading}{''.join(items)}\n{_CLOSE}" if items else ""


def _item(figure: Flagged) -> _Item:
    first = figure.first
    about = f" {plain(first.claim)}" if first.claim else ""
    known = f"; the registry: {plain(first.expected)}" if first.said and first.expected else ""
    rows = [f"- **{first.line}:{first.column}**{about}{known}", *map(_flag, figure.findings)]
    rows += ["", f"  > {_quoted(first.sentence, first.mark)}"]
    for other in figure.nearest:
        rows += [
            "",
            f"  ↔ {_place(other, first)}",
            f"  > {_quoted(other.sentence or other.text, other.mark)}",
        ]
    if rest := len(figure.related) - len(figure.nearest):
        rows += ["", f"  ↔ and {plural(rest, 'more place')}"]
    return _Item(first.path, figure.gravity, "".join(f"{row}\n" for row in rows))


def _flag(finding: Finding) -> str:
    """One rule's word on a figure; what the registry says stands above, once."""
    told = ": ".join(filter(None, (finding.said or finding.message, finding.action)))
    return f"  - {SYMBOLS[finding.severity]} {finding.severity} {plain(finding.rule)}: {plain(told)}"


def _place(other: Related, finding: Finding) -> str:
    path = "" if other.path == finding.path else f"{plain(clipped(other.path, _WORDS))}:"
    return f"{path}{other.line}:{other.column}"


def _quoted(sentence: str, mark: Span) -> str:
    """A sentence with its figure in bold, cut around it where it is long."""
    before, figure, after = map(plain, quote(sentence, mark, _SENTENCE))
    # not `**`, which beside letters and signs may be no bold
    return f"“{before}<b>{figure}</b>{after}”" if figure else f"“{after}”"


def _fitting(items: Sequence[_Item], headings: Mapping[str, str], room: int) -> list[_Item]:
    """The items that fit into so many characters, their articles' headings with them, the gravest first
    chosen; in the order in which they came."""
    kept: list[int] = []
    headed: set[str] = set()
    for at in sorted(range(len(items)), key=lambda at: items[at].gravity):
        item = items[at]
        cost = len(item.text) + (0 if item.path in headed else len(headings[item.path]) + len(_CLOSE) + 1)
        if cost <= room:
            room -= cost
            kept.append(at)
            headed.add(item.path)
    return [items[at] for at in sorted(kept)]
