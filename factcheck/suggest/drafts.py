"""Drafts of claims, made of the figures that no claim is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare.agree import agree, digits
from factcheck.language.lexicon import contrasts
from factcheck.language.units import dimension
from factcheck.language.words import folded
from factcheck.match.terms import vocabulary
from factcheck.model import Claim
from factcheck.registry.vocabulary import plain
from factcheck.suggest.alike import Corpus
from factcheck.suggest.amounts import known_unit, written
from factcheck.suggest.facts import Fact
from factcheck.suggest.groups import groups
from factcheck.suggest.phrases import Weights, alike, phrases

LETTERS = 60
"""How long an id may be, and who says so."""
WORDS = 4
"""How many words of its title make a draft's id."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value as articles give it: how a registry writes it, since when, who says so, and the figures."""

    text: str
    since: str | None
    source: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that some figures may be about: what the registry would say of it.

    `facts` are its figures, in the order of the articles; `aside` what some of them say and nobody vouches
    for, where somebody does for `values`. `differ` tells that two of its figures disagree, `clash` that two
    of one day do."""

    id: str
    title: str
    match: tuple[str, ...]
    unit: str | None
    values: tuple[Given, ...]
    facts: tuple[Fact, ...]
    aside: tuple[Given, ...] = ()
    differ: bool = False
    clash: bool = False

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({fact.mention.path for fact in self.facts})


def drafts(facts: Sequence[Fact], known: Sequence[Claim] = (), *, once: bool = False) -> tuple[Draft, ...]:
    """Drafts of claims from figures about nothing in a registry whose claims are `known`: those that
    contradict one another first, then those that stand in the most articles; with `once` those of a single
    sentence, too, last."""
    corpus = corpus_of(facts)
    found = [group for group in groups(corpus) if once or recurs(group)]
    made: list[Draft] = []
    names = _Names(known)
    for group in sorted(found, key=_worth, reverse=True):
        one = _draft(group, corpus.weights, names)
        if one:
            made.append(one)
    return tuple(made)


def draft(facts: Sequence[Fact], known: Sequence[Claim] = ()) -> Draft | None:
    """The draft of one claim that all the facts are about (a single one will do), under an id that none of
    the claims `known` has; None where no words or no value could be found for it."""
    return _draft(facts, corpus_of(facts).weights, _Names(known))


def corpus_of(facts: Sequence[Fact]) -> Corpus:
    """Facts with what the language files say of the words in them."""
    contraries, generic, *_ = contrasts()
    return Corpus(facts, contraries, generic)


def _worth(group: Sequence[Fact]) -> tuple[float, ...]:
    """What is to be looked at first."""
    telling = max(digits(fact.figure.quantity.value) for fact in group)
    measured = dimension(group[0].figure.quantity.unit) != "count"
    articles = len({fact.mention.path for fact in group})
    return (
        recurs(group),
        clash(group),
        min(articles, 2),
        differ(group),
        articles,
        len(group),
        telling + measured,
    )


def recurs(facts: Sequence[Fact]) -> bool:
    """Whether figures stand in more than one sentence."""
    return len({(fact.mention.path, fact.mention.sentence_start) for fact in facts}) > 1


def differ(facts: Sequence[Fact]) -> bool:
    """Whether any two figures disagree."""
    return any(not _agree(one, other) for one, other in combinations(facts, 2))


def clash(facts: Sequence[Fact]) -> bool:
    """Whether two figures of one day, neither of which is said to be the former, disagree."""
    told = [fact for fact in facts if fact.figure.role != "former"]
    return any(one.since == other.since and not _agree(one, other) for one, other in combinations(told, 2))


def _agree(one: Fact, other: Fact) -> bool:
    return agree(one.figure.quantity, other.figure.quantity)


class _Names:
    """The ids, titles and phrases that are taken."""

    def __init__(self, known: Sequence[Claim]) -> None:
        self.ids = {claim.id for claim in known}
        self.phrases = [phrase for claim in known for phrase in (claim.title, *claim.match)]

    def free(self, found: Sequence[str]) -> list[str]:
        """The phrases that no claim has."""
        return [phrase for phrase in found if not any(alike(phrase, taken) for taken in self.phrases)]

    def id(self, title: str) -> str:
        """An id for a title."""
        words = [word for word in re.findall(r"[a-z0-9]+", plain(title)) if len(word) > 1 or word.isdigit()]
        base = (
            "-".join([word for word in words if len(word) > 2][:WORDS] or words[:WORDS])[:LETTERS].strip("-")
            or "claim"
        )
        number, found = 1, base
        while found in self.ids:
            number += 1
            found = f"{base}-{number}"
        self.ids.add(found)
        return found


def _draft(facts: Sequence[Fact], weights: Weights, names: _Names) -> Draft | None:
    unit = known_unit(_commonest(fact.figure.quantity.unit for fact in facts))
    given = _values(facts, unit)
    values = [one for one in given if one.source] or given
    found = names.free(phrases(facts, weights)) or names.free(phrases(facts, weights, few=1))
    if not values or not found:
        return None
    names.phrases += found
    return Draft(
        id=names.id(found[0]),
        title=found[0][0].upper() + found[0][1:],
        match=tuple(found),
        unit=unit,
        values=tuple(values),
        facts=tuple(facts),
        aside=tuple(one for one in given if one not in values),
        differ=differ(facts),
        clash=clash(facts),
    )


def _commonest(units: Iterator[str | None]) -> str | None:
    return Counter(units).most_common(1)[0][0]


def _values(facts: Sequence[Fact], unit: str | None) -> list[Given]:
    """The values that figures give, by date; what is said again later, by the same one or by nobody, is not
    new."""
    told: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        text = written(fact.figure.quantity, unit)
        if text and not (fact.figure.role == "former" and fact.since is None):
            told.setdefault((text, _source(fact) or ""), []).append(fact)
    sourced = {text for text, source in told if source}
    rows = []
    for (text, source), said in told.items():
        if source or text not in sourced:
            alone = [*said, *(told.get((text, ""), ()) if source and _first(text, source, told) else ())]
            since = min((fact.since for fact in alone if fact.since), default=None)
            rows.append(Given(text, since, source or None, tuple(alone)))
    return sorted(rows, key=lambda row: (row.since or "", row.text))


def _first(text: str, source: str, told: Mapping[tuple[str, str], Collection[Fact]]) -> bool:
    """Whether a source is the first that gives a value."""
    return next(whose for said, whose in told if said == text and whose) == source


def _source(fact: Fact) -> str | None:
    """Who says so, on one line; no mere article or pronoun."""
    who = fact.mention.attribution
    name = " ".join((who.source or "").split())[:LETTERS] if who and who.status == "sourced" else ""
    keys = vocabulary(fact.language).keys
    return name if any(keys(word) for word in folded(name)) else None
