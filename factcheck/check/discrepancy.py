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
from factcheck.check.wording import expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "discrepancy"
SEVERITY: Severity = "error"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that agrees with no value of its claim."""
    for mention in mentions:
        if mention.verdict == NAME:
            claim, day = checked.of(mention)
            wanted = expected(claim, day)
            verb = (
                "repeats a statement rated"
                if claim.kind == "statement"
                else f"says {says(mention)}, registry"
            )
            yield finding(NAME, SEVERITY, mention, f"{verb} {wanted}", wanted)
