"""Mentions kept until all articles are read, in a file beyond what is worth keeping in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from json import dumps, loads
from operator import itemgetter
from typing import NamedTuple

from factcheck.codec import built, plain
from factcheck.model import Mention

MEMORY = 4_000
"""KiB of mentions that are kept in memory."""


class Held(NamedTuple):
    """A mention, its article's ISO day, and whether its figure is flagged already."""

    mention: Mention
    day: str
    flagged: bool


class Spill:
    """Mentions by claim. They stand in a temporary database, which SQLite keeps in memory up to MEMORY, and
    beyond in a file that nobody else sees and that ends with it
    (https://www.sqlite.org/inmemorydb.html#temp_db)."""

    def __init__(self) -> None:
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.execute(f"pragma cache_size = -{MEMORY}")
        self._kept.execute("pragma journal_mode = off")
        self._kept.execute("create table held (claim text, mention text, day text, flagged integer)")

    def add(self, rows: Iterable[Held]) -> None:
        """Keep some mentions."""
        told = ((row.mention.claim, dumps(plain(row.mention)), row.day, row.flagged) for row in rows)
        self._kept.executemany("insert into held values (?, ?, ?, ?)", told)

    def by_claim(self) -> Iterator[list[Held]]:
        """The mentions of each claim, in the order of the claims' ids."""
        found = self._kept.execute("select * from held order by claim")
        for _, rows in groupby(found, key=itemgetter(0)):
            yield [Held(built(Mention, loads(told)), day, bool(flagged)) for _, told, day, flagged in rows]

    def close(self) -> None:
        """Forget them."""
        self._kept.close()
