"""The cues of a sentence: the words that attribute, to whom, and which words of it they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from factcheck.extract.grammar import Grammar
from factcheck.extract.naming import Naming, Reader
from factcheck.extract.marks import Line

_WINDOW = 14
_PIECES = 3
_APART = 6
_QUOTES = frozenset("»”\"“«")
_VERBS = ("saying", "clausal", "counting", "placing")
_ENDS = frozenset({"registry", "name", "body"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words `first:last` attribute words `low:high` to somebody.

    `hearsay` is a turn that hides who speaks; `outward` a cue that also covers the sentence before;
    `weak` one that counts only if its pronoun stands for a source of the registry or a body."""

    naming: Naming
    first: int
    last: int
    low: int
    high: int
    hearsay: bool = False
    outward: bool = False
    forward: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the finders look at: a sentence, the reader of its names, where its segments end."""

    line: Line
    reader: Reader
    grammar: Grammar
    edges: list[int]

    def segment(self, index: int) -> tuple[int, int]:
        """The segment (parted by a semicolon or a contrast) that holds a word."""
        high = next(edge for edge in self.edges if edge > index)
        return max(edge for edge in self.edges if edge <= index), high

    def chunk(self, index: int) -> int:
        """The end of the run without punctuation that holds a word."""
        line = self.line
        return next((k for k in range(index + 1, len(line)) if line.cuts[k]), len(line))


def scene(line: Line, prose: str, grammar: Grammar) -> Scene:
    """Set the scene of one sentence."""
    edges = [0, *(k for k in range(1, len(line)) if _parts(line, k)), len(line)]
    return Scene(line, Reader(line, prose, grammar.index), grammar, edges)


def _parts(line: Line, k: int) -> bool:
    return ";" in line.gaps[k] or ("contrasts" in line.marks[k] and (line.cuts[k] or line.marks[k]["contrasts"] > k + 1))


def find(here: Scene) -> list[Cue]:
    """All cues of a sentence, in its order; what a forward cue covers ends where the next one starts."""
    cues = sorted((cue for finder in _FINDERS for cue in finder(here)), key=lambda cue: (cue.first, cue.last))
    starts = [cue.first for cue in cues if cue.forward]
    return [_ended(cue, starts) for cue in cues]


def _ended(cue: Cue, starts: list[int]) -> Cue:
    if not cue.forward:
        return cue
    return replace(cue, high=min([cue.high, *(start for start in starts if start > cue.first)]))


# --- somebody says -----------------------------------------------------------------------------------


def _speech(here: Scene) -> Iterator[Cue]:
    """`X says that …`, `…, says X`, `…, X says`."""
    line, idiom = here.line, 0
    for verb in range(len(line)):
        idiom = max(idiom, line.marks[verb].get("idioms", 0))
        if verb >= idiom and line.has(verb, *_VERBS) and _verbal(here, verb):
            yield from _spoken(here, verb)


def _verbal(here: Scene, k: int) -> bool:
    """Whether a word that may be a verb of saying is one here: not `the report`, not `s'ajoute`."""
    line = here.line
    if k == 0:
        return True
    if line.capital(k) or line.has(k - 1, "reflexives"):
        return False
    noun = line.has(k, "people", "offices", "bodies", "accounts")
    return not (noun and line.has(k - 1, "definite", "indefinite", "possessive"))


def _spoken(here: Scene, verb: int) -> Iterator[Cue]:
    line = here.line
    end = max(line.marks[verb].get(kind, 0) for kind in _VERBS)
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
        return True
    return any(line.has(k, "be") for k in range(group, verb))


def _inverted(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb, where the verb comes right after a comma or a quote."""
    line = here.line
    opening = group > 0 or line.raw[0][0].islower() or not _QUOTES.isdisjoint(line.gaps[0])
    if not (opening and line.cuts[group]) or line.has(end, "by", "complementizers", "boundaries"):
        return None
    stop = min(end + _WINDOW, line.run(end))
    for start in range(end, min(end + _APART, stop)):
        naming = here.reader.read(start, stop) if _opens(here, start) else None
        if naming and naming.head != "thing" and not line.has(naming.last - 1, "accounts"):
            return naming
        if not line.has(start, "tails", "calendar", "audience", "auxiliaries", "accounts", "indefinite"):
            return None
    return None


def _opens(here: Scene, k: int) -> bool:
    """Whether a noun phrase may start at a word. A pronoun is a subject after its verb with a hyphen only."""
    line = here.line
    if line.has(k, "pronouns"):
        return line.gaps[k] in {"-", "-t-", "\u2011"}
    return line.capital(k) or line.has(k, "definite", "indefinite", "nobody", "people") or bool(
        here.reader.registered(k, len(line))
    )


def _subject(here: Scene, group: int) -> Naming | None:
    """The subject before the verb; an apposition between the two is looked across."""
    line, pieces, end = here.line, 0, group
    if line.has(group - 1, "pronouns") and not line.cuts[group]:
        return Naming("anaphor", None, group - 1, group)
    nearest: Naming | None = None
    apposed = line.cuts[group]
    while end > 0 and pieces < _PIECES:
        start, end = _piece(line, end)
        naming = here.reader.read(start, end) if start < end else None
        if naming and not (apposed and nearest is None and pieces < 2):
            return _company(here, naming, start) if naming.vague else naming
        if naming and nearest is None:
            nearest, pieces, end = naming, pieces + 1, start
            further = _across(here, start, end)
            return further or nearest
        if not apposed and start < end and line.cuts[start]:
            return None
        pieces, end = pieces + 1, start if start < end else end - 1
    return nearest


def _company(here: Scene, naming: Naming, start: int) -> Naming:
    """An unnamed one beside somebody named: `the ministry and rescuers said`."""
    line = here.line
    if start < 2 or not line.has(start - 1, "coordinators") or line.cuts[start - 1]:
        return naming
    low, high = _piece(line, start - 1)
    other = here.reader.read(low, high) if low < high else None
    return other if other and other.head in _ENDS else naming


def _across(here: Scene, start: int, end: int) -> Naming | None:
    """Whoever stands before an apposition that starts at a word: `X, a lawmaker,`."""
    line = here.line
    start = next((k for k in range(start, 0, -1) if line.cuts[k]), 0)
    if start == 0 or not (line.has(start, "definite", "indefinite", "relatives", "offices", "boundaries", "tails")):
        return None
    low = next((k for k in range(start - 1, 0, -1) if line.cuts[k]), 0)
    naming = here.reader.read(low, start)
    return naming if naming and naming.head in _ENDS else None


def _piece(line: Line, end: int) -> tuple[int, int]:
    """The run of words before `end` that no punctuation and no conjunction parts; a closing parenthesis
    right before `end` is looked across."""
    if end < len(line) and ")" in line.gaps[end]:
        end = next((k for k in range(end - 1, 0, -1) if "(" in line.gaps[k]), end)
    start = end
    while start and not (start < end and line.cuts[start]) and not _bounds(line, start - 1):
        start -= 1
    return start, end


def _bounds(line: Line, k: int) -> bool:
    return line.has(k, "boundaries", "contrasts") and not line.has(k, "anaphors", "nobody")


def _accepts(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether this subject of this verb is a source."""
    line = here.line
    if _reported(here, naming, verb, end):
        return True
    if line.has(verb, "saying", "placing"):
        return naming.head != "thing"
    if "counting" not in line.marks[verb] or line.has(naming.first, "havers"):
        return False
    return naming.head not in {"thing", "name"}


def _reported(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether what is said stands beside: a `that`, a colon, a quote, or the whole sentence before it."""
    line = here.line
    if any(line.has(k, "complementizers") for k in range(end, min(end + 4, line.run(end)))):
        return True
    if end < len(line) and (":" in line.gaps[end] or not _QUOTES.isdisjoint(line.gaps[end])):
        return True
    return _trails(here, naming, end)


def _trails(here: Scene, naming: Naming, end: int) -> bool:
    """Whether subject and verb stand apart from what is said: `…, X said in a statement`."""
    line = here.line
    start = naming.first
    while start and not line.cuts[start] and line.has(start - 1, "definite", "indefinite", "calendar", "auxiliaries"):
        start -= 1
    if start == 0 or not line.cuts[start]:
        return False
    stop = line.run(end)
    if end < stop and not (line.has(end, "tails", "calendar", "audience") or line.has(end - 1, "telling")):
        return False
    return not any(line.has(k, "complementizers") or line.folded[k][0].isdigit() for k in range(end, stop))


def _said(here: Scene, naming: Naming, verb: int, end: int) -> Cue:
    low, high = here.segment(verb)
    if _trails(here, naming, end):
        return Cue(naming, naming.first, end, low, high)
    weak = not here.line.has(verb, "saying", "clausal", "placing") and naming.head == "anaphor"
    return Cue(naming, naming.first, end, verb, high, forward=True, weak=weak)


# --- according to somebody ---------------------------------------------------------------------------


def _according(here: Scene) -> Iterator[Cue]:
    """`according to X`: the clauses around it; at a sentence's start all of it up to a semicolon."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("prepositions")
        if start is None:
            continue
        naming = _named_source(here, k, start)
        if naming:
            low, high = here.segment(k)
            fronted = k <= 1 or line.cuts[k] and k == low
            if fronted:
                high = next((e for e in here.edges if e > k and (e == len(line) or ";" in line.gaps[e])), high)
            yield Cue(naming, k, max(start, naming.last), low, high)


def _named_source(here: Scene, k: int, start: int) -> Naming | None:
    line = here.line
    stop = min(start + _WINDOW, line.run(start))
    stop = next((w for w in range(start + 1, stop) if line.has(w, "be", "contrasts")), stop)
    naming = here.reader.read(start, stop) if start < stop else None
    if naming and naming.head == "thing" and any(line.has(w, "criteria") for w in range(start, stop)):
        return None
    if naming is None:
        hidden = here.grammar.hidden(line, k, start)
        return Naming("people", None, k, min(start + 1, len(line))) if hidden else None
    if naming.head == "name":
        return here.reader.anywhere(naming.last, stop) or naming
    return naming


# --- figures of somebody -----------------------------------------------------------------------------


def _by(here: Scene) -> Iterator[Cue]:
    """`announced by X`, `figures from X`."""
    line = here.line
    for k in range(len(line)):
        start = line.marks[k].get("by")
        if start is None or start >= len(line):
            continue
        before = range(max(0, k - 3), k)
        told = any(line.has(w, "saying", "clausal", "counting", "origins") for w in before)
        noun = any(line.has(w, "accounts") for w in before)
        if told or noun or _reckons(line, k, start):
            yield from _authored(here, k, start, noun or not told)


def _reckons(line: Line, k: int, start: int) -> bool:
    """`By one estimate, …`."""
    opens = k == 0 or line.cuts[k]
    return opens and line.has(start, "indefinite") and any(line.has(w, "accounts") for w in range(start, start + 4))


def _authored(here: Scene, k: int, start: int, noun: bool) -> Iterator[Cue]:
    naming = here.reader.read(start, min(start + _WINDOW, here.line.run(start)))
    if naming is None or naming.head == "thing":
        return
    low, high = here.segment(k)
    if not noun:
        high = _restated(here, naming.last, high)
    yield Cue(naming, k, naming.last, low, high)


def _restated(here: Scene, last: int, high: int) -> int:
    """The end of what a participle covers: its run of words, and one that restates it."""
    line = here.line
    end = min(line.run(last), high)
    if end < high and line.has(end, "restatements"):
        return min(here.chunk(end), high)
    return end


def _possessed(here: Scene) -> Iterator[Cue]:
    """`X's count`, `the NIS count`, `le bilan de X`, `by its estimate`."""
    line = here.line
    for k in range(len(line)):
        end = line.marks[k].get("accounts")
        naming = _owner(here, k, end) if end else None
        if naming and end:
            low, high = here.segment(k)
            yield Cue(naming, min(k, naming.first), max(end, naming.last), low, high)


def _owner(here: Scene, k: int, end: int) -> Naming | None:
    line, reader = here.line, here.reader
    for start in range(max(0, k - 8), k):
        if any(line.cuts[start + 1 : k + 1]):
            continue
        named = reader.registered(start, k)
        if named and k - named.last <= 3:
            return named
    if k > 1 and line.has(k - 1, "possessives"):
        start, stop = _piece(line, k - 1)
        naming = reader.read(start, stop) if start < stop else None
        return naming if naming and naming.head in _ENDS else None
    for mark in range(max(1, k - 3), k):
        if line.has(mark, "possessive") and line.gaps[mark] in "’'" and not any(line.cuts[mark : k + 1]):
            start, stop = _piece(line, mark)
            naming = reader.read(max(start, stop - 6), stop)
            return naming if naming and naming.head in {"name", "body", "people"} else None
    if end + 1 < len(line) and not line.cuts[end]:
        return reader.registered(end + 1, len(line)) or (reader.registered(end + 2, len(line)) if end + 2 < len(line) else None)
    return None


# --- beside the text ---------------------------------------------------------------------------------


def _parenthesis(here: Scene) -> Iterator[Cue]:
    """`… (X)`: a source of the registry, or a name with a date, alone in a parenthesis after a figure."""
    line, low = here.line, 0
    for k in range(1, len(line)):
        if "(" not in line.gaps[k]:
            continue
        close = next((w for w in range(k, min(k + 8, len(line) + 1)) if w > k and ")" in line.gaps[w]), None)
        if close is None or line.capital(k - 1):
            continue
        naming = _bracketed(here, k, close)
        if naming:
            yield Cue(naming, k, close, low, close)
            low = close


def _bracketed(here: Scene, k: int, close: int) -> Naming | None:
    line, reader = here.line, here.reader
    if line.has(k, "labels"):
        return reader.read(line.marks[k]["labels"], close)
    named = reader.registered(k, close)
    if named:
        return None if reader.anywhere(max(0, k - 6), k) == named else named
    last = reader.proper(k, close)
    dated = last < close and line.folded[close - 1].isdigit() and len(line.folded[close - 1]) == 4
    return Naming("name", " ".join(line.raw[k:last]), k, last) if last > k and dated else None


def _lead(here: Scene) -> Iterator[Cue]:
    """`X: …` at the start, and `Source: X`, which covers what stands before it too."""
    line = here.line
    colon = next((k for k in range(1, min(8, len(line))) if line.cuts[k]), 0)
    if not colon or ":" not in line.gaps[colon]:
        return
    if line.has(0, "labels"):
        naming = here.reader.read(colon, min(line.run(colon + 1), len(line)))
        if naming:
            yield Cue(naming, 0, naming.last, 0, len(line), outward=True)
        return
    named = here.reader.registered(0, colon)
    if named and named.last == colon:
        yield Cue(named, 0, colon, 0, here.segment(colon)[1], forward=True)


def _tag(here: Scene) -> Iterator[Cue]:
    """`“…” — X`: a dash, and whoever was quoted."""
    line = here.line
    for k in range(max(0, len(line) - 12), len(line)):
        gap = line.gaps[k]
        if ("—" in gap or "–" in gap or "--" in gap) and (k == 0 or not _QUOTES.isdisjoint(gap)):
            naming = here.reader.read(k, len(line))
            if naming and naming.head != "thing":
                yield Cue(naming, k, len(line), 0, len(line), outward=True)


# --- hearsay -----------------------------------------------------------------------------------------


def _hearsay(here: Scene) -> Iterator[Cue]:
    """`reportedly`, `is believed to`, `on estime`, and the conditional of hearsay."""
    line = here.line
    conditional = not any(line.has(k, "conditions") for k in range(len(line)))
    for k in range(len(line)):
        marks = line.marks[k]
        if "hearsay" in marks:
            yield _rumour(here, k, marks["hearsay"])
        elif "impersonal" in marks and _murmurs(line, k):
            yield Cue(Naming("people", None, k, k + 1), k, k + 2, k, here.segment(k)[1], hearsay=True)
        elif conditional and here.grammar.hypothetical(line.raw[k]):
            yield _rumour(here, k, k + 1)


def _murmurs(line: Line, k: int) -> bool:
    return any(line.has(w, "impersonal_verbs") for w in range(k + 1, min(k + 4, len(line))))


def _rumour(here: Scene, k: int, end: int) -> Cue:
    """Hearsay covers its own clause: back to a relative pronoun after a comma, a colon or a contrast."""
    line = here.line
    low, high = here.segment(k)
    breaks = (w for w in range(k, low, -1) if line.cuts[w] and (line.has(w, "relatives") or ":" in line.gaps[w]))
    forth = (w for w in range(end, high) if line.cuts[w] and line.has(w, "relatives"))
    return Cue(Naming("people", None, k, end), k, end, next(breaks, low), next(forth, high), hearsay=True)


_FINDERS: tuple[Callable[[Scene], Iterable[Cue]], ...] = (
    _speech,
    _according,
    _by,
    _possessed,
    _parenthesis,
    _lead,
    _tag,
    _hearsay,
)
