"""Which claim gets a reading: claims compete, the best wins by a margin or nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log

from factcheck.check.agree import agree
from factcheck.extract.words import words
from factcheck.match.context import Surroundings
from factcheck.match.evidence import Evidence, Sets
from factcheck.match.explain import Weighed
from factcheck.match.index import Entry, Index, build, spreads
from factcheck.match.score import parts, score
from factcheck.match.terms import Vocabulary
from factcheck.model import Figure, Registry, Span

ENOUGH = 0.4
"""The score that a claim needs to get a figure."""
MARGIN = 1.5
"""How many times the odds of the next claim its own odds must be."""
AGAIN = 0.55
"""The score that a claim needs to get a second figure of one sentence that differs from the first."""


@dataclass(frozen=True)
class Matcher:
    """The registry made ready: an index for each kind of claim, and the sets of contraries."""

    registry: Registry
    quantities: Index
    dates: Index
    names: Index
    statements: Index
    sets: Sets
    sources: Mapping[str, tuple[str, ...]]
    aliases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = field(default_factory=dict)
    excludes: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def named(self, stems: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
        """The registry's sources that a text, given as stems, names by their name or an alias."""
        if vocabulary.code not in self.aliases:
            table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
            for name, spellings in self.sources.items():
                for spelling in spellings:
                    alias = _stems(spelling, vocabulary)
                    if alias:
                        table.setdefault(alias[0], []).append((alias, name))
            self.aliases[vocabulary.code] = table
        known = self.aliases[vocabulary.code]
        return frozenset(
            name
            for at, stem in enumerate(stems)
            for alias, name in known.get(stem, ())
            if tuple(stems[at : at + len(alias)]) == alias
        )

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


def matcher(registry: Registry, sets: Sets | None = None) -> Matcher:
    """Index a registry; `sets` are the language files' contraries, generic nouns and persons."""
    spread = spreads(registry)
    most = log(1 + len(registry.claims))
    told = {
        key: log(1 + len(registry.claims) / count) / most for key, count in spread.items() if key[0] == "#"
    }
    return Matcher(
        registry,
        quantities=build(registry, ["quantity"], spread),
        dates=build(registry, ["date"], spread),
        names=build(registry, ["name"], spread),
        statements=build(registry, ["statement"], spread),
        sources={source.name: (source.name, *source.aliases) for source in registry.sources},
        sets=replace(sets or Sets(), countries=told),
    )


def _stems(phrase: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(vocabulary.stem(word) for word in words(phrase).folded)


@dataclass(frozen=True, slots=True)
class Contest:
    """One figure, its clause, and the claims that compete for it, best first."""

    reading: Figure
    clause: Span
    weighed: tuple[Weighed, ...]


def weigh(
    entries: Iterable[Entry],
    clause_stems: Sequence[str],
    surroundings: Surroundings,
    matcher: Matcher,
    clues: Callable[[Entry], Evidence | None],
    model: tuple[float, Mapping[str, float]],
) -> tuple[Weighed, ...]:
    """Every claim's score for one reading, best first."""
    rows = []
    for entry in entries:
        found = clues(entry)
        if found is None:
            rows.append(Weighed(entry.claim.id, 0.0, note="another unit"))
            continue
        phrase = (
            matcher.excluded(entry, clause_stems, surroundings.vocabulary) if entry.claim.exclude else None
        )
        if phrase is not None:
            rows.append(Weighed(entry.claim.id, 0.0, note=f"excluded by `{phrase}`"))
        else:
            rows.append(Weighed(entry.claim.id, score(found, model), tuple(parts(found, model).items())))
    return tuple(sorted(rows, key=lambda row: (-row.score, row.claim)))


def award(contests: Sequence[Contest]) -> dict[int, Weighed]:
    """Who wins the readings of one sentence, by their number: the best pair first, and so on down.

    A claim gets a second figure of the sentence only where the two agree or its score is high.
    """
    taken: dict[str, list[int]] = {}
    won: dict[int, Weighed] = {}
    pairs = [(row, number) for number, contest in enumerate(contests) for row in contest.weighed[:3]]
    for row, number in sorted(pairs, key=lambda pair: (-pair[0].score, pair[1])):
        if number in won or row.score < ENOUGH or _too_close(contests[number], row, taken):
            continue
        others = taken.get(row.claim, [])
        if row.score < AGAIN and any(not _alike(contests[number], contests[other]) for other in others):
            continue
        won[number] = row
        taken.setdefault(row.claim, []).append(number)
    return won


def _alike(one: Contest, other: Contest) -> bool:
    return agree(one.reading.quantity, other.reading.quantity)


def _too_close(contest: Contest, row: Weighed, taken: Mapping[str, list[int]]) -> bool:
    rivals = (other for other in contest.weighed if other.claim != row.claim and other.claim not in taken)
    return too_close(row.score, max((rival.score for rival in rivals), default=0.0))


def too_close(best: float, next_best: float) -> bool:
    """Whether two scores are too near each other to prefer one, by their odds."""
    return best * (1 - next_best) < MARGIN * next_best * (1 - best)
