"""What the styles of a word processor's document are for, by their names in the languages that it speaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import BlockKind

_ODD = re.compile(r"[^a-z0-9]+")
# Word's own names are English whatever it speaks, its ids and other programs' names are not; an id loses the
# letters with accents (`Lgende`)
_KINDS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("title", re.compile(r"title|titre(?:principal)?|t[ií]?tulo(?:principal)?|ttulo|puesto")),
    ("heading", re.compile(r"(?:heading|titre|titulo|ttulo)\d|heading|subtitle|sous-?titre|sub-?titulo")),
    (
        "quote",
        re.compile(r"(?:intense)?quot(?:e|ations?)|citation(?:intense)?|cita(?:destacada|s)?|blocktext"),
    ),
    ("caption", re.compile(r"caption|legende|lgende|epigrafe|descripcion|illustration|figure")),
    (
        "item",
        re.compile(r"list(?:bullet|number)\d?|liste?(?:apuces|anumeros)\d?|lista(?:convietas|connumeros)\d?"),
    ),
)
_CONTENTS = re.compile(
    r"(?:toc|tm|tdc|contents)(?:\d|heading)|tableoffigures|tableofcontents|tabladecontenido"
)
_DATE = re.compile(r"date|fecha")
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or a run in a style is: `kind` None where that tells nothing, `depth` of a list's
    item, from 1; `contents` is a line of the table of contents, `date` the document's date."""

    kind: BlockKind | None = None
    depth: int = 0
    hidden: bool = False
    contents: bool = False
    date: bool = False


PLAIN = Style()


def named(name: str) -> Style:
    """What a style is for by its name, or its id, alone."""
    key = _ODD.sub("", unicodedata.normalize("NFD", name.casefold()))
    kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(key)), None)
    depth = (int(key[-1]) if key[-1:].isdigit() else 1) if kind == "item" else 0
    contents, date = _CONTENTS.fullmatch(key) is not None, _DATE.fullmatch(key) is not None
    return Style(kind, depth, contents=contents, date=date)


def inherited(own: Mapping[str, Style], based: Mapping[str, str]) -> dict[str, Style]:
    """Each style with what it has from those that it is based on; `based` may go in circles."""
    found: dict[str, Style] = {}
    for key, style in own.items():
        above, kin = key, [style]
        for _ in range(_STEPS):
            above = based.get(above, "")
            if above not in own:
                break
            kin.append(own[above])
        told = next((one for one in kin if one.kind), style)
        hidden, contents = any(one.hidden for one in kin), any(one.contents for one in kin)
        found[key] = Style(told.kind, told.depth, hidden, contents, any(one.date for one in kin))
    return found
