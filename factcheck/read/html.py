"""HTML within Markdown: the runs of text between the tags that part blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.model import BlockKind, Span
from factcheck.read.inline import INLINE
from factcheck.read.runs import Run, wordy

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<opaque>script|style|pre|svg|math|template|head)\b.*?(?:</(?P=opaque)\s*>|\Z)"
    r"|<(?P<close>/)?(?P<name>[A-Za-z][\w-]*)(?:\s[^<>]*)?/?>"
    r"|<[?!][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_KINDS: dict[str, BlockKind] = {
    "figcaption": "caption", "caption": "caption", "li": "item", "dd": "item", "dt": "item",
    "blockquote": "quote", "tr": "row", "summary": "heading",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_CODE = re.compile(r">\s*[^\s<]")
_CELL = re.compile(r"<t[dh]\b[^<>]*>", re.IGNORECASE)
_INLINE = INLINE | {"br"}


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of an HTML block; inline tags are left in them, to be edited out with the other markup."""
    kind: BlockKind = "paragraph"
    cursor = start
    header: Span | None = None
    first = True
    for match in (*_TAG.finditer(text, start, end), None):
        name = (match["name"] or "").lower() if match else ""
        if name in _INLINE:
            continue
        stop = match.start() if match else end
        for run in lines(text, kind, cursor, stop):
            if kind == "row" and first:
                header, first = run.span if _heads(text[slice(*run.span)]) else None, False
                yield run
            else:
                yield replace(run, header=header if kind == "row" else None)
        if match is None:
            return
        cursor = match.end()
        if name == "table":
            header, first = None, True
        if name in _KINDS:
            kind = "paragraph" if match["close"] else _KINDS[name]


def _heads(row: str) -> bool:
    """Whether a table's first row heads its columns."""
    return wordy(_CELL.sub("|", row))


def comments(text: str, start: int, end: int) -> Iterator[Span]:
    """The comments of an HTML block; one that is never closed runs to the block's end."""
    return (match.span() for match in _TAG.finditer(text, start, end) if match[0].startswith("<!--"))


def code(text: str, start: int, end: int) -> Iterator[Span]:
    """The elements of code of an HTML block, the empty ones left out."""
    found = [match for match in _TAG.finditer(text, start, end) if (match["opaque"] or "").lower() == "pre"]
    return (match.span() for match in found if _CODE.search(match[0]))


def lines(text: str, kind: BlockKind, start: int, end: int) -> Iterator[Run]:
    """The lines of a span that are not blank, as one run."""
    shown = tuple(_lines(text, start, end))
    if shown:
        yield Run(kind, shown)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1
