"""The registry made ready, from the cache where the same one was made ready before.

Kept are what its phrases say, which figures lead to its claims, and which claims are alike: with these, no
vocabulary is needed but that of the articles."""

from __future__ import annotations

from typing import Any

from factcheck.cache import Cache
from factcheck.match.about import Subjects, subjects
from factcheck.match.evidence import Sets
from factcheck.match.index import said
from factcheck.match.matcher import Matcher, matcher
from factcheck.match.terms import learn, phrase_slots, spoken
from factcheck.match.values import of_keys
from factcheck.model import Registry


def ready(registry: Registry, sets: Sets, cache: Cache) -> tuple[Matcher, Subjects]:
    """A registry's index, and what goes together in it; `sets` are the language files' (see `matcher`). A
    registry without a digest is made ready anew."""
    name, held = f"index-{registry.digest[:16]}", None
    if registry.digest:
        held = cache.read(name, registry.digest)
    if held:
        learn(held["phrases"])
    whole = matcher(registry, sets, values=of_keys(held["values"]) if held else None)
    found = subjects(whole, [dict(zip(*row, strict=True)) for row in held["alike"]] if held else None)
    if registry.digest and not held:
        cache.write(name, _plain(found), registry.digest)
    return whole, found


def _plain(found: Subjects) -> Any:
    claims = found.whole.registry.claims
    phrases = {phrase for claim in claims for phrase in (*said(claim), *claim.context)}
    return {
        "phrases": {
            phrase: (spoken(phrase), [[*keys] for keys in phrase_slots(phrase)]) for phrase in phrases
        },
        "values": found.whole.quantities.values.keys,
        "alike": [([*like], [*like.values()]) for like in found.alike],
    }
