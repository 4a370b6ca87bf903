"""Cues with a verb: `X says that …`, `…, says X`, `…, X says`."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, Naming
from factcheck.extract.attribution.scene import QUOTES, VERBS, Cue, Scene
from factcheck.extract.attribution.subjects import in_relative, inverted, subject

_OBJECT = 4
_TELLING = ("saying", "clausal", "counting", "placing")


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
    while group and not line.cuts[group] and _auxiliary(here, group - 1):
        group -= 1
    if _passive(here, group, verb) or _plans(here, verb, end):
        return
    if line.has(end, "impersonal") and line.gaps[end] in {"-", "-t-"}:
        return
    turned = line.has(verb, "saying", "clausal", "counting") and not line.has(verb, "telling")
    naming = (inverted(here, group, end) or in_relative(here, group, end)) if turned else None
    if naming:
        low, high = here.segment(verb)
        high = here.sequel(naming.last, high) if group else high
        yield Cue(naming, group, max(end, naming.last), low, high, outward=group == 0)
        return
    naming = subject(here, group)
    if naming and _accepts(here, naming, verb, end):
        yield _said(here, naming, verb, end)


def elided(here: Scene) -> Iterator[Cue]:
    """`X counts 9 dead; the ministry, 12`: the second of two speakers, who shares the verb of the first."""
    line, told = here.line, False
    for k in range(1, len(line)):
        told = told or line.has(k - 1, "saying", "counting", "placing")
        if told and line.cuts[k] and not line.numeric(k):
            naming = here.reader.read(k, line.run(k + 1) if k + 1 < len(line) else k)
            reach = 3 if ";" in line.gaps[k] else 1
            figure = naming and next((w for w in _after(naming, line, reach) if line.counts(w)), 0)
            if naming and figure and naming.head in {"registry", "body"} and naming.first <= k + 1:
                yield Cue(naming, naming.first, naming.last, figure, here.segment(k)[1], forward=True)


def _after(naming: Naming, line: Line, reach: int) -> range:
    return range(naming.last, min(naming.last + reach, len(line)))


def _auxiliary(here: Scene, k: int) -> bool:
    """Whether a word belongs to the verb after it: `has`, and an adverb behind such a word."""
    line = here.line
    adverb = k > 0 and line.folded[k].endswith(here.grammar.adverb_endings) and not line.capital(k)
    return line.has(k, "auxiliaries") or (adverb and line.has(k - 1, "auxiliaries"))


def _plans(here: Scene, verb: int, end: int) -> bool:
    """Whether the verb tells what its subject is going to do, and not what is: `compte fermer`."""
    line = here.line
    after = end + 1 if line.has(end, "affiliations") else end
    return (
        line.has(verb, "plans")
        and after < line.run(end)
        and line.folded[after].endswith(here.grammar.infinitive_endings)
    )


def _passive(here: Scene, group: int, verb: int) -> bool:
    """Whether the verb is a passive one: its subject is spoken of and does not speak."""
    line = here.line
    if line.folded[verb].endswith(here.grammar.active_endings):
        return False
    if group == verb and line.raw[verb].endswith(here.grammar.participle_endings):
        return not line.has(verb - 1, "pronouns")
    return any(line.has(k, "be") for k in range(group, verb))


def _accepts(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether this subject of this verb is a source."""
    line = here.line
    if not line.has(verb, *_TELLING):
        return _figures(line, naming, verb, end)
    if _reported(here, naming, end):
        return True
    account = line.has(verb, "clausal") and line.has(naming.first, "accounts")
    account = account and not line.has(naming.first, "ledgers")
    if account or line.has(verb, "saying", "placing") or _figures(line, naming, verb, end):
        return naming.known
    if "counting" not in line.marks[verb] or _has(line, naming):
        return False
    return naming.known and naming.head != "name"


def _figures(line: Line, naming: Naming, verb: int, end: int) -> bool:
    """Whether the verb is one of a source for the figure that follows it: `sees 2 %`, `makes it 31`."""
    if line.has(verb, "expecting") and _share(line, end, "percents"):
        return naming.known
    if line.has(verb, "giving") and _share(line, end, "percents", "seats"):
        polled = any(line.has(k, "accounts", "people") for k in range(naming.first, verb))
        return (
            polled or naming.head == "name" or (naming.head == "registry" and _share(line, end, "percents"))
        )
    if line.has(verb, "reaching") and _figure(line, end) < line.run(end):
        return naming.head == "registry" or (naming.head in NAMED and not _has(line, naming))
    return False


def _share(line: Line, end: int, *kinds: str) -> bool:
    """Whether a share is what follows a verb: nobody waits for 2 % as one waits for 12 buses."""
    figure, stop = _figure(line, end), line.run(end)
    while figure < stop and line.numeric(figure):
        figure += 1
    return "%" in line.gaps[figure] or line.has(figure, *kinds)


def _figure(line: Line, end: int) -> int:
    """The first figure of the few words after a verb; where their run ends if there is none."""
    stop = line.run(end)
    return next((k for k in range(end, min(end + _OBJECT, stop)) if line.numeric(k)), stop)


def _has(line: Line, naming: Naming) -> bool:
    return any(line.has(k, "havers") for k in range(naming.first, naming.last))


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
    return not any(line.has(k, "complementizers") or line.counts(k) for k in range(end, stop))


def _said(here: Scene, naming: Naming, verb: int, end: int) -> Cue:
    line, high = here.line, here.segment(verb)[1]
    figure = _counted(line, naming)
    if figure is not None:
        return Cue(naming, naming.first, end, figure, max(end, line.run(end)))
    if _trails(here, naming, end) or _passing(line, naming):
        return Cue(naming, naming.first, end, here.stretch(verb), here.sequel(end, high))
    pronoun = naming.head == "anaphor" and line.has(naming.first, "pronouns")
    weak = pronoun and not line.has(verb, "saying", "placing") and not _reported(here, naming, end)
    if naming.first > 1 and _relative(line, naming.first):
        high = min(high, line.run(end))
    return Cue(naming, naming.first, end, verb, high, forward=True, weak=weak)


def _relative(line: Line, first: int) -> bool:
    """Whether a subject starts the relative clause of a sentence's subject: `The toll, which X put at 9,`."""
    start = first - 1 - line.has(first - 1, "definite")
    return line.has(start, "relatives") and line.cuts[start] and not any(line.cuts[1:start])


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
