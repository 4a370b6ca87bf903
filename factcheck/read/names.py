"""The names of many files, held in little memory: an archive has more of them than of anything else."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import overload


class Names(Sequence[str]):
    """Paths in their order. What all in a folder begin with is kept once, the rest as bytes, one after the
    other: a path takes as many bytes as its name has signs, and eight more."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._folders: list[str] = []
        self._first = array("Q")  # the number of each folder's first path
        self._names, self._ends = bytearray(), array("Q")
        for path in paths:
            cut = path.rfind("/") + 1
            if not self._folders or self._folders[-1] != path[:cut]:
                self._folders.append(path[:cut])
                self._first.append(len(self._ends))
            self._names += path[cut:].encode("utf-8", "surrogatepass")
            self._ends.append(len(self._names))

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[str]:
        start = 0
        for folder, (first, last) in zip(self._folders, pairwise((*self._first, len(self))), strict=True):
            for end in self._ends[first:last]:
                yield folder + self._named(start, end)
                start = end

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Names: ...
    def __getitem__(self, at: int | slice) -> str | Names:
        if isinstance(at, slice):
            return Names(self[number] for number in range(*at.indices(len(self))))
        number = range(len(self))[at]
        folder = self._folders[bisect_right(self._first, number) - 1]
        return folder + self._named(self._ends[number - 1] if number else 0, self._ends[number])

    def _named(self, start: int, end: int) -> str:
        return self._names[start:end].decode("utf-8", "surrogatepass")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(str.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # as of a list

    def __repr__(self) -> str:
        return repr(tuple(self))
