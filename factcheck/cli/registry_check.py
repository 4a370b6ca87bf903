"""`factcheck registry check`: what makes the registry weak."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date as calendar
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.excludes import exclude_options
from factcheck.cli.help import Verb, names_of, option
from factcheck.cli.options import LEVELS, claims_option, failing, language_option, open_registry
from factcheck.cli.output import NO_ARTICLE, emit, note
from factcheck.cli.reading import reading_options
from factcheck.cli.settings import config_options, configured
from factcheck.model import WEAKNESSES

if TYPE_CHECKING:
    from factcheck.model import Registry, Report, Weakness
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading

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
    exclude: Excludes,
    force_exclude: bool,
    respect_gitignore: bool,
    reading: Reading,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> int:
    """Tell what makes the registry weak, with what to do about it.

    With PATHS, what the articles there show, too: claims that catch one another's sentences, an `exclude`
    that silences a claim's own mentions, claims that nothing is about.
    """
    registry = open_registry(claims)
    report = None
    if paths:
        files = replace(exclude, force=force_exclude, gitignore=respect_gitignore)
        report = _scanned(paths, registry, lang, files, reading)
    here = configured(ctx)
    weights = {**WEAKNESSES, **(here.levels.severity if here else {})}
    found = [
        replace(one, severity=level)
        for one in _found(registry, report)
        if (not select or one.name in select) and one.name not in ignore
        if (level := weights[one.name]) != "off"
    ]
    found.sort(key=lambda one: (one.path, one.line, LEVELS.index(one.severity)))
    emit("".join(line(one, registry.path) for one in found))
    note(f"{registry.path}: {_counted(registry, found)}")
    if report and not _complete(report):
        return 2
    return int(any(one.severity in failing(fail_on) for one in found))


def _found(registry: Registry, report: Report | None) -> Iterable[Weakness]:
    from factcheck.compare.agree import agree
    from factcheck.registry.check import weaknesses
    from factcheck.run.weak import in_use

    ignored = {(claim.id, name) for claim in registry.claims for name in claim.ignore}
    every = [*weaknesses(registry, calendar.today().isoformat(), agree)]
    every += in_use(registry, report) if report else []
    return (one for one in every if (one.claim, one.name) not in ignored)


def _scanned(
    paths: Sequence[str], registry: Registry, lang: str | None, files: Excludes, reading: Reading
) -> Report:
    from factcheck.cli.progress import progress
    from factcheck.run.article import ScanOptions
    from factcheck.run.scan import scan

    near = tuple(claim.id for claim in registry.claims)
    options = ScanOptions(language=lang, excludes=files, near=near, reading=reading)
    with progress() as told:
        return scan(paths, registry, options, progress=told)


def _complete(report: Report) -> bool:
    """Whether all articles could be read, and there were some."""
    for error in report.errors:
        note(f"error: {error}")
    if not report.errors and not report.articles:
        note(NO_ARTICLE)
    return bool(report.articles) and not report.errors


def line(one: Weakness, path: str) -> str:
    """`claims.yaml:12: warning stale troops: …`"""
    from factcheck.escape import visible

    return visible(f"{one.path or path}:{one.line}: {one.severity} {one.name} {one.claim}: {one.what}") + "\n"


def _counted(registry: Registry, found: Sequence[Weakness]) -> str:
    from factcheck.report.summary import plural

    counts = [(name, sum(one.severity == name for one in found)) for name in LEVELS[:-1]]
    told = [plural(count, "note" if name == "info" else name) for name, count in counts if count]
    return f"{plural(len(registry.claims), 'claim')}, {', '.join(told) or 'nothing weak'}"
