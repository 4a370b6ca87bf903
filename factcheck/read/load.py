"""The bytes of files: of regular ones alone, for a pipe or a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from itertools import islice
from pathlib import Path
from typing import Protocol

from factcheck.errors import ReadError
from factcheck.read.addresses import is_address
from factcheck.read.limits import USUAL, Limits

PART = 1 << 16
"""Bytes that are read at a time."""
_KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


def load(path: str | Path, limits: Limits = USUAL) -> bytes:
    """The bytes of a file, of the one to which a link leads, or of what lies at an address. Raises ReadError
    where it cannot be read, is no regular file, or is larger than the memory that an article may take."""
    if is_address(str(path)):
        from factcheck.read import remote

        return remote.load(str(path), limits)
    try:
        with open(path, "rb", opener=_unhindered) as file:
            kind = stat.S_IFMT(os.fstat(file.fileno()).st_mode)
            if kind != stat.S_IFREG:
                raise ReadError(f"{path}: {_KINDS.get(kind, 'no file')} (only files are read; `-` is stdin)")
            return bounded(str(path), drained(file, limits), limits)
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: {_why(path, error)}") from None


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


def _unhindered(path: str, flags: int) -> int:
    """Open a file; and a pipe without waiting for somebody who writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _why(path: str | Path, error: OSError | ValueError) -> str:
    """What is wrong with a file that cannot be opened."""
    if not isinstance(error, OSError):
        return "no path: it holds a NUL"
    if error.errno == errno.ENOENT and Path(path).is_symlink():
        return "a link that leads nowhere"
    return "a socket (only files are read)" if error.errno == errno.ENXIO else error.strerror or str(error)
