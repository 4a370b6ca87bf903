"""Whose value a mention gives, where the sources of its claim compete."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.words import folded
from factcheck.match.terms import phrase_slots
from factcheck.model import Attribution, Claim, Source


def speakers(attribution: Attribution | None, claim: Claim) -> frozenset[Source]:
    """The source of a claim that says so, by its name, an alias or a part of one; several share an alias."""
    if attribution is None or attribution.source is None:
        return frozenset()
    said = attribution.source.casefold()
    called = (source for source in _sources(claim) if said in _calls(source))
    found = frozenset(called) or {short_for(attribution.source, claim)}
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
        if (_says(wanted, name) if wanted else _holds(folded(name), words))  # WHO is no word that tells much
    ]
    return meant[0] if len(set(meant)) == 1 else None


def _sources(claim: Claim) -> set[Source]:
    return {value.source for value in claim.values if value.source}


def _says(wanted: Sequence[frozenset[str]], name: str) -> bool:
    slots = phrase_slots(name)
    return all(any(keys & slot for slot in slots) for keys in wanted)


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
