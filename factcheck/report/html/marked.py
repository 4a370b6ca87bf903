"""A passage's text with its mentions marked, each by its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.model import Mention, Passage, Span
from factcheck.report.html.markup import anchor, text
from factcheck.report.html.sheet import Note, Sheet

MARKS = {"supported": "s", "outdated": "o", "disputed": "d", "discrepancy": "x", "possible": "p"}
"""The class of a mark by its verdict; a possible one has its own."""


def mark_class(mention: Mention) -> str:
    """The class that marks a mention, by its verdict."""
    return MARKS["possible" if mention.certainty == "possible" else mention.verdict or "supported"]


def marked(passage: Passage, mentions: Sequence[Mention], notes: Sequence[Note], sheet: Sheet) -> str:
    """A passage as HTML: the mentions in it as links to their claims' cards, behind each that has a note that
    note's number; what is in another language says so."""
    start, end = passage.start, passage.start + len(passage.text)
    found = [mention for mention in mentions if start <= mention.at[0] and mention.at[1] <= end]
    if not (found or notes or passage.foreign):
        return text(passage.text)
    return _Marker(passage, found, notes, sheet).html()


def number_link(note: Note, sheet: Sheet) -> str:
    """The number of a note behind its figure, leading to it."""
    if sheet.thin:
        return f"<sup>{note.number}</sup>"
    return f"<sup><a href=#{note.prints[0]}>{note.number}</a></sup>"


@dataclass(slots=True)
class _Marker:
    """Cuts a passage where a mention or another language begins or ends. Where mentions lie in one another,
    the innermost is marked."""

    passage: Passage
    found: Sequence[Mention]
    notes: Sequence[Note]
    sheet: Sheet
    begun: set[int] = field(default_factory=set)

    def html(self) -> str:
        """The passage's text, marked."""
        start, end = self.passage.start, self.passage.start + len(self.passage.text)
        numbers = self._numbers(end)
        spans = [shown(mention) for mention in self.found] + [span for span, _ in self.passage.foreign]
        cuts = sorted({start, end, *numbers, *(at for span in spans for at in span if start < at < end)})
        pieces = [numbers.get(start, "")]
        for low, high in pairwise(cuts):
            pieces += [self._piece((low, high)), numbers.get(high, "")]
        return "".join(pieces)

    def _numbers(self, end: int) -> dict[int, str]:
        """What stands behind each figure that has a note, by where that is."""
        numbers: dict[int, str] = {}
        for note in self.notes:
            if note.first.mention:
                at = min(shown(note.first.mention)[1], end)
                numbers[at] = numbers.get(at, "") + number_link(note, self.sheet)
        return numbers

    def _piece(self, span: Span) -> str:
        low, high = span
        inner = text(self.passage.text[low - self.passage.start : high - self.passage.start])
        over = [mention for mention in self.found if shown(mention)[0] <= low and high <= shown(mention)[1]]
        codes = [code for (start, end), code in self.passage.foreign if start <= low and high <= end]
        spoken = f" lang={codes[0]}" if codes else ""
        if over:
            return self._marked(min(over, key=_width), inner, spoken)
        return f"<span{spoken}>{inner}</span>" if spoken else inner

    def _marked(self, mention: Mention, inner: str, spoken: str) -> str:
        name = "" if id(mention) in self.begun else f" id={self.sheet.anchor(mention)}"
        self.begun.add(id(mention))
        return f"<a class={mark_class(mention)}{name}{spoken} href=#{anchor(mention.claim or '')}>{inner}</a>"


def shown(mention: Mention) -> Span:
    """What is marked of a text: the figure with its qualifiers, where they are known."""
    low, high = mention.outer
    return (min(low, mention.at[0]), max(high, mention.at[1])) if low < high else mention.at


def _width(mention: Mention) -> int:
    low, high = shown(mention)
    return high - low
