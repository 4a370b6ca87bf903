"""Bytes, from wherever they come, and no more of them than an article may take of memory."""

from __future__ import annotations

from itertools import islice
from typing import Protocol

from factcheck.errors import ReadError
from factcheck.read.limits import Limits

PART = 1 << 16
"""Bytes that are read at a time."""


class Stream(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, so many at most; none at the end."""


def drained(file: Stream, limits: Limits) -> bytes:
    """What a file or a stream holds, and no more than a little above the memory that an article may take."""
    parts = iter(lambda: file.read(PART), b"")  # asked for all at once, it would take all that memory
    return b"".join(islice(parts, limits.bytes // PART + 1))


def bounded(path: str, data: bytes, limits: Limits) -> bytes:
    """The bytes of an article's file. Raises ReadError where they are more than it may take of memory."""
    if len(data) > limits.bytes:
        raise ReadError(f"{path}: larger than {limits.memory:,} MB (--limit-memory)")
    return data
