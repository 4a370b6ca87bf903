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
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from datetime import date

from factcheck.check.reconcile import Sentence, alike, by_sentence, clash, telling
from factcheck.check.scope import Checked
from factcheck.check.spellings import spellings
from factcheck.check.wording import Told, expected, finding, says
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
        differing = _differing(here, checked, beside)
        if differing:
            first = next((one for one in differing if one.verdict != "supported"), differing[0])
            rest = _nearest([one for one in differing if one is not first], first, checked)
            what = f"says {says(first)} here but {_elsewhere(rest)}"
            told = Told(what, "bring the articles into line, or date each figure")
            yield finding(NAME, SEVERITY, first, told, expected(*checked.of(first)), rest)
    yield from respelt(mentions, checked)


def respelt(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each unusual spelling of a name, at its first place, with all others of both."""
    for odd, usual in spellings(checked.holders, mentions, checked.claims.values()):
        first, *rest = [holder.mention for holder in odd.holders]
        others = [holder.mention for holder in usual.holders]
        near = sorted(others, key=lambda mention: mention.path != first.path)
        told = Told(f"says {says(first)} here but {_elsewhere(near)}", "spell the name in one way")
        yield finding(NAME, SEVERITY, first, told, related=[*near, *rest])


Groups = Mapping[Hashable, Sequence[Mention]]
"""Mentions of a claim, by article, that stand for one another: they say the same in the same way."""


def _differing(
    here: Sequence[Mention], checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> list[Mention]:
    """The mentions of a claim, given by article, that clash with one of another article though the registry
    said the same on both their days."""
    found = {
        id(one)
        for groups in _alike(here, checked, beside)
        for ones in groups.values()
        for one in _clashing(ones, groups, checked, beside)
    }
    return [one for one in here if id(one) in found]


def _alike(
    here: Sequence[Mention], checked: Checked, beside: Mapping[Sentence, Sequence[Mention]]
) -> Collection[Groups]:
    """The groups of mentions that may clash, apart by what the registry said on their articles' days."""
    held: dict[str, Hashable] = {}
    found: dict[Hashable, dict[Hashable, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in here:
        claim, day = checked.of(mention)
        if day not in held:
            held[day] = tuple(map(id, current(claim, day)))
        if (told := telling(mention, checked, beside)) is not None:
            found[held[day]][told].append(mention)
    return found.values()


def _clashing(
    ones: Sequence[Mention],
    groups: Groups,
    checked: Checked,
    beside: Mapping[Sentence, Sequence[Mention]],
) -> Collection[Mention]:
    """Those of a group that clash with one of another article."""
    found: dict[int, Mention] = {}
    for others in groups.values():
        pair = _of_two_articles(ones, others)
        if pair and clash(*pair, checked, beside):
            paths = {others[0].path, others[-1].path}
            found |= {id(one): one for one in ones if paths - {one.path}}
        if len(found) == len(ones):
            break
    return found.values()


def _of_two_articles(ones: Sequence[Mention], others: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """One of each, not both of one article; both are given by article."""
    pairs = ((ones[0], others[-1]), (ones[-1], others[0]))
    return next(((one, other) for one, other in pairs if one.path != other.path), None)


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
