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

from collections.abc import Iterator, Sequence, Set
from itertools import product

from factcheck.check.ascribed import Ascribed, ascribed
from factcheck.check.scope import Checked
from factcheck.check.verdict import HOLDING, value_agrees
from factcheck.check.whose import speakers
from factcheck.check.wording import Told, expected, finding, says
from factcheck.model import Claim, Finding, Mention, Severity

NAME = "misattributed"
SEVERITY: Severity = "warning"


def check(mentions: Sequence[Mention], checked: Checked) -> Iterator[Finding]:
    """One finding for each figure or date that holds, but is another source's than the one named."""
    for mention, whose in misattributed(mentions, checked):
        if mention.verdict in HOLDING:
            claim, day = checked.of(mention)
            yield finding(NAME, SEVERITY, mention, _told(mention, whose), expected(claim, day))


def misattributed(mentions: Sequence[Mention], checked: Checked) -> Iterator[tuple[Mention, Ascribed]]:
    """The mentions that are ascribed to another source than gave them, and to whom.

    Where the source that did is named beside, it may be quoted or joined: only a swap, the other one's figure
    given as its own, tells that it is not. An article that gives it its figure elsewhere has both say so.
    """
    doubtful = [mention for mention in mentions if mention.beside is not None]
    given: dict[tuple[str, str | None], set[tuple[str, str]]] = {(m.path, m.claim): set() for m in doubtful}
    for mention in mentions if doubtful else ():
        if (mention.path, mention.claim) in given:
            given[mention.path, mention.claim].update(_given(mention, checked.of(mention)[0]))
    for mention in doubtful:
        whose = ascribed(mention, *checked.of(mention))
        if whose and _wrongly(mention, whose, given[mention.path, mention.claim]):
            yield mention, whose


def _given(mention: Mention, claim: Claim) -> Iterator[tuple[str, str]]:
    """To whom a mention ascribes whose value, each by name."""
    for speaker in speakers(mention.attribution, claim):
        for value in claim.values:
            if value.source and value_agrees(mention, value, claim.tolerance):
                yield speaker.name, value.source.name


def _wrongly(mention: Mention, whose: Ascribed, given: Set[tuple[str, str]]) -> bool:
    owners = {owner.name for owner in whose.owners}
    swapped = any((owner, whose.speaker.name) in given for owner in owners)
    joined = not given.isdisjoint(product(owners, owners))
    return swapped or not (joined or owners & set(mention.beside or ()))


def _told(mention: Mention, whose: Ascribed) -> Told:
    return Told(
        f"says {says(mention)} according to {whose.by}, whose figure is {whose.own.text}",
        f"name {whose.of}, or give the figure of {whose.by}",
    )
