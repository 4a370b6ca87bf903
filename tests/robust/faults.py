"""A command that is killed, or refused, at any of its writes: a program of its own, for what a process forks
should hold nothing else.

    python -m tests.robust.faults kill|refuse FOLDER COMMAND …

Prints JSON, a row for each write in turn: how the process ended that was killed before it (or to which it was
refused), what it said, and what its folder then held; the last row is of a run to which nothing happened.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
MOST = 80
"""Writes of one command; more would never end."""


def each(kind: str, folder: Path, command: list[str]) -> Iterator[dict[str, Any]]:
    """What came of each run, from a fault at the first write to one that comes too late."""
    for number in range(1, MOST):
        with tempfile.TemporaryDirectory() as scratch:
            here = Path(scratch) / "desk"
            shutil.copytree(folder, here)
            row = _ended(kind, number, here, command)
            yield row
            if not row["met"]:
                return
    raise AssertionError(f"more than {MOST} writes")


def _ended(kind: str, number: int, here: Path, command: list[str]) -> dict[str, Any]:
    said = here.parent / "said"
    met = here.parent / "met"
    child = os.fork()
    if child == 0:
        os._exit(_run(kind, number, here, command, said, met))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return {"code": code, "said": said.read_text("utf-8"), "met": met.exists(), "files": held(here)}


def held(folder: Path) -> dict[str, str]:
    """The texts of a folder's files, by their paths in it."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in files}


def _run(kind: str, number: int, here: Path, command: list[str], said: Path, met: Path) -> int:
    """In the child: the command, in its folder, with its fault."""
    from factcheck.cli.main import run

    os.chdir(here)
    os.environ["XDG_CACHE_HOME"] = str(here / "cache")
    with said.open("wb") as out, Path(os.devnull).open("rb") as nothing:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(out.fileno(), stream.fileno())
        os.dup2(nothing.fileno(), 0)
    left = number

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        if not _writes(event, args, here):
            return
        left -= 1
        if left == 0:
            os.close(os.open(met, os.O_CREAT))
            if kind == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
        if left <= 0 and kind == "refuse":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))

    sys.addaudithook(hook)
    code = run(command)
    sys.stdout.flush()
    return code


def _writes(event: str, args: tuple[Any, ...], here: Path) -> bool:
    """Whether an event of PEP 578 changes something in a folder."""
    if event == "open":
        path, _, flags = args
        changing = isinstance(flags, int) and bool(flags & WRITING)
        return changing and isinstance(path, str | bytes | Path) and _below(path, here)
    return event in CHANGING and _below(args[0], here)


def _below(path: Any, here: Path) -> bool:
    return Path(os.path.realpath(os.fsdecode(path))).is_relative_to(here.resolve())


if __name__ == "__main__":
    _, kind, folder, *command = sys.argv
    out = os.dup(1)
    rows = list(each(kind, Path(folder), command))
    os.write(out, json.dumps(rows).encode())
