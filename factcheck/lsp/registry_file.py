"""A registry's files and its settings while somebody writes them: what is wrong, and what is weak."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from factcheck.config.file import NAME, PROJECT
from factcheck.errors import ConfigError, FactcheckError
from factcheck.lsp.diagnostics import placed, problem
from factcheck.lsp.lines import Encoding, Lines
from factcheck.lsp.rooms import Room, Rooms
from factcheck.model import WEAKNESSES, Level, Registry
from factcheck.registry.include import ENDINGS
from factcheck.run.weaknesses import every_weakness

MOST = 500
"""Problems of one file that an editor is told of."""
Rows = dict[str, list[types.Diagnostic]]


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong in some files, by their paths; the registry or the settings that it is told of, whether
    articles are to be held against it anew, and the room that it makes."""

    owner: str
    files: Rows
    matters: bool = True
    room: Room | None = None


def is_settings(path: str) -> bool:
    """Whether a file may hold settings."""
    return Path(path).name in (NAME, PROJECT)


def problems(path: str, rooms: Rooms, texts: Mapping[str, str], encoding: Encoding) -> Problems | None:
    """What is wrong with the registry that a file is of, or the settings that it holds; None for a file that
    is neither."""
    folder = Path(path).parent
    try:
        owner, loaded, error = rooms.registry(folder, texts)
    except FactcheckError as wrong:
        rows = _placed(str(wrong).splitlines(), texts, encoding)
        return Problems(path, {path: [], **rows}) if is_settings(path) or path.endswith(ENDINGS) else None
    if is_settings(path):
        return Problems(path, {path: _unknown_claims(folder, rooms, texts, encoding, path)})
    files = {os.path.realpath(file) for file in (owner, *(loaded.registry.files if loaded else ())) if file}
    rows = _placed(error.splitlines(), texts, encoding)
    if os.path.realpath(path) not in files and path not in rows:
        return None
    if loaded and not error:
        rows = _weak(loaded.registry, rooms.ask(folder, texts).policy.severity, texts, encoding)
    return Problems(owner, {path: [], **rows}, room=_room(folder, rooms, texts))


def _room(folder: Path, rooms: Rooms, texts: Mapping[str, str]) -> Room | None:
    try:
        return rooms.of(folder, texts)
    except FactcheckError:
        return None


def _unknown_claims(
    folder: Path, rooms: Rooms, texts: Mapping[str, str], encoding: Encoding, path: str
) -> list[types.Diagnostic]:
    """The claims that the settings name and the registry lacks."""
    try:
        rooms.of(folder, texts)
    except ConfigError as wrong:
        return _placed(str(wrong).splitlines(), texts, encoding).get(path, [])
    except FactcheckError:
        pass
    return []


def _placed(lines: Iterable[str], texts: Mapping[str, str], encoding: Encoding) -> Rows:
    """Messages as diagnostics of the files that they name."""
    return _rows(
        ((path, line, column, what, "error", "") for path, line, column, what in placed(lines)),
        texts,
        encoding,
    )


def _weak(
    registry: Registry, levels: Mapping[str, Level], texts: Mapping[str, str], encoding: Encoding
) -> Rows:
    """What makes a registry weak, by file, weighed as the settings say."""
    weights: Mapping[str, Level] = {**WEAKNESSES, **levels}
    found = (
        (one.path or registry.path, one.line, 0, f"{one.claim}: {one.what}", weights[one.name], one.name)
        for one in every_weakness(registry)
    )
    return _rows(found, texts, encoding)


def _rows(
    found: Iterable[tuple[str, int, int, str, Level, str]], texts: Mapping[str, str], encoding: Encoding
) -> Rows:
    """Problems (file, line, column, what, how grave, name) as diagnostics of their files, those of each that
    come first."""
    rows: Rows = {}
    known: dict[str, Lines] = {}
    for path, line, column, what, level, name in found:
        file = os.path.abspath(path)  # noqa: PTH100 - a link stays as it is named
        there = rows.setdefault(file, [])
        if level != "off" and len(there) < MOST:
            if file not in known:
                known[file] = lines_of(file, texts, encoding)
            there.append(problem(known[file], line, column, what, level, name))
    return rows


def lines_of(path: str, texts: Mapping[str, str], encoding: Encoding) -> Lines:
    """The lines of a file as it stands in the editor, else on the disk; of one that is not there, none."""
    if path in texts:
        return Lines(texts[path], encoding)
    try:
        return Lines(Path(path).read_bytes().decode("utf-8-sig", "replace"), encoding)
    except OSError:
        return Lines("", encoding)
