"""Cues with a verb: `X says that …`, `…, says X`, `…, X says`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.marks import Line
from factcheck.extract.naming import NAMED, Naming
from factcheck.extract.scene import QUOTES, VERBS, WINDOW, Cue, Scene, piece

_PIECES = 3
_APART = 6
_APPOSED = ("definite", "indefinite", "relatives", "offices", "boundaries", "tails")


def speech(here: Scene) -> Iterator[Cue]:
    """`X says that …`, `…, says X`, `…, X says`."""
    line, idiom = here.line, 0
    for verb in range(len(line)):
        idiom = max(idiom, line.marks[verb].get("idioms", 0))
        if verb >= idiom and line.has(verb, *VERBS) and _verbal(here, verb):
            yield from _spoken(here, verb)


def _verbal(here: Scene, k: int) -> bool:
    """Whether a word that may be a verb of saying is one here: not `the report`, not `s'ajoute`."""
    line = here.line
    if k == 0:
        return True
    if line.capital(k) or line.has(k - 1, "reflexives"):
        return False
    if line.has(k - 1, "indefinite") and not line.has(k - 1, "nobody"):
        return False
    noun = line.has(k, "people", "offices", "bodies", "accounts")
    return not (noun and line.has(k - 1, "definite", "indefinite", "possessive"))


def _spoken(here: Scene, verb: int) -> Iterator[Cue]:
    line = here.line
    end = max(line.marks[verb].get(kind, 0) for kind in VERBS)
    group = verb
    while group and not line.cuts[group] and line.has(group - 1, "auxiliaries"):
        group -= 1
    if _passive(here, group, verb):
        return
    naming = _inverted(here, group, end)
    if naming:
        low, high = here.segment(verb)
        yield Cue(naming, group, max(end, naming.last), low, high, outward=group == 0)
        return
    naming = _subject(here, group)
    if naming and _accepts(here, naming, verb, end):
        yield _said(here, naming, verb, end)


def _passive(here: Scene, group: int, verb: int) -> bool:
    """Whether the verb is a passive one: its subject is spoken of and does not speak."""
    line = here.line
    if line.folded[verb].endswith(here.grammar.active_endings):
        return False
    if group == verb and line.raw[verb].endswith(here.grammar.participle_endings):
        return not line.has(verb - 1, "pronouns")
    return any(line.has(k, "be") for k in range(group, verb))


def _inverted(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb, where the verb comes right after a comma or a quote."""
    line = here.line
    opening = group > 0 or line.raw[0][0].islower() or not QUOTES.isdisjoint(line.gaps[0])
    if not (opening and line.cuts[group]) or line.has(end, "by", "complementizers", "boundaries"):
        return None
    stop = min(end + WINDOW, line.run(end))
    for start in range(end, min(end + _APART, stop)):
        naming = here.reader.read(start, stop) if _opens(here, start) else None
        if naming and _speaks(line, naming, group) and not line.has(naming.last - 1, "accounts"):
            return naming
        if not line.has(start, "tails", "calendar", "audience", "auxiliaries", "accounts", "indefinite"):
            return None
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
    return (
        line.capital(k)
        or line.has(k, "definite", "indefinite", "nobody", "people")
        or bool(here.reader.registered(k, len(line)))
    )


def _subject(here: Scene, group: int) -> Naming | None:
    """The subject before the verb; an apposition between the two is looked across."""
    line, end, apposed = here.line, group, here.line.cuts[group]
    if line.has(group - 1, "pronouns") and not apposed:
        return Naming("anaphor", None, group - 1, group)
    for _ in range(_PIECES):
        start, end = piece(line, end)
        naming = here.reader.read(start, end) if start < end else None
        if naming:
            return (_across(here, start) or naming) if apposed else _company(here, naming, start)
        if not apposed and start < end and line.cuts[start]:
            return None
        end = min(start, max(0, end - 1))
    return None


def _company(here: Scene, naming: Naming, start: int) -> Naming:
    """An unnamed one beside somebody named: `the ministry and rescuers said`."""
    line = here.line
    if not naming.vague or start < 2 or not line.has(start - 1, "coordinators") or line.cuts[start - 1]:
        return naming
    low, high = piece(line, start - 1)
    other = here.reader.read(low, high) if low < high else None
    return other if other and other.head in NAMED else naming


def _across(here: Scene, start: int) -> Naming | None:
    """Whoever stands before an apposition that starts at a word: `X, a lawmaker,`."""
    line = here.line
    start = next((k for k in range(start, 0, -1) if line.cuts[k]), 0)
    if start == 0 or not line.has(start, *_APPOSED):
        return None
    low = next((k for k in range(start - 1, 0, -1) if line.cuts[k]), 0)
    naming = here.reader.read(low, start)
    return naming if naming and naming.head in NAMED else None


def _accepts(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether this subject of this verb is a source."""
    line = here.line
    if _reported(here, naming, end):
        return True
    if naming.last == 1 and naming.head == "name" and _reportable(here, verb):
        return False
    if line.has(verb, "saying", "placing"):
        return naming.known
    if "counting" not in line.marks[verb] or _has(line, naming):
        return False
    return naming.known and naming.head != "name"


def _has(line: Line, naming: Naming) -> bool:
    return any(line.has(k, "havers") for k in range(naming.first, naming.last))


def _reportable(here: Scene, verb: int) -> bool:
    """Whether the sentence starts with what is reported: `Deaths reported in May`."""
    line = here.line
    plural = line.folded[0].endswith(here.grammar.plural_endings)
    return plural and line.folded[verb].endswith(here.grammar.ambiguous_endings)


def _reported(here: Scene, naming: Naming, end: int) -> bool:
    """Whether what is said stands beside: a `that`, a colon, a quote, or the whole sentence before it."""
    line = here.line
    if any(line.has(k, "complementizers") for k in range(end, min(end + 4, line.run(end)))):
        return True
    if _passing(line, naming):
        return True
    if end < len(line) and (":" in line.gaps[end] or not QUOTES.isdisjoint(line.gaps[end])):
        return True
    return _trails(here, naming, end)


def _passing(line: Line, naming: Naming) -> bool:
    """Whether it is said in passing: `as X noted`."""
    return line.has(naming.first - 1, "asides") or line.has(naming.first - 2, "asides")


def _trails(here: Scene, naming: Naming, end: int) -> bool:
    """Whether subject and verb stand apart from what is said: `…, X said in a statement`."""
    line = here.line
    start = naming.first
    while start and not line.cuts[start] and not line.has(start - 1, *VERBS, "boundaries", "prepositions"):
        start -= 1
    if start == 0 or not line.cuts[start]:
        return False
    stop = line.run(end)
    if end < stop and not (line.has(end, "tails", "calendar", "audience") or line.has(end - 1, "telling")):
        return False
    return not any(line.has(k, "complementizers") or line.folded[k][0].isdigit() for k in range(end, stop))


def _said(here: Scene, naming: Naming, verb: int, end: int) -> Cue:
    line, high = here.line, here.segment(verb)[1]
    if _trails(here, naming, end) or _passing(line, naming):
        return Cue(naming, naming.first, end, here.stretch(verb), high)
    weak = not here.line.has(verb, "saying", "clausal", "placing") and naming.head == "anaphor"
    return Cue(naming, naming.first, end, verb, high, forward=True, weak=weak)
