"""What goes to stdout and stderr, and how: whole, in UTF-8, at the width that the reader has."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.model import Report

NO_ARTICLE = "nothing was checked: no article"
Draw = Callable[["Console"], None]


def on_terminal() -> bool:
    """Whether stdout is a terminal; it may be closed, too."""
    return sys.stdout is not None and sys.stdout.isatty()


def emit(text: str) -> None:
    """Write to stdout in UTF-8. A reader who has left (`| head`) is no error."""
    with suppress(BrokenPipeError):
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)  # which flushes


def note(text: str) -> None:
    """Write one message to stderr, its lines kept and anything that steers a terminal shown."""
    from factcheck.escape import visible_lines

    with suppress(BrokenPipeError):
        click.echo(visible_lines(text).encode("utf-8", "backslashreplace"), err=True)


def is_complete(report: Report) -> bool:
    """Whether all articles could be read, and there were some; what is amiss is told."""
    for error in report.errors:
        note(f"error: {error}")
    if not report.errors and not report.articles:
        note(NO_ARTICLE)
    return bool(report.articles) and not report.errors


def draw(paint: Draw) -> None:
    """Paint on the terminal; off a terminal as wide as the content, so that nothing is cut."""
    from factcheck.report.screen import console, unbounded

    if on_terminal():
        paint(console(sys.stdout))
    else:
        emit(unbounded(paint))


def replace_file(path: Path, content: str | bytes) -> None:
    """Write a file (text in UTF-8) as `whole.replace_whole` does. Raises OSError."""
    from factcheck.whole import replace_whole

    replace_whole(path, content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content)
