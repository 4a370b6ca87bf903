"""Files shared out over worker processes, told in their own order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence

from factcheck.errors import ReadError
from factcheck.read.files import load as read_file
from factcheck.run.article import Checkup, Tools
from factcheck.run.cores import workers
from factcheck.run.timing import Stopwatch

CHUNK = 200_000
"""Bytes of articles that go to a worker process at a time: enough to outweigh the way there and back."""
ROUNDS = 4
"""How many chunks each worker process gets at least, so that none waits long for the last."""
_worker: dict[str, Tools] = {}


def _checkups(files: Sequence[str], tools: Tools, stdin: bytes | None) -> Iterator[Checkup | str]:
    """Each file's checkup in order, or the message for one that could not be read."""
    for path in files:
        tools.watch.start()
        try:
            name, data = (tools.options.stdin_name, stdin or b"") if path == "-" else (path, read_file(path))
            yield from map(tools.check, tools.read(name, data))
        except ReadError as error:
            yield str(error)


def _start_worker(tools: Tools) -> None:
    # Ctrl-C reaches all processes: the first one tells it, unless it was started to ignore it (`nohup`, `&`)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    _worker["tools"] = tools


def _work(files: Sequence[str]) -> tuple[list[Checkup | str], Mapping[str, float]]:
    """The files' checkups, and the seconds that each stage took."""
    tools = _worker["tools"]
    tools.watch = Stopwatch()
    return list(_checkups(files, tools, None)), tools.watch.spent


def _chunks(files: Sequence[str], jobs: int) -> Iterator[list[str]]:
    """Runs of files of some CHUNK bytes together, smaller where there are few."""
    sizes = [os.path.getsize(path) for path in files]  # noqa: PTH202 - no Path a file
    enough = min(CHUNK, sum(sizes) // (ROUNDS * jobs))
    chunk: list[str] = []
    held = 0
    for path, size in zip(files, sizes, strict=True):
        chunk.append(path)
        held += size
        if held >= enough:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _shared_out(files: Sequence[str], tools: Tools, jobs: int) -> Iterator[Checkup | str]:
    """The same as `_checkups`, in the same order, by so many worker processes.

    The index is built before they start: where processes fork, they share it."""
    from concurrent.futures import ProcessPoolExecutor

    tools.watch.processes = jobs
    tools.watch.start()
    _ = tools.subjects
    tools.watch.lap("index")
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(tools,)) as pool:
        for rows, spent in pool.map(_work, _chunks(files, jobs)):
            tools.watch.add(spent)
            yield from rows


def run(files: Sequence[str], tools: Tools, stdin: bytes | None) -> Iterator[Checkup | str]:
    """Each file's checkup in order, or the message for one that could not be read; by `options.jobs`."""
    jobs = tools.options.jobs or workers(files)
    if jobs > 1 and len(files) > 1 and "-" not in files:
        return _shared_out(files, tools, jobs)
    return _checkups(files, tools, stdin)
