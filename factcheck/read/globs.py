"""Paths that stand for several: `2024/*.md`."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[*?[]")


def is_pattern(path: str) -> bool:
    """Whether a path may be a pattern of several: `2024/*.md`."""
    return bool(_SIGNS.search(path))


def parted(pattern: str) -> tuple[str, str]:
    """The folder that stands before the first sign of a pattern, and the rest: `2024`, `*.md`."""
    sign = _SIGNS.search(pattern)
    end = pattern.rfind("/", 0, sign.start() if sign else None) + 1
    return pattern[: max(end - 1, 1)] if end else "", pattern[end:]
