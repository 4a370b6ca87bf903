"""Figures of an article do not add up.

Why: a total that is not the sum of its parts, a share that is not what the two figures make, a rise
from 120 to 150 that is no 20 %: of three figures one is wrong, and no registry is needed to see it.

How: parts and their total, in a sentence or a table; shares, changes, rates and means told beside what
they are reckoned from; conversions in brackets; ages beside a birth, durations beside their dates;
days that there are not, and weekdays that are not their date's. Figures are rounded and hedged here as
they are against the registry, so that `about 11,000` may be 10,400.

Registry:
    claims:
      pupils: {title: Pupils of the Ulmstead schools, values: [{value: 11000, source: the town}]}

Flagged:
    The storm closed 12 roads: 7 in the north and 4 in the south.

    Membership rose from 120 to 150, up 20%.

    The fair opens on Tuesday 5 June 2024.

Silent:
    According to the town, the Ulmstead schools have 11,000 pupils: 6,000 boys and 5,000 girls.

What to do: see which of the figures is wrong, and correct it. Where all are right, say what is not told:
another day, a part that is left out, rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.scope import Checked
from factcheck.check.wording import Told, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "arithmetic"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:  # noqa: ARG001
    """One finding for each figure or date that does not follow from others of its article."""
    for sum_ in checked.sums:
        told = Told(f"says {says(sum_.mention)}, but {sum_.told}", "correct whichever is wrong")
        yield finding(NAME, SEVERITY, sum_.mention, told, related=sum_.others)
