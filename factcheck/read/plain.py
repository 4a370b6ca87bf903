"""Plain text: paragraphs parted by blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.read.runs import Run

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")


def runs(text: str, start: int) -> Iterator[Run]:
    """The runs of the body that begins at `start`, in order."""
    for match in _PARAGRAPH.finditer(text, start):
        yield Run("paragraph", tuple(line.span() for line in _LINE.finditer(text, *match.span())))
