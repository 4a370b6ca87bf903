"""Runs of lines, and what they are: a paragraph, or the several things pasted into one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.model import BlockKind, Span

_BULLET = re.compile(r"[ \t\xa0]*(?:[•‣▪●◦∙·*+–—-]|\d{1,2}[.)])[ \t\xa0]+(?=\S)")
_NOTE = re.compile(r"[ \t]*\[\^[^\]\n]+\]:")
_ROW = re.compile(r"[ \t]*\|?[ \t]*(.*?)[ \t]*\|?[ \t]*")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_WORD = re.compile(r"\w|-->")  # a comment's end counts: without it, its words would be shown
_DASHED = re.compile(r"\s*[–—]\s")
_CLOSED_QUOTE = re.compile(r"[»”\"][.!?…]?\s*$")
_FINISHED = re.compile(r"[.!?…:;»”\")\]*_>|][\s*_]*$")
_FIGURE = re.compile(r"(?<![:|]) (?!(?:19|20)\d\d$)\d[\d.,]*$")
_WORDY = 4  # the blanks of a line that has a verb, most likely
_LONG = 100  # the characters of a line that is no heading and no list's item
_WRAP = range(50, 131)  # columns at which people and editors wrap their lines


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that belong together: of each, the span that the reader sees (markers left out)."""

    kind: BlockKind
    lines: tuple[Span, ...]
    header: Span | None = None

    @property
    def span(self) -> Span:
        return self.lines[0][0], self.lines[-1][1]


def split(text: str, run: Run) -> Iterator[Run]:
    """A run as it stands in the file, cut into the runs that it is: text copied from the web has a
    paragraph, a heading, a bullet or a table row on each line; wrapped text is one paragraph."""
    lines = [line for line in run.lines if _WORD.search(text, *line)]
    if not lines:
        return
    if run.kind in ("heading", "row"):
        yield replace(run, lines=tuple(lines))
        return
    rows = _rows(text, lines)
    groups = _groups(text, run, lines, rows)
    yield from _with_headers(text, [_kinded(text, run, group, rows) for group in groups])


def _groups(text: str, run: Run, lines: list[Span], rows: set[Span]) -> list[list[Span]]:
    wrapped = _Wrapping(text, lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if before in rows or line in rows or _breaks(text, run, before, line, wrapped):
            groups.append([])
        groups[-1].append(line)
    return groups


def _breaks(text: str, run: Run, before: Span, line: Span, wrapped: _Wrapping) -> bool:
    """Does a new block begin with `line`?"""
    head, tail = text[slice(*line)].lstrip(), text[slice(*before)].rstrip()
    if _NOTE.match(head):
        return True
    if wrapped.comments and _in_comment(text, run.lines[0][0], before[1]):
        return False
    if _BULLET.match(head):
        return not (_DASHED.match(head) and (run.kind == "quote" or _CLOSED_QUOTE.search(tail)))
    indented = text[line[0] - 1 : line[0]] in (" ", "\t") or text[line[0]] in " \t"
    if run.kind == "quote" or (run.kind == "item" and indented):
        return False
    unfinished = tail.endswith((",", "-")) or (_FINISHED.search(tail) is None and _goes_on(tail))
    return not (wrapped.soft(before, line) or _continues(head) or unfinished)


def _in_comment(text: str, start: int, end: int) -> bool:
    return text.rfind("<!--", start, end) > text.rfind("-->", start, end)


def _goes_on(tail: str) -> bool:
    """Whether a line without an end is too long for a heading or an item, or breaks off in a figure."""
    return len(tail) > _LONG or (tail.count(" ") >= _WORDY and _FIGURE.search(tail) is not None)


def _continues(head: str) -> bool:
    first = head.lstrip("*_([«“\" '‘\xa0")[:1]
    return first.islower() or head[:1] in ")]»”,;:!?%"


class _Wrapping:
    """Was this run wrapped by an editor: would the first word of each line not have fitted above?"""

    def __init__(self, text: str, lines: list[Span]) -> None:
        self.text = text
        self.comments = text.find("<!--", lines[0][0], lines[-1][1]) >= 0
        self.width = max(end - start for start, end in lines)
        pairs = list(pairwise(lines))
        fitting = sum(not self._full(before, line) for before, line in pairs)
        finished = sum(text.endswith((".", "!", "?", "…"), start, end) for (start, end), _ in pairs)
        paragraphs = len(pairs) > 1 and finished > 0.6 * len(pairs)
        self.wrapped = self.width in _WRAP and fitting <= 0.34 * len(pairs) and not paragraphs

    def soft(self, before: Span, line: Span) -> bool:
        return self.wrapped and self._full(before, line)

    def _full(self, before: Span, line: Span) -> bool:
        first = _FIRST_WORD.match(self.text, *line)
        return before[1] - before[0] + 1 + (len(first[1]) if first else 0) > self.width


def _rows(text: str, lines: list[Span]) -> set[Span]:
    """The lines that look like table rows: two pipes or more, or one like a neighbouring line."""
    counts = [text.count("|", *line) for line in lines]
    return {
        line
        for at, (line, count) in enumerate(zip(lines, counts, strict=True))
        if count > 1 or (count == 1 and 1 in (*counts[max(at - 1, 0) : at], *counts[at + 1 : at + 2]))
    }


def _kinded(text: str, run: Run, group: list[Span], rows: set[Span]) -> Run:
    start, end = group[0]
    if group[0] in rows:
        row = _ROW.fullmatch(text, start, end)
        return Run("row", (row.span(1),) if row else tuple(group))
    if _NOTE.match(text, start, end):
        return Run("item", tuple(group))
    if bullet := _BULLET.match(text, start, end):
        return Run("item", ((bullet.end(), end), *group[1:]))
    lazy = run.kind == "item" and group[0] != run.lines[0]
    return Run("paragraph" if lazy else run.kind, tuple(group), run.header)


def _with_headers(text: str, runs: list[Run]) -> Iterator[Run]:
    """Rows get the first row above them as header, where its cells are mostly words."""
    header: Span | None = None
    for at, run in enumerate(runs):
        if run.kind != "row":
            header = None
        elif at == 0 or runs[at - 1].kind != "row":
            header = run.span if wordy(text[slice(*run.span)]) else None
        elif header:
            run = replace(run, header=header)  # noqa: PLW2901 - the run as it leaves
        yield run


def wordy(row: str) -> bool:
    """Whether most cells of a row, parted by `|`, are words."""
    cells = [cell for cell in row.split("|") if cell.strip()]
    return 2 * sum(not any(map(str.isdigit, cell)) for cell in cells) > len(cells)
