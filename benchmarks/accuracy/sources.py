"""How often it is told rightly who says so: at every labelled mention, whether matching finds it or not."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.accuracy.gold import Topic
from factcheck.check.article import speaks
from factcheck.read.article import read_article
from factcheck.run.article import ScanOptions, Tools

STATUSES = ("sourced", "vague", "unsourced")
Told = tuple[str | None, str]
"""The status that a mention should have, and the one that it gets."""


def told(topic: Topic) -> Iterator[Told]:
    """Each labelled mention of a topic. Raises ReadError where an article cannot be read."""
    tools = Tools(topic.registry, ScanOptions())
    kinds = {claim.id: claim.kind for claim in topic.registry.claims}
    for article in topic.articles:
        *_, desk = tools.set_out(read_article(str(article.path), article.path.read_bytes()))
        starts = [sentence.start for sentence in desk.sentences]
        for label in (label for label in article.labels if label.claim):
            span = desk.article.places.shown(label.start, label.end)
            who = desk.attribute(bisect_right(starts, span[0]) - 1, span)
            himself = kinds[label.claim or ""] == "name" and speaks(who, span, desk.article.text)
            yield label.attribution, "unsourced" if himself else who.status


def table(topics: Sequence[Topic]) -> Iterator[str]:
    """The shares that are right of what is told so, and of what is so, by half."""
    yield f"{'who says so':<18}{'right':>10}" + "".join(f"{name + ' P':>14}{'R':>8}" for name in STATUSES)
    for half in dict.fromkeys(topic.half for topic in topics):
        counts = Counter(pair for topic in topics if topic.half == half for pair in told(topic))
        right = sum(count for (wanted, found), count in counts.items() if wanted == found)
        cells = "".join(_cell(counts, status) for status in STATUSES)
        yield f"{'sources: ' + half:<18}{right / counts.total():>10.3f}{cells}"


def _cell(counts: Counter[Told], status: str) -> str:
    said = sum(count for (_, found), count in counts.items() if found == status)
    so = sum(count for (wanted, _), count in counts.items() if wanted == status)
    return f"{_share(counts[status, status], said):>14}{_share(counts[status, status], so):>8}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"
