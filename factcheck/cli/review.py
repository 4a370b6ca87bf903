"""`factcheck review`: figure by figure, which claim it is about; each answer an edit of the registry."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from factcheck.cli.articles import article_options
from factcheck.cli.files_from import files_from_option
from factcheck.cli.help import Argument, Verb
from factcheck.cli.options import (
    PATHS,
    open_registry,
)
from factcheck.cli.output import NO_ARTICLE, emit, note
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.registry.edit_file import Edited
    from factcheck.review.questions import Question
    from factcheck.review.session import Done, Review
    from factcheck.run.article import ScanOptions

_SILENT = (
    "review asks questions, and nobody answers: run it on a terminal, or pipe answers into it, a line each"
)
_EPILOG = """
Examples:
  factcheck review articles/                 until q, or until all is answered
  factcheck review articles/ < answers.txt   a line each: y, 2, n, c, s, u, q
"""


@click.command("review", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=PATHS, cls=Argument)
@files_from_option
@article_options
@config_options
def command(
    *,
    paths: tuple[str, ...],
    claims: str | None,
    options: ScanOptions,
) -> int:
    """Ask of figures which claim they are about, and write each answer into the registry.

    What is asked are the figures, dates and names of PATHS that may be about a claim, and the figures that
    are about none, those first from which most is learned. A yes adds a phrase to the claim, a no puts the
    sentence under its `not`; both are written at once, and never asked again.
    """
    from factcheck.review.session import Review

    if not paths or "-" in paths:
        raise click.UsageError("name the articles to review: `factcheck review articles/` (not -)")
    registry = open_registry(claims)
    review = Review(registry, options)
    _read(review, paths)
    for error in review.errors:
        note(f"error: {error}")
    if not any(review.rows.values()):
        note(NO_ARTICLE)
        return 2
    _ask(review)
    return 2 if review.errors else 0


def _read(review: Review, paths: Sequence[str]) -> None:
    from factcheck.cli.progress import progress
    from factcheck.read.files import find

    found = find(paths, review.options.excludes)
    review.errors += found.errors
    with progress() as told:
        review.read(found.files, told)


def _ask(review: Review) -> None:
    """Put questions until nothing is left, or nobody answers any more."""
    from factcheck.report.review import asked, closing, ended

    questions, answered = review.open, False
    while questions or review.done:
        question = questions[0] if questions else None
        left = len(questions)
        emit("\n" + (asked(question, review.claims, len(review.done) + 1, left) if question else ended()))
        while (word := _answer()) is not None:
            answered = True
            if _carry_out(word, question, review):
                break
        if word in (None, "q"):
            break
        questions = review.open
    if questions and not answered:
        raise FactcheckError(_SILENT)
    emit(f"\n{closing(review.done, len(review.open))}\n")


def _answer() -> str | None:
    """What the next line of standard input says; None where there is none."""
    try:
        word = input("> ").strip().casefold()
        emit("" if sys.stdin.isatty() else f"{word}\n")  # a terminal shows what is typed
        return word
    except (EOFError, RuntimeError):  # RuntimeError: it is closed
        return None


def _carry_out(word: str, question: Question | None, review: Review) -> bool:
    """Do what an answer says; whether that was an answer. What cannot be done is told, and asked again."""
    from factcheck.registry.load import load_registry
    from factcheck.report.review import explained

    try:
        if (done := _done(word, question, review)) is not None:
            _tell(done)
            return True
    except FactcheckError as error:
        note(str(error))
        review.registry = load_registry(review.registry.path)
        return False
    if word == "q":
        return True
    emit(explained())
    return False


def _done(word: str, question: Question | None, review: Review) -> Done | None:
    """What an answer has become; None for what is none."""
    if word in ("u", "undo"):
        if (last := review.undo()) is None:
            raise FactcheckError("nothing to undo")
        return replace(last, answer=f"undone: {last.answer}", edits=tuple(map(_back, last.edits)))
    return _given(word, question, review) if question else None


def _given(word: str, question: Question, review: Review) -> Done | None:
    named = question.claims
    at = 1 if word in ("y", "yes") else int(word) if word.isdecimal() and word.isascii() else 0
    if 0 < at <= len(named):
        if not question.phrase:
            raise FactcheckError("its words make no phrase: write one into the registry by hand, or skip")
        return review.yes(question, named[at - 1])
    if word in ("n", "no") and named:
        return review.no(question)
    if word in ("c", "new"):
        if (made := review.new(question)) is None:
            raise FactcheckError("its words make no claim: `factcheck registry add` writes one, or skip")
        return made
    if word in ("s", "skip", ""):
        return review.skip(question)
    return None


def _back(edit: Edited) -> Edited:
    return replace(edit, before=edit.after, after=edit.before)


def _tell(done: Done) -> None:
    """What an answer changed, a line each."""
    from factcheck.report.diff import concise

    told = "".join(concise(str(edit.path), edit.before, edit.after) for edit in done.edits)
    emit(told or f"{done.answer}\n")
