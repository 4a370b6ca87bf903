"""Which files are articles: what was named, what a pattern matches, and what lies below folders and addresses
that were named."""

# ruff: noqa: PTH118 - a Path would drop a leading `./`, and there may be millions
from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from os.path import join
from pathlib import Path
from typing import Literal

from factcheck.errors import ReadError
from factcheck.model import Unchecked
from factcheck.read.addresses import is_address, is_web, last_name, shown
from factcheck.read.endings import NO_READER, check_ending, ending, is_article, is_found, is_unread
from factcheck.read.globs import is_pattern, parted
from factcheck.read.names import Names
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

    files: Sequence[str]
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
    files = Names(_articles(paths, excludes, fates, errors))
    articles = fates["article"]
    excluded = tuple(shown(file) for place, file in fates["excluded"].items() if place not in articles)
    named = set(map(_place, paths))  # which was read, or is an error
    unchecked = tuple(
        Unchecked(kind, shown(file), 1, reason)
        for kind, reason in _PASSED_OVER.items()
        for place, file in fates[kind].items()
        if place not in named
    )
    return Found(files, tuple(errors), excluded, unchecked)


def _articles(
    paths: Sequence[str], excludes: Excludes, fates: dict[Fate, dict[str, str]], errors: list[str]
) -> Iterator[str]:
    """Each article once; what else there is goes to its fate, by its place, and so do the articles where one
    might come twice."""
    patterns = compiled(excludes.patterns, _absolute(excludes.base)) if excludes.patterns else None
    places, once = _Places(), _apart(paths)
    for path in paths:
        try:
            for file, fate in _expand(path, patterns, excludes, errors):
                if once and fate == "article":
                    yield file
                    continue
                known, place = fates[fate], places.of(file)
                if place not in known:
                    known[place] = file
                    if fate == "article":
                        yield file
                elif known[place] != file and is_address(file):
                    errors.append(f"{shown(file)}: {_ALIKE}")
        except (ReadError, OSError) as error:
            errors.append(str(error) if isinstance(error, ReadError) else _told(path, error))


def _apart(paths: Sequence[str]) -> bool:
    """Whether nothing can be found twice: no path is an address, or within another one."""
    if any(map(is_address, paths)):
        return False
    folders = (parted(path)[0] or "." if is_pattern(path) else path for path in paths)
    places = sorted(join(_place(folder), "") for folder in folders)
    return not any(other.startswith(one) for one, other in pairwise(places))


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
) -> Iterable[tuple[str, Fate]]:
    """The files that a path stands for, sorted, each with what becomes of it; folders below it that cannot be
    listed go to `errors`."""
    if path == "-":
        return [(path, "article")]
    if is_address(path):
        return _fetched(path, patterns)
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
    return _below(path, patterns, excludes, errors)


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
) -> Iterator[tuple[str, Fate]]:
    """What a pattern matches of the folder before its first sign: files, and folders with all below them."""
    folder, rest = parted(pattern)
    spec = compiled(["/" + rest], _absolute(folder or "."))
    rows = _below(folder or ".", patterns, excludes, errors, ending(pattern))
    found = ((file if folder else file[2:], fate) for file, fate in rows if spec.cover(_absolute(file)))
    if (first := next(found, None)) is None:
        raise ReadError(f"{pattern}: no article is called so (check the spelling)")
    yield from chain((first,), found)


def _below(
    folder: str, patterns: Patterns | None, excludes: Excludes, errors: list[str], wanted: str = ""
) -> Iterator[tuple[str, Fate]]:
    """Each article below a folder, sorted, folder by folder, and what else is told of it; what is excluded
    and links are unsearched. Files with the ending that is `wanted` are articles, whatever may be in such."""
    named = (patterns,) if patterns else ()

    def rows(parent: str, git: Sequence[Patterns]) -> Iterator[tuple[str, Fate | None, Sequence[Patterns]]]:
        place = join(_absolute(parent), "")
        kinds = _listed(parent, errors, wanted)
        if excludes.gitignore:
            git = (*git, *filter(None, [gitignore(place)]))
        for name in sorted(kinds, key=lambda name: name.replace("/", "\0")):
            kind = kinds[name]
            out = left_out(place + name, named, git)
            if out and kind != "no-reader":
                yield join(parent, name), "excluded", git
            elif kind == "folder":
                yield join(parent, name[:-1]), None, git
            elif not out:
                yield join(parent, name.rstrip("/")), kind, git

    left = [rows(folder, tuple(above(_absolute(folder))) if excludes.gitignore else ())]
    while left:
        path, fate, git = next(left[-1], ("", None, ()))
        if fate:
            yield path, fate
        elif path:
            left.append(rows(path, git))
        else:
            left.pop()


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
