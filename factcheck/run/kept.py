"""What files came to, kept for the next scan of them, in a SQLite database of the user's cache folder.

An entry is found by its file's name and bytes, and by all that has a part in what is found: the program, the
settings, and the registry but for its claims' values (`reach.scope`). Of these it tells which had a part, so
that after a correction only the articles are read anew that the corrected claim may have
to do with. A file is kept when all its articles could be checked.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from factcheck.cache import ARTICLES
from factcheck.errors import ReadError
from factcheck.read.addresses import is_address
from factcheck.read.load import load
from factcheck.run.article import Tools
from factcheck.run.reach import Change, Values, change, scope, values

NAME = f"{ARTICLES}2.sqlite"
MOST_BYTES = 2 * 2**30
"""What may be kept; of more, the half is deleted that was used longest ago."""
WAIT = 5.0
"""Seconds to wait for another scan that writes, before nothing is kept."""
_ASKED = 500
"""How many entries are asked for at once: https://www.sqlite.org/limits.html#max_variable_number."""
_TABLES = """
pragma journal_mode = wal;
pragma synchronous = normal;
pragma cache_size = -500;
create table if not exists registry (
    number integer primary key autoincrement, digest text unique, claims blob
);
create table if not exists file (
    key blob primary key, used text, registry integer, day text, articles integer, reach blob, body blob
);
create index if not exists of_registry on file (registry);
create index if not exists of_day on file (used);
"""
_UNUSED = """
delete from registry where number < ? and not exists (select 1 from file where registry = registry.number)
"""
_USED = "update file set used = ?, registry = ? where key = ? and registry = ?"  # if it is still that one
RECENT = 16
"""How many registries may be another scan's, of which nothing is kept yet."""
AGE = 60
"""Days after which is deleted what was not used: of registries, options and programs that were, as a rule."""
_OLD = "delete from file where used < ?"
_OUT_OF_USE = """
delete from file where key in (select key from file order by used limit (select count(*) / 2 from file));
"""
T = TypeVar("T")


class DamageError(Exception):
    """An entry is no entry."""


@dataclass(frozen=True, slots=True)
class About:
    """What something that is kept tells of itself, as a `Checkup` does: how many articles it is of, which
    claims were weighed, and what leads to others. What is `passing` holds for today."""

    articles: int = 0
    weighed: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    passing: bool = False


class Entry(NamedTuple):
    """What a file came to: its key, the day on which it was last used, the registry's number, the day by
    which an article without a date was judged (empty where all have one), how many articles it has, which
    claims were weighed and what leads to others, and what is kept, packed."""

    key: bytes
    used: str
    registry: int
    day: str
    articles: int
    reach: bytes
    body: bytes

    def read(self) -> Any:
        """What is kept. Raises DamageError."""
        try:
            return json.loads(_unpacked(self.body))
        except (ValueError, RecursionError) as error:
            raise DamageError from error


@dataclass
class Kept:
    """The entries for one registry and one way to scan, as of today; `apart` from those for the same registry
    with other values, if that is asked. Where the database is of no use, nothing is kept and nothing found;
    what is damaged is thrown away."""

    path: Path
    tools: Tools
    apart: bool = False
    _base: sqlite3.Connection | None = None
    _number: int = 0
    _scope: bytes = b""
    _values: Values = field(default_factory=dict)
    _changes: dict[int, Change | None] = field(default_factory=dict)
    _fresh: list[Entry] = field(default_factory=list)
    _used: list[tuple[str, int, bytes, int]] = field(default_factory=list)

    def open(self) -> None:
        """Open the database, and make it where there is none."""
        registry = self.tools.registry
        self._values = values(registry)
        mark = sha256(_json(self._values)).hexdigest()
        self._scope = f"{scope(registry, self.tools.options)} {mark if self.apart else ''}".encode()
        self._tried(lambda: self._open(mark), None)

    def _open(self, mark: str) -> None:
        self._base = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        self._base.executescript(_TABLES)
        told = _packed(self._values)
        self._base.execute("insert or ignore into registry (digest, claims) values (?, ?)", (mark, told))
        (self._number,) = self._base.execute(
            "select number from registry where digest = ?", (mark,)
        ).fetchone()
        self._base.execute(_UNUSED, (self._number - RECENT,))

    def close(self) -> None:
        """Keep what is left to keep, and close the database."""
        self.flush()
        self._tried(self._tidy, None)
        if self._base:
            self._base.close()
            self._base = None

    def key(self, path: str, mark: str = "") -> bytes:
        """What stands for a file as it is now, and for what is kept of it under a `mark`; empty for one that
        cannot be read, and for what lies at an address, which is not to be fetched again and again."""
        if is_address(path):
            return b""
        try:
            data = load(path, self.tools.options.reading.limits)
        except (ReadError, OSError):
            return b""
        return self.name([mark, path, data])

    def name(self, *parts: Iterable[str | bytes]) -> bytes:
        """What stands for parts, the last of which may hold any sign, in this scan and those like it."""
        found = sha256(self._scope)
        for part in chain.from_iterable(parts):
            found.update(b"\0" + (part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")))
        return found.digest()[:16]

    def find(self, keys: Sequence[bytes]) -> Mapping[bytes, Entry]:
        """The entries that still hold, by their keys."""
        asked = [key for key in keys if key]
        return self._tried(lambda: {row.key: row for row in self._found(asked)}, {})

    def _found(self, keys: Sequence[bytes]) -> Iterator[Entry]:
        if self._base is None:
            return
        for at in range(0, len(keys), _ASKED):
            part = keys[at : at + _ASKED]
            told = self._base.execute(f"select * from file where key in ({','.join('?' * len(part))})", part)
            for entry in map(Entry._make, told):
                if self._holds(entry):
                    yield entry

    def _holds(self, entry: Entry) -> bool:
        today = self.tools.today
        if (entry.day and entry.day != today) or self.reaches(self._changed(entry.registry), entry):
            return False
        if entry.used != today or entry.registry != self._number:
            self._used.append((today, self._number, entry.key, entry.registry))
        return True

    def reaches(self, turn: Change | None, entry: Entry) -> bool:
        """Whether a change may make another of an entry; None: nobody knows what it was made by."""
        if turn is None or not (turn.claims or turn.leads):
            return turn is None
        try:
            weighed, leads = json.loads(_unpacked(entry.reach))
            return turn.reaches(weighed, leads)
        except (ValueError, TypeError) as error:
            raise DamageError from error

    def _changed(self, number: int) -> Change | None:
        """What has changed since a registry that was kept, by its number. Raises DamageError."""
        if number not in self._changes:
            then = self._values if number == self._number else self._told(number)
            self._changes[number] = change(then, self._values) if then is not None else None
        return self._changes[number]

    def _told(self, number: int) -> Values | None:
        """The values of a registry that was kept; None where another scan has deleted them."""
        assert self._base is not None
        row = self._base.execute("select claims from registry where number = ?", (number,)).fetchone()
        if row is None:
            return None
        told = json.loads(_unpacked(row[0]))
        if not isinstance(told, dict) or told.keys() != self._values.keys():
            raise DamageError
        return told

    def read(self, entry: Entry, build: Callable[[Any], T]) -> T | None:
        """What is kept, built of plain data; None where it is damaged."""

        def built() -> T:
            try:
                return build(entry.read())
            except (TypeError, LookupError) as error:
                raise DamageError from error

        return self._tried(built, None)

    def keep(self, key: bytes, data: object, about: About) -> None:
        """Keep plain data under a key, once it is flushed."""
        if key:
            today = self.tools.today
            day, reach = today if about.passing else "", _packed([sorted(about.weighed), sorted(about.leads)])
            self._fresh.append(Entry(key, today, self._number, day, about.articles, reach, _packed(data)))

    def flush(self) -> None:
        """Write what is to be kept: what is written, no end of the program undoes."""
        fresh, used = self._fresh, self._used
        self._fresh, self._used = [], []
        if fresh or used:
            self._tried(lambda: self._write(fresh, used), None)

    def _write(self, fresh: Sequence[Entry], used: Sequence[tuple[str, int, bytes, int]]) -> None:
        if self._base:
            self._base.execute("begin immediate")
            self._base.executemany(_USED, used)
            self._base.executemany("insert or replace into file values (?, ?, ?, ?, ?, ?, ?)", fresh)
            self._base.execute("commit")
            self._bound()

    def _tidy(self) -> None:
        self._bound()
        if self._base:
            last = date.fromisoformat(self.tools.today) - timedelta(AGE)
            self._base.execute(_OLD, (last.isoformat(),))

    def _bound(self) -> None:
        if self._base and _size(self._base) > MOST_BYTES:
            self._base.executescript(_OUT_OF_USE)

    def _tried(self, act: Callable[[], T], otherwise: T) -> T:
        """What an act on the database returns; where it fails, something else. Damage ends the database."""
        try:
            return act()
        except (sqlite3.DatabaseError, DamageError, ValueError) as error:
            if self._base:
                self._base.close()
                self._base = None
                if not isinstance(error, sqlite3.OperationalError):  # locked, full, read-only: no damage
                    self._throw_away()
            return otherwise

    def _throw_away(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):  # another process may have it open
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        told = "was damaged, and is thrown away: the articles are scanned anew"
        self.tools.options.cache.tell(f"note: {self.path}: {told}")


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _packed(value: object) -> bytes:
    return zlib.compress(_json(value), 1)


def _unpacked(data: object) -> bytes:
    """Raises DamageError."""
    try:
        return zlib.decompress(data) if isinstance(data, bytes) else b""
    except zlib.error as error:
        raise DamageError from error


def _size(base: sqlite3.Connection) -> int:
    pages, free, each = (
        int(base.execute(f"pragma {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * each
