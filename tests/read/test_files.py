"""What is read of the paths that are named."""

from __future__ import annotations

import os
import socket
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read import find, load
from factcheck.read.files import Excludes
from factcheck.read.limits import Limits
from factcheck.read.names import Names
from tests.newsroom import write

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


@pytest.mark.parametrize("shut", ["news", "news/deep", "news/deep/er"])
@pytest.mark.usefixtures("tree")
def test_a_folder_that_cannot_be_listed_gives_up_only_itself(
    monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    listed = os.scandir

    def scandir(folder: str) -> Any:
        if folder == shut:
            raise PermissionError(13, "Permission denied", folder)
        return listed(folder)

    everything = find(["news"]).files
    monkeypatch.setattr("os.scandir", scandir)
    found = find(["news", "news/b.md"])
    assert found.errors == (f"{shut}: Permission denied",), "no all-clear"
    rest = [file for file in everything if not file.startswith(f"{shut}/")]
    assert list(found.files) == rest or (shut, found.files) == ("news", ("news/b.md",))


@pytest.mark.parametrize(
    "path", ["x" * 300 + ".md", f"{'deep/' * 1000}a.md", "a\0b.md", "lone \udcff.md", "two\nlines.md"]
)
@pytest.mark.usefixtures("tree")
def test_a_path_that_can_be_none_is_said_and_the_rest_is_found(path: str) -> None:
    found = find([path, "news/b.md"])
    assert found.files == ("news/b.md",)
    [error] = found.errors
    assert error.startswith(f"{path}: ")


@dataclass
class Entry:
    """What the system tells of a file in a folder."""

    name: str

    def is_dir(self) -> bool:
        return False


@pytest.mark.usefixtures("tree")
def test_a_hundred_thousand_files_are_found_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number:06}.md" for number in range(100_000)]
    monkeypatch.setattr("os.scandir", lambda _: nullcontext(map(Entry, reversed(names))))
    assert find(["news"], Excludes(gitignore=False)).files == tuple(f"news/{name}" for name in names)


def test_load(tree: Path) -> None:
    assert load(str(tree / "news/b.md")) == b"text"
    (tree / "news" / "linked.md").symlink_to("b.md")
    assert load(tree / "news/linked.md") == b"text"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("gone.md", "No such file or directory"),
        ("to-gone.md", "a link that leads nowhere"),
        ("round.md", "Too many levels of symbolic links"),
        ("news", "Is a directory"),
        ("pipe.md", "a named pipe (only files are read; `-` is stdin)"),
        ("to-pipe.md", "a named pipe"),
        ("endless.md", "a device"),
        ("socket.md", "a socket (only files are read)"),
        ("a\0b.md", "no path: it holds a NUL"),
        (f"{'x' * 300}.md", "File name too long"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="it has none of these")
@pytest.mark.usefixtures("tree")
def test_only_files_are_read(path: str, told: str) -> None:
    os.mkfifo("pipe.md")
    for link, target in (
        ("to-gone.md", "gone.md"),
        ("round.md", "round.md"),
        ("to-pipe.md", "pipe.md"),
        ("endless.md", "/dev/zero"),
    ):
        Path(link).symlink_to(target)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.md")
    with pytest.raises(ReadError) as refused:
        load(path, Limits(memory=1))
    assert str(refused.value).startswith(f"{path}: {told}")


@pytest.mark.skipif(os.name == "nt", reason="no pipes there")
def test_a_gitignore_that_is_none_is_passed_over(tree: Path) -> None:
    (tree / ".git").mkdir()
    os.mkfifo(tree / ".gitignore")
    (tree / "news" / ".gitignore").symlink_to("/dev/zero")
    (tree / "news" / "deep" / ".gitignore").mkdir()
    assert len(find(["news"]).files) == 4


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("2024/*.md", "2024/a.md"),
        ("*/*.md", "2024/a.md 2025/c.md"),
        ("**/*.md", "2024/a.md 2024/deep/b.md 2025/c.md [odd].md"),
        ("2024/**", "2024/a.md 2024/deep/b.md"),
        ("./20?4", "./2024/a.md ./2024/deep/b.md"),  # folders, with all below them
        ("202[5-9]/*", "2025/c.md"),
        ("2025/*.csv", "2025/rows.csv"),  # which a folder passes over
        ("[odd].md", "[odd].md"),  # a file of this name
    ],
)
def test_a_pattern_stands_for_what_it_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, expected: str
) -> None:
    names = "2024/a.md 2024/deep/b.md 2025/c.md 2025/rows.csv 2025/.d.md 2025/e.jpg [odd].md"
    write(tmp_path, dict.fromkeys(names.split(), "It rained.\n"))
    monkeypatch.chdir(tmp_path)
    assert find([pattern]).files == tuple(expected.split())
    assert find([str(tmp_path / pattern)]).files == tuple(
        str(tmp_path / name) for name in expected.replace("./", "").split()
    )


def test_what_a_pattern_matches_may_be_excluded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a/b.md": "", "a/c.md": "", "a/d.doc": ""})
    monkeypatch.chdir(tmp_path)
    found = find(["a/*"], Excludes(("c.md",)))
    assert (found.files, found.excluded) == (("a/b.md",), ("a/c.md",))
    assert [row.path for row in found.unchecked] == ["a/d.doc"]
    assert find(["a/*.txt"]).errors == ("a/*.txt: no article is called so (check the spelling)",)


PATHS = st.lists(st.sampled_from(("", "/", "a/", "a/b/", "ü/", "s3://x/")).flatmap(
    lambda folder: st.text(max_size=4).map(folder.__add__)))  # fmt: skip


@given(paths=PATHS, cut=st.slices(8))
def test_names_are_a_tuple_of_less_memory(paths: list[str], cut: slice) -> None:
    names = Names(paths)
    assert (list(names), len(names)) == (paths, len(paths))
    assert [names[at] for at in range(-len(paths), len(paths))] == [*paths, *paths]
    assert list(names[cut]) == paths[cut]
    assert (names == tuple(paths), names == (*paths, "more")) == (True, False)


@pytest.mark.parametrize(
    "paths",
    [["news"], ["news", "empty"], ["news", "news/deep"], ["news/deep", "news"], ["news/*.md", "news"], ["."]],
)
@pytest.mark.usefixtures("tree")
def test_whatever_is_named_twice_is_found_once(paths: list[str]) -> None:
    files = find(paths).files
    assert len(files) == 4
    assert len({os.path.realpath(file) for file in files}) == 4
