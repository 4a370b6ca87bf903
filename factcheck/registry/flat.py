"""A registry as plain data, which JSON holds, and back: of each claim and value what is not as by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, astuple, fields
from functools import cache
from typing import Any

from factcheck.model import Claim, Quantity, Registry, Source, Value

Row = dict[str, Any]
_LISTS = ("match", "exclude", "ignore", "context", "unlike")


def flat(registry: Registry) -> Row:
    """A registry as mappings, lists, texts and numbers."""
    known: dict[Source, int] = {}
    claims = [_claim(claim, known) for claim in registry.claims]
    row = {field.name: getattr(registry, field.name) for field in fields(registry)}
    own = [known.setdefault(source, len(known)) for source in registry.sources]
    told = [astuple(source) for source in known]
    return {**row, "claims": claims, "tables": sorted(registry.tables), "sources": own, "told": told}


def unflat(row: Mapping[str, Any]) -> Registry:
    """The registry that `flat` made into this."""
    told = [
        Source(name, key, tuple(aliases), *rest) for name, key, aliases, *rest in row["told"]
    ]  # one source for all that name it
    return Registry(
        row["path"],
        tuple([_unclaimed(claim, told) for claim in row["claims"]]),
        tuple(told[at] for at in row["sources"]),
        row["language"],
        tuple(row["files"]),
        frozenset(row["tables"]),
        row["digest"],
    )


def _claim(claim: Claim, known: dict[Source, int]) -> Row:
    return {**_told(claim), "values": [_value(value, known) for value in claim.values]}


def _value(value: Value, known: dict[Source, int]) -> Row:
    row = _told(value)
    if value.source:
        row["source"] = known.setdefault(value.source, len(known))
    if value.quantity:
        row["quantity"] = astuple(value.quantity)
    return row


def _told(of: Claim | Value) -> Row:
    kind: Any = type(of)
    return {name: value for name, default in _defaults(kind) if (value := getattr(of, name)) != default}


@cache
def _defaults(kind: Any) -> Sequence[tuple[str, Any]]:
    return [(field.name, None if field.default is MISSING else field.default) for field in fields(kind)]


def _unclaimed(row: Row, told: Sequence[Source]) -> Claim:
    row["values"] = tuple([_unvalued(value, told) for value in row["values"]])
    for name in _LISTS:
        if name in row:
            row[name] = tuple(row[name])
    return Claim(**row)


def _unvalued(row: Row, told: Sequence[Source]) -> Value:
    if "source" in row:
        row["source"] = told[row["source"]]
    if "quantity" in row:
        row["quantity"] = Quantity(*row["quantity"])
    if "also" in row:
        row["also"] = tuple(row["also"])
    return Value(**row)
