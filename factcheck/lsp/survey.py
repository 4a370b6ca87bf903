"""What the other articles of a registry's folder say of its claims: found in the background, one article
after the other, and kept for as long as neither the article nor the registry changes; in the cache of
articles, too, so that an editor that is opened again has it at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from factcheck.lsp.check import OvertakenError, Watch
from factcheck.lsp.rooms import Room, nearest, stamp
from factcheck.model import Mention
from factcheck.read.files import find as find_files
from factcheck.run.article import Checkup
from factcheck.run.engines import alone, run
from factcheck.run.kept import NAME, Kept

MOST = 2_000
"""Articles of a folder that are looked at."""


@dataclass(frozen=True, slots=True)
class Use:
    """A mention of a claim in an article, and whether it is wrong."""

    mention: Mention

    @property
    def wrong(self) -> bool:
        """Whether it surely disagrees with its claim on its article's day."""
        return self.mention.certainty == "sure" and self.mention.verdict in ("discrepancy", "outdated")


@dataclass
class Survey:
    """The articles of a registry's folder, by path, each with what it came to. For one thread."""

    room: Room
    files: tuple[str, ...] = ()
    _found: dict[str, tuple[object, tuple[Checkup, ...]]] = field(default_factory=dict)
    _cache: Kept | None = None

    def find(self, cached: bool = False) -> None:
        """Find the articles whose nearest registry this is. What the cache knows of them is taken from it, if
        it may be asked: it is not to know a registry that was only typed."""
        self.close()
        path = self.room.settings.cache.place(NAME) if cached else None
        if path:
            self._cache = Kept(path, self.room.tools)
            self._cache.open()
        folder = self.room.folder
        found = find_files([folder], self.room.settings.options.excludes).files
        self.files = tuple(file for file in found if self.room.claimed or self._is_ours(file))[:MOST]
        self._found = {file: row for file, row in self._found.items() if file in set(self.files)}

    def _is_ours(self, file: str) -> bool:
        return nearest(Path(file).parent) == self.room.path

    def waiting(self) -> Iterator[str]:
        """The articles that are to be looked at."""
        return (file for file in self.files if self._found.get(file, (None,))[0] != stamp([file], {}))

    def look(self, file: str, wanted: Callable[[], bool]) -> bool:
        """Look at an article; whether that was done, and did not give way to what somebody waits for."""
        with suppress(OvertakenError):
            self._look(file, wanted)
            return True
        return False

    def _look(self, file: str, wanted: Callable[[], bool]) -> None:
        seen, tools = stamp([file], {}), self.room.tools
        tools.watch = Watch(wanted=wanted)
        tools.options = replace(tools.options, stdin_name="-")
        rows = run([file], tools, engine=alone, kept=self._cache)
        self._found[file] = seen, tuple(_kept(row) for row in rows if isinstance(row, Checkup))

    def close(self) -> None:
        """Keep what was found, for the next time."""
        if self._cache:
            self._cache.close()
            self._cache = None

    def others(self, but: Iterable[str], claims: Iterable[str]) -> list[Checkup]:
        """What the articles, but for some, surely say of some claims."""
        away, wanted = set(map(os.path.realpath, but)), set(claims)
        found = (rows for file, (_, rows) in self._found.items() if os.path.realpath(file) not in away)
        trimmed = (about(row, wanted) for rows in found for row in rows)
        return [row for row in trimmed if row.mentions]

    def uses(self, fresh: Mapping[str, Iterable[Mention]]) -> dict[str, list[Use]]:
        """The mentions of each claim, by its id; of the articles that are open those that are told (by their
        paths) instead."""
        own = {os.path.realpath(path): rows for path, rows in fresh.items()}
        told = [mention for rows in own.values() for mention in rows]
        for file, (_, rows) in self._found.items():
            if os.path.realpath(file) not in own:
                told += [mention for row in rows for mention in row.mentions]
        found: dict[str, list[Use]] = {}
        for mention in told:
            if mention.claim:
                found.setdefault(mention.claim, []).append(Use(mention))
        return found


def _kept(row: Checkup) -> Checkup:
    """What is needed of an article later."""
    return replace(row, asides=(), sums=(), near=())


def about(row: Checkup, claims: set[str]) -> Checkup:
    """What an article surely says of some claims."""
    mentions = tuple(one for one in row.mentions if one.claim in claims and one.certainty == "sure")
    return replace(row, mentions=mentions, ignores=())
