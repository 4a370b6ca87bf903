"""Texts with their front matter, in Markdown or without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.errors import ReadError
from factcheck.model import DateFrom, Span
from factcheck.read import frontmatter, inline, markdown, plain, templates
from factcheck.read.decode import decode
from factcheck.read.draft import Draft, check_size
from factcheck.read.inline import Marked
from factcheck.read.page import Page, Scan
from factcheck.read.runs import Run, split


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The one article of a text. Raises ReadError for what cannot be decoded, is too large or nested too
    deeply, and for broken front matter."""
    check_size(path, data)
    text = decode(path, data)
    front = frontmatter.read(path, text)
    runs, scan, comments = _format(path, text, front.end)
    holes, told = templates.passages(text, front.end)
    page = Page(text, comments=[*comments, *told], holes=holes)
    for span in sorted((*front.standfirsts, *filter(None, [front.title_span]))):
        page.add(Run("title", (span,)), lambda _: Marked())
    for run in runs:
        for part in split(text, run):
            page.add(part, scan)
    date_from: DateFrom | None = "front matter" if front.date else None
    yield Draft(
        page.finish(), text, front.title, front.date, date_from, front.language, comments=tuple(page.comments)
    )


def _format(path: str, text: str, start: int) -> tuple[Iterable[Run], Scan, list[Span]]:
    if path.lower().endswith((".txt", ".text")):
        return plain.runs(text, start), inline.urls, []
    try:
        runs, references, comments = markdown.runs(text, start)
    except RecursionError:
        raise ReadError(
            f"{path}: lists and quotations are nested too deeply to be read (nest them less)"
        ) from None
    return runs, lambda shown: inline.scan(shown, references), comments
