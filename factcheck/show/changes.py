"""What articles said before, by git: `--changed-since REV`.

The revision to compare with is where the history parted from REV (as in `git diff REV...`, with what is
not committed yet): on a branch, what others have since put into REV is no change of ours.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.errors import FactcheckError, ReadError
from factcheck.read.article import parted, read_articles
from factcheck.read.formats import Reading

_RETARGETING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # set where git runs a hook


@dataclass(frozen=True, slots=True)
class _Tree:
    """A repository as it was: its root, the commit, its files, and the files since changed, each with its
    old name."""

    root: Path
    commit: str
    files: frozenset[str]
    changed: dict[str, str]


def since(
    rev: str, paths: Sequence[str], stdin_name: str | None = None, reading: Reading | None = None
) -> Callable[[str], str | None]:
    """What tells an article's text at a revision: empty where it was not there, None where it is the same.

    `paths` are the files and folders of the scan; each may lie in a repository of its own. `stdin_name`
    is the article that comes from standard input, whatever the file of that name holds.
    Before the first commit, all is new since HEAD.
    Raises FactcheckError without git, outside a repository, and for a revision that is none.
    """
    folders = [Path(path) if Path(path).is_dir() else Path(path).parent for path in paths if path != "-"]
    folders += [Path(stdin_name).parent] if stdin_name else []
    there = [folder for folder in dict.fromkeys(folders) if folder.is_dir()] or [Path()]
    roots = dict.fromkeys(_root(folder) for folder in there)
    trees = [_tree(root, rev) for root in roots]

    @cache
    def before(path: str) -> str | None:
        path = parted(path)[0]
        place = Path(path).parent.resolve() / Path(path).name
        inner = [tree for tree in trees if tree.root in place.parents]
        if not inner:
            return ""
        tree = max(inner, key=lambda tree: len(tree.root.parts))
        return _before(tree, place.relative_to(tree.root).as_posix(), path == stdin_name, reading)

    return before


def _before(tree: _Tree, name: str, given: bool, reading: Reading | None) -> str | None:
    old = tree.changed.get(name, name)
    if old not in tree.files:
        return ""
    if name not in tree.changed and not given:
        return None
    try:
        blob = _git(tree.root, "cat-file", "blob", f"{tree.commit}:{old}")
        return "\n\n".join(article.text for article in read_articles(old, blob, reading))
    except ReadError:  # then it was no article, and all of it is new
        return ""


def _root(folder: Path) -> Path:
    return Path(_text(_git(folder, "rev-parse", "--show-toplevel")).removesuffix("\n"))


def _tree(root: Path, rev: str) -> _Tree:
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
    except FactcheckError:
        if rev == "HEAD":  # which only a branch without a commit lacks
            return _Tree(root, "", frozenset(), {})
        shallow = " (in a shallow clone, fetch it first)" if _is_shallow(root) else ""
        raise FactcheckError(f"--changed-since: {root} has no revision {rev!r}{shallow}") from None
    base = _base(root, _text(commit).strip())
    files = _names(_git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", base))
    status = _names(
        _git(root, "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", base, "--")
    )
    return _Tree(root, base, frozenset(files), _changed(status))


def _base(root: Path, commit: str) -> str:
    """Where the history parted; without a common past, the commit itself."""
    try:
        return _text(_git(root, "merge-base", commit, "HEAD")).strip()
    except FactcheckError:
        return commit


def _is_shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _changed(status: Sequence[str]) -> dict[str, str]:
    """The old name by the new one, from `M name`, `R100 old new` …, each a field."""
    found: dict[str, str] = {}
    fields = iter(status)
    for letter in fields:
        old = next(fields)
        new = next(fields) if letter[0] in "RC" else old
        found[new] = old
    return found


def _names(output: bytes) -> list[str]:
    return [_text(name) for name in output.split(b"\0") if name]


def _text(output: bytes) -> str:
    return os.fsdecode(output)


def _git(folder: Path, *args: str) -> bytes:
    """What a git command prints. Raises FactcheckError where it cannot be run or fails."""
    environment = {name: value for name, value in os.environ.items() if name not in _RETARGETING}
    command = ["git", "-C", str(folder.absolute()), *args]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, stdin=subprocess.DEVNULL,
            env=environment | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise FactcheckError(f"--changed-since needs git, which cannot be run: {error}") from None
    if done.returncode:
        why = _text(done.stderr).strip().removeprefix("fatal: ").split("\n")[0] or f"git {args[0]} failed"
        raise FactcheckError(f"--changed-since: {folder}: {why}")
    return done.stdout
