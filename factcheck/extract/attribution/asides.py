"""Cues that stand beside the text: `(X)`, `X: …`, `“…” — X`, `X is sure of it: “…”`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import FUNCTIONS, NAMED, Naming
from factcheck.extract.attribution.scene import VERBS, Cue, Scene
from factcheck.extract.attribution.subjects import adverbial

_BRACKET = 8
_OPENED = re.compile(r'[«“]|(?<!\S)"')
_LEAD = 4
_QUOTED = 3
_TAG = 12


def parentheses(here: Scene) -> Iterator[Cue]:
    """`… (X)`: a source of the registry, a name with a date, or who counts, in brackets after a figure."""
    low = 0
    for k, close in brackets(here.line):
        naming = None if here.line.capital(k - 1) else _bracketed(here, k, close)
        if naming:
            yield Cue(naming, k, close, low, close)
            low = close


def brackets(line: Line) -> Iterator[tuple[int, int]]:
    """The words in each pair of brackets that holds a few."""
    for k in (k for k in range(1, len(line)) if line.has(k, "(")):
        close = line.first(k + 1, k + _BRACKET, ")")
        if line.has(close, ")"):
            yield k, close


def _bracketed(here: Scene, k: int, close: int) -> Naming | None:
    line, reader = here.line, here.reader
    named = reader.registered(k, close)
    if named:
        return named
    last = reader.proper(k, close)
    if k < last < close and line.has(close - 1, "numbers") and len(line.folded[close - 1]) == 4:
        return Naming("name", " ".join(line.raw[k:last]), k, last)  # a year in it is no day of the text's
    naming = reader.whole(k, close) if line.any(line.back(k - 1, _LEAD), k, "counts") else None
    polled = naming and (naming.head == "body" or line.any(0, len(line), "polls"))
    return naming if polled and not line.any(k, close, "havers") else None


def leads(here: Scene) -> Iterator[Cue]:
    """`X: …` at the start, and `Source: X`, which covers what stands before it too."""
    line = here.line
    for k in range(len(line) - 1):
        label = line.has(k, "labels") and (k == 0 or line.cuts[k]) and line.has(k + 1, ":")
        naming = here.reader.read(k + 1, line.stops[k + 1]) if label else None
        if naming:
            yield Cue(naming, k, naming.last, 0, len(line), outward=k == 0)
    colon, start = line.stops[0] if len(line) else 0, int(line.has(0, "definite"))
    named = (
        here.reader.registered(start, colon) if start < colon < len(line) and line.has(colon, ":") else None
    )
    if named and named.last == colon:
        yield Cue(named, 0, colon, 0, here.segment(colon)[1], forward=True)


def closings(here: Scene) -> Iterator[Cue]:
    """`40 dead in crash: police`, `- 40 dead (police)`: what a headline or a list's item ends in."""
    line = here.line
    k = line.heads[-1] if len(line) else 0
    if k and line.gaps[k].strip()[-1:] in (*":-–—(",):
        naming = here.reader.read(k, len(line))
        if naming and naming.last == len(line) and naming.head in {"registry", "body", "people"}:
            yield Cue(naming, k, len(line), 0, k)


def tags(here: Scene) -> Iterator[Cue]:
    """`“…” — X`: a dash, and whoever was quoted."""
    line = here.line
    for k in range(max(0, len(line) - _TAG), len(line)):
        dash = any(mark in line.gaps[k] for mark in ("—", "–", "--")) and (k == 0 or line.has(k, "quotes"))
        naming = here.reader.read(k, len(line)) if dash else None
        if naming and naming.head != "thing":
            yield Cue(naming, k, naming.last, 0, len(line), outward=True)


def tagged(here: Scene) -> Iterator[Cue]:
    """`“…,” Brandt snapped.`: whatever the one verb, behind a quotation that opens its sentence."""
    line = here.line
    for k in range(_QUOTED, len(line) if _OPENED.search(line.gaps[0]) else 0):
        stop, verb = line.run(k + 1), k + line.has(k, "reflexives")
        if not (line.has(k, ",") and line.has(k, "quotes")) or line.has(verb, *FUNCTIONS):
            continue
        before, of = here.reader.named(verb, stop), line.has(verb + 1, "affiliations")  # a novel of X's
        after = None if of else here.reader.opening(verb + 1, stop)
        told = ((before, stop - 1), (after, stop))
        named = next((who for who, last in told if who and who.last == last), None)
        if named:
            yield Cue(here.reader.apposed(named), k, stop, 0, stop)
        elif line.has(k + 1, "indefinite") and not (before or after):  # goes a voice message that reached us
            yield Cue(Naming("people", None, k, k + 2), k, stop, 0, stop)


def introduced(here: Scene) -> Iterator[Cue]:
    """`X is sure of it: “…”`, `X gave these figures:`: whoever the words before the colon are about."""
    line = here.line
    for k in (k for k in range(1, len(line) + 1) if line.has(k, ":")):
        quoted = k < len(line) and _OPENED.search(line.gaps[k])
        tallied = line.any(0, k, "accounts") and line.any(k, k + 8, "counts")
        above = k == len(line) and line.any(0, k, "accounts", "values", *VERBS)
        naming = _topic(here, k) if quoted or tallied or above else None
        if naming and (quoted or naming.head in ("registry", "body", *(("name",) if above else ()))):
            yield Cue(naming, naming.first, naming.last, naming.last if above else k, len(line))


def _topic(here: Scene, colon: int) -> Naming | None:
    """Who stands at the start of one of the last runs of words before a colon."""
    line = here.line
    for start in [w for w in range(colon) if w == 0 or line.cuts[w]][-_LEAD:]:
        if adverbial(line, start) or line.has(start, "affiliations"):
            continue
        naming = here.reader.read(start, min(line.run(start + 1), colon))
        near = naming and naming.first <= start + 1 + naming.vague
        if naming and near and naming.head in NAMED | {"people", "anaphor"}:
            titled = here.reader.apposed(naming)
            return replace(titled, head="body") if naming.vague and titled.head in NAMED else naming
    return None
