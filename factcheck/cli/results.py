"""What of a scan is reported, how, and what it ends with: for every verb that ends in a report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial, wraps
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.account import tell
from factcheck.cli.help import option
from factcheck.cli.options import LEVELS, baseline_option, baseline_path, failing, rule_options
from factcheck.cli.output import draw, emit, note, on_terminal
from factcheck.cli.reports import (
    PART,
    Target,
    format_option,
    in_github,
    language_of_report,
    rendered,
    report_option,
    write,
)
from factcheck.cli.strict import ANY, complete_kinds, kinds_of

if TYPE_CHECKING:
    from factcheck.model import Registry, Report, Sort
    from factcheck.read.draft import Changes
    from factcheck.run.stream import Stream
    from factcheck.show.baseline import Baseline
    from factcheck.show.selection import Policy
    from factcheck.show.totals import Totals

SORTS = ("gravity", "path")
Ending = Callable[..., int]
"""What takes a report, the manner, the paths and how changes were read, and returns the exit code."""
ENDING = "factcheck.end"
"""Where in a context's `meta` stands what a verb that scans again and again calls in place of `end`."""
FLOWING = ("concise", "jsonl")
"""The formats that can be written while a scan goes on."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a report is given, to whom, and when it fails: what these options say."""

    style: str
    reports: tuple[Target, ...]
    sort: Sort
    quiet: bool
    verbose: bool
    fail_on: str
    strict: tuple[str, ...]
    allow_empty: bool
    language: str


def known_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--select`, `--ignore`, `--require-reason`, `--baseline`, `--no-baseline`: which findings are shown."""
    command = option("--no-baseline", is_flag=True, group="What is reported",
                     help="Show the findings that are known, too.")(command)  # fmt: skip
    return rule_options(baseline_option(command))


def manner_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format` and what else says how a report is given, together a `Manner`."""

    @wraps(command)
    def given(
        *args: Any,
        style: str,
        reports: tuple[Target, ...],
        sort: Sort,
        quiet: bool,
        verbose: bool,
        fail_on: str,
        strict: tuple[str, ...],
        allow_empty: bool,
        report_language: str,
        **others: Any,
    ) -> Any:
        spoken = "" if report_language == "auto" else report_language
        manner = Manner(style, reports, sort, quiet, verbose, fail_on, strict, allow_empty, spoken)
        return command(*args, manner=manner, **others)

    for add in reversed((
        format_option,
        report_option,
        language_of_report,
        option("--sort", type=click.Choice(SORTS), default="gravity", show_default=True,
               group="How it is reported",
               help="The order for people (table, full, markdown): what to mend first, or by path."),
        option("--quiet", "-q", is_flag=True, group="How it is reported",
               help="Errors and the summary only."),
        option("--verbose", "-v", is_flag=True, group="How it is reported",
               help="The mentions that agree, too (table); on stderr what was left out, and timings."),
        option("--fail-on", type=click.Choice(LEVELS), default="error", show_default=True,
               group="How it ends", help="The lowest severity that makes the exit code 1."),
        option("--strict", multiple=True, metavar="[=KINDS]", bare=ANY, callback=kinds_of,
               shell_complete=complete_kinds, group="How it ends",
               help="Exit 1 where anything was not checked; or only where something of these kinds was "
               "not."),
        option("--allow-empty", is_flag=True, group="How it ends",
               help="Exit 0 where nothing was checked."),
    )):  # fmt: skip
        given = add(given)
    return given


def exit_code(report: Report | Totals, fail_on: str, allow_empty: bool, strict: Collection[str] = ()) -> int:
    """What a scan ends with: 2 wins over 3, and 3 over 1. `strict` are kinds of what was not checked."""
    from factcheck.show.totals import totals

    found = totals(report)
    if found.errors:
        return 2
    if not allow_empty and not found.has_text:
        return 3
    missed = not found.unchecked.keys().isdisjoint(strict)
    return int(missed or not found.severities.keys().isdisjoint(failing(fail_on)))


def known_findings(given: str | None, without: bool, registry: Registry) -> Baseline | None:
    """The baseline that is named, or the one beside the registry if there is one; None `without` it."""
    from factcheck.show.baseline import load

    path = None if without else baseline_path(given, registry)
    return load(path) if path and (given or path.exists()) else None


def over(policy: Policy, known: Baseline | None) -> Policy:
    """A policy that knows the findings of a baseline, too."""
    if known is None:
        return policy
    return replace(policy, baseline=known.known, place=known.place, there=known.there)


def end(report: Report, manner: Manner, paths: Sequence[str], changes: Changes = "accepted") -> int:
    """Write and print what is asked for of a report on `paths`, and tell what was not checked; the exit code.

    `changes` tells how Word documents were read."""
    report = replace(report, language=manner.language)
    unwritten = write(report, manner.reports, manner.sort, changes)
    code = 2 if unwritten else exit_code(report, manner.fail_on, manner.allow_empty, manner.strict)
    _publish(report, code, manner)
    tell(report, paths, code, manner.strict)
    for problem in unwritten:
        note(f"error: {problem}")
    return code


def flows(manner: Manner, known: Baseline | None) -> bool:
    """Whether findings can be told as they come: no report needs all of them at once."""
    others = known or any(target.style != PART for target in manner.reports)
    return not others and not (manner.style == "auto" and in_github()) and _shown(manner) in FLOWING


def pour(found: Stream, manner: Manner, paths: Sequence[str]) -> int:
    """Print findings as they come, then tell what all came to; the exit code."""
    from factcheck.report import concise, jsonl
    from factcheck.report.summary import notes
    from factcheck.run.told import Style

    quiet = manner.quiet
    style = Style(jsonl.lines, "jsonl")
    if _shown(manner) == "concise":
        style = Style(partial(concise.lines, quiet=quiet), f"concise {quiet}")
    for lines in found.written(style):
        if lines:
            emit("".join(lines))
    code = exit_code(found.totals, manner.fail_on, manner.allow_empty, manner.strict)
    for told in notes(found.totals) if _shown(manner) == "jsonl" else ():
        note(f"note: {told}")
    if _shown(manner) == "concise":
        note(concise.closing(found.totals, code))
    tell(found.totals, paths, code, manner.strict)
    return code


def _shown(manner: Manner) -> str:
    return manner.style if manner.style != "auto" else "table" if on_terminal() else "concise"


def _publish(report: Report, code: int, manner: Manner) -> None:
    quiet = manner.quiet
    shown = _shown(manner)
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
    if manner.style == "auto" and in_github():
        emit(rendered("github", report, manner.sort))
