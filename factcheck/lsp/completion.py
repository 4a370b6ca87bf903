"""What may be written next in a registry: keys, and the words that a key takes. The text is looked at line by
line, for while it is written it is hardly ever YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from factcheck.language.lexicon import languages
from factcheck.language.units import units
from factcheck.model import IGNORABLE, WEAKNESSES, Kind, Rating, Registry
from factcheck.registry.claims import CLAIM_KEYS
from factcheck.registry.load import KEYS
from factcheck.registry.series import VALUE_KEYS
from factcheck.registry.sources import KEYS as SOURCE_KEYS

Sort = Literal["key", "claim", "source", "unit", "word"]
_KEY = r"""[^\s:#"'{\[-][^:#{\[]*|"[^"]*"|'[^']*'"""
_BELOW = re.compile(rf" *((?:- +)*)({_KEY}):\s*(?:&\S+\s*)?(?:#.*)?")
"""A line whose key has what it holds below it."""
_BRACE = re.compile(r"""(?:([\w.-]+|"[^"]*"|'[^']*'):\s*\[?\s*)?\{|\}""")
_VALUE = re.compile(r"(?:^|[{,\s])([\w-]+):[ ]+(?:\[(?:[^\[\]{}]*,)?\s*)?([^,{}\[\]:]*)$")
_WORD = re.compile(r"[^\s,{}\[\]:-][^\s,{}\[\]:]*$")
_ITEM = re.compile(r"\s*- +([^:{}\[\]]*)$")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be written, what kind of thing it is, and what it stands for."""

    text: str
    sort: Sort
    told: str = ""


def offers(before: str, registry: Registry | None) -> tuple[str, list[Offer]]:
    """What may stand at the end of a registry's text so far, and the beginning of it that stands there
    already; `registry` is the last sound one."""
    *above, line = before.split("\n")
    if line.lstrip().startswith("#"):
        return "", []
    if value := _VALUE.search(line):
        return value[2], list(_words(value[1], registry))
    if item := _ITEM.fullmatch(line):
        parents = _parents(above, line)
        if parents and parents[-1] in ("ignore", "source"):
            return item[1], list(_words(parents[-1], registry))
    word = _WORD.search(line)
    begun = word[0] if word else ""
    return begun, [Offer(key, "key") for key in _keys(above, line)]


def _words(key: str, registry: Registry | None) -> Iterator[Offer]:
    """What a key takes."""
    if key == "source" and registry:
        yield from (Offer(one.key, "source", one.name) for one in registry.sources if one.key)
    elif key == "part_of" and registry:
        yield from (Offer(one.id, "claim", one.title) for one in registry.claims)
    elif key == "unit":
        own = dict.fromkeys(one.unit for one in registry.claims if one.unit) if registry else {}
        yield from (Offer(unit, "unit") for unit in dict.fromkeys((*own, *units())))
    else:
        yield from (Offer(word, "word") for word in _FIXED.get(key, ()))


_FIXED: dict[str, Sequence[str]] = {
    "kind": get_args(Kind),
    "rating": get_args(Rating),
    "competing": ("true",),
    "private": ("true",),
    "lang": tuple(languages()),
    "ignore": (*IGNORABLE, *WEAKNESSES),
}


def _keys(above: Sequence[str], line: str) -> Sequence[str]:
    """The keys that may stand in a line, by what it stands below."""
    match [*_parents(above, line), *_inside(line)]:
        case []:
            return KEYS
        case ["claims", _]:
            return CLAIM_KEYS
        case ["sources", _] | ["claims", _, "values", "source"]:
            return SOURCE_KEYS
        case ["claims", _, "values"]:
            return list(dict.fromkeys(key for keys in VALUE_KEYS.values() for key in keys))
    return ()


def _inside(line: str) -> list[str]:
    """The keys whose braces are open at a line's end: `values: [{` tells of `values`."""
    opened: list[str] = []
    for match in _BRACE.finditer(line):
        if match[0] == "}":
            opened = opened[:-1]
        else:
            opened.append(match[1] or "")
    return [key.strip("\"'") for key in opened if key]


def _parents(above: Sequence[str], line: str) -> list[str]:
    """The keys below which a line stands, by its indent."""
    indent, item = len(line) - len(line.lstrip(" ")), line.lstrip(" ").startswith("-")
    found: list[str] = []
    for other in reversed(above):
        match = _BELOW.fullmatch(other)
        if match and (match.start(2) < indent or (item and match.start(2) == indent and not match[1])):
            found.append(match[2].strip("\"'"))
            indent, item = match.start(2), False
    return found[::-1]
