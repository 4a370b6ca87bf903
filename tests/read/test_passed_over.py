"""What looks like a text and is not read is told, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.read.endings import ENDINGS, UNREAD, is_article, is_unread
from factcheck.read.files import Excludes, find


@pytest.mark.parametrize(
    ("name", "told"),
    [
        *((f"match{ending}", True) for ending in sorted(UNREAD)),
        ("MATCH.RST", True),
        ("a match.2024.Doc", True),
        *((f"match{ending}", False) for ending in ENDINGS),  # which are read
        *((f"match{ending}", False) for ending in (".json", ".jsonl", ".xml", ".yaml", ".toml", ".ini")),
        *((f"match{ending}", False) for ending in (".csv", ".tsv", ".xlsx", ".png", ".svg", ".mp4", ".log")),
        *((f"match{ending}", False) for ending in (".py", ".js", ".css", ".sh", ".ipynb", ".rst.bak")),
        *(
            (name, False)
            for name in ("claims.yaml", "package.json", "LICENSE", "Makefile", "docx", "~$a.doc")
        ),
    ],
)
def test_what_looks_like_a_text(name: str, told: bool) -> None:
    assert is_unread(name) == told


@pytest.mark.parametrize("ending", sorted(UNREAD))
def test_what_is_read_is_not_told_too(ending: str) -> None:
    assert not is_article(f"match{ending}")
    assert ending == ending.lower()


TREE = ("a.md", "b.rst", "claims.yaml", ".b.rst", ".git/b.rst", "cup/c.DOC", "cup/d.txt", "old/e.rst")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "news"
    for name in TREE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("text", "utf-8")
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "f.md").write_text("text", "utf-8")
    (folder / "cup" / "shelf").symlink_to(tmp_path / "shelf")
    (folder / ".shelf").symlink_to(tmp_path / "shelf")
    (folder / "linked.md").symlink_to(folder / "a.md")  # a file that is a link is read
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("named", "excludes", "told"),
    [
        (".", "", "./b.rst ./cup/c.DOC ./cup/shelf ./old/e.rst"),
        ("cup", "", "cup/c.DOC cup/shelf"),
        ("cup ./cup/", "", "cup/c.DOC cup/shelf"),  # each once
        (". cup/shelf", "", "./b.rst ./cup/c.DOC ./old/e.rst"),  # the link was named, and is searched
        (". b.rst", "", "./cup/c.DOC ./cup/shelf ./old/e.rst"),  # which is an error
        (".", "old", "./b.rst ./cup/c.DOC ./cup/shelf"),
        (".", "*.rst shelf", "./cup/c.DOC"),
        (".", "shelf/", "./b.rst ./cup/c.DOC ./old/e.rst"),
        ("a.md", "", ""),
        ("-", "", ""),
    ],
)
@pytest.mark.usefixtures("tree")
def test_what_is_told(named: str, excludes: str, told: str) -> None:
    found = find(named.split(), Excludes(tuple(excludes.split())))
    assert sorted(row.path for row in found.unchecked) == told.split()
    assert {row.kind == "linked-folder" for row in found.unchecked if row.path.endswith("shelf")} <= {True}
    assert not {row.path for row in found.unchecked} & {*found.files, *found.excluded}


def test_what_git_ignores_is_not_told(tree: Path) -> None:
    (tree / ".gitignore").write_text("old/\n*.DOC\nshelf\n", "utf-8")
    assert [row.path for row in find(["."]).unchecked] == ["./b.rst"]
    assert len(find(["."], Excludes(gitignore=False)).unchecked) == 4


@pytest.mark.usefixtures("tree")
def test_a_link_that_is_named_is_searched() -> None:
    assert find(["cup/shelf"]).files == ("cup/shelf/f.md",)


@pytest.mark.usefixtures("tree")
def test_the_excluded_are_counted_as_before() -> None:
    assert find(["."], Excludes(("*.rst", "shelf"))).excluded == ("./cup/shelf/",)
