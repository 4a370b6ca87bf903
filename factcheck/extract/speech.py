"""Cues with a verb: `X says that …`, `…, says X`, `…, X says`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.marks import Line
from factcheck.extract.naming import NAMED, Naming
from factcheck.extract.scene import QUOTES, VERBS, WINDOW, Cue, Scene, piece

_PIECES = 3
_OBJECT = 4
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
    if line.has(k - 1, "indefinite") and not (line.has(k - 1, "nobody") or line.has(k - 2, "affiliations")):
        return False
    noun = line.has(k, "people", "offices", "bodies", "accounts")
    article = line.has(k - 1, "definite", "indefinite", "possessive") and not line.has(k - 2, "relatives")
    return not (noun and article)


def _spoken(here: Scene, verb: int) -> Iterator[Cue]:
    line = here.line
    end = max(line.marks[verb].get(kind, 0) for kind in VERBS)
    group = verb
    while group and not line.cuts[group] and line.has(group - 1, "auxiliaries"):
        group -= 1
    if _passive(here, group, verb) or _asks(line, end) or _plans(here, verb, end):
        return
    if line.has(end, "impersonal") and line.gaps[end] in {"-", "-t-"}:
        return
    turned = line.has(verb, "saying", "clausal", "counting")
    naming = (_inverted(here, group, end) or _in_relative(here, group, end)) if turned else None
    if naming:
        low, high = here.segment(verb)
        low = low if line.cuts[group] else _antecedent(here, group, low)
        high = here.sequel(naming.last, high) if group else high
        yield Cue(naming, group, max(end, naming.last), low, high, outward=group == 0)
        return
    naming = _subject(here, group)
    if naming and _accepts(here, naming, verb, end):
        yield _said(here, naming, verb, end)


def _asks(line: Line, end: int) -> bool:
    """Whether a question follows the verb, which tells nothing: `said whether`, `ne dit pas si`."""
    after = end + 1 if line.has(end, "auxiliaries") and not line.cuts[end] else end
    return line.has(after, "questions") and not line.cuts[after]


def _plans(here: Scene, verb: int, end: int) -> bool:
    """Whether the verb tells what its subject is going to do, and not what is: `compte fermer`."""
    line = here.line
    after = end + 1 if line.has(end, "affiliations") else end
    return (
        line.has(verb, "plans")
        and after < line.run(end)
        and line.folded[after].endswith(here.grammar.infinitive_endings)
    )


def _in_relative(here: Scene, group: int, end: int) -> Naming | None:
    """The subject after the verb of a relative clause: `que prévoyait X`, `comme l'annonçait X`."""
    line = here.line
    bound = group > 1 and not line.cuts[group] and line.has(group - 1, "complementizers", "asides")
    if not bound or line.has(group, "restrictive") or not _opens(here, end):
        return None
    naming = here.reader.read(end, min(end + WINDOW, line.run(end)))
    return naming if naming and naming.known else None


def _antecedent(here: Scene, group: int, low: int) -> int:
    """Where that begins which a relative clause speaks of: its noun phrase, or all for `ce que`, `comme`."""
    line = here.line
    whole = line.has(group - 1, "asides") or line.has(group - 2, "everything")
    return low if whole else max(low, piece(line, group - 1)[0])


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
        naming = naming and here.reader.apposed(naming)
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
    if line.has(verb, "expecting") and _percentage(line, end):
        return naming.known
    if line.has(verb, "reaching") and _figure(line, end) < line.run(end):
        return naming.head == "registry" or (naming.head in NAMED and not _has(line, naming))
    if "counting" not in line.marks[verb] or _has(line, naming):
        return False
    return naming.known and naming.head != "name"


def _percentage(line: Line, end: int) -> bool:
    """Whether a share is what follows a verb: nobody waits for 2 % as one waits for 12 buses."""
    figure, stop = _figure(line, end), line.run(end)
    while figure < stop and line.numeric(figure):
        figure += 1
    return "%" in line.gaps[figure] or line.has(figure, "percents")


def _figure(line: Line, end: int) -> int:
    """The first figure of the few words after a verb; where their run ends if there is none."""
    stop = line.run(end)
    return next((k for k in range(end, min(end + _OBJECT, stop)) if line.numeric(k)), stop)


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
    near = range(_unless_only(line, end), min(end + 4, line.run(end)))
    if any(line.has(k, "complementizers") for k in near):
        return True
    if _passing(line, naming):
        return True
    if end < len(line) and (":" in line.gaps[end] or not QUOTES.isdisjoint(line.gaps[end])):
        return True
    return _trails(here, naming, end)


def _unless_only(line: Line, end: int) -> int:
    """Where to look for a `that` after a verb: past the second half of `ne … que`."""
    only = line.has(end, "complementizers") and any(line.has(k, "restrictive") for k in range(end - 4, end))
    return end + 1 if only else end


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
    figure = _counted(line, naming)
    if figure is not None:
        return Cue(naming, naming.first, end, figure, max(end, line.run(end)))
    if _trails(here, naming, end) or _passing(line, naming):
        return Cue(naming, naming.first, end, here.stretch(verb), here.sequel(end, high))
    weak = not here.line.has(verb, "saying", "clausal", "placing") and naming.head == "anaphor"
    return Cue(naming, naming.first, end, verb, high, forward=True, weak=weak)


def _counted(line: Line, naming: Naming) -> int | None:
    """The figure right before a relative clause that opens with its source: `the 58 % (that) X announced`."""
    start = naming.first
    for kind in ("definite", "complementizers"):
        start -= start > 0 and not line.cuts[start] and line.has(start - 1, kind)
    low = start
    while low and start - low < _OBJECT and not line.cuts[low]:
        low -= 1
        if line.numeric(low) and line.has(low - 1, "definite"):
            return low
    return None
