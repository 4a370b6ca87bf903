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
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from factcheck.cache import ARTICLES
from factcheck.codec import built, plain
from factcheck.errors import ReadError
from factcheck.read.addresses import is_address
from factcheck.read.load import load
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import Batches, Engine, Rows, checkups
from factcheck.run.reach import Change, Values, change, scope, values

NAME = f"{ARTICLES}1.sqlite"
MOST_BYTES = 2 * 2**30
"""What may be kept; of more, the half is deleted that was used longest ago."""
WAIT = 5.0
"""Seconds to wait for another scan that writes, before nothing is kept."""
_TABLES = """
pragma journal_mode = wal;
pragma synchronous = normal;
create table if not exists file (key blob primary key, used text, rows blob) without rowid;
create table if not exists registry (number integer primary key, digest text unique, claims blob);
"""
T = TypeVar("T")


class DamageError(Exception):
    """An entry is no entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file came to: the day by which an article without a date was judged (empty where all have one),
    the registry's number, which claims were weighed and what leads to others, and the rows, packed."""

    day: str
    registry: int
    weighed: frozenset[str]
    leads: frozenset[str]
    packed: bytes

    def rows(self) -> Rows:
        """What each article came to. Raises DamageError."""
        try:
            return [built(Checkup, row) for row in json.loads(self.packed)]
        except (ValueError, TypeError, RecursionError) as error:
            raise DamageError from error


@dataclass
class Kept:
    """The entries for one registry and one way to scan, as of today. Where the database is of no use, nothing
    is kept and nothing found; what is damaged is thrown away."""

    path: Path
    tools: Tools
    tell: Callable[[str], None]
    _base: sqlite3.Connection | None = None
    _number: int = 0
    _scope: bytes = b""
    _values: Values = field(default_factory=dict)
    _changes: dict[int, Change] = field(default_factory=dict)
    _fresh: list[tuple[bytes, str, bytes]] = field(default_factory=list)
    _used: list[tuple[str, bytes]] = field(default_factory=list)

    def open(self) -> None:
        """Open the database, and make it where there is none."""
        registry = self.tools.registry
        self._values = values(registry)
        self._scope = scope(registry, self.tools.options).encode()
        self._tried(self._open, None)

    def _open(self) -> None:
        self._base = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        self._base.executescript(_TABLES)
        mark, told = sha256(_json(self._values)).hexdigest(), _packed(self._values)
        self._base.execute("insert or ignore into registry (digest, claims) values (?, ?)", (mark, told))
        (self._number,) = self._base.execute(
            "select number from registry where digest = ?", (mark,)
        ).fetchone()

    def close(self) -> None:
        """Keep what is left to keep, and close the database."""
        self.flush()
        self._tried(self._bound, None)
        if self._base:
            self._base.close()
            self._base = None

    def key(self, path: str) -> bytes:
        """What stands for a file as it is now; empty for one that cannot be read, and for what lies at an
        address, which is not to be fetched again and again."""
        if is_address(path):
            return b""
        try:
            data = load(path, self.tools.options.reading.limits)
        except (ReadError, OSError):
            return b""
        found = sha256(self._scope)
        found.update(path.encode("utf-8", "surrogatepass") + b"\0" + data)
        return found.digest()[:16]

    def find(self, key: bytes) -> Entry | None:
        """The entry of a file that still holds, if there is one."""
        entry = self._tried(lambda: self._found(key), None) if key else None
        return entry if entry and self._tried(lambda: self._holds(entry), False) else None

    def rows(self, entry: Entry) -> Rows | None:
        """The rows of an entry; None where it is damaged."""
        return self._tried(entry.rows, None)

    def of(self, path: str) -> Rows:
        """What a file came to: as it is kept, else as it is made, which is kept then."""
        key = self.key(path)
        entry = self.find(key)
        rows = self.rows(entry) if entry else None
        if rows is None:
            rows = list(checkups([path], self.tools))
            self.keep(key, path, rows)
        return rows

    def _found(self, key: bytes) -> Entry | None:
        if self._base is None:
            return None
        row = self._base.execute("select rows, used from file where key = ?", (key,)).fetchone()
        if row and row[1] != self.tools.today:
            self._used.append((self.tools.today, key))
        return _entry(row[0]) if row else None

    def _holds(self, entry: Entry) -> bool:
        reached = self._changed(entry.registry).reaches(entry.weighed, entry.leads)
        return entry.day in ("", self.tools.today) and not reached

    def _changed(self, number: int) -> Change:
        """What has changed since a registry that was kept, by its number. Raises DamageError."""
        if number not in self._changes:
            then = self._values if number == self._number else self._told(number)
            self._changes[number] = change(then, self._values)
        return self._changes[number]

    def _told(self, number: int) -> Values:
        assert self._base is not None
        row = self._base.execute("select claims from registry where number = ?", (number,)).fetchone()
        told = json.loads(_unpacked(row[0])) if row else None
        if not isinstance(told, dict) or told.keys() != self._values.keys():
            raise DamageError
        return told

    def keep(self, key: bytes, path: str, rows: Rows) -> None:
        """Keep what a file came to, if it is still the one that had this key."""
        done = [row for row in rows if isinstance(row, Checkup)]
        if key and len(done) == len(rows) and self.key(path) == key:
            self._fresh.append((key, self.tools.today, self._entry_of(done)))

    def _entry_of(self, rows: Sequence[Checkup]) -> bytes:
        undated = any(row.summary.date is None for row in rows)
        weighed = sorted({claim for row in rows for claim in row.weighed})
        leads = sorted({key for row in rows for key in row.leads})
        head = [self.tools.today if undated else "", self._number, weighed, leads]
        return zlib.compress(_json(head) + b"\n" + _json(list(map(plain, rows))), 1)

    def flush(self) -> None:
        """Write what is to be kept: what is written, no end of the program undoes."""
        fresh, used = self._fresh, self._used
        self._fresh, self._used = [], []
        if fresh or used:
            self._tried(lambda: self._write(fresh, used), None)

    def _write(self, fresh: Sequence[tuple[bytes, str, bytes]], used: Sequence[tuple[str, bytes]]) -> None:
        if self._base:
            self._base.execute("begin immediate")
            self._base.executemany("update file set used = ? where key = ?", used)
            self._base.executemany("insert or replace into file values (?, ?, ?)", fresh)
            self._base.execute("commit")

    def _bound(self) -> None:
        if self._base and _size(self._base) > MOST_BYTES:
            self._base.execute(
                "delete from file where key in "
                "(select key from file order by used limit (select count(*) / 2 from file))"
            )

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
        self.tell(f"note: {self.path}: was damaged, and is thrown away: the articles are scanned anew")


def remembering(engine: Engine) -> Engine:
    """The engine that works on those files only of which nothing is kept."""

    def work(batches: Batches, tools: Tools) -> Iterator[list[Rows]]:
        if (path := tools.options.cache.place(NAME)) is None:
            yield from engine(batches, tools)
            return
        kept = Kept(path, tools, tools.options.cache.tell)
        line: deque[list[tuple[str, bytes, Entry | None]]] = deque()

        def missing() -> Iterator[Sequence[str]]:
            for batch in batches:
                keys = [kept.key(path) for path in batch]
                line.append([(path, key, kept.find(key)) for path, key in zip(batch, keys, strict=True)])
                yield [path for path, _, entry in line[-1] if entry is None]

        kept.open()
        try:
            for done in engine(missing(), tools):
                fresh = iter(done)
                rows = [_rows(kept, *looked_up, fresh, tools) for looked_up in line.popleft()]
                kept.flush()
                yield rows
        finally:
            kept.close()

    return work


def _rows(
    kept: Kept, path: str, key: bytes, entry: Entry | None, fresh: Iterator[Rows], tools: Tools
) -> Rows:
    """What a file came to: as it is kept, else as it is made, which is kept then."""
    rows = kept.rows(entry) if entry else next(fresh)
    if entry and rows is not None:
        return rows
    found = list(checkups([path], tools)) if rows is None else rows
    kept.keep(key, path, found)
    return found


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


def _entry(data: object) -> Entry:
    """Raises DamageError."""
    head, _, packed = _unpacked(data).partition(b"\n")
    try:
        day, number, weighed, leads = json.loads(head)
        return Entry(day, number, frozenset(weighed), frozenset(leads), packed)
    except (ValueError, TypeError) as error:
        raise DamageError from error


def _size(base: sqlite3.Connection) -> int:
    pages, free, each = (
        int(base.execute(f"pragma {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * each
