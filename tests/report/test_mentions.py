"""The mentions as JSON lines: the schema describes them, and their order is the report's."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.model import ArticleSummary, Report
from factcheck.report.mentions import to_mentions
from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned
from tests.report.samples import FINAL, HARBOUR, SAMPLE, VACCINE, mention


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(files("factcheck.report").joinpath("mentions.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def rows(report: Report) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in to_mentions(report).splitlines()]
    for row in found:
        validator().validate(row)
        assert list(row) == validator().schema["required"]
    return found


def test_a_line_is_a_mention_with_its_article() -> None:
    first, second, third = rows(SAMPLE)
    assert [row["path"] for row in (first, second, third)] == [FINAL, HARBOUR, VACCINE]
    assert (second["title"], second["date"], second["month"], second["folder"]) == (
        "What the ferry's manifest did not say", "2025-03-04", "2025-03", "articles",
    )  # fmt: skip
    assert (first["date"], first["month"], first["day"]) == (None, None, "2025-06-15")
    assert (first["value"], first["low"], first["source"], first["status"]) == (
        "61000", 61000.0, "Football League", "sourced",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (61000.0, "61000"),
        (0.125, "0.125"),
        (9e21, "9e+21"),
        (float("inf"), "inf"),
        ((2000.0, 3500.5), "2000..3500.5"),
        ("2025-04", "2025-04"),
    ],
)
def test_a_value_is_a_text(value: Any, expected: str) -> None:
    [row] = rows(Report(mentions=(replace(mention(value=value), low=float("inf")),)))
    assert (row["value"], row["low"]) == (expected, None)


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("a.md", "."),
        ("2025/11/a.md", "2025/11"),
        ("/a.md", "/"),
        ("2025/export.csv#a/b", "2025"),
        ("s3://archive/2025/a.md", "s3://archive/2025"),
    ],
)
def test_the_folder_of_an_article(path: str, folder: str) -> None:
    [row] = rows(Report((ArticleSummary(path, "", None, "en", 1),), (mention(path=path),)))
    assert row["folder"] == folder


@given(st.permutations(range(5)), st.text())
def test_the_order_is_the_articles_and_the_places(order: list[int], text: str) -> None:
    mentions = [replace(mention(path=f"{at % 2}.md", sentence=text), start=at) for at in order]
    articles = tuple(ArticleSummary(f"{name}.md", text, None, "en", 1) for name in (1, 0))
    found = [(row["path"], row["sentence"]) for row in rows(Report(articles, tuple(mentions)))]
    assert found == [("1.md", text)] * 2 + [("0.md", text)] * 3
    assert to_mentions(Report(articles, tuple(mentions))) == to_mentions(
        Report(articles, tuple(sorted(mentions, key=lambda one: one.start)))
    )


def test_what_agrees_and_what_is_about_nothing_is_in_it(tmp_path: Path) -> None:
    registry = "claims: {trams: {title: Trams in service, values: [{value: 48, source: the operator}]}}"
    text = "There are 48 trams in service. There are 47 trams in service. It cost €5.\n"
    report = scanned(tmp_path, registry, {"a.md": text}, ScanOptions(date=DAY, all_figures=True))
    assert [(row["claim"], row["verdict"], row["value"]) for row in rows(report)] == [
        ("trams", "supported", "48"), ("trams", "discrepancy", "47"), (None, None, "5"),
    ]  # fmt: skip
