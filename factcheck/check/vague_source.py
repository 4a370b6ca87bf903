"""Somebody is said to say so, but nobody is named.

Why: "sources", "officials", "experts", "on estime que" or a bare French conditional tell the reader
that the newsroom did not check, and leave nobody to check with.

Registry:
    claims:
      budget: {title: Budget of the new tram line, values: [{value: €250M, source: city council}]}

Flagged:
    The new tram line's budget is 250 million euros, according to sources.

Silent:
    The new tram line's budget is 250 million euros, according to the city council.

What to do: name the source, or say why it can't be named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.scope import Checked
from factcheck.check.unsourced import without
from factcheck.check.wording import expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "vague-source"
SEVERITY: Severity = "info"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure or statement whose source has no name."""
    for mention in without("vague", mentions):
        wanted = expected(*checked.of(mention))
        what = "the statement" if mention.kind == "statement" else says(mention)
        yield finding(NAME, SEVERITY, mention, f"the source of {what} has no name, registry {wanted}", wanted)
