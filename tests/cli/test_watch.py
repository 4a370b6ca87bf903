"""`factcheck watch`: told anew when what was found differs, and only then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.shell import ROOT

WRONG = "The final drew 52,000 spectators, says the Football League.\n"
RIGHT = "The final drew 61,000 spectators, says the Football League.\n"
FLAG = "error discrepancy crowd"


class Watcher:
    """A `factcheck watch` that runs, told step by step."""

    def __init__(self, *args: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "watch", *args],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    def told(self) -> str:
        """All that is told until it waits again."""
        assert self.process.stdout
        lines: list[str] = []
        for line in self.process.stdout:
            if "watching (Ctrl-C ends it)" in line:
                break
            lines.append(line)
        return "".join(lines)

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate(timeout=60)
        assert rest == ""
        return self.process.returncode


@pytest.fixture
def watch(folder: Path) -> Iterator[Callable[..., Watcher]]:  # noqa: ARG001
    started: list[Watcher] = []

    def start(*args: str) -> Watcher:
        started.append(Watcher(*args))
        return started[-1]

    yield start
    for watcher in started:
        watcher.process.kill()
        watcher.process.communicate()


def saved(path: Path, text: str) -> None:
    """As editors save: another file in its place."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def test_each_change_is_told_and_nothing_else(folder: Path, watch: Callable[..., Watcher]) -> None:
    article = folder / "articles" / "final.md"
    watcher = watch("articles/*")
    assert FLAG not in watcher.told()
    saved(article, WRONG)
    assert FLAG in watcher.told()
    saved(article, WRONG)  # the same: if it were told, the next line would be it
    (folder / "articles" / "other.pdf.tmp").write_text("no article", "utf-8")
    article.rename(folder / "articles" / "renamed.md")
    assert f"articles/renamed.md:1:16: {FLAG}" in watcher.told()
    (folder / "articles" / "renamed.md").unlink()
    assert "1 article" in watcher.told()
    assert watcher.end() == 0


def test_what_articles_are_held_against_is_watched_too(folder: Path, watch: Callable[..., Watcher]) -> None:
    article = folder / "articles" / "final.md"
    registry = folder / "claims.yaml"
    good = registry.read_text("utf-8")
    saved(article, WRONG)
    watcher = watch(str(article))
    assert FLAG in watcher.told()
    saved(registry, good.replace("61k", "52k"))
    assert FLAG not in watcher.told()
    saved(registry, f"{good}x: [\n")
    assert "claims.yaml:18:1" in watcher.told()
    saved(registry, good)
    assert FLAG in watcher.told()
    (folder / "factcheck.toml").write_text('ignore = ["discrepancy"]\n', "utf-8")
    assert FLAG not in watcher.told()
    (folder / "factcheck.toml").write_text('ignor = ["discrepancy"]\n', "utf-8")
    assert "no setting is called `ignor`" in watcher.told()
    (folder / "factcheck.toml").unlink()
    assert FLAG in watcher.told()
    assert watcher.end() == 1


def test_what_the_settings_name_is_watched_when_they_change(
    folder: Path, watch: Callable[..., Watcher]
) -> None:
    other = folder / "other.yaml"
    other.write_text((folder / "claims.yaml").read_text("utf-8").replace("61k", "52k"), "utf-8")
    saved(folder / "articles" / "final.md", WRONG)
    watcher = watch("articles")
    assert FLAG in watcher.told()
    (folder / "factcheck.toml").write_text('claims = "other.yaml"\n', "utf-8")
    assert FLAG not in watcher.told()
    saved(other, (folder / "claims.yaml").read_text("utf-8"))
    assert FLAG in watcher.told()
    assert watcher.end() == 1


def test_a_folder_that_is_made_anew_is_seen(folder: Path, watch: Callable[..., Watcher]) -> None:
    watcher = watch("articles", "--allow-empty")
    watcher.told()
    (folder / "articles").rename(folder / "away")
    assert "articles" in watcher.told()
    saved(folder / "away" / "final.md", WRONG)
    (folder / "away").rename(folder / "articles")
    assert FLAG in watcher.told()
    assert watcher.end() == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ("-", "standard input (-) cannot be watched: name a file or a folder"),
        ("https://example.org/a.md", "https://example.org/a.md: an address cannot be watched"),
        ("", "no article was named"),
        ("articles --fail-on never --no-such", "--no-such"),
        ("articles --shard 1/2", "--shard"),
    ],
)
def test_what_it_refuses(factcheck: Command, args: str, told: str) -> None:
    ended = factcheck("watch", *args.split())
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err


def test_without_its_extra_it_says_what_to_install(
    factcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.cli.watch.find_spec", lambda _: None)
    ended = factcheck("watch", "articles")
    assert (ended.code, ended.err) == (2, "error: watch takes an extra: pip install 'factlint[watch]'\n")
