"""`factcheck baseline`: take the findings that there are as known, so that only new ones are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.articles import article_options
from factcheck.cli.files_from import files_from_option
from factcheck.cli.help import Argument, Program, Verb, wrong
from factcheck.cli.options import (
    baseline_option,
    baseline_path,
    no_registry_option,
    open_registry,
    rule_options,
)
from factcheck.cli.output import NO_ARTICLE, emit, note, replace_file
from factcheck.cli.settings import config_options, policy_of
from factcheck.escape import visible
from factcheck.model import Known, Registry, Report

if TYPE_CHECKING:
    from factcheck.show.baseline import Baseline

_EPILOG = """
\b
Examples:
  factcheck baseline write articles/   take what is found now as known
  factcheck scan articles/             only what is new
  factcheck baseline show              what is known
  factcheck baseline prune articles/   drop what is no longer found
"""


@click.group("baseline", cls=Program, epilog=_EPILOG)
def command() -> None:
    """Take the findings that there are as known.

    The baseline is a file, .factcheck-baseline.json beside the registry, to be kept with the articles.
    `factcheck scan` leaves out the findings that stand in it. A finding is known by its rule, its
    article, its claim, its sentence and the two values: it comes back when the sentence is edited or the
    registry corrected.
    """


def _scanning(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that decide what a scan finds, as `factcheck scan` has them."""
    among = (files_from_option, article_options, no_registry_option, rule_options, baseline_option)
    for add in reversed((*among, config_options)):
        command = add(command)
    return command


@command.command("write", cls=Verb)
@click.argument("paths", nargs=-1, type=click.Path(), cls=Argument)
@_scanning
def write(*, paths: tuple[str, ...], claims: str | None, baseline: str | None, **settings: Any) -> int:
    """Take all findings in PATHS as known.

    What the file says of other articles is kept.
    """
    from factcheck.show.baseline import empty, entries, gone, load, text, without
    from factcheck.show.renamed import KNOWN

    registry = open_registry(claims, settings["no_registry"])
    path = baseline_path(baseline, registry)
    old = load(path) if path.exists() else empty(path)
    report = _scan(paths, registry, old, settings)
    if code := _unchecked(report):
        return code
    known = (finding for finding in report.suppressed if finding.suppression == KNOWN)
    taken = entries((*report.findings, *known), old.place)
    kept = _out_of_reach(without(_at_home(old, report), gone(old, paths)), taken, old, report)
    replace_file(path, text((*taken, *kept)))
    others = f", kept {_counted(kept)} about other articles" if kept else ""
    emit(f"{visible(str(path))}: took {_counted(taken)}{others}\n")
    return 0


@command.command("prune", cls=Verb)
@click.argument("paths", nargs=-1, type=click.Path(), cls=Argument)
@_scanning
def prune(*, paths: tuple[str, ...], claims: str | None, baseline: str | None, **settings: Any) -> int:
    """Drop what is no longer found in PATHS.

    Nothing is added, what the file says of other articles is kept, and what it says of an article that
    has another name now stands under that name.
    """
    from factcheck.show.baseline import load, text, without

    registry = open_registry(claims, settings["no_registry"])
    old = load(baseline_path(baseline, registry))
    report = _scan(paths, registry, old, settings)
    stale = _stale(old, report, paths)
    if code := _unchecked(report, empty_is_fine=bool(stale)):
        return code
    renamed = [replace(row.known, path=row.path) for row in report.renamed]
    left = (*without(_at_home(old, report), stale), *renamed)
    if stale or renamed:
        replace_file(old.path, text(left))
    also = f"moved {_counted(renamed)} to other articles, " if renamed else ""
    emit(f"{visible(str(old.path))}: dropped {_counted(stale)}, {also}{_count(left):,} left\n")
    return 0


@command.command("show", cls=Verb)
@click.argument("paths", nargs=-1, type=click.Path())
@_scanning
def show(*, paths: tuple[str, ...], claims: str | None, baseline: str | None, **settings: Any) -> int:
    """Show the findings that are known.

    With PATHS, tell which of them are no longer found there, and which in an article of another name.
    """
    from factcheck.show.baseline import load
    from factcheck.show.fingerprint import fingerprint

    registry = open_registry(claims, settings["no_registry"])
    known = load(baseline_path(baseline, registry))
    report = _scan(paths, registry, known, settings) if paths else Report()
    stale = {fingerprint(entry): entry.count for entry in _stale(known, report, paths)}
    now = {fingerprint(row.known): row.path for row in report.renamed}
    rows = ((entry, fingerprint(entry)) for entry in known.known)
    emit("".join(f"{line(entry, stale.get(mark, 0), now.get(mark, ''))}\n" for entry, mark in rows))
    no_more = f", {sum(stale.values()):,} no longer found" if paths else ""
    note(f"{known.path}: {_counted(known.known)}{no_more}")
    for error in report.errors:
        note(f"error: {error}")
    if nothing := paths and not report.articles and not stale:
        note(NO_ARTICLE)
    return 2 if report.errors or nothing else 0


def _scan(paths: Sequence[str], registry: Registry, baseline: Baseline, settings: dict[str, Any]) -> Report:
    """What `factcheck scan` finds with these settings and this baseline."""
    from factcheck.cli.progress import progress
    from factcheck.run.scan import scan

    if not paths:
        wrong("no article was named: `factcheck baseline write articles/`")
    if "-" in paths:
        wrong("a baseline is of files: name them, or their folder")
    policy = policy_of(
        click.get_current_context(),
        select=settings["select"],
        ignore=settings["ignore"],
        require_reason=settings["require_reason"],
        baseline=baseline.known,
        place=baseline.place,
        there=baseline.there,
    )
    with progress() as told:
        return scan(paths, registry, settings["options"], policy, progress=told)


def _out_of_reach(
    known: Iterable[Known], taken: Iterable[Known], baseline: Baseline, report: Report
) -> list[Known]:
    """The entries on which a scan of these articles cannot tell: they are about others, too."""
    from factcheck.read.article import parted
    from factcheck.show.baseline import files
    from factcheck.show.fingerprint import fingerprint

    scanned = {parted(baseline.place(article.path))[0] for article in report.articles}
    found = {fingerprint(entry) for entry in taken}
    unreached = [entry for entry in known if not scanned >= {*files(entry)}]
    return [entry for entry in unreached if fingerprint(entry) not in found]


def _at_home(baseline: Baseline, report: Report) -> tuple[Known, ...]:
    """The entries that are not found in articles of another name."""
    from factcheck.show.baseline import without

    return without(baseline.known, (row.known for row in report.renamed))


def _stale(baseline: Baseline, report: Report, paths: Sequence[str]) -> tuple[Known, ...]:
    from factcheck.show.baseline import gone

    return (*report.stale, *gone(replace(baseline, known=_at_home(baseline, report)), paths))


def _unchecked(report: Report, *, empty_is_fine: bool = False) -> int:
    """The exit code: 2 where not all articles could be read, or none was, and then nothing is written."""
    for error in report.errors:
        note(f"error: {error}")
    if not report.errors and (report.articles or empty_is_fine):
        return 0
    note("the baseline is as it was" if report.errors else f"{NO_ARTICLE}; the baseline is as it was")
    return 2


def _count(known: Iterable[Known]) -> int:
    return sum(entry.count for entry in known)


def _counted(known: Iterable[Known]) -> str:
    from factcheck.report.summary import plural

    return plural(_count(known), "finding")


def line(entry: Known, stale: int, now: str = "") -> str:
    """One entry as `PATH: RULE CLAIM: says VALUE, registry EXPECTED: SENTENCE (2 times, now in PATH)`."""
    says = f": says {entry.value}, registry {entry.expected}" if entry.expected else ""
    notes = [f"{entry.count} times"] if entry.count > 1 else []
    notes += [f"{stale} no longer found" if stale < entry.count else "no longer found"] if stale else []
    notes += [f"now in {now}"] if now else []
    told = f" ({', '.join(notes)})" if notes else ""
    return visible(
        f"{entry.path}: {' '.join((entry.rule, entry.claim)).strip()}{says}: {entry.sentence}{told}"
    )
