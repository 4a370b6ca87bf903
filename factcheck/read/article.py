"""An article, whatever its format: its prose, its blocks and its links, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Article, Block, DateFrom, Span
from factcheck.read import filename, frontmatter, ignores, inline, markdown, plain, templates
from factcheck.read.decode import decode
from factcheck.read.endings import check_ending
from factcheck.read.inline import Marked
from factcheck.read.page import Page, Scan
from factcheck.read.runs import Run, split


def read_article(path: str, data: bytes) -> Article:
    """Read an article from its bytes; the ending of `path` tells its format.

    Raises ReadError for what cannot be decoded, for broken front matter and for an unknown ending.
    """
    check_ending(path)
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
    prose, blocks, links = page.finish()
    title = front.title or _first_heading(prose, blocks)
    ignored = ignores.read(path, text, prose, blocks, page.comments)
    day, date_from = _date(path, front.date)
    return Article(path, text, prose, title, day, front.language, blocks, links, ignored, date_from)


def _date(path: str, said: str | None) -> tuple[str | None, DateFrom | None]:
    """The article's day: its front matter's, else its file name's."""
    if said:
        return said, "front matter"
    named = filename.day(path)
    return named, "file name" if named else None


def _format(path: str, text: str, start: int) -> tuple[Iterable[Run], Scan, list[Span]]:
    if path.lower().endswith(".txt"):
        return plain.runs(text, start), inline.urls, []
    runs, references, comments = markdown.runs(text, start)
    return runs, lambda shown: inline.scan(shown, references), comments


def _first_heading(prose: str, blocks: tuple[Block, ...]) -> str:
    """The heading at the top of an article whose front matter gives no title."""
    if blocks and blocks[0].kind == "heading":
        return " ".join(prose[blocks[0].start : blocks[0].end].split())
    return ""
