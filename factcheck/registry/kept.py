"""A registry that was read before and has not changed since, from the cache."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.cache import Cache
from factcheck.collector import collector_paused
from factcheck.model import Registry
from factcheck.registry.flat import flat, unflat

RECENT = 2.0
"""Seconds before a registry is read within which a change of a file may hide: some systems count no finer."""


def open_kept(path: str | Path, cache: Cache) -> Registry:
    """What `load_registry` returns, or raises; with its `digest`, where the cache is in use. It is read anew
    where a file of its is another than before, or another would be found."""
    if cache.folder is None:
        return _loaded(str(path))[0]
    name = f"registry-{sha256(repr((str(Path.cwd()), str(path))).encode()).hexdigest()[:16]}"
    with collector_paused():
        held = cache.read(name)
        kept = held and _kept(str(path), held)
    return kept or _anew(str(path), name, cache)


def _loaded(path: str) -> tuple[Registry, list[tuple[str, str]]]:
    """The registry read, and the patterns by which its files include others, each with the folder from which
    it counts."""
    from factcheck.registry.include import patterns  # the parser takes its time to load, too
    from factcheck.registry.load import load

    loaded = load(path)
    return loaded.registry, [row for page in loaded.pages if not page.table for row in patterns(page)]


def _anew(path: str, name: str, cache: Cache) -> Registry:
    """The registry read, and kept where none of its files has changed meanwhile."""
    begun = time.time()
    registry, patterns = _loaded(path)
    try:
        if any(Path(file).stat().st_mtime > begun - RECENT for file in registry.files):
            return registry
        digests = [[file, _digest(file)] for file in registry.files]
        found = [[folder, pattern, _globbed(folder, pattern)] for folder, pattern in patterns]
        roots = _in_folder(path)
    except OSError:
        return registry
    registry = replace(registry, digest=_of_all(digests))
    cache.write(name, {"files": digests, "found": found, "roots": roots, "registry": flat(registry)})
    return registry


def _kept(path: str, held: Any) -> Registry | None:
    """The registry that is held, if its files are still the same, and all that there are."""
    try:
        same = all(_digest(file) == told for file, told in held["files"])
        same = same and all(_globbed(folder, pattern) == files for folder, pattern, files in held["found"])
        if not same or _in_folder(path) != held["roots"]:
            return None
        return unflat(held["registry"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _in_folder(path: str) -> list[str]:
    """The files that a registry's folder holds; none for a file."""
    if not Path(path).is_dir():
        return []
    from factcheck.registry.include import in_folder

    return in_folder(path)


def _globbed(folder: str, pattern: str) -> list[str]:
    from factcheck.registry.include import globbed

    return globbed(folder, pattern)


def _digest(file: str) -> str:
    return sha256(Path(file).read_bytes()).hexdigest()


def _of_all(files: Sequence[Sequence[str]]) -> str:
    return sha256(repr([digest for _, digest in files]).encode()).hexdigest()
