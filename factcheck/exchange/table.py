"""A registry as a table, one row a value, and such a table's rows as claims.

Of a claim every row says the same; a claim without a value has one row. A cell of several texts parts them
by bars; a bar within one is written `\\\\|`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Mapping as Map

from factcheck.exchange.fields import described, valued
from factcheck.model import Registry, Source
from factcheck.registry.edit_write import Data

LISTS = ("match", "exclude", "not", "context", "ignore", "also")
OF_CLAIM = (
    *("title", "kind", "match", "exclude", "not", "context", "unit", "tolerance", "competing", "part_of"),
    *("rating", "ignore", "reason", "owner", "review"),
)
OF_VALUE = ("value", "also", "as_of", "until", "source", "url")
OF_SOURCE = ("source_name", "source_aliases", "source_url", "source_date")
COLUMNS = ("id", *OF_CLAIM, *OF_VALUE, *OF_SOURCE)
_PART = re.compile(r"(?:[^|\\]|\\.?)+", re.DOTALL)


def rows(registry: Registry) -> Iterator[list[str]]:
    """The rows of a registry, in the order of COLUMNS."""
    for claim in registry.claims:
        told = {
            "id": claim.id,
            **{key: cell(said) for key, said in described(claim).items() if key != "values"},
        }
        for value in claim.values or (None,):
            row = {**told, **(_value(value.source, valued(value, claim)) if value else {})}
            yield [row.get(column, "") for column in COLUMNS]


def _value(source: Source | None, told: Map[str, Data]) -> dict[str, str]:
    row = {key: cell(said) for key, said in told.items() if key != "source"}
    if source is None:
        return row
    row["source"] = source.name if source.private or not source.key else source.key
    if not source.private and (source.key or source.url or source.date or source.aliases):
        row |= {
            "source_name": source.name,
            "source_aliases": cell(source.aliases),
            "source_url": source.url or "",
            "source_date": source.date or "",
        }
    return row


def cell(said: Data) -> str:
    """What stands under a key, as a cell."""
    if isinstance(said, str):
        return said
    return " | ".join(re.sub(r"([|\\])", r"\\\1", str(one)) for one in said)


def parts(text: str) -> list[str]:
    """The texts of a cell."""
    found = (re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in _PART.findall(text))
    return [part for part in found if part]


def claim_fields(row: Map[str, str]) -> dict[str, Data]:
    """What a row says of its claim, but for the value."""
    return {key: _said(key, row[key]) for key in OF_CLAIM if row.get(key)}


def value_fields(row: Map[str, str], keys: Sequence[str]) -> dict[str, Data]:
    """What a row says of its value; a source whose key is one of some is told by it."""
    told = {key: _said(key, row[key]) for key in OF_VALUE if row.get(key)}
    if "source" in told and row["source"] not in keys and row.get("source_name"):
        told["source"] = source_fields(row)
        if told["source"] == {"name": row["source_name"]}:
            told["source"] = row["source_name"]
    return told


def source_fields(row: Map[str, str]) -> dict[str, Data]:
    """What a row says of its value's source."""
    told: Mapping[str, Data] = {
        "name": row.get("source_name", ""),
        "aliases": parts(row.get("source_aliases", "")),
        "url": row.get("source_url", ""),
        "date": row.get("source_date", ""),
    }
    return {key: said for key, said in told.items() if said}


def _said(key: str, text: str) -> Data:
    return parts(text) if key in LISTS else text
