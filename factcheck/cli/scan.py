"""`factcheck scan`: check articles against the registry."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from factcheck.cli.account import tell_all
from factcheck.cli.excludes import exclude_options
from factcheck.cli.files_from import files_from_option
from factcheck.cli.help import Argument, NumberOr, Verb, option
from factcheck.cli.options import (
    PATHS,
    baseline_path,
    cache_of,
    cache_option,
    certainty_option,
    claims_option,
    date_option,
    language_option,
    no_registry_option,
    open_registry,
    registry_path,
)
from factcheck.cli.output import emit, note
from factcheck.cli.reading import reading_options, standard_input
from factcheck.cli.reports import PAGE, check_targets, part_of
from factcheck.cli.results import (
    ENDING,
    Ending,
    Manner,
    end,
    flows,
    known_findings,
    known_options,
    manner_options,
    over,
    pour,
)
from factcheck.cli.settings import config_options, configured, policy_of
from factcheck.cli.show_config import show_config_option, shown
from factcheck.cli.staged import if_staged_option, is_passed_over
from factcheck.run.timing import Stopwatch

if TYPE_CHECKING:
    from factcheck.model import Confidence, Report
    from factcheck.read.files import Excludes
    from factcheck.read.formats import Reading
    from factcheck.run.checkups import Engine
    from factcheck.run.scan import Scan
    from factcheck.show.selection import Policy

_EPILOG = """
Examples:
  factcheck scan articles/                        every article of a folder
  factcheck scan draft.md --select discrepancy,contradiction
  factcheck scan articles/ --format json > report.json
  factcheck scan articles/ --report sarif=facts.sarif --report junit=facts.xml
  git ls-files -z articles/ | factcheck scan --files-from -
  cat draft.md | factcheck scan - --stdin-filename draft.md
  factcheck scan draft.md --no-registry           what needs no registry

Exit codes:
  0  checked, nothing at or above --fail-on
  1  findings at or above it; with --strict, anything that was not checked
  2  the job could not be done: usage, registry, an unreadable article
  3  nothing was checked (--allow-empty makes that 0)
  130  ended by Ctrl-C
"""


_SHARE = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


def _share(_ctx: click.Context, _param: click.Parameter, given: str | None) -> tuple[int, int] | None:
    """`3/64` as (3, 64)."""
    if given is None:
        return None
    numbers = _SHARE.fullmatch(given)
    number, of = map(int, numbers.groups()) if numbers else (0, 0)
    if not 1 <= number <= of:
        raise click.BadParameter(f"{given}: write I/N, such as 3/64 for the third of 64 shares")
    return number, of


@click.command("scan", cls=Verb, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=PATHS, cls=Argument)
@files_from_option
@claims_option
@no_registry_option
@date_option
@language_option
@certainty_option
@option("--stdin-filename", default="stdin.md", metavar="NAME", show_default=True, group="What is checked",
        setting=False, help="What `-` (standard input) is called; its ending picks the format.")  # fmt: skip
@exclude_options
@reading_options
@known_options
@if_staged_option
@option("--changed-since", metavar="REV", group="What is reported",
        help="Only findings in sentences that have changed since a git revision.")  # fmt: skip
@option("--all-figures", is_flag=True, group="What is reported",
        help="List the figures that are about nothing in the registry, too (--format json).")  # fmt: skip
@manner_options
@option("--jobs", "-j", type=NumberOr("auto", least=1, most=1000), default="auto", show_default=True,
        group="How it ends", metavar="N",
        help="Share the articles among so many processes; auto: as many as there are cores to use, where "
        "there is enough to read.")  # fmt: skip
@option("--engine", type=click.Choice(("processes", "dask")), default="processes", show_default=True,
        group="How it ends", help="By what the articles are shared out: processes here, or the workers of a "
        "Dask cluster.")  # fmt: skip
@option("--scheduler", metavar="ADDRESS", group="How it ends",
        help="Where the cluster's scheduler answers (--engine dask): tcp://10.0.0.5:8786.")  # fmt: skip
@option("--shard", metavar="I/N", callback=_share, group="How it ends", setting=False,
        help="Scan only the I-th of N shares of the articles; --report part=FILE keeps what they came to, "
        "for `factcheck merge`.")  # fmt: skip
@cache_option
@show_config_option
@config_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    claims: str | None,
    no_registry: bool,
    date: str | None,
    lang: str | None,
    certainty: Confidence,
    stdin_filename: str,
    excludes: Excludes,
    reading: Reading,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    require_reason: bool,
    baseline: str | None,
    if_staged: bool,
    no_baseline: bool,
    changed_since: str | None,
    all_figures: bool,
    manner: Manner,
    jobs: int | str,
    engine: str,
    scheduler: str | None,
    shard: tuple[int, int] | None,
    no_cache: bool,
    show_config: bool,
) -> int:
    """Check articles against the registry.

    PATHS are files, folders (searched for articles), patterns ("2024/*.md"), addresses or - for standard
    input. Every figure, date, name and statement in them that is about a claim of the registry is judged:
    does it agree, and who says so?
    """
    watch = Stopwatch()
    begun = watch.clock()
    from factcheck.run.article import ScanOptions
    from factcheck.run.parts import Shard
    from factcheck.run.scan import Scan

    if show_config:
        emit(shown(ctx))
        return 0
    if not paths:
        raise click.UsageError(
            "no article was named: `factcheck scan articles/`, - for standard input, or "
            'paths = ["articles"] in factcheck.toml'
        )
    cluster = _cluster(scheduler, paths) if engine == "dask" else None
    if shard and "-" in paths:
        raise click.UsageError("--shard shares out files, and standard input is none")
    settings = [here.file.path] if (here := configured(ctx)) else []
    sources = [] if no_registry else [str(registry_path(claims))]
    check_targets(manner.reports, (*paths, *sources, *settings))
    options = ScanOptions(
        date=date,
        language=lang,
        certainty=certainty,
        all_figures=all_figures,
        jobs=None if isinstance(jobs, str) else jobs,
        stdin_name=stdin_filename,
        excludes=excludes,
        reading=reading,
        passages=PAGE in {manner.style, *(target.style for target in manner.reports)},
        cache=cache_of(no_cache),
    )
    policy = policy_of(ctx, select=select, ignore=ignore, require_reason=require_reason)
    if changed_since is not None:
        from factcheck.show.changes import since

        stdin_name = stdin_filename if "-" in paths else None
        policy = replace(policy, before=since(changed_since, paths, stdin_name, reading))
    watch.start()
    registry = open_registry(claims, no_registry, options.cache)
    watch.lap("registry")
    if if_staged and is_passed_over(ctx, registry, [baseline_path(baseline, registry)]):
        return 0
    known = known_findings(baseline, no_baseline, registry)
    stdin = standard_input(paths, reading.limits)
    share, part = Shard(*shard) if shard else Shard(), part_of(manner.reports)
    made = Scan(paths, registry, options, stdin, watch=watch, shard=share, part=part, engine=cluster)
    tell = ctx.meta.get(ENDING)
    if tell is None and flows(manner, known):
        code, report = _poured(made, over(policy, known), manner)
    else:
        code, report = _ended(made, over(policy, known), manner, tell or end)
    if shard:
        note(f"note: share {shard[0]} of {shard[1]}: what diverges between shares, `factcheck merge` tells")
    if manner.verbose:
        tell_all(report, registry, known, watch.told(watch.clock() - begun))
    return code


def _cluster(scheduler: str | None, paths: tuple[str, ...]) -> Engine:
    """The engine that is a scheduler's workers; what no cluster can do is refused before anything is read."""
    if scheduler is None:
        raise click.UsageError("--engine dask needs the address of a scheduler: --scheduler tcp://…:8786")
    if "-" in paths:
        raise click.UsageError("--engine dask shares out files, and standard input is none")
    if find_spec("distributed") is None:
        raise click.UsageError("--engine dask takes an extra: pip install 'factlint[dask]'")
    from factcheck.run.cluster import by_cluster

    return by_cluster(scheduler)


def _poured(made: Scan, policy: Policy, manner: Manner) -> tuple[int, Report]:
    """A scan whose findings are told as they come: the exit code, and what was not checked."""
    from factcheck.cli.progress import progress
    from factcheck.run.stream import Stream

    with progress(writing=True) as told:
        stream = Stream(replace(made, progress=told), policy, listing=manner.verbose)
        return pour(stream, manner, made.paths), stream.left_out


def _ended(made: Scan, policy: Policy, manner: Manner, tell: Ending) -> tuple[int, Report]:
    """A scan that is told when it is made: the exit code, and its report."""
    from factcheck.cli.progress import progress

    with progress() as told:
        report = replace(made, progress=told).report(policy)
    made.watch.start()
    code = tell(report, manner, made.paths, made.options.reading.changes)
    made.watch.lap("report")
    return code, report
