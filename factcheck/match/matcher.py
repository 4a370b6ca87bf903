"""The registry made ready for matching, built once a run: the indexes, the sources, what is excluded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import log

from factcheck.language.words import folded
from factcheck.match.called import LETTERS, telling
from factcheck.match.evidence import Sets
from factcheck.match.index import Entry, Index, Slots, build, phrases_of, spreads, texts, weigher
from factcheck.match.terms import Vocabulary
from factcheck.match.values import Values, values_of
from factcheck.model import Registry


@dataclass(frozen=True)
class Matcher:
    """The registry made ready: an index for each kind of claim, the sets of contraries (`told_apart`,
    without the names), and the places of the phrases of every claim."""

    registry: Registry
    quantities: Index
    dates: Index
    names: Index
    statements: Index
    told_apart: Sets
    every: Sequence[Slots]
    excludes: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @cached_property
    def sets(self) -> Sets:
        """The sets of contraries, and how much each name tells."""
        return replace(self.told_apart, names=telling(list(map(texts, self.registry.claims))))

    @cached_property
    def wholes(self) -> Mapping[str, str]:
        """The claims that count a part of what another does, each with that one."""
        return {claim.id: claim.part_of for claim in self.registry.claims if claim.part_of}

    @cached_property
    def sources(self) -> frozenset[str]:
        """The first letters of the words by which the registry's sources go."""
        told = (text for source in self.registry.sources for text in (source.name, *source.aliases))
        return frozenset(word[:LETTERS] for text in told for word in folded(text))

    def excluded(self, entry: Entry, clause: Sequence[str], vocabulary: Vocabulary) -> str | None:
        """The first of a claim's `exclude` that stands in a clause, given as stems, or None."""
        known = self.excludes.get((vocabulary.code, entry.claim.id))
        if known is None:
            known = tuple(_stems(phrase, vocabulary) for phrase in entry.claim.exclude)
            self.excludes[vocabulary.code, entry.claim.id] = known
        for phrase, stems in zip(entry.claim.exclude, known, strict=True):
            if any(
                tuple(clause[at : at + len(stems)]) == stems for at in range(len(clause) - len(stems) + 1)
            ):
                return phrase
        return None


def matcher(
    registry: Registry,
    sets: Sets | None = None,
    every: Sequence[Slots] | None = None,
    values: Values | None = None,
) -> Matcher:
    """Index a registry; `sets` are the language files' contraries, generic nouns and persons, `every` is
    `phrases_of(registry)` and `values` those of its claims, maybe among others, where known."""
    values = values or values_of(registry.claims)
    every = phrases_of(registry) if every is None else every
    spread = spreads(every)
    slot = weigher(spread, len(registry.claims))
    most = log(1 + max(1, len(registry.claims)))
    told = {
        key: log(1 + len(registry.claims) / count) / most for key, count in spread.items() if key[0] == "#"
    }
    return Matcher(
        registry,
        quantities=build(registry, ["quantity"], every, slot, values),
        dates=build(registry, ["date"], every, slot, values),
        names=build(registry, ["name"], every, slot, values),
        statements=build(registry, ["statement"], every, slot, values),
        told_apart=replace(sets or Sets(), countries=told),
        every=every,
    )


def _stems(phrase: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(vocabulary.stem(word) for word in folded(phrase))
