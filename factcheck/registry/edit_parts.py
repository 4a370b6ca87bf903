"""A registry's text as its parts, each with where it begins and ends: what an edit works on.

The loader's nodes (nodes.py) are values with a place; these are places with a text. Both are made of the
events of PyYAML's parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import yaml

from factcheck.collector import collector_paused
from factcheck.errors import RegistryError
from factcheck.registry.nodes import Mark


@dataclass(slots=True)
class Part:
    """A node of the text from `start` to before `end`, blanks and comments behind it left out. `style` is a
    text's quote (or `|`, `>`), a collection's bracket; empty for a plain text and a block. The `items` of a
    map are keys and values in turn."""

    kind: Literal["text", "list", "map", "alias"]
    start: int
    end: int
    text: str = ""
    style: str = ""
    anchor: str = ""
    items: list[Part] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[Part, Part]]:
        """The keys of a map with their values."""
        items = iter(self.items if self.kind == "map" else ())
        return zip(items, items, strict=True)

    def get(self, key: str) -> Part | None:
        """The value that stands in the map itself under a key (never a merged one)."""
        return next((value for name, value in self.pairs if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Change:
    """What stands from `start` to before `end` gives way to `text`."""

    start: int
    end: int
    text: str


class RefusedError(Exception):
    """What cannot be written in the file's own style: where (an offset), and why."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at, self.why = at, why

    def told(self, text: str, path: str) -> RegistryError:
        """The error that ends the program, its place in the text of a file named."""
        line, column = text.count("\n", 0, self.at) + 1, self.at - text.rfind("\n", 0, self.at)
        return RegistryError(f"{path}:{line}:{column}: {self.why}")


def parts(text: str) -> Part:
    """The root of a text that the loader takes: a map."""
    above: list[Part] = [Part("list", 0, 0)]
    events: Any = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    with collector_paused():
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                part = _part(event, text)
                above[-1].items.append(part)
                if isinstance(event, yaml.CollectionStartEvent):
                    above.append(part)
            elif isinstance(event, yaml.CollectionEndEvent):
                done, mark = above.pop(), cast("Mark", event.end_mark)
                done.end = mark.index if done.style else done.items[-1].end
    return above[0].items[0]


def _part(event: Any, text: str) -> Part:
    start, end, anchor = event.start_mark.index, event.end_mark.index, event.anchor or ""
    if isinstance(event, yaml.AliasEvent):
        return Part("alias", start, end, anchor=anchor)
    if isinstance(event, yaml.ScalarEvent):
        end = len(text[:end].rstrip()) if event.style in ("|", ">") else end
        return Part("text", start, end, event.value, event.style or "", anchor)
    if isinstance(event, yaml.MappingStartEvent):
        return Part("map", start, end, style="{" if event.flow_style else "", anchor=anchor)
    return Part("list", start, end, style="[" if event.flow_style else "", anchor=anchor)


def changed(text: str, *changes: Change) -> str:
    """The text with some changes, which do not overlap; of two at one place, the first comes first."""
    for change in sorted(changes, key=lambda change: change.start)[::-1]:
        text = text[: change.start] + change.text + text[change.end :]
    return text
