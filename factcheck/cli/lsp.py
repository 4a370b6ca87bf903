"""`factcheck lsp`: the language server that editors start."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.articles import article_options
from factcheck.cli.help import Verb, option
from factcheck.cli.options import cache_of, cache_option
from factcheck.cli.results import known_options
from factcheck.cli.settings import PLACE, config_options, configured, policy_of
from factcheck.errors import ConfigError, FactcheckError

if TYPE_CHECKING:
    from factcheck.lsp.rooms import Settings
    from factcheck.run.article import ScanOptions

_ARGS = "factcheck.args"
_EPILOG = """
Examples:
  factcheck lsp                      what an editor starts
  factcheck lsp --certainty shy --ignore unsourced
"""


class _Kept(Verb):
    """A verb that keeps what it was given, to be read again for each folder."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ARGS] = tuple(args)
        return super().parse_args(ctx, args)


@click.command("lsp", cls=_Kept, epilog=_EPILOG)
@article_options
@known_options
@cache_option
@option("--stdio", is_flag=True, group="How it works", setting=False,
        help="Speak over standard input and output, which it does anyway.")  # fmt: skip
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    claims: str | None,
    options: ScanOptions,
    baseline: str | None,
    no_baseline: bool,
    no_cache: bool,
    stdio: bool,  # noqa: ARG001 - many editors say it
    **shown: Any,
) -> Any:
    """Serve an editor, by the Language Server Protocol.

    Findings, cards and corrections show while one writes. Each article is held against the nearest
    registry, by the nearest settings, upwards from its own folder, as they stand in the editor, saved or
    not. What is given here goes before the settings. Nothing of the folders is ever run.
    """
    if PLACE in ctx.meta:  # a folder's settings are asked for
        from factcheck.lsp.rooms import Settings

        here = configured(ctx)
        known = "" if no_baseline else baseline
        file = here.file if here else None
        return Settings(options, policy_of(ctx, **shown), claims, known, file, cache_of(no_cache))
    if find_spec("pygls") is None:
        raise FactcheckError("lsp takes an extra: pip install 'factlint[lsp]'")
    from factcheck.lsp.server import serve

    given = list(ctx.meta[_ARGS])

    def ask(folder: Path, texts: Mapping[str, str]) -> Settings:
        return settings_of(ctx.find_root(), given, folder, texts)

    return serve(ask)


def settings_of(root: click.Context, args: list[str], folder: Path, texts: Mapping[str, str]) -> Settings:
    """What the options and the settings say for a folder. Raises ConfigError and other FactcheckErrors."""
    above = click.Context(root.command)
    above.meta[PLACE] = folder, texts
    try:
        with command.make_context("lsp", [*args], above) as here:
            settings: Settings = command.invoke(here)
            return settings
    except click.ClickException as error:  # what a setting of a file or the environment cannot be
        raise ConfigError(error.format_message()) from None
