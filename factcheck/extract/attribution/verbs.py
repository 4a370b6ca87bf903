"""Whether a word is a verb of saying where it stands, and whether its subject is a source of what follows."""

from __future__ import annotations

from factcheck.extract.attribution.marks import Line
from factcheck.extract.attribution.naming import NAMED, NOUNS, Naming
from factcheck.extract.attribution.scene import VERBS, WINDOW, Scene

_NEAR = 4
"""How many words of grammar, or of a turn such as `saw itself obliged to`, stand before a verb at once."""
_FIGURE = 5
_REVISED = 12
_TELLING = ("saying", "clausal", "counting", "placing")


def group(here: Scene, verb: int) -> int:
    """The first word of a verb's group: `has`, `did not`, `ended up` and an adverb belong to it."""
    line, first = here.line, verb
    while first and not line.cuts[first]:
        near = range(line.back(first - 1, _NEAR - 1), first)
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
    of = line.has(k + 1, "affiliations", "contractions") and not line.has(k + 2, "numbers")
    apposed = (line.cuts[k] and of) or line.has(k + 1, "be")
    article = line.has(k - 1, "definite", "indefinite", "possessive") and not line.has(k - 2, "relatives")
    article = article and not _clitic(line, k)
    opening = k == 1 and line.has(0, "definite") and not line.has(0, "pronouns")
    return not (line.has(k, *NOUNS) and (article or apposed)) and not opening


def _clitic(line: Line, k: int) -> bool:
    """Whether what looks like an article is the object of a verb behind its subject: `el ministerio la cifra
    en 58 millones`, and no `la cifra en 2024`."""
    behind = k > 1 and not line.cuts[k - 1] and (line.has(k - 2, *NOUNS) or line.capital(k - 2))
    return behind and line.has(k, "placing") and line.has(k + 2, "counts")


def silent(here: Scene, first: int, verb: int, end: int) -> bool:
    """Whether the verb in words `first:end` makes no speaker of its subject: a passive, a plan, a rumour."""
    line, endings = here.line, here.grammar.endings
    near = first if line.cuts[first] else max(0, first - 2)
    if line.any(near, verb, "duties") and not line.has(verb, "telling"):
        return True
    mood = any(here.grammar.hypothetical(line.raw[k]) for k in range(first, verb))
    after = end + line.has(end, "affiliations")
    if (
        line.has(verb, "plans")
        and after < line.run(end)
        and line.folded[after].endswith(endings["infinitive"])
    ):
        return True
    if mood and not line.has(verb, "saying"):
        return True
    if line.folded[verb].endswith(endings["active"]):
        return False
    if first == verb and line.raw[verb].endswith(endings["participle"]):
        return not line.has(verb - 1, "pronouns")
    return (line.has(end, "by") and not endings["participle"]) or line.any(first, verb, "be")


def accepts(here: Scene, naming: Naming, verb: int, end: int) -> bool:
    """Whether this subject of this verb is a source."""
    line, stop = here.line, here.line.run(end)
    if not line.has(verb, *_TELLING):
        return _figures(line, naming, verb, end)
    if _placed(line, verb, end) and not line.has(verb, "counting"):
        return False
    if line.has(verb, "revising") and not _revises(line, verb, end):
        return False
    if reported(here, naming, end):
        return True
    account = line.has(verb, "clausal") and line.has(naming.first, "accounts")
    account = account and not line.has(naming.first, "ledgers")
    if account or line.has(verb, "saying", "placing") or _figures(line, naming, verb, end):
        return naming.known
    if not line.has(verb, "counting") or not line.any(end, stop, "numbers"):
        return False
    if _has(line, naming, verb) and not _rivalled(here, end):
        return False
    if line.has(verb, "giving") and not line.marks[end]:
        return False  # gives work to 40 women
    titled = line.any(naming.first, verb, "people", "offices", "accounts")
    return naming.known and (naming.head != "name" or titled)


def _revises(line: Line, verb: int, end: int) -> bool:
    """Whether a count is revised, and no price: it is named, follows at once (`relevé 63 chocs`), or tells
    how many there are of what follows it (`elevó a 31 los muertos`)."""
    if line.has(end, "counts") or line.any(verb + 1, verb + _REVISED, "accounts"):
        return True
    at = figure(line, end)
    return at < line.run(end) and line.has(at, "counts") and line.has(at + 1, "definite")


def _placed(line: Line, verb: int, end: int) -> bool:
    """Whether what a verb places is put at a place and at no figure: `put 61 men at the gate`."""
    near = range(figure(line, end), min(end + WINDOW, len(line)))
    at = [k for k in near if line.has(k, "standing")]
    return line.has(verb, "putting") and bool(at) and all(figure(line, k + 1) == line.run(k + 1) for k in at)


def _figures(line: Line, naming: Naming, verb: int, end: int) -> bool:
    """Whether the verb is one of a source for the figure that follows it: `sees 2 %`, `makes it 31`.

    Nobody but a source waits for 2 % or 3 billion as one waits for 12 buses."""
    at, stop = figure(line, end), line.run(end)
    behind = next((k for k in range(at, stop) if not line.has(k, "numbers")), stop)
    share, sums = line.has(behind, "percents"), line.has(behind, "sums")
    if line.has(verb, "expecting"):
        foretold = at < stop and line.any(naming.first, naming.last, "scholars")
        if share or sums or foretold or counted(line, naming) is not None:
            return naming.known
    if line.has(verb, "giving") and (share or line.has(behind, "seats")):
        polled = naming.head == "name" or line.any(naming.first, verb, "accounts", "people")
        return polled or (naming.head == "registry" and share)
    if at == stop:
        return False
    if line.has(verb, "reaching"):
        bare = naming.head != "name" or at + 1 == stop or line.has(at + 1, "sums", "percents", "tails")
        known = naming.head in NAMED | {"people"} and bare and not _has(line, naming, verb)
        return known or naming.head == "registry" or line.has(naming.first, "pronouns")
    return naming.head == "anaphor" and line.has(naming.first, "anaphors")


def figure(line: Line, end: int) -> int:
    """The first figure of the few words after a verb; where their run ends if there is none."""
    stop = line.run(end)
    at = line.first(end, min(end + _FIGURE, stop), "numbers")
    return at if at < end + _FIGURE else stop


def _has(line: Line, naming: Naming, verb: int) -> bool:
    """Whether somebody has what he counts; not where he is set against others: `the club, for its part,`."""
    marks = (line.marks[k] for k in range(naming.first, naming.last))
    owner = any(found.get("havers", 0) >= found.get("bodies", 0) for found in marks if "havers" in found)
    return owner and line.turns.isdisjoint(range(naming.last, verb + 1))


def bare(line: Line, at: int) -> bool:
    """Whether a figure that starts at a word is followed by no other word."""
    return all(line.has(k, "numbers") for k in range(at, line.run(at)))


def _rivalled(here: Scene, end: int) -> bool:
    """Whether somebody else counts too, in a bare figure: `the union counts 63 wards and the clinic 41`."""
    line = here.line
    for k in range(end, here.segment(end)[1] if end < len(line) else end):
        start = k + 1 if line.has(k, "coordinators") else k
        other = here.reader.opening(start, line.run(start + 1)) if start > k or line.cuts[k] else None
        if other and line.has(other.last, "counts") and bare(line, other.last):
            return True
    return False


def reported(here: Scene, naming: Naming, end: int) -> bool:
    """Whether what is said stands beside: a `that`, a colon, a quote, or the whole sentence before it."""
    line = here.line
    near = min(end + _NEAR, line.run(end))
    only = line.first(end, near, "complementizers") + 1 if line.any(end - 4, end, "restrictive") else end
    if line.any(only, near, "complementizers") or passing(line, naming):  # not the rest of `ne … que`
        return True
    return (end < len(line) and line.has(end, ":", "quotes")) or trails(here, naming, end)


def passing(line: Line, naming: Naming) -> bool:
    """Whether it is said in passing: `as X noted`."""
    return line.any(naming.first - 2, naming.first, "asides")


def trails(here: Scene, naming: Naming, end: int) -> bool:
    """Whether subject and verb stand apart from what is said: `…, X said in a statement`."""
    line, start = here.line, naming.first
    while start and not line.cuts[start] and not line.has(start - 1, *VERBS, "boundaries", "prepositions"):
        start -= 1
    if sum(line.has(k, "definite", "indefinite") for k in range(start, naming.first + 1)) > 1:
        return False  # a price the council expects
    if line.has(start - 1, "coordinators"):
        start = _first_of(here, start - 1)
    if start == 0 or not line.cuts[start]:
        return False
    stop = line.run(end)
    if end < stop and not (line.has(end, "tails", "calendar", "audience") or line.has(end - 1, "telling")):
        return False
    return not line.any(end, stop, "complementizers", "counts")


def _first_of(here: Scene, k: int) -> int:
    """Where the first of two subjects starts that a word links: `…, the mayor and the fire chief said`."""
    head = here.line.heads[k]
    naming = here.reader.whole(head, k)
    return head if naming and naming.known else k + 1


def counted(line: Line, naming: Naming) -> int | None:
    """The figure right before a relative clause that opens with its source: `the 58 % (that) X announced`."""
    start = naming.first
    for kind in ("definite", "complementizers"):
        start -= start > 0 and not line.cuts[start] and line.has(start - 1, kind)
    near = range(start - 1, line.back(start, _NEAR) - 1, -1)
    return next((k for k in near if line.has(k, "numbers") and line.has(k - 1, "definite", "be")), None)
