"""Cues that tell whose account of a figure it is: `X's count`, `the X poll`, `le chiffre de X`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene, piece

_NEAR = 3
_REACH = 8
_LEANING = ("tails", "by", "out_of", "prepositions", "boundaries", "contrasts", "revising", "putting_out")
_EQUALS = ("be", "giving", "reaching", "equating")


def possessed(here: Scene) -> Iterator[Cue]:
    """`X's count`, `the NIS count`, `le bilan de X`, `by its estimate`."""
    line = here.line
    for k in range(len(line)):
        end = line.marks[k].get("accounts", 0)
        if not end or (k and line.raw[k].endswith(here.grammar.endings["participle"])):
            continue  # a dépêché
        tells = line.any(end, min(end + 2, line.run(end)), *VERBS)
        naming = _owner(here, k, end, tells) if tells or not line.has(k, "ledgers") else None
        if naming:
            weak = naming.head == "anaphor" and not tells
            first, last = min(k, naming.first), max(end, naming.last)
            yield Cue(naming, first, last, *here.segment(k), weak=weak, counts=True)


def _owner(here: Scene, k: int, end: int, tells: bool) -> Naming | None:
    """Whose account it is that stands in words `k:end`; `tells`: the account itself tells something."""
    line, reader = here.line, here.reader
    low = line.back(k, _REACH)
    near = (named for w in range(low, k) if (named := reader.registered(w, k)) and k - named.last <= _NEAR)
    named = next(near, None) or _beside(here, low, k, tells)
    mark = line.last(max(low, k - _NEAR) - 1, k, "possessives", "possessive")
    if named or mark < max(low, k - _NEAR):
        return named or _of(here, k, end) or reader.anywhere(end + 1, min(end + _NEAR, line.run(end)))
    if not line.has(mark, "possessives"):
        return _before_possessive(here, mark)
    known = _before_possessive(here, mark) or _owner_after(here, mark, end)
    return known if tells or _leans(line, mark) or _stands(line, end) else None


def _beside(here: Scene, low: int, k: int, tells: bool) -> Naming | None:
    """Whose account a compound is: `the X poll`, `police figures show`, `by police estimates`."""
    line, reader = here.line, here.reader
    poll = line.has(k, "polls") and not line.capital(k)
    named = (w for w in range(low, k) if reader.proper(w, k) == k and (w or k > 1 or poll))
    house = (w for w in range(low, k) if line.marks[w].get("bodies") == k)
    first = min(next(house, k), next(named, k) if tells or poll else k)
    if first == k or not (tells or poll or _leans(line, first)):
        return None
    return Naming("body", line.text(first, k, reader.prose), first, k)


def _of(here: Scene, k: int, end: int) -> Naming | None:
    """Whose account is a poll, is put to a figure or is said to be one: `2 100, chiffre de la police`."""
    line, reader = here.line, here.reader
    start = end + line.has(end, "affiliations", "contractions", "particles")
    naming = reader.opening(start, line.run(end))
    if naming is None or (naming.head == "name" and line.has(k, "tolls")):
        return None  # of what happened there
    if naming.head != "name" and (line.cuts[k] or line.has(k - 2, "be", "by")):
        return naming
    stop = min(naming.last + _REACH, line.run(naming.first))
    verb = line.first(naming.first, stop, *_EQUALS)
    return reader.read(start, verb) if verb < stop and line.any(verb, verb + _NEAR, "counts") else None


def _stands(line: Line, end: int) -> bool:
    """Whether an account is put at a bare figure: `closed its count at 31`, not `a son bilan à 31 maires`."""
    last = line.run(end)
    return line.has(end, "standing") and all(line.has(k, "numbers") for k in range(end + 1, last))


def _leans(line: Line, mark: int) -> bool:
    """Whether what is somebody's is told by, and not acted on: `in its report`, not `sent its report`."""
    before = any(line.has(w, *_LEANING) and not line.has(w, "definite") for w in (mark - 1, mark - 2))
    return before or line.cuts[mark]


def _owner_after(here: Scene, mark: int, end: int) -> Naming:
    """Whoever a sentence starts to speak of so: `By its own count, X has …`; else the possessive."""
    stop = min(end + WINDOW, here.line.run(end + 1)) if mark <= 2 else end
    return here.reader.named(end, stop) or Naming("anaphor", None, mark, mark + 1)


def _before_possessive(here: Scene, mark: int) -> Naming | None:
    start, stop = piece(here.line, mark)
    return here.reader.read(max(start, stop - 6), stop)
