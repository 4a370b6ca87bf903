"""What is left out of folders: patterns, and what git ignores, held against git itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.read.files import Excludes, find

TREE = ("a.md", "b.txt", "drafts/a.md", "drafts/kept.md", "old/2024/a.md", "old/2025/a.md", "old/a.md")


def write(folder: Path, **files: str) -> None:
    """Files by path; `__` stands for a slash and `_` for a dot."""
    for name, text in files.items():
        file = folder / name.replace("__", "/").replace("_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text("text", "utf-8")
    monkeypatch.chdir(tmp_path / "news")
    return tmp_path / "news"


@pytest.mark.parametrize(
    ("patterns", "named", "excluded"),
    [
        ("", ".", ""),
        ("drafts", ".", "./drafts/"),
        ("drafts/", ".", "./drafts/"),
        ("a.md/", ".", ""),  # a folder, and there is none of that name
        ("/a.md", ".", "./a.md"),
        ("*.txt", ".", "./b.txt"),
        ("old/*/a.md", ".", "./old/2024/a.md ./old/2025/a.md"),
        ("old/**", ".", "./old/2024/ ./old/2025/ ./old/a.md"),
        ("drafts/* !kept.md", ".", "./drafts/a.md"),
        ("drafts", "drafts", ""),  # it was named
        ("drafts a.md", "drafts", "drafts/a.md"),
        ("drafts", "drafts/a.md", ""),
        ("2024", "../news/old", "../news/old/2024/"),
        ("2024", "./old/", "./old/2024/"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_patterns(patterns: str, named: str, excluded: str) -> None:
    assert list(find([named], Excludes(tuple(patterns.split()))).excluded) == excluded.split()


@pytest.mark.parametrize(
    ("patterns", "named", "excluded"),
    [
        ("drafts", "drafts", "drafts/"),
        ("drafts", "./drafts/a.md", "./drafts/a.md"),
        ("drafts", "a.md", ""),
        ("a.md", "a.md drafts/a.md b.txt", "a.md drafts/a.md"),
        ("/a.md", "a.md drafts/a.md", "a.md"),
    ],
)
@pytest.mark.usefixtures("tree")
def test_by_force_what_was_named_is_left_out_too(patterns: str, named: str, excluded: str) -> None:
    found = find(named.split(), Excludes(tuple(patterns.split()), force=True))
    assert list(found.excluded) == excluded.split()
    assert not {*found.files} & {*found.excluded}


def test_patterns_are_relative_to_their_base(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "old")
    excludes = Excludes(("/old/2024", "/2025"), str(tree))
    assert find(["."], excludes).excluded == ("./2024/",)
    assert find([str(tree / "old")], excludes).excluded == (f"{tree}/old/2024/",)


@pytest.mark.usefixtures("tree")
def test_a_file_that_is_named_as_well_is_read() -> None:
    found = find([".", "drafts/a.md"], Excludes(("a.md",)))
    assert "drafts/a.md" in found.files
    assert "./drafts/a.md" not in found.excluded
    assert "./old/a.md" in found.excluded


@pytest.mark.parametrize("pattern", ["", "!", "# a comment", "[z-a]", "[[a]", "[a||b]"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(FactcheckError, match="is no pattern"):
        find(["."], Excludes((pattern,)))


@pytest.mark.parametrize("pattern", ["[[a]*.md", "[a&&b].md"])
def test_of_a_gitignore_it_is_read_as_git_does(tree: Path, pattern: str) -> None:
    (tree / ".gitignore").write_text(f"{pattern}\n", "utf-8")
    git(tree, "init", "-q")
    assert git(tree, "check-ignore", "a.md", "b.txt") == "a.md\n"
    assert "./a.md" in find(["."]).excluded


def git(folder: Path, *args: str) -> str:
    """What git says."""
    return subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=60
    ).stdout


def untracked(folder: Path, *named: str) -> set[str]:
    """The files that git would offer to add."""
    return set(git(folder, "ls-files", "--others", "--exclude-standard", "--", *named).splitlines())


PLAIN = ["drafts/", "/a.md", "*.md", "!a.md", "!kept.md", "old/*", "!old/2025/", "**/2024", "#no"]
STARS = ["*", "!*", "**", "!**", "*/", "!*/", "/**", "old/**"]
IGNORED = st.lists(st.sampled_from(PLAIN + STARS), max_size=4).map("\n\n".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=IGNORED, old=IGNORED, info=IGNORED)
def test_git_ignores_the_same(tree: Path, top: str, old: str, info: str) -> None:
    if not (tree / ".git").exists():
        git(tree, "init", "-q")
    (tree / ".gitignore").write_text(top, "utf-8")
    (tree / "old" / ".gitignore").write_text(old, "utf-8")
    (tree / ".git" / "info" / "exclude").write_text(info, "utf-8")
    articles = {name for name in untracked(tree) if not name.endswith(".gitignore")}
    assert {file.removeprefix("./") for file in find(["."]).files} == articles


@pytest.mark.parametrize(
    ("files", "named", "read"),
    [
        ({"_gitignore": "drafts"}, "old", "old/2024/a.md old/2025/a.md old/a.md"),
        ({"_gitignore": "2024"}, "old", "old/2025/a.md old/a.md"),  # from above what was named
        ({"_gitignore": "old"}, "old", "old/2024/a.md old/2025/a.md old/a.md"),  # it was named
        ({"_gitignore": "old"}, "old/2024", "old/2024/a.md"),
        ({"_gitignore": "*.md"}, "old/a.md", "old/a.md"),
        ({"_gitignore": "*.md"}, "old", ""),
        ({"_gitignore": "2024", "old___gitignore": "!2024"}, "old", "old/2024/a.md old/2025/a.md old/a.md"),
        ({"_gitignore": "\ufeff2024\n!\n[z-a]\n"}, "old", "old/2025/a.md old/a.md"),
    ],
)
def test_what_git_ignores_below_what_was_named(
    tree: Path, files: dict[str, str], named: str, read: str
) -> None:
    (tree / ".git").mkdir()
    write(tree, **files)
    assert " ".join(find([named]).files) == read
    assert find(["old"], Excludes(gitignore=False)).excluded == ()


def test_outside_a_repository_only_the_folder_itself_says_what_is_ignored(tree: Path) -> None:
    write(tree, _gitignore="2024", old___gitignore="2025")
    assert find(["old"]).files == ("old/2024/a.md", "old/a.md")
    assert find(["old/2025"]).files == ("old/2025/a.md",)


def test_a_work_tree_has_the_excludes_of_its_repository(tree: Path) -> None:
    main = tree.parent / "main"
    write(main, _git__info__exclude="drafts", _git__worktrees__news__commondir="../..\n")
    write(tree, _git=f"gitdir: {main}/.git/worktrees/news\n")
    assert find(["."]).excluded == ("./drafts/",)


def test_a_link_to_a_folder_is_not_followed(tree: Path) -> None:
    (tree / "drafts" / "loop").symlink_to(tree)
    assert find(["drafts"], Excludes(("x",))).files == ("drafts/a.md", "drafts/kept.md")
