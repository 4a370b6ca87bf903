"""What was told of all articles together, as it was kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from json import dumps
from typing import TYPE_CHECKING

from factcheck.run.told import Told, packed, unpacked

if TYPE_CHECKING:
    from factcheck.run.kept import Kept


@dataclass(frozen=True)
class Memory:
    """What is kept of one way to tell findings, which has a `mark`; without `kept`, nothing."""

    kept: Kept | None = None
    mark: str = ""

    def told(self, made: Callable[[], Told], *of: Iterable[object]) -> Told:
        """What is told of rows of texts and numbers: as it is kept, or as it is made, and kept then. The rows
        are gone through once, and not held."""
        if self.kept is None:
            return made()
        from factcheck.run.kept import About

        key = self.kept.name([self.mark], chain.from_iterable(chain(map(dumps, rows), ("",)) for rows in of))
        entry = self.kept.find([key]).get(key)
        told = self.kept.read(entry, unpacked) if entry else None
        if told is None:
            told = made()
            self.kept.keep(key, packed(told), About())
        return told
