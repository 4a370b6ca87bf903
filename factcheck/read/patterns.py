"""Patterns in the syntax of .gitignore: what of a folder they leave out. A folder's path ends in `/`."""

# ruff: noqa: PTH118 - text is quicker, and keeps the slash at the end
from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcheck.errors import FactcheckError, ReadError
from factcheck.read.load import load

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# what pathspec reads in its own way: `*` and `*/` without a whole name, `drafts/**` as the folder, too
_SPECIAL = ((re.compile(r"^(!?)\*+(?=/? *$)"), r"\1?*"), (re.compile(r"/\*\*(?= *$)"), "/**/?*"))

_Doubtful = Literal["ignore", "error"]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one place; they are relative to `base`, an absolute folder."""

    base: str
    spec: GitIgnoreSpec

    def verdict(self, path: str) -> bool | None:
        """Whether they leave out an absolute path by itself, whatever they say of the folders above it:
        True, False (a `!` takes it in) or None, for nothing is said."""
        within = _within(path, self.base)
        for pattern in reversed(self.spec.patterns):
            found = pattern.regex.match(within) if pattern.regex else None
            if found and found.end() == len(within):  # else it is a folder above
                return pattern.include
        return None

    def cover(self, path: str) -> bool:
        """Whether they match an absolute path or a folder above it, by whatever links it was named."""
        if not path.startswith(self.base):
            path = os.path.realpath(path)
        return self.spec.match_file(_within(path, self.base))


def compiled(patterns: Sequence[str], base: str) -> Patterns:
    """The patterns of an option or a setting. Raises FactcheckError for one that is none."""
    for pattern in patterns:
        if not _valid(pattern, "error"):
            raise FactcheckError(f"{pattern!r} is no pattern: write it as in a .gitignore (drafts/*.md)")
    return Patterns(base, _spec(patterns))


def gitignore(folder: str) -> Patterns | None:
    """The patterns of an absolute folder's .gitignore; None where it has none."""
    return _read(os.path.join(folder, ".gitignore"), folder)


def above(folder: str) -> Iterator[Patterns]:
    """What git reads before it comes to `folder` (absolute): info/exclude and each .gitignore from the
    repository's root downwards, without `folder`'s own. Nothing outside a repository."""
    root = next((path for path in (Path(folder), *Path(folder).parents) if (path / ".git").exists()), None)
    if root is not None:
        between = [path for path in reversed(Path(folder).parents) if path.is_relative_to(root)]
        found = [_read(_git_folder(root) / "info" / "exclude", str(root)), *map(gitignore, map(str, between))]
        yield from filter(None, found)


def left_out(path: str, *stacks: Sequence[Patterns]) -> bool:
    """Whether one of the `stacks` leaves an absolute path out: the last in it that says something counts."""
    return any(_last(layer.verdict(path) for layer in reversed(stack)) for stack in stacks)


def _last(verdicts: Iterator[bool | None]) -> bool | None:
    return next((verdict for verdict in verdicts if verdict is not None), None)


def _read(path: str | Path, base: str) -> Patterns | None:
    """The patterns of a file that git reads; like git, it passes over lines that are none."""
    try:
        text = load(path).decode("utf-8-sig", "surrogateescape")
    except ReadError:
        return None
    return Patterns(base, _spec(filter(_valid, text.splitlines())))


def _spec(lines: Iterable[str], doubtful: _Doubtful = "ignore") -> GitIgnoreSpec:
    """The patterns of some lines; with `error`, FutureWarning is raised where brackets stand in brackets."""
    from pathspec import GitIgnoreSpec

    for special, plain in _SPECIAL:
        lines = [special.sub(plain, line) for line in lines]
    with warnings.catch_warnings():
        warnings.simplefilter(doubtful, FutureWarning)
        return GitIgnoreSpec.from_lines(lines)


def _within(path: str, base: str) -> str:
    """`path` relative to `base`; outside of it without the root, where only names can match."""
    inside = os.path.join(base, "")
    return path[len(inside) :] if path.startswith(inside) else path.lstrip(os.sep)


@lru_cache(maxsize=1024)
def _valid(pattern: str, doubtful: _Doubtful = "ignore") -> bool:
    try:
        return any(found.include is not None for found in _spec([pattern], doubtful).patterns)
    except (ValueError, re.error, FutureWarning):
        return False


def _git_folder(root: Path) -> Path:
    """Where a repository keeps its own things; a work tree's `.git` is a file that names the place."""
    git = root / ".git"
    if git.is_dir():
        return git
    try:
        own = root / os.fsdecode(load(git)).removeprefix("gitdir:").strip()
        return own / os.fsdecode(load(own / "commondir")).strip()
    except ReadError:
        return git
