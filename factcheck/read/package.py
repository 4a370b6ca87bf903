"""Packages of Office Open XML (ECMA-376-2): what their parts refer to, and what they say of themselves."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.read.headings import given_title
from factcheck.read.items import day
from factcheck.read.packed import Packed
from factcheck.read.xml import parse


class Relation(NamedTuple):
    """What a part of a package refers to: the last word of its kind (`footnotes`), and where it is."""

    kind: str
    target: str


def related(packed: Packed, part: str) -> dict[str, Relation]:
    """What a part refers to, by id (ECMA-376-2, 9); of an internal one its name in the package."""
    folder, file = posixpath.split(part)
    source = posixpath.join(folder, "_rels", f"{file}.rels")
    data = packed.read(source)
    found: dict[str, Relation] = {}
    for row in parse(packed.path, data, source) if data else ():
        target, kind = row.get("Target", ""), row.get("Type", "").rpartition("/")[2]
        if row.get("TargetMode") != "External" and kind != "hyperlink":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[row.get("Id", "")] = Relation(kind, target)
    return found


def of_kind(found: Mapping[str, Relation], kind: str) -> str | None:
    """Where the first part of a kind is."""
    return next((one.target for one in found.values() if one.kind == kind), None)


def properties(packed: Packed) -> tuple[str, str | None, str | None]:
    """The title, the day of creation and the language among a package's properties."""
    source = of_kind(related(packed, ""), "core-properties") or "docProps/core.xml"
    data = packed.read(source)
    said = {
        str(row.tag).rpartition("}")[2]: " ".join((row.text or "").split())
        for row in (parse(packed.path, data, source) if data else ())
    }
    return given_title(said.get("title", "")), day(said.get("created", "")), said.get("language") or None
