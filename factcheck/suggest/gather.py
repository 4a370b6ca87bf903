"""Articles read for what they say that no claim of the registry is about."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from factcheck.match.article import match_article
from factcheck.model import Article, Registry
from factcheck.read.files import find
from factcheck.run.article import ScanOptions, Tools
from factcheck.run.checkups import each
from factcheck.suggest.events import events
from factcheck.suggest.facts import Said, fact
from factcheck.suggest.holders import holders

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


def facts(article: Article, tools: Tools) -> list[Said]:
    """What an article's prose says that no claim of the registry of `tools` is about: figures, events with
    their dates, roles with their holders."""
    setting, dates, desk = tools.set_out(article)
    matches = match_article(setting, setting.around.figures, dates)
    prose = [match for match in matches if not setting.around.sentences[match.sentence].furniture]
    figures = [match for match in prose if match.kind == "quantity" and match.won is None]
    taken = {match.start for match in prose if match.won}
    return [
        *(fact(match, setting, desk) for match in figures),
        *events(setting, desk, dates, taken),
        *holders(setting, desk, taken),
    ]


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
