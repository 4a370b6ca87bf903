"""Cues with a verb: `X says that …`, `…, says X`, `…, X says`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, NOUNS, Naming
from factcheck.extract.attribution.scene import VERBS, Cue, Scene, put_in, shares
from factcheck.extract.attribution.subjects import in_relative, inverted, subject
from factcheck.extract.attribution.verbs import (
    accepts,
    bare,
    counted,
    figure,
    group,
    passing,
    reported,
    silent,
    trails,
    verbal,
)

_OBJECT = 3
_ADDED = 5


def speech(here: Scene) -> Iterator[Cue]:
    """`X says that …`, `…, says X`, `…, X says`."""
    line, idiom = here.line, 0
    for verb in range(len(line)):
        idiom = max(idiom, line.marks[verb].get("idioms", 0))
        if verb >= idiom and line.has(verb, *VERBS) and verbal(here, verb):
            yield from _spoken(here, verb)


def _spoken(here: Scene, verb: int) -> Iterator[Cue]:
    line = here.line
    end = max(line.marks[verb].get(kind, 0) for kind in VERBS)
    first = group(here, verb)
    hyphened = line.has(end, "impersonal") and line.gaps[end] in {"-", "-t-"}
    if hyphened or silent(here, first, verb, end):
        return
    turned = line.has(verb, "saying", "clausal", "counting") and not line.has(verb, "telling")
    naming = (inverted(here, first, end) or in_relative(here, first, end)) if turned else None
    if naming:
        naming = here.reader.housed(here.reader.apposed(naming))
        low, high = here.segment(verb)
        high = _aside(line, naming.last, here.sequel(naming.last, high)) if first else high
        yield Cue(naming, first, max(end, naming.last), low, high, outward=first == 0)
        return
    naming = _understood(here, first, end) or subject(here, first)
    if naming and accepts(here, naming, verb, end):
        yield _said(here, here.reader.housed(here.reader.original(here.reader.apposed(naming))), verb, end)


# --- what a verb's subject says


def _said(here: Scene, naming: Naming, verb: int, end: int) -> Cue:
    line, high = here.line, here.segment(verb)[1]
    at = counted(line, naming)
    if at is not None:
        return Cue(naming, naming.first, end, at, max(end, line.run(end)), counts=True)
    if trails(here, naming, end) or passing(line, naming):
        high = _aside(line, end, here.sequel(end, high))
        return Cue(naming, naming.first, end, here.stretch(verb)[0], high)
    told = reported(here, naming, end)
    pronoun = naming.head == "anaphor" and line.has(naming.first, "pronouns", *VERBS)
    weak = pronoun and not line.has(verb, "saying", "placing") and not told
    that = line.any(verb + 1, line.run(verb + 1), "complementizers")
    aside = put_in(line, verb) and not that and not line.has(verb, "counting")
    if aside or (naming.first > 1 and _relative(line, naming.first)):
        over = not line.cuts[end] or (line.has(end, "relatives") and not line.has(end, "complementizers"))
        high = min(high, line.run(end) if over or end == len(line) else line.stops[end])
    named = not told and not line.has(verb, "unlinked")  # a thing is announced, a drought declared on 22 June
    counts = not told and line.any(end, min(end + _OBJECT, line.run(end)), "counts")
    high = next((k for k in range(end, high if counts else end) if _taken_over(here, end, k)), high)
    return Cue(naming, naming.first, end, verb, high, forward=True, weak=weak, counts=counts or named)


def _aside(line: Line, last: int, high: int) -> int:
    """Where what is added of a speaker or his day starts: `…, said X, who had set aside 63`."""
    if not (last < high and line.has(last, ",")) or line.has(last - 1, "accounts", "documents"):
        return high
    told = line.has(last + 1, "numbers") or line.any(last + 1, min(last + _ADDED, high), *VERBS)
    return last if line.has(last, "circumstances") or (line.has(last, "relatives") and not told) else high


def _taken_over(here: Scene, end: int, k: int) -> bool:
    """Whether behind a count (from `end` on) a word adds what somebody else did: `and the navy sank 12`."""
    line, stop = here.line, here.line.run(k + 1)
    linked = line.has(k, "coordinators") and line.any(end, k, "counts")
    naming = here.reader.opening(k + 1, stop) if linked else None
    return bool(naming and line.any(naming.last, stop, "counts"))


def _relative(line: Line, first: int) -> bool:
    """Whether a subject starts the relative clause of a sentence's subject: `The toll, which X put at 9,`."""
    start = first - 1 - line.has(first - 1, "definite")
    return line.has(start, "relatives") and line.cuts[start] and not any(line.cuts[1:start])


def _understood(here: Scene, first: int, end: int) -> Naming | None:
    """The subject that a language need not name: `Añade que …`, `También prevé …`, `…, asegura, …`."""
    line, start = here.line, first
    while start and not line.cuts[start] and line.has(start - 1, "understood", "auxiliaries"):
        start -= 1
    alone = line.cuts[start] and (end == len(line) or line.gaps[end].strip() == ",")
    begins = start == 0 and end < len(line)
    return Naming("anaphor", None, first, first + 1) if here.grammar.pro_drop and (begins or alone) else None


# --- verbs that are shared, or ask


def polled(here: Scene) -> Iterator[Cue]:
    """`X asked 1,004 adults: 63% …`: who asks is the source of the shares."""
    line = here.line
    for k in range(1, len(line) if shares(line) else 0):
        many = figure(line, k + 1) if line.has(k, "asking") else len(line)
        asks = many < line.run(k + 1) and not line.has(many + 1, "percents")
        naming = subject(here, group(here, k)) if asks else None
        if naming and naming.head in NAMED:
            yield Cue(naming, naming.first, k + 1, k, len(line))


def rivals(here: Scene) -> Iterator[Cue]:
    """`X has 1,906 deaths and Y has 640`, `X has 41, Y 66`: two sources, each with its figure."""
    line = here.line
    told = [found for k in range(len(line)) if (found := _having(here, k))]
    if len(told) > 1 and line.has(told[0][0].last, "having"):
        for who, at in told:
            yield Cue(who, who.first, at, at, here.segment(at)[1], forward=True, counts=True)


def _having(here: Scene, k: int) -> tuple[Naming, int] | None:
    """Who has a count from a word on, and where it stands: a source of the registry, or a body with a bare
    figure; the second may go without the verb."""
    line, reader = here.line, here.reader
    opens = line.cuts[k] or line.has(k - 1, "coordinators", "boundaries")
    who = reader.registered(k, len(line)) or (reader.opening(k, line.run(k + 1)) if opens else None)
    at = who.last + line.has(who.last, "having") if who else 0
    if who is None or not line.has(at, "counts"):
        return None
    alone, body = bare(line, at), who.head == "body" and not line.any(who.first, who.last, "havers")
    told = alone if body else who.head == "registry" and (alone or at > who.last)
    return (who, at) if told else None


def elided(here: Scene) -> Iterator[Cue]:
    """`X counts 9 dead; the ministry, 12`: the second of two speakers, who shares the verb of the first."""
    line = here.line
    told = line.first(0, len(line), "saying", "counting", "placing", "reaching")
    for k in range(told + 1, len(line) - 1):
        linked = line.has(k - 1, "coordinators") and line.any(line.heads[k], k, "counts")
        parted = (line.cuts[k] or linked) and not line.has(k, "numbers")
        naming = here.reader.opening(k, line.run(k + 1)) if parted else None
        if naming is None or (naming.head == "name" and not line.has(k, "definite")):
            continue
        last = naming.last - 1
        if linked and not (naming.head == "registry" or line.capital(last) or line.has(last, *NOUNS)):
            continue  # `and the navy sank 12`
        reach = 3 if line.has(k, ";") else 1 + line.has(naming.last, "places", "affiliations")
        at = line.first(naming.last, naming.last + reach, "counts")
        if at < naming.last + reach:
            yield Cue(naming, naming.first, naming.last, at, here.segment(k)[1], forward=True)
