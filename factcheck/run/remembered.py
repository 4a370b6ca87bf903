"""What files came to: as it is kept, else made anew, and kept for another time as soon as it is there."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from factcheck.codec import built, plain
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import Batches, Engine, Row, checkups, unheard
from factcheck.run.kept import About, Entry, Kept
from factcheck.run.shown import is_read
from factcheck.run.told import Teller, Told, packed, unpacked

T = TypeVar("T")
Made = Callable[[Sequence[str], Sequence[list[T]]], None]
Work = Callable[[Batches, Made[T]], Iterator[list[list[T]]]]
"""What makes something of each file of some batches, in their order, and tells it as soon as it is made."""


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How what files come to is kept: under which mark, taken apart and built again, and what is told with
    it, None where it is not to be kept; and how it is made of a file."""

    mark: str
    packed: Callable[[T], Any]
    unpacked: Callable[[Any], T]
    about: Callable[[Sequence[T]], About | None]
    made: Callable[[str], list[T]]


def engaged(engine: Engine, tools: Tools, kept: Kept) -> Work[Row]:
    """An engine, which has only those files to do of which no checkup is kept."""
    form: Form[Row] = Form(
        mark="",
        packed=plain,
        unpacked=partial(built, Checkup),
        about=_about_checkups,
        made=lambda path: list(checkups([path], tools)),
    )
    return remembering(lambda batches, made: engine(batches, tools, made), kept, form)


def telling(work: Work[Row], tools: Tools, kept: Kept, teller: Teller) -> Work[Told]:
    """What a teller makes of what files come to, where that is not kept as it was told."""
    form = Form(
        mark=teller.mark(),
        packed=packed,
        unpacked=unpacked,
        about=_about_told,
        made=lambda path: [teller.told(row) for row in checkups([path], tools)],
    )

    def told(batches: Batches, made: Made[Told]) -> Iterator[list[list[Told]]]:
        asked: deque[Sequence[str]] = deque()

        def seen() -> Iterator[Sequence[str]]:
            for batch in batches:
                asked.append(batch)
                yield batch

        for done in work(seen(), unheard):
            items = [[teller.told(row) for row in rows] for rows in done]
            made(asked.popleft(), items)
            yield items

    return remembering(told, kept, form)


def remembering(work: Work[T], kept: Kept, form: Form[T]) -> Work[T]:
    """The work on those files only of which nothing is kept."""

    def remembered(batches: Batches, _made: Made[T]) -> Iterator[list[list[T]]]:
        memory = _Memory(kept, form)
        for fresh in work(memory.missing(batches), memory.keep):
            yield memory.taken(fresh)

    return remembered


@dataclass
class _Memory(Generic[T]):
    """What is kept of the batches at which a work is, and the keys of what is being made."""

    kept: Kept
    form: Form[T]
    line: deque[list[tuple[str, Entry | None]]] = field(default_factory=deque)
    keys: dict[str, bytes] = field(default_factory=dict)

    def missing(self, batches: Batches) -> Iterator[Sequence[str]]:
        """Of each batch the files of which nothing is kept."""
        for batch in batches:
            keys = [self.kept.key(path, self.form.mark) for path in batch]
            found = self.kept.find(keys)
            self.line.append([(path, found.get(key)) for path, key in zip(batch, keys, strict=True)])
            lacking = {path: key for path, key in zip(batch, keys, strict=True) if key not in found}
            self.keys |= lacking
            yield list(lacking)

    def keep(self, batch: Sequence[str], made: Sequence[list[T]]) -> None:
        """Keep what files came to, if they still are what they were, so that no end undoes it."""
        for path, items in zip(batch, made, strict=True):
            key, about = self.keys.pop(path), self.form.about(items)
            if about and self.kept.key(path, self.form.mark) == key:
                self.kept.keep(key, list(map(self.form.packed, items)), about)
        self.kept.flush()

    def taken(self, fresh: Sequence[list[T]]) -> list[list[T]]:
        """What the files of the next batch came to: as it is kept, or as it is made."""
        made = iter(fresh)
        found = [self._read(path, entry) if entry else next(made) for path, entry in self.line.popleft()]
        self.kept.flush()
        return found

    def _read(self, path: str, entry: Entry) -> list[T]:
        form = self.form
        items = self.kept.read(entry, lambda data: list(map(form.unpacked, data)))
        return form.made(path) if items is None else items


def keep_checkups(kept: Kept, files: Mapping[str, Sequence[Row]]) -> None:
    """Keep what files came to, once it is flushed."""
    for path, rows in files.items():
        if about := _about_checkups(rows):
            kept.keep(kept.key(path), list(map(plain, rows)), about)


def _about_checkups(rows: Sequence[Row]) -> About | None:
    done = [row for row in rows if isinstance(row, Checkup)]
    if len(done) < len(rows):
        return None
    return About(
        sum(map(is_read, done)),
        frozenset().union(*(row.weighed for row in done)),
        frozenset().union(*(row.leads for row in done)),
        any(row.summary.date is None for row in done),
    )


def _about_told(items: Sequence[Told]) -> About | None:
    if any(told.totals.errors for told in items):
        return None
    return About(
        sum(told.totals.articles for told in items),
        frozenset().union(*(told.weighed for told in items)),
        frozenset().union(*(told.leads for told in items)),
        any(told.passing for told in items),
    )
