"""`factcheck scan`: check articles against the registry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.account import tell, tell_all
from factcheck.cli.excludes import exclude_options
from factcheck.cli.help import Argument, NumberOr, Verb, option
from factcheck.cli.options import (
    LEVELS,
    PATHS,
    baseline_option,
    baseline_path,
    certainty_option,
    claims_option,
    date_option,
    failing,
    language_option,
    open_registry,
    registry_path,
    rule_options,
)
from factcheck.cli.output import draw, emit, note, on_terminal
from factcheck.cli.reading import reading_options, standard_input
from factcheck.cli.reports import (
    Target,
    check_targets,
    format_option,
    in_github,
    rendered,
    report_option,
    write,
)
from factcheck.cli.settings import config_options, configured, policy_of
from factcheck.cli.show_config import show_config_option, shown
from factcheck.cli.strict import ANY, complete_kinds, kinds_of
from factcheck.run.timing import Stopwatch

if TYPE_CHECKING:
    from factcheck.model import Confidence, Registry, Report, Sort
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading
    from factcheck.run.article import ScanOptions
    from factcheck.show.baseline import Baseline
    from factcheck.show.selection import Policy

SORTS = ("gravity", "path")
_EPILOG = """
Examples:
  factcheck scan articles/                        every article of a folder
  factcheck scan draft.md --select discrepancy,contradiction
  factcheck scan articles/ --format json > report.json
  factcheck scan articles/ --report sarif=facts.sarif --report junit=facts.xml
  cat draft.md | factcheck scan - --stdin-filename draft.md

Exit codes:
  0  checked, nothing at or above --fail-on
  1  findings at or above it; with --strict, anything that was not checked
  2  the job could not be done: usage, registry, an unreadable article
  3  nothing was checked (--allow-empty makes that 0)
  130  ended by Ctrl-C
"""


@click.command("scan", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=PATHS, cls=Argument)
@claims_option
@date_option
@language_option
@certainty_option
@option("--stdin-filename", default="stdin.md", metavar="NAME", show_default=True, group="What is checked",
        setting=False, help="What `-` (standard input) is called; its ending picks the format.")  # fmt: skip
@exclude_options
@reading_options
@rule_options
@baseline_option
@option("--no-baseline", is_flag=True, group="What is reported",
        help="Show the findings that are known, too.")  # fmt: skip
@option("--changed-since", metavar="REV", group="What is reported",
        help="Only findings in sentences that have changed since a git revision.")  # fmt: skip
@option("--all-figures", is_flag=True, group="What is reported",
        help="List the figures that are about nothing in the registry, too (--format json).")  # fmt: skip
@format_option
@report_option
@option("--sort", type=click.Choice(SORTS), default="gravity", show_default=True,
        group="How it is reported",
        help="The order for people (table, full, markdown): what to mend first, or by path.")  # fmt: skip
@option("--quiet", "-q", is_flag=True, group="How it is reported", help="Errors and the summary only.")
@option("--verbose", "-v", is_flag=True, group="How it is reported",
        help="The mentions that agree, too (table); on stderr what was left out, and timings.")  # fmt: skip
@option("--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, group="How it ends",
        help="The lowest severity that makes the exit code 1.")  # fmt: skip
@option("--strict", multiple=True, metavar="[=KINDS]", bare=ANY, callback=kinds_of,
        shell_complete=complete_kinds, group="How it ends",
        help="Exit 1 where anything was not checked; or only where something of these kinds was "
        "not.")  # fmt: skip
@option("--allow-empty", is_flag=True, group="How it ends",
        help="Exit 0 where nothing was checked.")  # fmt: skip
@option("--jobs", "-j", type=NumberOr("auto", least=1, most=1000), default="auto", show_default=True,
        group="How it ends", metavar="N",
        help="Share the articles among so many processes; auto: as many as there are cores to use, where "
        "there is enough to read.")  # fmt: skip
@show_config_option
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    claims: str | None,
    date: str | None,
    lang: str | None,
    certainty: Confidence,
    stdin_filename: str,
    exclude: Excludes,
    force_exclude: bool,
    respect_gitignore: bool,
    reading: Reading,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    require_reason: bool,
    baseline: str | None,
    no_baseline: bool,
    changed_since: str | None,
    all_figures: bool,
    style: str,
    reports: tuple[Target, ...],
    sort: Sort,
    quiet: bool,
    verbose: bool,
    fail_on: str,
    strict: tuple[str, ...],
    allow_empty: bool,
    jobs: int | str,
    show_config: bool,
) -> int:
    """Check articles against the registry.

    PATHS are files, folders (searched for articles) or - for standard input. Every figure, date,
    name and statement in them that is about a claim of the registry is judged: does it agree, and
    who says so?
    """
    watch = Stopwatch()
    begun = watch.clock()
    from factcheck.run.article import ScanOptions

    if show_config:
        emit(shown(ctx))
        return 0
    if not paths:
        raise click.UsageError(
            "no article was named: `factcheck scan articles/`, - for standard input, or "
            'paths = ["articles"] in factcheck.toml'
        )
    settings = [here.file.path] if (here := configured(ctx)) else []
    check_targets(reports, (*paths, str(registry_path(claims)), *settings))
    options = ScanOptions(
        date=date,
        language=lang,
        certainty=certainty,
        all_figures=all_figures,
        jobs=None if isinstance(jobs, str) else jobs,
        stdin_name=stdin_filename,
        excludes=replace(exclude, force=force_exclude, gitignore=respect_gitignore),
        reading=reading,
    )
    policy = policy_of(ctx, select=select, ignore=ignore, require_reason=require_reason)
    if changed_since is not None:
        from factcheck.show.changes import since

        stdin_name = stdin_filename if "-" in paths else None
        policy = replace(policy, before=since(changed_since, paths, stdin_name, reading))
    watch.start()
    registry = open_registry(claims)
    watch.lap("registry")
    known = _baseline(None if no_baseline else baseline or "", registry)
    report = _run(paths, registry, options, policy, known, watch)
    watch.start()
    unwritten = write(report, reports, sort, reading.changes)
    code = 2 if unwritten else exit_code(report, fail_on, allow_empty, strict)
    _publish(report, style, code, Manner(sort, quiet, verbose))
    watch.lap("report")
    tell(report, paths, code, strict)
    for problem in unwritten:
        note(f"error: {problem}")
    if verbose:
        tell_all(report, registry, known, watch.told(watch.clock() - begun))
    return code


def exit_code(report: Report, fail_on: str, allow_empty: bool, strict: Collection[str] = ()) -> int:
    """What the scan ends with: 2 wins over 3, and 3 over 1. `strict` are kinds of what was not checked."""
    if report.errors:
        return 2
    if not allow_empty and not any(article.sentences for article in report.articles):
        return 3
    missed = any(row.kind in strict for row in report.unchecked)
    return int(missed or any(finding.severity in failing(fail_on) for finding in report.findings))


def _run(
    paths: tuple[str, ...],
    registry: Registry,
    options: ScanOptions,
    policy: Policy,
    baseline: Baseline | None,
    watch: Stopwatch,
) -> Report:
    from factcheck.cli.progress import progress
    from factcheck.run.scan import scan

    if baseline:
        policy = replace(policy, baseline=baseline.known, place=baseline.place, there=baseline.there)
    stdin = standard_input(paths, options.reading.limits)
    with progress() as told:
        return scan(paths, registry, options, policy, stdin=stdin, progress=told, watch=watch)


def _baseline(known: str | None, registry: Registry) -> Baseline | None:
    """The baseline that is named, or the one beside the registry if there is one and `known` is not None."""
    from factcheck.show.baseline import load

    path = None if known is None else baseline_path(known, registry)
    return load(path) if path and (known or path.exists()) else None


class Manner(NamedTuple):
    """How a report is printed for people."""

    sort: Sort
    quiet: bool
    verbose: bool


def _publish(report: Report, style: str, code: int, manner: Manner) -> None:
    quiet = manner.quiet
    shown = style if style != "auto" else "table" if on_terminal() else "concise"
    if shown == "table":
        from factcheck.report.table import show
        from factcheck.show.order import ordered

        draw(lambda out: show(ordered(report, manner.sort), out, code, quiet=quiet, verbose=manner.verbose))
    elif shown == "full":
        from factcheck.report import full
        from factcheck.show.order import ordered

        draw(lambda out: full.show(ordered(report, manner.sort), out, code, quiet=quiet))
    elif shown == "concise":
        from factcheck.report.concise import closing, concise

        emit(concise(report, quiet=quiet))
        note(closing(report, code))
    else:
        from factcheck.report.summary import notes

        emit(rendered(shown, report, manner.sort))
        for told in notes(report):
            note(f"note: {told}")
    if style == "auto" and in_github():
        emit(rendered("github", report, manner.sort))
