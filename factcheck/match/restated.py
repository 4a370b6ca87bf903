"""A figure in brackets behind another of its kind says it in another unit: "20 km (12.4 miles)"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.units import dimension
from factcheck.match.assign import Contest, swayed
from factcheck.match.setting import Setting

RESTATED = 3.0
"""What a claim gains, in logits, that got the figure which this one restates."""


def restated(contests: Sequence[Contest], setting: Setting) -> list[Contest]:
    """The contests of an article's figures, in order, the claim of the one before raised where a figure
    restates it."""
    prose, enough = setting.around.article.text, setting.bars.agreeing
    led = (_before(contests, number, prose, enough) for number in range(len(contests)))
    return [
        swayed(contest, "restates", {claim: RESTATED}) if claim else contest
        for contest, claim in zip(contests, led, strict=True)
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
