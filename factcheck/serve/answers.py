"""Answers that people give on a page: each one small edit of the registry, and the way back."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factcheck.errors import FactcheckError, RegistryError
from factcheck.model import Registry
from factcheck.registry.edit_file import Edited, edited, lost_text
from factcheck.report.diff import concise
from factcheck.review import answers
from factcheck.serve.hunk import Hunk, hunk

Said = Literal["yes", "no"]
FIELDS: dict[Said, str] = {"yes": "match", "no": "unlike"}
KEPT = 1_000
"""How many answers can be taken back."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an answer changed, a line each; its number, by which it is taken back (0: nothing was changed)."""

    number: int
    told: str


@dataclass(frozen=True, slots=True)
class _Done:
    """An answer: its number, its claim, the field and the text that it added there, and where."""

    number: int
    claim: str
    field: str
    said: str
    hunks: tuple[Hunk, ...]


@dataclass
class Answers:
    """Writes answers, one after the other, into the registry that `load` reads. `key` is what a request must
    show, another for each process: a page of another site cannot know it."""

    load: Callable[[], Registry]
    key: str = field(default_factory=secrets.token_urlsafe)
    _done: deque[_Done] = field(default_factory=lambda: deque(maxlen=KEPT))
    _last: int = 0
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def give(self, answer: Said, claim: str, said: str) -> Written:
        """Say that a phrase tells of a claim (yes), or that a sentence is not about it (no).

        Raises RegistryError where the registry has no room for it, FactcheckError where others write at the
        same time, OSError where the file cannot be written."""
        async with self._lock:
            return await asyncio.to_thread(self._twice, lambda: self._give(answer, claim, said))

    async def undo(self, number: int) -> Written:
        """Take an answer back, whatever has been written since. Raises as `give` does."""
        async with self._lock:
            return await asyncio.to_thread(self._twice, lambda: self._undo(number))

    def _twice(self, write: Callable[[], Written]) -> Written:
        """Write; once more, with the registry read anew, where another program was quicker."""
        try:
            return write()
        except RegistryError:
            raise
        except FactcheckError:
            return write()

    def _give(self, answer: Said, claim: str, said: str) -> Written:
        registry, place = self.load(), FIELDS[answer]
        if any(one.id == claim and said in getattr(one, place) for one in registry.claims):
            return Written(0, "")
        edits = answers.yes(registry, claim, said) if answer == "yes" else answers.no(registry, [claim], said)
        told = _write(edits)
        self._last += 1
        self._done.append(_Done(self._last, claim, place, said, tuple(map(hunk, edits))))
        return Written(self._last, told)

    def _undo(self, number: int) -> Written:
        done = next((one for one in self._done if one.number == number), None)
        if done is None:
            raise RegistryError("there is no such answer to take back")
        back = {one.path: one.taken_back for one in done.hunks}
        told = _write(edited(self.load(), back, lost_text(done.claim, done.field, done.said)))
        self._done.remove(done)
        return Written(0, told)


def _write(edits: Sequence[Edited]) -> str:
    for edit in edits:
        edit.write()
    return "".join(concise(str(edit.path), edit.before, edit.after) for edit in edits)
