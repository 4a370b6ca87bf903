"""The page as it is put together: prose of the text's own length, blocks, links."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.model import Block, BlockKind, Link, Span
from factcheck.read.inline import Marked
from factcheck.read.runs import Run

Scan = Callable[[str], Marked]

_INK = re.compile(r"[^\n]")
_SHOWN = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_EMPHASISED = re.compile(r"([*_])(?![*_\s])(?:(?!\1).|(?:\1){2})*(?<!\s)\1", re.DOTALL)
_TITLE_LIKE = re.compile(r"[^\n]{0,100}[^\n.!?…:;,»”\")\]]")
_SENTENCE_LIKE = re.compile(r".*[.!?…:][»”\")\]\s]*", re.DOTALL)
_LONG = 100


def blank(text: str) -> str:
    """As many spaces as `text` has characters; newlines stay."""
    return _INK.sub(" ", text)


@dataclass(slots=True)
class Page:
    """What was put together so far; runs come in the order of the text. `holes` are spans that are no prose
    whatever run they stand in."""

    text: str
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    holes: list[Span] = field(default_factory=list)
    cursor: int = 0

    def add(self, run: Run, scan: Scan) -> None:
        """Append a run: blank what lies before it, and what `scan` says is no prose in it."""
        start, end = run.span
        shown = self._shown(run)
        marked = scan(shown)
        holes = [(max(at - start, 0), to - start) for at, to in self.holes if at < end and to > start]
        marked.hidden += holes
        prose = _hide(shown, marked.hidden)
        self.parts += (blank(self.text[self.cursor : start]), prose)
        self.cursor = end
        for link in marked.links:
            if any(at <= link.start < to for at, to in holes):
                continue
            self.links.append(Link(start + link.start, start + link.end, link.target))
        self.comments += [(start + at, start + to) for at, to in marked.comments]
        for kind, at, to in _pieces(run.kind, len(shown), marked):
            self._block(run, prose, _kind(kind, shown[at:to]), at, to)

    def finish(self) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
        """The prose, the blocks and the links of the whole text."""
        prose = "".join((*self.parts, blank(self.text[self.cursor :])))
        links = sorted(self.links, key=lambda link: (link.start, link.end))
        return prose, tuple(_with_headings(prose, self.blocks)), tuple(links)

    def _shown(self, run: Run) -> str:
        """The run's text, with the markers that stand before its further lines blanked."""
        parts = [self.text[slice(*run.lines[0])]]
        for (_, before), (start, end) in pairwise(run.lines):
            parts += (blank(self.text[before:start]), self.text[start:end])
        return "".join(parts)

    def _block(self, run: Run, prose: str, kind: BlockKind, at: int, to: int) -> None:
        if shown := _SHOWN.search(prose, at, to):
            offset = run.span[0]
            self.blocks.append(Block(kind, offset + shown.start(), offset + shown.end(), run.header))


def _hide(shown: str, hidden: list[Span]) -> str:
    parts: list[str] = []
    cursor = 0
    for start, end in sorted(hidden):
        if end > cursor:
            parts += (shown[cursor : max(start, cursor)], blank(shown[max(start, cursor) : end]))
            cursor = end
    return "".join((*parts, shown[cursor:])) if parts else shown


def _pieces(kind: BlockKind, length: int, marked: Marked) -> Iterator[tuple[BlockKind, int, int]]:
    """A block is cut at its pictures, whose texts are captions."""
    cursor = 0
    for (start, end), (inner, stop) in marked.pictures:
        yield kind, cursor, start
        yield "caption", inner, stop
        cursor = end
    yield kind, cursor, length


def _kind(kind: BlockKind, shown: str) -> BlockKind:
    """A paragraph wholly in emphasis is what stands below a picture."""
    shown = shown.strip()
    emphasised = kind == "paragraph" and shown[:1] in ("*", "_") and _EMPHASISED.fullmatch(shown)
    return "caption" if emphasised else kind


def _with_headings(prose: str, blocks: list[Block]) -> Iterator[Block]:
    """A short line without final punctuation that stands alone above some text is a heading."""
    found: list[Block] = []
    for block in reversed(blocks):
        heads = block.kind == "paragraph" and found and _TITLE_LIKE.fullmatch(prose, block.start, block.end)
        if heads and _heads(prose, found[-1]):
            block = replace(block, kind="heading")  # noqa: PLW2901 - the block as it leaves
        found.append(block)
    return reversed(found)


def _heads(prose: str, below: Block) -> bool:
    if below.kind != "paragraph":
        return below.kind != "caption"
    long = below.end - below.start > _LONG
    return long or _SENTENCE_LIKE.fullmatch(prose, below.start, below.end) is not None
