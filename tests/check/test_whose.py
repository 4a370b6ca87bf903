"""Whose value a figure is where the sources of its claim differ, from the text to the verdict: whose.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.newsroom import scanned

DESKS = yaml.safe_load(Path(__file__).with_name("whose.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("desk", "text", "verdicts"), [(desk, text, told) for desk in DESKS for text, told in desk["rows"]]
)
def test_whose(desk: dict[str, Any], text: str, verdicts: dict[str, str], tmp_path: Path) -> None:
    values = [{"value": str(value), "source": key} for key, value in desk["claim"]["values"].items()]
    claim = {**desk["claim"], "values": values, "competing": True}
    registry = {"lang": desk["lang"], "sources": desk["sources"], "claims": {"claim": claim}}
    article = f"---\nlang: {desk['lang']}\n---\n{text}\n"
    report = scanned(tmp_path, yaml.safe_dump(registry, allow_unicode=True), {"a.md": article})
    found = {mention.text: mention.verdict for mention in report.mentions}
    assert {figure: found.get(figure) for figure in verdicts} == verdicts
