"""What stands above a block; each row's blocks are named by their first letter, an item with its depth."""

from __future__ import annotations

import pytest

from factcheck.match.outline import outline
from factcheck.model import Block, BlockKind

KINDS: dict[str, BlockKind] = {"t": "title", "h": "heading", "p": "paragraph", "i": "item", "r": "row"}


def blocks(written: str) -> list[Block]:
    words = enumerate(written.split())
    return [Block(KINDS[word[0]], at, at + 1, depth=int(word[1:] or 0)) for at, word in words]


@pytest.mark.parametrize(
    ("written", "leads"),
    [
        ("p i1 i1", [0]),
        ("p i1 i2 i3", [2, 1, 0]),
        ("p i1 i2 i1 i2", [3, 0]),
        ("p i2 i1", [0]),
        ("p i1 r i1", [0]),
        ("p h i1", []),
        ("i1 p i2", [1]),
        ("i1", []),
        ("p i1 p", []),
        ("p r r", [0]),
        ("p i1 r", []),
        ("p h r", []),
        ("r", []),
    ],
)
def test_what_leads_the_last_block_in(written: str, leads: list[int]) -> None:
    known = blocks(written)
    assert [above.start for above in outline(known, ()).leads(len(known) - 1)] == leads


@pytest.mark.parametrize(
    ("written", "furniture", "heading", "titles"),
    [
        ("t p", (), None, [0]),
        ("t t h p", (), 2, [0]),
        ("t t p", (), None, [0, 1]),
        ("t h p h p", (), 3, [0]),
        ("t h p h p", (3,), 1, [0]),
        ("t h p h", (), None, [0]),
        ("t", (), None, []),
        ("p p", (), None, []),
    ],
)
def test_titles_and_the_heading_of_the_last_block(
    written: str, furniture: tuple[int, ...], heading: int | None, titles: list[int]
) -> None:
    known = blocks(written)
    above = outline(known, furniture)
    found = above.heading(len(known) - 1)
    assert (found.start if found else None) == heading
    assert [title.start for title in above.titled(len(known) - 1)] == titles
