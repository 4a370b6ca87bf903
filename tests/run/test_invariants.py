"""What must hold of any scan: the order of its files, its processes and what else is in it change nothing."""

from __future__ import annotations

import multiprocessing
import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.model import Finding, Mention, Report
from factcheck.registry.load import parse_registry
from factcheck.report.json import to_json
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from tests.newsroom import DAY, write

REGISTRY = """\
sources: {port: Port Authority, zoo: {name: City Zoo}}
claims:
  trams: {title: Trams in service, values: [{value: 48, source: port, as_of: 2025-01-10}]}
  visitors:
    title: Visitors of the zoo
    unit: people
    values: [{value: 9000, as_of: 2023, source: zoo}, {value: 12000, as_of: 2024, source: zoo}]
  bridge: {title: Cost of the harbour bridge, values: [{value: 30 million euros, source: port}]}
  mayor: {kind: name, title: Mayor of Larnfield, match: [mayor of Larnfield], values: [Ada Brook]}
  opening: {kind: date, title: Opening of the harbour bridge, values: [2024-05-03]}
"""
SAYING = (
    "There are 48 trams in service, the Port Authority said.",
    "There are 47 trams in service, the Port Authority said.",
    "There are 51 trams in service.",
    "Some 12,000 people visited the zoo last year, according to the City Zoo.",
    "The zoo had 9,000 visitors in 2023, the City Zoo said.",
    "Nearly 15,000 visitors came to the zoo, observers say.",
    "The cost of the harbour bridge is 30 million euros, the Port Authority said.",
    "The cost of the harbour bridge has reached 45 million euros.",
    "The mayor of Larnfield, Ada Brook, was at the table.",
    "The mayor of Larnfield, Paul Reed, was at the table.",
    "The harbour bridge was opened on 3 May 2024.",
    "The harbour bridge was opened on 5 May 2024.",
    "The zoo counted 12,000 visitors and the city had 48 trams in service.",
)
UNRELATED = (
    "It rained in the afternoon, and the wind turned to the west.",
    "Her grandmother kept bees behind the old mill.",
    "Nobody remembered who had painted the ceiling.",
    "The orchestra tuned for a long while before it began.",
)
ARTICLE = st.lists(st.sampled_from(SAYING), min_size=1, max_size=6, unique=True)
OPTIONS = ScanOptions(date=DAY, language="en", all_figures=True)
JOBS = (1, 2, 3) if multiprocessing.get_start_method() == "fork" else (1,)
Texts = Mapping[str, Sequence[str]]
"""The paragraphs of articles, by the name of their file."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report_on(texts: Texts, paths: Sequence[str] = ("news",), jobs: int = 1) -> Report:
    """The report on a folder `news` into which the articles are written in this order."""
    shutil.rmtree("news", ignore_errors=True)
    write(Path(), {f"news/{name}": "\n\n".join(text) for name, text in texts.items()})
    return scan(paths, parse_registry(REGISTRY, "claims.yaml"), replace(OPTIONS, jobs=jobs))


def told(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    """What findings say, without the lines at which they say it, in an order of their own."""
    return sorted(
        (
            *(row.rule, row.severity, row.claim, row.path, row.text, row.sentence, row.expected),
            re.sub(r"(line |\.md:)\d+", r"\1", row.message),
            *sorted(f"{other.path} {other.text} {other.sentence}" for other in row.related),
        )
        for row in findings
    )


def read(mentions: Iterable[Mention]) -> list[tuple[object, ...]]:
    """What was read, without the places, in the order of the text."""
    return [
        (
            *(row.path, row.text, row.sentence, row.kind, row.value, row.claim, row.certainty, row.verdict),
            row.attribution and (row.attribution.status, row.attribution.source),
        )
        for row in mentions
    ]


same = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
few = settings(same, max_examples=15)


@few
@given(
    st.dictionaries(st.sampled_from(["a.md", "b.txt", "c/d.md", "c/e.md"]), ARTICLE, min_size=1), st.data()
)
def test_the_order_of_files_and_the_processes_change_no_byte(texts: Texts, data: st.DataObject) -> None:
    once = to_json(report_on(texts))
    for jobs in JOBS:
        order = data.draw(st.permutations(sorted(texts)))
        assert to_json(report_on({name: texts[name] for name in order}, jobs=jobs)) == once


@few
@given(
    st.dictionaries(st.sampled_from(["a.md", "b.txt", "c/d.md", "c/e.md"]), ARTICLE, min_size=2), st.data()
)
def test_the_order_in_which_files_are_named_is_that_of_the_report(texts: Texts, data: st.DataObject) -> None:
    paths = [f"news/{name}" for name in texts]
    once = report_on(texts, paths)
    named = data.draw(st.permutations(paths))
    report = report_on(texts, named, jobs=data.draw(st.sampled_from(JOBS)))
    assert [row.path for row in report.articles] == named
    assert told(report.findings) == told(once.findings)
    assert sorted(report.mentions, key=lambda row: paths.index(row.path)) == list(once.mentions)


@same
@given(ARTICLE, ARTICLE, st.sampled_from(UNRELATED), st.integers(0, 6))
def test_an_unrelated_sentence_changes_nothing_elsewhere(
    one: list[str], other: list[str], sentence: str, place: int
) -> None:
    before = report_on({"a.md": one, "b.md": other})
    after = report_on({"a.md": [*one[:place], sentence, *one[place:]], "b.md": other})
    assert read(after.mentions) == read(before.mentions)
    assert told(after.findings) == told(before.findings)


@same
@given(ARTICLE, ARTICLE, st.lists(st.sampled_from(UNRELATED), min_size=1, unique=True))
def test_an_unrelated_article_changes_nothing_elsewhere(
    one: list[str], other: list[str], unrelated: list[str]
) -> None:
    before = report_on({"a.md": one, "c.md": other})
    after = report_on({"a.md": one, "b.md": unrelated, "c.md": other})
    assert (after.mentions, after.findings) == (before.mentions, before.findings)
    assert after.counts == before.counts


@same
@given(ARTICLE, ARTICLE)
def test_two_articles_together_are_both_and_their_divergences(one: list[str], other: list[str]) -> None:
    both = report_on({"a.md": one, "b.md": other})
    alone = [report_on({"a.md": one}), report_on({"b.md": other})]
    assert list(both.mentions) == [mention for report in alone for mention in report.mentions]
    own = [finding for finding in both.findings if finding.rule != "divergence"]
    assert own == [finding for report in alone for finding in report.findings]
    for finding in set(both.findings) - set(own):
        assert {finding.path, *(place.path for place in finding.related)} == {"news/a.md", "news/b.md"}
