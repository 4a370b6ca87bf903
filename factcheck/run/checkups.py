"""Files on their way to checkups, one after the other; what cannot be read or checked is told and left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from factcheck.errors import ReadError
from factcheck.model import Article
from factcheck.read.addresses import shown
from factcheck.read.limits import each_within, within
from factcheck.read.load import bounded
from factcheck.read.load import load as load_file
from factcheck.run.article import Checkup, Tools
from factcheck.run.cores import size, workers

T = TypeVar("T")
Row = Checkup | str
"""What an article came to, or the message for a file or an article of which nothing can be told."""
Rows = list[Row]
"""What a file came to."""
Batches = Iterable[Sequence[str]]
Engine = Callable[[Batches, Tools], Iterator[list[Rows]]]
"""What does the work: of each batch of files, in the batches' order, the rows of each file. Batches are asked
for as there is room for them, not all at once; an empty one is told as it is."""

CHUNK = 200_000
"""Bytes of articles in a batch: enough to outweigh the way to a worker process and back."""
ROUNDS = 4
"""How many batches each worker process gets at least, so that none waits long for the last."""
FEW = 10
"""So many files are scanned anew as fast as they are looked up."""
_BUG = "(this is a bug; FACTCHECK_DEBUG=1 shows where)"


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


def checkups(files: Sequence[str], tools: Tools, stdin: bytes | None = None) -> Iterator[Checkup | str]:
    """Each article's checkup in order, or the message for a file or an article that has none."""
    return each(files, tools, tools.check, stdin)


def each(
    files: Sequence[str], tools: Tools, look: Callable[[Article], T], stdin: bytes | None = None
) -> Iterator[T | str]:
    """What `look` finds in each article, in order, or the message for a file or an article of which it cannot
    be told."""
    for path in files:
        tools.watch.start()
        name = tools.options.stdin_name if path == "-" else shown(path)
        articles = _articles(path, name, None if path != "-" else stdin or b"", tools)
        while (row := _next(articles, name, tools, look)) is not None:
            yield row


def _articles(path: str, name: str, data: bytes | None, tools: Tools) -> Iterator[Article]:
    """The articles of a file that is told by a `name`, or of the `data` that it is to hold."""
    limits = tools.options.reading.limits
    data = load_file(path, limits) if data is None else bounded(name, data, limits)
    yield from each_within(limits, name, tools.read(name, data))


def _next(
    articles: Iterator[Article], path: str, tools: Tools, look: Callable[[Article], T]
) -> T | str | None:
    """What is found in a file's next article, or why nothing can be; None after the last, and after what kept
    the file from being read on."""
    try:
        article = next(articles, None)
        if article is None:
            return None
        path = article.path
        with within(tools.options.reading.limits, path):
            return look(article)
    except ReadError as error:
        return str(error)
    except MemoryError:
        return f"{path}: was not checked: it takes more memory than there is"
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        return f"{path}: was not checked: internal error: {type(error).__name__}: {error} {_BUG}"
