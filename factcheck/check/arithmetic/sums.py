"""Parts and their sum: `1,200 dead: 700 men, 300 women and 100 children`; `3,000 more, bringing the total to`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.arithmetic.line import Line
from factcheck.check.arithmetic.numbers import BIG, Reckoning, ends, meet, slack, step, written
from factcheck.language.units import dimension
from factcheck.model import Figure, Quantity

_FAR = 2.0
"""Parts and a whole that are so many times apart are of different things."""
_GAP = 9
"""How many words at most stand between two parts."""
_REACH = 12
"""How many words before a total "bringing" may stand."""
_LINES = 2
"""How many sentences back the total before it may stand."""


def sums(line: Line, before: Sequence[Line]) -> Iterator[Reckoning]:
    """The totals of a sentence that are not what their parts make; `before` are the sentences before it in
    its paragraph, the last one last."""
    told: set[int] = set()
    for at in range(len(line.figures)):
        for parts in (_listed(line, at), _added(line, at), _left(line, at)):
            if parts and not told & {at, *parts}:
                told |= {at, *parts}
                yield from _judged(line, at, parts)
        yield from _grown(line, at, before)
    yield from _hundred(line)


def adds_up(parts: Sequence[Quantity], total: Quantity) -> bool:
    """Whether parts make a total, as they are hedged and rounded."""
    every = (*parts, total)
    finest = min(map(step, every))
    loose = sum(slack(quantity) for quantity in every if step(quantity) > finest)
    if finest >= BIG or finest < 1 or dimension(total.unit) == "percentage":
        loose += len(every) / 2 * finest
    low, high = (sum(ends(part)[side] for part in parts) for side in (0, 1))
    return meet((low - loose, high + loose), ends(total))


def told(parts: Sequence[Quantity]) -> str:
    """`700 + 300 + 100 = 1,100`."""
    return f"{' + '.join(written(part.value) for part in parts)} = {written(sum(p.value for p in parts))}"


def _judged(line: Line, total: int, parts: Sequence[int]) -> Iterator[Reckoning]:
    whole, pieces = line.figures[total], [line.figures[at] for at in parts]
    yield from _unequal(whole, pieces)


def _unequal(whole: Figure, pieces: Sequence[Figure]) -> Iterator[Reckoning]:
    made = sum(piece.quantity.value for piece in pieces)
    near = whole.quantity.value > 0 and 1 / _FAR <= made / whole.quantity.value <= _FAR
    quantities = [piece.quantity for piece in pieces]
    if near and not adds_up(quantities, whole.quantity):
        yield Reckoning(whole, told(quantities), written(made), tuple(pieces))


def _fits(line: Line, total: int, parts: Sequence[int]) -> bool:
    amounts = all(line.is_amount(at) for at in (total, *parts))
    return len(parts) > 1 and amounts and line.alike(total, *parts)


def _run(line: Line, first: int) -> list[int]:
    """The figures of a list from one on, shares in brackets left out; nothing where it may go on."""
    run, joined = [first], False
    for at in range(first + 1, len(line.figures)):
        if line.is_share(at) and (line.bracketed(at) or line.equals(at)):
            continue
        raw = line.raw(at)
        if ")" in raw and "(" not in raw or "." in raw or ":" in raw:
            break
        if not _goes_on(line, at) or line.room(at, line.first(at)) > _GAP:
            return []
        joined = joined or _joins(line, at)
        run.append(at)
    return run if joined or ")" in line.text.prose[line.figures[run[-1]].outer_end : line.end] else []


def _goes_on(line: Line, at: int) -> bool:
    return bool({",", ";"} & set(line.raw(at))) or _joins(line, at)


def _joins(line: Line, at: int) -> bool:
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
    """Whether no other figure stands in a total's clause before it: not `3 medals in 2 days: 2 …`."""
    return total == 0 or bool({",", ";", ":", "—", "–"} & set(line.raw(total)))


def _added(line: Line, total: int) -> list[int]:
    """The parts before their total: `12 at home and 5 away, 17 in all`."""
    led = any(line.led(total, turn) is not None for turn in (line.turns.total, line.turns.equals))
    if total < 2 or not (led or line.trailed(total, line.turns.total_after)):
        return []
    parts = list(range(total))
    listed = all(_goes_on(line, at) and line.room(at, line.first(at)) <= _GAP for at in parts[1:])
    joined = any(_joins(line, at) for at in parts[1:])
    return parts if listed and joined and _fits(line, total, parts) else []


def _left(line: Line, whole: int) -> list[int]:
    """The parts of a whole the last of which is all that is left: `Of the 40, 25 … and the other 15 …`."""
    rest = next((at for at in range(whole + 2, len(line.figures)) if _is_rest(line, at)), None)
    if rest is None:
        return []
    parts = list(range(whole + 1, rest + 1))
    opened = line.opens(whole) or ":" in line.raw(whole + 1)
    inside = line.led(whole + 1, line.turns.including) is not None
    return parts if (opened or inside) and _fits(line, whole, parts) else []


def _is_rest(line: Line, at: int) -> bool:
    behind = any(line.turns.rest.at(line.text, i) for i in line.behind(at, 2))
    return behind or line.led(at, line.turns.rest) is not None or line.trailed(at, line.turns.rest)


def _hundred(line: Line) -> Iterator[Reckoning]:
    """`60 % said yes and the remaining 50 % no`: shares of which the last is all that is left."""
    places = [at for at in range(len(line.figures)) if line.is_share(at)]
    if len(places) < 2 or len(places) < len(line.figures) or not _is_rest(line, places[-1]):
        return
    figures = [line.figures[at] for at in places]
    if all(figure.role == "level" and figure.quantity.unit == "%" for figure in figures):
        quantities = [figure.quantity for figure in figures]
        if not adds_up(quantities, Quantity(100.0, None, "%")):
            wanted = f"{written(100 - sum(q.value for q in quantities[:-1]))} %"
            yield Reckoning(figures[-1], f"{told(quantities)} %, not 100 %", wanted, tuple(figures[:-1]))


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
    return verb is not None and any(text.word(i) in turns.totals for i in range(verb, end))


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
