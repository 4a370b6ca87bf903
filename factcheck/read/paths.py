"""Texts that are to be paths: whether any file can have them."""

from __future__ import annotations

import os

NAME_MAX, PATH_MAX = 255, 4096
"""The bytes of a name and of a path (limits.h) beyond which no common file system has one."""


def is_path(text: str) -> bool:
    """Whether a file can have this path: no NUL, nothing that no file name encodes, and not too long."""
    try:
        written = os.fsencode(text)
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        return False
    longest = max(map(len, written.split(b"/")))
    return b"\0" not in written and len(written) < PATH_MAX and longest <= NAME_MAX
