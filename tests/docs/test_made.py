"""What the pages take from the program and from benchmarks/README.md is what stands there."""

from __future__ import annotations

import html
import importlib.util
import re
from collections import Counter
from types import ModuleType

import pytest

from tests.docs.pages import PAGES
from tests.shell import ROOT


def script(name: str) -> ModuleType:
    """A script of docs/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["rules.md", "settings.md", "accuracy.md"])
def test_a_page_says_what_the_program_says(name: str) -> None:
    made = script("make").made()[name]
    assert made == PAGES[f"docs/{name}"], f"docs/{name} is stale: run python docs/make.py"


def words_of(svg: str) -> Counter[str]:
    """The words that a picture shows; how rich places and colours them may change with its version."""
    shown = " ".join(re.findall(r"<text\b[^>]*>(.*?)</text>", svg, re.S))
    return Counter(html.unescape(shown).split())


def test_the_picture_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    drawn = script("picture").draw()
    kept = (ROOT / "docs" / "scan.svg").read_text("utf-8")
    assert words_of(drawn) == words_of(kept), "docs/scan.svg is stale: run python docs/picture.py"
