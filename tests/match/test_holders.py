"""Whom a text gives a role: in apposition, by a verb that holds or appoints; who only stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.run.article import ScanOptions
from tests.newsroom import DAY, scanned

CASES = Path(__file__).parent / "holders.yaml"


@cache
def cases() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(CASES.read_text("utf-8"))
    return found


def rows() -> Iterator[tuple[str, str, str, str]]:
    for group, case in cases().items():
        for language, said in case["texts"].items():
            for holder, texts in said.items():
                yield from ((group, language, text, holder) for text in texts)


@pytest.mark.parametrize(("group", "language", "text", "holder"), list(rows()))
def test_who_holds_the_role(group: str, language: str, text: str, holder: str, tmp_path: Path) -> None:
    options = ScanOptions(DAY, language)
    found = scanned(tmp_path, cases()[group]["registry"], {"a.md": text}, options).mentions
    doubt = {"sure": "", "possible": "?"}
    told = [f"{m.claim}={m.value}:{str(m.verdict)[:4]}{doubt[m.certainty]}" for m in found]
    assert told == ([] if holder == "nobody" else [holder])


def test_a_claim_of_a_former_holder_has_one(tmp_path: Path) -> None:
    registry = """\
    claims:
      before:
        kind: name
        title: Former keeper of the Skell lighthouse
        match: [former keeper of the Skell lighthouse]
        values: [Edda Voss]
    """
    texts = {
        "a.md": "The former keeper of the Skell lighthouse, Ana Ruiz, was there.",
        "b.md": "The keeper of the Skell lighthouse, Ana Ruiz, was there.",
    }
    found = scanned(tmp_path, registry, texts, ScanOptions(DAY, "en")).mentions
    assert [(mention.path[-4:], mention.value) for mention in found] == [("a.md", "Ana Ruiz")]
