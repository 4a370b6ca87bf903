"""Options that say how files are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.help import option
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.read.rows import Columns


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--columns`, `--changes`, `--html-body` and `--html-drop`, which together become a `Reading`."""

    @wraps(command)
    def read(
        *args: Any,
        columns: str,
        changes: Any,
        html_body: str,
        html_drop: tuple[str, ...],
        **others: Any,
    ) -> Any:
        from factcheck.read.formats import Reading

        return command(*args, reading=Reading(html_body, html_drop, changes, _columns(columns)), **others)

    group = "How files are read"
    for add in (
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
