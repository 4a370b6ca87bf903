"""A registry's claims and sources as what stands under their keys in the file."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.model import Claim, Registry, Source, Value
from factcheck.registry.edit_write import Data

Fields = Mapping[str, Data]


def described(claim: Claim) -> dict[str, Data]:
    """What a registry says of a claim, in the order of its keys; what is left out says nothing. A private
    source is told by what stands for it in reports."""
    told: dict[str, Data] = {
        "title": claim.title,
        "kind": claim.kind if claim.kind != "quantity" else "",
        "match": [*claim.match],
        "exclude": [*claim.exclude],
        "not": [*claim.unlike],
        "context": [*claim.context],
        "unit": claim.counts or claim.unit or "",
        "tolerance": f"{claim.tolerance!r}" if claim.tolerance else "",
        "competing": "true" if claim.competing else "",
        "part_of": claim.part_of or "",
        "rating": claim.rating or "",
        "values": [valued(value, claim) for value in claim.values],
        "ignore": [*claim.ignore],
        "reason": claim.reason,
        "owner": claim.owner,
        "review": claim.review or "",
    }
    return {key: said for key, said in told.items() if said}


def valued(value: Value, claim: Claim) -> dict[str, Data]:
    """A value of a claim as a mapping."""
    told: dict[str, Data] = {
        "value": "" if claim.kind == "statement" else value.text,
        "also": [*value.also],
        "as_of": value.as_of or "",
        "until": value.until or "",
        "source": _source(value.source) if value.source else "",
        "url": value.link if value.source and value.source.private else value.url or "",
    }
    return {key: said for key, said in told.items() if said}


def _source(source: Source) -> Data:
    if source.private:
        return source.name
    if source.key:
        return source.key
    return sourced(source) if source.url or source.date or source.aliases else source.name


def sourced(source: Source) -> dict[str, Data]:
    """A source as a mapping."""
    told: dict[str, Data] = {
        "name": source.name,
        "aliases": [*source.aliases],
        "url": source.url or "",
        "date": source.date or "",
    }
    return {key: said for key, said in told.items() if said}


def sources(registry: Registry) -> dict[str, dict[str, Data]]:
    """The sources that a registry defines, but for private ones, by key."""
    return {one.key: sourced(one) for one in registry.sources if one.key and not one.private}
