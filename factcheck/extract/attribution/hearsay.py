"""Turns that hide who speaks: `reportedly`, `is believed to`, `on estime`, the French conditional."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene

_SPREAD = 6


def rumours(here: Scene) -> Iterator[Cue]:
    """`reportedly`, `is believed to`, `on estime`, and the conditional of hearsay."""
    line = here.line
    conditional = not line.any(0, len(line), "conditions")
    for k, marks in enumerate(line.marks[: len(line)]):
        if "hearsay" in marks and not line.has(k - 1, "reflexives"):
            yield _rumour(here, k, marks["hearsay"])
        elif "rumouring" in marks and (told := _told(line, k, marks["rumouring"])):
            yield Cue(Naming("people", None, k, k + 1), k, k + 1, told, here.segment(k)[1], hearsay=True)
        elif "impersonal" in marks and _murmurs(line, k):
            yield Cue(Naming("people", None, k, k + 1), k, k + 2, k, here.segment(k)[1], hearsay=True)
        elif conditional and here.grammar.hypothetical(line.raw[k]):
            yield replace(_rumour(here, k, k + 1), bare=True)


def _told(line: Line, k: int, end: int) -> int:
    """Where what is rumoured starts: `a rumour in the camp that …`; 0 where it is somebody's, or not told."""
    if line.has(k - 1, "possessive", "possessives"):
        return 0
    if line.has(end, "prepositions"):
        return end
    if end < len(line) and line.cuts[end]:  # a theory, now in print, that
        return line.stops[end] if line.has(line.stops[end], "complementizers") else 0
    stop = min(end + _SPREAD, line.run(end))
    found = line.first(end, stop, "complementizers")
    return found if found < stop else 0


def _murmurs(line: Line, k: int) -> bool:
    return line.any(k + 1, k + 4, "impersonal_verbs")


def quarters(here: Scene) -> Iterator[Cue]:
    """`assure-t-on`; `assure-t-on à la mairie` and `à la mairie, on assure` are the word of the town hall."""
    line = here.line
    for k in (k for k in range(1, len(line)) if line.has(k, "impersonal")):
        low, high = here.segment(k)
        if line.gaps[k] == "-" and line.any(k - 2, k, *VERBS, "impersonal_verbs"):
            place = _place(here, k + 1, len(line))
            naming = place or Naming("people", None, k, k + 1)
            high = line.first(k, high, ";")
            yield Cue(naming, k, max(k + 1, naming.last), low, high, hearsay=place is None)
        elif line.any(k + 1, k + 4, *VERBS, "impersonal_verbs"):
            place = _place(here, low, k)
            if place and place.last == k:
                yield Cue(place, place.first, k + 1, k, high, forward=True)


def _place(here: Scene, k: int, stop: int) -> Naming | None:
    """The named body at which, with which a place starts at a word: `chez X`, `au ministère`."""
    line = here.line
    start = line.marks[k].get("places", 0)
    return here.reader.named(start, min(start + WINDOW, line.run(start), stop)) if start else None


def _rumour(here: Scene, k: int, end: int) -> Cue:
    """Hearsay covers its own clause: back to a relative pronoun after a comma, a colon or a contrast."""
    line = here.line
    low, high = here.segment(k)
    high = line.first(end, high, ";")
    low = next((w for w in range(k, low, -1) if line.cuts[w] and _parts_clauses(line, w, k)), low)
    aside = line.has(low, "relatives") and line.cuts[low]
    forth = (w for w in range(end, high) if _leaves(line, w, aside))
    return Cue(Naming("people", None, k, end), k, end, low, next(forth, high), hearsay=True)


def _leaves(line: Line, w: int, aside: bool) -> bool:
    """Whether a clause of its own starts at a word: `when`, or a relative one with a verb, not `dont 12`."""
    relative = line.has(w, "relatives") and not line.has(w + 1, "numbers")
    return (line.cuts[w] and (aside or relative)) or line.has(w, "circumstances")


def _parts_clauses(line: Line, w: int, verb: int) -> bool:
    """Whether punctuation before a word parts another clause from that of a verb after it."""
    short = line.has(w, "coordinators") and verb - w <= 2
    return short or line.has(w, "relatives", ":") or line.has(line.heads[w - 1], "relatives")
