"""Articles of one scan contradict one another, or spell a name in two ways.

Why: two stories of one day, or a story and the sidebar beside it, are read together. Figures that
were each right on their article's day, or that name different sources, are not flagged.

A person's name that is spelt in two ways, in one article or in several of one language, is flagged where
the rest of the name and the office beside it agree (`minister`, `coach of Lorne`); no registry is needed.

Registry:
    claims:
      evacuated: {title: Residents evacuated from the valley, values: [{value: 1200, source: prefecture}]}

Flagged:
    In all, 1,200 residents were evacuated from the valley.
    ---
    In all, 2,100 residents were evacuated from the valley.

    The prefect, Viktor Goremykin, flew over the valley.
    ---
    Viktor Goremykine, the prefect, flew over the valley.

Silent:
    In all, 1,200 residents were evacuated from the valley.
    ---
    Some 1,200 residents were evacuated from the valley.

What to do: bring the articles into line, or say in each to which date or source its figure belongs. A
name that has two right spellings has both in the registry (`also`), and is flagged no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from factcheck.check.reconcile import Sentence, alike, by_sentence, clash
from factcheck.check.scope import Checked
from factcheck.check.spellings import spellings
from factcheck.check.wording import Told, expected, finding, registry, says
from factcheck.compare.series import current
from factcheck.model import Finding, Mention, Severity

NAME = "divergence"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each claim on which articles differ, at the first that is wrong, with all places."""
    beside = by_sentence(mentions)
    by_claim: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda mention: (mention.path, mention.start)):
        by_claim[mention.claim or ""].append(mention)
    for name in sorted(by_claim):
        here = by_claim[name]
        if here[0].path == here[-1].path:
            continue
        differing = [one for one in here if any(_apart(one, other, checked, beside) for other in here)]
        if differing:
            first = next((one for one in differing if one.verdict != "supported"), differing[0])
            rest = _nearest([one for one in differing if one is not first], first, checked)
            what = f"says {says(first)} here but {_elsewhere(rest)}"
            about = checked.of(first)
            told = Told(what, registry(*about), "bring the articles into line, or date each figure")
            yield finding(NAME, SEVERITY, first, told, expected(*about), rest)
    yield from _respelt(mentions, checked)


def _respelt(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each unusual spelling of a name, at its first place, with all others of both."""
    for odd, usual in spellings(checked.holders, mentions, checked.claims.values()):
        first, *rest = [holder.mention for holder in odd.holders]
        others = [holder.mention for holder in usual.holders]
        near = sorted(others, key=lambda mention: mention.path != first.path)
        told = Told(f"says {says(first)} here but {_elsewhere(near)}", "", "spell the name in one way")
        yield finding(NAME, SEVERITY, first, told, "", [*near, *rest])


def _apart(
    one: Mention, other: Mention, checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> bool:
    """Whether mentions of two articles clash though the registry said the same on both their days."""
    if one.path == other.path:
        return False
    (claim, day), (_, other_day) = checked.of(one), checked.of(other)
    return current(claim, day) == current(claim, other_day) and clash(one, other, checked, beside)


def _nearest(rest: Sequence[Mention], here: Mention, checked: Checked) -> list[Mention]:
    """The other places: those that say otherwise first, of the articles nearest in time."""
    claim, day = checked.of(here)

    def far(mention: Mention) -> tuple[bool, int]:
        apart = date.fromisoformat(checked.of(mention)[1]) - date.fromisoformat(day)
        return alike(mention, here, claim) or mention.path == here.path, abs(apart.days)

    return sorted(rest, key=far)


def _elsewhere(rest: Sequence[Mention]) -> str:
    """What the nearest of the other places says, the others counted."""
    near, others = rest[0], len(rest) - 1
    more = f" (and {others} more {'place' if others == 1 else 'places'})" if others else ""
    return f"{says(near)} in {near.path}:{near.line}{more}"
