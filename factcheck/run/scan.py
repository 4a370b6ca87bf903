"""A scan: many articles against one registry, and what of it is shown."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from factcheck.model import Registry, Report
from factcheck.read.files import Found, find
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import Engine, Row
from factcheck.run.engines import keeping, run, tell
from factcheck.run.memory import Memory
from factcheck.run.parts import Part, Shard, part_of, together, writing
from factcheck.run.shown import reported
from factcheck.run.timing import Stopwatch, today
from factcheck.run.told import Teller, Told
from factcheck.show.selection import Policy

if TYPE_CHECKING:
    from factcheck.run.kept import Kept

Progress = Callable[[int, int], None]
T = TypeVar("T")


@dataclass(frozen=True)
class Scan:
    """What is scanned: articles (files, folders, `-` for `stdin`) against a registry; against `NO_REGISTRY`,
    only the rules that need none are of use.

    `progress` is called after each article, `watch` gets how long each stage took. Of a `shard` only its
    share of the files is scanned; `part` names a file for what it came to, to be merged with the others'.
    An `engine` does the work in place of this machine's processes."""

    paths: Sequence[str]
    registry: Registry
    options: ScanOptions = field(default_factory=ScanOptions)
    stdin: bytes | None = None
    progress: Progress | None = None
    watch: Stopwatch = field(default_factory=Stopwatch)
    shard: Shard = field(default_factory=Shard)
    part: str | None = None
    engine: Engine | None = None
    today: str = field(default_factory=today)

    @contextmanager
    def rows(self) -> Iterator[tuple[Found, Iterator[Row]]]:
        """What was found beside the articles, and what each of these comes to, in order."""
        with self.begun() as (found, files, tools, kept):
            yield found, self._rows(found, files, tools, kept)

    @contextmanager
    def told(self, teller: Teller) -> Iterator[tuple[Found, Iterator[Told], Memory]]:
        """The same as a teller tells it, and what is kept of what it tells of all of them."""
        with self.begun() as (found, files, tools, kept):
            if kept is None or self.part or not teller.mark():
                yield found, map(teller.told, self._rows(found, files, tools, kept)), Memory()
            else:
                told = tell(files, tools, teller, self.engine, kept)
                yield found, _counted(told, len(files), self.progress), Memory(kept, teller.mark())

    @contextmanager
    def begun(self) -> Iterator[tuple[Found, Sequence[str], Tools, Kept | None]]:
        """What was found, the files of this share, what checks them, and what is kept of them."""
        self.watch.start()
        found = find(self.paths, self.options.excludes)
        self.watch.lap("read")
        tools = Tools(self.registry, self.options, self.watch, self.today)
        files = self.shard.share(found.files)
        try:
            with keeping(files, tools) as kept:
                yield found, files, tools, kept
        finally:
            gc.unfreeze()
            self.watch.start()

    def _rows(self, found: Found, files: Sequence[str], tools: Tools, kept: Kept | None) -> Iterator[Row]:
        rows = _counted(run(files, tools, self.stdin, self.engine, kept), len(files), self.progress)
        if self.part is None:
            return rows
        return _kept(rows, self.part, part_of(found, self.shard, self.registry, self.options, tools.today))

    def report(self, policy: Policy) -> Report:
        """What the policy shows of all that was found."""
        with self.rows() as (found, rows):
            done = list(rows)
        report = reported(found, done, self.registry, policy.on(self.today))
        self.watch.lap("check")
        return report


def scan(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions | None = None,
    policy: Policy | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
    watch: Stopwatch | None = None,
    shard: Shard | None = None,
    part: str | None = None,
    engine: Engine | None = None,
) -> Report:
    """Check articles against a registry and show what the policy says: see `Scan`.

    What cannot be read is told in the report's `errors`, what was passed over in `unchecked`; everything else
    is scanned all the same."""
    watch, shard = watch or Stopwatch(), shard or Shard()
    made = Scan(paths, registry, options or ScanOptions(), stdin, progress, watch, shard, part, engine)
    return made.report(policy or Policy())


def merge(parts: Sequence[str], registry: Registry, policy: Policy | None = None) -> Report:
    """The report of a scan that was made in parts: the same, to the byte, as if it had been one.

    Raises FactcheckError where the files are not all parts of one scan against this registry."""
    whole = together(parts, registry)
    policy = policy or Policy()
    return reported(whole.found, whole.rows, registry, policy.on(whole.day))


def _counted(rows: Iterator[T], total: int, progress: Progress | None) -> Iterator[T]:
    """What comes of articles, each told to `progress`."""
    for number, row in enumerate(rows, 1):
        if progress:
            progress(number, total)
        yield row


def _kept(rows: Iterator[Row], path: str, part: Part) -> Iterator[Row]:
    """The rows as they come, each written to a part's file."""
    with writing(path, part) as keep:
        for row in rows:
            keep(row)
            yield row
