"""The article gives a value that a newer one has replaced.

Why: a figure that was right last spring is copied from story to story long after its source
revised it. A sentence that dates itself to the older value's time ("at the end of 2024, 11,000 …")
is right and is not flagged.

Registry:
    claims:
      cases:
        title: Measles cases in the region
        values:
          - {value: 120, as_of: 2025-01-10, source: health agency}
          - {value: 340, as_of: 2025-03-02, source: health agency}

Flagged:
    The region counts 120 measles cases, the health agency said.

Silent:
    The region counts 340 measles cases, the health agency said.

    In January 2025, the region counted 120 measles cases, the health agency said.

What to do: give the current value, or say to which date the older one belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.ascribed import Ascribed
from factcheck.check.misattributed import misattributed
from factcheck.check.scope import Checked
from factcheck.check.verdict import value_agrees
from factcheck.check.wording import Told, expected, finding, says
from factcheck.compare.series import first_day
from factcheck.model import Claim, Finding, Mention, Severity

NAME = "outdated"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that agrees with an earlier value only."""
    wrong = {(mention.path, mention.start): whose for mention, whose in misattributed(mentions, checked)}
    for mention in mentions:
        if mention.verdict == NAME:
            claim, day = checked.of(mention)
            told = _told(mention, claim, day, wrong.get((mention.path, mention.start)))
            yield finding(NAME, SEVERITY, mention, told, expected(claim, day))


def _told(mention: Mention, claim: Claim, day: str, whose: Ascribed | None) -> Told:
    begun = [value for value in claim.values if not value.as_of or first_day(value.as_of) <= day]
    held = [value.as_of for value in begun if value_agrees(mention, value, claim.tolerance) and value.as_of]
    old = " of ".join((f"says {says(mention)}, an older value", *held[-1:]))
    if whose:
        old += f" and one of {whose.of}, not of {whose.by}"
    return Told(old, "give the newer one, or say when the older one held")
