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
from factcheck.check.verdict import HOLDING
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Finding, Mention, Severity

NAME = "contradiction"
SEVERITY: Severity = "error"
MOST = 30
"""A mention is held against so many earlier ones of its claim and article, and a finding names so many, at
most."""


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each mention that does not go with another of its claim and its article.

    Of two, the one that the registry does not bear out is flagged, else the later one."""
    placed = sorted(mentions, key=lambda mention: (mention.path, mention.start))
    against: dict[int, list[Mention]] = defaultdict(list)
    for early, late in _pairs(placed, checked):
        borne_out = placed[early].verdict in HOLDING or placed[late].verdict not in HOLDING
        flagged, other = (late, early) if borne_out else (early, late)
        if len(against[flagged]) < MOST:
            against[flagged].append(placed[other])
    for at, others in sorted(against.items()):
        mention, first = placed[at], others[0]
        what = f"says {says(mention)} here but {says(first)} {_where(first, mention)}"
        told = Told(what, "keep the right one, or say what tells them apart")
        yield finding(NAME, SEVERITY, mention, told, expected(*checked.of(mention)), others)


def _pairs(placed: Sequence[Mention], checked: Checked) -> Iterator[tuple[int, int]]:
    """Where two mentions that clash stand in `placed`, the earlier one first."""
    before: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    beside = by_sentence(placed)
    for late, mention in enumerate(placed):
        told = before[mention.path, mention.claim]
        other = (early for early in told if not _same(placed[early], mention))
        yield from ((early, late) for early in other if clash(placed[early], mention, checked, beside))
        if len(told) < MOST and not any(_TOLD(mention) == _TOLD(placed[early]) for early in told):
            told.append(late)


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions plainly say the same: a quick no to whether they clash."""
    return one.value == other.value and one.quantity == other.quantity


_TOLD = attrgetter("value", "quantity", "periods", "attribution", "verdict", "superseded", "sentence_start")
"""What this rule looks at: of mentions that are alike in it, the first stands for all."""


def _where(other: Mention, mention: Mention) -> str:
    """Where the other mention stands, as seen from the one that is flagged."""
    way = "earlier" if other.start < mention.start else "later"
    if other.sentence_start == mention.sentence_start:
        return f"{way} in this sentence"
    if other.line != mention.line:
        return f"in {other.place or f'line {other.line}'}"
    return f"{way} in this {'line' if mention.place.startswith('line') else 'paragraph'}"
