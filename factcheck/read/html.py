"""HTML within Markdown: the runs of text between the tags that part blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import BlockKind, Span
from factcheck.read.runs import Run

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
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"}
    | {
        "ins",
        "kbd",
        "mark",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "td",
        "th",
        "time",
        "u",
    }
    | {"var", "wbr"}
)


def runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of an HTML block; inline tags are left in them, to be blanked with the other markup."""
    kind: BlockKind = "paragraph"
    cursor = start
    for match in _TAG.finditer(text, start, end):
        name = (match["name"] or "").lower()
        if name in _INLINE:
            continue
        yield from _run(text, kind, cursor, match.start())
        cursor = match.end()
        if name and name in _KINDS:
            kind = "paragraph" if match["close"] else _KINDS[name]
    yield from _run(text, kind, cursor, end)


def comments(text: str, start: int, end: int) -> Iterator[Span]:
    """The comments of an HTML block; one that is never closed runs to the block's end."""
    return (match.span() for match in _TAG.finditer(text, start, end) if match[0].startswith("<!--"))


def _run(text: str, kind: BlockKind, start: int, end: int) -> Iterator[Run]:
    lines = tuple(_lines(text, start, end))
    if lines:
        yield Run(kind, lines)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1
