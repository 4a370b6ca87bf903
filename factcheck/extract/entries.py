"""The entries of a live page: blocks that begin with a time of day, in the order of their times."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Article

_CLOCK = re.compile(
    r"[\s*_#>•–—-]*(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?P<half> ?[ap]\.?m\b)|(?: ?[:h] ?|\.)(?P<minute>[0-5]\d)(?P<too> ?[ap]\.?m\b)?|h\b)"
)
_KINDS = ("heading", "paragraph", "item")
_HALF_DAY, _HOUR = 12, 60


class Entries(NamedTuple):
    """Where the entries of a live page start, in order; `newest_first` tells which way they run."""

    starts: Sequence[int] = ()
    newest_first: bool = True

    def age(self, position: int) -> int | None:
        """How many entries are newer than that which holds a position; None before the first one."""
        at = bisect_right(self.starts, position) - 1
        if at < 0:
            return None
        return at if self.newest_first else len(self.starts) - 1 - at


def read_entries(article: Article) -> Entries:
    """The entries of an article: two or more whose times go all down or all up; else there are none."""
    found = [
        (block.start, time)
        for block in article.blocks
        if block.kind in _KINDS and (time := _time(article.text[block.start : block.end])) is not None
    ]
    times = [time for _, time in found]
    starts = tuple(start for start, _ in found)
    if len(times) > 1 and all(one > other for one, other in pairwise(times)):
        return Entries(starts)
    if len(times) > 1 and all(one < other for one, other in pairwise(times)):
        return Entries(starts, newest_first=False)
    return Entries()


def _time(text: str) -> int | None:
    """The time of day with which a block begins, in minutes."""
    match = _CLOCK.match(text)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or match["too"] or "").strip()[:1]
    if half:
        hour = hour % _HALF_DAY + _HALF_DAY * (half == "p")
    return hour * _HOUR + int(match["minute"] or 0)
