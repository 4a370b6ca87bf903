"""What articles said before, by git: `--changed-since REV`.

The revision to compare with is where the history parted from REV (as in `git diff REV...`, with what is
not committed yet): on a branch, what others have since put into REV is no change of ours.

Files are compared by their bytes, whatever git takes for unchanged (skip-worktree, assume-unchanged, a link
whose target has changed).
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from factcheck.errors import FactcheckError, ReadError
from factcheck.read.article import parted, read_articles
from factcheck.read.formats import Reading
from factcheck.show.git import git, names, parting, root, said

_git = partial(git, "--changed-since")
_LINK = "120000"  # the mode of a symbolic link
_HOPS = 8  # of links that lead to links
_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class _Tree:
    """A repository as it was: its root, the mode and the object of each file, and the old names of those that
    were renamed since."""

    root: Path
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)


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
    roots = dict.fromkeys(root("--changed-since", folder) for folder in there)
    trees = [_tree(one, rev) for one in roots]

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
    old = tree.renamed.get(name, name)
    found = _object(tree, old)
    if found is None:
        return ""
    data = None if given else _bytes(tree.root / name)
    if data is not None and _object_name(data, found) == found:
        return None
    blob = _git(tree.root, "cat-file", "blob", found)
    pointer = _POINTER.match(blob)  # what git-lfs keeps instead of a file
    if pointer and data is not None and hashlib.sha256(data).hexdigest() == pointer[1].decode():
        return None
    try:
        return "\n\n".join(article.text for article in read_articles(old, blob, reading))
    except ReadError:  # then it was no article, and all of it is new
        return ""


def _object(tree: _Tree, name: str) -> str | None:
    """The object that a file had, or the one that it was a link to."""
    for _ in range(_HOPS):
        mode, found = tree.files.get(name, ("", None))
        if mode != _LINK or found is None:
            return found
        target = said(_git(tree.root, "cat-file", "blob", found))
        name = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
    return None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:  # it has gone since it was scanned
        return None


def _object_name(data: bytes, like: str) -> str:
    """What git would call the object of a file that holds this, in a repository that has one `like` it."""
    made = hashlib.new(
        "sha1" if len(like) == 40 else "sha256", b"blob %d\0" % len(data), usedforsecurity=False
    )
    made.update(data)
    return made.hexdigest()


def _tree(root: Path, rev: str) -> _Tree:
    try:
        base = parting("--changed-since", root, rev)
    except FactcheckError:
        if rev == "HEAD":  # which only a branch without a commit lacks
            return _Tree(root)
        raise
    rows = names(_git(root, "ls-tree", "-r", "-z", "--full-tree", base))
    compared = ("--cached", "-M", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
    renames = _git(root, "diff-index", *compared, "--diff-filter=R", "--name-status", "-z", base, "--")
    return _Tree(root, dict(map(_listed, rows)), dict(_renamed(names(renames))))


def _listed(row: str) -> tuple[str, tuple[str, str]]:
    """A name, its mode and its object, from `100644 blob OBJECT<tab>NAME`."""
    about, _, name = row.partition("\t")
    mode, _, found = about.split(" ")
    return name, (mode, found)


def _renamed(status: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The new name and the old one, from `R100`, old, new … in a row."""
    return zip(status[2::3], status[1::3], strict=True)
