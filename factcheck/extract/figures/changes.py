"""A change and its figures: by how much (`rose by 5`), from what (`from 42`), and to what.

The value now holds; the first two are no ends of a range, and each has its role (contract.md, "When two
figures agree")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple
from unicodedata import category

from factcheck.extract.figures.atoms import Atom
from factcheck.extract.figures.number_words import folds
from factcheck.extract.lookup import Lookup, Text, phrases, spaced
from factcheck.language.lexicon import Lexicon, languages, load
from factcheck.language.units import dimension
from factcheck.language.words import folded
from factcheck.model import Figure

_REACH, _NEAR = 6, 3
"""How many words before "from", and before "by", at most the verb stands: "rose in a single year from"."""
_LEVEL = 4
"""How many words at most stand before what calls a value a level: "from the year-ago level of"."""
_FAR = 2.0
"""A change is to more than so many times itself: "rose by 5 to 52", but "rose by 5 to 10 points"."""
_BESIDE = 60
"""How many characters lie at most between the value now and "from" the one before it."""
_CLAUSE = 16
"""How many words at most lie between a verb of change and the value now, by how much among them."""
_ELLIPTIC = 1000
"""The least that is no ellipsis before one: "5 to 10 million" are millions, "2,500 to 1.2 million" not."""
_STOPS = frozenset(".!?…;|\n")
_COMMA = _STOPS | {","}
_SHARES = ("percentage", "points")


class Changes(NamedTuple):
    """What a language says of changes. `trends` are the verbs and nouns, with 1 for up, -1 for down and 0 for
    neither; those of `direct` may stand right before by how much (`fell 3 %`); `losses` name what is negative
    ("a loss of"), `origins` lead to the value before, `of` to more than a change."""

    trends: dict[str, int]
    direct: frozenset[str]
    losses: frozenset[str]
    nouns: frozenset[str]
    origins: frozenset[str]
    of: frozenset[str]
    by: Lookup[bool]
    to: Lookup[bool]
    before: Lookup[bool]
    against: Lookup[bool]
    unless: Lookup[bool]
    levels: frozenset[str]
    differences: Lookup[bool]
    hedges: Lookup[bool]

    @classmethod
    def of_lexicon(cls, lexicon: Lexicon) -> Changes:
        """Compile `figures.changes`. Raises LexiconError where a list is missing."""
        rises, falls, raises, lowers, moves, losses, nouns = (
            folds(lexicon.words(f"figures.changes.{name}"))
            for name in ("rises", "falls", "raises", "lowers", "moves", "losses", "nouns")
        )
        ups, downs = dict.fromkeys(rises | raises, 1), dict.fromkeys(falls | lowers, -1)
        by, to, before, against, unless, differences = (
            phrases(lexicon.words(f"figures.changes.{name}"))
            for name in ("by", "to", "before", "against", "unless", "differences")
        )
        hedges = lexicon.lists("figures.qualifiers").values()
        return cls(
            trends=dict.fromkeys(moves, 0) | ups | downs,
            direct=rises | falls,
            losses=losses,
            nouns=nouns,
            origins=folds(lexicon.words("figures.ranges.from")),
            of=folds(lexicon.words("figures.of")),
            by=by,
            to=to,
            before=before,
            against=against,
            unless=unless,
            levels=folds(lexicon.words("figures.changes.levels")),
            differences=differences,
            hedges=phrases(phrase for level in hedges for phrase in level),
        )


# --- no ranges -----------------------------------------------------------------------------------


def parted(text: Text, low: Atom, high: Atom, table: Changes) -> bool:
    """Whether two numbers with "to" between them are a value then and a value now, or a change and a value
    now, rather than a range: `from 5 to 10` and `by 5 to 52` after a verb of change."""
    hedge = table.hedges.before(text, low.first - 1)
    i = (hedge[1] if hedge else low.first) - 1
    falling = high.value <= low.value
    if text.word(i) in table.origins and (verb := _verb(text, i, table)) is not None:
        return falling or verb < i - 1 or not _is_noun(text, verb, table)
    if _by(text, i, low.unit, table) is None:
        return False
    bare = low.scale == 1 and not low.unit and bool(high.unit or (high.scale > 1 and low.value < _ELLIPTIC))
    return falling or (not bare and high.value > _FAR * low.value)


def _is_noun(text: Text, i: int, table: Changes) -> bool:
    """Whether a word of change is a noun: `une baisse de`, `an increase of`."""
    return text.word(i - 1) in table.nouns


def _verb(
    text: Text, i: int, table: Changes, reach: int = _REACH, stops: frozenset[str] = _STOPS
) -> int | None:
    """The nearest word of change before word `i`, in its sentence and with no digits between."""
    for at in range(i - 1, max(i - 1 - reach, -1), -1):
        if stops & set(text.gap(at)) or text.word(at)[:1].isdigit():
            return None
        if text.word(at) in table.trends:
            return None if table.unless.before(text, at) else at
    return None


def _by(text: Text, i: int, unit: str | None, table: Changes) -> int | None:
    """The word of change of which the words up to `i` say by how much: `rose sharply by`, `fell`. "Of" must
    stand beside it, unless a share follows: `a rise in rents of 3 %`, but `a rise in the number of 30`."""
    found = table.by.before(text, i) if _beside(text.gap(i)) else None
    if found is not None:
        loose = text.word(i) not in table.of or dimension(unit) in _SHARES
        at = _verb(text, found[1], table, _NEAR if loose else 1, _COMMA)
    else:
        at = i if text.word(i) in table.direct and not table.unless.before(text, i) else None
    return at if at is not None and table.trends[text.word(at)] else None


# --- roles -----------------------------------------------------------------------------------------


def roles(text: Text, figures: Sequence[Figure], table: Changes) -> list[Figure]:
    """Figures in order, those of a change given their role and their trend."""
    told = list(figures)
    for at, figure in enumerate(figures):
        if figure.quantity.qualifier == "at_most" and _is_reached(text, told, at, table):
            told[at] = replace(figure, quantity=replace(figure.quantity, qualifier="exact"))
        elif _is_difference(text, figure, table):
            told[at] = replace(figure, role="change")
        elif (i := _word_before(text, figure)) is not None:
            told[at] = _told(text, told, at, i, table)
    return told


def _told(text: Text, figures: Sequence[Figure], at: int, i: int, table: Changes) -> Figure:
    """The figure number `at` with its role; word `i` stands right before it, and those before have theirs."""
    figure = figures[at]
    if _is_former(text, figures, at, i, table):
        return replace(figure, role="former")
    verb = _by(text, i, figure.quantity.unit, table)
    if verb is None:
        return replace(figure, trend=-1) if _of_loss(text, i, table) else figure
    share = dimension(figure.quantity.unit) in _SHARES
    if verb < i or share or any(_leads_on(text, figures, at, link) for link in (table.to, table.against)):
        return replace(figure, role="change", trend=table.trends[text.word(verb)])
    return figure


def _is_difference(text: Text, figure: Figure, table: Changes) -> bool:
    """Whether a figure is by how much two things differ: `3,000 more than in May`. A share so told may be a
    thing of its own: a premium, a lead."""
    if dimension(figure.quantity.unit) in _SHARES:
        return False
    ends = (figure.outer_end, figure.noun[1]) if figure.noun else (figure.outer_end,)
    words = ((end, bisect_left(text.starts, end)) for end in ends)
    close = (i for end, i in words if i < len(text.starts) and spaced(text.prose[end : text.starts[i]]))
    return any(table.differences.at(text, i) for i in close)


def _is_reached(text: Text, figures: Sequence[Figure], at: int, table: Changes) -> bool:
    """Whether a figure is the value now and no bound: `subió hasta 52`, `se ha duplicado hasta 94`."""
    figure, before = figures[at], figures[at - 1] if at else None
    first = bisect_left(text.starts, figure.outer_start)
    to = table.to.at(text, first)
    if to is None or text.ends[to[1]] > figure.start or text.word(first - 1) in table.origins:
        return False
    changed = before is not None and (before.role == "change" or before.quantity.unit == "times")
    behind = before is not None and spaced(text.prose[before.outer_end : figure.outer_start])
    if (changed and behind) or (text.flows(first - 1) and text.word(first - 1) in table.trends):
        return True
    articled = to[1] > first and text.flows(to[1] - 1)
    return articled and text.gap(first - 1).rstrip().endswith(",") and _is_in_change(text, first, table)


def _is_in_change(text: Text, first: int, table: Changes) -> bool:
    """Whether a word of change stands in the sentence not far before: `creció un 5 %, | hasta los 52`."""
    for at in range(first - 1, max(first - 1 - _CLAUSE, -1), -1):
        inside = len(text.gap(at)) == 1 and text.word(at + 1)[:1].isdigit()  # `100.000`
        if at < first - 1 and not inside and _STOPS & set(text.gap(at)):
            return False
        if table.trends.get(text.word(at)):
            return True
    return False


def _beside(gap: str) -> bool:
    """Whether a gap is a space, with at most the sign of a currency: `by | £3 million`."""
    return spaced("".join(char for char in gap if category(char) != "Sc"))


def _word_before(text: Text, figure: Figure) -> int | None:
    """The word right before a figure and its qualifier, if nothing but a space lies between."""
    i = bisect_left(text.starts, figure.outer_start)
    return i - 1 if i and spaced(text.gap_before(i, figure.outer_start)) else None


def _of_loss(text: Text, i: int, table: Changes) -> bool:
    """Whether the words up to `i` call a figure a loss: `a net loss of`, `un déficit de`."""
    found = table.by.before(text, i)
    return text.word(found[1] - 1 if found else i) in table.losses


def _is_former(text: Text, figures: Sequence[Figure], at: int, i: int, table: Changes) -> bool:
    """Whether the words up to `i` lead to a value before: `up from`, `up from the year-ago level of`, `rose
    from | 42 to 47`, `to 47 from`."""
    before = (i, *_past_level(text, i, table))
    if any(table.before.before(text, word) for word in before):
        return True
    verb = _verb(text, i, table) if text.word(i) in table.origins else None
    if verb is not None and at + 1 < len(figures) and _alike(figures[at], figures[at + 1]):
        plainly = table.trends[text.word(verb)] != 0 and table.by.before(text, i) is not None
        return _leads_on(text, figures, at, table.to, plainly)
    against = any(table.against.before(text, word) for word in before)
    return at > 0 and against and _is_now(text, figures, at - 1, table)


def _past_level(text: Text, i: int, table: Changes) -> range:
    """The words before what calls the words up to `i` a level: `from | the low of`."""
    called = text.word(i) in table.of and text.word(i - 1) in table.levels and text.flows(i - 1)
    return range(i - 2, max(i - 2 - _LEVEL, -1), -1) if called else range(0)


def _alike(one: Figure, other: Figure) -> bool:
    units = one.quantity.unit, other.quantity.unit
    return None in units or dimension(units[0]) == dimension(units[1])


def _leads_on(
    text: Text, figures: Sequence[Figure], at: int, link: Lookup[bool], plainly: bool = False
) -> bool:
    """Whether nothing but its noun and a link ("to") lie between a figure and the next; `plainly` a single
    word and no comma."""
    following = figures[at + 1] if at + 1 < len(figures) else None
    i = _word_before(text, following) if following else None
    found = None if i is None else link.before(text, i)
    if i is None or found is None or (plainly and found[1] < i):
        return False
    figure = figures[at]
    end = figure.noun[1] if figure.noun else figure.outer_end
    between = text.prose[end : text.starts[found[1]]]
    return spaced(between) or (not plainly and between.strip() == ",")


def _is_now(text: Text, figures: Sequence[Figure], at: int, table: Changes) -> bool:
    """Whether a verb of change leads to the figure, which the next one follows: `rose to | 47 from 42`,
    `rose 5 to | 47 from 42`; or the figure is by how much: `up | 5 from 42`."""
    gap = text.prose[figures[at].outer_end : figures[at + 1].outer_start]
    if len(gap) > _BESIDE or _STOPS & set(gap):
        return False
    if figures[at].role == "change":
        return True
    i = _word_before(text, figures[at])
    to = table.to.before(text, i) if i is not None else None
    if to is None:
        return False
    by_so_much = at > 0 and figures[at - 1].role == "change" and _leads_on(text, figures, at - 1, table.to)
    return by_so_much or _verb(text, to[1], table) is not None


# --- what a claim counts -----------------------------------------------------------------------------


@cache
def _speaking() -> dict[str, int]:
    """The words by which a registry's phrase, in whatever language, says that it counts a change."""
    found: dict[str, int] = {}
    for code in languages():
        table, lexicon = Changes.of_lexicon(load(code)), load(code)
        found |= dict.fromkeys(folds(lexicon.words("figures.changes.kinds")), 0)
        found |= {word: trend for word, trend in table.trends.items() if trend and len(word) > 2}
    return found


def trends_in(phrase: str) -> frozenset[int]:
    """The trends of which a phrase of the registry speaks: 1 for up, -1 for down, 0 for a change either way;
    none where it speaks of no change."""
    table = _speaking()
    return frozenset(table[word] for word in folded(phrase) if word in table)
