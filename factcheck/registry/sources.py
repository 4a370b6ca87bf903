"""The sources of a registry: those it defines, and those its values name on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.model import Source
from factcheck.registry import fields as read
from factcheck.registry.nodes import Mapping, Node, Problems, Scalar
from factcheck.registry.suggest import nearest, slips
from factcheck.registry.vocabulary import plain

KEYS = ("name", "aliases", "url", "date", "private")
_KEY_LIKE = re.compile(r"[a-z][a-z0-9_-]{2,}")


@dataclass(slots=True)
class Sources:
    """The sources of a registry: by key, and by every name, plain. `problems` are those of the file that is
    being read; `described` is whether a value describes one on the spot, which those below it may name."""

    problems: Problems
    by_key: dict[str, Source] = field(default_factory=dict)
    by_name: dict[str, Source] = field(default_factory=dict)
    inline: dict[str, Source] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    masked: int = 0
    described: bool = False

    def define(self, node: Node | None, path: str) -> None:
        """Read the `sources` section of a file."""
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.problems.at(node, "`sources` must be a mapping from keys to sources")
            return
        for key, definition in node.entries.items():
            source = self._definition(key, definition)
            if place := self.places.get(key):
                self.problems.at(node.key(key), f"duplicate source {read.quote(key)} (first in {place})")
            elif source is not None:
                self.by_key[key] = source
                self.places[key] = f"{path}:{node.key(key).mark.line + 1}"
        for source in self.by_key.values():
            for name in (source.key or "", source.name, *source.aliases):
                self.by_name.setdefault(plain(name), source)

    def find(self, node: Node | None) -> Source | None:
        """The source that a value names: by key, by name or alias, or on the spot."""
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self._described(node)
        name = read.text(node, "source", self.problems)
        if name is None:
            return None
        known = self.by_key.get(name) or self.by_name.get(plain(name)) or self.inline.get(name)
        return known or self._named(name, node)

    def all(self) -> tuple[Source, ...]:
        """Every source, the defined ones first; one that is named on the spot counts once."""
        return (*self.by_key.values(), *self.inline.values())

    def _definition(self, key: str, node: Node) -> Source | None:
        if isinstance(node, Scalar):
            name = read.text(node, key, self.problems)
            return Source(name, key) if name else None
        entries = read.fields(node, KEYS, f"the source `{key}`", self.problems)
        return None if entries is None else self._source(entries, key)

    def _source(self, entries: read.Fields, key: str | None) -> Source | None:
        name = read.text(entries.get("name"), "name", self.problems) or key
        aliases = read.texts(entries.get("aliases"), "aliases", self.problems)
        url = read.text(entries.get("url"), "url", self.problems)
        date = read.iso_date(entries.get("date"), "date", self.problems)
        if (
            name
            and read.choice(entries.get("private"), "private", ("true", "false"), self.problems) == "true"
        ):
            self.masked += 1
            return Source(f"private source {self.masked}", key, (name, *aliases), url, date, True)
        return Source(name, key, aliases, url, date) if name else None

    def _described(self, node: Mapping) -> Source | None:
        """A source that a value describes in full; without a name it is none."""
        self.described = True
        entries = read.fields(node, KEYS, "`source`", self.problems)
        source = self._source(entries, None) if entries is not None else None
        if source is None and "name" not in node.entries:
            self.problems.at(node, "a source needs a `name`")
        if source is not None and plain(source.name) not in self.by_name:
            self.inline.setdefault(source.name, source)
        return source

    def _named(self, name: str, node: Node) -> Source | None:
        """A plain name, unless it looks like a defined key with a slip in it."""
        guess = nearest(name, self.by_key) if _KEY_LIKE.fullmatch(name) else None
        if guess and slips(name, guess) <= (1 if len(name) < 8 else 2):
            self.problems.at(node, f"unknown source {read.quote(name)} (did you mean `{guess}`?)")
            return None
        return self.inline.setdefault(name, Source(name))
