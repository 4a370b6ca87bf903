"""A part of a scan in a file: what one machine found in its share of the articles, to be merged.

JSON lines: what it is a part of, then what each article came to, then how many lines these were.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from factcheck.cache import Cache
from factcheck.codec import built, digest, plain, shape
from factcheck.errors import FactcheckError
from factcheck.model import Registry, Unchecked
from factcheck.read.files import Excludes, Found
from factcheck.run.article import Checkup, ScanOptions
from factcheck.version import VERSION
from factcheck.whole import whole

FORMAT = "factcheck part 1"
Value = TypeVar("Value")
Keep = Callable[[Checkup | str], None]


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`-th of `of` shares of the files, 1 the first."""

    number: int = 1
    of: int = 1

    def share(self, files: Sequence[str]) -> Sequence[str]:
        """Its files: a run of them, so that all shares in their order are all files in theirs."""
        first, end = (len(files) * step // self.of for step in (self.number - 1, self.number))
        return files if self.of == 1 else files[first:end]


@dataclass(frozen=True, slots=True)
class Part:
    """What a file is a part of. `registry`, `settings` (what was asked for) and `files` (all that the scan
    found) are digests, the same for all parts of one scan; `day` is the ISO day that counted as today.
    What was found beside the articles (`errors` and the rest) the first part tells for all."""

    version: str
    shape: str
    registry: str
    settings: str
    files: str
    day: str
    shard: Shard
    errors: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A scan put together: what was found beside its articles, what each of these came to, and the ISO day
    that counted as today."""

    found: Found
    rows: tuple[Checkup | str, ...]
    day: str


def part_of(found: Found, shard: Shard, registry: Registry, options: ScanOptions, day: str) -> Part:
    """What a shard of a scan is a part of."""
    asked = replace(options, jobs=1, excludes=Excludes(), cache=Cache())  # which the files tell, or nobody
    beside = (found.errors, found.excluded, found.unchecked) if shard.number == 1 else ()
    return Part(
        VERSION, shape(Checkup), _said(registry), digest(repr(asked)), _files(found), day, shard, *beside
    )


def _files(found: Found) -> str:
    """What is the same for scans that found the same."""
    told = sha256(digest(found.errors, found.excluded).encode())
    for path in found.files:
        told.update(path.encode("utf-8", "surrogatepass") + b"\0")
    return told.hexdigest()[:16]


def _said(registry: Registry) -> str:
    """What is the same for registries that say the same, wherever they stand."""
    return digest(registry.claims, registry.sources, registry.language)


@contextmanager
def writing(path: str, part: Part) -> Iterator[Keep]:
    """What to call with each article's checkup, or the message for one that has none. In the end the file is
    whole; or it is as it was, where something went wrong. Raises FactcheckError if it can't be written."""
    number = 0

    def keep(row: Checkup | str) -> None:
        nonlocal number
        number += 1
        _write(file, plain(row))

    try:
        with whole(Path(path)) as file:
            _write(file, {FORMAT: plain(part)})
            yield keep
            _write(file, {"articles": number})
    except OSError as error:
        raise FactcheckError(f"{path}: the part could not be written: {error.strerror or error}") from error


def _write(file: BinaryIO, data: object) -> None:
    file.write(json.dumps(data, separators=(",", ":")).encode("ascii") + b"\n")


def together(paths: Sequence[str], registry: Registry) -> Parts:
    """The parts of one scan, put together in its order. Raises FactcheckError where they are not all parts of
    one scan against this registry, each once, or where one is damaged."""
    parts = sorted(((_part(path), path) for path in paths), key=lambda row: row[0].shard.number)
    _check(parts, registry)
    rows = tuple(row for _, path in parts for row in _rows(path))
    first = parts[0][0]
    return Parts(Found((), first.errors, first.excluded, first.unchecked), rows, first.day)


def _check(parts: Sequence[tuple[Part, str]], registry: Registry) -> None:
    first, path = parts[0]
    if first.registry != _said(registry):
        raise FactcheckError(
            f"{path}: was held against another registry than {registry.path}: name that one (--claims), "
            "or scan the parts anew"
        )
    for part, other in parts:
        for name, what in _SAME.items():
            if getattr(part, name) != getattr(first, name):
                raise FactcheckError(f"{other}: is of another scan than {path}: {what}")
    _check_numbers(parts)


_SAME: Mapping[str, str] = {
    "registry": "the registry is another",
    "settings": "other options reached the articles",
    "files": "the articles are others",
    "day": "it was made on another day (give the articles a --date, and scan both on one day)",
}
"""What the parts of one scan share, and what to say where they do not."""


def _check_numbers(parts: Sequence[tuple[Part, str]]) -> None:
    """Refuse parts that are not all shares of one scan, each once."""
    seen: dict[int, str] = {}
    whole = parts[0][0].shard.of
    for part, path in parts:
        if part.shard.of != whole:
            raise FactcheckError(f"{path}: is one of {part.shard.of} parts, {parts[0][1]} one of {whole}")
        if part.shard.number in seen:
            raise FactcheckError(f"{path}: is part {part.shard.number}, and so is {seen[part.shard.number]}")
        seen[part.shard.number] = path
    if missing := [str(number) for number in range(1, whole + 1) if number not in seen]:
        told = ", ".join(missing[:10]) + ", …" * (len(missing) > 10)
        raise FactcheckError(f"{len(missing)} of {whole} parts are missing: {told}")


def _part(path: str) -> Part:
    """What a file is a part of."""
    for data in _lines(path):
        if not isinstance(data, dict) or FORMAT not in data:
            break
        head = data[FORMAT]
        if not isinstance(head, list) or head[:2] != [VERSION, shape(Checkup)]:
            raise FactcheckError(f"{path}: was written by another version of factcheck: scan its share anew")
        return _built(Part, head, path)
    raise FactcheckError(f"{path}: is no part of a scan (factcheck scan --shard 1/2 --report part=FILE)")


def _rows(path: str) -> Iterator[Checkup | str]:
    """What each article of a part came to."""
    lines = _lines(path)
    next(lines)
    for number, data in enumerate(lines):
        if isinstance(data, dict):
            if data == {"articles": number} and next(lines, None) is None:
                return
            break
        yield data if isinstance(data, str) else _built(Checkup, data, path)
    raise FactcheckError(f"{path}: {_DAMAGED}")


_DAMAGED = "is cut off or damaged: scan its share anew"


def _built(kind: type[Value], data: object, path: str) -> Value:
    try:
        return built(kind, data)
    except ValueError as error:
        raise FactcheckError(f"{path}: {_DAMAGED}") from error


def _lines(path: str) -> Iterator[Any]:
    try:
        with Path(path).open(encoding="ascii") as file:
            for line in file:
                yield json.loads(line)
    except OSError as error:
        raise FactcheckError(f"{path}: could not be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{path}: {_DAMAGED}") from error
