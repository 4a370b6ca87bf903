"""`--files-from`: articles that a list names, beside those of the command line."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from factcheck.cli.help import option
from factcheck.errors import FactcheckError


def files_from_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--files-from`: what it names is added to `paths`, and stands in place of those of the settings."""

    @wraps(command)
    def given(*args: Any, paths: tuple[str, ...], files_from: str | None, **others: Any) -> Any:
        if files_from is not None:
            said = click.get_current_context().get_parameter_source("paths")
            named = paths if said is ParameterSource.COMMANDLINE else ()
            if files_from == "-" and "-" in named:
                raise click.UsageError("standard input is one article (-) or a list of them (--files-from -)")
            paths = (*named, *listed(_list(files_from), files_from))
        return command(*args, paths=paths, **others)

    return option(
        "--files-from", type=click.Path(), metavar="FILE", group="What is checked", setting=False,
        help="Check what a list names, too: a path, a pattern or an address a line, or with a NUL after "
        "each; -: the list is standard input.",
    )(given)  # fmt: skip


def listed(data: bytes, name: str) -> tuple[str, ...]:
    """The paths of a list: with a NUL after each, if there is any in it, else one a line. Raises
    FactcheckError where it names none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # as PowerShell writes it
        data = data.decode("utf-16", "replace").encode()
    rows = data.split(b"\0") if b"\0" in data else data.removeprefix(codecs.BOM_UTF8).splitlines()
    paths = tuple(os.fsdecode(row) for row in rows if row.strip())
    if not paths:
        raise FactcheckError(f"{name}: the list names no article (one path a line)")
    # standard input is the list's, or nobody's
    return tuple(os.path.join(".", path) if path == "-" else path for path in paths)  # noqa: PTH118


def _list(file: str) -> bytes:
    try:
        if file != "-":
            return Path(file).read_bytes()
        if sys.stdin is None:
            raise FactcheckError("--files-from -: standard input is closed (pipe a list into it)")
        return sys.stdin.buffer.read()
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise FactcheckError(f"{file}: the list cannot be read: {told}") from None
