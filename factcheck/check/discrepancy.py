"""The article says otherwise than the registry.

Why: a figure, a date, a name or a statement that no value of its claim bears out, or only one that
came after the article, is the mistake that a reader remembers. A statement rated false or
misleading is flagged where it is repeated.

Registry:
    claims:
      goals: {title: Goals scored by Lina Marek this season, values: [{value: 31, source: the league}]}

Flagged:
    Lina Marek scored 13 goals this season, according to the league.

Silent:
    Lina Marek scored 31 goals this season, according to the league.

What to do: compare with the claim's source; correct the article or, where the source has a newer
value, add it to the registry. A figure in quotation marks weighs one severity less: mark it with
[sic] or tell the reader what is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.scope import Checked
from factcheck.check.verdict import value_agrees
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Claim, Finding, Mention, Severity

NAME = "discrepancy"
SEVERITY: Severity = "error"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that agrees with no value of its claim."""
    for mention in mentions:
        if mention.verdict == NAME:
            claim, day = checked.of(mention)
            yield finding(NAME, SEVERITY, mention, _told(mention, claim), expected(claim, day))


def _told(mention: Mention, claim: Claim) -> Told:
    if claim.kind == "statement":
        return Told("repeats a statement", "take it out, or tell the reader that it is wrong")
    later = next(
        (value.as_of for value in claim.values if value_agrees(mention, value, claim.tolerance)), None
    )
    if later:
        return Told(f"says {says(mention)} before {later}, since when it holds", "see which is meant")
    action = (
        "add [sic], or tell the reader what is right"
        if mention.quoted
        else "correct it, or bring the registry up to date"
    )
    return Told(f"says {says(mention)}", action)
