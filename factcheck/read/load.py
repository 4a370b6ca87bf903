"""The bytes of files: of regular ones alone, for a pipe or a device may have no end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from factcheck.errors import ReadError
from factcheck.read.addresses import is_address
from factcheck.read.drained import bounded, drained
from factcheck.read.limits import USUAL, Limits

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
