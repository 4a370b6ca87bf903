"""`factcheck suggest`: drafts of claims from what articles say and no claim is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.articles import article_options
from factcheck.cli.help import Argument, Verb, option, wrong
from factcheck.cli.options import (
    PATHS,
    complete_claims,
    nearest_registry,
    open_registry,
)
from factcheck.cli.output import NO_ARTICLE, draw, emit, note, on_terminal
from factcheck.cli.reading import standard_input
from factcheck.cli.settings import config_options
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Article, Registry
    from factcheck.run.article import ScanOptions, Tools
    from factcheck.suggest.drafts import Draft
    from factcheck.suggest.facts import Said
    from factcheck.suggest.gather import Gathered
    from factcheck.suggest.hints import Hint

T = TypeVar("T")
FORMATS = ("auto", "table", "concise", "yaml")
_EPILOG = """
Examples:
  factcheck suggest articles/                  what no claim is about
  factcheck suggest articles/ --format yaml    the same as claims
  factcheck suggest articles/ --draft season-tickets --add
  factcheck suggest articles/ --claim troops   phrases that a claim lacks
  factcheck suggest articles/ --claim troops --add
"""


@click.command("suggest", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=PATHS, cls=Argument)
@article_options
@option("--once", is_flag=True, group="What is suggested", setting=False,
        help="Drafts of figures that stand in one sentence only, too; they come last.")  # fmt: skip
@option("--draft", "chosen", multiple=True, metavar="DRAFT", group="What is suggested", setting=False,
        help="Only the draft with this id; may be given several times.")  # fmt: skip
@option("--claim", metavar="CLAIM", group="What is suggested", setting=False,
        shell_complete=complete_claims,
        help="No drafts, but phrases for a claim that there is, from what came near it.")  # fmt: skip
@option("--format", "style", type=click.Choice(FORMATS), default="auto", show_default=True,
        group="How it is reported", setting=False,
        help="auto: table on a terminal, concise off it; yaml: as a registry has it.")  # fmt: skip
@option("--add", is_flag=True, group="How it is written", setting=False,
        help="Add the drafts to the registry, behind its last claim and in its style; with --claim, the "
        "phrases of what agrees with that to its `match`.")  # fmt: skip
@option("--dry-run", is_flag=True, group="How it is written", setting=False,
        help="Print what would change, as a diff, and write nothing.")  # fmt: skip
@config_options
def command(
    *,
    paths: tuple[str, ...],
    claims: str | None,
    options: ScanOptions,
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
    from factcheck.suggest.gather import NOTHING

    if not paths:
        wrong("no article was named: `factcheck suggest articles/`, or - for standard input")
    if claim and (chosen or once):
        wrong("--claim suggests phrases for a claim: --draft and --once are about drafts")
    there = claims or add or dry_run or claim or nearest_registry()
    registry = open_registry(claims) if there else NOTHING
    if claim:
        return _phrases(_hints(paths, registry, options, claim), registry, claim, style, add, dry_run)
    from factcheck.suggest.gather import facts

    gathered = _gathered(paths, registry, options, facts)
    found = _chosen(gathered.found, registry, chosen, once)
    if found and (add or dry_run):
        return max(_add(found, registry, dry_run), _complete(gathered))
    _publish(found, registry, style)
    _tell(found, gathered.found, all_of_them=once or bool(chosen))
    return _complete(gathered)


def _tell(found: Sequence[Draft], facts: Sequence[Said], *, all_of_them: bool) -> None:
    """Say how much the drafts are made of, and what is left."""
    from factcheck.report.summary import plural

    drafted = sum(len(draft.facts) for draft in found)
    what = f"{plural(len(found), 'draft')} of {drafted:,} of {len(facts):,} figures, dates and names"
    left = f"; {len(facts) - drafted:,} stand but once: --once drafts them, too" if not all_of_them else ""
    note(f"{what} about nothing in the registry{left}")


def _gathered(
    paths: Sequence[str],
    registry: Registry,
    options: ScanOptions,
    look: Callable[[Article, Tools], Sequence[T]],
) -> Gathered[T]:
    from factcheck.cli.progress import progress
    from factcheck.suggest.gather import gather

    stdin = standard_input(paths, options.reading.limits)
    with progress() as told:
        return gather(paths, registry, options, look=look, stdin=stdin, progress=told)


def _chosen(facts: Sequence[Said], registry: Registry, ids: Sequence[str], once: bool) -> Sequence[Draft]:
    """The drafts, or those of them that are named."""
    from factcheck.suggest.drafts import drafts

    found = drafts(facts, registry.claims, once=once or bool(ids))
    named = {draft.id: draft for draft in found}
    for name in ids:
        if name not in named:
            raise FactcheckError(f"no draft is called {name!r}{_nearest(name, named)}")
    return [named[name] for name in ids] or found


def _nearest(name: str, known: Iterable[str]) -> str:
    from factcheck.registry.suggest import nearest

    guess = nearest(name, list(known))
    return f" (did you mean {guess!r}?)" if guess else ""


def _hints(paths: Sequence[str], registry: Registry, options: ScanOptions, id_: str) -> Gathered[Hint]:
    """Phrases for the claim with an id."""
    from factcheck.suggest.hints import best, hints

    known = {claim.id: claim for claim in registry.claims}
    if id_ not in known:
        raise FactcheckError(f"{registry.path}: no claim is called {id_!r}{_nearest(id_, known)}")
    gathered = _gathered(paths, registry, options, partial(hints, claim=known[id_]))
    return replace(gathered, found=best(gathered.found, known[id_]))


def _phrases(
    gathered: Gathered[Hint], registry: Registry, id_: str, style: str, add: bool, dry_run: bool
) -> int:
    """Add phrases to a claim, or print them."""
    if add or dry_run:
        return max(_add_phrases(gathered.found, registry, id_, dry_run), _complete(gathered))
    _publish_phrases(gathered.found, style)
    return _complete(gathered)


def _publish_phrases(found: Sequence[Hint], style: str) -> None:
    from factcheck.report.suggest import concise_hints, show_hints, yaml_hints

    if style == "yaml":
        emit(yaml_hints(found))
    elif style == "concise" or (style == "auto" and not on_terminal()):
        emit(concise_hints(found))
    else:
        draw(partial(show_hints, found))


def _add_phrases(found: Sequence[Hint], registry: Registry, id_: str, dry_run: bool) -> int:
    """Add to a claim the phrases of what agrees with it; the others are to be read first."""
    from factcheck.cli.registry import carry_out
    from factcheck.report.summary import plural
    from factcheck.review.answers import yes

    phrases = [hint.phrase for hint in found if hint.agrees]
    left = len(found) - len(phrases)
    note(
        f"{plural(len(phrases), 'phrase')} of what agrees with {id_}; {left:,} of what does not are left: "
        "read them, without --add"
        if left
        else f"{plural(len(phrases), 'phrase')} of what agrees with {id_}"
    )
    return carry_out(yes(registry, id_, *phrases) if phrases else [], dry_run)


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


def _complete(gathered: Gathered[Any]) -> int:
    """The exit code: 2 where not all articles could be read, or none was."""
    for error in gathered.errors:
        note(f"error: {error}")
    if not gathered.errors and not gathered.articles:
        note(NO_ARTICLE)
    return 0 if gathered.articles and not gathered.errors else 2
