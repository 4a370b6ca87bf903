"""The article contradicts itself.

Why: two figures for one thing in one article, which no date, no source and no correction tells
apart, leave the reader with neither.

Registry:
    claims:
      evacuated: {title: Residents evacuated from the valley, values: [{value: 1200, source: prefecture}]}

Flagged:
    In all, 1,200 residents of the valley were evacuated.
    The 2,100 evacuated residents of the valley slept in gyms.

Silent:
    In all, 1,200 residents of the valley were evacuated.
    The 1,200 evacuated residents of the valley slept in gyms.

What to do: keep the right one, or say what tells the two apart: another date, another source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.check.reconcile import clash
from factcheck.check.scope import Checked
from factcheck.check.wording import expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "contradiction"
SEVERITY: Severity = "error"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that does not go with an earlier one of its claim and its article."""
    earlier: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.path, mention.start)):
        before = earlier[mention.path, mention.claim]
        claim, day = checked.of(mention)
        against = [other for other in before if clash(other, mention, checked)]
        if against:
            first, wanted = against[0], expected(claim, day)
            what = f"says {says(mention)} here but {says(first)} in line {first.line}, registry {wanted}"
            yield finding(NAME, SEVERITY, mention, what, wanted, against)
        if not any(_same(mention, other) for other in before):
            before.append(mention)


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one to this rule: what goes with the one goes with the other."""
    return (one.value, one.qualifier, one.unit, one.periods, one.attribution, one.verdict) == (
        other.value,
        other.qualifier,
        other.unit,
        other.periods,
        other.attribution,
        other.verdict,
    )
