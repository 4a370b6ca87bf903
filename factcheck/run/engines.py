"""Who does the work of a scan: this process or several, and what was kept of an earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.run.article import Tools
from factcheck.run.checkups import Batches, Engine, Row, Rows, checkups
from factcheck.run.cores import size, workers

CHUNK = 200_000
"""Bytes of articles in a batch: enough to outweigh the way to a worker process and back."""
ROUNDS = 4
"""How many batches each worker process gets at least, so that none waits long for the last."""
FEW = 10
"""So many files are scanned anew as fast as they are looked up."""


def run(
    files: Sequence[str], tools: Tools, stdin: bytes | None, engine: Engine | None = None
) -> Iterator[Row]:
    """Each article's checkup in order, or the message for one that has none: as it was kept, or by an engine,
    or by `options.jobs` processes, by default as many as pay."""
    jobs = tools.options.jobs or workers(files)
    kept = is_kept(files, tools)
    if "-" in files or not (engine or kept or (jobs > 1 and len(files) > 1)):
        return checkups(files, tools, stdin)
    engine = engine or (by_processes(jobs) if jobs > 1 else alone)
    if kept:
        from factcheck.run.kept import remembering

        engine = remembering(engine)
    done = engine(batches(files, jobs), tools)
    return (row for batch in done for rows in batch for row in rows)


def is_kept(files: Sequence[str], tools: Tools) -> bool:
    """Whether what files come to is kept for another time."""
    options = tools.options
    return len(files) > FEW and "-" not in files and options.cache.folder is not None and not options.near


def alone(batches: Batches, tools: Tools) -> Iterator[list[Rows]]:
    """The engine that is this process."""
    return ([list(checkups([path], tools)) for path in batch] for batch in batches)


def by_processes(jobs: int) -> Engine:
    """The engine of so many processes on this machine."""
    from factcheck.run.processes import shared_out

    return lambda batches, tools: shared_out(batches, tools, jobs)


def batches(files: Sequence[str], jobs: int) -> Iterator[Sequence[str]]:
    """Runs of files of some CHUNK bytes together, smaller where there are few for so many workers."""
    enough = min(CHUNK, sum(map(size, files)) // (ROUNDS * jobs))
    batch: list[str] = []
    held = 0
    for path in files:
        batch.append(path)
        held += size(path)
        if held >= enough:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
