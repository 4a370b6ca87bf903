"""Which files are articles: what was named, and what lies below the folders that were named."""

# ruff: noqa: PTH118 - a Path would drop a leading `./`, and there may be millions
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os.path import join
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.read.patterns import Patterns, above, compiled, gitignore, left_out

ENDINGS = (".md", ".markdown", ".txt")


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
    """The articles' paths, in order and each once; what could not be found, one message each; and the files
    and folders (ending in `/`) that were excluded."""

    files: tuple[str, ...]
    errors: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


def find(paths: Sequence[str], excludes: Excludes = Excludes()) -> Found:
    """Every article among `paths` (files, and folders searched downwards, sorted).

    A path is as given, joined with what was found below it; `-` (standard input) is passed on as it
    is. In folders, hidden folders and files are skipped, and so is what has another ending or is
    excluded. Raises FactcheckError for a pattern that is none.
    """
    files: dict[str, str] = {}
    excluded: dict[str, str] = {}
    errors: list[str] = []
    patterns = compiled(excludes.patterns, _absolute(excludes.base))
    for path in paths:
        try:
            taken, left = _expand(path, patterns, excludes)
        except ReadError as error:
            errors.append(str(error))
            continue
        for file in taken:
            files.setdefault(_place(file), file)
        excluded |= {_place(file): file for file in left}
    unread = tuple(file for place, file in excluded.items() if place not in files)
    return Found(tuple(files.values()), tuple(errors), unread)


def load(path: str) -> bytes:
    """The bytes of a file. Raises ReadError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from None


def check_ending(path: str) -> None:
    """Raises ReadError for a name whose ending tells no format that can be read."""
    if not path.lower().endswith(ENDINGS):
        raise ReadError(f"{path}: not a format that can be read (convert it to {', '.join(ENDINGS)})")


def _place(path: str) -> str:
    """What tells one file from another."""
    return path if path == "-" else str(Path(path).absolute())


def _absolute(folder: str) -> str:
    return os.path.abspath(folder)  # noqa: PTH100 - patterns know no `..`


def _expand(path: str, patterns: Patterns, excludes: Excludes) -> tuple[list[str], list[str]]:
    """The files that a path stands for, sorted, and what was excluded of it."""
    if path == "-":
        return [path], []
    folder = Path(path).is_dir()
    if not folder and not Path(path).exists():
        raise ReadError(f"{path}: no such file or folder (check the spelling)")
    if excludes.force and patterns.cover(_absolute(path) + "/" * folder):
        return [], [path.rstrip("/") + "/" * folder]
    if not folder:
        check_ending(path)
        return [path], []
    taken: list[str] = []
    left: list[str] = []
    for file, out in _below(path, patterns, excludes):
        (left if out else taken).append(file)
    return sorted(taken, key=_parts), sorted(left, key=_parts)


def _parts(path: str) -> tuple[str, ...]:
    return Path(path).parts


def _below(folder: str, patterns: Patterns, excludes: Excludes) -> Iterator[tuple[str, bool]]:
    """Each article below a folder, and each that is excluded (True), excluded folders too, unsearched."""
    named = (patterns,) if excludes.patterns else ()
    layers = {folder: tuple(above(_absolute(folder)))} if excludes.gitignore else {}
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        place = join(_absolute(parent), "")
        git = layers.pop(parent, ())
        if excludes.gitignore and ".gitignore" in names:
            git += tuple(filter(None, [gitignore(place)]))
        searched = [f"{name}/" for name in folders if not name.startswith(".")]
        articles = [name for name in names if name.lower().endswith(ENDINGS) and not name.startswith(".")]
        out = {name for name in searched + articles if left_out(place + name, named, git)}
        folders[:] = [name[:-1] for name in searched if name not in out]
        layers |= {join(parent, name): git for name in folders}
        yield from ((join(parent, name), False) for name in articles if name not in out)
        yield from ((join(parent, name), True) for name in out)


def _refuse(error: OSError) -> None:
    raise ReadError(f"{error.filename}: {error.strerror}")
