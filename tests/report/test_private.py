"""A private source is recognised in articles, and its name stands in no report."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.compare.agree import agree
from factcheck.model import Report
from factcheck.registry.check import inconsistencies
from factcheck.registry.load import parse_registry
from factcheck.report import claims, explain, full, table
from factcheck.report.formats import FORMATS, render
from factcheck.report.screen import console
from factcheck.run.article import ScanOptions
from factcheck.run.explain import explain as explained
from tests.newsroom import DAY, scanned

REGISTRY = """\
sources:
  deep:
    name: Lena Quist (Harbour Office)
    aliases: [the night clerk, LQHO]
    url: https://quist.example.org/
    private: true
  port: Port Authority
claims:
  ships:
    title: Ships lost in the storm
    match: [ships lost in the storm]
    values:
      - {value: 12, as_of: 2025-01, source: deep, url: "https://example.org/quist"}
      - {value: 30, as_of: 2025-01, source: port}
  crews:
    title: Sailors missing after the storm
    values: [{value: 40, source: deep}]
"""
ARTICLE = (
    "The night clerk says that 12 ships were lost in the storm.\n\n"
    "Some 30 sailors are missing after the storm, the port says. There were 19 ships lost in the storm.\n"
)
SECRETS = ["Lena", "LQHO", "Quist", "quist", "deep"]


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return scanned(tmp_path, REGISTRY, {"a.md": ARTICLE})


def shown(report: Report, tmp_path: Path) -> dict[str, str]:
    """Each report by its name."""
    registry = parse_registry(REGISTRY, "claims.yaml")
    out = io.StringIO()
    screen = console(out, 160)
    table.show(report, screen, 1, verbose=True)
    full.show(report, screen, 1)
    for claim in registry.claims:
        claims.show_page(claim, inconsistencies(claim, DAY, agree), screen)
    for line in (1, 3):
        explain.show(explained(str(tmp_path / "a.md"), line, registry, ScanOptions(DAY)), screen, True)
    return {style: render(style, report, str(tmp_path)) for style in FORMATS} | {"screen": out.getvalue()}


def test_the_source_is_recognised(report: Report) -> None:
    told = {mention.text: mention.attribution for mention in report.mentions}
    twelve = told["12"]
    assert twelve is not None
    assert (twelve.status, twelve.source) == ("sourced", "private source 1")


def test_no_report_names_it(report: Report, tmp_path: Path) -> None:
    assert report.findings
    for style, text in shown(report, tmp_path).items():
        assert "ships" in text, style
        assert [secret for secret in SECRETS if secret in text.replace(str(tmp_path), "")] == [], style
    assert "private source 1" in shown(report, tmp_path)["screen"]


def test_the_mask_itself_is_nobody(tmp_path: Path) -> None:
    report = scanned(
        tmp_path, REGISTRY, {"a.md": "A private source 1 says 12 ships were lost in the storm.\n"}
    )
    assert [mention.attribution and mention.attribution.source for mention in report.mentions] != [
        "private source 1"
    ]
