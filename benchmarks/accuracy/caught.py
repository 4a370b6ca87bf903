"""What share of mistakes is caught, and how many alarms are false: the other side of F1.

caught    mistakes of which a sure mention of their claim is judged a discrepancy, or outdated
seen      the same with the possible ones
alarms    sure mentions of right articles judged so that no label bears out, in 100 sentences
maybe     possible mentions of right articles that no label bears out, in 100 sentences
trust     the share of the sure mentions judged so, in all articles, that labels bear out
worth it  the same of the possible ones

Intervals hold 95 % of what articles drawn anew from those that there are come to (Efron, "Bootstrap
methods: another look at the jackknife", 1979).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy.gold import WRONG, Labelled, Topic, meet
from benchmarks.accuracy.mistakes import KINDS, Mistake, mistakes
from factcheck.model import Mention
from factcheck.read.article import read_article
from factcheck.run.article import ScanOptions, Tools

DRAWS = 400
SHARES = {
    **{f"caught: {kind}": (f"caught {kind}", kind, 1.0) for kind in KINDS},
    "caught: all": ("caught", "mistakes", 1.0),
    "seen: all": ("seen", "mistakes", 1.0),
    "alarms": ("alarms", "sentences", 100.0),
    "maybe": ("maybe", "sentences", 100.0),
    "trust": ("true", "flags", 1.0),
    "worth it": ("true maybe", "maybes", 1.0),
}
"""Each measure: what is counted, of what, and in how many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one article came to, by name of what is counted."""

    half: str
    counts: Mapping[str, int]


def tallies(topics: Sequence[Topic]) -> Iterator[Tally]:
    """The tally of each article. Raises ReadError where one cannot be read."""
    for topic in topics:
        tools = Tools(topic.registry, ScanOptions())
        wrong: dict[str, list[Mistake]] = defaultdict(list)
        for mistake in mistakes(topic):
            wrong[mistake.article.path.name].append(mistake)
        for article in topic.articles:
            counts = _alarms(article, tools)
            for mistake in wrong[article.path.name]:
                counts.update(_tried(mistake, tools))
            yield Tally(topic.half, counts)


def _tried(mistake: Mistake, tools: Tools) -> Counter[str]:
    """One mistake: whether it is caught, and whether it is seen."""
    found = tools.check(read_article(str(mistake.article.path), mistake.text.encode())).mentions
    here = [m for m in found if m.claim == mistake.claim and meet((m.start, m.end), mistake.span)]
    caught = any(mention.certainty == "sure" and mention.verdict in WRONG for mention in here)
    seen = caught or any(mention.certainty == "possible" for mention in here)
    return Counter(
        {"mistakes": 1, mistake.kind: 1, f"caught {mistake.kind}": caught, "caught": caught, "seen": seen}
    )


def _alarms(article: Labelled, tools: Tools) -> Counter[str]:
    """The flags on an article as it is: which of them are borne out."""
    done = tools.check(read_article(str(article.path), article.path.read_bytes()))
    edited = "-edited" in article.path.name
    counts = Counter({"sentences": 0 if edited else done.summary.sentences})
    for mention in done.mentions:
        sure = mention.certainty == "sure"
        if mention.start < article.body or (sure and mention.verdict not in WRONG):
            continue
        true = _borne_out(mention, article)
        counts.update({"flags" if sure else "maybes": 1, "true" if sure else "true maybe": true})
        counts["alarms" if sure else "maybe"] += not (true or edited)
    return counts


def _borne_out(mention: Mention, article: Labelled) -> bool:
    return any(
        label.claim == mention.claim and label.verdict in WRONG
        for label in article.labels
        if meet((mention.start, mention.end), (label.start, label.end))
    )


def table(found: Sequence[Tally]) -> Iterator[str]:
    """The measures of each half, with their intervals."""
    halves = list(dict.fromkeys(tally.half for tally in found))
    yield f"{'':<18}" + "".join(f"{half:>28}" for half in halves)
    for name in SHARES:
        cells = (_cell(name, [tally for tally in found if tally.half == half]) for half in halves)
        yield f"{name:<18}" + "".join(f"{cell:>28}" for cell in cells)


def _cell(name: str, found: Sequence[Tally]) -> str:
    """`0.61 (0.55-0.67) of 412`: a measure, where 95 % of the draws lie, and how many it is of."""
    value = _share(name, found)
    if value is None:
        return "-"
    chance = random.Random(name)
    drawn = (_share(name, chance.choices(found, k=len(found))) for _ in range(DRAWS))
    spread = sorted(share for share in drawn if share is not None)
    low, high = spread[len(spread) // 40], spread[-1 - len(spread) // 40]
    whole = sum(tally.counts.get(SHARES[name][1], 0) for tally in found)
    return f"{value:.2f} ({low:.2f}-{high:.2f}) of {whole}"


def _share(name: str, found: Sequence[Tally]) -> float | None:
    part, whole, times = SHARES[name]
    total = sum(tally.counts.get(whole, 0) for tally in found)
    return times * sum(tally.counts.get(part, 0) for tally in found) / total if total else None
