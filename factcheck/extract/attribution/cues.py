"""All the cues of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from factcheck.extract.attribution.accounts import possessed
from factcheck.extract.attribution.asides import leads, parentheses, tags
from factcheck.extract.attribution.hearsay import quarters, rumours
from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.origins import according, authored, echoed, originating, paired, viewed
from factcheck.extract.attribution.scene import Cue, Scene
from factcheck.extract.attribution.speech import elided, polled, speech
from factcheck.extract.attribution.utterance import introduced


def find(here: Scene) -> list[Cue]:
    """All cues of a sentence, in its order; what a forward cue covers ends where the next one starts."""
    cues = sorted((cue for finder in _FINDERS for cue in finder(here)), key=lambda cue: (cue.first, cue.last))
    starts = [cue.first for cue in cues if cue.forward]
    return [_enclosed(here.line, _ended(cue, starts)) for cue in cues]


def _ended(cue: Cue, starts: list[int]) -> Cue:
    if not cue.forward:
        return cue
    return replace(cue, high=min([cue.high, *(start for start in starts if start > cue.first)]))


def _enclosed(line: Line, cue: Cue) -> Cue:
    """The same within its parenthesis, where that holds a figure of its own: `8 (25 according to X)`."""
    opened = next((k for k in range(cue.first, 0, -1) if "(" in line.gaps[k]), 0)
    closed = next((k for k in range(max(opened, 1), len(line) + 1) if k > opened and ")" in line.gaps[k]), 0)
    if not opened or closed < cue.last or not any(line.counts(k) for k in range(opened, closed)):
        return cue
    return replace(cue, low=max(cue.low, opened), high=min(cue.high, closed))


_FINDERS: tuple[Callable[[Scene], Iterable[Cue]], ...] = (
    speech,
    elided,
    polled,
    according,
    viewed,
    echoed,
    paired,
    authored,
    originating,
    possessed,
    parentheses,
    leads,
    tags,
    introduced,
    quarters,
    rumours,
)
