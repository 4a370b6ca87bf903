"""The parts of a total that one sentence tells: behind it, in a bracket, before it, or what is left of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.check.arithmetic.line import Line
from factcheck.model import Figure

_GAP = 9
"""How many words at most stand between two parts."""
_TERSE = 4
"""How many words at most stand between two shares of one whole."""


def parts_of(line: Line, total: int) -> list[list[int]]:
    """The places of the figures that may be the parts of the figure number `total`, reading by reading."""
    ways = (_listed, _elliptic, _added, _left, _shared)
    return [parts for way in ways if (parts := way(line, total))]


def _fits(line: Line, total: int, parts: Sequence[int]) -> bool:
    """Whether parts are of a total's unit, which may be told once for all."""
    amounts = all(line.is_amount(at) for at in (total, *parts))
    unit = line.figures[total].quantity.unit
    return (
        len(parts) > 1
        and amounts
        and all(line.alike(total, at) or (unit is not None and _is_bare(line.figures[at])) for at in parts)
    )


def _is_bare(figure: Figure) -> bool:
    return figure.quantity.unit is None and figure.noun is None


def _run(line: Line, first: int) -> list[int]:
    """The figures of a list from one on, shares in brackets left out; nothing where it may go on."""
    run, joined = [first], False
    for at in range(first + 1, len(line.figures)):
        if line.is_share(at) and (line.bracketed(at) or line.equals(at)):
            continue
        raw = line.raw(at)
        if (")" in raw and "(" not in raw) or {".", ":"} & set(raw):
            break
        if not _goes_on(line, at) or line.room(at, line.first(at)) > _GAP:
            return []
        joined = joined or joins(line, at)
        run.append(at)
    closed = any(line.turns.closing.at(line.text, i) for i in line.behind(run[-1], 3))
    bracketed = ")" in line.text.prose[line.figures[run[-1]].outer_end : line.end]
    return run if joined or closed or bracketed else []


def _goes_on(line: Line, at: int) -> bool:
    return bool({",", ";"} & set(line.raw(at))) or joins(line, at)


def joins(line: Line, at: int) -> bool:
    """Whether "and" stands between a figure and the one before it."""
    return any(line.text.word(i) in line.turns.joins for i in range(line.last(at - 1) + 1, line.first(at)))


def _listed(line: Line, total: int) -> list[int]:
    """The parts that a total is broken down into: behind a colon, in a bracket, after "made up of"."""
    first = total + 1
    if first >= len(line.figures) or not _is_apart(line, total):
        return []
    raw = line.raw(first)
    divided = line.led(first, line.turns.divided)
    opened = ":" in raw or raw.rstrip().endswith(("(", "—", "–")) or "(" in raw
    if not opened and (divided is None or line.room(first, divided) > _GAP):
        return []
    run = _run(line, first)
    return run if _fits(line, total, run) else []


def _is_apart(line: Line, total: int) -> bool:
    """Whether no other figure stands in a total's clause before it, but for one that is known: not `3 medals
    in 2 days: 2 …`, but `the two dams yield 640 megawatts: 280 …`."""
    if total == 0 or {",", ";", ":", "—", "–"} & set(line.raw(total)):
        return True
    return line.text.word(line.first(total - 1) - 1) in line.turns.passed and total == 1


def _elliptic(line: Line, whole: int) -> list[int]:
    """The parts that follow their whole with its noun left out: `31 people, 22 on Saturday and 11 on Sunday`,
    or that are men and women; behind "of whom" only where they are more than it."""
    first = whole + 1
    if first >= len(line.figures) or not _is_apart(line, whole):
        return []
    inside = line.led(first, line.turns.including) is not None
    if line.apposed(whole) or line.led(whole, line.turns.including) is not None:
        return []  # one part of a list itself
    if not (inside or line.apposed(first)) or line.is_share(first):
        return []
    run = _run(line, first)
    if not _fits(line, whole, run) or _is_one_more(line, whole, run):
        return []
    if not (
        all(line.figures[at].noun is None for at in run)
        or all(line.head(at) in line.turns.halves for at in run)
    ):
        return []
    made = sum(line.figures[at].quantity.value for at in run)
    return [] if inside and made <= line.figures[whole].quantity.value else run


def _is_one_more(line: Line, whole: int, run: Sequence[int]) -> bool:
    """Whether a figure has a place of its own as each behind it has one, and is no whole of theirs: `in
    Leeds there were 204 wins, 74 in Hull and 45 in York`."""
    led = {line.text.word(line.last(at) + 1) for at in run}
    before = range(bisect_left(line.text.starts, line.start), line.first(whole) - 1)
    placed = (i for i in before if len(led) == 1 and line.text.word(i) in led)
    return any(line.text.prose[line.text.starts[i + 1]].isupper() for i in placed)


def _added(line: Line, total: int) -> list[int]:
    """The parts before their total: `12 at home and 5 away, 17 in all`."""
    led = any(line.led(total, turn) is not None for turn in (line.turns.total, line.turns.equals))
    if total < 2 or not (led or line.trailed(total, line.turns.total_after)):
        return []
    parts = list(range(_counted(line, total), total))
    listed = all(_goes_on(line, at) and line.room(at, line.first(at)) <= _GAP for at in parts[1:])
    joined = any(joins(line, at) for at in parts[1:])
    two = len(parts) == 2 and _is_adding(line)
    return parts if (two or (listed and joined)) and _fits(line, total, parts) else []


def _counted(line: Line, total: int) -> int:
    """1 where the first figure only tells how many parts there are: `the two towns have 12,000 and 9,000`."""
    told = total > 2 and line.text.word(line.first(0) - 1) in line.turns.passed
    return int(told and line.figures[0].quantity.value == total - 1)


def _is_adding(line: Line) -> bool:
    """Whether a sentence says that its two first figures are added: `on top of the 10,000, 3,000`."""
    words = range(bisect_left(line.text.starts, line.start), line.first(1))
    return any(line.turns.adding.at(line.text, i) for i in words)


def _left(line: Line, whole: int) -> list[int]:
    """The parts of a whole the last of which is all that is left: `Of the 40, 25 … and the other 15 …`."""
    if whole == 1 and len(line.figures) > 2 and line.is_of(1) and is_rest(line, 2):
        return [0, 2] if _fits(line, 1, [0, 2]) else []
    if whole == 1 and len(line.figures) == 3 and line.is_of(1) and _is_terse(line, 2):
        more = line.figures[0].quantity.value + line.figures[2].quantity.value
        return [0, 2] if more > line.figures[1].quantity.value and _fits(line, 1, [0, 2]) else []
    rest = next((at for at in range(whole + 2, len(line.figures)) if is_rest(line, at)), None)
    if rest is None:
        return []
    parts = list(range(whole + 1, rest + 1))
    opened = line.opens(whole) or ":" in line.raw(whole + 1)
    inside = line.led(whole + 1, line.turns.including) is not None
    return parts if (opened or inside) and _fits(line, whole, parts) else []


def _is_terse(line: Line, at: int) -> bool:
    """Whether a figure ends its sentence behind a comma and a few words: `…, the opposition 58.`"""
    figure = line.figures[at]
    after = line.text.prose[figure.outer_end : line.end].strip()
    return (
        figure.noun is None and "," in line.raw(at) and len(line.raw(at).split()) <= 6 and after in {".", ""}
    )


def _shared(line: Line, whole: int) -> list[int]:
    """The parts of a whole that opens its sentence, where they are more: `Of the 45 seats, 20 go to the left,
    15 to the right and 12 to the centre`."""
    first = whole + 1
    if first >= len(line.figures) or not line.opens(whole) or line.is_share(first):
        return []
    run = _run(line, first)
    terse = all(line.room(at, line.first(at)) <= _TERSE for at in run[1:])
    if not terse or not _fits(line, whole, run) or any(line.figures[at].noun for at in run):
        return []
    made = sum(line.figures[at].quantity.value for at in run)
    return run if made > line.figures[whole].quantity.value else []


def is_rest(line: Line, at: int) -> bool:
    """Whether a figure counts what is left of a whole: `the other 15`, `120 are left`."""
    behind = any(line.turns.rest.at(line.text, i) for i in line.behind(at, 2))
    return behind or line.led(at, line.turns.rest) is not None or line.trailed(at, line.turns.rest)
