"""What was found by work that need not be done again, in the user's cache folder; the program runs as well
without it.

It holds data only, each entry a file of its own. Its first line is a digest of the rest and of what the entry
was made from, so that what is damaged, cut short or out of date is passed over. A file is written whole or
not at all. There is one folder and one switch for all that is ever kept.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.version import VERSION
from factcheck.whole import whole

MOST_BYTES = 256 * 2**20
"""What the entries may take together; of more, what was used longest ago is deleted."""
_ENDING = ".json"
ARTICLES = "articles."
"""How the files begin that are bounded by themselves."""


def _nobody(_told: str) -> None:
    """Hear it, and do nothing."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; without one nothing is kept, and nothing found. `tell` is called with what its
    user should know of it."""

    folder: Path | None = None
    tell: Callable[[str], None] = field(default=_nobody, compare=False, repr=False)

    def place(self, name: str) -> Path | None:
        """Where a file of another kind may stand that bounds itself; None where nothing is kept."""
        if self.folder is None:
            return None
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self.folder / name if _is_own(self.folder) else None
        except OSError:
            return None

    def clear(self) -> int:
        """Delete all that is kept; tells how many bytes that was. Raises OSError where that cannot be."""
        if self.folder is None or not self.folder.is_dir():
            return 0
        found = [(entry.stat().st_size, Path(entry.path)) for entry in os.scandir(self.folder)]
        for _, path in found:
            path.unlink(missing_ok=True)
        return sum(size for size, _ in found)

    def read(self, name: str, *made_from: str) -> Any:
        """The data of an entry that this program made from the same, else None."""
        if self.folder is None:
            return None
        path = self.folder / (name + _ENDING)
        try:
            if not _is_own(self.folder):
                return None
            told, _, held = path.read_bytes().partition(b"\n")
            if told != _digest(held, made_from):
                return None
            os.utime(path)
            return json.loads(held)
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, name: str, data: Any, *made_from: str) -> None:
        """Keep data, which JSON can hold, in place of the entry of that name. Where that cannot be done,
        nothing is kept."""
        if self.folder is None:
            return
        held = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        if len(held) > MOST_BYTES // 2:
            return
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self.folder):
                return
            with whole(self.folder / (name + _ENDING), lasting=False) as file:
                file.write(_digest(held, made_from) + b"\n" + held)
            _clear(self.folder)


def user_cache() -> Cache:
    """The cache in the user's folder for such files."""
    try:
        return Cache(_folder())
    except (RuntimeError, OSError):  # nobody's home
        return Cache()


def _folder() -> Path:
    """Where the system wants it: the XDG Base Directory Specification, Apple's and Microsoft's guidelines."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "factcheck" / "Cache" if local else Path.home() / "AppData/Local/factcheck/Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/factcheck"
    given = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(given) if Path(given).is_absolute() else Path.home() / ".cache") / "factcheck"


def _is_own(folder: Path) -> bool:
    """Whether a folder is the user's alone: nobody else put anything there. Raises OSError without one."""
    if os.name == "nt":
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077


def _digest(held: bytes, made_from: tuple[str, ...]) -> bytes:
    found = sha256(held)
    for part in (program(), *made_from):
        found.update(b"\0" + part.encode("utf-8", "surrogatepass"))
    return found.hexdigest().encode()


@cache
def program() -> str:
    """What changes with the program: its version and, for those who work on it, the size and the time of each
    of its files."""
    told = sorted((path, size, time) for path, size, time in _files(Path(__file__).parent))
    return f"{VERSION} {sha256(repr(told).encode()).hexdigest()}"


def _files(folder: str | Path) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from () if entry.name.startswith("__") else _files(entry.path)
        else:
            found = entry.stat()
            yield entry.path, found.st_size, found.st_mtime_ns


def _clear(folder: Path) -> None:
    """Delete what was used longest ago until the rest is no more than MOST_BYTES."""
    here = (entry for entry in os.scandir(folder) if not entry.name.startswith(ARTICLES))
    there = ((entry.stat(), entry.path) for entry in here)
    found = sorted((told.st_mtime_ns, told.st_size, path) for told, path in there)
    total = sum(size for _, size, _ in found)
    for _, size, path in found:
        if total <= MOST_BYTES:
            return
        _delete(Path(path))
        total -= size


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # another process has it
