"""The page itself: one file that needs nothing else, and works where scripts are forbidden."""

from __future__ import annotations

import base64
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from factcheck.model import Claim, Mention, Report
from factcheck.report.html.article import MARKS, article_view
from factcheck.report.html.claim import claim_card, now
from factcheck.report.html.markup import anchor, table, text
from factcheck.report.html.overview import overview
from factcheck.report.html.sheet import Sheet, sheet_of
from factcheck.report.html.words import Words
from factcheck.show.order import SEVERITIES, figures
from factcheck.version import VERSION

FINDINGS = 10_000
"""How many findings a page holds: more would not open in a reader's patience."""
LETTERS = 1_000_000
"""How many characters of articles' text it holds; where there are more, only what has a finding is shown."""
IDLE = 1_000
"""How many claims it lists that no article is about."""
VIEWS = ("articles", "claims", "overview")
FILTERS = ("rule", "severity", "certainty", "claim", "source", "article")
KEYS = (("/", "search"), ("j", "next"), ("k", "previous"), ("Enter", "open"), ("Esc", "close"), ("?", "help"))
_SAID = ("shown", "copied", "copy", "copy_link", "open_claim", "close", "any", "registry", "link", "nobody",
         "elsewhere", "quote_open", "quote_close")  # fmt: skip


def to_html(report: Report, words: Words | None = None) -> str:
    """The report as one HTML document, in the given words or those of most of its articles; at most FINDINGS
    findings, the gravest."""
    shown = gravest(report, FINDINGS)
    sheet = sheet_of(shown, words)
    style, script = _asset("page.css"), _asset("page.js")
    return (
        f'<!doctype html>\n<html lang="{sheet.words.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{_title(shown, sheet.words)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{_body(shown, report, sheet)}"
        f'<script type="application/json" id="words">{_spoken(sheet.words)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy under which the page's own style and script run, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(code.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def gravest(report: Report, most: int) -> Report:
    """The report with the gravest findings only, in their order; a figure's findings stay together."""
    if len(report.findings) <= most:
        return report
    kept, held = set[int](), 0
    for figure in sorted(figures(report.findings), key=lambda figure: figure.gravity):
        held += len(figure.findings)
        if held > most:
            break
        kept |= {id(finding) for finding in figure.findings}
    return replace(report, findings=tuple(found for found in report.findings if id(found) in kept))


def _title(report: Report, words: Words) -> str:
    found = len(figures(report.findings))
    return f"{words.many('figures', found)} · factcheck" if found else f"{words('none')} · factcheck"


def _spoken(words: Words) -> str:
    held = {key: words(key) for key in _SAID}
    held |= {key: told for key, told in words.table.items() if key.startswith(("todos.", "rules.", "severities.",
                                                                              "certainties."))}  # fmt: skip
    return json.dumps(held, ensure_ascii=True).replace("<", "\\u003c")


def _body(shown: Report, report: Report, sheet: Sheet) -> str:
    words = sheet.words
    views = {
        "articles": _articles(shown, sheet),
        "claims": _claims(shown, sheet),
        "overview": overview(shown, sheet),
    }
    sections = "".join(
        f'<section class="view" id="{view}" aria-labelledby="h-{view}"><h2 id="h-{view}">{words(view)}</h2>'
        f"{made}</section>\n"
        for view, made in views.items()
    )
    tabs = "".join(f'<a href="#{view}">{words(view)}</a>' for view in VIEWS)
    return (
        f'<a class="skip" href="#main">{words("skip")}</a>\n<header><h1>{_headline(shown, words)}</h1>'
        f'<p class="sum">{_summed(shown, words)}</p>{_cut(shown, report, words)}</header>\n'
        f'<div class="bar"><nav aria-label="{words("title")}">{tabs}</nav>{_controls(words)}</div>\n'
        f'<main id="main" tabindex="-1">{_form(words)}{sections}</main>\n'
        f"<footer><p>{text(words('made', version=VERSION))}</p></footer>\n{_help(words)}"
        f'<dialog id="card" aria-label="{words("claim")}"></dialog><p id="said" role="status"></p>\n'
    )


def _headline(report: Report, words: Words) -> str:
    found = len(figures(report.findings))
    where = words.many("in_articles", len(report.articles))
    return f"{words.many('figures', found) if found else words('none')} {where}"


def _summed(report: Report, words: Words) -> str:
    found = Counter(finding.severity for finding in report.findings)
    told = [
        f'<span class="{level[:1]}">{words.many(f"counted.{level}", found[level])}</span>'
        for level in SEVERITIES
        if found[level]
    ]
    return " ".join(told)


def _cut(shown: Report, report: Report, words: Words) -> str:
    if len(shown.findings) == len(report.findings):
        return ""
    cut = words("cut", all=words.number(len(report.findings)), shown=words.number(len(shown.findings)))
    return f'<p class="cut">{cut}</p>'


def _controls(words: Words) -> str:
    return (
        f'<div class="tools" hidden><button type="button" id="theme" aria-label="{words("theme")}">◐</button>'
        f'<button type="button" id="help" aria-label="{words("keys")}">?</button></div>'
    )


def _form(words: Words) -> str:
    """The filters, hidden until the script fills them in."""
    chosen = "".join(
        f'<label>{words(key)} <select name="{key}"><option value="">{words("any")}</option></select></label>'
        for key in FILTERS
    )
    return (
        f'<form id="filters" role="search" aria-label="{words("filters")}" hidden>'
        f'<label class="q">{words("words")} <input type="search" name="q" autocomplete="off"></label>{chosen}'
        f'<button type="reset">{words("clear")}</button><output></output></form>'
        f'<p id="nothing" hidden>{words("nothing_fits")}</p>\n'
    )


def _help(words: Words) -> str:
    rows = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{words(f'key_{name}')}</dd>" for key, name in KEYS)
    return (
        f'<dialog id="keys" aria-labelledby="h-keys"><h2 id="h-keys">{words("keys")}</h2><dl>{rows}</dl>'
        f'<form method="dialog"><button>{words("close")}</button></form></dialog>\n'
    )


def _articles(report: Report, sheet: Sheet) -> str:
    words = sheet.words
    letters = sum(len(passage.text) for article in report.articles for passage in article.passages)
    whole = letters <= LETTERS
    kept = [article for article in report.articles if whole or article.path in sheet.notes]
    legend = " ".join(
        f'<span class="v {shape}">{words.get("verdicts", verdict)}</span>' for verdict, shape in MARKS.items()
    )
    thinned = f"<p>{words('thinned')}</p>" if not whole else ""
    left = len(report.articles) - len(kept)
    rest = f"<p>{words.many('left_articles', left)}</p>" if left else ""
    views = (article_view(article, sheet, number, whole) for number, article in enumerate(kept, 1))
    listed = "".join(
        f'<li><a href="#a{number}" lang="{text(article.language)}">{text(article.title or article.path)}</a> '
        f"<b>{len(sheet.notes.get(article.path, ())) or ''}</b></li>"
        for number, article in enumerate(kept, 1)
    )
    toc = f'<nav class="toc" aria-label="{words("articles")}"><ol>{listed}</ol></nav>'
    return f'<p class="legend">{legend}</p>{thinned}<div class="with">{toc}<div>{"".join(views)}{rest}</div></div>'


def _claims(report: Report, sheet: Sheet) -> str:
    words = sheet.words
    used: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        if mention.claim:
            used[mention.claim].append(mention)
    flagged = Counter(figure.first.claim for figure in figures(report.findings))
    there = [claim for claim in sheet.claims.values() if claim.id in used or claim.id in flagged]
    there.sort(key=lambda claim: -flagged[claim.id])
    cards = "".join(claim_card(claim, used[claim.id], sheet) for claim in there)
    idle = [claim for claim in sheet.claims.values() if claim not in there]
    return cards + _idle(idle, words)


def _idle(claims: Sequence[Claim], words: Words) -> str:
    if not claims:
        return ""
    rows = [
        [f'<span id="{anchor(claim.id)}">{text(claim.title)}</span>', now(claim, words)]
        for claim in claims[:IDLE]
    ]
    more = f"<p>{words.many('and_more', len(claims) - IDLE)}</p>" if len(claims) > IDLE else ""
    made = table([words("claim"), words("now")], rows)
    return f"<details><summary>{words.many('idle', len(claims))}</summary>{made}{more}</details>"
