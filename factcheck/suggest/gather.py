"""Articles read for the facts in them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Registry
from factcheck.read.files import find
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import each
from factcheck.suggest.facts import Fact, facts

NOTHING = Registry("", ())
"""The registry of those who have none."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts of some articles, how many articles there were, and what could not be read."""

    facts: tuple[Fact, ...]
    articles: int
    errors: tuple[str, ...] = ()


def gather(
    paths: Sequence[str],
    registry: Registry = NOTHING,
    options: ScanOptions | None = None,
    *,
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> Gathered:
    """The figures of articles (files, folders, `-` for `stdin`) that are about nothing in a registry;
    `progress` is called after each article."""
    options = options or ScanOptions()
    found = find(paths, options.excludes)
    tools = Tools(registry, options)

    def look(article: Article) -> tuple[Fact, ...]:
        return tuple(facts(article, tools))

    rows: list[tuple[Fact, ...] | str] = []
    try:
        for row in each(found.files, tools, look, stdin):
            rows.append(row)
            if progress:
                progress(min(len(rows), len(found.files)), len(found.files))
    finally:
        gc.unfreeze()
    read = [row for row in rows if isinstance(row, tuple)]
    errors = (*found.errors, *(row for row in rows if isinstance(row, str)))
    return Gathered(tuple(fact for row in read for fact in row), len(read), errors)
