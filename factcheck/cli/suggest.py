"""`factcheck suggest`: drafts of claims from what articles say and no claim is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from factcheck.cli.excludes import exclude_options
from factcheck.cli.help import Argument, Verb, meant, option, wrong
from factcheck.cli.options import (
    certainty_option,
    claims_option,
    complete_claims,
    date_option,
    language_option,
    nearest_registry,
    open_registry,
)
from factcheck.cli.output import NO_ARTICLE, draw, emit, note, on_terminal
from factcheck.cli.reading import reading_options, standard_input
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Confidence, Registry
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading
    from factcheck.suggest.drafts import Draft
    from factcheck.suggest.gather import Gathered

FORMATS = ("auto", "table", "concise", "yaml")
_EPILOG = """
Examples:
  factcheck suggest articles/                          what recurs or is contradicted, and no claim is about
  factcheck suggest articles/ --format yaml            the same as claims, with their sentences
  factcheck suggest articles/ --draft season-tickets --add
  factcheck suggest articles/ --claim troops           phrases for a claim that there is
"""


@click.command("suggest", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(), cls=Argument)
@claims_option
@date_option
@language_option
@certainty_option
@exclude_options
@reading_options
@option("--once", is_flag=True, group="What is suggested", setting=False,
        help="Drafts of figures that stand but once, too; they come last.")  # fmt: skip
@option("--draft", "chosen", multiple=True, metavar="DRAFT", group="What is suggested", setting=False,
        help="Only the draft with this id; may be given several times.")  # fmt: skip
@option("--claim", metavar="CLAIM", group="What is suggested", setting=False,
        shell_complete=complete_claims,
        help="No drafts, but phrases for a claim that there is, from what came near it.")  # fmt: skip
@option("--format", "style", type=click.Choice(FORMATS), default="auto", show_default=True,
        group="How it is reported", setting=False,
        help="auto: table on a terminal, concise off it; yaml: as a registry has it.")  # fmt: skip
@option("--add", is_flag=True, group="How it is written", setting=False,
        help="Add the drafts to the registry, behind its last claim and in its style.")  # fmt: skip
@option("--dry-run", is_flag=True, group="How it is written", setting=False,
        help="Print what would change, as a diff, and write nothing.")  # fmt: skip
@config_options
def command(
    *,
    paths: tuple[str, ...],
    claims: str | None,
    date: str | None,
    lang: str | None,
    certainty: Confidence,
    exclude: Excludes,
    force_exclude: bool,
    respect_gitignore: bool,
    reading: Reading,
    once: bool,
    chosen: tuple[str, ...],
    claim: str | None,
    style: str,
    add: bool,
    dry_run: bool,
) -> int:
    """Suggest claims for the registry, from the figures of articles that no claim is about.

    A draft is made of the figures that are about one thing, whatever the language: a title, phrases, the
    values by date and source as the articles give them. Those that contradict one another come first. Without
    a registry, everything is drafted.
    """
    from factcheck.run.article import ScanOptions
    from factcheck.suggest.gather import NOTHING, gather

    if not paths:
        wrong("no article was named: `factcheck suggest articles/`, or - for standard input")
    there = claims or add or dry_run or claim or nearest_registry()
    registry = open_registry(claims) if there else NOTHING
    options = ScanOptions(
        date=date,
        language=lang,
        certainty=certainty,
        excludes=replace(exclude, force=force_exclude, gitignore=respect_gitignore),
        reading=reading,
    )
    from factcheck.cli.progress import progress

    stdin = standard_input(paths, reading.limits)
    with progress() as told:
        gathered = gather(paths, registry, options, stdin=stdin, progress=told)
    found = _chosen(gathered, registry, chosen, once)
    if add or dry_run:
        return max(_add(found, registry, dry_run), _complete(gathered))
    _publish(found, registry, style)
    return _complete(gathered)


def _chosen(gathered: Gathered, registry: Registry, ids: Sequence[str], once: bool) -> Sequence[Draft]:
    """The drafts, or those of them that are named."""
    from factcheck.suggest.drafts import drafts

    found = drafts(gathered.facts, registry.claims, once=once or bool(ids))
    named = {draft.id: draft for draft in found}
    for name in ids:
        if name not in named:
            raise FactcheckError(f"no draft is called {name!r}{meant(name, named) if named else ''}")
    return [named[name] for name in ids] or found


def _publish(found: Sequence[Draft], registry: Registry, style: str) -> None:
    from factcheck.report.suggest import concise, show
    from factcheck.suggest.write import yaml

    if style == "yaml":
        emit(yaml(found, registry.sources))
    elif style == "concise" or (style == "auto" and not on_terminal()):
        emit(concise(found))
    else:
        draw(partial(show, found))


def _add(found: Sequence[Draft], registry: Registry, dry_run: bool) -> int:
    """Add drafts to the registry, all or none."""
    from factcheck.cli.registry import carry_out
    from factcheck.registry.edit_file import edited, gained_claims, home
    from factcheck.suggest.write import added

    edits = {home(registry): lambda text: added(text, found, registry.sources)}
    return carry_out(edited(registry, edits, gained_claims([draft.id for draft in found])), dry_run)


def _complete(gathered: Gathered) -> int:
    """The exit code: 2 where not all articles could be read, or none was."""
    for error in gathered.errors:
        note(f"error: {error}")
    if not gathered.errors and not gathered.articles:
        note(NO_ARTICLE)
    return 0 if gathered.articles and not gathered.errors else 2
