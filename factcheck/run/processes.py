"""Files shared out over worker processes, told in their own order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from factcheck.errors import FactcheckError
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import checkups
from factcheck.run.cores import size
from factcheck.run.timing import Stopwatch

CHUNK = 200_000
"""Bytes of articles that go to a worker process at a time: enough to outweigh the way there and back."""
ROUNDS = 4
"""How many chunks each worker process gets at least, so that none waits long for the last."""
_LOST = "the process that read it was ended, twice (by the system, for want of memory?)"

Rows = list[Checkup | str]
Answer = tuple[Rows, Mapping[str, float]]
"""The checkups of a chunk, and the seconds that each stage took."""


def shared_out(files: Sequence[str], tools: Tools, jobs: int) -> Iterator[Checkup | str]:
    """The same as `checkups`, in the same order, by so many processes. What a worker had when it was lost is
    done once more at the end, file by file.

    The index is built before they start: where processes fork, they share it."""
    tools.watch.processes = jobs
    tools.watch.start()
    _ = tools.subjects
    tools.watch.lap("index")
    chunks = list(portions(files, jobs))
    told: dict[int, Rows | None] = {}
    at = 0
    for number, rows in _answers(chunks, tools, jobs):
        told[number] = rows
        while (ready := told.get(at)) is not None:
            yield from ready
            told[at], at = [], at + 1
    for number in range(at, len(chunks)):
        rows = told[number]
        yield from _once_more(chunks[number], tools) if rows is None else rows


def _once_more(files: Sequence[str], tools: Tools) -> Iterator[Checkup | str]:
    """The files of a lost worker one by one, each that is lost again as a message."""
    for number, rows in _answers([[path] for path in files], tools, 1):
        yield from rows if rows is not None else [f"{files[number]}: was not checked: {_LOST}"]


def portions(files: Sequence[str], jobs: int) -> Iterator[list[str]]:
    """Runs of files of some CHUNK bytes together, smaller where there are few."""
    sizes = list(map(size, files))
    enough = min(CHUNK, sum(sizes) // (ROUNDS * jobs))
    chunk: list[str] = []
    held = 0
    for path, length in zip(files, sizes, strict=True):
        chunk.append(path)
        held += length
        if held >= enough:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _answers(chunks: Sequence[Sequence[str]], tools: Tools, jobs: int) -> Iterator[tuple[int, Rows | None]]:
    """The rows of each chunk, by its number, as they come; None where its worker was lost.

    No worker outlives it. Raises FactcheckError where none can be started."""
    waiting = deque(range(len(chunks)))
    crew: dict[Connection, BaseProcess] = {}
    busy: dict[Connection, int] = {}
    try:
        for _ in range(min(jobs, len(chunks))):
            _hire(crew, tools)
        while crew:
            for pipe in wait([*crew]):
                assert isinstance(pipe, Connection)
                number, rows = busy.pop(pipe, None), _received(pipe, tools.watch)
                if rows is not None and waiting:
                    busy[pipe] = waiting.popleft()
                    _send(pipe, chunks[busy[pipe]])
                else:
                    _dismiss(pipe, crew.pop(pipe))
                if number is not None:
                    yield number, rows
                elif rows is None:
                    raise FactcheckError("a worker process could not be started (--jobs 1 needs none)")
                if rows is None and waiting:
                    _hire(crew, tools)
    finally:
        for pipe, process in crew.items():
            _dismiss(pipe, process)


def _hire(crew: dict[Connection, BaseProcess], tools: Tools) -> None:
    ours, its = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(its, tools), daemon=True)
    process.start()
    its.close()  # so that the pipe ends with the worker
    crew[ours] = process


def _dismiss(pipe: Connection, process: BaseProcess) -> None:
    process.kill()
    process.join()
    pipe.close()


def _received(pipe: Connection, watch: Stopwatch) -> Rows | None:
    """What a worker sends, whose times go to the watch; None where it is no more."""
    try:
        rows, spent = pipe.recv()
    except (EOFError, OSError):
        return None
    watch.add(spent)
    found: Rows = rows
    return found


def _send(pipe: Connection, told: Sequence[str] | Answer) -> bool:
    """Whether there is still one who takes it."""
    try:
        pipe.send(told)
    except OSError:
        return False
    return True


# --- in a worker process -----------------------------------------------------------------------------


def _serve(pipe: Connection, tools: Tools) -> None:
    """Answer each chunk that comes, without a word where that fails: then this worker is a lost one."""
    try:
        _answer(pipe, tools)
    except Exception:  # the memory may be used up
        if os.environ.get("FACTCHECK_DEBUG"):
            raise


def _answer(pipe: Connection, tools: Tools) -> None:
    """Send the answer to each chunk that comes, and an empty one first, to say that it may."""
    end_with_parent()
    # Ctrl-C reaches all processes: the first one tells it, unless it was started to ignore it (`nohup`, `&`)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    answer: Answer = [], {}
    while _send(pipe, answer):
        files = pipe.recv()
        tools.watch = Stopwatch()
        answer = list(checkups(files, tools)), tools.watch.spent


def end_with_parent() -> None:
    """However the parent ends, even if it is killed: a worker at work would go on, and hold its stdout."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def wait_for_it() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_for_it, daemon=True).start()
