"""Where the text of an article, as a reader sees it, stands in its source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """The way from a text back to its source, and from a source's line to its text.

    Stretch `i` of the text begins at `starts[i]` and stands at `spans[i]` of the source; both ascend, and the
    first begins at 0. One that is as long as its span stands there character by character, any other (an
    entity, a composed accent, a blank for the break between two blocks) as a whole. `lines` are where the
    source's lines begin; from `labels[i][0]` of the text on a place is told as `labels[i][1]` (`¶12`), and
    without labels by its line. All offsets count code points.
    """

    starts: Sequence[int]
    spans: Sequence[Span]
    lines: Sequence[int] = (0,)
    length: int = 0
    labels: Sequence[tuple[int, str]] = ()

    def span(self, start: int, end: int) -> Span:
        """The source's span of a span of the text; of an empty one, the place of its start."""
        first = self._source(start)[0]
        return first, self._source(end - 1)[1] if end > start else first

    def line(self, at: int) -> tuple[int, int]:
        """The line and the column, both from 1, of an offset of the source."""
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    def shown(self, start: int, end: int) -> Span:
        """The text's span of what a span of the source shows; an empty one where it shows nothing."""
        return self._text(start), max(self._text_end(end), self._text(start))

    def of_line(self, line: int) -> Span:
        """The text's span of what a line of the source, from 1, shows."""
        start = self._text(self.lines[line - 1])
        return start, max(self._text_end(self.lines[line]), start) if line < len(self.lines) else self.length

    def is_empty(self, line: int) -> bool:
        """Whether a line of the source, from 1, has no character."""
        return line < len(self.lines) and self.lines[line] == self.lines[line - 1] + 1

    def told(self, at: int) -> str:
        """The place of an offset of the text, in words for people."""
        number = bisect_right(self.labels, at, key=lambda label: label[0])
        return self.labels[number - 1][1] if number else f"line {self.line(self._source(at)[0])[0]}"

    def _source(self, at: int) -> Span:
        """The source's span of one character of the text."""
        number = bisect_right(self.starts, at) - 1
        if number < 0:
            return 0, 0
        start, end = self.spans[number]
        if end - start != self._end(number) - self.starts[number]:
            return start, end
        return start + at - self.starts[number], start + at - self.starts[number] + 1

    def _text(self, source: int) -> int:
        """The first offset of the text that stands at an offset of the source, or behind it."""
        number = bisect_right(self.spans, source, key=lambda span: span[0]) - 1
        if number < 0:
            return 0
        start, end = self.spans[number]
        own = self._end(number) - self.starts[number]
        if source >= end or (end - start != own and source > start):
            return self._end(number)
        return self.starts[number] + source - start

    def _text_end(self, source: int) -> int:
        """The first offset of the text behind all that stands before an offset of the source."""
        number = bisect_left(self.spans, source, key=lambda span: span[0]) - 1
        if number < 0:
            return 0
        start, end = self.spans[number]
        if source >= end or end - start != self._end(number) - self.starts[number]:
            return self._end(number)
        return self.starts[number] + source - start

    def _end(self, number: int) -> int:
        return self.starts[number + 1] if number + 1 < len(self.starts) else self.length


def line_starts(text: str) -> list[int]:
    """Where each line of a text starts."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def whole(text: str, labels: Sequence[tuple[int, str]] = ()) -> Places:
    """The places of a text that is its own source."""
    return Places((0,), ((0, len(text)),), line_starts(text), len(text), labels)
