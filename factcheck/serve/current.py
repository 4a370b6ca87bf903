"""The registry as it stands now: read anew when a file of it changes; a broken one leaves the last good."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.model import Registry
from factcheck.serve.work import Crew

Stamp = tuple[tuple[str, int, int], ...]


@dataclass
class Current:
    """The crew that scans against the newest registry that could be read; `error` is what is wrong with a
    newer one, empty where nothing is. `load` reads the registry, `hire` makes a crew for it."""

    load: Callable[[], Registry]
    hire: Callable[[Registry], Crew]
    crew: Crew
    error: str = ""
    _seen: Stamp = ()
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def of(cls, load: Callable[[], Registry], hire: Callable[[Registry], Crew]) -> Current:
        """Read the registry for the first time. Raises FactcheckError."""
        registry = load()
        return cls(load, hire, hire(registry), _seen=stamp(registry.files))

    async def now(self) -> Crew:
        """The crew, after a look whether a file has changed."""
        async with self._lock:
            seen = stamp(self.crew.registry.files)
            if seen != self._seen:
                await self._read_anew(seen)
        return self.crew

    async def _read_anew(self, seen: Stamp) -> None:
        self._seen = seen  # what is broken is not tried again until it changes
        try:
            registry = await asyncio.to_thread(self.load)
        except (FactcheckError, OSError) as error:
            self.error = str(error)
            return
        old, self.crew, self.error = self.crew, self.hire(registry), ""
        self.crew.begin()
        self._seen = stamp(registry.files)
        old.close()


def stamp(files: Sequence[str]) -> Stamp:
    """What changes when one of the files does."""
    return tuple(_stamped(path) for path in files)


def _stamped(path: str) -> tuple[str, int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_size
