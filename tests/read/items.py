"""What the tests of items share: the drafts of bytes, briefly."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factcheck.errors import ReadError
from factcheck.read.compose import compose
from factcheck.read.draft import Draft


def blocks(draft: Draft) -> list[tuple[str, str, str]]:
    """The kind, the place and the text of each block, its no-break blanks as blanks."""
    made = compose(draft)
    return [
        (block.kind, made.places.told(block.start), made.text[block.start : block.end].replace("\xa0", " "))
        for block in made.blocks
    ]


def texts(draft: Draft) -> list[str]:
    """The texts of a draft's blocks."""
    return [text for _, _, text in blocks(draft)]


def read_or_refused(path: str, read: Callable[[], Iterable[Draft]]) -> bool:
    """Whether the drafts can be read and composed, or are refused by a message that names the file."""
    try:
        return all(isinstance(blocks(draft), list) for draft in read())
    except ReadError as error:
        return str(error).startswith(f"{path}:")
