"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EBUSY, EROFS
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import FactcheckError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

CHANGED = "somebody has changed the file meanwhile: look, then try again"


def real(path: str | Path) -> Path:
    """A path without links; of links in a circle, which `Path.resolve` does not bear before Python 3.13, the
    first that comes again."""
    return Path(os.path.realpath(path))


def replace_whole(path: Path, data: bytes, before: bytes | None = None) -> None:
    """Write a file as `whole` does, at once."""
    with whole(path, before) as file:
        file.write(data)


@contextmanager
def whole(path: Path, before: bytes | None = None, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A file to write to, which is written whole or not at all: a draft beside it first, on the disk, then
    put in its place when the block ends, unless that raises. A link stays one, the mode is kept; what is no
    regular file (a pipe, /dev/null) is written to as it is. One that is not `lasting` may be lost with the
    machine's power.

    A file that is mounted by itself (`docker run -v ./claims.yaml:…`) cannot be replaced: it is written in
    place when all is there, and a crash at that very moment may leave it half.

    Raises FactcheckError where the file no longer holds `before`, OSError where it cannot be written."""
    path = real(path)
    there = path.exists()
    if there and not os.access(path, os.W_OK):  # to put another in its place would be allowed
        raise PermissionError(EACCES, "is not to be written", str(path))
    if there and not path.is_file():
        with path.open("wb") as pipe:
            yield pipe
        return
    file, draft = _draft(path, there)
    try:
        with file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        _put(draft, path, before, lasting)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _draft(path: Path, there: bool) -> tuple[BinaryIO, Path]:
    """A new file beside another; elsewhere where that one's folder takes none."""
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        return os.fdopen(os.open(draft, _NEW, 0o600 if there else 0o666), "wb"), draft
    except OSError as error:
        if error.errno != EROFS or not there:
            raise
        import tempfile

        handle, name = tempfile.mkstemp()
        return os.fdopen(handle, "wb"), Path(name)


def _as_it_was(draft: Path, path: Path) -> None:
    """Give a draft the mode, and where that is allowed the owner, of the file whose place it takes."""
    with suppress(FileNotFoundError):
        there = path.stat()
        for owner in (-1, there.st_uid):  # the group alone may be allowed
            with suppress(PermissionError, AttributeError):  # not every system has owners
                os.chown(draft, owner, there.st_gid)
        draft.chmod(there.st_mode & 0o7777)


def _put(draft: Path, path: Path, before: bytes | None, lasting: bool) -> None:
    """Put a draft in a file's place, if that still holds `before`, while no other factcheck does."""
    folder = _held(path.parent)
    try:
        if before is not None and path.read_bytes() != before:
            raise FactcheckError(f"{path}: {CHANGED}")
        if draft.parent != path.parent:
            _in_place(draft, path)
            return
        _as_it_was(draft, path)
        try:
            draft.replace(path)
        except OSError as error:
            if error.errno not in (EBUSY, EROFS):
                raise
            _in_place(draft, path)
        if folder is not None and lasting:
            with suppress(OSError):  # it is written, whatever the folder's file system says
                os.fsync(folder)
    finally:
        if folder is not None:
            os.close(folder)


def _in_place(draft: Path, path: Path) -> None:
    """Write what a draft holds into a file that cannot be replaced."""
    old = path.read_bytes()
    with path.open("r+b", buffering=0) as file:
        try:
            _fill(file, draft.read_bytes())
        except OSError:
            _fill(file, old)
            raise
        os.fsync(file.fileno())
    draft.unlink()


def _fill(file: BinaryIO, data: bytes) -> None:
    """Make some bytes all that a file holds."""
    file.seek(0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    file.truncate()


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
