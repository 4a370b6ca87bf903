"""A registry made ready from the cache matches as one that is made ready anew."""

from __future__ import annotations

import json
import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from factcheck.cache import Cache
from factcheck.cli.main import run
from factcheck.language.lexicon import contrasts
from factcheck.match import index, terms
from factcheck.match.evidence import Sets
from factcheck.match.kept import ready
from factcheck.match.terms import phrase_slots, spoken
from factcheck.registry.kept import open_kept

REGISTRY = "claims:\n" + "".join(
    f"""  town{at}:
    title: Logements à {town} (dwellings, flats of {town})
    match: [dwellings in {town}, logements à {town}]
    context: [{town}]
    values: [{{value: {900 + 37 * at}, as_of: 2025-01-02}}, {{value: {4 + at}%, as_of: 2024}}]
  opened{at}: {{title: The lock of {town} opened, kind: date, values: [2024-06-{at + 10}]}}
  mayor{at}: {{title: Mayor of {town}, kind: name, values: [Ana Holt]}}
"""
    for at, town in enumerate(("Aden", "Bern", "Lyon", "Cork", "Vigo", "Graz", "Oulu", "Brno", "Linz"))
)
ARTICLE = """---
date: 2025-06-01
---
There are 974 dwellings in Lyon, and 1,011 in Cork. The lock of Vigo opened on 14 June 2024.
In Graz the mayor, Ana Holt, said that 1,095 flats stood there.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    os.utime(tmp_path / "claims.yaml", (1, 1))
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.fixture
def forgetful() -> None:
    """Phrases are looked at once in a process."""
    terms.learn({})
    spoken.cache_clear()
    phrase_slots.cache_clear()


@pytest.mark.usefixtures("forgetful")
def test_what_is_made_ready_is_the_same(folder: Path) -> None:
    cache, sets = Cache(folder / "kept"), Sets(*contrasts())
    registry = open_kept("claims.yaml", cache)
    anew = ready(registry, sets, Cache())
    ready(registry, sets, cache)
    spoken.cache_clear()
    phrase_slots.cache_clear()
    kept = ready(registry, sets, cache)
    assert kept == anew
    assert spoken("dwellings in Lyon") == ("en",)


@pytest.mark.usefixtures("forgetful")
def test_a_scan_reports_the_same_with_and_without(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for given in (["--no-cache"], [], []):
        assert run(["scan", "a.md", "--format", "json", *given]) in (0, 1)
        reports.append(json.loads(capsys.readouterr().out))
        kept = sorted(path.name.partition("-")[0] for path in folder.rglob("*.json"))
        assert kept == ([] if given else ["index", "registry"])
    assert reports[0] == reports[1] == reports[2]
    assert reports[0]["summary"]["matched"] > 1


def test_the_switch_is_a_setting(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "factcheck.toml").write_text("no-cache = true\n", "utf-8")
    run(["scan", "a.md"])
    capsys.readouterr()
    assert not list(folder.rglob("*.json"))


@pytest.mark.usefixtures("forgetful", "folder")
@pytest.mark.parametrize(("given", "anew"), [((), False), (("--no-cache",), True)])
def test_what_is_kept_of_phrases_is_not_looked_at_again(
    given: tuple[str, ...], anew: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["scan", "a.md"]) in (0, 1)
    terms.learn({})
    spoken.cache_clear()
    phrase_slots.cache_clear()
    index._texts.cache_clear()
    look = Mock(side_effect=terms.phrase_languages)
    monkeypatch.setattr(terms, "phrase_languages", look)
    assert run(["scan", "a.md", *given]) in (0, 1)
    assert look.called == anew
