"""What is read of the paths that are named."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest

from factcheck.errors import ReadError
from factcheck.read import find, load

TREE = ("b.md", "a.txt", "deep/er/c.markdown", "deep/D.MD", "notes.doc", ".git/x.md", ".hidden.md")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text", "utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["news"], ["news/a.txt", "news/b.md", "news/deep/D.MD", "news/deep/er/c.markdown"]),
        (["news/"], ["news/a.txt", "news/b.md", "news/deep/D.MD", "news/deep/er/c.markdown"]),
        (["./news/deep"], ["./news/deep/D.MD", "./news/deep/er/c.markdown"]),
        (["news/b.md", "news/a.txt"], ["news/b.md", "news/a.txt"]),  # as they were named
        (["news/b.md", "./news/b.md", "news/deep/../b.md"], ["news/b.md", "news/deep/../b.md"]),
        (["news/.hidden.md"], ["news/.hidden.md"]),  # whoever names a hidden file means it
        (["-", "news/b.md"], ["-", "news/b.md"]),
        (["empty"], []),
    ],
)
@pytest.mark.usefixtures("tree")
def test_find(paths: list[str], files: list[str]) -> None:
    found = find(paths)
    assert (list(found.files), found.errors) == (files, ())


@pytest.mark.parametrize(
    ("path", "mend"),
    [("nws", "check the spelling"), ("news/c.md", "check the spelling"), ("news/notes.doc", "convert")],
)
@pytest.mark.usefixtures("tree")
def test_what_cannot_be_found_is_said_after_the_rest_was(path: str, mend: str) -> None:
    found = find([path, "news/b.md"])
    assert found.files == ("news/b.md",)
    [error] = found.errors
    assert error.startswith(f"{path}: ")
    assert mend in error


def test_a_folder_that_cannot_be_listed_is_no_all_clear(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(folder: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr("os.scandir", scandir)
    assert find([str(tree / "news")]).errors == (f"{tree}/news: Permission denied",)


def test_load(tree: Path) -> None:
    assert load(str(tree / "news/b.md")) == b"text"
    with pytest.raises(ReadError, match=r"gone\.md: No such file"):
        load("gone.md")
