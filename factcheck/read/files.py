"""Which files are articles: what was named, and what lies below the folders that were named."""

# ruff: noqa: PTH118 - a Path would drop a leading `./`, and there may be millions
from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import islink, join
from pathlib import Path
from typing import Literal

from factcheck.errors import ReadError
from factcheck.model import Unchecked
from factcheck.read.endings import NO_READER, check_ending, is_found, is_unread
from factcheck.read.patterns import Patterns, above, compiled, gitignore, left_out

LARGEST = 512 << 20
"""The most bytes of a file."""
Fate = Literal["article", "excluded", "no-reader", "linked-folder"]
_PASSED_OVER: Mapping[Literal["no-reader", "linked-folder"], str] = {
    "no-reader": NO_READER,
    "linked-folder": "a link to a folder, which is not followed (name it, and it is searched)",
}


@dataclass(frozen=True, slots=True)
class Excludes:
    """What is left out of folders: what `patterns` (as in a .gitignore, relative to the folder `base`, by
    default the working directory) match, and what git ignores. `force` holds the patterns against files and
    folders that were named, too."""

    patterns: tuple[str, ...] = ()
    base: str = ""
    gitignore: bool = True
    force: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The articles' paths, in order and each once; what could not be found, one message each; the files and
    folders (ending in `/`) that were excluded; and what looks like a text or holds some, and was not read."""

    files: tuple[str, ...]
    errors: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


def find(paths: Sequence[str], excludes: Excludes = Excludes()) -> Found:
    """Every article among `paths` (files, and folders searched downwards, sorted).

    A path is as given, joined with what was found below it; `-` (standard input) is passed on as it
    is. In folders, hidden folders and files are skipped, and so is what has another ending or is
    excluded; of these, `UNREAD` texts and links to folders are told. Raises FactcheckError for a pattern
    that is none.
    """
    fates: dict[Fate, dict[str, str]] = defaultdict(dict)
    errors: list[str] = []
    patterns = compiled(excludes.patterns, _absolute(excludes.base))
    for path in paths:
        try:
            for file, fate in _expand(path, patterns, excludes):
                fates[fate].setdefault(_place(file), file)
        except ReadError as error:
            errors.append(str(error))
    files = fates["article"]
    excluded = tuple(file for place, file in fates["excluded"].items() if place not in files)
    named = set(map(_place, paths))  # which was read, or is an error
    unchecked = tuple(
        Unchecked(kind, file, 1, reason)
        for kind, reason in _PASSED_OVER.items()
        for place, file in fates[kind].items()
        if place not in named
    )
    return Found(tuple(files.values()), tuple(errors), excluded, unchecked)


def load(path: str) -> bytes:
    """The bytes of a file. Raises ReadError where it cannot be read, is too large, or a device or a pipe,
    which may never end."""
    try:
        told = Path(path).stat()
        if not stat.S_ISREG(told.st_mode):
            raise ReadError(f"{path}: a folder, a device or a pipe, and no file (give a file)")
        if told.st_size > LARGEST:
            raise ReadError(f"{path}: larger than {LARGEST >> 20} MB, which is not read (split it)")
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from None


def _place(path: str) -> str:
    """What tells one file from another."""
    return path if path == "-" else str(Path(path).absolute())


def _absolute(folder: str) -> str:
    return os.path.abspath(folder)  # noqa: PTH100 - patterns know no `..`


def _expand(path: str, patterns: Patterns, excludes: Excludes) -> list[tuple[str, Fate]]:
    """The files that a path stands for, sorted, each with what becomes of it."""
    if path == "-":
        return [(path, "article")]
    folder = Path(path).is_dir()
    if not folder and not Path(path).exists():
        raise ReadError(f"{path}: no such file or folder (check the spelling)")
    if excludes.force and patterns.cover(_absolute(path) + "/" * folder):
        return [(path.rstrip("/") + "/" * folder, "excluded")]
    if not folder:
        check_ending(path)
        return [(path, "article")]
    return sorted(_below(path, patterns, excludes), key=lambda row: Path(row[0]).parts)


def _below(folder: str, patterns: Patterns, excludes: Excludes) -> Iterator[tuple[str, Fate]]:
    """Each article below a folder, and what else is told of it; what is excluded and links are unsearched."""
    named = (patterns,) if excludes.patterns else ()
    layers = {folder: tuple(above(_absolute(folder)))} if excludes.gitignore else {}
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        place = join(_absolute(parent), "")
        git = layers.pop(parent, ())
        if excludes.gitignore and ".gitignore" in names:
            git += tuple(filter(None, [gitignore(place)]))
        kinds = {name: _kind(place, name) for name in (*(f"{name}/" for name in folders), *names)}
        out = {name for name, kind in kinds.items() if kind and left_out(place + name, named, git)}
        folders[:] = [name[:-1] for name, kind in kinds.items() if kind == "folder" and name not in out]
        layers |= {join(parent, name): git for name in folders}
        for name, kind in kinds.items():
            if name not in out and kind and kind != "folder":
                yield join(parent, name.rstrip("/")), kind
            elif name in out and kind != "no-reader":
                yield join(parent, name), "excluded"


def _kind(place: str, name: str) -> Literal["folder", "linked-folder", "article", "no-reader"] | None:
    """What a name in a folder (absolute, with its `/`) is for a scan; a folder's own ends in `/`, too."""
    if name.startswith("."):
        return None
    if name.endswith("/"):
        return "linked-folder" if islink(place + name[:-1]) else "folder"  # noqa: PTH114 - no Path a folder
    return "article" if is_found(name) else "no-reader" if is_unread(name) else None


def _refuse(error: OSError) -> None:
    raise ReadError(f"{error.filename}: {error.strerror}")
