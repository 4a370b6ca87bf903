"""The day that a file's name tells: `2025-11-12-flood.md`, `20251112_flood.txt`."""

from __future__ import annotations

import re
from pathlib import PurePath

from factcheck.read.days import iso

_DAY = re.compile(r"(?<![^\W_])(?<!\d[-_.])((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?![^\W_T])(?![-_.]\d{4})")


def day(path: str) -> str | None:
    """The ISO day in the name of a file; None where there is none, or more than one."""
    found = _DAY.finditer(PurePath(path).name)
    days = {told for match in found if (told := iso(match[1], match[3], match[4]))}
    return days.pop() if len(days) == 1 else None
