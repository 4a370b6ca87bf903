"""Measure the HTML report: how large it is, how soon it opens and how soon it filters, in headless Chromium.

    python benchmarks/page.py [--findings 10000] [--browser /usr/bin/chromium] [--rounds 5]

The findings are those of the sample articles and of articles that corpus.py makes, copied under other names
until there are enough. Each figure is the median of the rounds. Takes the extra `browser`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import corpus
from factcheck.model import Finding, Mention, Related, Report
from factcheck.registry.load import load_registry
from factcheck.report.html.page import to_html
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.show.order import ordered

ROOT = Path(__file__).resolve().parent.parent
ARTICLES, CLAIMS, DAY = 120, 100, "2025-06-01"
OPENED = """() => { const [way] = performance.getEntriesByType('navigation');
  const painted = performance.getEntriesByName('first-contentful-paint')[0];
  return [way.loadEventEnd, painted ? painted.startTime : 0]; }"""
FILTER = """(rule) => new Promise((done) => { const begun = performance.now();
  location.hash = '#articles?rule=' + rule;
  addEventListener('hashchange', () => requestAnimationFrame(() => requestAnimationFrame(
    () => done(performance.now() - begun))), { once: true }); })"""


def base(folder: Path) -> Iterator[Report]:
    """The reports whose findings are copied: of the sample, and of a corpus made in a folder."""
    options = ScanOptions(passages=True)
    yield scan([str(ROOT / "articles")], load_registry(ROOT / "claims.yaml"), options)
    corpus.write(folder, ARTICLES, [CLAIMS], corpus.SEED)
    registry = load_registry(folder / f"claims-{CLAIMS}.yaml")
    yield scan([str(folder / "articles")], registry, replace(options, date=DAY))


def grown(report: Report, findings: int) -> Report:
    """The report, its articles copied under other names until it has so many findings."""
    copies = [_copied(report, f"copy-{number}") for number in range(-(-findings // len(report.findings)))]
    return replace(
        report,
        articles=tuple(article for copy in copies for article in copy.articles),
        mentions=tuple(mention for copy in copies for mention in copy.mentions),
        findings=tuple(finding for copy in copies for finding in copy.findings)[:findings],
    )


def _copied(report: Report, folder: str) -> Report:
    def moved(path: str) -> str:
        return f"{folder}/{Path(path).name}"

    mentions = {id(mention): replace(mention, path=moved(mention.path)) for mention in report.mentions}
    return replace(
        report,
        articles=tuple(replace(article, path=moved(article.path)) for article in report.articles),
        mentions=tuple(mentions.values()),
        findings=tuple(_moved(finding, folder, mentions) for finding in report.findings),
    )


def _moved(finding: Finding, folder: str, mentions: dict[int, Mention]) -> Finding:
    def other(place: Related) -> Related:
        return replace(place, path=f"{folder}/{Path(place.path).name}")

    mention = mentions.get(id(finding.mention), finding.mention)
    path = f"{folder}/{Path(finding.path).name}"
    return replace(finding, path=path, mention=mention, related=tuple(map(other, finding.related)))


def measured(page: Path, browser: str, rounds: int) -> tuple[float, float, float]:
    """Milliseconds until a page is loaded, until the first of it is seen, and until a filter has been set."""
    from playwright.sync_api import sync_playwright

    opened, seen, filtered = list[float](), list[float](), list[float]()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser)
        for _ in range(rounds):
            tab = chromium.new_page(viewport={"width": 1440, "height": 1000})
            tab.goto(page.as_uri(), wait_until="load")
            tab.wait_for_timeout(1000)
            loaded, painted = tab.evaluate(OPENED)
            opened.append(loaded)
            seen.append(painted)
            filtered.append(max(tab.evaluate(FILTER, rule) for rule in ("outdated", "unsourced")))
            tab.close()
        chromium.close()
    return median(opened), median(seen), median(filtered)


def main() -> None:
    """Print a row for each kind of findings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--browser", default=shutil.which("chromium"))
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not options.browser:
        sys.exit("no browser: install Debian's chromium, or name one with --browser")
    with tempfile.TemporaryDirectory() as folder:
        for number, report in enumerate(base(Path(folder, "corpus")), 1):
            many = ordered(grown(report, options.findings))
            begun = perf_counter()
            html = to_html(many)
            wrote = perf_counter() - begun
            page = Path(folder, f"{number}.html")
            page.write_text(html, "utf-8")
            opened, seen, filtered = measured(page, options.browser, options.rounds)
            print(
                f"{'sample' if number == 1 else 'corpus'}: {len(many.findings):,} findings in "
                f"{len(many.articles):,} articles: {len(html.encode()) / 1e6:.2f} MB, "
                f"written in {wrote:.2f} s, opened in {opened / 1000:.2f} s "
                f"(first seen after {seen / 1000:.2f} s), filtered in {filtered / 1000:.2f} s"
            )


if __name__ == "__main__":
    main()
