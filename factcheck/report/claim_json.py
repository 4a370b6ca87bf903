"""Claims as objects for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from factcheck.escape import json_literal
from factcheck.model import Claim, Value
from factcheck.report.claims import newest, series


def to_json(claims: Iterable[Claim]) -> str:
    """All that the registry says of some claims, as a JSON array."""
    told = json.dumps([claim_object(claim) for claim in claims], ensure_ascii=False, indent=2)
    return json_literal(told) + "\n"


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
