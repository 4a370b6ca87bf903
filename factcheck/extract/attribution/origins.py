"""Cues without a verb of saying of their own: `according to X`, `announced by X`, `figures from X`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import FUNCTIONS, Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene, shares

_VERB_REACH = 2
_PASSIVE_REACH = 12
_NOUN_REACH = 3
_PAIR = 8
_ECHO = 3
"""How many words take up a speaker at a sentence's start without a comma: `In its view 300 will close`."""


def according(here: Scene) -> Iterator[Cue]:
    """`according to X`: the clauses around it; at a sentence's start all of it up to a semicolon."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("prepositions", 0)
        naming = _named_source(here, k, start) if start else None
        if naming:
            low, high = here.segment(k)
            opening = k <= 1 or (line.cuts[k] and k == low)
            high = here.stop(k) if opening else here.sequel(naming.last, high)
            yield Cue(naming, k, max(start, naming.last), *(_inserted(line, k, naming.last) or (low, high)))


def viewed(here: Scene) -> Iterator[Cue]:
    """`For economist X, …`: a person by role and name, or a body that has a say, up to the comma; and of a
    poll's figures `With pollster X, …`."""
    line = here.line
    for k in (k for k in range(len(line)) if k == 0 or line.cuts[k]):
        start = line.marks[k].get("views") or line.marks[k].get("places") or len(line)
        stop = line.run(start)
        naming = here.reader.named(start, stop) if stop <= min(start + WINDOW, len(line) - 1) else None
        poll = shares(line) and any(line.has(w, "polls") for w in range(start, stop))
        if naming and naming.last == stop and (poll or (line.has(k, "views") and _views(line, naming))):
            yield Cue(naming, k, stop, *here.segment(k))


def _views(line: Line, naming: Naming) -> bool:
    """Whether somebody is one whose view a sentence gives: a body that has a say, a person with a role."""
    words = range(naming.first, naming.last)
    if naming.head == "name":
        return any(line.has(w, "people", "offices") for w in words)
    return not any(line.has(w, "havers") for w in words)


def paired(here: Scene) -> Iterator[Cue]:
    """`2,000 according to X, 9,000 for Y`: the second of two figures, each with its own source."""
    line = here.line
    polls = shares(line) and any(line.has(k, "polls") for k in range(len(line)))
    told = next((k for k in range(len(line)) if line.has(k, "prepositions")), len(line))
    for k in (k for k in range(1, len(line)) if not line.cuts[k]):
        start = line.marks[k].get("views", 0) if k > told else 0
        start = start or (line.marks[k].get("places", 0) if polls else 0)
        near = range(k, max(0, k - _PAIR), -1)
        low = next((w for w in near if line.cuts[w] or line.has(w, "coordinators")), max(0, k - _PAIR))
        counted = start and any(line.counts(w) for w in range(low, k))
        naming = here.reader.named(start, min(start + WINDOW, line.run(start))) if counted else None
        if naming and naming.first <= start + 1:
            yield Cue(naming, k, naming.last, low, naming.last)


def _inserted(line: Line, k: int, last: int) -> tuple[int, int] | None:
    """The words between commas of which a source within them tells: `…, 9 of them according to X, …`."""
    first = line.heads[k]
    inside = first and "," in line.gaps[first] and last < len(line) and "," in line.gaps[last]
    return (first, last) if inside and any(line.counts(w) for w in range(first, k)) else None


def _abstract(here: Scene, k: int) -> bool:
    """Whether a word after a preposition of source is what something depends on: `selon la saison`."""
    word = here.line.folded[k] if k < len(here.line) else ""
    return here.line.has(k, "criteria") or word.endswith(here.grammar.endings["abstract"])


def _named_source(here: Scene, k: int, start: int) -> Naming | None:
    line = here.line
    stop = min(start + WINDOW, line.run(start))
    stop = next((w for w in range(start + 1, stop) if line.has(w, "be", "contrasts")), stop)
    if stop == start + 1 == line.run(start) and line.has(start, "definite", "auxiliaries", "pronouns"):
        return Naming("anaphor", None, start, stop)  # selon lui
    naming = here.reader.read(start, stop)
    if naming is None or not naming.known or (naming.vague and not here.line.plural(naming.last - 1)):
        titled = here.reader.apposed(naming or Naming("somebody", None, start, stop))
        naming = titled if titled.known else naming
    if naming and naming.head == "anaphor" and line.has(start, "possessives"):
        return replace(naming, first=start)
    if naming and not naming.known and any(_abstract(here, w) for w in range(start, naming.first + 3)):
        return None
    if naming is None and any(line.has(w, "people") for w in range(k, start)):  # de source policière
        return Naming("people", None, k, min(start + 1, len(line)))
    if naming and naming.head == "name":
        naming = here.reader.anywhere(naming.last, stop) or naming
    return here.reader.original(naming) if naming else None


def echoed(here: Scene) -> Iterator[Cue]:
    """`…, from the same source, …`, `In her view, …`: who spoke before, alone between commas."""
    line = here.line
    for k in range(len(line)):
        end = line.marks[k].get("echoes", 0)
        alone = end and (end == len(line) or line.cuts[end] or (k == 0 and end >= _ECHO))
        if alone and (k == 0 or line.cuts[k]):
            yield Cue(Naming("anaphor", None, k, k + 1), k, end, *here.segment(k))


def authored(here: Scene) -> Iterator[Cue]:
    """`announced by X`, `figures from X`."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("by") or line.marks[k].get("out_of")
        if start is None or start >= len(line) or any(line.has(w, "idioms") for w in _before(line, k, 3)):
            continue
        noun = any(line.has(w, "accounts", "values", "polls") for w in _before(line, k, _NOUN_REACH))
        opens = (k == 0 or line.cuts[k]) and line.has(start, "indefinite")  # by one estimate
        reckoned = opens and any(line.has(w, "accounts") for w in range(start, start + 4))
        if noun or reckoned or ("by" in line.marks[k] and _told(line, k, start)):
            yield from _author(here, k, start, noun or reckoned)


def _told(line: Line, k: int, start: int) -> bool:
    """Whether `by` follows a passive verb of saying or counting (not `held by`, `found by`), hearsay that it
    resolves, or a count that is made, given or revised: `the toll was raised to 31 by`."""
    figure = False
    for w in reversed(_before(line, k, _PASSIVE_REACH)):
        figure = figure or line.counts(w)
        near = k - w <= _VERB_REACH or (figure and not line.has(w, "revising"))
        says = line.has(w, "saying", "placing") or (line.has(w, "counting") and not line.has(w, "giving"))
        if (near and (says or (line.has(w, *VERBS) and shares(line)))) or line.has(w, "hearsay"):
            return True
        given = line.has(w, "putting_out") or (figure and line.has(w, "revising"))
        if given or line.marks[w].get("cited") == start:
            counted = given and w == k - 1 and w > 0 and line.numeric(w - 1)  # the 67.4 published by
            return counted or any(line.has(at, "accounts") for at in range(max(0, w - _PASSIVE_REACH), w))
    return False


def _before(line: Line, k: int, reach: int) -> range:
    """A few words before one, none of them beyond punctuation."""
    low = k
    while low > max(0, k - reach) and not line.cuts[low]:
        low -= 1
    return range(low, k)


def _author(here: Scene, k: int, start: int, noun: bool) -> Iterator[Cue]:
    line = here.line
    stop = min(start + WINDOW, line.run(start))
    naming = here.reader.read(start, next((w for w in range(start, stop) if line.counts(w)), stop))
    if naming is None or not naming.known or (noun and naming.head == "name" and _event(line, k, naming)):
        return
    low, high = here.segment(k)
    if not noun and not (k and line.cuts[k - 1]):
        high = _restated(here, naming.last, high)
    label = noun and k <= _NOUN_REACH and not any(line.counts(w) for w in range(len(line)))
    yield Cue(naming, k, naming.last, low, high, outward=label)


def _event(line: Line, k: int, naming: Naming) -> bool:
    """Whether a name is that of what made the figure, not its source: `the toll from the X dam collapse`."""
    after = naming.last
    noun = after < line.run(naming.first) and not line.has(after, *FUNCTIONS, *VERBS, "putting_out", "polls")
    compound = noun and line.has(naming.first - 1, "definite") and not line.numeric(after)
    return compound or any(line.has(w, "tolls") for w in _before(line, k, _NOUN_REACH))


def _restated(here: Scene, last: int, high: int) -> int:
    """The end of what a participle covers: its run of words, and one that restates it."""
    line = here.line
    end = min(line.run(last), high)
    return min(line.stops[end], high) if end < high and line.has(end, "restatements") else end
