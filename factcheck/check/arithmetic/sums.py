"""Parts and their sum: `1,200 dead: 700 men, 300 women and 100 children`; `3,000 more, bringing the total
to 11,000`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import Reckoning, adds_up, told
from factcheck.check.arithmetic.parts import parts_of
from factcheck.model import Figure

_FAR = 2.0
"""Parts and a whole that are so many times apart are of different things."""
_REACH = 12
"""How many words before a total "bringing" may stand."""
_LINES = 2
"""How many sentences back the total before it may stand."""


def sums(line: Line, before: Sequence[Line]) -> Iterator[Reckoning]:
    """The totals of a sentence that are not what their parts make; `before` are the sentences before it, the
    last one last."""
    taken: set[int] = set()
    for at in range(len(line.figures)):
        for parts in parts_of(line, at):
            if taken.isdisjoint((at, *parts)):
                taken |= {at, *parts}
                yield from _unequal(line.figures[at], [line.figures[part] for part in parts])
        yield from _grown(line, at, before)


def _unequal(whole: Figure, pieces: Sequence[Figure]) -> Iterator[Reckoning]:
    made = sum(piece.quantity.value for piece in pieces)
    near = whole.quantity.value > 0 and 1 / _FAR <= made / whole.quantity.value <= _FAR
    quantities = [piece.quantity for piece in pieces]
    if near and not adds_up(quantities, whole.quantity):
        yield Reckoning(whole, told(quantities), tuple(pieces))


def _grown(line: Line, total: int, before: Sequence[Line]) -> Iterator[Reckoning]:
    """`3,000 more, bringing the total to 11,000`, after a total of 10,000."""
    added = total - 1
    if added < 0 or not (line.is_amount(added) and line.is_amount(total) and line.alike(added, total)):
        return
    if not _is_brought(line, total):
        return
    former = _former(line, added, total, before)
    if former is not None:
        yield from _unequal(line.figures[total], [former, line.figures[added]])


def _is_brought(line: Line, total: int) -> bool:
    """Whether "bringing the … total … to" leads to a figure."""
    text, turns = line.text, line.turns
    end = line.first(total) - 1
    if text.word(end) not in turns.to:
        return False
    words = range(max(line.last(total - 1) + 1, end - _REACH), end)
    verb = next((i for i in words if text.word(i) in turns.bringing), None)
    marks = (turns.more, turns.changed)
    more = (
        any(line.trailed(total - 1, mark) for mark in marks) or line.led(total - 1, turns.another) is not None
    )
    return verb is not None and (more or any(text.word(i) in turns.totals for i in range(verb, end)))


def _former(line: Line, added: int, total: int, before: Sequence[Line]) -> Figure | None:
    """The total before the addition: the one other figure of its kind in the sentence, or in those before."""
    own = [at for at in range(added) if line.is_amount(at) and line.alike(at, total)]
    behind = total + 1
    if behind < len(line.figures) and line.led(behind, line.turns.against) is not None:
        return line.figures[behind] if line.comparable(behind, total) else None
    if own:
        return line.figures[own[0]] if len(own) == 1 else None
    for earlier in reversed(before[-_LINES:]):
        there = [at for at in range(len(earlier.figures)) if _is_total(earlier, at, line, added, total)]
        if there:
            return earlier.figures[there[0]] if len(there) == 1 else None
    return None


def _is_total(earlier: Line, at: int, line: Line, added: int, total: int) -> bool:
    """Whether a figure of an earlier sentence counts what the addition does."""
    mine, theirs = line.figures[total].quantity, earlier.figures[at].quantity
    if not earlier.is_amount(at) or mine.unit != theirs.unit or theirs.value >= mine.value * _FAR:
        return False
    heads, words = {line.head(added), line.head(total)} - {""}, line.text.folded
    between = words[line.last(added) + 1 : line.first(total)]
    return not earlier.head(at) or not heads or earlier.head(at) in {*heads, *between}
