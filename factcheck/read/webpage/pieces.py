"""The texts of a web page's tree, each at its place in the source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import takewhile

from factcheck.read.draft import Piece
from factcheck.read.webpage.nodes import Node

_PLAIN = re.compile(r"(?:[^&<]+|&(?![#A-Za-z])|<(?![/!?A-Za-z]))+")
_ENTITY = re.compile(r"&(?:amp;)?(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]*;?)")
_MARKUP = re.compile(r"<!--.*?-->|<[/!?A-Za-z][^>]*>", re.DOTALL)
_SEEN = 24  # characters by which a text is found again behind markup that was moved


def pieces(source: str | None, node: Node, link: str | None = None) -> Iterator[Piece]:
    """A text of the tree, in pieces that stand in the source as they are, or as a whole (an entity)."""
    data, at = node.data, node.origin_offset
    if at is None or source is None:
        yield Piece(data, None, link)
    elif "&" not in data and source.startswith(data, at):
        yield Piece(data, (at, at + len(data)), link)
    else:
        yield from _located(source, data, at, link)


def _located(source: str, data: str, at: int, link: str | None) -> Iterator[Piece]:
    """A text with entities, or with tags in it that the parser took away."""
    cursor = 0
    if source.startswith("\n", at) and not data.startswith("\n"):
        at += 1  # the first line break in a <pre>
    while cursor < len(data):
        shown, end = _next(source, data, cursor, at)
        if shown:
            yield Piece(shown, (at, end), link)
            cursor += len(shown)
        elif end == at:
            end = source.find(data[cursor : cursor + _SEEN], at)
            if end < 0:
                yield Piece(data[cursor:], (at, at), link)
                return
        at = end


def _next(source: str, data: str, cursor: int, at: int) -> tuple[str, int]:
    """The text that is shown next, and where it ends in the source; nothing where markup stands there."""
    if plain := _PLAIN.match(source, at):
        length = min(plain.end() - at, len(data) - cursor)
        told = source[at : at + length]
        shown = told if data.startswith(told, cursor) else _common(told, data[cursor : cursor + length])
        return shown, at + len(shown)
    if entity := _ENTITY.match(source, at):
        shown = html.unescape(entity[0])
        if shown != entity[0] and data.startswith(shown, cursor):
            return shown, entity.end()
    if (markup := _MARKUP.match(source, at)) and not data.startswith(markup[0], cursor):
        return "", markup.end()
    return (source[at], at + 1) if data.startswith(source[at : at + 1] or "\0", cursor) else ("", at)


def _common(one: str, other: str) -> str:
    """How two texts begin alike."""
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=True)))
