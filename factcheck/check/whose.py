"""Whose value a mention gives, where the sources of its claim compete."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.language.words import folded
from factcheck.match.terms import phrase_slots
from factcheck.model import Claim, Source


def named_in(claim: Claim, clause: str, sentence: str) -> frozenset[Source]:
    """The sources of a claim that a figure's clause names, or else its sentence.

    None where the claim has but one source: nobody competes with it."""
    sources = _sources(claim)
    if len(sources) < 2:
        return frozenset()
    return _named(sources, clause) or _named(sources, sentence)


def short_for(said: str, claim: Claim) -> Source | None:
    """The one source of a claim of whose name, or alias, a text says a part: "the council" is the High
    Council of Public Finances; None where it may be several, or none."""
    wanted = phrase_slots(said)
    meant = [source for source in _sources(claim) if any(_says(wanted, name) for name in source.called)]
    return meant[0] if wanted and len(meant) == 1 else None


def _sources(claim: Claim) -> set[Source]:
    return {value.source for value in claim.values if value.source}


def _says(wanted: Sequence[frozenset[str]], name: str) -> bool:
    slots = phrase_slots(name)
    return all(any(keys & slot for slot in slots) for keys in wanted)


def _named(sources: set[Source], text: str) -> frozenset[Source]:
    said = folded(text)
    return frozenset(
        source for source in sources if any(_holds(said, folded(name)) for name in source.called)
    )


def _holds(said: Sequence[str], name: Sequence[str]) -> bool:
    size = len(name)
    return size > 0 and any(said[at : at + size] == name for at in range(len(said) - size + 1))
