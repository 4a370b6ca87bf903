"""Cues without a verb of saying of their own: `according to X`, `announced by X`, `figures from X`, and whose
account of a figure it is: `X's count`, `the X poll`, `le chiffre de X`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import FUNCTIONS, Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Cue, Scene, piece, shares

_NEAR = 3
_REACH = 8
_PASSIVE = 12
_ECHO = 3
"""How many words take up a speaker at a sentence's start without a comma: `In its view 300 will close`."""

_LEANING = ("tails", "by", "out_of", "prepositions", "boundaries", "contrasts", "revising", "putting_out")
_EQUALS = ("be", "giving", "reaching", "equating")


def according(here: Scene) -> Iterator[Cue]:
    """`according to X`: the clauses around it; at a sentence's start all of it up to a semicolon; between
    commas only what these hold (`…, 9 of them according to X, …`)."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("prepositions", 0)
        naming = _named_source(here, k, start) if start else None
        if naming:
            first, (low, high) = line.heads[k], here.segment(k)
            opening = k <= 1 or (line.cuts[k] and k == low)
            high = here.stretch(k)[1] if opening else here.sequel(naming.last, high)
            inside = line.has(first, ",") and line.has(naming.last, ",") and line.any(first, k, "counts")
            whole = (first, naming.last) if first and inside else (low, high)
            yield Cue(naming, k, max(start, naming.last), *whole)


def _named_source(here: Scene, k: int, start: int) -> Naming | None:
    line, reader = here.line, here.reader
    stop = line.first(start + 1, min(start + WINDOW, line.run(start)), "be", "contrasts")
    if stop == start + 1 == line.run(start) and line.has(start, "definite", "auxiliaries", "pronouns"):
        return Naming("anaphor", None, start, stop)  # selon lui
    naming = reader.read(start, stop)
    if naming is None or not naming.known or (naming.vague and not line.plural(naming.last - 1)):
        titled = reader.apposed(naming or Naming("somebody", None, start, stop))
        naming = titled if titled.known else naming
    if naming is None:
        people = line.any(k, start, "people")  # de source policière
        return Naming("people", None, k, min(start + 1, len(line))) if people else None
    if naming.head == "anaphor" and line.has(start, "possessives"):
        return replace(naming, first=start)
    if not naming.known and any(_abstract(here, w) for w in range(start, naming.first + 3)):
        return None
    if naming.head == "name":
        naming = reader.anywhere(naming.last, stop) or naming
    return reader.original(naming)


def _abstract(here: Scene, k: int) -> bool:
    """Whether a word after a preposition of source is what something depends on: `selon la saison`."""
    word = here.line.folded[k] if k < len(here.line) else ""
    return here.line.has(k, "criteria") or word.endswith(here.grammar.endings["abstract"])


def viewed(here: Scene) -> Iterator[Cue]:
    """`For economist X, …`: a person by role and name, or a body that has a say, up to the comma (a source of
    the registry up to `it is 46 %`, too); and of a poll's figures `With pollster X, …`."""
    line = here.line
    for k in (k for k in range(len(line)) if k == 0 or line.cuts[k]):
        start = line.marks[k].get("views") or line.marks[k].get("places") or len(line)
        stop = line.run(start)
        naming = here.reader.named(start, stop) if stop < min(start + WINDOW + 1, len(line)) else None
        poll = shares(line) and line.any(start, stop, "polls")
        if naming and naming.last == stop and (poll or (line.has(k, "views") and _views(line, naming))):
            yield Cue(naming, k, stop, *here.segment(k))
        source = here.reader.opening(start, stop) if line.has(k, "views") else None
        if source and source.head == "registry" and _comes_to(line, source.last):
            yield Cue(source, k, source.last, *here.segment(k))


def _comes_to(line: Line, last: int) -> bool:
    """Whether a count is told behind a word: `it is 46 %`, `son 27`."""
    be = last + line.has(last, "pronouns", "impersonal")
    return line.has(be, "be") and line.any(be + 1, min(be + 3, line.run(be)), "counts")


def _views(line: Line, naming: Naming) -> bool:
    """Whether somebody is one whose view a sentence gives: a body that has a say, a person with a role."""
    if naming.head == "name":
        return line.any(naming.first, naming.last, "people", "offices")
    return naming.head == "registry" or not line.any(naming.first, naming.last, "havers")


def paired(here: Scene) -> Iterator[Cue]:
    """`2,000 according to X, 9,000 for Y`: the second of two figures, each with its own source; both where
    they say what something is or comes to: `They were 9,000 for Y, 2,000 for X`."""
    line = here.line
    polls = shares(line) and line.any(0, len(line), "polls")
    told = min(line.first(0, len(line), "prepositions"), _rivalry(here))
    said = line.first(0, told, "saying", "counting", "placing")
    for k in (k for k in range(1, len(line)) if not line.cuts[k]):
        start = line.marks[k].get("views", 0) if k > told else 0
        start = start or (_set_against(line, k) if k > said else 0)
        start = start or (line.marks[k].get("places", 0) if polls else 0)
        low = line.back(k, _REACH)
        low = line.last(low, k + 1, "coordinators")
        counted = start and line.any(low, k, "counts")
        naming = here.reader.opening(start, min(start + WINDOW, line.run(start))) if counted else None
        if naming:
            yield Cue(naming, k, naming.last, low, naming.last)


def _set_against(line: Line, k: int) -> int:
    """Where whoever's figure is set against what is said starts: `against 88 for Y`; 0 where none is."""
    before = line.back(k, _NEAR + 1)
    counted = line.any(before, k, "against") and line.any(before, k, "counts")
    start = line.marks[k].get("views") or line.marks[k].get("affiliations") or line.marks[k].get("by") or 0
    return start if counted and not line.any(start, line.run(start), "havers") else 0


def _rivalry(here: Scene) -> int:
    """Where something is or comes to a count in each of two views: `comes to 318 for X, 270 for Y`; the end
    of the sentence if nothing does."""
    line = here.line
    come = line.first(0, len(line), "be", "amounting")
    views = [k for k in range(come, len(line)) if line.has(k, "views") and not line.cuts[k]]
    counted = all(line.any(line.back(k, _REACH), k, "counts") for k in views)
    known = all(here.reader.opening(line.marks[k]["views"], line.stops[k]) for k in views)
    return come if len(views) == 2 and counted and known and not line.any(come, views[0], ":") else len(line)


def echoed(here: Scene) -> Iterator[Cue]:
    """`…, from the same source, …`, `In her view, …`: who spoke before, alone between commas."""
    line = here.line
    for k in (k for k in range(len(line)) if k == 0 or line.cuts[k]):
        end = line.marks[k].get("echoes", 0)
        if end and (end == len(line) or line.cuts[end] or (k == 0 and end >= _ECHO)):
            yield Cue(Naming("anaphor", None, k, k + 1), k, end, *here.segment(k))


def authored(here: Scene) -> Iterator[Cue]:
    """`announced by X`, `figures from X`, `by one estimate`."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("by") or line.marks[k].get("out_of") or len(line)
        near = line.back(k, _NEAR)
        if start == len(line) or line.any(near, k, "idioms"):
            continue
        opens = (k == 0 or line.cuts[k]) and line.has(start, "indefinite")
        noun = line.any(near, k, "accounts", "values", "polls")
        noun = noun or (opens and line.any(start, start + 4, "accounts"))
        if noun or ("by" in line.marks[k] and (_told(line, k, start) or _apposed(line, k))):
            yield from _author(here, k, start, noun)


def _told(line: Line, k: int, start: int) -> bool:
    """Whether `by` follows a passive verb of saying or counting (not `held by`, `found by`), hearsay that it
    resolves, or a count that is made, given or revised: `the toll was raised to 31 by`."""
    figure = False
    for w in range(k - 1, line.back(k, _PASSIVE) - 1, -1):
        figure = figure or line.has(w, "counts")
        near = k - w <= 2 or (figure and not line.has(w, "revising"))
        says = line.has(w, "saying", "placing") or (line.has(w, "counting") and not line.has(w, "giving"))
        if (near and (says or (line.has(w, *VERBS) and shares(line)))) or line.has(w, "hearsay"):
            return True
        given = line.has(w, "putting_out") or (figure and line.has(w, "revising"))
        if given or line.marks[w].get("cited") == start:
            counted = given and w == k - 1 and line.has(w - 1, "numbers")  # the 67.4 published by
            return counted or line.any(max(0, w - _PASSIVE), w, "accounts")
    return False


def _author(here: Scene, k: int, start: int, noun: bool) -> Iterator[Cue]:
    line = here.line
    stop = min(start + WINDOW, line.run(start))
    naming = here.reader.read(start, line.first(start, stop, "counts"))
    if naming is None or not naming.known or (noun and naming.head == "name" and _event(line, k, naming)):
        return
    low, high = here.segment(k)
    alone = not (noun or (k and line.cuts[k - 1]) or _apposed(line, k))
    if alone:  # a participle covers its run, and what restates it
        end = min(line.run(naming.last), high)
        high = min(line.stops[end], high) if end < high and line.has(end, "restatements") else end
    label = noun and k <= _NEAR and not line.any(0, len(line), "counts")
    yield Cue(naming, k, naming.last, low, high, outward=label)


def _apposed(line: Line, k: int) -> bool:
    """Whether a participle is put between an account and its sum: `The toll, given by X, is 31`."""
    head, last = line.heads[k], line.stops[k]
    account = head > 0 and line.any(line.heads[head - 1], head, "accounts", "values")
    comes = line.any(last, last + _NEAR, "be", *_EQUALS)
    return account and comes and line.any(last, last + _REACH, "counts")


def _event(line: Line, k: int, naming: Naming) -> bool:
    """Whether a name is that of what made the figure, not its source: `the toll from the X dam collapse`."""
    after = naming.last
    noun = after < line.run(naming.first) and not line.has(after, *FUNCTIONS, *VERBS, "putting_out", "polls")
    compound = noun and line.has(naming.first - 1, "definite") and not line.has(after, "numbers")
    return compound or line.any(line.back(k, _NEAR), k, "tolls")


# --- whose account of a figure it is


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
    apposed = line.has(naming.last, ",") and line.has(naming.last, "counts") and line.has(k - 1, "definite")
    if naming.head != "name" and (line.cuts[k] or apposed or line.has(k - 2, "be", "by")):
        return naming
    last = naming.last
    if last < len(line) and line.has(last, "counts") and line.cuts[last] and line.cuts[last + 1]:
        return naming  # the figure of the police, 58,000, was booed
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
    verb = here.line.has(mark, "possessives") and not here.line.has(stop - 1, *_LEANING)
    return here.reader.read(max(start, stop - 6), stop - verb if stop - start > 1 else stop)
