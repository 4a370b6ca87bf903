"""Which other sentence may tell who says what stands in one: by quotation, reference or layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from factcheck.extract.attribution.scene import Cue, Scene, resumed
from factcheck.model import Article, Sentence, Span

_PARAGRAPH = 20
_LIST = 100
_LISTED = frozenset({"item", "row"})
_ITEM = re.compile(r"\s*(?:[-–—•*·]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_LABEL = re.compile(r"(\w[^\n:.!?]*?\s[^\n:.!?]{1,60}?)\s?:\s")
_OPENERS = "«“"
_CLOSERS = "»”"


class Vicinity:
    """The sentences of one article, as neighbours."""

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        scene: Callable[[int], Scene],
        cues: Callable[[int], list[Cue]],
    ) -> None:
        """`scene` and `cues` tell those of a sentence by its index."""
        self._article, self._sentences, self._scene, self._cues = article, sentences, scene, cues
        self._following, self._leading = cache(self._found_after), cache(self._found_before)
        self._listed, self._answers = cache(self._is_listed), cache(self._found_answers)

    def kind(self, index: int) -> str:
        """The kind of block that holds a sentence."""
        return self._article.blocks[self._sentences[index].block].kind if self._article.blocks else ""

    def telling(self, index: int, span: Span, dated: bool) -> Iterator[int]:
        """The sentences that may tell who says `span` of another one, the likeliest first; of a day that
        stands there (`dated`) the next one tells nothing."""
        yield from self._quoted(index, span)
        yield from () if dated else self._following(index)
        yield from self._leading(index)

    def continued(self, index: int) -> bool:
        """Whether a sentence goes on counting what the one before it counted: `Nine of them …`."""
        return self.beside(index, index - 1) and resumed(self._scene(index).line)

    def beside(self, index: int, other: int) -> bool:
        """Whether there is another sentence of that index in the same block."""
        in_range = 0 <= other < len(self._sentences)
        return in_range and self._sentences[other].block == self._sentences[index].block

    def _text(self, index: int) -> str:
        return self._article.text[self._sentences[index].start : self._sentences[index].end]

    # --- quotations

    def _quoted(self, index: int, span: Span) -> list[int]:
        """Where a quotation of several sentences opens and closes; then the speech that it resumes."""
        around = self._quotation(index, span)
        earlier = range(index - 1, self._block(index).start - 1, -1) if around else ()
        resumed = next((i for i in earlier if self._quotes(i)), index)
        return [i for i in (*around[:1], *around[-1:], resumed) if i != index]

    def opening(self, index: int, span: Span) -> int | None:
        """The sentence that starts with the quotation around `span` of another one; None where none does."""
        around = self._quotation(index, span)
        return around[0] if around and self._text(around[0])[:1] in ("«", "“", '"') else None

    def _quotation(self, index: int, span: Span) -> range:
        """The sentences of the quotation around a span of one; none where there is none."""
        block, told = self._block(index), self._sentences
        start, end = _quotation(self._article.text, (told[block[0]].start, told[block[-1]].end), span[0])
        within = [i for i in block if told[i].start < end and start < told[i].end] if start < end else []
        return range(within[0], within[-1] + 1) if within else range(0)

    def _quotes(self, index: int) -> bool:
        """Whether a sentence quotes somebody whom it names."""
        quoted = any(mark in self._text(index) for mark in '»”"')
        return quoted and any(not cue.hearsay for cue in self._cues(index))

    def _block(self, index: int) -> range:
        low = high = index
        while index - low < _PARAGRAPH and self.beside(index, low - 1):
            low -= 1
        while high - index < _PARAGRAPH and self.beside(index, high + 1):
            high += 1
        return range(low, high + 1)

    # --- what takes up the sentence before

    def _found_after(self, index: int) -> list[int]:
        """The next sentence, where it speaks of this one: `These figures come from X`, `…, said X`."""
        after = index + 1
        if self.beside(index, after):
            outward = any(cue.outward for cue in self._cues(after))
            return [after] if outward or self._takes_up(after) else []
        return self._labelled(index)

    def _takes_up(self, index: int) -> bool:
        text = self._scene(index).line
        if any(mark in self._text(index) for mark in _OPENERS):
            return False  # what it tells is the quotation
        figures = text.any(0, len(text), "numbers")
        objects = (k for k in range(len(text)) if text.has(k, "confirmations"))
        opens = text.any(0, 2, "back_references", *(() if figures else ("totals",)))
        return opens or any(text.any(k, k + 4, "back_references", "totals") for k in objects)

    # --- interviews

    def answer(self, index: int) -> Span | None:
        """Where the speaker stands who opens the paragraph that holds a sentence, an interview's answer."""
        block = self._article.blocks[self._sentences[index].block] if self._article.blocks else None
        return self._answers().get(block.start) if block else None

    def _found_answers(self) -> Mapping[int, Span]:
        """Each paragraph that opens with a speaker before a colon, by its start: one who opens two or more,
        one of them right behind a question: a full name, for a surname in capitals may be the station's own
        reporter's."""
        text, blocks = self._article.text, self._article.blocks
        labels = [_LABEL.match(text, block.start, block.end) for block in blocks]
        names = [label[1] if label else "" for label in labels]
        asked = [text[block.start : block.end].rstrip().endswith("?") for block in blocks]
        answering = {name for name, question in zip(names[1:], asked, strict=False) if question}
        speakers = {name for name in answering if names.count(name) > 1}
        return {label.start(): label.span(1) for label in labels if label and label[1] in speakers}

    # --- lists and tables

    def _labelled(self, index: int) -> list[int]:
        """The sentence right below a list or a table, where it is labelled as its source."""
        listed, end = self._listed(index), min(len(self._sentences), index + _LIST)
        after = next((i for i in range(index + 1, end) if not (listed and self._listed(i))), end)
        apart = after < len(self._sentences) and (listed or self.kind(index) == "quote")
        return [after] if apart and any(cue.outward for cue in self._cues(after)) else []

    def _found_before(self, index: int) -> list[int]:
        """What leads a list or a quotation in: a sentence that ends in a colon, or a heading above a list."""
        listed, end = self._listed(index), max(-1, index - _LIST - 1)
        before = next((i for i in range(index - 1, end, -1) if not (listed and self._listed(i))), end)
        if before < 0 or not (self.beside(index, before) or listed or self.kind(index) == "quote"):
            return []
        colon = self._article.text[: self._sentences[before].end].rstrip(" *_\n")[-1:] == ":"
        headed = listed and self.kind(before) in {"heading", "caption"}
        further = self.kind(index) == "item" and self.beside(before, before - 1)  # `… A selection:`
        return [before, before - 1][: 1 + further] if colon or headed else []

    def _is_listed(self, index: int) -> bool:
        """Whether a sentence is of a list or a table, or starts as an item does in a paragraph."""
        return self.kind(index) in _LISTED or bool(_ITEM.match(self._text(index)))


def _quotation(prose: str, bounds: Span, offset: int) -> Span:
    """The quotation around an offset of a paragraph; an empty span where there is none."""
    low, high = bounds
    opened = max(prose.rfind(mark, low, offset + 1) for mark in _OPENERS)
    closed = max(prose.rfind(mark, low, offset) for mark in _CLOSERS)
    if opened > closed:
        ends = [at for mark in _CLOSERS if (at := prose.find(mark, offset, high)) >= 0]
        return opened, min(ends, default=high - 1) + 1
    if prose.count('"', low, offset) % 2:
        end = prose.find('"', offset, high)
        return prose.rfind('"', low, offset), (end if end >= 0 else high - 1) + 1
    return offset, offset
