"""Which claim gets a reading: claims compete, the best wins by a margin or nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from factcheck.compare.agree import agree
from factcheck.match.evidence import Evidence
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry
from factcheck.match.score import Model, chance, parts
from factcheck.match.setting import Setting
from factcheck.model import Figure, Span

ENOUGH = 0.32
"""The score that a claim needs to get a figure that agrees with a value of its."""
DIFFERING = 0.4
"""The score that it needs to get one that agrees with none: better a flag too few than a wrong one."""
MARGIN = 2.0
"""How many times the odds of the next claim its own odds must be."""
AGAIN = 0.55
"""The score that a claim needs to get a second figure of one sentence that differs from the first."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One figure, its clause, and the claims that compete for it, best first."""

    reading: Figure
    clause: Span
    weighed: tuple[Weighed, ...]


def weigh(
    entries: Iterable[Entry],
    clause: Span,
    setting: Setting,
    clues: Callable[[Entry], Evidence | None],
    model: Model,
) -> tuple[Weighed, ...]:
    """Every claim's score for one reading in `clause`, best first; `clues` is None for another unit."""
    stems = setting.stems(clause)
    rows = (_weighed(entry, stems, setting, clues, model) for entry in entries)
    return tuple(sorted(rows, key=lambda row: (-row.score, row.claim)))


def _weighed(
    entry: Entry,
    stems: Sequence[str],
    setting: Setting,
    clues: Callable[[Entry], Evidence | None],
    model: Model,
) -> Weighed:
    phrase = setting.matcher.excluded(entry, stems, setting.around.vocabulary)
    if phrase is not None:
        return Weighed(entry.claim.id, 0.0, note=f"excluded by `{phrase}`")
    found = clues(entry)
    if found is None:
        return Weighed(entry.claim.id, 0.0, note="another unit")
    gains = parts(found, model)
    return Weighed(entry.claim.id, chance(model[0] + sum(gains.values())), tuple(gains.items()))


def award(contests: Sequence[Contest]) -> dict[int, Weighed]:
    """Who wins the readings of one sentence, by their number: the best pair first, and so on down.

    A claim gets a second figure of the sentence only where the two agree or its score is high.
    """
    taken: dict[str, list[int]] = {}
    won: dict[int, Weighed] = {}
    pairs = [(row, number) for number, contest in enumerate(contests) for row in contest.weighed[:3]]
    for row, number in sorted(pairs, key=lambda pair: (-pair[0].score, pair[1])):
        if number in won or row.score < _enough(row) or _too_close(contests[number], row, taken):
            continue
        others = taken.get(row.claim, [])
        if row.score < AGAIN and any(not _alike(contests[number], contests[other]) for other in others):
            continue
        won[number] = row
        taken.setdefault(row.claim, []).append(number)
    return won


def _enough(row: Weighed) -> float:
    return ENOUGH if any(name.startswith("agrees") for name, _ in row.parts) else DIFFERING


def _alike(one: Contest, other: Contest) -> bool:
    return agree(one.reading.quantity, other.reading.quantity)


def _too_close(contest: Contest, row: Weighed, taken: Mapping[str, list[int]]) -> bool:
    rivals = (other for other in contest.weighed if other.claim != row.claim and other.claim not in taken)
    return too_close(row.score, max((rival.score for rival in rivals), default=0.0))


def too_close(best: float, next_best: float) -> bool:
    """Whether two scores are too near each other to prefer one, by their odds."""
    return best * (1 - next_best) < MARGIN * next_best * (1 - best)
