"""The text of an article as a reader sees it, block by block, for reports that show it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.match.context import Surroundings
from factcheck.model import Passage


def passages(around: Surroundings) -> Iterator[Passage]:
    """The blocks of an article, each with its language and what stands in it in another one."""
    article = around.article
    for number, block in enumerate(article.blocks):
        yield Passage(
            kind=block.kind,
            start=block.start,
            text=article.text[block.start : block.end],
            place=article.places.told(block.start),
            language=around.vocabulary_at(block.start).code,
            foreign=tuple(
                (span, other.code)
                for span, other in around.spoken
                if block.start < span[0] and span[1] <= block.end
            ),
            furniture=number in around.furniture,
            depth=block.depth,
        )
