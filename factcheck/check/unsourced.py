"""Nobody is named as saying so.

Why: a figure or a statement that others must be able to check needs its source in the sentence, or
in a neighbouring one that plainly goes on with it. A body that only acts (sends, pays, plans) is no
source. Dates and names need none, nor does a headline whose text below names it.

Registry:
    claims:
      budget: {title: Budget of the new tram line, values: [{value: €250M, source: city council}]}

Flagged:
    The new tram line's budget is 250 million euros.

Silent:
    The new tram line's budget is 250 million euros, the city council said.

What to do: name who says so, or link the figure to where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.scope import Checked
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "unsourced"
SEVERITY: Severity = "warning"
NEED_A_SOURCE = ("quantity", "statement")


def without(status: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that need a source and have an attribution of this status; a headline is excused
    where the text below it takes its claim up."""
    below = {(mention.path, mention.claim) for mention in mentions if not mention.headline}
    for mention in mentions:
        needs = mention.kind in NEED_A_SOURCE and not (
            mention.headline and (mention.path, mention.claim) in below
        )
        if needs and mention.attribution and mention.attribution.status == status:
            yield mention


def what_it_gives(mention: Mention) -> str:
    """`gives 11 000`, or that a statement is repeated."""
    return "repeats a statement" if mention.kind == "statement" else f"gives {says(mention)}"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure or statement that nobody is named as saying."""
    for mention in without("unsourced", mentions):
        told = Told(f"{what_it_gives(mention)} without a source", "name who says so")
        yield finding(NAME, SEVERITY, mention, told, expected(*checked.of(mention)))
