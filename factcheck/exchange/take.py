"""What of another file's claims goes into a registry: what is there already changes nothing, what would be
wrong is not taken, with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from pathlib import Path

from factcheck.errors import RegistryError
from factcheck.exchange.fields import described, valued
from factcheck.exchange.read import Incoming, Refused
from factcheck.model import Registry
from factcheck.registry.edit import add_claims, add_value
from factcheck.registry.edit_file import Edit, Edited, Means, edited, home
from factcheck.registry.edit_write import Data, claim
from factcheck.registry.fields import quote
from factcheck.registry.load import parse_registry
from factcheck.registry.vocabulary import plain

_PLACE = re.compile(r"^[^:\n]*:\d+:\d+: ")
_CHECKED = "import.yaml"
Fresh = dict[str, tuple[dict[str, Data], str]]
"""New claims by their ids, each with its note."""
Values = Sequence[tuple[str, Mapping[str, Data]]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import comes to: the edits, what was not taken, and how many claims and values are new."""

    edits: tuple[Edited, ...]
    refused: tuple[Refused, ...]
    claims: int = 0
    values: int = 0


def take(registry: Registry | None, path: str, found: Sequence[Incoming]) -> Taken:
    """What claims become in a registry, or in a new file at `path`; nothing is written.

    Raises RegistryError where the file's own style has no room for it."""
    if registry is None:
        return _new(path, found)
    known = {one.id: one for one in registry.claims}
    keys = {
        plain(name): one.key
        for one in registry.sources
        if one.key
        for name in (one.key, one.name, *one.aliases)
    }
    refused: list[Refused] = []
    fresh: Fresh = {}
    more: list[tuple[str, Mapping[str, Data]]] = []
    for one in found:
        resolved = _resolved(one, keys)
        if one.key not in known:
            good = _good(resolved, refused, registry.language)
            if good is not None:
                fresh[one.key] = good, one.note
            continue
        there = described(known[one.key])
        refused += _otherwise(resolved, there)
        old = [_by_key(valued(value, known[one.key]), keys, {}) for value in known[one.key].values]
        added = [row for row in resolved.values if row[1] not in old]
        checked = replace(resolved, fields={**there, "values": ()}, values=added)
        if added and (good := _good(checked, refused, registry.language)) is not None:
            more += [(one.key, value) for value in _listed(good)]
    fresh = _whole(fresh, known, found, refused)
    edits: dict[str, list[Edit]] = {}
    for key, value in more:
        edits.setdefault(home(registry, key), []).append(partial(add_value, key=key, value=value))
    if fresh:
        edits.setdefault(home(registry), []).append(partial(add_claims, claims=fresh))
    chained = {file: partial(_all, some) for file, some in edits.items()}
    done = edited(registry, chained, _gained(fresh, [key for key, _ in more])) if edits else []
    values = len(more) + sum(len(_listed(fields)) for fields, _ in fresh.values())
    return Taken(tuple(done), tuple(refused), len(fresh), values)


def _all(edits: Sequence[Edit], text: str) -> str:
    return reduce(lambda done, edit: edit(done), edits, text)


def _listed(fields: Mapping[str, Data]) -> list[Mapping[str, Data]]:
    values = fields.get("values", ())
    return [value for value in values if isinstance(value, Mapping)] if not isinstance(values, str) else []


def _new(path: str, found: Sequence[Incoming]) -> Taken:
    """A new file with the claims, and the sources that they name by a key."""
    refused: list[Refused] = []
    good = {one.key: (said, one.note) for one in found if (said := _good(one, refused, None)) is not None}
    good = _whole(good, (), found, refused)
    named = {key: source for one in found if one.key in good for key, source in one.sources.items()}
    parts = ["sources:\n" + _written(named) + "\n"] if named else []
    text = "".join(parts) + "claims:\n" + "\n".join(_entry(key, *said) for key, said in good.items())
    if not good:
        return Taken((), tuple(refused))
    parse_registry(text, path)
    values = sum(len(_listed(fields)) for fields, _ in good.values())
    return Taken((Edited(Path(path), "", text),), tuple(refused), len(good), values)


def _whole(fresh: Fresh, known: Collection[str], found: Sequence[Incoming], refused: list[Refused]) -> Fresh:
    """The new claims without those that are a part of what is neither there nor taken."""
    kept = {key: row for key, row in fresh.items() if row[0].get("part_of", key) in (*known, *fresh)}
    if kept == fresh:
        return fresh
    lost = (one for one in found if one.key in fresh and one.key not in kept)
    refused += [
        Refused(one.place, f"`part_of` names no claim: {quote(str(one.fields['part_of']))}") for one in lost
    ]
    return _whole(kept, known, found, refused)


def _entry(key: str, fields: Mapping[str, Data], note: str) -> str:
    comment = f"  # {note}\n" if note else ""
    return f"{comment}  {claim('', key, fields, None, 2)}\n"


def _written(named: Mapping[str, Mapping[str, Data]]) -> str:
    return "".join(f"  {claim('', key, fields, None, 2)}\n" for key, fields in named.items())


def _resolved(one: Incoming, keys: Mapping[str, str]) -> Incoming:
    """A claim whose sources are told by the registry's `keys` where it has them, else in full."""

    return replace(one, values=[(place, _by_key(value, keys, one.sources)) for place, value in one.values])


def _by_key(value: Mapping[str, Data], keys: Mapping[str, str], named: Mapping[str, Data]) -> dict[str, Data]:
    source = value.get("source")
    if source is None:
        return dict(value)
    full = named.get(source, source) if isinstance(source, str) else source
    names = (source, full["name"] if isinstance(full, Mapping) else full)
    known = (keys.get(plain(name)) for name in names if isinstance(name, str))
    return {**value, "source": next(filter(None, known), full)}


def _otherwise(one: Incoming, there: Mapping[str, Data]) -> list[Refused]:
    """What a claim says otherwise than the registry, which stays as it is."""
    other = [key for key, said in one.fields.items() if not _same(said, there.get(key, ""))]
    return [
        Refused(one.place, f"`{key}` of {quote(one.key)} is another in the registry: change it there")
        for key in other
    ]


def _same(said: Data, there: Data) -> bool:
    return (said if isinstance(said, str) else list(said)) == (
        there if isinstance(there, str) else list(there)
    )


def _good(one: Incoming, refused: list[Refused], language: str | None) -> dict[str, Data] | None:
    """A claim's fields with the values that the loader takes; None where it takes none, which is told."""
    alone = one.fields.get("kind") == "statement"
    kept = [row for row in one.values if not _wrong(one, [row], language)]
    if not kept and (one.values or not alone):
        rows = one.values or [(one.place, {})]
        refused += [Refused(place, _wrong(one, [(place, value)], language)) for place, value in rows]
        return None
    if why := _wrong(one, kept, language):
        refused.append(Refused(one.place, why))
        return None
    bad = [row for row in one.values if row not in kept]
    refused += [Refused(place, _wrong(one, [(place, value)], language)) for place, value in bad]
    return _with(one, kept)


def _with(one: Incoming, values: Values) -> dict[str, Data]:
    fields = {key: said for key, said in one.fields.items() if key != "values"}
    given = [value for _, value in values if value]
    return {**fields, **({"values": given} if given else {})}


def _wrong(one: Incoming, values: Values, language: str | None) -> str:
    """What the loader says of a claim with some of its values; empty where it takes it."""
    fields = {key: said for key, said in _with(one, values).items() if key != "part_of"}
    head = f"lang: {language}\n" if language else ""
    text = f"{head}claims:\n  {claim('', one.key, fields, None, 2)}\n"
    try:
        parse_registry(text, _CHECKED)
    except RegistryError as error:
        return _PLACE.sub("", str(error).partition("\n")[0])
    return ""


def _gained(fresh: Collection[str], more: Sequence[str]) -> Means:
    """That the claims are as they were, but for new ones, and for more values of some."""

    def means(old: Registry, new: Registry) -> bool:
        ids = {claim.id: claim for claim in new.claims}
        kept = all(
            replace(ids[one.id], values=one.values) == one
            and len(ids[one.id].values) == len(one.values) + more.count(one.id)
            and set(one.values) <= set(ids[one.id].values)
            for one in old.claims
            if one.id in ids
        )
        return kept and ids.keys() == {*fresh, *(one.id for one in old.claims)}

    return means
