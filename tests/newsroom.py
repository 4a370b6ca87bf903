"""A newsroom for a test: a registry and a few articles, scanned as the program scans them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from factcheck.model import Report
from factcheck.registry.load import parse_registry
from factcheck.run.article import ScanOptions
from factcheck.run.scan import scan
from factcheck.show.selection import Policy

DAY = "2025-06-01"
"""From when the articles of tests are, where they do not say."""


def write(folder: Path, articles: Mapping[str, str | bytes]) -> list[str]:
    """Put articles into a folder; returns their paths in the same order."""
    for name, text in articles.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(folder / name) for name in articles]


def scanned(
    folder: Path,
    registry: str,
    articles: Mapping[str, str | bytes],
    options: ScanOptions | None = None,
    policy: Policy | None = None,
) -> Report:
    """The report on articles that are written into `folder`, against a registry given as YAML."""
    options = options or ScanOptions(date=DAY)
    return scan(write(folder, articles), parse_registry(dedent(registry), "claims.yaml"), options, policy)
