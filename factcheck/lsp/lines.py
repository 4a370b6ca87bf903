"""A text as the Language Server Protocol counts it: lines, and characters in the units that were agreed on.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#textDocuments: a
line ends at `\\n`, `\\r\\n` or `\\r`, and nowhere else. A form feed or U+2028 ends none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Encoding = Literal["utf-8", "utf-16", "utf-32"]
Position = tuple[int, int]
"""A line and a character in it, both from 0; the character in units of the encoding."""

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Lines:
    """A text and its lines. Offsets and columns count code points, from 0."""

    text: str
    encoding: Encoding = "utf-16"

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each line begins, and where what it says ends."""
        breaks = [match.span() for match in _BREAK.finditer(self.text)]
        starts = [0, *(end for _, end in breaks)]
        ends = [*(start for start, _ in breaks), len(self.text)]
        return tuple(zip(starts, ends, strict=True))

    def offset(self, position: Position) -> int:
        """The offset of a position; of one beyond its line or the text, their end."""
        line, character = position
        if line >= len(self.spans):
            return len(self.text)
        start, end = self.spans[max(line, 0)]
        return start + _column(self.text[start:end], character, self.encoding)

    def position(self, offset: int) -> Position:
        """The position of an offset; of one within a line end, where that begins."""
        line = bisect_right(self.spans, offset, key=lambda span: span[0]) - 1
        start, end = self.spans[line]
        return line, _units(self.text[start : min(offset, end)], self.encoding)

    def at(self, line: int, column: int) -> Position:
        """The position of a column (a code point) in a line, both from 1, as an article's places tell it."""
        line = min(max(line, 1), len(self.spans))
        start, end = self.spans[line - 1]
        return self.position(min(start + max(column, 1) - 1, end))


def _units(text: str, encoding: Encoding) -> int:
    """How many units a text has."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-16":
        return len(text) + sum(char > "\uffff" for char in text)
    return len(text.encode("utf-8", "surrogatepass"))


def _column(line: str, units: int, encoding: Encoding) -> int:
    """The code points of a line that take so many units; a character that is cut counts as a whole."""
    if encoding == "utf-32" or line.isascii():
        return min(max(units, 0), len(line))
    taken = 0
    for column, char in enumerate(line):
        if taken >= units:
            return column
        taken += _units(char, encoding)
    return len(line)
