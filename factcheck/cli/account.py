"""What a scan tells on stderr beside its report: what was not checked, and with -v how long it took."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import note
from factcheck.escape import visible

if TYPE_CHECKING:
    from factcheck.model import Registry, Report
    from factcheck.show.baseline import Baseline


def tell(report: Report, paths: Sequence[str], code: int) -> None:
    """Tell what could not be checked of `paths`, and why nothing was, where the exit `code` says so."""
    for folder in _barren(paths, report):
        note(f"note: {folder}: no article in this folder (docs/formats.md lists what is read)")
    for error in report.errors:
        note(f"error: {error}")
    if code == 3:
        why = "no article with a sentence" if report.articles or not report.excluded else "all was excluded"
        note(f"nothing was checked: {why} (--allow-empty takes that for success)")


def tell_all(report: Report, registry: Registry, baseline: Baseline | None, timings: str) -> None:
    """Tell what -v asks for: what was left out, what the report was held against, and how long that took."""
    for line in left_out(report):
        note(line)
    note(f"registry: {registry.path}: {len(registry.claims):,} claims")
    if baseline:
        known = sum(entry.count for entry in baseline.known)
        note(f"baseline: {baseline.path}: {known:,} known (--no-baseline shows them)")
    note(f"time: {timings}")


def left_out(report: Report) -> list[str]:
    """What was not read or not wholly checked, a line each, with the reason where it was not asked for."""
    excluded = [f"excluded: {path}" for path in report.excluded]
    return list(map(visible, (*excluded, *(f"{row.path}: {row.reason}" for row in report.unchecked))))


def _barren(paths: Sequence[str], report: Report) -> list[str]:
    """The folders among `paths` in which nothing was found to read."""
    found = [*(article.path for article in report.articles), *report.excluded]
    found += [error.partition(":")[0] for error in report.errors]
    above = {folder for path in found for folder in (Path(path), *Path(path).parents)}
    return [path for path in paths if path != "-" and Path(path).is_dir() and Path(path) not in above]
