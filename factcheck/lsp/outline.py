"""Where a registry's text names its claims and sources, and where it speaks of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import yaml

from factcheck.model import Span
from factcheck.registry.edit_parts import Part, parts

What = Literal["claim", "source"]


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a claim or a source at a span of the text: where it is given, or only spoken of."""

    what: What
    name: str
    span: Span
    given: bool


@lru_cache(maxsize=8)
def names(text: str) -> tuple[Name, ...]:
    """The names in a registry's text, in its order; none in one that is no YAML."""
    try:
        root = parts(text)
    except (yaml.YAMLError, IndexError, ValueError, UnicodeEncodeError):
        return ()
    found = [*_sources(root), *_claims(root)]
    return tuple(sorted(found, key=lambda name: name.span))


def at(text: str, offset: int) -> Name | None:
    """The name at an offset of a registry's text, if any."""
    return next((one for one in names(text) if one.span[0] <= offset <= one.span[1]), None)


def _sources(root: Part) -> Iterator[Name]:
    for key, _ in _pairs(root.get("sources")):
        yield Name("source", key.text, (key.start, key.end), given=True)


def _claims(root: Part) -> Iterator[Name]:
    for key, claim in _pairs(root.get("claims")):
        yield Name("claim", key.text, (key.start, key.end), given=True)
        whole = claim.get("part_of")
        if whole and whole.kind == "text":
            yield Name("claim", whole.text, (whole.start, whole.end), given=False)
        values = claim.get("values")
        for value in values.items if values and values.kind == "list" else ():
            source = value.get("source")
            if source and source.kind == "text":
                yield Name("source", source.text, (source.start, source.end), given=False)
        for source, _ in _pairs(claim.get("series")):
            yield Name("source", source.text, (source.start, source.end), given=False)


def _pairs(part: Part | None) -> Iterator[tuple[Part, Part]]:
    if part is not None:
        yield from part.pairs
