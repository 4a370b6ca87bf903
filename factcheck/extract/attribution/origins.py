"""Cues without a verb of saying of their own: `according to X`, `announced by X`, `figures from X`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Head, Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene, piece

_HEARSAY_REACH = 8
_VERB_REACH = 2
_NOUN_REACH = 3
_OWNER_REACH = 8
_TELLERS: frozenset[Head] = NAMED | {"people"}
_OWNERS: frozenset[Head] = _TELLERS | {"thing"}


def according(here: Scene) -> Iterator[Cue]:
    """`according to X`: the clauses around it; at a sentence's start all of it up to a semicolon."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("prepositions")
        naming = _named_source(here, k, start) if start is not None else None
        if start is not None and naming:
            low, high = here.segment(k)
            opening = k <= 1 or (line.cuts[k] and k == low)
            high = here.stop(k) if opening else here.sequel(naming.last, high)
            low, high = _inserted(line, k, naming.last) or (low, high)
            yield Cue(naming, k, max(start, naming.last), low, high)


def viewed(here: Scene) -> Iterator[Cue]:
    """`For economist X, …`: a person by role and name, up to the comma."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("views", 0)
        if not start or not (k == 0 or line.cuts[k]) or line.run(start) - start > WINDOW:
            continue
        naming, stop = here.reader.read(start, line.run(start)), line.run(start)
        titled = any(line.has(w, "people", "offices") for w in range(start, stop))
        if naming and naming.head == "name" and titled and naming.last == stop < len(line):
            low, high = here.segment(k)
            yield Cue(naming, k, stop, low, high)


def _inserted(line: Line, k: int, last: int) -> tuple[int, int] | None:
    """The words between commas of which a source within them tells: `…, 9 of them according to X, …`."""
    first = next((w for w in range(k, 0, -1) if line.cuts[w]), 0)
    inside = first and "," in line.gaps[first] and last < len(line) and "," in line.gaps[last]
    return (first, last) if inside and any(line.counts(w) for w in range(first, k)) else None


def _abstract(here: Scene, k: int) -> bool:
    """Whether a word after a preposition of source is what something depends on: `selon la saison`."""
    word = here.line.folded[k] if k < len(here.line) else ""
    return here.line.has(k, "criteria") or word.endswith(here.grammar.abstract_endings)


def _named_source(here: Scene, k: int, start: int) -> Naming | None:
    line = here.line
    stop = min(start + WINDOW, line.run(start))
    stop = next((w for w in range(start + 1, stop) if line.has(w, "be", "contrasts")), stop)
    naming = here.reader.read(start, stop) if start < stop else None
    if naming and not naming.known and any(_abstract(here, w) for w in range(start, naming.first + 3)):
        return None
    if naming is None:
        hidden = here.grammar.hidden(line, k, start)
        return Naming("people", None, k, min(start + 1, len(line))) if hidden else None
    if naming.head == "name":
        return here.reader.anywhere(naming.last, stop) or naming
    return naming


def authored(here: Scene) -> Iterator[Cue]:
    """`announced by X`, `figures from X`."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("by") or line.marks[k].get("out_of")
        if start is None or start >= len(line) or any(line.has(w, "idioms") for w in _before(line, k, 3)):
            continue
        told = "by" in line.marks[k] and (_told(line, k) or _put_out(line, k))
        noun = any(line.has(w, "accounts", "values") for w in _before(line, k, _NOUN_REACH))
        if told or noun or _reckons(line, k, start):
            yield from _author(here, k, start, noun or not told)


def _told(line: Line, k: int) -> bool:
    """Whether a passive verb of saying stands right before `by`, or hearsay that it resolves."""
    if any(line.has(w, *VERBS) for w in _before(line, k, _VERB_REACH)):
        return True
    return any(line.has(w, "hearsay") for w in _before(line, k, _HEARSAY_REACH))


def _put_out(line: Line, k: int) -> bool:
    """Whether a figure, and not the things that it counts, is what was published: `the 67.4 published by`."""
    return line.has(k - 1, "putting_out") and not line.cuts[k] and line.numeric(k - 2) and k > 1


def _before(line: Line, k: int, reach: int) -> range:
    """A few words before one, none of them beyond punctuation."""
    low = k
    while low > max(0, k - reach) and not line.cuts[low]:
        low -= 1
    return range(low, k)


def _reckons(line: Line, k: int, start: int) -> bool:
    """`By one estimate, …`."""
    opens = k == 0 or line.cuts[k]
    return (
        opens
        and line.has(start, "indefinite")
        and any(line.has(w, "accounts") for w in range(start, start + 4))
    )


def _author(here: Scene, k: int, start: int, noun: bool) -> Iterator[Cue]:
    naming = here.reader.read(start, min(start + WINDOW, here.line.run(start)))
    if naming is None or not naming.known:
        return
    low, high = here.segment(k)
    if not noun and not (k and here.line.cuts[k - 1]):
        high = _restated(here, naming.last, high)
    yield Cue(naming, k, naming.last, low, high)


def _restated(here: Scene, last: int, high: int) -> int:
    """The end of what a participle covers: its run of words, and one that restates it."""
    line = here.line
    end = min(line.run(last), high)
    if end < high and line.has(end, "restatements"):
        return min(line.stops[end], high)
    return end


def originating(here: Scene) -> Iterator[Cue]:
    """`These figures come from X`."""
    line = here.line
    for k in range(1, len(line)):
        start = line.marks[k].get("origins")
        naming = here.reader.read(start, line.run(start)) if start is not None and start < len(line) else None
        if naming and naming.known and line.has(0, "back_references", "totals"):
            yield Cue(naming, k, naming.last, 0, here.segment(k)[1])


def possessed(here: Scene) -> Iterator[Cue]:
    """`X's count`, `the NIS count`, `le bilan de X`, `by its estimate`."""
    line = here.line
    for k in range(len(line)):
        end = None if _done(here, k) else line.marks[k].get("accounts")
        naming = _owner(here, k, end) if end and (_tells(line, end) or not line.has(k, "ledgers")) else None
        if naming and end:
            low, high = here.segment(k)
            weak = naming.head == "anaphor" and not _tells(line, end)
            yield Cue(naming, min(k, naming.first), max(end, naming.last), low, high, weak=weak)


def _done(here: Scene, k: int) -> bool:
    """Whether a word is a participle and only looks like an account's: `a dépêché`."""
    line = here.line
    perfect = line.has(k - 1, "auxiliaries") and not line.has(k - 1, "definite")
    return perfect and line.raw[k].endswith(here.grammar.participle_endings)


def _owner(here: Scene, k: int, end: int) -> Naming | None:
    """Whose account it is that stands in words `k:end`."""
    line, reader = here.line, here.reader
    begin = next(
        (w for w in range(k, max(0, k - _OWNER_REACH), -1) if line.cuts[w]), max(0, k - _OWNER_REACH)
    )
    near = (named for w in range(begin, k) if (named := reader.registered(w, k)) and k - named.last <= 3)
    named = next(near, None)
    if named:
        return named
    for mark in range(k - 1, max(begin, k - 3) - 1, -1):
        if line.has(mark, "possessives"):
            return _before_possessive(here, mark, NAMED) or _owner_after(here, mark, end)
        if line.has(mark, "possessive") and line.gaps[mark] in "’'":
            return _before_possessive(here, mark, _OWNERS if line.has(mark + 1, "own") else _TELLERS)
    equated = _equated(here, end)
    if equated:
        return equated
    if line.run(end) > end + 1:
        after = (reader.registered(w, len(line)) for w in range(end + 1, min(end + 3, len(line))))
        return next((named for named in after if named), None)
    return None


def _equated(here: Scene, end: int) -> Naming | None:
    """Whose account is said to be a figure: `le chiffre du gouvernement est de 58`."""
    line = here.line
    if not line.has(end, "affiliations", "contractions", "particles") or line.run(end + 1) <= end + 1:
        return None
    naming = here.reader.read(end + 1, line.run(end + 1))
    if naming is None or naming.head not in NAMED or naming.first > end + 2:
        return None
    verb = next((k for k in range(naming.first, min(naming.last + 1, len(line))) if line.has(k, "be")), 0)
    told = verb and any(line.counts(k) for k in range(verb, min(verb + _NOUN_REACH, len(line))))
    return here.reader.read(end + 1, verb) if told else None


def _owner_after(here: Scene, mark: int, end: int) -> Naming:
    """Whoever a sentence starts to speak of so: `By its own count, X has …`; else the possessive."""
    stop = min(end + WINDOW, here.line.run(end + 1)) if mark <= 1 and end + 1 < len(here.line) else end
    after = here.reader.read(end, stop) if end < stop else None
    return after if after and after.head in NAMED else Naming("anaphor", None, mark, mark + 1)


def _tells(line: Line, end: int) -> bool:
    """Whether an account is the subject of a verb of saying, so that it is one and no stock of something."""
    return any(line.has(k, *VERBS) for k in range(end, min(end + _VERB_REACH, line.run(end))))


def _before_possessive(here: Scene, mark: int, heads: frozenset[Head]) -> Naming | None:
    start, stop = piece(here.line, mark)
    naming = here.reader.read(max(start, stop - 6), stop) if start < stop else None
    return naming if naming and naming.head in heads else None
