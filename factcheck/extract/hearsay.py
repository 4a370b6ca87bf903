"""Turns that hide who speaks: `reportedly`, `is believed to`, `on estime`, the French conditional."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.marks import Line
from factcheck.extract.naming import Naming
from factcheck.extract.scene import Cue, Scene


def rumours(here: Scene) -> Iterator[Cue]:
    """`reportedly`, `is believed to`, `on estime`, and the conditional of hearsay."""
    line = here.line
    conditional = not any(line.has(k, "conditions") for k in range(len(line)))
    for k in range(len(line)):
        marks = line.marks[k]
        if "hearsay" in marks:
            yield _rumour(here, k, marks["hearsay"])
        elif "impersonal" in marks and _murmurs(line, k):
            yield Cue(Naming("people", None, k, k + 1), k, k + 2, k, here.segment(k)[1], hearsay=True)
        elif conditional and here.grammar.hypothetical(line.raw[k]):
            yield _rumour(here, k, k + 1)


def _murmurs(line: Line, k: int) -> bool:
    return any(line.has(w, "impersonal_verbs") for w in range(k + 1, min(k + 4, len(line))))


def _rumour(here: Scene, k: int, end: int) -> Cue:
    """Hearsay covers its own clause: back to a relative pronoun after a comma, a colon or a contrast."""
    line = here.line
    low, high = here.segment(k)
    low = next((w for w in range(k, low, -1) if line.cuts[w] and _parts_clauses(line, w, k)), low)
    aside = line.has(low, "relatives") and line.cuts[low]
    forth = (w for w in range(end, high) if line.cuts[w] and (aside or line.has(w, "relatives")))
    return Cue(Naming("people", None, k, end), k, end, low, next(forth, high), hearsay=True)


def _parts_clauses(line: Line, w: int, verb: int) -> bool:
    """Whether punctuation before a word parts another clause from that of a verb after it."""
    if line.has(w, "relatives") or ":" in line.gaps[w] or (line.has(w, "coordinators") and verb - w <= 2):
        return True
    before = next((k for k in range(w - 1, 0, -1) if line.cuts[k]), 0)
    return before > 0 and line.has(before, "relatives")
