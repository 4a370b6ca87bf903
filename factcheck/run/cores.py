"""How many processes a scan is worth: the cores that this one may use, where there is enough to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from pathlib import Path

from factcheck.read.addresses import is_address

WORTH = 200_000
"""Bytes of articles that outweigh the start of a process: more than a second's work."""
FETCHED = 5_000
"""What an article at an address is taken for."""
CGROUP = Path("/sys/fs/cgroup")


def workers(files: Sequence[str]) -> int:
    """The processes that some articles are worth, 1 or more."""
    own = usable()
    return max(1, min(own, len(files), size_of(files, own * WORTH) // WORTH))


def size_of(files: Iterable[str], most: int) -> int:
    """The bytes of some files, or `most`, for which no more of them are looked at than it takes."""
    total = 0
    for path in files:
        total += size(path)
        if total >= most:
            return most
    return total


def usable(root: Path = CGROUP) -> int:
    """The cores that this process may use, 1 or more: those it may run on, a container's quota included."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([own, *quotas(root)]))


def quotas(root: Path) -> Iterator[int]:
    """The cores that a control group allows, a part of one rounded up, where it sets a limit:
    https://docs.kernel.org/admin-guide/cgroup-v2.html (`cpu.max`), or those of its first version."""
    for names in (("cpu.max",), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):
        words = " ".join(_read(root / name for name in names)).split()
        if len(words) == 2 and all(map(str.isdecimal, words)) and int(words[1]):
            yield ceil(int(words[0]) / int(words[1]))


def _read(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        try:
            yield path.read_text("ascii")
        except (OSError, UnicodeDecodeError):
            yield ""


def size(path: str) -> int:
    """The bytes of a file, or of what may lie at an address; 0 for one that is none, which is told when it is
    read."""
    if is_address(path):
        return FETCHED
    try:
        return os.path.getsize(path)  # noqa: PTH202 - no Path a file
    except OSError:
        return 0
