"""Cues that tell whose account of a figure it is: `X's count`, `the X poll`, `le chiffre de X`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene, piece

_VERB_REACH = 2
_NEAR = 3
_OWNER_REACH = 8
_EQUAL_REACH = 8
_LEANING = ("tails", "by", "out_of", "prepositions", "boundaries", "contrasts", "revising", "putting_out")
_EQUALS = ("be", "giving", "reaching", "equating")


def possessed(here: Scene) -> Iterator[Cue]:
    """`X's count`, `the NIS count`, `le bilan de X`, `by its estimate`."""
    line = here.line
    for k in range(len(line)):
        end = 0 if _done(here, k) else line.marks[k].get("accounts", 0)
        tells = end > 0 and _tells(line, end)
        naming = _owner(here, k, end, tells) if end and (tells or not line.has(k, "ledgers")) else None
        if naming:
            weak = naming.head == "anaphor" and not tells and not line.has(naming.first + 1, "own")
            first, last = min(k, naming.first), max(end, naming.last)
            yield Cue(naming, first, last, *here.segment(k), weak=weak, counts=True)


def _done(here: Scene, k: int) -> bool:
    """Whether a word is a participle and only looks like an account's: `a dépêché`."""
    line = here.line
    perfect = line.has(k - 1, "auxiliaries") and not line.has(k - 1, "definite")
    return perfect and line.raw[k].endswith(here.grammar.endings["participle"])


def _tells(line: Line, end: int) -> bool:
    """Whether an account is the subject of a verb of saying, so that it is one and no stock of something."""
    return any(line.has(k, *VERBS) for k in range(end, min(end + _VERB_REACH, line.run(end))))


def _owner(here: Scene, k: int, end: int, tells: bool) -> Naming | None:
    """Whose account it is that stands in words `k:end`."""
    line, reader = here.line, here.reader
    low = max(line.heads[k], k - _OWNER_REACH)
    near = (named for w in range(low, k) if (named := reader.registered(w, k)) and k - named.last <= _NEAR)
    named = next(near, None) or _beside(here, low, k, tells)
    if named:
        return named
    for mark in range(k - 1, max(low, k - _NEAR) - 1, -1):
        if line.has(mark, "possessives"):
            known = _before_possessive(here, mark) or _owner_after(here, mark, end)
            return known if tells or _leans(line, mark) or _stands(line, end) else None
        if line.has(mark, "possessive") and line.gaps[mark] in "’'":
            return _before_possessive(here, mark)
    after = (w for w in range(end + 1, min(end + _NEAR, len(line))) if line.run(end) > end + 1)
    named = next((named for w in after if (named := reader.registered(w, len(line)))), None)
    return _of(here, k, end) or named


def _beside(here: Scene, low: int, k: int, tells: bool) -> Naming | None:
    """Whose account a compound is: `the X poll`, `police figures show`, `by police estimates`."""
    line, reader = here.line, here.reader
    poll = line.has(k, "polls") and not line.capital(k)
    named = (w for w in range(low, k) if reader.proper(w, k) == k and (w or k > 1 or poll))
    house = (w for w in range(low, k) if line.marks[w].get("bodies") == k)
    first = min(next(house, k), next(named, k) if tells or poll else k)
    if first == k or line.cuts[k] or not (tells or poll or _leans(line, first)):
        return None
    return Naming("body", line.text(first, k, reader.prose), first, k)


def _of(here: Scene, k: int, end: int) -> Naming | None:
    """Whose account is a poll, is put to a figure or is said to be one: `2 100, chiffre de la police`."""
    line, reader = here.line, here.reader
    linked = line.has(end, "affiliations", "contractions", "particles")
    start = end + linked
    naming = reader.named(start, line.run(end))
    if naming is None or naming.first > start + 1:
        return None
    beside = line.cuts[k] or (line.has(k - 1, "definite") and line.has(k - 2, "be", "by"))
    if naming.head == "name" and line.has(k, "tolls"):
        return None  # of what happened there
    if beside and naming.head != "name":
        return naming
    stop = min(naming.last + _EQUAL_REACH, line.run(naming.first))
    verb = next((k for k in range(naming.first, stop) if line.has(k, *_EQUALS)), 0)
    told = verb and any(line.counts(k) for k in range(verb, min(verb + _NEAR, len(line))))
    return reader.read(start, verb) if told else None


def _stands(line: Line, end: int) -> bool:
    """Whether an account is put at a bare figure: `closed its count at 31`, not `a son bilan à 31 maires`."""
    last = line.run(end) - 1
    return last > end and line.has(end, "standing") and all(line.numeric(k) for k in range(end + 1, last + 1))


def _leans(line: Line, mark: int) -> bool:
    """Whether what is somebody's is told by, and not acted on: `in its report`, not `sent its report`."""
    before = (w for w in (mark - 1, mark - 2) if not line.has(w, "definite"))
    return mark == 0 or line.cuts[mark] or any(line.has(w, *_LEANING) for w in before)


def _owner_after(here: Scene, mark: int, end: int) -> Naming:
    """Whoever a sentence starts to speak of so: `By its own count, X has …`; else the possessive."""
    stop = min(end + WINDOW, here.line.run(end + 1)) if mark <= 2 and end + 1 < len(here.line) else end
    return here.reader.named(end, stop) or Naming("anaphor", None, mark, mark + 1)


def _before_possessive(here: Scene, mark: int) -> Naming | None:
    start, stop = piece(here.line, mark)
    return here.reader.read(max(start, stop - 6), stop)
