"""Reports for the tests of the page: a small newsroom of our own, and many findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factcheck.model import Report
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

REGISTRY = """\
sources:
  port: {name: Port Authority, url: "https://example.org/port"}
  union: {name: Dockers' Union}
claims:
  cranes:
    title: Cranes at the northern quay
    match: [cranes at the northern quay, grues du quai nord]
    unit: cranes
    values:
      - {value: 12, as_of: 2024-01, source: port}
      - {value: 18, as_of: 2025-02, source: port}
  strikers:
    title: Dockers on strike
    match: [dockers on strike, dockers en grève]
    competing: true
    tolerance: 5%
    values:
      - {value: ">900", as_of: 2025-01-10, until: 2025-05, source: union}
      - {value: 400-450, as_of: 2025-03, source: port}
  master:
    kind: name
    title: Harbour master of Velm
    match: [harbour master of Velm]
    values: [{value: Odile Brandt, source: port}]
  rumour:
    kind: statement
    title: The northern quay is to be closed
    match: [the northern quay is to be closed]
    rating: "false"
    values: [{source: port}]
  idle:
    title: Seals in the harbour
    match: [seals in the harbour]
    values: [7]
"""
ARTICLES = {
    "port/quay.md": (
        "---\ntitle: Twelve cranes and a rumour\ndate: 2025-05-20\n---\n\n"
        "There are 12 cranes at the northern quay, the Port Authority says. One reads everywhere that the"
        " northern quay is to be closed.\n\n"
        "Some 640 dockers on strike stood at the gate. The harbour master of Velm, Odile Brand, watched.\n\n"
        "- The port has 18 cranes at the northern quay, says the Port Authority.\n\n"
        "> Nobody counts the gulls.\n"
    ),
    "port/greve.md": (
        "---\ntitle: Le port à l'arrêt\ndate: 2025-05-21\n---\n\n"
        "Quelque 950 dockers en grève ont bloqué le port, selon le Dockers' Union. Des responsables évoquent"
        " 31 grues du quai nord, mais « we never counted any of the cranes here », dit un grutier.\n"
    ),
    "late.md": "---\ndate: 2025-05-22\n---\n\nThe city counts 21 cranes at the northern quay.\n",
}
OPTIONS = ScanOptions(date=DAY, passages=True)


def port(folder: Path) -> Report:
    """The report on three articles about a port, two of them in English."""
    report = scanned(folder, REGISTRY, ARTICLES, OPTIONS)
    return renamed(report, f"{folder}/", "")


def renamed(report: Report, old: str, new: str) -> Report:
    """The report with one beginning of its paths in place of another."""

    def at(path: str) -> str:
        return new + path.removeprefix(old)

    mentions = {id(mention): replace(mention, path=at(mention.path)) for mention in report.mentions}
    return replace(
        report,
        articles=tuple(replace(article, path=at(article.path)) for article in report.articles),
        mentions=tuple(mentions.values()),
        findings=tuple(
            replace(
                finding,
                path=at(finding.path),
                mention=mentions.get(id(finding.mention)),
                related=tuple(replace(place, path=at(place.path)) for place in finding.related),
            )
            for finding in report.findings
        ),
        unchecked=tuple(replace(row, path=at(row.path)) for row in report.unchecked),
    )


def many(report: Report, copies: int) -> Report:
    """The report so many times over, each under a folder of its own."""
    copied = [renamed(report, "", f"copy-{number}/") for number in range(copies)]
    return replace(
        report,
        articles=tuple(article for one in copied for article in one.articles),
        mentions=tuple(mention for one in copied for mention in one.mentions),
        findings=tuple(finding for one in copied for finding in one.findings),
    )
