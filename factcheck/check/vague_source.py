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
from factcheck.check.unsourced import what_it_gives, without
from factcheck.check.wording import Told, expected, finding
from factcheck.model import Finding, Mention, Severity

NAME = "vague-source"
SEVERITY: Severity = "info"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure or statement whose source has no name."""
    for mention in without("vague", mentions):
        what = f"{what_it_gives(mention)} from a source without a name"
        told = Told(what, "name it, or say why it can't be named")
        yield finding(NAME, SEVERITY, mention, told, expected(*checked.of(mention)))
