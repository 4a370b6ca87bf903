"""`factcheck watch`: a scan that is made anew whenever what it depends on has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import scan
from factcheck.cli.help import Verb
from factcheck.cli.options import baseline_path, open_registry, registry_path
from factcheck.cli.output import note, on_terminal
from factcheck.cli.results import ENDING, Manner, end
from factcheck.cli.settings import configured
from factcheck.errors import FactcheckError
from factcheck.read.addresses import is_address
from factcheck.read.addresses import shown as masked
from factcheck.read.globs import is_pattern, parted

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.read.draft import Changes

_EPILOG = """
Examples:
  factcheck watch articles/                while one writes: anew after a save
  factcheck watch draft.md --format full   one article, each finding at length

Ctrl-C ends it, with the exit code of the last scan.
"""
_ONLY_SCAN = {
    *("stdin_filename", "if_staged", "shard", "show_config", "files_from", "engine", "scheduler"),
}
_ARGS = "factcheck.watch"


class _Watch(Verb):
    """A verb that keeps its arguments, to have them read anew with the settings."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ARGS] = list(args)
        return super().parse_args(ctx, args)


class Last:
    """The last scan's report, and what it ended with: one that came to the same is not told again."""

    def __init__(self) -> None:
        self.code: int | None = None
        self._told: object = None

    def end(self, report: Report, manner: Manner, paths: Sequence[str], changes: Changes = "accepted") -> int:
        """As `end` of any scan, but silent where nothing differs from the last."""
        return self._tell((report, manner), lambda: end(report, manner, paths, changes))

    def fail(self, error: Exception) -> int:
        """Tell why there could be no scan, once."""
        return self._tell(str(error), lambda: _failed(error))

    def _tell(self, what: object, telling: Callable[[], int]) -> int:
        if self.code is None or what != self._told:
            if on_terminal():
                click.clear()
            self.code, self._told = telling(), what
            note(f"{time.strftime('%H:%M:%S')} watching (Ctrl-C ends it)")
        return self.code


_PARAMS = [param for param in scan.command.params if param.name not in _ONLY_SCAN]


@click.command("watch", cls=_Watch, params=_PARAMS, epilog=_EPILOG)
@click.pass_context
def command(ctx: click.Context, /, *, paths: tuple[str, ...], **_options: Any) -> int:
    """Check articles against the registry, again whenever one changes.

    PATHS are files or folders. The registry, the files that it includes, the settings and the baseline are
    watched, too. What is shown is shown anew only where it differs.
    """
    if find_spec("watchfiles") is None:
        raise FactcheckError("watch takes an extra: pip install 'factlint[watch]'")
    if "-" in paths:
        raise click.UsageError("standard input (-) cannot be watched: name a file or a folder")
    if addresses := [path for path in paths if is_address(path)]:
        raise click.UsageError(f"{masked(addresses[0])}: an address cannot be watched")
    from factcheck.run.watching import Watching

    last, here = Last(), ctx
    ctx.meta[ENDING] = last.end
    try:
        while True:
            here = _now(ctx) or here
            with Watching(_named(here), _own(here)) as watching:
                _scan(ctx, last)
                watching.wait()
    except KeyboardInterrupt:
        return 130 if last.code is None else last.code


def _named(ctx: click.Context) -> list[Path]:
    """The files and folders of articles; a pattern's folder."""
    return [Path(parted(path)[0] or "." if is_pattern(path) else path) for path in ctx.params["paths"]]


def _now(ctx: click.Context) -> click.Context | None:
    """A scan's options by the settings as they are now; None where these are wrong, which the scan tells."""
    try:
        return scan.command.make_context("scan", [*ctx.meta[_ARGS]], parent=ctx.parent)
    except (click.UsageError, FactcheckError, OSError):
        return None


def _scan(ctx: click.Context, last: Last) -> None:
    """Scan once, with the settings as they are now. What is wrong with the first command line ends it."""
    try:
        with scan.command.make_context("scan", [*ctx.meta[_ARGS]], parent=ctx.parent) as here:
            scan.command.invoke(here)
    except click.UsageError as error:
        if last.code is None:
            raise
        last.fail(FactcheckError(error.format_message()))
    except (FactcheckError, OSError) as error:
        last.fail(error)


def _failed(error: Exception) -> int:
    note(str(error))
    return 2


def _own(ctx: click.Context) -> list[Path]:
    """The files beside the articles on which a scan depends, some of which may not be there."""
    here = configured(ctx)
    own = [Path(here.file.path)] if here else [Path("factcheck.toml"), Path("pyproject.toml")]
    if ctx.params["no_registry"]:
        return own
    try:
        own.append(registry_path(ctx.params["claims"]))
        registry = open_registry(ctx.params["claims"])
        return [*own, *map(Path, registry.files), baseline_path(ctx.params["baseline"], registry)]
    except (FactcheckError, OSError):
        return own  # the scan tells what is wrong with it
