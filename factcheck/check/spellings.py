"""A person's name that articles spell in several ways, where the rest of the name and the office agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.compare.agree import parts
from factcheck.compare.spelling import ALONE, respelt, rest, sound, surnames_alike
from factcheck.model import Claim, Holder, Mention

_APOSTROPHES = re.compile(r"(?<=\w)['’](?=\w)")
Parts = tuple[str, ...]
Key = tuple[str, Parts]
"""A language, and a name in it as its folded parts."""
Known = Mapping[Parts, frozenset[int]]
"""The values of the registry, by number, that have a spelling."""


@dataclass(frozen=True, eq=False)
class Spelling:
    """One spelling of a name in one language, with where it stands, an article after another."""

    parts: Parts
    holders: Sequence[Holder]

    @cached_property
    def offices(self) -> frozenset[str]:
        """The offices beside it."""
        return frozenset(word for holder in self.holders for word in holder.offices)

    @cached_property
    def places(self) -> frozenset[str]:
        """The names beside the offices, which tell whose these are."""
        return frozenset(word for holder in self.holders for word in holder.places)

    @cached_property
    def sentences(self) -> frozenset[tuple[str, int]]:
        """The sentences in which it stands."""
        return frozenset(
            (holder.mention.path, start) for holder in self.holders for start in holder.sentences
        )

    @cached_property
    def times(self) -> int:
        """How often it stands."""
        return sum(len(holder.sentences) for holder in self.holders)

    def may_be(self, other: Spelling) -> bool:
        """Whether one person may be meant: an office agrees, no place parts them, no sentence has both."""
        told = bool(self.places and other.places)
        apart = told and self.places.isdisjoint(other.places)
        return not (apart or self.offices.isdisjoint(other.offices) or self.sentences & other.sentences)


def spellings(
    holders: Iterable[Holder], mentions: Sequence[Mention], claims: Iterable[Claim]
) -> Iterator[tuple[Spelling, Spelling]]:
    """Each spelling that is another than the usual one of the same name, and that one: what the registry has,
    or else what stands more often, or first. What the registry has in both ways is one, and what is another
    than its own is told by that."""
    found = _grouped(untold(holders, mentions))
    known = _known(claims)
    ranked = sorted(found.values(), key=lambda one: (one.parts not in known, -len(one.holders), -one.times))
    rank = {one: at for at, one in enumerate(ranked)}
    usual: dict[Spelling, Spelling] = {}
    for pair in _pairs(found):
        one, other = sorted(pair, key=rank.__getitem__)
        both = known.get(one.parts, frozenset()) & known.get(other.parts, frozenset())
        if one.may_be(other) and not both:
            usual[other] = min(one, usual.get(other, one), key=rank.__getitem__)
    yield from ((one, usual[one]) for one in found.values() if one in usual)


def untold(holders: Iterable[Holder], mentions: Iterable[Mention]) -> list[Holder]:
    """Those of which the registry does not say already that they are wrong."""
    told = {(mention.path, mention.start) for mention in mentions if mention.verdict == "discrepancy"}
    return [holder for holder in holders if (holder.mention.path, holder.mention.start) not in told]


def suspects(keys: Collection[Key]) -> set[Key]:
    """Those of some names that are alike, in whichever article."""
    return {key for pair in _alike(keys) for key in pair}


def suspects_in(holders: Iterable[Holder]) -> set[Key]:
    """Those names of one article that are alike there, of which one is a surname alone."""
    return {key for pair in _surnames(set(map(key_of, holders))) for key in pair}


def key_of(holder: Holder) -> Key:
    """What a name is told apart by."""
    return holder.language, _parts(str(holder.mention.value))


def _grouped(holders: Iterable[Holder]) -> dict[Key, Spelling]:
    rows: dict[Key, list[Holder]] = defaultdict(list)
    for holder in holders:
        rows[key_of(holder)].append(holder)
    return {key: Spelling(key[1], tuple(found)) for key, found in rows.items()}


def _parts(name: str) -> Parts:
    return tuple(parts(_APOSTROPHES.sub("", name)))


def _known(claims: Iterable[Claim]) -> Known:
    found: dict[Parts, set[int]] = defaultdict(set)
    values = (value for claim in claims if claim.kind == "name" for value in claim.values)
    for number, value in enumerate(values):
        for name in (value.name or "", *value.also):
            found[_parts(name)].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _pairs(found: Mapping[Key, Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """The names that are alike: those that share all parts but one, and surnames with a whole name of their
    article."""
    alone: dict[str, set[Key]] = defaultdict(set)
    for key, one in found.items():
        for holder in one.holders:
            alone[holder.mention.path].add(key)
    yield from ((found[one], found[other]) for one, other in _alike(found))
    for keys in alone.values():
        yield from ((found[one], found[other]) for one, other in _surnames(keys))


def _alike(keys: Iterable[Key]) -> Iterator[tuple[Key, Key]]:
    """Names that share all parts but one, and that one nearly."""
    shared: dict[tuple[str, int, Parts, str], list[Key]] = defaultdict(list)
    for key in keys:
        language, name = key
        size = len(name)
        for at in range(size) if size > 1 else ():
            shared[language, at - size, rest(name, at), sound(name[at])[:1]].append(key)
    for (_, at, _, _), rows in shared.items():
        yield from (pair for pair in combinations(rows, 2) if respelt(pair[0][1], pair[1][1], at))


def _surnames(keys: Collection[Key]) -> Iterator[tuple[Key, Key]]:
    """The surnames of an article that nearly are one of its persons', and nobody's."""
    whole = [key for key in keys if len(key[1]) > 1]
    ends = {key[1][-1] for key in whole}
    for key in keys:
        surname = key[1][-1]
        if len(key[1]) == 1 and len(surname) >= ALONE and surname not in ends:
            near = [other for other in whole if surnames_alike(surname, other[1][-1])]
            yield from ((key, other) for other in near if len(near) == 1)
