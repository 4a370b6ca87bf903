"""The day that a file's name tells: `2025-11-12-flood.md`, `20251112_flood.txt`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath

_DAY = re.compile(r"(?<![^\W_])(?<!\d[-_.])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![^\W_T])(?![-_.]\d{4})")


def day(path: str) -> str | None:
    """The ISO day in the name of a file; None where there is none, or more than one."""
    days = {told for match in _DAY.finditer(PurePath(path).name) if (told := _iso(match))}
    return days.pop() if len(days) == 1 else None


def _iso(match: re.Match[str]) -> str | None:
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return None
