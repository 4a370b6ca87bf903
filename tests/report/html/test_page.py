"""The page: what it shows, that it is the same each time, and that nothing in it can run or load."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hatchling.builders.wheel import WheelBuilder

from factcheck.cli.main import cli
from factcheck.model import ArticleSummary, Passage, Report
from factcheck.report.html.known import known
from factcheck.report.html.page import gravest, to_html
from factcheck.report.html.words import languages
from factcheck.show.fingerprint import fingerprint
from factcheck.show.order import figures, ordered
from tests.newsroom import scanned
from tests.report.html.parsed import elements, harmless
from tests.report.html.samples import OPTIONS, many, port
from tests.report.samples import WHOLE
from tests.report.test_hostile import PAYLOADS
from tests.report.test_hostile import report as hostile

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return ordered(port(tmp_path_factory.mktemp("port")))


@pytest.fixture(scope="module")
def page(report: Report) -> str:
    return to_html(report)


def ids(html: str) -> list[str]:
    return [attributes["id"] for _, attributes in elements(html) if "id" in attributes]


def test_all_findings_are_in_the_html_by_their_fingerprint(report: Report, page: str) -> None:
    assert {fingerprint(finding) for finding in report.findings} <= set(ids(page))


def test_each_link_within_the_page_leads_somewhere(page: str) -> None:
    links = {
        attributes["href"][1:] for _, attributes in elements(page) if attributes.get("href", "")[:1] == "#"
    }
    assert len(links) > 20
    assert links <= set(ids(page))


def test_no_id_stands_twice(page: str) -> None:
    assert len(ids(page)) == len(set(ids(page)))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ('<h3><a class=o id=m1 href=#c-cranes>Twelve</a><sup>', True),
        ("<a class=o id=m2 href=#c-cranes>12</a>", True),
        ("<a class=s id=m6 href=#c-cranes>18</a> cranes", True),
        ("<a class=x id=m4 href=#c-strikers>Some 640</a>", True),
        ("<p class=\"item\">The port has", True),
        ("<p class=\"quote\">Nobody counts the gulls.</p>", True),
        ("<div class=t lang=\"fr\"><h3>Le port à l'arrêt</h3>", True),
        ("<span lang=en> we never counted any of the cranes here", True),
        ("<i>Registry</i> 18 since 2025-02 (Port Authority)", True),
        ("<q lang=\"en\">18</q> <a href=#m6>line 10</a>", True),
        ("<summary>1 claim that is in no article here</summary>", True),
        ('<a href="https://example.org/port" rel="noreferrer">Port Authority</a>', True),
        ("<a class=s id=m6 href=#c-cranes>18</a><sup>", False),
    ],
)  # fmt: skip
def test_what_stands_on_it(text: str, there: bool, page: str) -> None:
    assert (text in page) is there


def test_the_registry_speaks_as_the_findings_do(report: Report) -> None:
    days = {article.path: article.day for article in report.articles}
    claims = {claim.id: claim for claim in report.known}
    for finding in report.findings:
        assert known(claims[finding.claim], days[finding.path], languages()["en"]) == finding.expected


def test_its_words_are_those_of_most_of_its_articles(report: Report) -> None:
    french = replace(report, articles=tuple(replace(a, language="fr") for a in report.articles))
    unknown = replace(report, articles=tuple(replace(a, language="xx") for a in report.articles))
    told = [to_html(one)[:200] for one in (report, french, unknown, replace(report, language="es"))]
    assert [re.findall(r'<html lang="(..)"', text) for text in told] == [["en"], ["fr"], ["en"], ["es"]]


@pytest.mark.parametrize("code", sorted(languages()))
def test_it_speaks_each_language(code: str, report: Report) -> None:
    words = languages()[code]
    html = to_html(report, words)
    harmless(html)
    for key in ("articles", "claims", "overview", "registry", "rules.outdated", "todos.outdated"):
        assert words(key) in html, key
    assert not re.search(r"\{\w*\}", html.partition("<body>")[2].partition("<script")[0])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_inert(payload: str) -> None:
    told = hostile(payload)
    passage = Passage("paragraph", 0, payload * 2, payload, "en", (((0, len(payload)), "fr"),))
    article = replace(told.articles[0], passages=(passage, replace(passage, kind="title")))
    told = replace(told, articles=(article,), known=(replace(told.claims[0], id="other"), *told.claims))
    for code in ("en", "fr"):
        html = to_html(told, languages()[code])
        harmless(html)
        assert "alert(1)" not in "".join(re.findall(r"<script[^>]*>(.*?)</script>", html, re.S))


def test_a_report_without_texts_shows_the_sentences(report: Report) -> None:
    bare = replace(report, articles=tuple(replace(a, passages=()) for a in report.articles))
    html = to_html(bare)
    harmless(html)
    assert "<mark class=o id=m2>12</mark><sup><a href=" in html
    assert "There are" in html
    assert "gulls" not in html
    harmless(to_html(WHOLE))
    harmless(to_html(Report()))


def test_of_too_many_findings_the_gravest_are_kept_whole(report: Report) -> None:
    cut = gravest(report, 7)
    assert 0 < len(cut.findings) <= 7
    every, kept = figures(report.findings), figures(cut.findings)
    left = [figure for figure in every if figure not in kept]
    assert len(kept) + len(left) == len(every)
    assert max(figure.gravity for figure in kept) <= min(figure.gravity for figure in left)
    assert all(finding in report.findings for finding in cut.findings)
    assert gravest(report, len(report.findings)) is report


def test_a_page_with_too_many_says_so(report: Report) -> None:
    every = many(report, 800)
    html = to_html(every)
    assert len(every.findings) > 10_000
    assert "Of 11,200 findings this page holds the gravest" in html
    assert "There is too much text for one page" in html
    assert "gulls" not in html
    assert len(html.encode()) < 4e6


def test_the_page_of_few_says_nothing_of_that(page: str) -> None:
    assert "this page holds the gravest" not in page
    assert "too much text" not in page


def written(folder: Path, name: str, *more: str) -> str:
    call = ["scan", "articles/2025-11-12-builders.md", "--report", f"html={folder / name}", *more]
    done = CliRunner().invoke(cli, call, catch_exceptions=False)
    assert "6 figures to look at" in done.output
    return (folder / name).read_text("utf-8")


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    html = written(tmp_path, "a.html")
    harmless(html)
    assert '<html lang="en">' in html
    assert "Who is coming" in html
    assert '<html lang="fr">' in written(tmp_path, "b.html", "--report-language", "fr")
    assert html == written(tmp_path, "c.html", "--jobs", "1")


def test_the_same_report_gives_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    pages = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.html"
        call = [sys.executable, "-m", "factcheck", "scan", "articles/2025-09-04-carnet.md", "-q"]
        done = subprocess.run(
            [*call, "--report", f"html={path}"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, 1), done.stderr
        pages.append(path.read_bytes())
    assert pages[0] == pages[1]


def test_the_wheel_has_what_the_page_is_made_of(tmp_path: Path) -> None:
    wheel = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"]))
    with zipfile.ZipFile(wheel) as archive:
        there = {Path(name).name for name in archive.namelist() if name.startswith("factcheck/report/html/")}
    here = {path.name for path in (ROOT / "factcheck" / "report" / "html").iterdir() if path.is_file()}
    assert there == here >= {"page.css", "page.js", "words.toml"}


def test_an_article_without_a_title_goes_by_its_name() -> None:
    article = ArticleSummary("notes/draft.md", "", None, "en", 2, "2025-06-01")
    html = to_html(Report((article,)))
    assert "<h3>draft.md</h3>" in html
    assert "no date: judged as of 2025-06-01" in html


PRIVATE = """\
sources:
  deep:
    name: Lena Quist (Harbour Office)
    aliases: [the night clerk, LQHO]
    url: https://quist.example.org/
    private: true
claims:
  ships:
    title: Ships lost in the storm
    match: [ships lost in the storm]
    values:
      - {value: 12, as_of: 2025-01, source: deep, url: "https://example.org/quist"}
      - {value: 14, as_of: 2025-02, source: deep}
  crews: {title: Sailors missing, values: [{value: 40, source: deep}]}
"""


def test_a_private_source_is_masked(tmp_path: Path) -> None:
    told = "The night clerk says that 12 ships were lost in the storm. Another 19 ships lost in the storm.\n"
    html = to_html(scanned(tmp_path, PRIVATE, {"a.md": told}, OPTIONS))
    assert "private source 1" in html
    shown = html.replace(str(tmp_path), "")
    assert [secret for secret in ("Lena", "LQHO", "Quist", "quist", "deep") if secret in shown] == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("ignore", True),
        ("arithmetic", True),
        ("new-rule", True),
        ("outdated", False),
        ("possible", False),
    ],
)
def test_a_rule_that_a_name_does_not_explain_says_more(rule: str, told: bool, report: Report) -> None:
    finding = replace(report.findings[0], rule=rule, said="11 and 3 are 14, not 15")
    html = to_html(replace(report, findings=(finding,)))
    assert ("<span lang=en>11 and 3 are 14, not 15</span>" in html) is told


def test_claims_at_a_glance(page: str) -> None:
    row = (
        "<a href=#c-cranes>Cranes at the northern quay</a></td><td><b>18</b> (Port Authority) · 2025-02</td>"
    )
    assert f'<tr><td>{row}<td class="num">1</td><td class="num">4</td></tr>' in page


@pytest.mark.parametrize(
    ("heading", "shown"),
    [("Rain in Orm", 1), ("Rain in Ulm", 2), ("Rain on 12 days", 2)],
)
def test_a_title_is_shown_once(tmp_path: Path, heading: str, shown: int) -> None:
    title = "Rain on 12 days" if "12" in heading else "Rain in Orm"
    article = f"---\ntitle: {title}\n---\n# {heading}\n\nIt rained on 14 days.\n"
    registry = "claims: {rain: {title: Days of rain in Orm, match: [it rained, rain], values: [12 days]}}"
    html = to_html(scanned(tmp_path, registry, {"a.md": article}, OPTIONS))
    assert len(re.findall(r"<h[34][^>]*>\s*Rain", html)) == shown
