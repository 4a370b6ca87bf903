"""Files on their way to checkups, one after the other; what cannot be read or checked is told and left."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from factcheck.errors import ReadError
from factcheck.model import Article
from factcheck.read.addresses import shown
from factcheck.read.drained import bounded
from factcheck.read.limits import each_within, within
from factcheck.read.load import load as load_file
from factcheck.run.article import Checkup, Tools

T = TypeVar("T")
Row = Checkup | str
"""What an article came to, or the message for a file or an article of which nothing can be told."""
Rows = list[Row]
"""What a file came to."""
Batches = Iterable[Sequence[str]]
Done = Callable[[Sequence[str], Sequence[Rows]], None]
"""What is called with each batch and the rows of its files as soon as these are there, in whatever order."""
Engine = Callable[[Batches, Tools, Done], Iterator[list[Rows]]]
"""What does the work: of each batch of files, in the batches' order, the rows of each file. Batches are asked
for as there is room for them, not all at once; an empty one is told as it is."""


def unheard(_batch: Sequence[str], _rows: Sequence[object]) -> None:
    """Nobody waits for what is done."""


_BUG = "(this is a bug; FACTCHECK_DEBUG=1 shows where)"


def checkups(files: Sequence[str], tools: Tools, stdin: bytes | None = None) -> Iterator[Checkup | str]:
    """Each article's checkup in order, or the message for a file or an article that has none."""
    return each(files, tools, tools.check, stdin)


def each(
    files: Sequence[str], tools: Tools, look: Callable[[Article], T], stdin: bytes | None = None
) -> Iterator[T | str]:
    """What `look` finds in each article, in order, or the message for a file or an article of which it cannot
    be told."""
    for path in files:
        tools.watch.start()
        name = tools.options.stdin_name if path == "-" else shown(path)
        articles = _articles(path, name, None if path != "-" else stdin or b"", tools)
        while (row := _next(articles, name, tools, look)) is not None:
            yield row


def _articles(path: str, name: str, data: bytes | None, tools: Tools) -> Iterator[Article]:
    """The articles of a file that is told by a `name`, or of the `data` that it is to hold."""
    limits = tools.options.reading.limits
    data = load_file(path, limits) if data is None else bounded(name, data, limits)
    yield from each_within(limits, name, tools.read(name, data))


def _next(
    articles: Iterator[Article], path: str, tools: Tools, look: Callable[[Article], T]
) -> T | str | None:
    """What is found in a file's next article, or why nothing can be; None after the last, and after what kept
    the file from being read on."""
    try:
        article = next(articles, None)
        if article is None:
            return None
        path = article.path
        with within(tools.options.reading.limits, path):
            return look(article)
    except ReadError as error:
        return str(error)
    except MemoryError:
        return f"{path}: was not checked: it takes more memory than there is"
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        return f"{path}: was not checked: internal error: {type(error).__name__}: {error} {_BUG}"
