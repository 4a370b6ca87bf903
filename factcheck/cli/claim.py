"""`factcheck claim`: what the registry knows, and where articles use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from factcheck.cli.articles import article_options
from factcheck.cli.help import Verb, option
from factcheck.cli.options import PATHS, complete_claims, open_registry
from factcheck.cli.output import draw, emit, is_complete, on_terminal
from factcheck.cli.reading import standard_input
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.model import Claim, Registry, Report
    from factcheck.run.article import ScanOptions
    from factcheck.show.history import History

_EPILOG = """
Examples:
  factcheck claim                              every claim, a line each
  factcheck claim troops                       its values over time, its sources
  factcheck claim troops --history             how they came and went, by git
  factcheck claim "soldiers killed"            anything close to it
  factcheck claim troops --articles articles/  where it is used, the verdicts
"""


@click.command("claim", cls=Verb, epilog=_EPILOG)
@click.argument("query", nargs=-1, shell_complete=complete_claims)
@article_options
@option("--articles", multiple=True, type=PATHS, metavar="PATH", group="What is checked",
        setting="paths", help="Show where these articles use it, what came near it and what its `exclude` "
        "silenced; may be given several times. [default: for a QUERY, the settings' paths]")  # fmt: skip
@option("--history", is_flag=True, group="How it is reported", setting=False,
        help="Show how its values came and went, by git: when, by which commit, why.")  # fmt: skip
@option("--format", "style", type=click.Choice(("auto", "table", "concise", "json", "html")),
        default="auto", show_default=True, group="How it is reported", setting=False,
        help="auto: table on a terminal, concise off it; json: what the registry says; html: a page with "
        "charts.")  # fmt: skip
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    query: tuple[str, ...],
    claims: str | None,
    articles: tuple[str, ...],
    history: bool,
    options: ScanOptions,
    style: str,
) -> int:
    """Show a claim of the registry, or all of them.

    QUERY is an id, or anything close to a claim's id, title or phrases; several hits are listed.
    """
    from factcheck.model import Report

    registry = open_registry(claims)
    found = _found(" ".join(query), registry)
    past = _history(found, registry) if history else None
    near = tuple(claim.id for claim in found)
    if not query and ctx.get_parameter_source("articles") is not ParameterSource.COMMANDLINE:
        articles = ()
    report = _scan(articles, registry, replace(options, near=near)) if articles else None
    if style == "json":
        from factcheck.report.claim_json import to_json

        emit(to_json(found))
    elif style == "html":
        from factcheck.report.html.cards import cards

        emit(cards(found, report or Report()))
    elif style == "concise" or (style == "auto" and not on_terminal() and len(found) != 1):
        emit(_concise(found, report, past))
    else:
        from factcheck.run.timing import today

        day = options.date or today()
        draw(lambda out: _paint(found, report, past, day, out))
    return 0 if report is None or is_complete(report) else 2


def _found(query: str, registry: Registry) -> list[Claim]:
    if not query.strip():
        return list(registry.claims)
    from factcheck.show.search import find, nearest

    found = find(query, registry.claims)
    if not found:
        near = ", ".join(claim.id for claim in nearest(query, registry.claims))
        raise FactcheckError(
            f"{registry.path} has no claim close to {query!r} (the nearest: {near or 'none'})"
        )
    return found


def _scan(articles: Sequence[str], registry: Registry, options: ScanOptions) -> Report:
    from factcheck.cli.progress import progress
    from factcheck.run.scan import scan

    stdin = standard_input(articles, options.reading.limits)
    with progress() as told:
        return scan(articles, registry, options, stdin=stdin, progress=told)


def _history(claims: Sequence[Claim], registry: Registry) -> History:
    from factcheck.registry.past import rows_in
    from factcheck.show.history import history

    if len(claims) != 1:
        raise FactcheckError(f"--history is of one claim, and these are {len(claims):,}: name its id")
    [claim] = claims
    path = claim.path or registry.path
    if path in registry.tables:
        return history(path, claim.id, rows_in(registry.path, path))
    return history(path, claim.id)


def _concise(claims: Sequence[Claim], report: Report | None, past: History | None) -> str:
    from factcheck.report.claims import concise_history, concise_list, concise_uses

    if past is not None:
        return concise_history(claims[0], past)
    if report is None:
        return concise_list(claims)
    ids = {claim.id for claim in claims}
    return concise_uses(mention for mention in report.mentions if mention.claim in ids)


def _paint(
    claims: Sequence[Claim],
    report: Report | None,
    past: History | None,
    today: str,
    out: Console,
) -> None:
    from factcheck.report.claims import show_history, show_list, show_page

    if len(claims) == 1:
        show_page(claims[0], _inconsistencies(claims[0], today), out)
    if past is not None:
        show_history(claims[0], past, out)
    if report is not None:
        _paint_uses(claims, report, out)
    elif len(claims) != 1:
        show_list(claims, out)


def _paint_uses(claims: Sequence[Claim], report: Report, out: Console) -> None:
    from factcheck.report.claims import show_uses

    for claim in claims:
        near = [miss for miss in report.near if miss.claim == claim.id]
        show_uses(claim, [mention for mention in report.mentions if mention.claim == claim.id], near, out)


def _inconsistencies(claim: Claim, today: str) -> list[str]:
    from factcheck.compare.agree import agree
    from factcheck.registry.check import inconsistencies

    return inconsistencies(claim, today, agree)
