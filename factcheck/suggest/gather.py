"""Articles read for the facts in them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.model import Article, Registry
from factcheck.read.files import find
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import each

T = TypeVar("T")
NOTHING = Registry("", ())
"""The registry of those who have none."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Gathered(Generic[T]):
    """What was found in some articles, how many there were, and what could not be read."""

    found: tuple[T, ...]
    articles: int
    errors: tuple[str, ...] = ()


def gather(
    paths: Sequence[str],
    registry: Registry = NOTHING,
    options: ScanOptions | None = None,
    *,
    look: Callable[[Article, Tools], Sequence[T]],
    stdin: bytes | None = None,
    progress: Progress | None = None,
) -> Gathered[T]:
    """What `look` finds in articles (files, folders, `-` for `stdin`) beside a registry; `progress` is called
    after each article."""
    options = options or ScanOptions()
    files = find(paths, options.excludes)
    tools = Tools(registry, options)
    rows: list[tuple[T, ...] | str] = []
    try:
        for row in each(files.files, tools, lambda article: tuple(look(article, tools)), stdin):
            rows.append(row)
            if progress:
                progress(min(len(rows), len(files.files)), len(files.files))
    finally:
        gc.unfreeze()
    read = [row for row in rows if isinstance(row, tuple)]
    errors = (*files.errors, *(row for row in rows if isinstance(row, str)))
    return Gathered(tuple(one for row in read for one in row), len(read), errors)
