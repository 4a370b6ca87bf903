"""Mentions and names kept until all articles are read, in a file beyond what is worth keeping in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps, loads
from typing import NamedTuple

from factcheck.check.spellings import Key, key_of, suspects
from factcheck.codec import built, plain
from factcheck.model import Holder, Mention

MEMORY = 1_000
"""KiB of mentions that are kept in memory."""


class Held(NamedTuple):
    """A mention as a text, by its claim, its article's ISO day, and whether its figure is flagged already."""

    claim: str
    text: str
    day: str
    flagged: bool

    @property
    def mention(self) -> Mention:
        """The mention itself."""
        return built(Mention, loads(self.text))


class Named(NamedTuple):
    """A name beside an office as a text, by what it is told apart by, and whether it is flagged already."""

    name: str
    text: str
    flagged: bool

    @property
    def holder(self) -> Holder:
        """The name itself."""
        return built(Holder, loads(self.text))


def held(mention: Mention, day: str, flagged: bool) -> Held:
    """A mention that is about a claim, ready to be kept."""
    return Held(mention.claim or "", dumps(plain(mention)), day, flagged)


def named(holder: Holder, flagged: bool) -> Named:
    """A name, ready to be kept."""
    return Named(name_of(key_of(holder)), dumps(plain(holder)), flagged)


class Spill:
    """Mentions by claim, and names beside offices. They stand in a temporary database, which SQLite keeps in
    memory up to MEMORY, and beyond in a file that nobody else sees and that ends with it
    (https://www.sqlite.org/inmemorydb.html#temp_db)."""

    def __init__(self) -> None:
        import sqlite3

        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute(f"pragma cache_size = -{MEMORY}")
        self._kept.execute("pragma journal_mode = off")
        self._kept.execute("create table held (claim text, mention text, day text, flagged integer)")
        self._kept.execute("create table named (name text, holder text, flagged integer)")

    def add(self, rows: Iterable[Held]) -> None:
        """Keep some mentions."""
        self._kept.executemany("insert into held values (?, ?, ?, ?)", rows)

    def claims(self) -> list[str]:
        """The claims that have mentions, by their ids."""
        self._kept.execute("create index of_claim on held (claim)")
        return [claim for (claim,) in self._kept.execute("select distinct claim from held order by claim")]

    def of(self, claim: str) -> Iterator[Held]:
        """The mentions of a claim, in the order in which they came."""
        found = self._kept.execute("select * from held where claim = ? order by rowid", (claim,))
        return map(Held._make, found)

    def name(self, rows: Iterable[Named]) -> None:
        """Keep some names."""
        self._kept.executemany("insert into named values (?, ?, ?)", rows)

    def named(self, among: Iterable[str]) -> list[Named]:
        """The names that are alike, and those `among` some that may be, in the order in which they came."""
        known = self._kept.execute("select distinct name from named")
        wanted = {*map(name_of, suspects({_key(name) for (name,) in known})), *among}
        self._kept.execute("create temp table if not exists wanted (name text primary key)")
        self._kept.executemany("insert or ignore into wanted values (?)", ((name,) for name in wanted))
        found = self._kept.execute(
            "select * from named where name in (select name from wanted) order by rowid"
        )
        return list(map(Named._make, found))

    def close(self) -> None:
        """Forget them."""
        self._kept.close()


def name_of(key: Key) -> str:
    """A name as a text, by which it is found."""
    language, parts = key
    return " ".join((language, *parts))


def _key(name: str) -> Key:
    language, *parts = name.split(" ")
    return language, tuple(parts)
