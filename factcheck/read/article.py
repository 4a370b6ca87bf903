"""An article, whatever its format: its prose, its blocks and its links, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Article, Block, Span
from factcheck.read import frontmatter, ignores, inline, markdown, plain, templates
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
    if front.title_span:
        page.add(Run("title", (front.title_span,)), lambda _: Marked())
    for run in runs:
        for part in split(text, run):
            page.add(part, scan)
    prose, blocks, links = page.finish()
    title = front.title or _first_heading(prose, blocks)
    ignored = ignores.read(path, text, prose, blocks, page.comments)
    return Article(path, text, prose, title, front.date, front.language, blocks, links, ignored)


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
