"""Cues without a word of the lexicon: whatever the verb, whoever stands beside a quotation has said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene

_CLOSED = re.compile(r'[»”]|(?<=\S)"(?!\w)')
_OPENED = re.compile(r'[«“]|(?<!\S)"')
_SHORTEST = 3
_LEAD = 4
_NOUNS = ("bodies", "offices")
_LINKS = ("auxiliaries", "reflexives")
_NO_VERBS = (
    *("boundaries", "prepositions", "by", "complementizers", "coordinators", "tails", "definite"),
    *("indefinite", "pronouns", "contrasts", "be", "people", "bodies", "offices", "accounts"),
    *("particles", "relatives", "affiliations", "out_of", "restatements"),
)


def uttered(here: Scene) -> Iterator[Cue]:
    """`“…,” sighs X`, `“…,” X sighed`: the quotation, and the words with which it shares its segment."""
    line = here.line
    for k in range(len(line)):
        if line.cuts[k] and _CLOSED.search(line.gaps[k]) and _long(line, k):
            found = _speaker_after(here, k) or _speaker_before(here, k)
            if found:
                low = min(_opening(line, k), here.segment(k)[0])
                yield Cue(found, k, found.last, low, here.segment(max(k, found.last - 1))[1], outward=k == 0)


def _opening(line: Line, k: int) -> int:
    """The first word of the quotation that closes before a word; 0 where it opened in a sentence before."""
    return next((w for w in range(k - 1, -1, -1) if _OPENED.search(line.gaps[w])), 0)


def _long(line: Line, k: int) -> bool:
    """Whether the quotation is something said and not a title or a nickname."""
    return k == 0 or k - _opening(line, k) >= _SHORTEST


def _speaker_after(here: Scene, k: int) -> Naming | None:
    """`sighs X`, `s'alarme X`, right after a quotation."""
    line, verb = here.line, k
    while verb < len(line) - 1 and line.has(verb, *_LINKS) and not line.cuts[verb + 1]:
        verb += 1
    subject = verb + 1
    if subject >= len(line) or line.cuts[subject] or not _may_be_verb(line, verb):
        return None
    opens = line.capital(subject) or line.has(subject, "definite", "indefinite", "people")
    if not opens or line.has(subject, "affiliations", "contractions"):
        return None
    naming = here.reader.read(subject, min(subject + WINDOW, line.run(subject)))
    return here.reader.apposed(naming) if naming and naming.head not in {"thing", "anaphor"} else None


def _speaker_before(here: Scene, k: int) -> Naming | None:
    """`X sighed`, right after a quotation."""
    line = here.line
    naming = here.reader.read(k, line.run(k + 1) if k + 1 < len(line) else len(line))
    if naming is None or naming.first > k + 1 or naming.head not in NAMED | {"people", "somebody"}:
        return None
    verb = naming.last if naming.head in {"name", "registry"} else _past_noun(line, naming)
    ends = verb + 1 >= len(line) or line.cuts[verb + 1] or line.has(verb + 1, "tails", "calendar", "audience")
    return naming if verb < len(line) and not line.cuts[verb] and ends and _may_be_verb(line, verb) else None


def _past_noun(line: Line, naming: Naming) -> int:
    """The word after the noun that names somebody, whatever was read along with it."""
    within = range(naming.first, naming.last)
    return max((line.marks[k].get(kind, 0) for k in within for kind in _NOUNS), default=0) or naming.last


def _may_be_verb(line: Line, k: int) -> bool:
    return line.raw[k][0].islower() and (line.has(k, *VERBS) or not line.has(k, *_NO_VERBS))


def introduced(here: Scene) -> Iterator[Cue]:
    """`X is sure of it: “…”`, `X gave these figures:`: whoever the words before the colon are about."""
    line = here.line
    for k in range(1, len(line)):
        gap = line.gaps[k]
        if ":" in gap and _OPENED.search(gap):
            naming = _topic(here, k)
            if naming:
                yield Cue(naming, naming.first, naming.last, k, len(line))
    if ":" in line.gaps[-1] and any(line.has(w, "accounts", "values", *VERBS) for w in range(len(line))):
        naming = _topic(here, len(line))
        if naming and naming.head in NAMED:
            yield Cue(naming, naming.first, naming.last, naming.last, len(line))


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
