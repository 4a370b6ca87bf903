"""Options that say how files are read; and what comes through standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.help import option
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.read.limits import Limits
    from factcheck.read.rows import Columns


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--columns`, `--changes`, `--html-body`, `--html-drop` and the `--limit-…`s, together a `Reading`."""

    @wraps(command)
    def read(
        *args: Any,
        columns: str,
        changes: Any,
        html_body: str,
        html_drop: tuple[str, ...],
        limit_seconds: int,
        limit_memory: int,
        **others: Any,
    ) -> Any:
        from factcheck.read.formats import Reading
        from factcheck.read.limits import Limits

        limits = Limits(limit_seconds, limit_memory)
        read = Reading(html_body, html_drop, changes, _columns(columns), limits)
        return command(*args, reading=read, **others)

    group = "How files are read"
    for add in (
        option("--limit-memory", type=click.IntRange(min=100), default=2000, metavar="MB", group=group,
               show_default=True, help="The same for memory; a larger file is not read at all."),
        option("--limit-seconds", type=click.IntRange(min=1), default=300, metavar="N", group=group,
               show_default=True, help="The most time of computing that one article may take: past it, it is "
               "told as an error, and the rest is checked."),
        option("--html-drop", multiple=True, metavar="CSS", group=group,
               help="What of an HTML page is no part of the article; may be given several times."),
        option("--html-body", default="", metavar="CSS", group=group,
               help="What of an HTML page holds the article. [default: found by its text]"),
        option("--changes", type=click.Choice(("accepted", "original")), default="accepted", group=group,
               show_default=True, help="Documents with tracked changes, or as they were before them."),
        option("--columns", default="", metavar="NAMES", callback=_checked, group=group,
               help="What the columns of a .csv, .jsonl or sheet of articles hold: text=body,title=headline,"
               "date=published,id=url. [default: by usual names]"),
    ):  # fmt: skip
        read = add(read)
    return read


def standard_input(paths: Sequence[str], limits: Limits) -> bytes | None:
    """What standard input holds where `-` is among the paths, up to a little more than an article may have.
    Raises FactcheckError where it is closed."""
    if "-" not in paths:
        return None
    if sys.stdin is None:
        raise FactcheckError("-: standard input is closed (pipe an article into it, or name a file)")
    from factcheck.read.drained import drained

    return drained(sys.stdin.buffer, limits)


def _checked(_ctx: click.Context, _param: click.Parameter, given: str) -> str:
    _columns(given)
    return given


def _columns(given: str) -> Columns | None:
    """The columns as they are named, None where they are not. Raises BadParameter for what names none."""
    if not given:
        return None
    from factcheck.read.rows import columns

    try:
        return columns(given)
    except FactcheckError as error:
        raise click.BadParameter(str(error)) from None
