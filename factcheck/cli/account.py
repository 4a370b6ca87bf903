"""What a scan tells on stderr beside its report: what was not checked, and with -v how long it took."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import note
from factcheck.escape import visible

if TYPE_CHECKING:
    from factcheck.model import Registry, Report, Unchecked
    from factcheck.show.baseline import Baseline
    from factcheck.show.totals import Totals


def tell(report: Report | Totals, paths: Sequence[str], code: int, strict: Collection[str] = ()) -> None:
    """Tell what could not be checked of `paths`, what is unchecked of the kinds that are `strict`, and why
    nothing was checked, where the exit `code` says so."""
    from factcheck.report.summary import strictly
    from factcheck.show.totals import totals

    found = totals(report)
    for folder in _barren(paths, found):
        note(f"note: {folder}: no article in this folder (docs/formats.md lists what is read)")
    for error in found.errors:
        note(f"error: {error}")
    if missed := strictly(found, strict):
        note(f"error: --strict: not checked: {missed} (-v lists them)")
    if code == 3:
        why = "no article with a sentence" if found.articles or not found.excluded else "all was excluded"
        note(f"nothing was checked: {why} (--allow-empty takes that for success)")


def tell_all(report: Report, registry: Registry, baseline: Baseline | None, timings: str) -> None:
    """Tell what -v asks for: what was left out, what the report was held against, and how long that took."""
    for line in left_out(report):
        note(line)
    if report.registry:
        note(f"registry: {registry.path}: {len(registry.claims):,} claims")
    if baseline:
        known = sum(entry.count for entry in baseline.known)
        note(f"baseline: {baseline.path}: {known:,} known (--no-baseline shows them)")
    note(f"time: {timings}")


def left_out(report: Report) -> list[str]:
    """What was not read or not wholly checked, a line each, with the reason where it was not asked for."""
    excluded = [f"excluded: {path}" for path in report.excluded]
    return list(map(visible, (*excluded, *map(_unchecked, report.unchecked))))


def _unchecked(row: Unchecked) -> str:
    place = f"{row.path}:{row.line}" if row.line > 1 else row.path
    return f"{place}: {row.reason}"


def _barren(paths: Sequence[str], found: Totals) -> list[str]:
    """The folders among `paths` in which nothing was found to read."""
    beside = [*found.excluded, *(error.partition(":")[0] for error in found.errors)]
    within = [*map(Path, found.folders), *(Path(path) for path in beside)]
    above = {folder for path in within for folder in (path, *path.parents)}
    return [path for path in paths if path != "-" and Path(path).is_dir() and Path(path) not in above]
