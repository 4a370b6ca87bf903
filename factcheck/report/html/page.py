"""The page itself: one file that needs nothing else, and works where scripts are forbidden."""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from factcheck.model import Report
from factcheck.report.html.frame import body, headline, spoken
from factcheck.report.html.overview import overview
from factcheck.report.html.sheet import sheet_of
from factcheck.report.html.views import articles_view, claims_view
from factcheck.report.html.words import Words
from factcheck.show.order import figures

FINDINGS = 10_000
"""How many findings a page holds: with more it would try its reader's patience when it opens."""


def to_html(report: Report, words: Words | None = None) -> str:
    """The report as one HTML document, in the given words, those of its language or of most of its articles;
    at most FINDINGS findings, the gravest."""
    shown = gravest(report, FINDINGS)
    sheet = sheet_of(shown, words)
    views = {
        "articles": articles_view(shown, sheet),
        "claims": claims_view(shown, sheet),
        "overview": overview(shown, sheet),
    }
    style, script = _asset("page.css"), _asset("page.js")
    return (
        f'<!doctype html>\n<html lang="{sheet.words.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{headline(shown, sheet.words)}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body(views, shown, len(report.findings), sheet.words)}"
        f'<script type="application/json" id="words">{spoken(sheet.words)}</script>\n'
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
