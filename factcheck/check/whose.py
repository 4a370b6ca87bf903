"""Whose value a mention gives, where the sources of its claim compete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.language.lexicon import languages, load
from factcheck.language.words import folded
from factcheck.match.terms import phrase_slots
from factcheck.model import Attribution, Claim, Source

_LONG = 5
"""How many first letters two languages' forms of a word of a name have in common."""
_NAMELESS = frozenset({"firm", "charity", "organisers"})
_OFFICIAL = frozenset({"state", "town", "force"})


def speakers(attribution: Attribution | None, claim: Claim) -> frozenset[Source]:
    """The source of a claim that says so, by its name, an alias or a part of one; several share an alias."""
    if attribution is None or attribution.source is None:
        return frozenset()
    found = _called(attribution.source, claim)
    return _called(attribution.house, claim) if attribution.house and not found else found


def _called(who: str, claim: Claim) -> frozenset[Source]:
    said = who.casefold()
    called = (source for source in _sources(claim) if said in _calls(source))
    found = frozenset(called) or {by_kind(who, claim) or short_for(who, claim)}
    return frozenset(source for source in found if source)


def _calls(source: Source) -> set[str]:
    return {name.casefold() for name in (source.name, *source.aliases)}


def named_in(
    claim: Claim, clause: str, sentence: str, attribution: Attribution | None = None
) -> frozenset[Source]:
    """The sources of a claim that a figure's clause names, or else its sentence, where it is not ascribed to
    one of them in other words (`Seoul says`).

    None where the claim has but one source: nobody competes with it."""
    sources = _sources(claim)
    if len(sources) < 2:
        return frozenset()
    here = _named(sources, clause)
    return here or (frozenset() if speakers(attribution, claim) else _named(sources, sentence))


def names_in(claim: Claim, text: str) -> tuple[str, ...]:
    """The names of the sources of a claim that a text names."""
    return tuple(sorted(source.name for source in _named(_sources(claim), text)))


def short_for(said: str, claim: Claim) -> Source | None:
    """The one source of a claim of whose name, or alias, a text says a part: "the council" is the High
    Council of Public Finances; None where it may be several, or none."""
    wanted, words = phrase_slots(said), folded(said)
    meant = [
        source
        for source in _sources(claim)
        for name in source.called
        if (_says(wanted, name) or _spells(said, name) if wanted else _holds(folded(name), words))  # WHO
    ]
    return meant[0] if len(set(meant)) == 1 else None


def by_kind(said: str, claim: Claim) -> Source | None:
    """The one source of a claim of the kind that a text tells of: "the ministry", "la direction". A firm, a
    charity or the organisers of something are seldom called so by name: they are the one that is of no kind.

    None where it may be several, or where the text gives more of a name."""
    if any(word[0].isupper() for word in said.split()[1:]):
        return None
    kinds = frozenset(_kinds(said)) - {"body"}
    sources = {source: _kinds_of(source) for source in _sources(claim)} if kinds else {}
    alike = [source for source, own in sources.items() if own & kinds]
    if not alike and kinds & _NAMELESS:
        alike = [source for source, own in sources.items() if not own]
    if not alike and "organisers" in kinds:
        alike = [source for source, own in sources.items() if not own & _OFFICIAL]
    return alike[0] if len(alike) == 1 else None


@cache
def _kinds_of(source: Source) -> frozenset[str]:
    return frozenset(kind for name in source.called for kind in _kinds(name))


def _kinds(text: str) -> Iterator[str]:
    """The kinds of body of which a text has a word, in any language."""
    said = folded(text)
    for kind, names in _names().items():
        if any(_holds(said, name) for name in names):
            yield kind


@cache
def _names() -> dict[str, list[list[str]]]:
    """What is called a body of each kind, in any language; `body` are all."""
    found: dict[str, list[list[str]]] = {}
    for lexicon in map(load, languages()):
        rows = {**lexicon.lists("attribution.kinds"), "body": lexicon.words("attribution.bodies")}
        for kind, names in rows.items():
            found.setdefault(kind, []).extend(folded(name) for name in names)
    return found


def _sources(claim: Claim) -> set[Source]:
    return {value.source for value in claim.values if value.source}


def _says(wanted: Sequence[frozenset[str]], name: str) -> bool:
    slots = phrase_slots(name)
    return all(any(keys & slot for slot in slots) for keys in wanted)


def _spells(said: str, name: str) -> bool:
    """Whether each word of a text means one of a name, or begins as it does: `Institut marin`, of the Marine
    Institute."""
    telling = [word for word in folded(said) if phrase_slots(word)]
    starts = {word[:_LONG] for word in folded(name) if len(word) >= _LONG}
    known = phrase_slots(name)
    return bool(telling) and all(
        word[:_LONG] in starts or any(keys & slot for keys in phrase_slots(word) for slot in known)
        for word in telling
    )


def akin(one: Source, other: Source) -> bool:
    """Whether two sources may be one body: the name of one has all the words of a name of the other's."""
    pairs = ((one, other), (other, one))
    return any(_says(phrase_slots(a.called[0]), name) for a, b in pairs if a.called for name in b.called)


def _named(sources: set[Source], text: str) -> frozenset[Source]:
    said = folded(text)
    return frozenset(
        source for source in sources if any(_holds(said, folded(name)) for name in source.called)
    )


def _holds(said: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return size > 0 and any(said[at : at + size] == name for at in range(len(said) - size + 1))
