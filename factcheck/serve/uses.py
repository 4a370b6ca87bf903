"""What articles of the server's own say of the registry's claims: read in a process beside, when something
has changed."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from factcheck.model import Registry, Report
from factcheck.read.files import find
from factcheck.run.article import ScanOptions
from factcheck.run.processes import end_with_parent
from factcheck.run.scan import scan
from factcheck.serve.current import Stamp, stamp

PATIENCE = 1.5
"""Seconds that a page waits for articles that are being read."""
_CONTEXT = multiprocessing.get_context("spawn")


@dataclass
class Uses:
    """Articles, by the paths of files and folders, and the report on them as they were last read."""

    paths: Sequence[str]
    options: ScanOptions
    report: Report | None = None
    _of: tuple[Registry, Stamp] | None = None
    _reading: asyncio.Task[None] | None = None
    _process: SpawnProcess | None = field(default=None, repr=False)

    async def look(self, registry: Registry) -> bool:
        """Have the articles read where the registry or one of them has changed, and wait a moment; whether
        they are still being read."""
        if self._reading is None or self._reading.done():
            files = await asyncio.to_thread(find, self.paths, self.options.excludes)
            now = (registry, await asyncio.to_thread(stamp, files.files))
            if self._of is None or self._of[0] is not registry or self._of[1] != now[1]:
                self._of = now
                self._reading = asyncio.create_task(self._read(registry))
        if self._reading is None:
            return False
        await asyncio.wait([self._reading], timeout=PATIENCE)
        return not self._reading.done()

    def close(self) -> None:
        """End the process that reads."""
        if self._process:
            self._process.kill()

    async def _read(self, registry: Registry) -> None:
        self.report = await asyncio.to_thread(self._asked, registry) or self.report

    def _asked(self, registry: Registry) -> Report | None:
        """The report that another process makes; None where that was ended."""
        ours, theirs = _CONTEXT.Pipe(duplex=False)
        given = (theirs, list(self.paths), registry, self.options)
        self._process = _CONTEXT.Process(target=_tell, args=given, daemon=True)
        self._process.start()
        theirs.close()
        with ours:
            try:
                report: Report = ours.recv()
            except EOFError:
                return None
            finally:
                self._process.join()
        return report


def _tell(pipe: Connection, paths: list[str], registry: Registry, options: ScanOptions) -> None:
    end_with_parent()
    with pipe:
        pipe.send(used(scan(paths, registry, options)))


def used(report: Report) -> Report:
    """What of a report tells who uses a claim."""
    mentions = tuple(mention for mention in report.mentions if mention.claim)
    return Report(report.articles, mentions, errors=report.errors)
