"""`factcheck explain`: a rule's page, or a line of an article."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

from factcheck.check.rules import RULES
from factcheck.match.explain import Explained, Explanation
from tests.cli.conftest import Command
from tests.report.samples import mention


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_a_rule_prints_its_page_as_it_is(factcheck: Command, rule: Any) -> None:
    assert factcheck("explain", rule.NAME).out == cleandoc(rule.__doc__) + "\n"


def test_nothing_lists_all_rules(factcheck: Command) -> None:
    lines = factcheck("explain").out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.NAME, rule.SEVERITY] for rule in RULES]


@pytest.mark.parametrize("place", ["a.md:7", "a.md:7:12", "a.md:7:12:"])
def test_a_place_is_taken_as_the_concise_report_prints_it(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    asked: list[Any] = []

    def explain(path: str, line: int, registry: Any, options: Any) -> Explanation:
        asked.extend((path, line, registry.claims[0].id, options.language))
        return Explanation(path, line, (Explained(mention(), (), "about `crowd` (88% likely)"),))

    monkeypatch.setattr(import_module("factcheck.run.explain"), "explain", explain, raising=False)
    ended = factcheck("explain", place, "--lang", "en")
    assert asked == ["a.md", 7, "crowd", "en"]
    assert "about `crowd` (88% likely)" in ended.out


def test_the_numbers_are_told_where_they_are_asked_for(factcheck: Command, folder: Path) -> None:
    (folder / "a.md").write_text("The cup final drew 61,000 spectators.\n")
    short, long = (factcheck("explain", "a.md:1", *more).out for more in ((), ("-v",)))
    assert "about `crowd`" in short
    assert "as a logarithm" not in short
    assert "as a logarithm" in long
    assert re.search(r"\+\d\.\d it agrees", long)
