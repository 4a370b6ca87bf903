"""Articles of one scan contradict one another.

Why: two stories of one day, or a story and the sidebar beside it, are read together. Figures that
were each right on their article's day, or that name different sources, are not flagged.

Registry:
    claims:
      evacuated: {title: Residents evacuated from the valley, values: [{value: 1200, source: prefecture}]}

Flagged:
    In all, 1,200 residents were evacuated from the valley.
    ---
    In all, 2,100 residents were evacuated from the valley.

Silent:
    In all, 1,200 residents were evacuated from the valley.
    ---
    Some 1,200 residents were evacuated from the valley.

What to do: bring the articles into line, or say in each to which date or source its figure belongs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.check.reconcile import alike, clash
from factcheck.check.scope import Checked
from factcheck.check.series import current
from factcheck.check.wording import expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "divergence"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each claim on which articles differ, at the first that is wrong, with all places."""
    by_claim: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.path, mention.start)):
        by_claim[mention.claim or ""].append(mention)
    for name in sorted(by_claim):
        here = by_claim[name]
        differing = [one for one in here if any(_apart(one, other, checked) for other in here)]
        if differing:
            first = next((one for one in differing if one.verdict != "supported"), differing[0])
            rest = [one for one in differing if one is not first]
            wanted = expected(*checked.of(first))
            what = f"the articles differ: {_values(differing, checked)}, registry {wanted}"
            yield finding(NAME, SEVERITY, first, what, wanted, rest)


def _apart(one: Mention, other: Mention, checked: Checked) -> bool:
    """Whether mentions of two articles clash though the registry said the same on both their days."""
    if one.path == other.path:
        return False
    (claim, day), (_, other_day) = checked.of(one), checked.of(other)
    return current(claim, day) == current(claim, other_day) and clash(one, other, checked)


def _values(mentions: Sequence[Mention], checked: Checked) -> str:
    """The values that differ, each once: of those that agree, the first."""
    told: list[Mention] = []
    for mention in mentions:
        if not any(alike(mention, other, checked.of(mention)[0]) for other in told):
            told.append(mention)
    return " / ".join(map(says, told))
