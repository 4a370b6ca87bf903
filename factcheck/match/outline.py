"""What stands above each block of an article: titles, a heading, and what leads an item of a list in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Block


class Outline(NamedTuple):
    """The blocks above each, by number: the titles of the article, the heading of each block, and for an item
    of a list the paragraph before the list or the item of which it is a part."""

    blocks: Sequence[Block]
    titles: Sequence[int]
    headings: Sequence[int | None]
    parents: Sequence[int | None]

    def leads(self, number: int) -> Iterator[Block]:
        """What leads an item in, the nearest first."""
        above = self.parents[number]
        while above is not None:
            yield self.blocks[above]
            above = self.parents[above]

    def heading(self, number: int) -> Block | None:
        """The heading below which a block stands; a heading has none."""
        above = self.headings[number]
        return None if above is None else self.blocks[above]

    def titled(self, number: int) -> Iterator[Block]:
        """The titles between a block and its heading, and the article's first."""
        heading = self.headings[number]
        low = 0 if heading is None else bisect_left(self.titles, heading)
        near = self.titles[low : bisect_left(self.titles, number)]
        first = [at for at in self.titles[:1] if at == 0 < number and at not in near]
        return (self.blocks[at] for at in (*near, *first))


def outline(blocks: Sequence[Block], furniture: Collection[int]) -> Outline:
    """The outline of some blocks; those that are furniture, by number, stand above nothing."""
    headings: list[int | None] = []
    parents: list[int | None] = []
    heading: int | None = None
    leads: list[int] = []  # the paragraph before a list, then items, each farther in than the one before
    for number, block in enumerate(blocks):
        kind = "" if number in furniture else block.kind
        headings.append(None if block.kind == "heading" else heading)
        while kind == "item" and leads and _apart(blocks[leads[-1]], block):
            leads.pop()
        led = leads and (kind == "item" or (kind == "row" and blocks[leads[-1]].kind == "paragraph"))
        parents.append(leads[-1] if led else None)
        heading = number if kind == "heading" else heading
        if kind in ("heading", "paragraph"):
            leads.clear()
        if kind in ("paragraph", "item"):
            leads.append(number)
    titles = [at for at, block in enumerate(blocks) if block.kind == "title" and at not in furniture]
    return Outline(blocks, titles, headings, parents)


def _apart(above: Block, item: Block) -> bool:
    """Whether an item of a list is no part of another one before it: it stands no farther in."""
    return above.kind == "item" and above.depth >= item.depth
