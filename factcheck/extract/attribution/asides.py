"""Cues that stand beside the text: `(X)`, `X: …`, `“…” — X`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import QUOTES, Cue, Scene

HEADERS = ("labels", "prepositions", "headers")
"""What heads a table's column of sources."""


def celled(here: Scene, cell: list[int]) -> Naming | None:
    """Whoever the words of a cell name; a capital is enough, since its column is that of the sources.

    The paper's own desk is nobody."""
    if not cell or here.line.has(cell[0], "desk"):
        return None
    first, last = cell[0], cell[-1] + 1
    named = here.reader.read(first, last)
    if named and (named.vague or named.head in NAMED):
        return named
    if not here.line.capital(first):
        return Naming("people", None, first, last)
    return Naming("name", " ".join(here.line.raw[first:last]), first, last)


def parentheses(here: Scene) -> Iterator[Cue]:
    """`… (X)`: a source of the registry, or a name with a date, alone in a parenthesis after a figure."""
    line, low = here.line, 0
    for k in range(1, len(line)):
        if "(" not in line.gaps[k]:
            continue
        close = next((w for w in range(k, min(k + 8, len(line) + 1)) if w > k and ")" in line.gaps[w]), None)
        if close is None or line.capital(k - 1):
            continue
        naming = _bracketed(here, k, close)
        if naming:
            yield Cue(naming, k, close, low, close)
            low = close


def _bracketed(here: Scene, k: int, close: int) -> Naming | None:
    line, reader = here.line, here.reader
    if line.has(k, "labels"):
        return reader.read(line.marks[k]["labels"], close)
    named = reader.registered(k, close)
    if named:
        return None if reader.anywhere(max(0, k - 6), k) == named else named
    last = reader.proper(k, close)
    dated = last < close and line.folded[close - 1].isdigit() and len(line.folded[close - 1]) == 4
    return Naming("name", " ".join(line.raw[k:last]), k, last) if last > k and dated else None


def leads(here: Scene) -> Iterator[Cue]:
    """`X: …` at the start, and `Source: X`, which covers what stands before it too."""
    line = here.line
    colon = next((k for k in range(1, min(8, len(line))) if line.cuts[k]), 0)
    if not colon or ":" not in line.gaps[colon]:
        return
    if line.has(0, "labels"):
        naming = here.reader.read(colon, min(line.run(colon + 1), len(line)))
        if naming:
            yield Cue(naming, 0, naming.last, 0, len(line), outward=True)
        return
    named = here.reader.registered(1 if line.has(0, "definite") else 0, colon)
    if named and named.last == colon:
        yield Cue(named, 0, colon, 0, here.segment(colon)[1], forward=True)


def closings(here: Scene) -> Iterator[Cue]:
    """`40 dead in crash: police`: what a headline ends in, after a colon or a dash."""
    line = here.line
    k = max((w for w in range(1, len(line)) if line.cuts[w]), default=0)
    mark = line.gaps[k].strip()
    if not k or mark not in {":", "-", "–", "—"}:
        return
    naming = here.reader.read(k, len(line))
    if naming and naming.last == len(line) and naming.head in {"registry", "body", "people"}:
        yield Cue(naming, k, len(line), 0, k)


def tags(here: Scene) -> Iterator[Cue]:
    """`“…” — X`: a dash, and whoever was quoted."""
    line = here.line
    for k in range(max(0, len(line) - 12), len(line)):
        gap = line.gaps[k]
        if ("—" in gap or "–" in gap or "--" in gap) and (k == 0 or not QUOTES.isdisjoint(gap)):
            naming = here.reader.read(k, len(line))
            if naming and naming.head != "thing":
                yield Cue(naming, k, naming.last, 0, len(line), outward=True)
