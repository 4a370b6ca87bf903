"""`--if-staged`: whether a commit concerns a hook, in real repositories."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command

Git = Callable[..., None]
MORE = "claims: {gates: {title: Gates of the stadium, values: [{value: 8, source: S}]}}\n"
ROWS = (
    "include: claims/*.yaml\ntables: {row: {from: data/rows.csv, id: '{id}', title: '{id}', value: '{n}'}}\n"
)
PASSED = "claims.yaml: nothing of it is staged: nothing was checked (--if-staged)\n"


@pytest.fixture
def git(folder: Path) -> Git:
    """Run git in the newsroom's folder, a repository with one commit and nothing staged."""

    def run(*args: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *args], check=True, capture_output=True)

    (folder / "claims").mkdir()
    (folder / "claims" / "more.yaml").write_text(MORE)
    (folder / "data").mkdir()
    (folder / "data" / "rows.csv").write_text("id,n\ndoors,3\n")
    claims = folder / "claims.yaml"
    claims.write_text(ROWS + claims.read_text("utf-8"), "utf-8")
    (folder / "other.yaml").write_text("a: 1\n")
    (folder / "factcheck.toml").write_text("")
    run("init", "-q")
    run("add", ".")
    run("commit", "-qm", "first")
    return run


def is_checked(factcheck: Command) -> bool:
    scanned, checked = (
        factcheck(*verb, "--if-staged") for verb in (("scan", "articles"), ("registry", "check"))
    )
    passed = (scanned.err.endswith(PASSED), checked.err.endswith(PASSED))
    assert passed in ((True, True), (False, False))
    if passed[0]:
        assert (scanned.code, scanned.out, checked.code, checked.out) == (0, "", 0, "")
    return not passed[0]


@pytest.mark.parametrize(
    ("name", "checked"),
    [
        ("claims.yaml", True),
        ("claims/more.yaml", True),
        ("claims/new.yaml", True),
        ("data/rows.csv", True),
        ("factcheck.toml", True),
        ("other.yaml", False),
        ("data/other.csv", False),
        ("articles/final.md", False),
    ],
)
def test_the_verb_knows_its_files(
    factcheck: Command, folder: Path, git: Git, name: str, checked: bool
) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8") + "\n" if path.exists() else "claims: {new: 'New ships: 3'}\n")
    assert is_checked(factcheck), "nothing is staged: as in continuous integration"
    git("add", name)
    assert is_checked(factcheck) is checked


def test_what_is_gone_may_have_been_of_the_registry(factcheck: Command, git: Git) -> None:
    git("rm", "-q", "claims/more.yaml")
    git("rm", "-q", "--cached", "other.yaml")
    (Path("claims.yaml")).write_text(Path("claims.yaml").read_text("utf-8").split("\n", 1)[1], "utf-8")
    assert is_checked(factcheck)


def test_a_baseline_is_of_the_scan_alone(factcheck: Command, git: Git) -> None:
    assert not factcheck("baseline", "write", "articles").code
    git("add", ".factcheck-baseline.json")
    assert not factcheck("scan", "articles", "--if-staged").err.endswith(PASSED)
    assert factcheck("registry", "check", "--if-staged").err.endswith(PASSED)


def test_a_hook_is_asked_of_the_commit_that_is_being_made(
    factcheck: Command, folder: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git commit claims.yaml` leaves what else is staged alone, by an index of its own."""
    (folder / "other.yaml").write_text("a: 2\n")
    git("add", "other.yaml")
    assert not is_checked(factcheck)
    (folder / "data" / "rows.csv").write_text("id,n\ndoors,4\n")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next-index")
    git("read-tree", "HEAD")
    git("add", "data/rows.csv")
    assert is_checked(factcheck)


def test_the_first_commit_and_no_repository(
    factcheck: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    ended = factcheck("registry", "check", "--if-staged")
    assert (ended.code, "not a git repository" in ended.err) == (2, True)
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "articles"], check=True)
    assert not is_checked(factcheck)
    subprocess.run(["git", "add", "."], check=True)
    assert is_checked(factcheck)
