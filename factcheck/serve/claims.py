"""A claim as an object for programs."""

from __future__ import annotations

from typing import Any

from factcheck.model import Claim, Value
from factcheck.report.claims import newest, series


def listed_object(claim: Claim) -> dict[str, Any]:
    """What a list shows of a claim."""
    return {
        "id": claim.id,
        "title": claim.title,
        "kind": claim.kind,
        "values": series(claim),
        "as_of": newest(claim) or None,
    }


def claim_object(claim: Claim) -> dict[str, Any]:
    """All that the registry says of a claim; a private source is masked."""
    return {
        "id": claim.id,
        "title": claim.title,
        "kind": claim.kind,
        "unit": claim.counts or claim.unit,
        "rating": claim.rating,
        "tolerance": claim.tolerance,
        "competing": claim.competing,
        "match": list(claim.match),
        "exclude": list(claim.exclude),
        "not": list(claim.unlike),
        "context": list(claim.context),
        "part_of": claim.part_of,
        "values": [_value(value) for value in claim.values],
    }


def _value(value: Value) -> dict[str, Any]:
    return {
        "value": value.text,
        "as_of": value.as_of,
        "until": value.until,
        "source": value.source.name if value.source else None,
        "url": value.link or None,
    }
