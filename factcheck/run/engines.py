"""Who does the work of a scan: this process or several, and what was kept of an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from factcheck.run.article import Tools
from factcheck.run.checkups import Batches, Done, Engine, Row, Rows, checkups, unheard
from factcheck.run.cores import size, size_of, workers

if TYPE_CHECKING:
    from factcheck.run.kept import Kept
    from factcheck.run.told import Teller, Told

CHUNK = 200_000
"""Bytes of articles in a batch: enough to outweigh the way to a worker process and back."""
LEAST = 1_000
"""Bytes for which an article counts at least: what it takes to have one, the text apart."""
ROUNDS = 4
"""How many batches each worker process gets at least, so that none waits long for the last."""
FEW = 10
"""So many files are scanned anew as fast as they are looked up."""
T = TypeVar("T")


def run(
    files: Sequence[str],
    tools: Tools,
    stdin: bytes | None = None,
    engine: Engine | None = None,
    kept: Kept | None = None,
) -> Iterator[Row]:
    """Each article's checkup in order, or the message for one that has none: as it was kept, or by an engine,
    or by `options.jobs` processes, by default as many as pay."""
    jobs = tools.options.jobs or workers(files)
    if "-" in files or not (engine or kept or (jobs > 1 and len(files) > 1)):
        return checkups(files, tools, stdin)
    engine = engine or _engine(jobs)
    if kept:
        from factcheck.run.remembered import engaged

        return _each(engaged(engine, tools, kept)(batches(files, jobs), unheard))
    return _each(engine(batches(files, jobs), tools, unheard))


def tell(
    files: Sequence[str], tools: Tools, teller: Teller, engine: Engine | None, kept: Kept
) -> Iterator[Told]:
    """The same as a teller tells it, each as it was kept, where it still is what would be told."""
    from factcheck.run.remembered import engaged, telling

    jobs = tools.options.jobs or workers(files)
    engine = engine or _engine(jobs)
    work = telling(engaged(engine, tools, kept), tools, kept, teller)
    return _each(work(batches(files, jobs), unheard))


def _each(done: Iterable[Iterable[list[T]]]) -> Iterator[T]:
    return (row for batch in done for rows in batch for row in rows)


@contextmanager
def keeping(files: Sequence[str], tools: Tools, apart: bool = False) -> Iterator[Kept | None]:
    """What was kept for a scan of some files, and will be; None where nothing is."""
    if not is_kept(files, tools):
        yield None
        return
    from factcheck.run.kept import NAME, Kept

    if (place := tools.options.cache.place(NAME)) is None:
        yield None
        return
    kept = Kept(place, tools, apart)
    kept.open()
    try:
        yield kept
    finally:
        kept.close()


def is_kept(files: Sequence[str], tools: Tools) -> bool:
    """Whether what files come to is kept for another time."""
    options = tools.options
    return len(files) > FEW and "-" not in files and options.cache.folder is not None and not options.near


def alone(batches: Batches, tools: Tools, done: Done) -> Iterator[list[Rows]]:
    """The engine that is this process."""
    for batch in batches:
        rows = [list(checkups([path], tools)) for path in batch]
        done(batch, rows)
        yield rows


def _engine(jobs: int) -> Engine:
    return by_processes(jobs) if jobs > 1 else alone


def by_processes(jobs: int) -> Engine:
    """The engine of so many processes on this machine."""
    from factcheck.run.processes import shared_out

    return lambda batches, tools, done: shared_out(batches, tools, jobs, done)


def batches(files: Sequence[str], jobs: int) -> Iterator[Sequence[str]]:
    """Runs of files of some CHUNK bytes together, smaller where there are few for so many workers."""
    rounds = ROUNDS * jobs
    enough = size_of(files, CHUNK * rounds) // rounds
    batch: list[str] = []
    held = 0
    for path in files:
        batch.append(path)
        held += max(size(path), LEAST)
        if held >= enough:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
