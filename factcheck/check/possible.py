"""The article may say something else of a claim, but it is not sure that it speaks of it.

Why: a wrong figure looks little like the right one. Where its sentence tells of the claim, though not
plainly enough for an error, it is worth a look: nothing that could be wrong passes unseen, and an error
stays worth stopping for. Nothing else is said of such a figure, nor is it a side of a contradiction.

Registry:
    claims:
      evacuated:
        title: Residents evacuated from the valley
        values: [{value: 1200, source: prefecture}]

Flagged:
    In the valley, 14,700 residents slept in gyms.

Silent:
    In the valley, 1,200 residents slept in gyms.

What to do: see whether the figure is the claim's. If it is, mend it; if not, say so by an ignore, or add
a claim for what it counts. `certainty` in factcheck.toml sets how much doubt is told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.check.scope import Checked
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "possible"
SEVERITY: Severity = "info"


def check(_mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure, date or name that differs from a claim and may be about it."""
    for mention in checked.possible:
        claim, day = checked.of(mention)
        what = f"says {says(mention)}, perhaps of “{claim.title}”"
        told = Told(what, "if it is about that, correct it")
        yield finding(NAME, SEVERITY, mention, told, expected(claim, day))
