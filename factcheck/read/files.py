"""Which files are articles: what was named, and what lies below the folders that were named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ReadError

ENDINGS = (".md", ".markdown", ".txt")


@dataclass(frozen=True, slots=True)
class Found:
    """The articles' paths, in order and each once, and what could not be found, one message each."""

    files: tuple[str, ...]
    errors: tuple[str, ...] = ()


def find(paths: Sequence[str]) -> Found:
    """Every article among `paths` (files, and folders searched downwards, sorted).

    A path is as given, joined with what was found below it; `-` (standard input) is passed on as it
    is. In folders, hidden folders and files are skipped, and so is what has another ending.
    """
    files: dict[str, str] = {}
    errors: list[str] = []
    for path in paths:
        try:
            for file in _expand(path):
                files.setdefault(file if file == "-" else str(Path(file).absolute()), file)
        except ReadError as error:
            errors.append(str(error))
    return Found(tuple(files.values()), tuple(errors))


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


def _expand(path: str) -> Iterator[str]:
    if path == "-":
        yield path
    elif Path(path).is_dir():
        yield from sorted(_below(path), key=lambda file: Path(file).parts)
    elif not Path(path).exists():
        raise ReadError(f"{path}: no such file or folder (check the spelling)")
    else:
        check_ending(path)
        yield path


def _below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield str(os.path.join(parent, name))  # noqa: PTH118 - Path would drop a leading `./`


def _refuse(error: OSError) -> None:
    raise ReadError(f"{error.filename}: {error.strerror}")
