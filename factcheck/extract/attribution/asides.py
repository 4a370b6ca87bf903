"""Cues that stand beside the text: `(X)`, `X: …`, `“…” — X`, `X is sure of it: “…”`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import FUNCTIONS, NAMED, Naming
from factcheck.extract.attribution.scene import QUOTES, VERBS, Cue, Scene
from factcheck.extract.attribution.subjects import adverbial

_FIGURE = 4
_BRACKET = 8
_OPENED = re.compile(r'[«“]|(?<!\S)"')
_LEAD = 4
_TALLY = 8


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
    for k in range(1, len(line)):
        ends = range(k + 1, min(k + _BRACKET, len(line) + 1)) if "(" in line.gaps[k] else range(0)
        close = next((w for w in ends if ")" in line.gaps[w]), None)
        if close:
            yield k, close


def _bracketed(here: Scene, k: int, close: int) -> Naming | None:
    line, reader = here.line, here.reader
    named = reader.registered(k, close)
    if named:
        return None if reader.anywhere(max(0, k - 6), k) == named else named
    last = reader.proper(k, close)
    if k < last < close and line.folded[close - 1].isdigit() and len(line.folded[close - 1]) == 4:
        return Naming("name", " ".join(line.raw[k:last]), k, last)  # a year in it is no day of the text's
    naming = reader.read(k, close) if any(line.counts(w) for w in range(max(0, k - _FIGURE), k)) else None
    if naming is None or (naming.first, naming.last) != (k, close) or naming.head not in {"body", "name"}:
        return None
    polled = naming.head == "body" or any(line.has(w, "polls") for w in range(len(line)))
    return naming if polled and not any(line.has(w, "havers") for w in range(k, close)) else None


def leads(here: Scene) -> Iterator[Cue]:
    """`X: …` at the start, and `Source: X`, which covers what stands before it too."""
    line = here.line
    for k in range(len(line) - 1):
        label = line.has(k, "labels") and (k == 0 or line.cuts[k]) and ":" in line.gaps[k + 1]
        naming = here.reader.read(k + 1, line.stops[k + 1]) if label else None
        if naming:
            yield Cue(naming, k, naming.last, 0, len(line), outward=k == 0)
    colon = next((k for k in range(1, min(8, len(line))) if line.cuts[k]), 0)
    if not colon or ":" not in line.gaps[colon]:
        return
    named = here.reader.registered(1 if line.has(0, "definite") else 0, colon)
    if named and named.last == colon:
        yield Cue(named, 0, colon, 0, here.segment(colon)[1], forward=True)


def closings(here: Scene) -> Iterator[Cue]:
    """`40 dead in crash: police`, `- 40 dead (police)`: what a headline or a list's item ends in."""
    line = here.line
    k = max((w for w in range(1, len(line)) if line.cuts[w]), default=0)
    mark = line.gaps[k].strip()[-1:] if k else ""
    if not mark or mark not in ":-–—(":
        return
    naming = here.reader.read(k, len(line))
    if naming and naming.last == len(line) and naming.head in {"registry", "body", "people"}:
        yield Cue(naming, k, len(line), 0, k)


def tags(here: Scene) -> Iterator[Cue]:
    """`“…” — X`: a dash, and whoever was quoted."""
    line = here.line
    for k in range(max(0, len(line) - 12), len(line)):
        gap = line.gaps[k]
        dash = any(mark in gap for mark in ("—", "–", "--")) and (k == 0 or not QUOTES.isdisjoint(gap))
        naming = here.reader.read(k, len(line)) if dash else None
        if naming and naming.head != "thing":
            yield Cue(naming, k, naming.last, 0, len(line), outward=True)


def tagged(here: Scene) -> Iterator[Cue]:
    """`“…,” Brandt snapped.`: whatever the one verb, behind a quotation that opens its sentence."""
    line = here.line
    for k in range(_LEAD, len(line) if _OPENED.search(line.gaps[0]) else 0):
        stop, gap = line.run(k + 1) if k + 1 < len(line) else k, line.gaps[k]
        verb = k + line.has(k, "reflexives")
        told = "," in gap and not QUOTES.isdisjoint(gap) and not line.has(verb, *FUNCTIONS)
        named = here.reader.named(verb, stop) or here.reader.named(verb + 1, stop) if told else None
        if named and named.last - named.first == stop - verb - 1:
            yield Cue(named, k, stop, 0, stop)
        elif told and not named and line.has(k + 1, "indefinite"):  # goes a voice message that reached us
            yield Cue(Naming("people", None, k, k + 2), k, stop, 0, stop)


def introduced(here: Scene) -> Iterator[Cue]:
    """`X is sure of it: “…”`, `X gave these figures:`: whoever the words before the colon are about."""
    line = here.line
    for k in (k for k in range(1, len(line)) if ":" in line.gaps[k]):
        quoted = _OPENED.search(line.gaps[k])
        naming = _topic(here, k) if quoted or _tallied(line, k) else None
        if naming and (quoted or naming.head in {"registry", "body"}):
            yield Cue(naming, naming.first, naming.last, k, len(line))
    if ":" in line.gaps[-1] and any(line.has(w, "accounts", "values", *VERBS) for w in range(len(line))):
        naming = _topic(here, len(line))
        if naming and naming.head in NAMED:
            yield Cue(naming, naming.first, naming.last, naming.last, len(line))


def _tallied(line: Line, colon: int) -> bool:
    """Whether figures follow a colon, and an account of them stands before it: `X gave its count: 31`."""
    told = any(line.has(k, "accounts") for k in range(colon))
    return told and any(line.counts(k) for k in range(colon, min(colon + _TALLY, len(line))))


def _topic(here: Scene, colon: int) -> Naming | None:
    """Who stands at the start of one of the last runs of words before a colon."""
    line = here.line
    for start in [w for w in range(colon) if w == 0 or line.cuts[w]][-_LEAD:]:
        stop = min(line.run(start + 1) if start + 1 < colon else colon, colon)
        if adverbial(line, start) or line.has(start, "affiliations"):
            continue
        naming = here.reader.read(start, stop)
        if (
            naming
            and naming.first <= start + 1 + naming.vague
            and naming.head in NAMED | {"people", "anaphor"}
        ):
            titled = here.reader.apposed(naming)
            return replace(titled, head="body") if naming.vague and titled.head in NAMED else naming
    return None
