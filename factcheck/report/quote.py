"""A sentence quoted in a report: cut around its figure to a width, the figure apart."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.escape import visible
from factcheck.model import Span

_ELLIPSIS = "… "


class Quote(NamedTuple):
    """What stands before the figure, the figure, and what stands after it; all fit for a terminal."""

    before: str
    figure: str
    after: str


def quote(sentence: str, mark: Span, width: int) -> Quote:
    """Quote a sentence with its figure at `mark`, in at most about `width` characters.

    What is too long is elided around the figure, at a space where there is one near; an empty or
    impossible mark marks nothing. The figure itself is never cut.
    """
    start, end = mark
    if not 0 <= start < end <= len(sentence):
        start = end = 0
    before, figure = visible(sentence[:start]).lstrip(), visible(sentence[start:end])
    after = visible(sentence[end:]).rstrip()
    room = max(width - len(figure), 0)
    left = min(len(before), max(room // 2, room - len(after)))
    return Quote(_tail(before, left), figure, clipped(after, room - left))


def clipped(text: str, width: int) -> str:
    """The beginning of a text, cut at a space near `width`, with an ellipsis where something is left out."""
    if len(text) <= width:
        return text
    cut = text[: max(width - len(_ELLIPSIS), 0)]
    space = cut.rfind(" ", len(cut) * 2 // 3)
    return (cut[:space] if space > 0 else cut) + _ELLIPSIS[::-1]


def _tail(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = text[len(text) - max(width - len(_ELLIPSIS), 0) :]
    space = cut.find(" ", 0, len(cut) // 3 + 1)
    return _ELLIPSIS + (cut[space + 1 :] if space >= 0 else cut)
