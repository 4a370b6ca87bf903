"""Drafts of claims, made of what articles say and no claim is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.compare.agree import agree, dates_agree, digits, names_agree
from factcheck.language.lexicon import contrasts
from factcheck.language.units import dimension
from factcheck.language.words import folded
from factcheck.match.terms import vocabulary
from factcheck.model import Claim, Kind
from factcheck.registry.vocabulary import plain
from factcheck.suggest import events, holders
from factcheck.suggest.alike import Corpus
from factcheck.suggest.amounts import known_unit, written
from factcheck.suggest.facts import Fact, Said
from factcheck.suggest.groups import groups
from factcheck.suggest.phrases import Weights, alike, phrases

LETTERS = 60
"""How long an id may be, and who says so."""
WORDS = 4
"""How many words of its title make a draft's id."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value as articles give it: how a registry writes it, since when, who says so, and where."""

    text: str
    since: str | None
    source: str | None
    facts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim that some figures, dates or names may be about: what the registry would say of it.

    `facts` are these, in the order of the articles; `aside` what of a quantity nobody vouches for, where
    somebody does for `values`, and what of a date or a name fewer articles say than say these. `differ`
    tells that two of its facts disagree, `clash` that two of one day do."""

    id: str
    title: str
    match: tuple[str, ...]
    unit: str | None
    values: tuple[Given, ...]
    facts: tuple[Said, ...]
    aside: tuple[Given, ...] = ()
    differ: bool = False
    clash: bool = False
    kind: Kind = "quantity"

    @property
    def articles(self) -> int:
        """In how many articles it stands."""
        return len({fact.mention.path for fact in self.facts})


def drafts(facts: Sequence[Said], known: Sequence[Claim] = (), *, once: bool = False) -> tuple[Draft, ...]:
    """Drafts of claims from what is about nothing in a registry whose claims are `known`: those that
    contradict one another first, then those that stand in the most articles; with `once` those of a single
    sentence, too, last."""
    figures = [fact for fact in facts if isinstance(fact, Fact)]
    corpus, every = corpus_of(figures), corpus_of(facts)
    found = [
        *groups(figures, corpus),
        *events.together([fact for fact in facts if isinstance(fact, events.Event)], every),
        *holders.together([fact for fact in facts if isinstance(fact, holders.Holder)]),
    ]
    made: list[Draft] = []
    names = _Names(known)
    for group in sorted((group for group in found if once or recurs(group)), key=_worth, reverse=True):
        one = _draft(group, corpus.weights if isinstance(group[0], Fact) else every.weights, names)
        if one:
            made.append(one)
    return tuple(made)


def draft(facts: Sequence[Said], known: Sequence[Claim] = ()) -> Draft | None:
    """The draft of one claim that all the facts, of one kind, are about (a single one will do), under an id
    that none of the claims `known` has; None where no words or no value could be found for it."""
    return _draft(facts, corpus_of(facts).weights, _Names(known))


def corpus_of(facts: Sequence[Said]) -> Corpus:
    """Facts with what the language files say of the words in them."""
    contraries, generic, *_ = contrasts()
    return Corpus(facts, contraries, generic)


def _worth(group: Sequence[Said]) -> tuple[float, ...]:
    """What is to be looked at first."""
    telling = max(digits(fact.figure.quantity.value) if isinstance(fact, Fact) else 1 for fact in group)
    measured = isinstance(group[0], Fact) and dimension(group[0].figure.quantity.unit) != "count"
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


def recurs(facts: Sequence[Said]) -> bool:
    """Whether facts stand in more than one sentence."""
    return len({(fact.mention.path, fact.mention.sentence_start) for fact in facts}) > 1


def differ(facts: Sequence[Said]) -> bool:
    """Whether any two facts disagree."""
    return any(not _agree(one, other) for one, other in combinations(facts, 2))


def clash(facts: Sequence[Said]) -> bool:
    """Whether two figures of one day, neither of which is said to be the former, disagree, or two dates or
    names."""
    told = [fact for fact in facts if not (isinstance(fact, Fact) and fact.figure.role == "former")]
    return any(
        _since(one) == _since(other) and not _agree(one, other) for one, other in combinations(told, 2)
    )


def _since(fact: Said) -> str | None:
    return fact.since if isinstance(fact, Fact) else None


def _agree(one: Said, other: Said) -> bool:
    if isinstance(one, Fact) and isinstance(other, Fact):
        return agree(one.figure.quantity, other.figure.quantity)
    if isinstance(one, events.Event) and isinstance(other, events.Event):
        return dates_agree(one.date, other.date)
    return (
        isinstance(one, holders.Holder)
        and isinstance(other, holders.Holder)
        and names_agree(one.name, other.name)
    )


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


def _draft(facts: Sequence[Said], weights: Weights, names: _Names) -> Draft | None:
    """The draft that facts of one kind make under names that are free."""
    figures = [fact for fact in facts if isinstance(fact, Fact)]
    people = [fact for fact in facts if isinstance(fact, holders.Holder)]
    unit = known_unit(_commonest(fact.figure.quantity.unit for fact in figures)) if figures else None
    values, aside = _vouched(figures, unit) if figures else _told_most(facts)
    found = names.free(holders.roles(people) if people else phrases(facts, weights))
    if not found and not people:
        found = names.free(phrases(facts, weights, few=1))
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
        aside=tuple(aside),
        differ=differ(facts),
        clash=clash(facts),
        kind=facts[0].mention.kind,
    )


def _vouched(facts: Sequence[Fact], unit: str | None) -> tuple[list[Given], list[Given]]:
    """The values that figures give, those for which somebody vouches apart from the others, if there are
    such."""
    given = _values(facts, unit)
    values = [one for one in given if one.source] or given
    return values, [one for one in given if one not in values]


def _told_most(facts: Sequence[Said]) -> tuple[list[Given], list[Given]]:
    """The date or the name that most articles tell, as precisely as any of them, and the others; all of them
    where two are told by as many."""
    told: list[list[Said]] = []
    for fact in sorted(facts, key=lambda fact: -len(_text(fact))):
        mine = next((group for group in told if _text(fact) and _agree(group[0], fact)), None)
        if mine:
            mine.append(fact)
        elif _text(fact):
            told.append([fact])
    counts = [len({fact.mention.path for fact in group}) for group in told]
    rows = [
        (count, Given(_text(group[0]), None, None, tuple(sorted(group, key=lambda fact: fact.place))))
        for count, group in zip(counts, told, strict=True)
    ]
    most = max(counts, default=0)
    return [one for count, one in rows if count == most], [one for count, one in rows if count < most]


def _text(fact: Said) -> str:
    """A date or a name as a registry writes it."""
    if isinstance(fact, events.Event):
        return fact.date
    return fact.name if isinstance(fact, holders.Holder) else ""


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


def _source(fact: Said) -> str | None:
    """Who says so, on one line; no mere article or pronoun."""
    who = fact.mention.attribution
    name = " ".join((who.source or "").split())[:LETTERS] if who and who.status == "sourced" else ""
    keys = vocabulary(fact.language).keys
    return name if any(keys(word) for word in folded(name)) else None
