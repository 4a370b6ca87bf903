"""What the program sees of a file, block by block: the answer to "why was this not found"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Article, Aside, DateFrom, Registry, Sentence
from factcheck.read.addresses import shown
from factcheck.read.article import one_article, parted, plain_text, read_articles
from factcheck.read.formats import Reading
from factcheck.read.limits import each_within, within
from factcheck.read.load import load
from factcheck.run.article import ScanOptions, Tools


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as it was read: its kind, its place, its text, and whether it is furniture of the page, which
    is read and not checked."""

    kind: str
    place: str
    text: str
    furniture: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """An article as it was read. `language_from` is `article` where it says so, else `option` or `words`."""

    path: str
    title: str
    date: str | None
    date_from: DateFrom | None
    language: str
    language_from: str
    blocks: tuple[Shown, ...]
    asides: tuple[Aside, ...]


def seen(place: str, options: ScanOptions | None = None) -> Iterator[Seen]:
    """The articles of a file, or the one that is named in it (`export.xml#post-123`), as they are read.

    Raises ReadError where it cannot be read.
    """
    options = options or ScanOptions()
    tools = Tools(Registry("", ()), options)
    limits = options.reading.limits
    found = _articles(shown(place), load(parted(place)[0], limits), options.reading)
    for article in each_within(limits, shown(place), found):
        with within(limits, article.path):
            read = _seen(article, tools)
        yield read


def plain(place: str, options: ScanOptions | None = None) -> str:
    """The text to which a report's positions refer: the decoded file, or for formats whose places in the file
    nobody sees the article's own text. Raises ReadError."""
    options = options or ScanOptions()
    limits = options.reading.limits
    with within(limits, shown(place)):
        return plain_text(shown(place), load(parted(place)[0], limits), options.reading)


def _articles(place: str, data: bytes, reading: Reading) -> Iterator[Article]:
    if parted(place)[1]:
        yield one_article(place, data, reading)
    else:
        yield from read_articles(place, data, reading)


def _seen(article: Article, tools: Tools) -> Seen:
    said = "article" if article.language else "option" if tools.options.language else "words"
    *_, desk = tools.set_out(article)
    read = desk.article
    aside = _furniture(desk.sentences)
    blocks = tuple(
        Shown(block.kind, read.places.told(block.start), read.text[block.start : block.end], number in aside)
        for number, block in enumerate(read.blocks)
    )
    return Seen(
        read.path, read.title, read.date, read.date_from, read.language or "", said, blocks, read.asides
    )


def _furniture(sentences: Sequence[Sentence]) -> set[int]:
    """The blocks of whose sentences each is furniture."""
    told = {sentence.block for sentence in sentences if not sentence.furniture}
    return {sentence.block for sentence in sentences} - told
