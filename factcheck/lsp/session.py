"""What is open, what it came to, and what is to be checked next: one editor's session.

Texts change on the event loop; they are checked on one thread beside it, so that a question of the editor is
answered from the last check while the next one runs. What an edit has overtaken is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from lsprotocol import types

from factcheck.errors import FactcheckError
from factcheck.lsp.check import Checked, OvertakenError, check, is_text
from factcheck.lsp.diagnostics import of_article, problem
from factcheck.lsp.documents import Change, Document, Unsaved
from factcheck.lsp.lines import Encoding
from factcheck.lsp.registry_file import Problems, problems
from factcheck.lsp.rooms import Ask, Room, Rooms
from factcheck.lsp.survey import Survey, Use, about
from factcheck.run.article import Checkup

PAUSE = 0.2
"""Seconds without a keystroke after which a text is checked."""
SETTLE = 1.0
"""Seconds after a change of the registry before the folder's other articles are looked at."""
FIRST = 2.0
"""Seconds that a question waits for the first check of a text."""
Publish = Callable[[str, int | None, list[types.Diagnostic]], None]
T = TypeVar("T")


@dataclass
class Session:
    """The documents that are open, by their addresses, and the last check of each article."""

    ask: Ask
    publish: Publish
    refresh: Callable[[], None] = lambda: None
    encoding: Encoding = "utf-16"
    pause: float = PAUSE
    settle: float = SETTLE
    documents: dict[str, Document] = field(default_factory=dict)
    checks: dict[str, Checked] = field(default_factory=dict)
    _tasks: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    surveys: dict[str, Survey] = field(default_factory=dict)
    _told: dict[str, set[str]] = field(default_factory=dict)
    _surveying: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _asked: int = 0

    def __post_init__(self) -> None:
        self.rooms = Rooms(self.ask)
        self._pool = ThreadPoolExecutor(1, "check")

    @property
    def texts(self) -> Unsaved:
        """The texts that are open, as files."""
        return Unsaved(self.documents.values())

    def open(self, document: Document) -> None:
        """A document has been opened."""
        self.documents[document.uri] = document
        self._soon(document.uri, 0)

    def change(self, uri: str, changes: Iterable[Change], version: int) -> None:
        """A document has been changed."""
        if before := self.documents.get(uri):
            self.documents[uri] = before.changed(changes, version)
            self._soon(uri, self.pause)

    def close(self, uri: str) -> None:
        """A document has been closed: what was told of it is taken back."""
        closed = self.documents.pop(uri, None)
        self.checks.pop(uri, None)
        if task := self._tasks.pop(uri, None):
            task.cancel()
        if closed and is_text(closed.path):
            self.publish(uri, None, [])
        elif closed:
            self.publish(uri, None, [])
            self.again()

    def saved(self, uri: str) -> None:
        """A document has been saved: the survey of its folder has something new to read."""
        if checked := self.checks.get(uri):
            self._survey_soon(checked.room, anew=True)

    def files_changed(self, held: bool = True) -> None:
        """Files have come, changed or gone on the disk, some of which articles are `held` against."""
        if held:
            self.rooms.forget()
            self.again()
        for survey in list(self.surveys.values()):
            self._survey_soon(survey.room, anew=True)

    def again(self, but: Collection[str] = ()) -> None:
        """Check every open document anew, but for some."""
        for uri in self.documents:
            if uri not in but:
                self._soon(uri, 0)

    def waiting(self) -> list[asyncio.Task[None]]:
        """The checks and surveys that are not done."""
        return [task for task in (*self._tasks.values(), *self._surveying.values()) if not task.done()]

    def end(self) -> None:
        """Nothing more is to be checked."""
        for task in (*self._tasks.values(), *self._surveying.values()):
            task.cancel()
        self._tasks.clear()
        self.documents.clear()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def checked(self, uri: str) -> Checked | None:
        """The last check of an article; of one that has none yet the first, if it comes soon."""
        if uri not in self.checks and (task := self._tasks.get(uri)):
            await asyncio.wait([task], timeout=FIRST)
        return self.checks.get(uri)

    async def aside(self, work: Callable[[], T]) -> T:
        """Do some work on the thread that checks, after what it is at; a survey gives way."""
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._asked -= 1

    def uses(self, room: Room) -> dict[str, list[Use]]:
        """The mentions of each claim in the articles of a room. On the thread beside."""
        fresh = {one.document.path: one.report.mentions for one in self._of(room)}
        survey = self.surveys.get(room.path)
        return (survey or Survey(room)).uses(fresh)

    def is_whole(self, room: Room) -> bool:
        """Whether all articles of a room have been looked at."""
        task = self._surveying.get(room.path)
        return task is not None and task.done()

    def _of(self, room: Room) -> list[Checked]:
        """The articles that are open in a room, checked; none that has never been saved."""
        found = [one for one in list(self.checks.values()) if one.room.path == room.path]
        return [one for one in found if not one.document.is_draft]

    def _soon(self, uri: str, pause: float) -> None:
        if task := self._tasks.get(uri):
            task.cancel()
        self._tasks[uri] = asyncio.get_running_loop().create_task(self._after(uri, pause))

    async def _after(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.documents[uri]
        task = asyncio.current_task()
        wanted = partial(self._is_wanted, document, task)
        try:
            if is_text(document.path):
                await self._check(document, wanted)
            elif document.path:
                await self._look(document)
        except OvertakenError:
            return
        except FactcheckError as error:  # the settings or the baseline are wrong, which is told there
            row = problem(document.lines, 1, 0, str(error))
            self.publish(document.uri, document.version, [row])

    def _is_wanted(self, document: Document, task: object) -> bool:
        """Whether somebody still waits for a check of a document as it was."""
        return self.documents.get(document.uri) is document and self._tasks.get(document.uri) is task

    async def _check(self, document: Document, wanted: Callable[[], bool]) -> None:
        found = await self.aside(partial(self._checked, document, self.texts, wanted))
        if not wanted():
            return
        if found is None:
            self.checks.pop(document.uri, None)
            self.publish(document.uri, document.version, [])
            return
        self.checks[document.uri] = found
        self.publish(document.uri, document.version, of_article(found))
        self._survey_soon(found.room)

    def _checked(self, document: Document, texts: Unsaved, wanted: Callable[[], bool]) -> Checked | None:
        """What a document comes to; None where there is no registry for it. On the thread beside."""
        room = self.rooms.of(Path(document.path).parent, texts)
        if room is None or not room.takes(document.path):
            return None
        return check(document, room, wanted, partial(self._others, document, room))

    def _others(self, document: Document, room: Room, claims: set[str]) -> list[Checkup]:
        """What the other articles of a room say of some claims, those that are open as they are there."""
        open_ = [one for one in self._of(room) if one.document.uri != document.uri and one.checkup]
        survey = self.surveys.get(room.path)
        away = [document.path, *(one.document.path for one in open_)]
        return [
            *(about(one.checkup, claims) for one in open_ if one.checkup),
            *(survey.others(away, claims) if survey else ()),
        ]

    def _survey_soon(self, room: Room, anew: bool = False) -> None:
        """Look at the other articles of a room, where its registry is another than before, or `anew`."""
        survey = self.surveys.get(room.path)
        if survey and survey.room.registry is room.registry and not anew:
            return
        if task := self._surveying.get(room.path):
            task.cancel()
        if survey is None or survey.room.registry is not room.registry:
            survey = self.surveys[room.path] = Survey(room)
        loop = asyncio.get_running_loop()
        self._surveying[room.path] = loop.create_task(self._survey(survey))

    async def _survey(self, survey: Survey) -> None:
        await asyncio.sleep(self.settle)
        await self.aside(partial(self._find, survey, self.texts))
        loop = asyncio.get_running_loop()
        looked = 0
        try:
            for file in list(survey.waiting()):
                while not await loop.run_in_executor(self._pool, survey.look, file, self._is_idle):
                    continue
                looked += 1
        finally:
            with suppress(RuntimeError):  # the session has ended
                self._pool.submit(survey.close)
        self.refresh()
        if looked:
            self.again(but=[uri for uri, one in self.documents.items() if not is_text(one.path)])

    def _find(self, survey: Survey, texts: Unsaved) -> None:
        """Find the articles of a survey. On the thread beside."""
        survey.find(all(texts.is_saved(file) for file in survey.room.registry.files if file in texts))

    def _is_idle(self) -> bool:
        return not self._asked

    async def _look(self, document: Document) -> None:
        """Tell what is wrong with a registry or its settings, and check anew what is held against them."""
        found = await self.aside(partial(problems, document.path, self.rooms, self.texts, self.encoding))
        if found is None:
            return
        self._tell_all(document.path, found)
        if found.room:
            self._survey_soon(found.room)
        if found.matters:
            self.again(but=[uri for uri, one in self.documents.items() if not is_text(one.path)])

    def _tell_all(self, about: str, found: Problems) -> None:
        """Publish what is wrong in some files, and take back what was wrong in others."""
        before = self._told.get(found.owner or about, set())
        for path in before - found.files.keys():
            self.publish(self._uri(path), None, [])
        for path, rows in found.files.items():
            self.publish(self._uri(path), None, rows)
        self._told[found.owner or about] = set(found.files)

    def _uri(self, path: str) -> str:
        """The address of a file, as the editor writes it where it is open there."""
        own = (uri for uri, one in self.documents.items() if one.path == path)
        return next(own, Path(path).absolute().as_uri())
