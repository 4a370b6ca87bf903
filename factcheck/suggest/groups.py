"""Facts that are about one thing, brought together: agglomerative clustering by average linkage
(Everitt et al., "Cluster Analysis", 4.2), over the pairs of which the words give hope."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush, nlargest

from factcheck.suggest.alike import Corpus, likely, may_be_one
from factcheck.suggest.facts import Fact, Said

ENOUGH = -0.25
"""How likely, in logits, the members of two groups must be about one thing on average for these to be one."""
UNLIKELY = -6.0
"""How likely the pairs are at which nobody looked."""
NEIGHBOURS = 60
"""With how many others a fact is compared: those that have the most to do with it."""
COMMON = 400
"""A word that stands beside more figures leads to none of them."""
Pairs = dict[int, dict[int, float]]
"""By the numbers of two facts, how likely they are about one thing, in logits."""


def groups(facts: Sequence[Fact], corpus: Corpus) -> list[list[Said]]:
    """The facts of a corpus by what they are about, each in one group, groups and facts in their order."""
    found = merged(_pairs(facts, corpus), len(facts))
    return [[facts[number] for number in group] for group in found]


def _pairs(facts: Sequence[Fact], corpus: Corpus) -> Pairs:
    """How likely each fact is about the same as those that may be."""
    pairs: Pairs = {number: {} for number in range(len(facts))}
    for one, other in _promising(facts, corpus):
        if may_be_one(facts[one], facts[other]):
            score = likely(facts[one], facts[other], corpus)
            if score > UNLIKELY:
                pairs[one][other] = pairs[other][one] = score
    return pairs


def _promising(facts: Sequence[Fact], corpus: Corpus) -> Iterator[tuple[int, int]]:
    """The pairs of facts that have words in common: all where there are few, else each one's nearest."""
    seen: set[tuple[int, int]] = set()
    lists = _lists(facts)
    for number, fact in enumerate(facts):
        shared: Counter[int] = Counter()
        for key in fact.near.keys() | fact.noun:
            for other in lists.get(key, ()):
                shared[other] += corpus.weights.get(key, 0.0) * fact.near.get(key, 1.0)  # type: ignore[assignment]
        del shared[number]
        for other in nlargest(NEIGHBOURS, shared, key=lambda other: (shared[other], -other)):
            pair = (min(number, other), max(number, other))
            if pair not in seen:
                seen.add(pair)
                yield pair


def _lists(facts: Sequence[Fact]) -> Mapping[str, Sequence[int]]:
    """The facts of each key that leads to some, but not to too many."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, fact in enumerate(facts):
        for key in fact.near.keys() | fact.noun:
            lists[key].append(number)
    return {key: numbers for key, numbers in lists.items() if len(numbers) <= COMMON}


class _Linkage:
    """Groups on their way together; the sums of their pairs' scores, and how many pairs were looked at."""

    def __init__(self, pairs: Pairs, count: int) -> None:
        self.members = {number: [number] for number in range(count)}
        self.sums = pairs
        self.looked = {number: dict.fromkeys(others, 1) for number, others in pairs.items()}

    def mean(self, one: int, other: int) -> float:
        """How likely the members of two groups are about one thing, on average."""
        all_pairs = len(self.members[one]) * len(self.members[other])
        missing = all_pairs - self.looked[one][other]
        return (self.sums[one][other] + missing * UNLIKELY) / all_pairs

    def join(self, one: int, other: int, number: int) -> list[int]:
        """Make one group of two, under a new number; gives back the groups that have pairs with it."""
        self.members[number] = self.members[one] + self.members[other]
        for table in (self.sums, self.looked):
            _add_up(table, one, other, number)  # type: ignore[arg-type]
        del self.members[one], self.members[other]
        return list(self.sums[number])


def _add_up(table: dict[int, dict[int, float]], one: int, other: int, number: int) -> None:
    mine, theirs = table.pop(one), table.pop(other)
    table[number] = {}
    for third in (mine.keys() | theirs.keys()) - {one, other}:
        table[number][third] = mine.get(third, 0) + theirs.get(third, 0)
        table[third].pop(one, None)
        table[third].pop(other, None)
        table[third][number] = table[number][third]


def merged(pairs: Pairs, count: int, enough: float = ENOUGH) -> list[list[int]]:
    """The numbers of so many facts by group: the two likeliest groups become one, as long as any are likely
    `enough`."""
    links = _Linkage(pairs, count)
    queue = [
        (-score, one, other)
        for one, others in pairs.items()
        for other, score in others.items()
        if one < other and score > enough
    ]
    heapify(queue)
    number = count
    while queue:
        _, one, other = heappop(queue)
        if one not in links.members or other not in links.members:
            continue
        for third in links.join(one, other, number):
            score = links.mean(number, third)
            if score > enough:
                heappush(queue, (-score, third, number))
        number += 1
    return sorted(sorted(group) for group in links.members.values())
