"""Files shared out over worker processes, told in their own order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol

from factcheck.errors import FactcheckError
from factcheck.read.addresses import shown
from factcheck.run.article import Tools
from factcheck.run.checkups import Batches, Done, Rows, checkups, unheard
from factcheck.run.timing import Stopwatch

AHEAD = 8
"""How many batches for each worker process may be begun before the first of them is done: what is done out of
turn is held in memory."""
_LOST = "the process that read it was ended, twice (by the system, for want of memory?)"

Answer = tuple[list[Rows], Mapping[str, float]]
"""The rows of each file of a batch, and the seconds that each stage took."""


def shared_out(batches: Batches, tools: Tools, jobs: int, done: Done = unheard) -> Iterator[list[Rows]]:
    """The engine of so many processes. What a worker had when it was lost is done once more, file by file,
    when the others have done what they had.

    The index is built before they start: where processes fork, they share it. No worker outlives it. Raises
    FactcheckError where none can be started."""
    tools.watch.processes = jobs
    crew = _Crew(tools, jobs, done)
    try:
        yield from in_order(batches, crew, AHEAD * jobs)
    finally:
        crew.end()


@dataclass(eq=False)
class Task:
    """A batch, and its rows when it is done."""

    batch: Sequence[str]
    rows: list[Rows] | None = None


class Workers(Protocol):
    """Those who do tasks, in whatever order."""

    def takes(self, batch: Sequence[str]) -> Task:
        """A batch as a task that will be done; an empty one is."""

    def work(self) -> None:
        """Wait until one of the tasks is done, or some."""


def in_order(batches: Batches, workers: Workers, most: int) -> Iterator[list[Rows]]:
    """What workers make of batches, in their order; so many at most are begun before the first is done, and
    none as long as that is."""
    left, line = iter(batches), deque[Task]()
    while True:
        while len(line) < most and not (line and line[0].rows is not None):
            if (batch := next(left, None)) is None:
                break
            line.append(workers.takes(batch))
        if not line:
            return
        while line[0].rows is None:
            workers.work()
        yield line.popleft().rows or []


@dataclass
class _Crew:
    """Worker processes: those there are, what each is at, and what waits for one of them. `lost` are tasks
    whose worker was lost."""

    tools: Tools
    jobs: int
    done: Done
    there: dict[Connection, BaseProcess] = field(default_factory=dict)
    idle: list[Connection] = field(default_factory=list)
    busy: dict[Connection, Task] = field(default_factory=dict)
    waiting: deque[Task] = field(default_factory=deque)
    lost: deque[Task] = field(default_factory=deque)

    def takes(self, batch: Sequence[str]) -> Task:
        """A batch as a task that will be done."""
        task = Task(batch, None if batch else [])
        if batch:
            self.waiting.append(task)
        return task

    def work(self) -> None:
        """Have all at work that can be, and wait until one of them has done something."""
        if self.lost and not self.busy:
            task = self.lost.popleft()
            task.rows = list(self._once_more(task.batch))
            self.done(task.batch, task.rows)
            return
        while self.waiting and not self.lost and (self.idle or len(self.there) < self.jobs):
            free = self.idle.pop() if self.idle else self._hire()
            self.busy[free] = self.waiting.popleft()
            _send(free, self.busy[free].batch)
        for pipe in wait([*self.busy]):
            assert isinstance(pipe, Connection)
            self._done(pipe, self.busy.pop(pipe))

    def _done(self, pipe: Connection, task: Task) -> None:
        task.rows = self._received(pipe)
        if task.rows is None:
            self._dismiss(pipe)
            self.lost.append(task)
        else:
            self.idle.append(pipe)
            self.done(task.batch, task.rows)

    def _once_more(self, batch: Sequence[str]) -> Iterator[Rows]:
        """The files of a lost worker one by one, each that is lost again as a message."""
        for path in batch:
            pipe = self.idle.pop() if self.idle else self._hire()
            _send(pipe, [path])
            found = self._received(pipe)
            if found is None:
                self._dismiss(pipe)
                yield [f"{shown(path)}: was not checked: {_LOST}"]
            else:
                self.idle.append(pipe)
                yield from found

    def _hire(self) -> Connection:
        """A new worker, which has said that it may start."""
        self.tools.watch.start()
        _ = self.tools.subjects
        self.tools.watch.lap("index")
        pipe = _hire(self.there, self.tools)
        if self._received(pipe) is None:
            raise FactcheckError("a worker process could not be started (--jobs 1 needs none)")
        return pipe

    def _received(self, pipe: Connection) -> list[Rows] | None:
        """What a worker sends, whose times go to the watch; None where it is no more."""
        try:
            rows, spent = pipe.recv()
        except (EOFError, OSError):
            return None
        self.tools.watch.add(spent)
        found: list[Rows] = rows
        return found

    def _dismiss(self, pipe: Connection) -> None:
        process = self.there.pop(pipe)
        process.kill()
        process.join()
        pipe.close()

    def end(self) -> None:
        """Leave no worker behind."""
        for pipe in [*self.there]:
            self._dismiss(pipe)


def _hire(crew: dict[Connection, BaseProcess], tools: Tools) -> Connection:
    ours, its = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_serve, args=(its, tools), daemon=True)
    process.start()
    its.close()  # so that the pipe ends with the worker
    crew[ours] = process
    return ours


def _send(pipe: Connection, told: Sequence[str] | Answer) -> bool:
    """Whether there is still one who takes it."""
    try:
        pipe.send(told)
    except OSError:
        return False
    return True


# --- in a worker process -----------------------------------------------------------------------------


def _serve(pipe: Connection, tools: Tools) -> None:
    """Answer each batch that comes, without a word where that fails: then this worker is a lost one."""
    try:
        _answer(pipe, tools)
    except Exception:  # the memory may be used up
        if os.environ.get("FACTCHECK_DEBUG"):
            raise


def _answer(pipe: Connection, tools: Tools) -> None:
    """Send the answer to each batch that comes, and an empty one first, to say that it may."""
    end_with_parent()
    # Ctrl-C reaches all processes: the first one tells it, unless it was started to ignore it (`nohup`, `&`)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    answer: Answer = [], {}
    while _send(pipe, answer):
        files = pipe.recv()
        tools.watch = Stopwatch()
        answer = [list(checkups([path], tools)) for path in files], tools.watch.spent


def end_with_parent() -> None:
    """However the parent ends, even if it is killed: a worker at work would go on, and hold its stdout."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def wait_for_it() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait_for_it, daemon=True).start()
