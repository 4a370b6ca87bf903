"""What sets competing claims apart: which of them a figure stands nearest to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from factcheck.match.index import Entry

FULL = 4.0
"""A lead of so much weight is as much as can be."""


def leads(entries: Sequence[Entry], fades: Mapping[str, float]) -> dict[str, float]:
    """By claim, how much nearer to the figure, 0 to 2, the words stand that a rival has and the claim lacks
    than those that only the claim has; `fades` gives how near each word of the clause stands."""
    held = [
        {key: entry.keys[key] * fades[key] for key in entry.keys.keys() & fades.keys()} for entry in entries
    ]
    totals = ((sum(theirs.values()), theirs, rival) for theirs, rival in zip(held, entries, strict=True))
    near = sorted((row for row in totals if row[1]), key=itemgetter(0), reverse=True)
    return {entry.claim.id: _most(mine, entry, near) for mine, entry in zip(held, entries, strict=True)}


def _most(
    mine: Mapping[str, float], entry: Entry, near: Sequence[tuple[float, Mapping[str, float], Entry]]
) -> float:
    """The greatest lead of any rival, given with all that it holds, the most first: none leads by more."""
    most = 0.0
    for total, theirs, rival in near:
        if total / 2 * (1 + 1e-9) <= most:
            break
        most = max(most, _lead(mine, entry, theirs, rival))
    return most


def _lead(mine: Mapping[str, float], entry: Entry, theirs: Mapping[str, float], rival: Entry) -> float:
    ahead = sum(weight for key, weight in theirs.items() if key not in entry.keys)
    behind = sum(weight for key, weight in mine.items() if key not in rival.keys)
    return min(FULL, max(0.0, ahead - behind)) / 2
