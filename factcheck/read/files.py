"""Which files are articles: what was named, what a pattern matches, and what lies below folders and addresses
that were named."""

# ruff: noqa: PTH118 - a Path would drop a leading `./`, and there may be millions
from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import join
from pathlib import Path
from typing import Literal

from factcheck.errors import ReadError
from factcheck.model import Unchecked
from factcheck.read.addresses import is_address, is_web, last_name, shown
from factcheck.read.endings import NO_READER, check_ending, ending, is_article, is_found, is_unread
from factcheck.read.globs import is_pattern, parted
from factcheck.read.patterns import Patterns, above, compiled, gitignore, left_out

Fate = Literal["article", "excluded", "no-reader", "linked-folder"]
Kind = Literal["folder", "linked-folder", "article", "no-reader"]
_PASSED_OVER: Mapping[Literal["no-reader", "linked-folder"], str] = {
    "no-reader": NO_READER,
    "linked-folder": "a link to a folder, which is not followed (name it, and it is searched)",
}

_ALIKE = "differs from another address only in what is hidden here, so that no report could tell them apart"


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
    """Every article among `paths`: files, folders searched downwards, patterns (`2024/*.md`, where no file is
    called so) and addresses, each sorted.

    A path is as given, joined with what was found below it; `-` (standard input) is passed on as it
    is. In folders, hidden folders and files are skipped, and so is what has another ending or is
    excluded; of these, `UNREAD` texts and links to folders are told. Raises FactcheckError for a pattern
    that is none.
    """
    fates: dict[Fate, dict[str, str]] = defaultdict(dict)
    errors: list[str] = []
    places = _Places()
    patterns = compiled(excludes.patterns, _absolute(excludes.base)) if excludes.patterns else None
    for path in paths:
        try:
            for file, fate in _expand(path, patterns, excludes, errors):
                if fates[fate].setdefault(places.of(file), file) != file and is_address(file):
                    errors.append(f"{shown(file)}: {_ALIKE}")
        except (ReadError, OSError) as error:
            errors.append(str(error) if isinstance(error, ReadError) else _told(path, error))
    files = fates["article"]
    excluded = tuple(shown(file) for place, file in fates["excluded"].items() if place not in files)
    named = set(map(_place, paths))  # which was read, or is an error
    unchecked = tuple(
        Unchecked(kind, shown(file), 1, reason)
        for kind, reason in _PASSED_OVER.items()
        for place, file in fates[kind].items()
        if place not in named
    )
    return Found(tuple(files.values()), tuple(errors), excluded, unchecked)


def _place(path: str) -> str:
    """What tells one file from another."""
    return shown(path) if path == "-" or is_address(path) else str(Path(path).absolute())


class _Places(dict[str, str]):
    """The places of folders, found once."""

    def __missing__(self, folder: str) -> str:
        self[folder] = found = join(_place(folder), "")
        return found

    def of(self, path: str) -> str:
        """The place of a file."""
        folder, name = os.path.split(path)
        return _place(path) if name in _NO_NAMES or is_address(path) else self[folder] + name


_NO_NAMES = ("", "-", ".", "..")


def _absolute(folder: str) -> str:
    return os.path.abspath(folder)  # noqa: PTH100 - patterns know no `..`


def _expand(
    path: str, patterns: Patterns | None, excludes: Excludes, errors: list[str]
) -> list[tuple[str, Fate]]:
    """The files that a path stands for, sorted, each with what becomes of it; folders below it that cannot be
    listed go to `errors`."""
    if path == "-":
        return [(path, "article")]
    if is_address(path):
        return list(_fetched(path, patterns))
    folder = Path(path).is_dir()
    if not folder and not Path(path).exists():
        if is_pattern(path):
            return _matching(path, patterns, excludes, errors)
        raise ReadError(f"{path}: no such file or folder (check the spelling)")
    if patterns and excludes.force and patterns.cover(_absolute(path) + "/" * folder):
        return [(path.rstrip("/") + "/" * folder, "excluded")]
    if not folder:
        check_ending(path)
        return [(path, "article")]
    return _sorted(_below(path, patterns, excludes, errors))


def _sorted(rows: Iterable[tuple[str, Fate]]) -> list[tuple[str, Fate]]:
    return sorted(rows, key=lambda row: row[0].replace(os.sep, "\0"))  # folder by folder


def _fetched(address: str, patterns: Patterns | None) -> Iterator[tuple[str, Fate]]:
    """The same of an address, where all that it stands for is found as in a folder."""
    from factcheck.read import remote

    found = remote.below(address)
    if found == [address] or is_web(address):
        check_ending(shown(address))
        yield found[0], "article"
        return
    for file in found:
        kind = _named(last_name(file).rpartition("/")[2], ending(address))
        if kind and "/." not in last_name(file):
            yield file, "excluded" if patterns and patterns.cover(_absolute(file)) else kind


def _matching(
    pattern: str, patterns: Patterns | None, excludes: Excludes, errors: list[str]
) -> list[tuple[str, Fate]]:
    """What a pattern matches of the folder before its first sign: files, and folders with all below them."""
    folder, rest = parted(pattern)
    spec = compiled(["/" + rest], _absolute(folder or "."))
    rows = _below(folder or ".", patterns, excludes, errors, ending(pattern))
    found = [(file if folder else file[2:], fate) for file, fate in rows if spec.cover(_absolute(file))]
    if not found:
        raise ReadError(f"{pattern}: no article is called so (check the spelling)")
    return _sorted(found)


def _below(
    folder: str, patterns: Patterns | None, excludes: Excludes, errors: list[str], wanted: str = ""
) -> Iterator[tuple[str, Fate]]:
    """Each article below a folder, and what else is told of it; what is excluded and links are unsearched.
    Files with the ending that is `wanted` are articles, whatever else may be in such."""
    named = (patterns,) if patterns else ()
    left = [(folder, tuple(above(_absolute(folder))) if excludes.gitignore else ())]
    while left:
        parent, git = left.pop()
        place = join(_absolute(parent), "")
        kinds = _listed(parent, errors, wanted)
        if excludes.gitignore:
            git += tuple(filter(None, [gitignore(place)]))
        for name, kind in kinds.items():
            out = left_out(place + name, named, git)
            if out and kind != "no-reader":
                yield join(parent, name), "excluded"
            elif kind == "folder":
                left.append((join(parent, name[:-1]), git))
            elif not out:
                yield join(parent, name.rstrip("/")), kind


def _listed(folder: str, errors: list[str], wanted: str) -> dict[str, Kind]:
    """What of a folder is for a scan, by name; a folder's own ends in `/`, too."""
    try:
        with os.scandir(folder) as entries:
            kinds = [(entry.name, _kind(entry, wanted)) for entry in entries]
    except OSError as error:
        errors.append(_told(folder, error))
        return {}
    return {name + "/" * kind.endswith("folder"): kind for name, kind in kinds if kind}


def _kind(entry: os.DirEntry[str], wanted: str) -> Kind | None:
    name = entry.name
    if name.startswith("."):
        return None
    if _is_folder(entry):
        return "linked-folder" if entry.is_symlink() else "folder"
    return _named(name, wanted)


def _named(name: str, wanted: str) -> Literal["article", "no-reader"] | None:
    """What a file is by its name, where an ending is wanted."""
    if is_found(name) or (ending(name) == wanted and is_article(name)):
        return "article"
    return "no-reader" if is_unread(name) else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _told(path: str, error: OSError) -> str:
    return f"{path}: {error.strerror or error}"
