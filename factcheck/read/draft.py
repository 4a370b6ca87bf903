"""What a format's reader makes of a file: its parts in order, not yet one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.errors import ReadError
from factcheck.model import Aside, BlockKind, DateFrom, Span

Changes = Literal["accepted", "original"]
"""Whether a document is read with its tracked changes, or as it was before them."""
LARGEST = 5_000_000
"""The most characters of an article: a novel has fewer, and what has more is data."""
CELL = " | "
"""What parts two cells of a row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a part, as the file has it: characters that no reader sees, runs of blanks and line breaks
    may stand in it, entities and markup not.

    `at` is its span in the file, for formats whose positions are the file's own; one of another length than
    `text` stands for all of it (`&nbsp;`). `link` is where it leads, `note` the text of a note that is
    referred to behind it; `place` tells where it stands, for people, where its part does not (`Towns!B7`).
    """

    text: str
    at: Span | None = None
    link: str | None = None
    note: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A title, a paragraph, a list's item or a table's row, whose cells are parted by pieces with a `|`.

    `place` tells where it stands, for people, in formats without lines (`¶12`, `p. 3`, `00:01:03`). `header`
    is the index, among a draft's parts, of the row that heads the columns; `depth` how far in an item is.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...]
    place: str = ""
    header: int | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format's reader leaves it, with its parts in the file's order.

    `source` is the decoded file where the parts have their places in it, None where the article's own text
    takes its place. `date` is an ISO day, `language` as the file gives it (`fr-FR`); `name` tells an item of
    a file of many (`post-123`). `comments` are spans of the source.
    """

    parts: tuple[Part, ...]
    source: str | None = None
    title: str = ""
    date: str | None = None
    date_from: DateFrom | None = None
    language: str | None = None
    name: str = ""
    comments: tuple[Span, ...] = ()
    asides: tuple[Aside, ...] = ()


def row(cells: Iterable[Sequence[Piece]]) -> tuple[Piece, ...]:
    """A table's row of its cells, each in pieces."""
    found: list[Piece] = []
    for number, cell in enumerate(cells):
        found += [*([Piece(CELL)] if number else []), *cell]
    return tuple(found)


def check_size(path: str, data: bytes) -> None:
    """Raises ReadError for a file that is larger than an article in any encoding."""
    if len(data) > 4 * LARGEST:
        raise ReadError(f"{path}: more than {4 * LARGEST // 1_000_000} MB, which is no article (split it)")


def is_too_large(draft: Draft) -> bool:
    """Whether a draft holds more than an article may."""
    return sum(len(piece.text) for part in draft.parts for piece in part.pieces) > LARGEST


__all__ = ["Aside", "Changes", "Draft", "Part", "Piece", "check_size", "is_too_large", "row"]
