"""Where the id of a claim stands outside the registry, and those files with another in its place: severities
in the settings, entries of the baseline, comments in articles that ignore findings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from factcheck.config.file import ConfigFile
from factcheck.config.toml import toml_key
from factcheck.errors import ReadError
from factcheck.read.article import read_articles
from factcheck.read.files import Excludes, find
from factcheck.read.load import load
from factcheck.registry.edit_file import Edited
from factcheck.show import baseline

_TABLE = "claim-severity"
_NONE: Mapping[str, str] = MappingProxyType({})


def in_settings(
    file: ConfigFile, old: str, new: str, texts: Mapping[str, str] = _NONE
) -> Edited | str | None:
    """The settings with the claim `old` called `new`; the place where that must be mended by hand, for it is
    no line of its own; None where they do not name it. `texts` are read instead of the files of these
    names."""
    if old not in file.settings.get(_TABLE, {}):
        return None
    line = file.lines.get((_TABLE, old))
    if line is None:
        return file.place(_TABLE, old)
    path = Path(file.path)
    before = _bytes(file.path, texts).decode("utf-8", "surrogateescape")
    lines = before.split("\n")
    key = re.compile(rf"^(\s*(?:[\w.\"'-]+\.)?)(['\"]?){re.escape(old)}\2(?=\s*=)")
    lines[line - 1] = key.sub(lambda match: match[1] + toml_key(new), lines[line - 1])
    after = "\n".join(lines)
    return Edited(path, before, after) if _renamed(before, after, old, new) else file.place(_TABLE, old)


def _renamed(before: str, after: str, old: str, new: str) -> bool:
    """Whether one text's settings are the other's, but for the claim's name."""
    try:
        one, other = (tomllib.loads(text.removeprefix("\ufeff")) for text in (before, after))
    except tomllib.TOMLDecodeError:
        return False
    return bool(_calling(one, old, new) == other)


def _calling(settings: Any, old: str, new: str) -> Any:
    """Settings, as deep as they may be, in which the table of severities by claim names another."""
    if not isinstance(settings, dict):
        return settings
    inner = {key: _calling(value, old, new) for key, value in settings.items()}
    table = inner.get(_TABLE)
    if isinstance(table, dict):
        inner[_TABLE] = {new if key == old else key: level for key, level in table.items()}
    return inner


def in_baseline(path: Path, old: str, new: str) -> Edited | None:
    """The baseline with the findings on a claim under its new id; None where there are none."""
    if not path.exists():
        return None
    known = baseline.load(path).known
    if not any(entry.claim == old for entry in known):
        return None
    entries = [replace(entry, claim=new) if entry.claim == old else entry for entry in known]
    return Edited(path, path.read_bytes().decode("utf-8"), baseline.text(entries))


def in_articles(
    paths: Sequence[str], excludes: Excludes, old: str, new: str, texts: Mapping[str, str] = _NONE
) -> Iterator[Edited | str]:
    """The articles whose ignores name the claim, with its new id; the place of each that must be mended by
    hand. `texts` are read instead of the files of these names. Raises ReadError where articles cannot be
    found or read."""
    found = find(paths, excludes)
    if found.errors:
        raise ReadError("\n".join(found.errors))
    for path in found.files:
        data = _bytes(path, texts)
        if old.encode() in data:
            yield from _article(path, data, old, new)


def _bytes(path: str, texts: Mapping[str, str]) -> bytes:
    return texts[path].encode("utf-8", "surrogateescape") if path in texts else load(path)


def _article(path: str, data: bytes, old: str, new: str) -> Iterator[Edited | str]:
    before = after = data.decode("utf-8", "surrogateescape")
    named = re.compile(rf"(\bclaim ?= ?){re.escape(old)}(?=\s*[,\]])")
    for article in read_articles(path, data):
        for ignore in article.ignores:
            if old not in ignore.claims:
                continue
            changed = named.sub(lambda match: match[1] + new, ignore.text)
            if ignore.text in after and changed != ignore.text:
                after = after.replace(ignore.text, changed)
            elif changed not in after:
                yield f"{path}:{ignore.line}"
    if after != before:
        yield Edited(Path(path), before, after)
