"""Where a report's paths begin: as they were given, at the working folder, or at the repository's root."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from factcheck.model import Finding, Report
from factcheck.read.addresses import is_address

Base = Literal["given", "folder", "repository"]


def repository(folder: str) -> str:
    """The root of the repository that holds an absolute folder, else the folder itself."""
    above = (Path(folder), *Path(folder).parents)
    return str(next((path for path in above if (path / ".git").exists()), folder))


def relocated(report: Report, folder: str, base: Base) -> Report:
    """The report with every path relative to a base; its paths stand relative to `folder`, or absolute."""
    if base == "given":
        return report
    start = repository(folder) if base == "repository" else folder

    def moved(path: str) -> str:
        return relative(path, folder, start)

    def all_moved(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(_moved(finding, moved) for finding in findings)

    return replace(
        report,
        articles=tuple(replace(article, path=moved(article.path)) for article in report.articles),
        findings=all_moved(report.findings),
        suppressed=all_moved(report.suppressed),
        unchecked=tuple(replace(row, path=moved(row.path)) for row in report.unchecked),
    )


def relative(path: str, folder: str, base: str) -> str:
    """A path (relative to `folder`, or absolute) relative to `base`, with forward slashes; an address as it
    is."""
    if is_address(path):
        return path
    try:
        found = os.path.relpath(os.path.join(folder, path), base)  # noqa: PTH118 - Path takes no `..` away
    except ValueError:  # another drive of Windows
        found = path
    return found.replace(os.sep, "/")


def uri(path: str) -> str:
    """A relative path as a relative URI (RFC 3986), an address as an absolute one: UTF-8, percent-encoded."""
    safe = "/:?&=%*" if is_address(path) else "/"
    return quote(path, safe=safe, errors="surrogatepass")


def _moved(finding: Finding, moved: Callable[[str], str]) -> Finding:
    related = tuple(replace(place, path=moved(place.path)) for place in finding.related)
    excuse = finding.suppression
    if excuse and excuse.path:
        excuse = replace(excuse, path=moved(excuse.path))
    return replace(finding, path=moved(finding.path), related=related, suppression=excuse)
