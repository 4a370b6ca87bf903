"""The article contradicts itself.

Why: two figures for one thing in one article, which no date, no source and no correction tells
apart, leave the reader with neither.

Registry:
    claims:
      evacuated: {title: Residents evacuated from the valley, values: [{value: 1200, source: prefecture}]}

Flagged:
    In all, 1,200 residents of the valley were evacuated.
    The 2,100 evacuated residents of the valley slept in gyms.

Silent:
    In all, 1,200 residents of the valley were evacuated.
    The 1,200 evacuated residents of the valley slept in gyms.

What to do: keep the right one, or say what tells the two apart: another date, another source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from factcheck.check.reconcile import by_sentence, clash
from factcheck.check.scope import Checked
from factcheck.check.wording import expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "contradiction"
SEVERITY: Severity = "error"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that does not go with an earlier one of its claim and its article."""
    earlier: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    beside = by_sentence(mentions)
    for mention in sorted(mentions, key=lambda mention: (mention.path, mention.start)):
        before = earlier[mention.path, mention.claim]
        against = [other for other in before if clash(other, mention, checked, beside)]
        if against:
            wanted, first = expected(*checked.of(mention)), against[0]
            what = f"says {says(mention)} here but {says(first)} {_where(first, mention)}, registry {wanted}"
            yield finding(NAME, SEVERITY, mention, what, wanted, against)
        if not any(_TOLD(mention) == _TOLD(other) for other in before):
            before.append(mention)


_TOLD = attrgetter(
    "value", "qualifier", "unit", "periods", "attribution", "verdict", "superseded", "sentence_start"
)
"""What this rule looks at: of mentions that are alike in it, the first stands for all."""


def _where(first: Mention, mention: Mention) -> str:
    """Where the earlier mention stands, as seen from the later one."""
    if first.sentence_start == mention.sentence_start:
        return "earlier in this sentence"
    return "earlier in this line" if first.line == mention.line else f"in line {first.line}"
