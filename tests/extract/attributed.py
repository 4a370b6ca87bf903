"""Who says a figure of a text: the helper of the tests of attribution."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.extract.attribution.reader import Attributor
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Article, Attribution, Block, BlockKind, Sentence, Source
from factcheck.places import whole

SOURCES = (
    Source("Forest Service", url="https://forest.example/data"),
    Source("Metropolitan Police", "met", ("the Met", "Met")),
    Source("Electoral Commission"),
    Source("World Health Organisation", "who", ("WHO", "OMS")),
    Source("Insee"),
    Source("Cour des comptes"),
    Source("Banque de France"),
    Source("Red Crescent", aliases=("Croissant-Rouge",)),
    Source("Human Rights Watch", None, ("HRW",)),
    Source("Ada Quist, head of the port", "quist", ("services portuaires norvégiens",)),
)
ATTRIBUTORS = {code: Attributor(load(code), SOURCES) for code in ("en", "fr")}
_BREAK = re.compile(r"(?<=[.!?])\s+(?=[A-Z“«—])")


def attribute(code: str, text: str, figure: str, kinds: tuple[BlockKind, ...] = ()) -> Attribution:
    """Who says `figure` in a text: one paragraph, or a block a line where their kinds are given."""
    blocks, sentences, at = [], [], 0
    for number, part in enumerate(text.split("\n") if kinds else [text]):
        blocks.append(Block(kinds[number] if kinds else "paragraph", at, at + len(part)))
        edges = [0, *(match.end() for match in _BREAK.finditer(part)), len(part)]
        pairs = pairwise(edges)
        sentences += [Sentence(at + a, at + len(part[:b].rstrip()), number) for a, b in pairs]
        at += len(part) + 1
    article = Article("a.md", text, whole(text), blocks=tuple(blocks))
    start = text.index(figure)
    index = max(i for i, sentence in enumerate(sentences) if sentence.start <= start)
    read = ATTRIBUTORS[code].read(article, sentences, words(text))
    return read.attribute(index, (start, start + len(figure)))
