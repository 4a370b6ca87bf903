"""The figure is right, but another source than the one named gave it.

Why: where sources differ, a figure stands or falls with who says so. The police's count told as the
organisers' misleads as much as a wrong one, and whoever asks the source named will hear another figure.

How: the article ascribes the figure to a source of its claim, the registry has it from another source only,
and something else from the one named, now and before. A source that the registry does not know, or from
which it has no value of the claim, may say what it likes, and whoever quotes the right source is right.

Registry:
    sources:
      police: {name: Ulmstead police, aliases: [the police]}
      union: {name: Dockers' Union, aliases: [the union]}
    claims:
      march:
        title: Dockers who marched in Ulmstead
        values: [{value: 2k, source: police}, {value: 5k, source: union}]

Flagged:
    According to the Ulmstead police, 5,000 dockers marched in Ulmstead.

Silent:
    According to the Dockers' Union, 5,000 dockers marched in Ulmstead.

    In Ulmstead 5,000 dockers marched, said the police, quoting the Dockers' Union.

What to do: name the source whose figure it is, or give the figure of the one named. Where that one has come
to say the same, add its value to the registry. Of a figure that has been replaced, too, `outdated` tells
both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from factcheck.check.ascribed import Ascribed, ascribed
from factcheck.check.scope import Checked
from factcheck.check.verdict import HOLDING, value_agrees
from factcheck.check.whose import speakers
from factcheck.check.wording import Told, expected, finding, registry, says
from factcheck.model import Claim, Finding, Mention, Severity

NAME = "misattributed"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure or date that holds, but is another source's than the one named."""
    for mention, whose in misattributed(mentions, checked):
        if mention.verdict in HOLDING:
            claim, day = checked.of(mention)
            yield finding(NAME, SEVERITY, mention, _told(mention, whose, claim, day), expected(claim, day))


def misattributed(mentions: Sequence[Mention], checked: Checked) -> Iterator[tuple[Mention, Ascribed]]:
    """The mentions that are ascribed to another source than gave them, and to whom.

    Where the source that did is named beside, it may be quoted or joined: only a swap, the other one's figure
    given as its own, tells that it is not. An article that gives it its figure elsewhere has both say so.
    """
    told: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        told[mention.path, mention.claim].append(mention)
    for mention in mentions:
        claim, day = checked.of(mention)
        whose = None if mention.beside is None else ascribed(mention, claim, day)
        if whose and _wrongly(mention, whose, told[mention.path, mention.claim], claim):
            yield mention, whose


def _wrongly(mention: Mention, whose: Ascribed, others: Sequence[Mention], claim: Claim) -> bool:
    owners = {owner.name for owner in whose.owners}
    given = {name for other in others for name in _given(other, owners, claim)}
    quoted = not owners.isdisjoint(mention.beside or ())
    return whose.speaker.name in given or (given.isdisjoint(owners) and not quoted)


def _given(mention: Mention, named: Set[str], claim: Claim) -> Iterator[str]:
    """The sources with a value of which a mention agrees that is ascribed to one of those named."""
    if any(source.name in named for source in speakers(mention.attribution, claim)):
        for value in claim.values:
            if value.source and value_agrees(mention, value, claim.tolerance):
                yield value.source.name


def _told(mention: Mention, whose: Ascribed, claim: Claim, day: str) -> Told:
    return Told(
        f"says {says(mention)} according to {whose.by}, whose figure is {whose.own.text}",
        registry(claim, day),
        f"name {whose.of}, or give the figure of {whose.by}",
    )
