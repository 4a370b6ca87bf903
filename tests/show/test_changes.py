"""What articles said before: real repositories, and the words of a revision that could be an order."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.show.changes import since
from tests.show.conftest import LONG, NAME, Git


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


@pytest.mark.parametrize("flag", ["--skip-worktree", "--assume-unchanged"])
def test_what_git_is_told_to_take_for_unchanged_has_changed(git: Git, tmp_path: Path, flag: str) -> None:
    git("update-index", flag, "news/b.md")
    assert since("HEAD", ["news"])("news/b.md") is None
    (tmp_path / "news" / "b.md").write_text("Edited.")
    assert (since("HEAD", ["news"])("news/b.md") or "").endswith("file.\n\nThree.")


@pytest.mark.parametrize("edit", ["news/b.md", "news/link.md", "news/hop.md"])
def test_a_link_is_what_it_leads_to(git: Git, tmp_path: Path, edit: str) -> None:
    (tmp_path / "news" / "hop.md").symlink_to("../news/b.md")
    (tmp_path / "news" / "link.md").symlink_to("hop.md")
    git("add", ".")
    git("commit", "-qm", "links")
    assert since("HEAD", ["news"])("news/link.md") is None
    for path in dict.fromkeys((edit, "news/link.md")):  # another target, or another text at its end
        if (tmp_path / edit).is_symlink():
            (tmp_path / edit).unlink()
        (tmp_path / edit).write_text("Edited.")
        assert (since("HEAD", ["news"])(path) or "").endswith("file.\n\nThree.")


def test_a_link_that_led_out_of_the_repository_tells_nothing(git: Git, tmp_path: Path) -> None:
    for name, target in (("out.md", "/etc/hostname"), ("up.md", "../../x.md"), ("loop.md", "loop.md")):
        (tmp_path / "news" / name).symlink_to(target)
    git("add", ".")
    git("commit", "-qm", "links")
    before = since("HEAD", ["news"])
    assert before("news/out.md") == before("news/up.md") == before("news/loop.md") == ""


def test_a_file_that_git_lfs_keeps_is_known_by_its_bytes(git: Git, tmp_path: Path) -> None:
    text = b"A text.\n"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256(text).hexdigest()}\nsize 8\n"
    (tmp_path / "news" / "b.md").write_text(pointer)
    git("commit", "-qam", "kept elsewhere")
    (tmp_path / "news" / "b.md").write_bytes(text)
    assert since("HEAD", ["news"])("news/b.md") is None
    (tmp_path / "news" / "b.md").write_bytes(b"Another text.\n")
    assert since("HEAD", ["news"])("news/b.md")


def test_what_a_repository_configures_is_not_run(git: Git, sprung: Path) -> None:
    before = since("HEAD", ["news"])
    assert (before("news/b.md") or "").endswith("file.\n\nThree.")
    assert before(f"news/{NAME}") is None
    assert not sprung.exists()
    with pytest.raises(subprocess.CalledProcessError):
        git("diff", "HEAD")
    assert sprung.exists(), "which git itself would run"


def test_what_is_not_there_is_not_fetched(git: Git, sprung: Path, tmp_path: Path) -> None:
    name = git("rev-parse", "HEAD:news/b.md").strip()
    sprung.unlink(missing_ok=True)
    (tmp_path / ".git" / "objects" / name[:2] / name[2:]).unlink()
    before = since("HEAD", ["news"])
    with pytest.raises(FactcheckError, match="nothing is fetched"):
        before("news/b.md")
    assert not sprung.exists()
    with pytest.raises(subprocess.CalledProcessError):
        git("cat-file", "blob", name)
    assert sprung.exists(), "which git itself would do"
