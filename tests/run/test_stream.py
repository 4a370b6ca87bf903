"""Findings as they come are those of the whole report, and so are the numbers that end it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import stream as public
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Known
from factcheck.registry.load import parse_registry
from factcheck.report.concise import closing, concise
from factcheck.report.concise import lines as concise_lines
from factcheck.report.jsonl import lines, to_jsonl
from factcheck.run.article import ScanOptions
from factcheck.run.scan import Scan
from factcheck.run.stream import Stream
from factcheck.show.selection import Policy
from tests.newsroom import DAY, write

REGISTRY = parse_registry(
    """
claims:
  trams: {title: Trams in service, values: [{value: 48, source: the operator}]}
  bridges: {title: Bridges over the Ulm, values: [{value: 12, as_of: 2024-02, source: the county}]}
""",
    "claims.yaml",
)
SENTENCES = (
    "There are 48 trams in service.",
    "There are 47 trams in service, said the operator.",
    "The 53 trams in service are old.",
    "Some 12 bridges over the Ulm were closed.",
    "The 17 bridges over the Ulm, according to the county, were closed.",
    "<!-- factcheck: ignore[divergence, discrepancy] its count -->\n\nIt has 19 bridges over the Ulm.",
    "<!-- factcheck: ignore[unsourced] nothing here -->\n\nIt rained.",
    "It closed 12 roads: 7 in the north and 4 in the south.",
)
ARTICLES = st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), max_size=5)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("news")


def scan_of(home: Path, articles: list[list[str]]) -> Scan:
    """A scan of a folder that holds just these articles."""
    for old in home.glob("*.md"):
        old.unlink()
    write(home, {f"{number}.md": "\n\n".join(said) for number, said in enumerate(articles)})
    return Scan([str(home)], REGISTRY, ScanOptions(date=DAY))


@given(articles=ARTICLES, ignored=st.sampled_from([(), ("divergence",), ("unsourced",)]))
def test_what_comes_is_what_is_reported(
    home: Path, articles: list[list[str]], ignored: tuple[str, ...]
) -> None:
    scan, policy = scan_of(home, articles), Policy(ignore=ignored)
    report, poured = scan.report(policy), Stream(scan, policy, listing=True)
    found = list(poured)
    assert "".join(lines(found)) == to_jsonl(report)
    assert "".join(concise_lines(found)) == concise(report)
    assert closing(poured.totals, 1) == closing(report, 1)
    assert poured.left_out.unchecked == report.unchecked


def test_an_article_is_told_before_the_next_is_read(home: Path) -> None:
    scan = scan_of(home, [[SENTENCES[1]], [SENTENCES[2]]])
    found: Iterator[Finding] = iter(Stream(scan))
    assert Path(next(found).path).name == "0.md"
    (home / "1.md").write_text("It rained.", "utf-8")
    assert {Path(one.path).name for one in found} <= {"0.md"}


def test_the_programs_way_in_is_the_same(home: Path) -> None:
    scan = scan_of(home, [[SENTENCES[1]], [SENTENCES[2]]])
    found = public([str(home)], REGISTRY, ScanOptions(date=DAY))
    assert list(found) == list(Stream(scan))
    assert found.totals.articles == 2


def test_a_baseline_takes_the_whole_report(home: Path) -> None:
    with pytest.raises(FactcheckError, match="as they come"):
        Stream(scan_of(home, []), Policy(baseline=(Known("a.md", "trams", "unsourced", "48."),)))
