"""What stands apart on the page: figures with a gap between them, and the signs before a list's items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.read.draft import Piece

TAB, BREAK = "\t", "\n"
"""The texts of pieces that stand for a gap: to the next stop, or to a line or a paragraph of its own."""
_APART = "; "
_BULLET = re.compile(r"\s*(?:[•‣▪●◦∙·*+–—-]|\d{1,2}[.)])\s+(?=\S)")  # as in `runs`


def apart(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, as many, with a mark in the gaps between two digits: `2019` and `200` in two columns, or
    on two lines of a cell, are no 2019200. Any other gap is left to be a blank."""
    found = list(pieces)
    before, gap = "", -1
    for at, piece in enumerate(found):
        if piece.text in (TAB, BREAK):
            gap = at
        elif ink := piece.text.strip():
            if gap >= 0 and before.isdigit() and ink[0].isdigit():
                found[gap] = replace(found[gap], text=_APART)
            before, gap = ink[-1], -1
    return tuple(found)


def bulleted(pieces: Sequence[Piece]) -> tuple[Piece, ...] | None:
    """The pieces of a list's item without the sign that was typed before it, as many; None for no item."""
    found = _BULLET.match("".join(piece.text for piece in pieces))
    if found is None:
        return None
    rest, cut = list(pieces), found.end()
    for at, piece in enumerate(pieces):
        rest[at] = replace(piece, text=piece.text[cut:])
        cut = max(cut - len(piece.text), 0)
        if not cut:
            break
    return tuple(rest)
