"""The corpus that speed is measured on: the same for the same seed, valid, and about what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks import corpus
from factcheck.model import Registry, Report
from factcheck.registry.load import load_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan

ARTICLES, CLAIMS = 12, 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("corpus")
    corpus.write(made, ARTICLES, [10, CLAIMS])
    return made


@pytest.fixture(scope="module")
def registry(folder: Path) -> Registry:
    return load_registry(folder / f"claims-{CLAIMS}.yaml")


@pytest.fixture(scope="module")
def report(folder: Path, registry: Registry) -> Report:
    return scan([str(folder / "articles")], registry, ScanOptions())


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize(("seed", "same"), [(corpus.SEED, True), (corpus.SEED + 1, False)])
def test_the_seed_decides(folder: Path, tmp_path: Path, seed: int, same: bool) -> None:
    corpus.write(tmp_path, ARTICLES, [10, CLAIMS], seed)
    assert contents(tmp_path).keys() == contents(folder).keys()
    assert (contents(tmp_path) == contents(folder)) is same


def test_a_small_registry_is_the_head_of_a_large_one() -> None:
    small, large = (json.loads(corpus.registry(size))["claims"] for size in (10, 50))
    assert list(small.items()) == list(large.items())[:10]


def test_the_registry_is_valid_and_varied(registry: Registry) -> None:
    assert len(registry.claims) == CLAIMS
    assert {claim.kind for claim in registry.claims} == {"quantity", "date", "name", "statement"}
    assert len({claim.match for claim in registry.claims}) == CLAIMS


def test_the_articles_scan(report: Report) -> None:
    assert not report.errors
    assert [article.language for article in report.articles] == ["fr", "en"] * (ARTICLES // 2)
    assert all(12 <= article.sentences <= 45 for article in report.articles)
    assert all(article.title and article.date for article in report.articles)


def test_some_articles_are_about_claims(report: Report) -> None:
    assert 0 < report.counts.matched < report.counts.figures


@pytest.mark.parametrize("code", corpus.LANGUAGES)
def test_nothing_is_left_to_fill_in(code: str) -> None:
    every = [corpus.article(number) for number in range(corpus.LANGUAGES.index(code), 40, 2)]
    assert not [text for text in every if re.search(r"[{}]", text)]
