"""Texts scanned in processes that hold the registry's index, so that a slow one holds nobody up."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace

from factcheck.model import Article, Registry
from factcheck.read.files import Found
from factcheck.report.formats import render
from factcheck.report.html.page import to_html
from factcheck.review.questions import Question, open_in
from factcheck.run.article import Checkup, ScanOptions, Tools
from factcheck.run.checkups import each
from factcheck.run.processes import end_with_parent
from factcheck.run.shown import reported
from factcheck.run.timing import today
from factcheck.serve.asks import forms
from factcheck.serve.shell import View, around
from factcheck.show.order import ordered
from factcheck.show.selection import Policy

WAITING = 16
"""How many texts may wait for each process; more are turned away at once."""
GRACE = 10
"""Seconds beyond what an article may take, before its process is ended from outside."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to scan: its bytes, the name whose ending tells the format, the day and the language that it has
    where it says none, and how its page is shown (None: the report is JSON)."""

    data: bytes
    name: str
    date: str | None = None
    language: str | None = None
    view: View | None = None


class BusyError(Exception):
    """There are too many texts to scan."""


class LostError(Exception):
    """The process that read a text was ended, twice, or took too long."""


@dataclass
class Crew:
    """Processes that scan against one registry. One that is lost is replaced, and what it had is tried once
    more."""

    registry: Registry
    options: ScanOptions
    policy: Policy
    processes: int = 1
    _pool: ProcessPoolExecutor | None = None
    _waiting: int = field(default=0, init=False)

    async def report(self, text: Text) -> str:
        """The report on a text. Raises BusyError and LostError."""
        if self._waiting >= WAITING * self.processes:
            raise BusyError
        self._waiting += 1
        try:
            return await self._twice(text)
        finally:
            self._waiting -= 1

    def begin(self) -> None:
        """Let the processes build what they need, before anybody asks."""
        self._open().submit(_is_ready)

    def close(self) -> None:
        """End the processes; what is at work is let finish."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)

    async def _twice(self, text: Text) -> str:
        for _ in range(2):
            pool = self._open()
            try:
                return await self._answer(pool, text)
            except BrokenProcessPool:
                if self._pool is pool:  # nobody else has replaced it yet
                    self._pool = None
        raise LostError(f"{text.name}: was not checked: the process that read it was ended, twice")

    async def _answer(self, pool: ProcessPoolExecutor, text: Text) -> str:
        seconds = self.options.reading.limits.seconds + GRACE
        try:
            loop = asyncio.get_running_loop()
            return await asyncio.wait_for(loop.run_in_executor(pool, _scanned, text), seconds)
        except TimeoutError:
            for process in multiprocessing.active_children():
                process.kill()
            raise LostError(f"{text.name}: was not checked: it takes more than {seconds} s") from None

    def _open(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # this process has threads: none may be forked
            context = multiprocessing.get_context("spawn")
            given = (self.registry, self.options, self.policy)
            self._pool = ProcessPoolExecutor(self.processes, context, _begin, given)
        return self._pool


# --- in a process of the crew ------------------------------------------------------------------------

_scan: Callable[[Text], str] | None = None


def _begin(registry: Registry, options: ScanOptions, policy: Policy) -> None:
    global _scan  # noqa: PLW0603 - a process of a pool keeps its tools nowhere else
    end_with_parent()
    _scan = scanner(registry, options, policy)


def _is_ready() -> bool:
    return _scan is not None


def _scanned(text: Text) -> str:
    assert _scan is not None
    return _scan(text)


def scanner(registry: Registry, options: ScanOptions, policy: Policy) -> Callable[[Text], str]:
    """What makes the report on a text; what is costly is built once, for all texts to come."""
    tools = Tools(registry, options)
    _ = tools.subjects

    def scan(text: Text) -> str:
        tools.options = replace(
            options,
            stdin_name=text.name,
            date=text.date,
            language=text.language,
            passages=text.view is not None,
        )
        tools.today = today()
        open_: list[Question] = []

        def look(article: Article) -> Checkup:
            matched = tools.matched(article)
            found = tools.judged(matched)
            if text.view and text.view.key and any(one.certainty == "possible" for one in found.mentions):
                open_.extend(open_in(matched, tools.claims, "possible"))
            return found

        rows = list(each(["-"], tools, look, text.data))
        report = reported(Found(("-",)), rows, registry, policy.on(tools.today))
        if text.view is None:
            return render("json", report, "/")
        return to_html(ordered(report), text.view.words, around(text.view, forms(open_, text.view)))

    return scan
