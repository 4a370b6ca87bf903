"""Files shared out over the workers of a Dask cluster (extra `dask`), told in their own order: the twin of
`processes`. Retries, lost workers and what waits where are Dask's.

The registry's index goes to each worker once, also to those that join later. A worker reads the files itself:
from a file system that it shares with the others, at the same paths, or from addresses.
"""

from __future__ import annotations

import copy
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import chdir, contextmanager, suppress
from dataclasses import replace
from typing import Any
from uuid import uuid4

from distributed import Client, KilledWorker, as_completed, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from factcheck.cache import Cache
from factcheck.codec import shape
from factcheck.errors import FactcheckError
from factcheck.read.addresses import shown
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import Batches, Done, Engine, Rows, checkups, unheard
from factcheck.run.processes import AHEAD, Answer, Task, in_order
from factcheck.run.timing import Stopwatch
from factcheck.version import VERSION

PATIENCE = 30
"""Seconds to wait for a scheduler's answer, and for its first worker."""
_LOST = "each worker that read it was lost (for want of memory? its own log may tell)"
_GONE = "the cluster's scheduler is gone, and with it what it had not told"
_OTHER = "has another version of factcheck: give all workers the one that scans"


def by_cluster(scheduler: str) -> Engine:
    """The engine of the workers of a scheduler, at its address (`tcp://10.0.0.5:8786`)."""
    return lambda batches, tools, done: shared_out(batches, tools, scheduler, done)


def shared_out(batches: Batches, tools: Tools, scheduler: str, done: Done = unheard) -> Iterator[list[Rows]]:
    """What the workers of a cluster make of batches, in their order. What the workers of a batch were lost
    over is done once more, file by file.

    Whoever stops listening takes back what the cluster has not done. Raises FactcheckError where nobody
    answers, where no worker joins, and where the workers cannot do it."""
    tools.watch.start()
    with _cluster(scheduler) as client, _equipped(client, tools) as name:
        tools.watch.processes = jobs = sum(client.nthreads().values())
        tools.watch.lap("index")
        crew = _Crew(client, name, os.getcwd(), tools.watch, done)  # noqa: PTH109 - as it is called here
        try:
            yield from in_order(batches, crew, AHEAD * jobs)
        finally:
            crew.end()


class _Crew:
    """What a cluster is asked, by the name of the tools that its workers have, in a folder; the times that
    they tell go to a watch."""

    def __init__(self, client: Any, name: str, folder: str, watch: Stopwatch, done: Done) -> None:
        self._client, self._watch, self._done = client, watch, done
        self._about = name, folder, (VERSION, shape(Checkup))
        self._asked: dict[Any, Task] = {}
        self._coming = as_completed(loop=client.loop)

    def takes(self, batch: Sequence[str]) -> Task:
        """A batch as a task that will be done."""
        task = Task(batch, None if batch else [])
        if batch:
            future = self._ask(batch)
            self._asked[future] = task
            self._coming.add(future)
        return task

    def work(self) -> None:
        """Wait for the next answer, to whatever task."""
        future = next(self._coming)
        task = self._asked.pop(future)
        rows = self._told(future)
        task.rows = self._once_more(task.batch) if rows is None else rows
        self._done(task.batch, task.rows)

    def end(self) -> None:
        """Take back what is not done."""
        with suppress(Exception):  # the scheduler may be gone
            self._client.cancel([*self._asked], force=True)

    def _told(self, future: Any) -> list[Rows] | None:
        """The rows of an answer; None where its workers were lost."""
        try:
            rows, spent = future.result()
        except KilledWorker:
            return None
        except CancelledError:
            raise FactcheckError(_GONE) from None
        self._watch.add(spent)
        found: list[Rows] = rows
        return found

    def _once_more(self, batch: Sequence[str]) -> list[Rows]:
        """The files of a batch one by one, each that loses its workers again as a message."""
        return [rows for path in batch for rows in self._alone(path)]

    def _alone(self, path: str) -> list[Rows]:
        rows = self._told(self._ask([path]))
        return [[f"{shown(path)}: was not checked: {_LOST}"]] if rows is None else rows

    def _ask(self, batch: Sequence[str]) -> Any:
        return self._client.submit(_answer, *self._about, list(batch), pure=False)


@contextmanager
def _cluster(where: str) -> Iterator[Any]:
    """A client of the scheduler at an address, which has a worker."""
    try:
        client = Client(where, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        raise FactcheckError(f"--scheduler {where}: nobody answers there ({error})") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise FactcheckError(
                f"--scheduler {where}: no worker has joined it within {PATIENCE} s"
            ) from None
        yield client


@contextmanager
def _equipped(client: Any, tools: Tools) -> Iterator[str]:
    """The name by which each worker has the tools."""
    name = f"factcheck-{uuid4().hex}"
    try:
        client.register_plugin(_Desk(_sent(tools)), name=name)
    except (ImportError, AttributeError) as error:
        raise FactcheckError(f"a worker cannot do it ({error}): it {_OTHER}") from None
    try:
        yield name
    finally:
        with suppress(Exception):  # the scheduler may be gone
            client.unregister_worker_plugin(name)


def _sent(tools: Tools) -> Tools:
    """The tools with all that is costly or another's elsewhere, and nothing that is of this machine alone."""
    _ = tools.subjects, tools.spoken
    sent = copy.copy(tools)
    sent.options = replace(tools.options, cache=Cache())
    sent.watch = Stopwatch()
    return sent


# --- on a worker -------------------------------------------------------------------------------------


class _Desk(WorkerPlugin):  # type: ignore[misc]  # distributed is an extra: its types are not known
    """The tools of a scan, as long as it goes on."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools

    def setup(self, worker: object) -> None:  # noqa: ARG002
        """Its threads take turns: the interpreter lets but one compute, and the tools are for one."""
        self.turn = threading.Lock()


def _answer(name: str, folder: str, program: tuple[str, str], files: Sequence[str]) -> Answer:
    """What each file of a batch came to, and how long that took."""
    worker = get_worker()
    desk = worker.plugins.get(name)
    if program != (VERSION, shape(Checkup)) or desk is None:
        raise FactcheckError(f"the worker {worker.address} {_OTHER}")
    with desk.turn, _in(folder, worker.address):
        tools = desk.tools
        tools.watch = Stopwatch()
        rows = [list(checkups([path], tools)) for path in files]
        spent: Mapping[str, float] = tools.watch.spent
    return rows, spent


@contextmanager
def _in(folder: str, worker: str) -> Iterator[None]:
    """A block that runs in a folder."""
    try:
        there = chdir(folder)
        there.__enter__()
    except OSError as error:
        told = f"cannot go to {folder} ({error.strerror}): all workers need the folder that is scanned in"
        raise FactcheckError(f"the worker {worker} {told}") from None
    try:
        yield
    finally:
        there.__exit__(None, None, None)
