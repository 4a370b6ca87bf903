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
    conditional = not any(line.has(k, "conditions") for k in range(len(line)))
    for k in range(len(line)):
        marks = line.marks[k]
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
    run = line.stops[end] if end < len(line) and line.cuts[end] else end  # a theory, now in print, that
    near = range(run, min(run + _SPREAD, len(line) if run > end else line.run(end)))
    told = (w for w in near if line.has(w, "complementizers") or (w == end and line.has(w, "prepositions")))
    found = next(told, 0)
    return found if run in (end, found) else 0


def _murmurs(line: Line, k: int) -> bool:
    return any(line.has(w, "impersonal_verbs") for w in range(k + 1, min(k + 4, len(line))))


def quarters(here: Scene) -> Iterator[Cue]:
    """`assure-t-on`; `assure-t-on à la mairie` and `à la mairie, on assure` are the word of the town hall."""
    line = here.line
    for k in range(1, len(line)):
        if not line.has(k, "impersonal"):
            continue
        low, high = here.segment(k)
        if line.gaps[k] == "-" and any(line.has(w, *VERBS, "impersonal_verbs") for w in (k - 1, k - 2)):
            place = _place(here, k + 1, len(line))
            naming = place or Naming("people", None, k, k + 1)
            last = max(k + 1, naming.last)
            yield Cue(naming, k, last, low, _semicolon(line, k, high), hearsay=place is None)
        elif _murmurs(line, k) and (place := _place(here, low, k)) and place.last == k:
            yield Cue(place, place.first, k + 1, k, high, forward=True)


def _place(here: Scene, k: int, stop: int) -> Naming | None:
    """The named body at which, with which a place starts at a word: `chez X`, `au ministère`."""
    line = here.line
    start = line.marks[k].get("places", 0) if k + 1 < len(line) else 0
    return here.reader.named(start, min(start + WINDOW, line.run(start), stop)) if start else None


def _rumour(here: Scene, k: int, end: int) -> Cue:
    """Hearsay covers its own clause: back to a relative pronoun after a comma, a colon or a contrast."""
    line = here.line
    low, high = here.segment(k)
    high = _semicolon(line, end, high)
    low = next((w for w in range(k, low, -1) if line.cuts[w] and _parts_clauses(line, w, k)), low)
    aside = line.has(low, "relatives") and line.cuts[low]
    forth = (w for w in range(end, high) if _leaves(line, w, aside))
    return Cue(Naming("people", None, k, end), k, end, low, next(forth, high), hearsay=True)


def _leaves(line: Line, w: int, aside: bool) -> bool:
    """Whether a clause of its own starts at a word: `when`, or a relative one with a verb, not `dont 12`."""
    part = w + 1 < len(line) and line.numeric(w + 1)
    parted = line.cuts[w] and (aside or (line.has(w, "relatives") and not part))
    return parted or line.has(w, "circumstances")


def _semicolon(line: Line, start: int, high: int) -> int:
    return next((w for w in range(start, high) if ";" in line.gaps[w]), high)


def _parts_clauses(line: Line, w: int, verb: int) -> bool:
    """Whether punctuation before a word parts another clause from that of a verb after it."""
    if line.has(w, "relatives") or ":" in line.gaps[w] or (line.has(w, "coordinators") and verb - w <= 2):
        return True
    before = line.heads[w - 1]
    return before > 0 and line.has(before, "relatives")
