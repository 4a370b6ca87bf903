"""How much one article may take, and what stops one that takes more."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from types import FrameType
from typing import TypeVar

from factcheck.errors import ReadError

T = TypeVar("T")

TICK = 0.1
"""Seconds of computing between two looks at how much an article has taken."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one article may take: `seconds` of computing, and `memory` in megabytes, which is also
    the size of the largest file that is read."""

    seconds: int = 300
    memory: int = 2000

    @property
    def bytes(self) -> int:
        """The memory in bytes."""
        return self.memory * MEGABYTE


USUAL = Limits()
"""What no article of a newsroom comes near to."""


class _BeyondError(BaseException):
    """Raised wherever the program happens to be: no handler of a reader may take it for its own."""


@contextmanager
def within(limits: Limits, path: str) -> Iterator[None]:
    """Run a block that may take so much for the article at `path`. Raises ReadError where it takes more.

    It is looked at again and again while the processor works, so that a single call of a library in C is
    first let finish; and nothing is looked at where there are no such signals (Windows), off the main thread,
    or in a program that uses them itself."""
    if not _enforceable():
        yield
        return
    begun, before = process_time(), 0

    def look(_signal: int, _frame: FrameType | None) -> None:
        nonlocal before
        before = before or _held()  # not at once: most articles are done before it is first looked at
        if process_time() - begun > limits.seconds:
            raise _BeyondError(f"{limits.seconds:,} s of computing (--limit-seconds)")
        if _held() - before > limits.bytes:
            raise _BeyondError(f"{limits.memory:,} MB of memory (--limit-memory)")

    signal.signal(signal.SIGVTALRM, look)
    signal.setitimer(signal.ITIMER_VIRTUAL, TICK, TICK)
    try:
        yield
    except _BeyondError as beyond:
        raise ReadError(f"{path}: was not checked: it takes more than {beyond}") from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def each_within(limits: Limits, path: str, items: Iterator[T]) -> Iterator[T]:
    """The items of a file, each made `within` the limits. Raises ReadError where one takes more."""
    while True:
        with within(limits, path):
            item = next(items, None)
        if item is None:
            return
        yield item


def _enforceable() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
    )


def _held() -> int:
    """The memory that the process holds, in bytes; where only that is told, the most that it ever held."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
