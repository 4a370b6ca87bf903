"""A session: what is published, of which version, and what counts unsaved."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from factcheck.check.rules import page
from factcheck.lsp.diagnostics import of_article
from factcheck.lsp.documents import Document, draft_path, path_of
from factcheck.lsp.lines import Lines
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import checkups
from tests.lsp.conftest import ARTICLE, REGISTRY
from tests.lsp.rooms import Desk, checked, document, meanwhile

PAGE = """\
<!DOCTYPE html><html><head><meta charset="windows-1252"><meta name="date" content="2024-06-01"></head>
<body><article><h1>The café’s final</h1>
<p>On Saturday, according to the league, the cup final had <b>48,000</b> spectators.</p>
</article></body></html>
"""


def test_each_version_is_checked_and_taken_back_at_the_end(newsroom: Path) -> None:
    async def work(desk: Desk) -> None:
        one = document(newsroom / "final.md")
        desk.session.open(one)
        await desk.settled()
        assert desk.codes("final.md") == ["outdated"]
        desk.session.change(one.uri, [(((6, 55), (6, 61)), "61,000")], 2)
        await desk.settled()
        assert desk.version("final.md") == 2
        assert desk.codes("final.md") == []
        desk.session.close(one.uri)
        await desk.settled()
        assert desk.version("final.md") is None
        assert desk.codes("final.md") == []

    meanwhile(work)


def test_what_an_edit_has_overtaken_is_never_told(newsroom: Path) -> None:
    async def work(desk: Desk) -> None:
        one = document(newsroom / "final.md")
        desk.session.open(one)
        for version in range(2, 8):
            desk.session.change(one.uri, [(((6, 0), (6, 0)), "So. ")], version)
            await asyncio.sleep(0.002)
        await desk.settled()
        versions = [version for version, _ in desk.told["final.md"]]
        assert versions == sorted(versions, key=lambda version: version or 0)
        assert versions[-1] == 7

    meanwhile(work)


def test_an_unsaved_registry_counts_at_once_and_a_broken_one_leaves_the_last(newsroom: Path) -> None:
    async def work(desk: Desk) -> None:
        registry = document(newsroom / "claims.yaml")
        desk.session.open(document(newsroom / "final.md"))
        desk.session.open(registry)
        await desk.settled()
        assert desk.codes("final.md") == ["outdated"]
        later = REGISTRY.replace("{value: 61k, as_of: 2024-05-18", "{value: 61k, as_of: 2025-05-18")
        desk.session.change(registry.uri, [(None, later)], 2)
        await desk.settled()
        assert desk.codes("final.md") == []
        desk.session.change(registry.uri, [(None, later.replace("48k", "48 or so"))], 3)
        await desk.settled()
        [row] = desk.told["claims.yaml"][-1][1]
        assert (row.range.start.line, row.range.start.character) == (7, 16)
        assert desk.codes("final.md") == []
        desk.session.close(registry.uri)
        await desk.settled()
        assert desk.codes("final.md") == ["outdated"]

    meanwhile(work)


def test_unsaved_settings_count_at_once(newsroom: Path) -> None:
    settings = newsroom / "factcheck.toml"
    settings.write_text("", "utf-8")

    async def work(desk: Desk) -> None:
        one = document(settings)
        desk.session.open(document(newsroom / "final.md"))
        desk.session.open(one)
        await desk.settled()
        desk.session.change(one.uri, [(None, '[claim-severity]\ncrowd = "off"\n')], 2)
        await desk.settled()
        assert desk.codes("final.md") == []
        desk.session.change(one.uri, [(None, '[claim-severity]\ncrowds = "off"\n')], 3)
        await desk.settled()
        [row] = desk.told["factcheck.toml"][-1][1]
        assert row.range.start.line == 1
        assert "has no claim `crowds`" in row.message
        desk.session.change(one.uri, [(None, 'ignore = ["outdated"]\nexclude = ["*.md"]\n')], 4)
        await desk.settled()
        assert desk.codes("final.md") == []
        assert desk.codes("factcheck.toml") == []

    meanwhile(work)


def test_each_folder_has_its_registry(newsroom: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "claims.yaml").write_text(REGISTRY.replace("61k", "48k"), "utf-8")
    (other / "second.md").write_text(ARTICLE, "utf-8")
    alone = tmp_path_factory.mktemp("alone") / "third.md"
    alone.write_text(ARTICLE, "utf-8")

    async def work(desk: Desk) -> None:
        for path in (newsroom / "final.md", other / "second.md", alone):
            desk.session.open(document(path))
        await desk.settled()
        assert desk.codes("final.md") == ["outdated"]
        assert desk.codes("second.md") == []
        assert desk.codes("third.md") == []

    meanwhile(work)


def test_what_the_other_articles_say_is_held_against_it(newsroom: Path) -> None:
    for name, number in (("a.md", "48,000"), ("b.md", "61,000")):
        text = f"---\ndate: 2024-06-01\n---\n\nThe league counted {number} spectators at the cup final.\n"
        (newsroom / name).write_text(text, "utf-8")

    async def work(desk: Desk) -> None:
        desk.session.open(document(newsroom / "a.md"))
        await desk.settled()
        assert desk.codes("a.md") == ["divergence", "outdated"]

    meanwhile(work)


def test_what_the_other_articles_say_is_found_once(
    newsroom: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    for name, number in (("a.md", "48,000"), ("b.md", "61,000")):
        text = f"---\ndate: 2024-06-01\n---\n\nThe league counted {number} spectators at the cup final.\n"
        (newsroom / name).write_text(text, "utf-8")
    read: list[str] = []

    def counted(files: Sequence[str], tools: Tools) -> Iterator[Checkup | str]:
        read.extend(Path(file).name for file in files)
        return checkups(files, tools)

    async def work(desk: Desk) -> None:
        desk.session.open(document(newsroom / "a.md"))
        await desk.settled()
        assert desk.codes("a.md") == ["divergence", "outdated"]

    monkeypatch.setattr("factcheck.run.engines.checkups", counted)
    meanwhile(work)
    assert sorted(read) == ["a.md", "b.md", "final.md"]
    (newsroom / "final.md").write_text(ARTICLE + "\nIt rained.\n", "utf-8")
    meanwhile(work)
    assert sorted(read)[2:] == ["final.md", "final.md"]


def test_a_rule_s_page_is_a_file_that_an_editor_opens(
    newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [row.code_description for row in of_article(checked(newsroom / "final.md"))] == [None]
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    [row] = of_article(checked(newsroom / "final.md"))
    assert row.code_description is not None
    told = Path(path_of(row.code_description.href)).read_text("utf-8")
    assert told == page("outdated")
    assert "What to do" in told


@pytest.mark.parametrize(
    ("address", "kind", "name"),
    [
        ("untitled:Untitled-1", "markdown", "Untitled-1.md"),
        ("untitled:Untitled-2", "html", "Untitled-2.html"),
        ("untitled:Sans%20titre", "plaintext", "Sans titre.txt"),
        ("untitled:/home/ana/draft.md", "markdown", "draft.md"),
        ("untitled:..%2F..%5Cetc", "markdown", "etc.md"),
        ("untitled:Untitled-3", "yaml", ""),
    ],
)
def test_where_a_text_that_was_never_saved_would_lie(
    newsroom: Path, address: str, kind: str, name: str
) -> None:
    assert draft_path(address, kind, newsroom) == (str(newsroom / name) if name else "")


def test_a_text_that_was_never_saved_is_held_against_the_others_but_they_not_against_it(
    newsroom: Path,
) -> None:
    text = "---\ndate: 2024-06-01\n---\n\nThe league counted {} spectators at the cup final.\n"
    (newsroom / "a.md").write_text(text.format("61,000"), "utf-8")
    path = draft_path("untitled:final", "markdown", newsroom)

    async def work(desk: Desk) -> None:
        lines = Lines(text.format("48,000"))
        desk.session.open(Document("untitled:final", path, 1, lines))
        desk.session.open(document(newsroom / "a.md"))
        await desk.settled()
        assert desk.codes("untitled:final") == ["divergence", "outdated"]
        assert all(row.code != "divergence" for row in desk.told["a.md"][0][1])
        again = desk.session.checks[document(newsroom / "a.md").uri]
        assert {one.path for row in again.report.findings for one in row.related} <= {
            str(newsroom / "final.md")
        }

    meanwhile(work)


def test_nothing_of_a_folder_is_run(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: object, **__: object) -> None:
        pytest.fail("a process was started")

    for name in ("conftest.py", "sitecustomize.py"):
        (newsroom / name).write_text("raise SystemExit('was run')\n", "utf-8")
    (newsroom / ".git" / "hooks").mkdir(parents=True)
    monkeypatch.setattr(subprocess, "Popen", run)
    monkeypatch.setattr("os.system", run)

    async def work(desk: Desk) -> None:
        desk.session.open(document(newsroom / "final.md"))
        desk.session.open(document(newsroom / "claims.yaml"))
        await desk.settled()
        assert desk.codes("final.md") == ["outdated"]

    meanwhile(work)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("final.txt", ARTICLE),
        ("final.html", PAGE),
    ],
)
def test_every_text_is_read(newsroom: Path, name: str, text: str) -> None:
    async def work(desk: Desk) -> None:
        desk.session.open(document(newsroom / "claims.yaml"))
        desk.session.open(document(newsroom / name, text))
        await desk.settled()
        assert "outdated" in desk.codes(name)

    meanwhile(work)


def test_what_cannot_be_read_is_told_at_its_line(newsroom: Path) -> None:
    async def work(desk: Desk) -> None:
        desk.session.open(document(newsroom / "final.md", "---\ndate: [\n---\n\nText.\n"))
        await desk.settled()
        [row] = desk.told["final.md"][-1][1]
        assert row.code is None
        assert "front matter" in row.message

    meanwhile(work)
