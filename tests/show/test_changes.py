"""What articles said before: real repositories, and the words of a revision that could be an order."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.show.changes import since

Git = Callable[..., str]
NAME = "é a.md"
LONG = "A text of several lines,\nso that git sees the new name\nof the same file.\n"


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in a repository with one commit, the working directory."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

    def run(*args: str) -> str:
        done = subprocess.run(["git", *who, *args], check=True, capture_output=True, encoding="utf-8")
        return done.stdout

    run("init", "-q", "-b", "main")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / NAME).write_text("One.\r\nTwo.\n", "utf-8")
    (tmp_path / "news" / "b.md").write_text(f"{LONG}Three.\n", "utf-8")
    (tmp_path / ".gitignore").write_text("draft.md\n")
    run("add", ".")
    run("commit", "-qm", "first")
    return run


def test_the_text_before(git: Git, tmp_path: Path) -> None:
    here = tmp_path / "news"
    (here / NAME).write_text("One.\nThree.\n", "utf-8")
    git("mv", "news/b.md", "news/c.md")
    (here / "c.md").write_text(f"{LONG}Four.\n", "utf-8")
    (here / "new.md").write_text("New.")
    (here / "draft.md").write_text("Ignored by git.")
    before = since("HEAD", ["news"])
    assert before(f"news/{NAME}") == before(str(here / NAME)) == "One.\n\nTwo."
    assert (before("news/c.md") or "").endswith("file.\n\nThree.")
    assert before("news/new.md") == before("news/draft.md") == before("/elsewhere/x.md") == ""


def test_what_is_the_same_has_not_changed(git: Git) -> None:  # noqa: ARG001
    before = since("main", ["./news/b.md"])
    assert before("./news/b.md") is None
    assert before("news/../news/b.md") is None


def test_standard_input_is_compared_whatever_the_file_holds(git: Git) -> None:  # noqa: ARG001
    before = since("main", ["-"], "news/b.md")
    assert (before("news/b.md") or "").endswith("file.\n\nThree.")
    assert since("main", ["-"], "stdin.md")("stdin.md") == ""


def test_what_others_have_done_since_is_no_change_of_ours(git: Git, tmp_path: Path) -> None:
    git("switch", "-qc", "ours")
    (tmp_path / "news" / "ours.md").write_text("Ours.")
    git("add", ".")
    git("commit", "-qm", "ours")
    git("switch", "-q", "main")
    (tmp_path / "news" / "b.md").write_text("Theirs.")
    git("commit", "-qam", "theirs")
    git("switch", "-q", "ours")
    before = since("main", ["news"])
    assert before("news/b.md") is None
    assert before("news/ours.md") == ""


@pytest.mark.usefixtures("git")
def test_from_a_folder_in_it_and_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path / "news")
    assert since("HEAD", ["."])("b.md") is None
    monkeypatch.chdir("/")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert since("HEAD", [str(tmp_path / "news")])(str(tmp_path / "news" / "b.md")) is None


def test_a_repository_within_is_one_of_its_own(git: Git, tmp_path: Path) -> None:
    inner = tmp_path / "news" / "inner"
    inner.mkdir()
    git("init", "-q", str(inner))
    (inner / "x.md").write_text("X.")
    git("-C", str(inner), "add", ".")
    git("-C", str(inner), "commit", "-qm", "x")
    assert since("HEAD", ["news"])("news/inner/x.md") == ""
    assert since("HEAD", ["news", "news/inner"])("news/inner/x.md") is None


@pytest.mark.parametrize(
    "rev",
    ["nowhere", "", "--help", "--output=x", "-n1", "main:news", "$(touch x)", "a\nb", "HEAD\0", "main --"],
)
def test_a_revision_that_is_none(git: Git, tmp_path: Path, rev: str) -> None:  # noqa: ARG001
    with pytest.raises(FactcheckError, match="--changed-since"):
        since(rev, ["news"])
    assert not (tmp_path / "x").exists()


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(FactcheckError, match="not a git repository"):
        since("HEAD", [str(tmp_path)])


def test_no_git(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(FactcheckError, match="needs git"):
        since("HEAD", ["news"])


def test_a_repository_without_a_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    assert since("HEAD", ["a.md"])("a.md") == ""
    with pytest.raises(FactcheckError, match="has no revision 'main'"):
        since("main", ["a.md"])


def test_an_old_text_that_is_none_is_as_good_as_new(git: Git, tmp_path: Path) -> None:
    (tmp_path / "news" / "b.md").write_bytes(b"\0\1\2")
    git("commit", "-qam", "binary")
    (tmp_path / "news" / "b.md").write_text("Text.")
    assert since("HEAD", ["news"])("news/b.md") == ""
