"""`factcheck registry check`: what makes the registry weak."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.excludes import exclude_options
from factcheck.cli.help import Verb, names_of, option
from factcheck.cli.options import LEVELS, claims_option, failing, language_option, open_registry
from factcheck.cli.output import emit, is_complete, note
from factcheck.cli.reading import reading_options
from factcheck.cli.settings import config_options, configured
from factcheck.cli.staged import if_staged_option, is_passed_over
from factcheck.model import WEAKNESSES

if TYPE_CHECKING:
    from factcheck.model import Registry, Report, Weakness
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading

FEW = 3
"""Notes of a kind in one file that are told one by one."""

_EPILOG = """
Examples:
  factcheck registry check                    what the registry itself shows
  factcheck registry check articles/          and what its articles show
  factcheck registry check --ignore no-source
"""


def _names(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Names of weaknesses, given several times or with commas between them."""
    return names_of(given, lambda: WEAKNESSES, "no weakness")


def _choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which weaknesses are told, and which of them make the exit code 1."""
    named: dict[str, Any] = {"multiple": True, "metavar": "NAMES", "callback": _names, "setting": False}
    for add in (
        option("--fail-on", type=click.Choice(LEVELS), default="error", show_default=True,
               group="How it ends", setting=False, help="The lowest severity that makes the exit code 1."),
        option("--ignore", **named, group="What is reported", help="All weaknesses but these."),
        option("--select", **named, group="What is reported",
               help="Only these weaknesses: one or more, with commas."),
    ):  # fmt: skip
        command = add(command)
    return command


@click.command("check", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path())
@claims_option
@language_option
@if_staged_option
@exclude_options
@reading_options
@_choosing
@config_options
@click.pass_context
def check(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    claims: str | None,
    lang: str | None,
    if_staged: bool,
    excludes: Excludes,
    reading: Reading,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> int:
    """Tell what makes the registry weak, with what to do about it.

    With PATHS, what the articles there show, too: claims that catch one another's sentences, an `exclude`
    that silences a claim's own mentions, claims that nothing is about.
    """
    from factcheck.run.weaknesses import every_weakness

    registry = open_registry(claims)
    if if_staged and is_passed_over(ctx, registry):
        return 0
    report = None
    if paths:
        report = _scanned(paths, registry, lang, excludes, reading)
    here = configured(ctx)
    weights = {**WEAKNESSES, **(here.levels.severity if here else {})}
    found = [
        replace(one, severity=level)
        for one in every_weakness(registry, report)
        if (not select or one.name in select) and one.name not in ignore
        if (level := weights[one.name]) != "off"
    ]
    found.sort(key=lambda one: (one.path, one.line, LEVELS.index(one.severity)))
    emit("".join(lines(found, registry.path, select)))
    note(f"{registry.path}: {_counted(registry, found)}")
    if report and not is_complete(report):
        return 2
    return int(any(one.severity in failing(fail_on) for one in found))


def _scanned(
    paths: Sequence[str], registry: Registry, lang: str | None, excludes: Excludes, reading: Reading
) -> Report:
    from factcheck.cli.progress import progress
    from factcheck.run.article import ScanOptions
    from factcheck.run.scan import scan

    near = tuple(claim.id for claim in registry.claims)
    options = ScanOptions(language=lang, excludes=excludes, near=near, reading=reading)
    with progress() as told:
        return scan(paths, registry, options, progress=told)


def lines(found: Sequence[Weakness], path: str, each: Collection[str] = ()) -> Iterator[str]:
    """`claims.yaml:12: warning review troops: …` for each; of more than a few notes of a kind in a file one
    line for all, at the place of the first, unless they were asked for by name (`each`)."""
    from factcheck.escape import visible

    kinds: dict[tuple[str, str], list[Weakness]] = {}
    for one in found:
        if one.severity == "info" and one.name not in each:
            kinds.setdefault((one.path, one.name), []).append(one)
    for one in found:
        alike = kinds.get((one.path, one.name), [])
        said = f"{one.claim}: {one.what}" if len(alike) <= FEW else _summed(alike)
        if len(alike) <= FEW or one is alike[0]:
            yield visible(f"{one.path or path}:{one.line}: {one.severity} {one.name} {said}") + "\n"


def _summed(alike: Sequence[Weakness]) -> str:
    first = ", ".join(one.claim for one in alike[:FEW])
    more = len(alike) - FEW
    return f"{first} and {more:,} more: `factcheck registry check --select {alike[0].name}` tells of each"


def _counted(registry: Registry, found: Sequence[Weakness]) -> str:
    from factcheck.report.summary import plural

    counts = [(name, sum(one.severity == name for one in found)) for name in LEVELS[:-1]]
    told = [plural(count, "note" if name == "info" else name) for name, count in counts if count]
    return f"{plural(len(registry.claims), 'claim')}, {', '.join(told) or 'nothing weak'}"
