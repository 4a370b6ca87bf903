"""The page itself: one file that needs nothing else, and works where scripts are forbidden."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from factcheck.model import Report
from factcheck.report.html.frame import body, headline, spoken
from factcheck.report.html.overview import overview
from factcheck.report.html.sheet import Spot, sheet_of
from factcheck.report.html.views import articles_view, claims_view
from factcheck.report.html.words import Words
from factcheck.show.order import figures

FINDINGS = 10_000
"""How many findings a page holds: with more it would try its reader's patience when it opens."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a server puts around a page: its own bar above all (HTML), style and script, and what stands below
    a note, by its spot."""

    bar: str = ""
    style: str = ""
    script: str = ""
    below: Mapping[Spot, str] = field(default_factory=dict)


def to_html(report: Report, words: Words | None = None, around: Around = Around()) -> str:
    """The report as one HTML document, in the given words, those of its language or of most of its articles;
    at most FINDINGS findings, the gravest."""
    shown = gravest(report, FINDINGS)
    sheet = replace(sheet_of(shown, words), below=around.below)
    views = {
        "articles": articles_view(shown, sheet),
        "claims": claims_view(shown, sheet),
        "overview": overview(shown, sheet),
    }
    return document(
        headline(shown, sheet.words),
        f"{body(views, shown, len(report.findings), sheet.words, around.bar)}"
        f'<script type="application/json" id="words">{spoken(sheet.words)}</script>\n',
        sheet.words,
        [asset("page.css"), around.style],
        [asset("page.js"), around.script],
        served=around != Around(),
    )


def document(
    title: str,
    body: str,
    words: Words,
    styles: Sequence[str],
    scripts: Sequence[str],
    *,
    served: bool = False,
) -> str:
    """An HTML document of a title and a body (both HTML) that loads nothing; `served`, its forms and its
    scripts may ask the server that it came from."""
    styles, scripts = [list(filter(None, codes)) for codes in (styles, scripts)]
    styled = "".join(f"<style>{code}</style>\n" for code in styles)
    run = "".join(f"<script>{code}</script>\n" for code in scripts)
    return (
        f'<!doctype html>\n<html lang="{words.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(styles, scripts, served)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>\n'
        f"{styled}</head>\n<body>\n{body}{run}</body>\n</html>\n"
    )


def policy(styles: Sequence[str], scripts: Sequence[str], served: bool = False) -> str:
    """The Content-Security-Policy under which the page's own styles and scripts run, and nothing else."""
    asks = "connect-src 'self'; form-action 'self'" if served else "form-action 'none'"
    return (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(scripts)}; "
        f"base-uri 'none'; {asks}"
    )


def _hashes(codes: Sequence[str]) -> str:
    """The codes by their hashes; none, where there are none."""
    digests = (base64.b64encode(sha256(code.encode()).digest()).decode() for code in codes)
    return " ".join(f"'sha256-{digest}'" for digest in digests) or "'none'"


@cache
def asset(name: str) -> str:
    """A file that stands beside this one."""
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
