"""Many topics' registries made one, as a desk has it, and what that changes.

Each claim's id becomes TOPIC--ID. A topic's articles are then scored under the claims of all: what is given
to another topic's claim is a false mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.accuracy.gold import Label, Labelled, Topic
from benchmarks.accuracy.runs import Result
from factcheck.model import Claim, Kind


def together(topics: Sequence[Topic]) -> list[Topic]:
    """The topics, each with the registry of all."""
    sources = {source.name: source for topic in topics for source in topic.registry.sources}
    claims = tuple(_claim(topic.name, claim) for topic in topics for claim in topic.registry.claims)
    registry = replace(topics[0].registry, sources=tuple(sources.values()), claims=claims)
    return [
        replace(topic, registry=registry, articles=tuple(_article(topic.name, a) for a in topic.articles))
        for topic in topics
    ]


def _id(topic: str, claim: str) -> str:
    return f"{topic}--{claim}"


def _claim(topic: str, claim: Claim) -> Claim:
    whole = claim.part_of and _id(topic, claim.part_of)
    return replace(claim, id=_id(topic, claim.id), part_of=whole)


def _article(topic: str, article: Labelled) -> Labelled:
    labels = tuple(_label(topic, label) for label in article.labels)
    contradictions = frozenset(_id(topic, claim) for claim in article.contradictions)
    return replace(article, labels=labels, contradictions=contradictions)


def _label(topic: str, label: Label) -> Label:
    return replace(label, claim=_id(topic, label.claim)) if label.claim else label


def changed(alone: Sequence[Result], joined: Sequence[Result]) -> Iterator[tuple[str, int, int]]:
    """By half: how many mentions of a claim there are under each topic's own registry or under that of all,
    and how many of them are given otherwise."""
    for half in dict.fromkeys(result.half for result in alone):
        rows = [(a, j) for a, j in zip(alone, joined, strict=True) if a.half == half]
        pairs = [
            (_own(one, place), two.given.get(place, (None, None, None))[0])
            for one, two in rows
            for place in one.given.keys() | two.given.keys()
        ]
        told = [(own, claim) for own, claim in pairs if own or claim]
        yield half, sum(own != claim for own, claim in told), len(told)


def _own(result: Result, place: tuple[int, int, Kind]) -> str | None:
    claim = result.given.get(place, (None, None, None))[0]
    return _id(result.topic, claim) if claim else None
