"""Whose verb it is: the subject of a verb of saying, before it or after."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import FUNCTIONS, NAMED, Naming
from factcheck.extract.attribution.scene import WINDOW, Scene, piece

_PIECES = 5
_APART = 6
_TITLE = 3
_INSERTING = frozenset(",–—(")
_BESIDE = ("tails", "calendar", "audience", "auxiliaries", "accounts", "indefinite")
_MANNER = ("tails", "prepositions")
_APPOSED = ("definite", "indefinite", "relatives", "offices", "boundaries", "tails")


def inverted(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb, where the verb comes right after a comma or a quote."""
    line, quoted = here.line, here.line.has(group, "quotes")
    opening = group > 0 or line.raw[0][0].islower() or quoted
    if not (opening and line.cuts[group]) or line.has(end, "by", "complementizers", "boundaries"):
        return None
    stop, before = min(end + WINDOW, line.run(end)), beyond(here, group)
    if line.any(end, stop, "complementizers"):
        return None
    if end < len(line) and line.cuts[end] and (quoted or not before):
        return next(_past_insertions(here, end), None)
    past, beside = end, None
    stop = line.first(end, stop, "numbers")
    for start in range(end, min(end + _APART, stop)):
        past = max(past, line.marks[start].get("audience", 0))
        if start < past:
            continue
        naming = here.reader.read(start, stop) if opens(here, start) else None
        if naming and naming.head in NAMED and start > end and adverbial(line, start - 1):
            past, beside = naming.last, beside or naming  # `said in X the ministry`
        elif naming and _speaks(line, naming, quoted) and not _object(line, naming, stop):
            return None if naming.vague and before else naming
        elif not line.has(start, *_BESIDE) and not (start > end and line.has(start - 1, *_MANNER)):
            break  # else `says in Lyon`, `affirme sans détour`
    if beside and not before:  # `X, its head, said on Radio Y`
        return beside
    return next(_past_insertions(here, stop), None) if quoted and line.cuts[stop] else None


def _past_insertions(here: Scene, end: int) -> Iterator[Naming]:
    """Who stands after what is put between a verb and its subject: `“…”, sighs, with a shrug, X`."""
    line, start = here.line, end
    for _ in range(_PIECES):
        if start == len(line):
            return
        naming = here.reader.opening(start, line.stops[start]) if opens(here, start) else None
        if naming:
            yield naming
        start = line.stops[start]


def in_relative(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb of a relative clause: `que prévoyait X`, `comme l'annonçait X`."""
    line = here.line
    bound = group > 0 and not line.cuts[group] and line.has(group - 1, "complementizers", "asides")
    if not bound or end == len(line) or line.has(group, "restrictive") or not opens(here, end):
        return None
    naming = here.reader.read(end, min(end + WINDOW, line.run(end)))
    return naming if naming and naming.known else None


def subject(here: Scene, group: int) -> Naming | None:
    """The subject before the verb; what stands between the two in commas is looked across."""
    line, end, apart = here.line, group, here.line.cuts[group]
    if line.has(group - 1, "ourselves") and not apart:
        return None  # whoever is quoted
    if line.has(group - 1, "pronouns") and not apart:
        return Naming("anaphor", None, group - 1, group)
    named = beyond(here, group) if apart else None
    if named:
        return named
    if line.has(group - 1, "relatives") and not apart and line.has(group - 2, "people"):
        return here.reader.read(group - 2, group - 1)  # those who claim
    singled = _cleft(here, group)
    if singled:
        return singled
    for _ in range(_PIECES):
        start, end = piece(line, end)
        start, end = (start, end) if apart else _before_quotation(line, start, end)
        naming = here.reader.read(line.marks[start].get("clefts", start) if start < end else start, end)
        if naming:
            agent = line.any(max(start + 1, naming.first - 2), naming.first, "by")
            if not (agent and apart):
                return None if agent else naming  # the 61 trees planted by the agency
        if not apart and start < end and line.cuts[start]:
            return None
        end = min(start, max(0, end - 1))
    return None


def _before_quotation(line: Line, start: int, end: int) -> tuple[int, int]:
    """The words before a quotation that words `start:end` are: `X calls it “a fable” and recalls that`."""
    quotation = start > 0 and line.has(end, "quotes") and line.has(start, "quotes")
    return piece(line, line.heads[start - 1]) if quotation else (start, end)


def _cleft(here: Scene, group: int) -> Naming | None:
    """Whom a cleft singles out: `It was X that put …`, `It was X, which had long denied it, that put …`."""
    line, start = here.line, here.segment(group)[0]
    relative = group - 1 - (line.has(group - 2, "definite") and not line.cuts[group - 1])  # el que
    low = line.marks[start].get("clefts", 0)
    stop = line.stops[low] if low else relative
    bound = line.has(group - 1, "relatives", "complementizers") and (stop >= relative or line.cuts[relative])
    naming = here.reader.read(low, min(stop, relative)) if low and bound else None
    return naming if naming and naming.known and naming.first <= low + 1 else None


def _speaks(line: Line, naming: Naming, quoted: bool) -> bool:
    """Whether a subject after its verb is somebody; after a quotation, or at the sentence's end where it is
    but somebody (`…, a sign reminds us`), even one the lexicon does not know."""
    return naming.known or quoted or (naming.vague and naming.last == len(line))


def _object(line: Line, naming: Naming, stop: int) -> bool:
    """Whether an account after a verb is what it says: `advances the figure of 80`."""
    account = naming.head == "anaphor" and line.has(naming.last - 1, "accounts")
    return account and line.has(stop, "numbers")


def opens(here: Scene, k: int) -> bool:
    """Whether a noun phrase may start at a word. A pronoun is a subject after its verb with a hyphen only."""
    line = here.line
    if line.has(k, "audience"):
        return False
    if line.has(k, "pronouns"):
        return line.gaps[k] in {"-", "-t-", "\u2011"}
    near = range(k, min(k + _TITLE, line.run(k + 1)))
    called = next((w for w in near if line.capital(w) or line.has(w, *FUNCTIONS)), k)
    named = line.capital(called) or line.any(k, near.stop, "people", "offices")
    return (
        line.capital(k)
        or line.has(k, "definite", "indefinite", "nobody")
        or (named and not line.has(k, "tails"))
        or bool(here.reader.registered(k, len(line)))
    )


def beyond(here: Scene, group: int) -> Naming | None:
    """Whoever stands before an insertion that ends at a word: `X, a lawmaker,`, `X, quoted by Y,`."""
    line, start = here.line, group
    for _ in range(_PIECES):
        start = line.heads[start - 1] if start else 0
        if start == 0 or _INSERTING.isdisjoint(line.gaps[start]):
            return None
        low = _past_time(line, line.heads[start - 1], start)
        naming = None if adverbial(line, low) else here.reader.read(low, start)
        if naming and naming.first <= low + 1 and _apposed(line, naming, start):
            return naming
    return None


def _past_time(line: Line, low: int, stop: int) -> int:
    """Past what a clause opens with: `when on Tuesday the office`, `while the union`."""
    k = low
    while k < stop and line.has(k, "boundaries", "contrasts", "circumstances"):
        k += 1
    if line.has(k, "tails") and line.has(k + 1, "calendar"):
        k += 2
    return k if k < stop else low


def adverbial(line: Line, low: int) -> bool:
    """Whether a word starts what stands beside subject and verb: `in Lyon`."""
    return line.has(low, "tails", "prepositions", "boundaries") and not line.has(low, "definite")


def _apposed(line: Line, naming: Naming, start: int) -> bool:
    """Whether what follows a comma is put to somebody before it; a nameless one yields to who quotes him."""
    account = line.any(naming.first, naming.last, "accounts")
    if naming.vague and (account or line.has(start, "cited")):
        return False
    return naming.known and (naming.last == start or line.has(start, *_APPOSED))
