"""A figure in brackets behind another of its kind says it in another unit: "20 km (12.4 miles)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.language.units import dimension
from factcheck.match.assign import Contest
from factcheck.match.score import raised
from factcheck.match.setting import Setting

RESTATED = 3.0
"""What a claim gains, in logits, that got the figure which this one restates."""


def restated(contests: Sequence[Contest], setting: Setting) -> list[Contest]:
    """The contests of an article's figures, in order, the claim of the one before raised where a figure
    restates it."""
    prose, enough = setting.around.article.text, setting.bars.agreeing
    return [
        _raised(contest, _before(contests, number, prose, enough)) for number, contest in enumerate(contests)
    ]


def _before(contests: Sequence[Contest], number: int, prose: str, enough: float) -> str | None:
    """The claim of the figure that this one restates."""
    if number == 0:
        return None
    before, this = contests[number - 1], contests[number].reading
    gap = prose[before.reading.end : this.start]
    same = dimension(before.reading.quantity.unit) == dimension(this.quantity.unit) != "count"
    if same and "(" in gap and len(gap) < 12 and before.weighed and before.weighed[0].score >= enough:
        return before.weighed[0].claim
    return None


def _raised(contest: Contest, claim: str | None) -> Contest:
    if claim is None:
        return contest
    rows = (
        raised(row, "restates", RESTATED) if row.claim == claim and not row.note else row
        for row in contest.weighed
    )
    return replace(contest, weighed=tuple(sorted(rows, key=lambda row: (-row.score, row.claim))))
