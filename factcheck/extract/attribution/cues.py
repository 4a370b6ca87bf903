"""All the cues of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.extract.attribution.asides import introduced, leads, parentheses, tagged, tags
from factcheck.extract.attribution.hearsay import quarters, rumours
from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.origins import according, authored, echoed, paired, possessed, viewed
from factcheck.extract.attribution.scene import Cue, Scene, partitive
from factcheck.extract.attribution.speech import elided, polled, rivals, speech


def find(here: Scene) -> list[Cue]:
    """All cues of a sentence, in its order; what a forward cue covers ends where the next one starts."""
    cues = sorted((cue for finder in _FINDERS for cue in finder(here)), key=lambda cue: (cue.first, cue.last))
    forward = [cue for cue in cues if cue.forward]
    return [_enclosed(here.line, _parted(here.line, _ended(cue, forward))) for cue in cues]


def _parted(line: Line, cue: Cue) -> Cue:
    """The same without what a colon parts from the figure before it (`They left in May: 226, by X's list`),
    or a semicolon from what goes on counting (`They left; one of them, by her own account, in May`)."""
    semicolons = (k for k in range(cue.first, cue.low, -1) if line.has(k, ";") and partitive(line, k))
    low = max([cue.low, *semicolons])
    colon = line.last(low, cue.first + 1, ":")
    told = (line.has(colon, "quotes") and line.has(cue.first, "quotes")) or line.any(
        colon, cue.first, "counts"
    )
    return replace(cue, low=colon if told and not cue.outward else low)


def _ended(cue: Cue, forward: list[Cue]) -> Cue:
    """The same up to where the next one starts, or the words in which it was put in are over."""
    if not cue.forward:
        return cue
    later = (other.first for other in forward if other.first >= max(cue.low, cue.last))
    around = (other.low for other in forward if other.first < cue.first < other.low)
    return replace(cue, high=min([cue.high, *later, *around]))


def _enclosed(line: Line, cue: Cue) -> Cue:
    """The same within its parenthesis, where that holds a figure of its own: `8 (25 according to X)`."""
    opened = line.last(0, cue.first + 1, "(")
    closed = line.first(opened + 1, len(line) + 1, ")")
    if not opened or not cue.last <= closed <= len(line) or not line.any(opened, closed, "counts"):
        return cue
    return replace(cue, low=max(cue.low, opened), high=min(cue.high, closed))


_NAMED = (speech, rivals, elided, polled, according, viewed, echoed, paired, authored, possessed)
_BESIDE = (parentheses, leads, tags, tagged, introduced)
_FINDERS: tuple[Callable[[Scene], Iterable[Cue]], ...] = (*_NAMED, *_BESIDE, quarters, rumours)
