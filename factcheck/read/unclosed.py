"""What a Markdown text opens and never closes (a comment, an element or a fence of code): a reader sees what
follows, so it is read, and told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

COMMENT = "a comment"
_PAIRS = (
    (COMMENT, re.compile("<!--"), re.compile("-->")),
    (
        "an element of code",
        re.compile(r"<pre\b[^<>]*>", re.IGNORECASE),
        re.compile(r"</pre\s*>", re.IGNORECASE),
    ),
)
_TEXT = re.compile(r"[ \t]*[^\s]")
_FENCE = "a fence of code"
_TRIES = 4  # how often a text is parsed anew without the fences that it left open

Opened = list[tuple[int, str]]
"""Where something is opened that is never closed, and what it is."""


def closed(body: str) -> tuple[str, Opened]:
    """A text without the signs that begin what is never closed, its length kept; and these signs."""
    opened: Opened = []
    for what, opening, closing in _PAIRS:
        after = max((match.end() for match in closing.finditer(body)), default=0)
        opened += [(match.start(), what) for match in opening.finditer(body, after)]
        body = body[:after] + opening.sub(_hidden, body[after:])
    return body, opened


def _hidden(match: re.Match[str]) -> str:
    """Blanks, as many; firm ones before text, which else would be set in, and so be code."""
    return ("\xa0" if _TEXT.match(match.string, match.end()) else " ") * len(match[0])


def blanked(match: re.Match[str]) -> str:
    """Blanks, as many as a match has characters."""
    return " " * len(match[0])


def parsed(source: str, parse: Callable[[str], list[Token]]) -> tuple[list[Token], Opened]:
    """The blocks of a text, in which what is never closed is no code; and the fences that were left open."""
    tokens, told = parse(source), list[tuple[int, str]]()
    for _ in range(_TRIES):
        opened = _left_open(tokens, source)
        if not opened:
            break
        for start, end in opened:
            source = source[:start] + " " * (end - start) + source[end:]
            told.append((start, _FENCE))
        tokens = parse(source)
    return tokens, told


def line_spans(body: str, offset: int) -> list[Span]:
    """Where each line of a text that stands at an offset begins and ends."""
    spans, start = [], 0
    while (newline := body.find("\n", start)) >= 0:
        spans.append((offset + start, offset + newline))
        start = newline + 1
    return [*spans, (offset + start, offset + len(body))]


def _left_open(tokens: Sequence[Token], source: str) -> list[Span]:
    """The lines that open fences of code which are never closed."""
    fences = [token for token in tokens if token.type == "fence" and token.map]
    lines = line_spans(source, 0) if fences else []
    return [lines[token.map[0]] for token in fences if token.map and not _is_closed(token, source, lines)]


def _is_closed(token: Token, source: str, lines: Sequence[Span]) -> bool:
    first, stop = token.map or (0, 0)
    closing = source[slice(*lines[min(stop, len(lines)) - 1])].strip("> \t")
    return stop - first > 1 and closing.startswith(token.markup) and not closing.strip("`~")
