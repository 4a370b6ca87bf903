"""Files shared out over the workers of a Dask cluster (extra `dask`), told in their own order: the twin of
`processes`. Retries, lost workers and what waits where are Dask's.

The registry's index goes to each worker once, also to those that join later. A worker reads the files itself:
from a file system that it shares with the others, at the same paths, or from addresses.
"""

from __future__ import annotations

import copy
import os
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import chdir, contextmanager, suppress
from dataclasses import replace
from typing import Any
from uuid import uuid4

from distributed import Client, KilledWorker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from factcheck.cache import Cache
from factcheck.codec import shape
from factcheck.errors import FactcheckError
from factcheck.run.article import Checkup, Tools
from factcheck.run.checkups import checkups
from factcheck.run.processes import Answer, Rows, portions
from factcheck.run.timing import Stopwatch
from factcheck.version import VERSION

PATIENCE = 30
"""Seconds to wait for a scheduler's answer, and for its first worker."""
AHEAD = 8
"""How many chunks each of a worker's threads is given ahead of those that are told."""
_LOST = "each worker that read it was lost (for want of memory? its own log may tell)"
_OTHER = "has another version of factcheck: give all workers the one that scans"


def shared_out(files: Sequence[str], tools: Tools) -> Iterator[Checkup | str]:
    """The same as `checkups`, in the same order, by the workers of `options.scheduler`. What the workers
    of a chunk were lost over is done once more, file by file.

    Whoever stops listening takes back what the cluster has not done. Raises FactcheckError where nobody
    answers, where no worker joins, and where the workers cannot do it."""
    where = tools.options.scheduler or ""
    tools.watch.start()
    with _cluster(where) as client, _equipped(client, tools) as name:
        jobs = sum(client.nthreads().values())
        tools.watch.processes = jobs
        tools.watch.lap("index")
        asked = _Asked(client, name, os.getcwd())  # noqa: PTH109 - as it is called here
        for chunk, future in asked.ahead(portions(files, jobs), AHEAD * jobs):
            rows = asked.told(future, tools.watch)
            yield from asked.once_more(chunk, tools.watch) if rows is None else rows


class _Asked:
    """What is asked of a cluster, by the name of the tools that its workers have, in a folder."""

    def __init__(self, client: Any, name: str, folder: str) -> None:
        self._client = client
        self._about = name, folder, (VERSION, shape(Checkup))

    def ahead(self, asked: Iterator[list[str]], most: int) -> Iterator[tuple[list[str], Any]]:
        """Each chunk with its answer to come, so many of them asked for before the first is wanted."""
        waiting: deque[tuple[list[str], Any]] = deque()
        try:
            for chunk in asked:
                waiting.append((chunk, self._ask(chunk)))
                if len(waiting) > most:
                    yield waiting.popleft()
            while waiting:
                yield waiting.popleft()
        finally:
            with suppress(Exception):  # the scheduler may be gone
                self._client.cancel([future for _, future in waiting], force=True)

    def told(self, future: Any, watch: Stopwatch) -> Rows | None:
        """The rows of an answer, whose times go to the watch; None where its workers were lost."""
        try:
            rows, spent = future.result()
        except KilledWorker:
            return None
        except CancelledError:
            raise FactcheckError(
                "the cluster's scheduler is gone, and with it what it had not told"
            ) from None
        watch.add(spent)
        found: Rows = rows
        return found

    def once_more(self, files: Sequence[str], watch: Stopwatch) -> Iterator[Checkup | str]:
        """The files of a chunk one by one, each that loses its workers again as a message."""
        for path in files:
            rows = self.told(self._ask([path]), watch)
            yield from rows if rows is not None else [f"{path}: was not checked: {_LOST}"]

    def _ask(self, files: Sequence[str]) -> Any:
        return self._client.submit(_answer, *self._about, files, pure=False)


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
    _ = tools.subjects, tools.spoken, tools.today
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
    """What each article of a chunk came to, and how long that took."""
    worker = get_worker()
    desk = worker.plugins.get(name)
    if program != (VERSION, shape(Checkup)) or desk is None:
        raise FactcheckError(f"the worker {worker.address} {_OTHER}")
    with desk.turn, _in(folder, worker.address):
        tools = desk.tools
        tools.watch = Stopwatch()
        rows = list(checkups(files, tools))
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
