"""A review: what is open, what has been answered, and the way back.

An answer is written at once, whole or not at all; nothing is kept that a new review would not find in the
registry, but what was skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from factcheck.model import Claim, Registry
from factcheck.read.article import parted
from factcheck.registry.edit_file import Edited
from factcheck.registry.load import load_registry
from factcheck.review import answers
from factcheck.review.questions import Key, Question, once, questions
from factcheck.review.worth import ranked
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import each
from factcheck.suggest.drafts import draft
from factcheck.suggest.write import fields, source_keys


@dataclass(frozen=True, slots=True)
class Done:
    """An answer: its question, what it is called, what it changed, and the files that were read anew."""

    question: Question
    answer: str
    edits: tuple[Edited, ...] = ()
    files: tuple[str, ...] = ()


@dataclass
class Review:
    """What is open in each file by the registry as it is now, an article a row; what was answered."""

    registry: Registry
    options: ScanOptions
    rows: dict[str, list[tuple[Question, ...]]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    _closed: set[Key] = field(default_factory=set)
    _open: list[Question] | None = None

    def read(self, files: Sequence[str], progress: Callable[[int, int], None] | None = None) -> None:
        """Check some files anew by the registry."""
        tools = Tools(self.registry, self.options)
        for number, file in enumerate(files, 1):
            found = list(each([file], tools, lambda article: questions(article, tools)))
            self.rows[file] = [row for row in found if not isinstance(row, str)]
            self.errors += [row for row in found if isinstance(row, str)]
            if progress:
                progress(number, len(files))
        self._open = None

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.registry.claims}

    @property
    def open(self) -> list[Question]:
        """What is to be asked, in order."""
        if self._open is None:
            self._open = ranked(once(one for rows in self.rows.values() for row in rows for one in row))
        return [question for question in self._open if question.key not in self._closed]

    def yes(self, question: Question, claim: str) -> Done:
        """Say that a figure is about a claim. Raises RegistryError."""
        return self._write(question, "yes", [claim], answers.yes(self.registry, claim, question.phrase))

    def no(self, question: Question) -> Done:
        """Say that a figure is about none of the claims that it may be about. Raises RegistryError."""
        sentence = " ".join(question.mention.sentence.split())
        edits = answers.no(self.registry, question.claims, sentence)
        return self._write(question, "no", question.claims, edits)

    def new(self, question: Question) -> Done | None:
        """Make a claim of what a figure says; None where that cannot be. Raises RegistryError."""
        made = draft([question.said], self.registry.claims)
        if made is None:
            return None
        told = fields(made, source_keys((), self.registry.sources))
        edits = answers.new(self.registry, made.id, told)
        return self._write(question, "new", [made.id, *question.claims], edits)

    def skip(self, question: Question) -> Done:
        """Ask no more in this review."""
        self._closed.add(question.key)
        self.done.append(Done(question, "skip"))
        return self.done[-1]

    def undo(self) -> Done | None:
        """Take the last answer back. Raises FactcheckError where the file is no longer as it was left."""
        if not self.done:
            return None
        last = self.done[-1]
        for edit in last.edits:
            Edited(edit.path, edit.after, edit.before).write()
        self.done.pop()
        self._closed.discard(last.question.key)
        if last.edits:
            self._anew(last.files)
        return last

    def _write(
        self, question: Question, answer: str, named: Collection[str], edits: Sequence[Edited]
    ) -> Done:
        files = self._touched(question, named)
        for edit in edits:
            edit.write()
        done = Done(question, answer, tuple(edits), files)
        self.done.append(done)
        self._closed.add(question.key)
        self._anew(files)
        return done

    def _touched(self, question: Question, named: Collection[str]) -> tuple[str, ...]:
        """The files of which an answer about some claims may change what is open: those with a question about
        one of them."""
        touched = {
            parted(one.mention.path)[0]
            for rows in self.rows.values()
            for row in rows
            for one in row
            if one.key == question.key or not {*one.claims}.isdisjoint(named)
        }
        return tuple(file for file in self.rows if file in touched)

    def _anew(self, files: Sequence[str]) -> None:
        self.registry = load_registry(self.registry.path)
        self.read(files)
