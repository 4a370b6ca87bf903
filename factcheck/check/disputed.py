"""The article gives one of several competing values and does not say whose it is.

Why: where sources disagree, a bare figure takes sides without telling the reader. A statement rated
unproven is flagged here too.

Registry:
    claims:
      crowd:
        title: Demonstrators in the capital on Sunday
        values: [{value: 40k, source: police}, {value: 90k, source: organisers}]

Flagged:
    Some 90,000 demonstrators marched in the capital on Sunday.

Silent:
    Some 90,000 demonstrators marched in the capital on Sunday, according to the organisers.

What to do: name the source of the figure, or give both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.misattributed import misattributed
from factcheck.check.scope import Checked
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "disputed"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention of a claim with competing current values that does not say whose it is;
    of one that says it wrongly, `misattributed` tells."""
    wrong = {(mention.path, mention.start) for mention, _ in misattributed(mentions, checked)}
    for mention in mentions:
        if mention.verdict == NAME and (mention.path, mention.start) not in wrong:
            claim, day = checked.of(mention)
            yield finding(NAME, SEVERITY, mention, _told(mention), expected(claim, day))


def _told(mention: Mention) -> Told:
    if mention.kind == "statement":
        return Told("repeats a statement", "say so, or leave it out")
    what = f"says {says(mention)} but not according to whom"
    return Told(what, "name the source of the figure, or give both")
