"""A cue without a word of the lexicon: whoever the words before a quotation or a list are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import VERBS, Cue, Scene

_OPENED = re.compile(r'[«“]|(?<!\S)"')
_LEAD = 4


def introduced(here: Scene) -> Iterator[Cue]:
    """`X is sure of it: “…”`, `X gave these figures:`: whoever the words before the colon are about."""
    line = here.line
    for k in range(1, len(line)):
        gap = line.gaps[k]
        quoted = ":" in gap and _OPENED.search(gap)
        if quoted or (":" in gap and _tallied(line, k)):
            naming = _topic(here, k)
            if naming and (quoted or naming.head in {"registry", "body"}):
                yield Cue(naming, naming.first, naming.last, k, len(line))
    if ":" in line.gaps[-1] and any(line.has(w, "accounts", "values", *VERBS) for w in range(len(line))):
        naming = _topic(here, len(line))
        if naming and naming.head in NAMED:
            yield Cue(naming, naming.first, naming.last, naming.last, len(line))


def _tallied(line: Line, colon: int) -> bool:
    """Whether figures follow a colon, and an account of them stands before it: `X gave its count: 31`."""
    told = any(line.has(k, "accounts") for k in range(colon))
    return told and any(line.counts(k) for k in range(colon, min(colon + _LEAD, len(line))))


def _topic(here: Scene, colon: int) -> Naming | None:
    """Who stands at the start of one of the last runs of words before a colon."""
    line = here.line
    starts = [w for w in range(colon) if w == 0 or line.cuts[w]][-_LEAD:]
    for start in starts:
        stop = min(line.run(start + 1) if start + 1 < colon else colon, colon)
        adverbial = line.has(start, "tails") and not line.has(start, "definite")
        if adverbial or line.has(start, "prepositions", "boundaries", "affiliations"):
            continue
        naming = here.reader.read(start, stop) if start < stop else None
        if naming and naming.first <= start + 1 and naming.head in NAMED | {"people", "anaphor"}:
            return naming
    return None
