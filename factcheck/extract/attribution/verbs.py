"""Whether a word is a verb of saying where it stands, and whether its subject is a source of what follows."""

from __future__ import annotations

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, NOUNS, Naming
from factcheck.extract.attribution.scene import QUOTES, VERBS, WINDOW, Scene

_OBJECT = 4
_AUXILIARY = 4
"""How many words of grammar, or of a turn such as `saw itself obliged to`, stand before a verb at once."""
_FIGURE = 5
_REVISED = 12
_TELLING = ("saying", "clausal", "counting", "placing")


def group(here: Scene, verb: int) -> int:
    """The first word of a verb's group: `has`, `did not`, `ended up` and an adverb belong to it."""
    line, first = here.line, verb
    while first and not line.cuts[first]:
        near = range(max(first - _AUXILIARY, line.heads[first - 1]), first)
        k = next((k for k in near if line.marks[k].get("auxiliaries") == first), first - 1)
        adverb = k > 0 and line.folded[k].endswith(here.grammar.endings["adverb"]) and line.raw[k].islower()
        if not line.has(k, "auxiliaries") and (not adverb or line.has(k, *NOUNS)):
            break
        first = k
    return first


def verbal(here: Scene, k: int) -> bool:
    """Whether a word that may be a verb of saying is one here: not `the report`, not `s'ajoute`."""
    line = here.line
    if k == 0:
        return True
    if line.capital(k) or line.has(k - 1, "reflexives"):
        return False
    subject = line.has(k - 1, "nobody", "auxiliaries") or line.has(k - 2, "affiliations")
    if line.has(k - 1, "indefinite") and not subject:
        return False
    of = line.has(k + 1, "affiliations", "contractions") and not (k + 2 < len(line) and line.numeric(k + 2))
    apposed = (line.cuts[k] and of) or line.has(k + 1, "be")
    article = line.has(k - 1, "definite", "indefinite", "possessive") and not line.has(k - 2, "relatives")
    opening = k == 1 and line.has(0, "definite") and not line.has(0, "pronouns")
    return not (line.has(k, *NOUNS) and (article or apposed)) and not opening


def silent(here: Scene, first: int, verb: int, end: int) -> bool:
    """Whether the verb in words `first:end` makes no speaker of its subject: a passive, a plan, a rumour."""
    line, endings = here.line, here.grammar.endings
    near = first if line.cuts[first] else max(0, first - 2)
    if any(line.has(k, "duties") for k in range(near, verb)) and not line.has(verb, "telling"):
        return True
    mood = any(here.grammar.hypothetical(line.raw[k]) for k in range(first, verb))
    after = end + 1 if line.has(end, "affiliations") else end
    planned = line.has(verb, "plans") and after < line.run(end)
    if (mood and not line.has(verb, "saying")) or (
        planned and line.folded[after].endswith(endings["infinitive"])
    ):
        return True
    if line.folded[verb].endswith(endings["active"]):
        return False
    if first == verb and line.raw[verb].endswith(endings["participle"]):
        return not line.has(verb - 1, "pronouns")
    by = line.has(end, "by") and not endings["participle"]
    return by or any(line.has(k, "be") for k in range(first, verb))


def accepts(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether this subject of this verb is a source."""
    line = here.line
    if not line.has(verb, *_TELLING):
        return _figures(line, naming, verb, end)
    if _placed(line, verb, end):
        return False
    if line.has(verb, "revising") and not any(line.has(k, "accounts") for k in range(verb, verb + _REVISED)):
        return False  # a price is raised, a count is revised
    if reported(here, naming, end):
        return True
    account = line.has(verb, "clausal") and line.has(naming.first, "accounts")
    account = account and not line.has(naming.first, "ledgers")
    if account or line.has(verb, "saying", "placing") or _figures(line, naming, verb, end):
        return naming.known
    counted = any(line.numeric(k) for k in range(end, line.run(end)))
    if line.has(verb, "giving") and counted and not (line.marks[end] or line.numeric(end)):
        return False  # gives work to 40 women
    if "counting" not in line.marks[verb] or not counted or _has(line, naming, verb):
        return False
    titled = any(line.has(k, "people", "offices", "accounts") for k in range(naming.first, verb))
    return naming.known and (naming.head != "name" or titled)


def _placed(line: Line, verb: int, end: int) -> bool:
    """Whether what a verb places is put at a place and at no figure: `put 61 men at the gate`."""
    near = range(figure(line, end), min(end + WINDOW, len(line)))
    at = [k for k in near if line.has(k, "standing")]
    return line.has(verb, "putting") and bool(at) and all(figure(line, k + 1) == line.run(k + 1) for k in at)


def _figures(line: Line, naming: Naming, verb: int, end: int) -> bool:
    """Whether the verb is one of a source for the figure that follows it: `sees 2 %`, `makes it 31`."""
    share, sums = _share(line, end), line.has(_behind(line, end), "sums")
    expected = share or sums or counted(line, naming) is not None
    foretold = any(line.has(k, "scholars") for k in range(naming.first, naming.last))
    if line.has(verb, "expecting") and (expected or (foretold and figure(line, end) < line.run(end))):
        return naming.known
    if line.has(verb, "giving") and (share or line.has(_behind(line, end), "seats")):
        polled = any(line.has(k, "accounts", "people") for k in range(naming.first, verb))
        return polled or naming.head == "name" or (naming.head == "registry" and share)
    if figure(line, end) == line.run(end):
        return False
    if line.has(verb, "reaching"):
        return naming.head == "registry" or (naming.head in NAMED and not _has(line, naming, verb))
    return naming.head == "anaphor" and line.has(naming.first, "anaphors")


def _share(line: Line, end: int) -> bool:
    """Whether a share is what follows a verb: nobody waits for 2 % as one waits for 12 buses."""
    after = _behind(line, end)
    return "%" in line.gaps[after] or line.has(after, "percents")


def _behind(line: Line, end: int) -> int:
    """The word behind the figure that follows a verb."""
    at, stop = figure(line, end), line.run(end)
    while at < stop and line.numeric(at):
        at += 1
    return at


def figure(line: Line, end: int) -> int:
    """The first figure of the few words after a verb; where their run ends if there is none."""
    stop = line.run(end)
    return next((k for k in range(end, min(end + _FIGURE, stop)) if line.numeric(k)), stop)


def _has(line: Line, naming: Naming, verb: int) -> bool:
    """Whether somebody has what he counts; not where he is set against others: `the club, for its part,`."""
    marks = (line.marks[k] for k in range(naming.first, naming.last))
    owner = any(found.get("havers", 0) >= found.get("bodies", 0) for found in marks if "havers" in found)
    return owner and line.turns.isdisjoint(range(naming.last, verb + 1))


def reported(here: Scene, naming: Naming, end: int) -> bool:
    """Whether what is said stands beside: a `that`, a colon, a quote, or the whole sentence before it."""
    line = here.line
    only = line.has(end, "complementizers") and any(line.has(k, "restrictive") for k in range(end - 4, end))
    near = range(end + only, min(end + _OBJECT, line.run(end)))  # past the second half of `ne … que`
    if any(line.has(k, "complementizers") for k in near) or passing(line, naming):
        return True
    if end < len(line) and (":" in line.gaps[end] or not QUOTES.isdisjoint(line.gaps[end])):
        return True
    return trails(here, naming, end)


def passing(line: Line, naming: Naming) -> bool:
    """Whether it is said in passing: `as X noted`."""
    return line.has(naming.first - 1, "asides") or line.has(naming.first - 2, "asides")


def trails(here: Scene, naming: Naming, end: int) -> bool:
    """Whether subject and verb stand apart from what is said: `…, X said in a statement`."""
    line, start = here.line, naming.first
    while start and not line.cuts[start] and not line.has(start - 1, *VERBS, "boundaries", "prepositions"):
        start -= 1
    if line.has(start - 1, "coordinators"):
        start = _first_of(here, start - 1)
    if start == 0 or not line.cuts[start]:
        return False
    stop = line.run(end)
    if end < stop and not (line.has(end, "tails", "calendar", "audience") or line.has(end - 1, "telling")):
        return False
    return not any(line.has(k, "complementizers") or line.counts(k) for k in range(end, stop))


def _first_of(here: Scene, k: int) -> int:
    """Where the first of two subjects starts that a word links: `…, the mayor and the fire chief said`."""
    head = here.line.heads[k]
    naming = here.reader.read(head, k)
    return head if naming and naming.known and naming.last == k and naming.first <= head + 1 else k + 1


def counted(line: Line, naming: Naming) -> int | None:
    """The figure right before a relative clause that opens with its source: `the 58 % (that) X announced`."""
    start = naming.first
    for kind in ("definite", "complementizers"):
        start -= start > 0 and not line.cuts[start] and line.has(start - 1, kind)
    low = start
    while low and start - low < _OBJECT and not line.cuts[low]:
        low -= 1
        if line.numeric(low) and line.has(low - 1, "definite", "be"):
            return low
    return None
