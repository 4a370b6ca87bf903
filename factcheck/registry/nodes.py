"""YAML text to nodes that know where they stand: a small builder over PyYAML's parser events.

Scalars stay the strings that were written (`no`, `16:45` and `010` mean themselves), duplicate keys
are refused, aliases share their node, and what could blow up is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

import yaml

from factcheck.registry.syntax import MAX_DEPTH, TOO_DEEP, beyond_the_parser, explain

MAX_SCALAR = 20_000
MAX_ALIASED = 1_000_000
MAX_NODES = 4_000_000
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class Mark(Protocol):
    """A place in the file; line, column and index count from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def index(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A mark of our own, where the parser gives none."""

    line: int = 0
    column: int = 0
    index: int = 0


@dataclass(slots=True)
class Scalar:
    """A text. `plain` is false where it is quoted or tagged; `glued` is true where nothing but one
    character (in braces and brackets: a comma) stands between it and the scalar before."""

    text: str
    mark: Mark
    plain: bool = True
    glued: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was written (or YAML's null)."""
        return self.plain and self.text in EMPTY


@dataclass(slots=True)
class Sequence:
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their nodes, merged ones included; `keys` are the key nodes, `items` keys and values in
    turn as they were written."""

    mark: Mark
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)

    def key(self, name: str) -> Scalar | Mapping:
        """The node of a key, for its place; the mapping itself for a key that was merged into it."""
        return self.keys.get(name, self)


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Problems:
    """What is wrong in the file so far."""

    found: set[tuple[int, int, str]] = field(default_factory=set)
    _ruined: set[tuple[int, int]] = field(default_factory=set)

    def at(self, place: Node | Mark, what: str) -> None:
        """Note a problem at a node or a mark; the same one at the same place counts once."""
        mark = place.mark if isinstance(place, Scalar | Sequence | Mapping) else place
        at = mark.line + 1, mark.column + 1
        if at not in self._ruined:
            self.found.add((*at, what))

    def ruin(self, place: Node, what: str) -> None:
        """Note a problem that leaves nothing more to say of a node."""
        self.at(place, what)
        self._ruined.add((place.mark.line + 1, place.mark.column + 1))

    def lines(self, path: str) -> list[str]:
        """One `path:line:column: what` each, in the file's order."""
        return [f"{path}:{line}:{column}: {what}" for line, column, what in sorted(self.found)]


class _StopError(Exception):
    """Reading on would be costly or senseless."""

    def __init__(self, mark: Mark, what: str) -> None:
        super().__init__(what)
        self.mark, self.what = mark, what


def compose(text: str, problems: Problems, loader: Any = None) -> Node | None:
    """The root node of a YAML text, or None where it is empty or no YAML (then `problems` says why).

    `loader` is the PyYAML loader whose parser is used: the C one by default, where it is installed.
    """
    builder = _Builder(problems)
    try:
        for event in _events(text, loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            handler = builder.handlers.get(type(event))
            if handler is not None:
                handler(event)
    except _StopError as stop:
        problems.at(stop.mark, stop.what)
        return None
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        place, what = explain(error, text)
        problems.at(Place(*place), what)
        return None
    return builder.root


def too_deep(text: str, loader: Any) -> Mark | None:
    """Where a YAML text is nested more than MAX_DEPTH deep, None where it is not, or is no YAML before.

    To be asked before PyYAML composes a text that anybody may have written: it goes down by recursion,
    in C without an end."""
    if sum(map(text.count, "[{-?:")) <= MAX_DEPTH:  # quick: each level costs one of these
        return None
    depth = 0
    try:
        for event in _events(text, loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                return cast("Mark", event.start_mark)
    except yaml.YAMLError as error:
        return cast("Mark", getattr(error, "problem_mark", None)) if beyond_the_parser(error) else None
    return None


def _events(text: str, loader: Any) -> Iterator[Any]:
    return iter(yaml.parse(text, Loader=loader))


class _Builder:
    """Turns events into nodes with a stack, never by recursion: `handlers` take the next event of a type."""

    def __init__(self, problems: Problems) -> None:
        self.root: Node | None = None
        self._problems = problems
        self._stack: list[Sequence | Mapping] = []
        self._open: list[tuple[str | None, int]] = []
        self._anchors: dict[str, tuple[Node, int | None]] = {}
        self._size = 0  # nodes so far, counted as if every alias were a copy
        self._aliased = 0
        self._end = -1
        self.handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.SequenceStartEvent: self._start_sequence,
            yaml.MappingEndEvent: self._finish_mapping,
            yaml.SequenceEndEvent: self._finish,
            yaml.DocumentStartEvent: self._document,
        }

    def _document(self, event: Any) -> None:
        if self.root is not None:
            raise _StopError(event.start_mark, "a second document begins here: a registry is one document")

    def _add(self, node: Node) -> None:
        if self._size - self._aliased > MAX_NODES:
            raise _StopError(node.mark, f"more than {MAX_NODES:,} keys and values: make it several files")
        if self._stack:
            self._stack[-1].items.append(node)
        else:
            self.root = node

    def _scalar(self, event: Any) -> None:
        text, mark = event.value, event.start_mark
        if len(text) > MAX_SCALAR:
            raise _StopError(mark, f"a text of {len(text):,} characters (at most {MAX_SCALAR:,})")
        node = Scalar(text, mark, event.implicit[0], mark.index - self._end == 1)
        self._end = event.end_mark.index
        self._size += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = node, 1
        self._add(node)

    def _alias(self, event: Any) -> None:
        node, size = self._anchors.get(event.anchor, (None, 0))
        if node is None or size is None:
            why = "is not defined above" if node is None else "stands inside itself"
            text = Scalar(f"*{event.anchor}", event.start_mark, plain=False)
            self._problems.ruin(
                text, f"the alias `{text.text}` {why} (a text that begins with * needs quotes)"
            )
            self._add(text)
            return
        self._size += size
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise _StopError(event.start_mark, f"the aliases repeat more than {MAX_ALIASED:,} nodes")
        self._add(node)

    def _start_mapping(self, event: Any) -> None:
        self._start(event, Mapping(event.start_mark))

    def _start_sequence(self, event: Any) -> None:
        self._start(event, Sequence(event.start_mark))

    def _start(self, event: Any, node: Sequence | Mapping) -> None:
        if len(self._stack) == MAX_DEPTH:
            raise _StopError(event.start_mark, TOO_DEEP)
        if event.anchor is not None:
            self._anchors[event.anchor] = node, None
        self._add(node)
        self._stack.append(node)
        self._open.append((event.anchor, self._size))
        self._size += 1

    def _finish(self, _event: Any) -> None:
        node = self._stack.pop()
        anchor, size = self._open.pop()
        if anchor is not None:
            self._anchors[anchor] = node, self._size - size

    def _finish_mapping(self, event: Any) -> None:
        node = self._stack[-1]
        assert isinstance(node, Mapping)
        merged: list[Node] = []
        items = iter(node.items)
        for key, value in zip(items, items, strict=True):
            if not isinstance(key, Scalar):
                self._problems.at(key, "a key must be a text")
            elif key.text == "<<" and key.plain:
                merged += value.items if isinstance(value, Sequence) else [value]
            elif key.text in node.entries:
                first = node.key(key.text).mark.line + 1
                self._problems.at(key, f"duplicate key `{key.text[:60]}` (first on line {first})")
            else:
                node.entries[key.text], node.keys[key.text] = value, key
        self._merge(node, merged)
        self._finish(event)

    def _merge(self, node: Mapping, merged: list[Node]) -> None:
        for other in merged:
            if isinstance(other, Mapping):
                for key, value in other.entries.items():
                    node.entries.setdefault(key, value)
            else:
                self._problems.at(other, "`<<` merges a mapping, or a list of mappings")
