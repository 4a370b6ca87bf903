"""`factcheck impact`: which articles become wrong, outdated or right by a change of the registry."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from factcheck.cli.articles import article_options
from factcheck.cli.files_from import files_from_option
from factcheck.cli.help import Argument, Verb, meant, option
from factcheck.cli.options import (
    PATHS,
    cache_of,
    cache_option,
    complete_claims,
    open_registry,
)
from factcheck.cli.output import NO_ARTICLE, draw, emit, note, on_terminal
from factcheck.cli.reading import standard_input
from factcheck.cli.settings import config_options, policy_of

if TYPE_CHECKING:
    from factcheck.model import Registry
    from factcheck.run.article import ScanOptions
    from factcheck.run.impact import Impact

STYLES = ("auto", "table", "concise", "csv", "json")
_EPILOG = """
Examples:
  factcheck impact troops articles/        what its newest value did to them
  factcheck impact --since HEAD articles/  what is not committed yet does
  factcheck impact --since main --format csv articles/ > to-mend.csv
  factcheck impact troops --files-from list.txt

Exit codes:
  0  no article becomes wrong
  1  one does
  2  the job could not be done, or a part of it
"""


@click.command("impact", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, metavar="[CLAIM]... [PATH]...", cls=Argument, type=PATHS,
                shell_complete=complete_claims)  # fmt: skip
@files_from_option
@option("--since", metavar="REV", group="What is checked", setting=False,
        help="Compare with the registry as of a git revision, or where the history parted from it. [default: "
        "the claims without their newest values]")  # fmt: skip
@article_options
@option("--format", "style", type=click.Choice(STYLES), default="auto", show_default=True,
        group="How it is reported", setting=False,
        help="What to print; auto: table on a terminal, concise off it. csv is a list to send.")  # fmt: skip
@cache_option
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    since: str | None,
    claims: str | None,
    options: ScanOptions,
    style: str,
    no_cache: bool,
) -> int:
    """Tell which articles become wrong, outdated or right by a change of the registry.

    Of each CLAIM its newest value (or, where several sources give one of that date, those) is the change;
    with --since, all that is otherwise in the registry than at a git revision, or only what is of a CLAIM.
    PATHS are articles and folders of them: as in the settings, or the working directory. An argument that
    is a claim's id names the claim (./troops a folder of that name).
    """
    from factcheck.cli.progress import progress
    from factcheck.run.impact import before_newest, impact
    from factcheck.run.scan import Scan

    registry = open_registry(claims)
    before = _earlier(since, registry)
    ids = {claim.id for claim in (*before.claims, *registry.claims)}
    given = ctx.get_parameter_source("paths") is ParameterSource.COMMANDLINE
    named = [word for word in paths if given and word in ids]
    articles = [word for word in paths if word not in named]
    articles = articles or list(ctx.lookup_default("paths") or ()) or ["."]
    _check(articles, ids)
    if since is None and not named:
        raise click.UsageError("name a claim (`factcheck impact troops`) or a revision (--since HEAD)")
    options = replace(options, jobs=None, cache=cache_of(no_cache))
    before = before if since is not None else before_newest(registry, named)
    stdin = standard_input(articles, options.reading.limits)
    with progress() as told:
        scan = Scan(articles, registry, options, stdin, told)
        found = impact(before, scan, policy_of(ctx), named)
    _publish(found, style, since)
    return _code(found)


def _earlier(since: str | None, registry: Registry) -> Registry:
    if since is None:
        return registry
    from factcheck.show.earlier import registry_at

    return registry_at(since, registry.path)


def _check(articles: Sequence[str], ids: Collection[str]) -> None:
    """Refuse what is neither a claim nor there."""
    from factcheck.read.addresses import is_address
    from factcheck.read.globs import is_pattern

    for word in articles:
        if word != "-" and not (is_address(word) or is_pattern(word) or Path(word).exists()):
            raise click.UsageError(f"{word!r} is neither a claim nor an article{meant(word, ids)}")


def _publish(found: Impact, style: str, since: str | None) -> None:
    from factcheck.report import impact as report

    shown = style if style != "auto" else "table" if on_terminal() else "concise"
    if shown == "table":
        draw(lambda out: report.show(found, out))
    elif shown == "json":
        emit(report.as_json(found, since))
    else:
        emit(report.as_csv(found) if shown == "csv" else report.concise(found))
    for error in found.errors:
        note(f"error: {error}")
    note(report.closing(found) if found.articles else NO_ARTICLE)


def _code(found: Impact) -> int:
    if found.errors or not found.articles:
        return 2
    return int(any(turn.becomes == "wrong" for turn in found.turns))
