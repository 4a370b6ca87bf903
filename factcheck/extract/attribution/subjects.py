"""Whose verb it is: the subject of a verb of saying, before it or after."""

from __future__ import annotations

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import QUOTES, WINDOW, Scene, piece

_PIECES = 3
_APART = 6
_TITLE = 3
_APPOSED = ("definite", "indefinite", "relatives", "offices", "boundaries", "tails")


def inverted(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb, where the verb comes right after a comma or a quote."""
    line = here.line
    opening = group > 0 or line.raw[0][0].islower() or not QUOTES.isdisjoint(line.gaps[0])
    if not (opening and line.cuts[group]) or line.has(end, "by", "complementizers", "boundaries"):
        return None
    stop = min(end + WINDOW, line.run(end))
    if any(line.has(k, "complementizers") for k in range(end, stop)):
        return None
    for start in range(end, min(end + _APART, stop)):
        naming = here.reader.read(start, stop) if _opens(here, start) else None
        naming = naming and here.reader.apposed(naming)
        figure = naming and naming.head == "anaphor" and line.has(naming.last - 1, "accounts")
        if naming and _speaks(line, naming, group) and not figure:
            return None if naming.vague and _across(here, group - 1) else naming
        if not line.has(start, "tails", "calendar", "audience", "auxiliaries", "accounts", "indefinite"):
            return None
    return None


def in_relative(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb of a relative clause: `que prévoyait X`, `comme l'annonçait X`."""
    line = here.line
    bound = group > 0 and not line.cuts[group] and line.has(group - 1, "complementizers", "asides")
    if not bound or end == len(line) or line.has(group, "restrictive") or not _opens(here, end):
        return None
    naming = here.reader.read(end, min(end + WINDOW, line.run(end)))
    return naming if naming and naming.known else None


def subject(here: Scene, group: int) -> Naming | None:
    """The subject before the verb; an apposition between the two is looked across."""
    line, end, apposed = here.line, group, here.line.cuts[group]
    if line.has(group - 1, "pronouns") and not apposed:
        return Naming("anaphor", None, group - 1, group)
    for _ in range(_PIECES):
        start, end = piece(line, end)
        naming = here.reader.read(start, end) if start < end else None
        if naming:
            return (_across(here, start) or naming) if apposed else naming
        if not apposed and start < end and line.cuts[start]:
            return None
        end = min(start, max(0, end - 1))
    return None


def _speaks(line: Line, naming: Naming, group: int) -> bool:
    """Whether a subject after its verb is somebody; after a quotation, even one the lexicon does not know."""
    return naming.known or not QUOTES.isdisjoint(line.gaps[group])


def _opens(here: Scene, k: int) -> bool:
    """Whether a noun phrase may start at a word. A pronoun is a subject after its verb with a hyphen only."""
    line = here.line
    if line.has(k, "audience"):
        return False
    if line.has(k, "pronouns"):
        return line.gaps[k] in {"-", "-t-", "\u2011"}
    titled = any(line.has(w, "people", "offices") for w in range(k, min(k + _TITLE, line.run(k + 1))))
    return (
        line.capital(k)
        or line.has(k, "definite", "indefinite", "nobody")
        or (titled and not line.has(k, "tails", "audience"))
        or bool(here.reader.registered(k, len(line)))
    )


def _across(here: Scene, start: int) -> Naming | None:
    """Whoever stands before an apposition that starts at a word: `X, a lawmaker,`."""
    line = here.line
    start = next((k for k in range(start, 0, -1) if line.cuts[k]), 0)
    if start == 0:
        return None
    low = next((k for k in range(start - 1, 0, -1) if line.cuts[k]), 0)
    naming = here.reader.read(low, start)
    alone = naming and naming.first <= low + 1 and naming.last == start and "," in line.gaps[start]
    alone = alone and not line.has(start, "cited")
    apposed = alone or line.has(start, *_APPOSED)
    return naming if apposed and naming and naming.head in NAMED else None
