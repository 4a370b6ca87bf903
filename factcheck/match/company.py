"""What the article's other figures say of this one: a claim that has its figure needs no second.

The second pass over an article (Jo and others, "Verifying text summaries of relational data sets", 2019:
what one figure is about is told by what the others are about).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from factcheck.language.units import dimension
from factcheck.match.assign import LED, Clues, agreeing
from factcheck.match.series import Evidence
from factcheck.model import Figure

Best = tuple[tuple[float, int], tuple[float, int]]
"""The two greatest numbers seen, each with where it was seen: one of them is somebody else's."""
APART = ("elsewhere", "long before")
"""The clues that tell a figure from the one before it: "82 %; in Osterley, 90"."""
NONE: Best = ((0.0, -1), (0.0, -1))


def apart(clues: Clues, wholes: Mapping[str, str]) -> Clues:
    """The clues of a figure, less a claim of which another counts a part, or a part, and agrees with it:
    neither is taken for the other (contract.md, `part_of`). `wholes` leads from a part to its whole."""
    pairs = [(claim, wholes[claim]) for claim in clues if wholes.get(claim) in clues]
    agree = {claim for pair in pairs for claim in pair if _agrees(clues[claim])}
    taken = {other: one for pair in pairs for one, other in (pair, pair[::-1]) if one in agree}
    return {
        claim: f"what `{taken[claim]}` counts" if claim in taken and claim not in agree else row
        for claim, row in clues.items()
    }


def _agrees(row: Evidence | str) -> bool:
    return not isinstance(row, str) and agreeing(row)


def paired(rows: Sequence[Clues], pairs: Mapping[int, int]) -> list[Clues]:
    """The clues of an article's figures, in order; and for one that tells one thing twice with another
    (`pairs`, by place), whether that one agrees with the claim."""
    return [
        _each(clues, partial(_led, rows[pairs[at]], "paired")) if at in pairs else clues
        for at, clues in enumerate(rows)
    ]


def leans(figures: Sequence[tuple[int, Figure]]) -> dict[int, int]:
    """By the place of a figure that counts no noun, that of the one on which it leans: the last before it of
    its kind, or of any where it has no unit, no farther than a sentence away. `figures` are an article's, in
    order, each with the number of its sentence."""
    found: dict[int, int] = {}
    last: dict[str, int] = {}
    for at, (number, figure) in enumerate(figures):
        kind = dimension(figure.quantity.unit)
        before = last.get(kind) if figure.quantity.unit else at - 1
        if figure.noun is None and before is not None and before >= 0 and number - figures[before][0] <= 1:
            found[at] = before
        last[kind] = at
    return found


def follows(rows: Sequence[Clues], leaning: Mapping[int, int]) -> list[Clues]:
    """The clues of an article's figures, in order; and for one that leans on one before (`leaning`, by
    place), how much of each claim that one's sentence says, 0 to 1, where it agrees ("there were 31,000, then
    37,000")."""
    return [
        _each(row, partial(_led, rows[leaning[at]], "follows one")) if at in leaning else row
        for at, row in enumerate(rows)
    ]


def _led(other: Clues, clue: str, claim: str, row: Evidence) -> Evidence:
    """The evidence for a claim after a clue from another figure: how much of the claim its sentence says, all
    of it for a pair, where it agrees; less where this one is said to be of another place or time."""
    theirs = other.get(claim, "")
    same = 1.0 - max(row.get(apart_by, 0.0) for apart_by in APART)
    if isinstance(theirs, str) or not agreeing(theirs) or not same:
        return row
    return {**row, clue: same * (1.0 if clue == "paired" else theirs.get("sentence", 0.0))}


def _each(clues: Clues, told: Callable[[str, Evidence], Evidence]) -> Clues:
    """The clues of a figure, changed for each claim that is not ruled out."""
    return {claim: row if isinstance(row, str) else told(claim, row) for claim, row in clues.items()}


def in_company(rows: Sequence[tuple[int, Clues]]) -> list[Clues]:
    """The clues of an article's figures, given with the number of their sentence; and where a figure differs
    from a claim, and no other one leads to it, whether another one of the sentence or of the article is what
    the claim is told by:

    - told better elsewhere: how much more of the claim the sentence of one that agrees says, 0 to 1;
    - another suits better: how much more of the claim stands beside another figure of the sentence, 0 to 2;
    - another is nearer: how much more of the claim any other figure has around it, 0 to 2.
    """
    told: dict[str, Best] = defaultdict(lambda: NONE)
    around: dict[str, Best] = defaultdict(lambda: NONE)
    beside: dict[tuple[str, int], Best] = defaultdict(lambda: NONE)
    for at, sentence, claim, found in _found(rows):
        beside[claim, sentence] = _with(beside[claim, sentence], found.get("mass", 0.0), at)
        around[claim] = _with(around[claim], _around(found), at)
        if agreeing(found):
            told[claim] = _with(told[claim], found.get("sentence", 0.0), sentence)

    def of(at: int, sentence: int, claim: str, found: Evidence) -> Evidence:
        if agreeing(found):
            return found
        found = {**found, "another is nearer": max(0.0, _other(around[claim], at) - _around(found))}
        if not LED.isdisjoint(found):
            return found
        nearer = _other(beside[claim, sentence], at) - found.get("mass", 0.0)
        return {
            **found,
            "told better elsewhere": max(0.0, _other(told[claim], sentence) - found.get("sentence", 0.0)),
            "another suits better": max(0.0, nearer),
        }

    return [_each(clues, partial(of, at, sentence)) for at, (sentence, clues) in enumerate(rows)]


def _around(found: Evidence) -> float:
    """How much of a claim stands around a figure, 0 to 2."""
    return found.get("context", 0.0) + found.get("mass", 0.0) / 2


def _found(rows: Sequence[tuple[int, Clues]]) -> Iterator[tuple[int, int, str, Evidence]]:
    """Each figure's evidence for each claim, with the figure's number and its sentence's."""
    for at, (sentence, clues) in enumerate(rows):
        for claim, row in clues.items():
            if not isinstance(row, str):
                yield at, sentence, claim, row


def _with(best: Best, number: float, place: int) -> Best:
    """The two greatest, of different places, with one more."""
    same = [(value, where) for value, where in best if where == place]
    rest = [(value, where) for value, where in best if where != place]
    mine = max([(number, place), *same])
    first, second, *_ = sorted([mine, *rest, (0.0, -1)], reverse=True)
    return first, second


def _other(best: Best, place: int) -> float:
    """The greatest that was seen in another place."""
    (most, where), (next_most, _) = best
    return next_most if where == place else most
