"""Files written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from secrets import token_hex

from factcheck.errors import FactcheckError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

CHANGED = "somebody has changed the file meanwhile: look, then try again"


def real(path: str | Path) -> Path:
    """A path without links; of links in a circle, which `Path.resolve` does not bear before Python 3.13, the
    first that comes again."""
    return Path(os.path.realpath(path))


def replace_whole(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write a file whole or not at all: a draft beside it first, on the disk, then put in its place. A link
    stays one, the mode is kept; what is no regular file (a pipe, /dev/null) is written to as it is.

    Raises FactcheckError where the file no longer holds `before`, OSError where it cannot be written."""
    path = real(path)
    there = path.exists()
    if there and not os.access(path, os.W_OK):  # to put another in its place would be allowed
        raise PermissionError(EACCES, "is not to be written", str(path))
    if there and not path.is_file():
        path.write_bytes(data)
        return
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    handle = os.open(draft, _NEW, 0o600 if there else 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _as_it_was(draft, path)
        _put(draft, path, before)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _as_it_was(draft: Path, path: Path) -> None:
    """Give a draft the mode, and where that is allowed the owner, of the file whose place it takes."""
    with suppress(FileNotFoundError):
        there = path.stat()
        for owner in (-1, there.st_uid):  # the group alone may be allowed
            with suppress(PermissionError, AttributeError):  # not every system has owners
                os.chown(draft, owner, there.st_gid)
        draft.chmod(there.st_mode & 0o7777)


def _put(draft: Path, path: Path, before: bytes | None) -> None:
    """Put a draft in a file's place, if that still holds `before`, while no other factcheck does."""
    folder = _held(path.parent)
    try:
        if before is not None and path.read_bytes() != before:
            raise FactcheckError(f"{path}: {CHANGED}")
        draft.replace(path)
        if folder is not None:
            os.fsync(folder)
    finally:
        if folder is not None:
            os.close(folder)


def _held(folder: Path) -> int | None:
    """A handle on a folder, with its lock, until it is closed; None on systems that have no such thing."""
    try:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    with suppress(OSError):  # a file system without locks
        fcntl.flock(handle, fcntl.LOCK_EX)
    return handle
