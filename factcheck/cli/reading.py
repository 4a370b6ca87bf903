"""Options that say how files are read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from factcheck.cli.help import option

_COLUMNS = ("text", "title", "date", "id", "language")


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

        return command(*args, reading=Reading(html_body, html_drop, changes, pairs(columns)), **others)

    group = "How files are read"
    for add in (
        option("--html-drop", multiple=True, metavar="CSS", group=group,
               help="What of an HTML page is no part of the article; may be given several times."),
        option("--html-body", default="", metavar="CSS", group=group,
               help="What of an HTML page holds the article. [default: found by its text]"),
        option("--changes", type=click.Choice(("accepted", "original")), default="accepted", group=group,
               show_default=True, help="Documents with tracked changes, or as they were before them."),
        option("--columns", default="", metavar="NAMES", callback=_checked, group=group,
               help="What the columns of a .csv or .jsonl of articles hold: text=body,title=headline,"
               "date=published,id=url. [default: by usual names]"),
    ):  # fmt: skip
        read = add(read)
    return read


def _checked(_ctx: click.Context, _param: click.Parameter, given: str) -> str:
    pairs(given)
    return given


def pairs(given: str) -> tuple[tuple[str, str], ...]:
    """`text=body,title=headline` as pairs. Raises BadParameter where no column is the text."""
    rows = [item.partition("=") for item in given.split(",") if item.strip()]
    found = tuple((name.strip(), column.strip()) for name, _, column in rows)
    mend = f"write text=body,title=headline (there are: {', '.join(_COLUMNS)})"
    if any(name not in _COLUMNS or not column for name, column in found):
        raise click.BadParameter(f"{given!r} does not name columns: {mend}")
    if found and "text" not in dict(found):
        raise click.BadParameter(f"{given!r} does not say which column is the text: {mend}")
    return found
