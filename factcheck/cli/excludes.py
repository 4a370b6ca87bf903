"""Options that leave files out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from factcheck.cli.help import option
from factcheck.cli.settings import configured
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.read.files import Excludes


def exclude_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--exclude`, `--force-exclude` and `--respect-gitignore`, together the `excludes`, an `Excludes`."""

    @wraps(command)
    def left_out(
        *args: Any, exclude: Excludes, force_exclude: bool, respect_gitignore: bool, **others: Any
    ) -> Any:
        excludes = replace(exclude, force=force_exclude, gitignore=respect_gitignore)
        return command(*args, excludes=excludes, **others)

    group = "Which files are left out"
    for add in (
        option("--force-exclude/--no-force-exclude", default=False, group=group,
               help="Hold --exclude against files that are named, too (for hooks)."),
        option("--respect-gitignore/--no-respect-gitignore", default=True, group=group,
               help="Leave out of folders what git ignores. [default: yes]"),
        option("--exclude", multiple=True, metavar="PATTERN", callback=_excludes, group=group,
               help="Leave out of folders what matches, as in a .gitignore; may be given several times."),
    ):  # fmt: skip
        left_out = add(left_out)
    return left_out


def _excludes(ctx: click.Context, param: click.Parameter, given: Sequence[str]) -> Excludes:
    from factcheck.read.files import Excludes

    _check(given)
    here = configured(ctx)
    from_file = ctx.get_parameter_source(param.name or "") is ParameterSource.DEFAULT_MAP
    return Excludes(tuple(given), here.file.folder if here and from_file else "")


def _check(given: Sequence[str]) -> None:
    if given:
        from factcheck.read.patterns import compiled

        try:
            compiled(given, "")
        except FactcheckError as error:
            raise click.BadParameter(str(error)) from None
