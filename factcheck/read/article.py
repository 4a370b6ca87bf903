"""An article, whatever its format: its text as a reader sees it, its blocks and links, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.language.lexicon import languages
from factcheck.model import Article, DateFrom
from factcheck.read import filename, ignores
from factcheck.read.compose import Composed, compose
from factcheck.read.draft import LARGEST, Draft, is_too_large
from factcheck.read.endings import is_article
from factcheck.read.formats import Reading, drafts
from factcheck.read.items import left_out

_TOO_LARGE = f"more than {LARGEST // 1_000_000} MB of text in one article"
_FEW = 5  # how many of a file's articles are named where one must be


def read_article(path: str, data: bytes) -> Article:
    """The first article of a file. Raises ReadError, as `read_articles` does, and where there is none."""
    return next(read_articles(path, data))


def read_articles(path: str, data: bytes, reading: Reading | None = None) -> Iterator[Article]:
    """The articles of a file, from its bytes; the ending of `path` tells its format.

    Raises ReadError for what cannot be read, for broken front matter and for an unknown ending; in a file of
    many articles after those before it. Of those, one that is too large is left out.
    """
    for draft in drafts(path, data, reading or Reading()):
        large = draft.name and is_too_large(draft)
        yield article(path, left_out(draft.name, draft.title, _TOO_LARGE) if large else draft)


def one_article(place: str, data: bytes, reading: Reading | None = None) -> Article:
    """The article of a file, or the one that is named in a file of many (`export.xml#post-123`).

    Raises ReadError, as `read_articles` does, and where a name is missing or wrong.
    """
    return article(parted(place)[0], _named(place, data, reading))


def plain_text(place: str, data: bytes, reading: Reading | None = None) -> str:
    """The text to which the positions of an article's mentions refer: its file, decoded, or for formats whose
    places in the file nobody sees its own text. Raises ReadError, as `one_article` does."""
    draft = _named(place, data, reading)
    return _composed(place, draft).text if draft.source is None else draft.source


def _composed(path: str, draft: Draft) -> Composed:
    if is_too_large(draft):
        raise ReadError(f"{path}: {_TOO_LARGE} (split it)")
    return compose(draft)


def _named(place: str, data: bytes, reading: Reading | None) -> Draft:
    path, name = parted(place)
    few: list[str] = []
    number = 0
    for draft in drafts(path, data, reading or Reading()):
        if draft.name in ("", name):
            return draft
        few, number = [*few, f"{path}#{draft.name}"][:_FEW], number + 1
    if not few:
        raise ReadError(f"{path}: holds no article")
    more = f" and {number - len(few):,} more" if number > len(few) else ""
    what = f"has no article `{name}`" if name else "holds many articles: name one"
    raise ReadError(f"{path}: {what} ({', '.join(few)}{more})")


def parted(place: str) -> tuple[str, str]:
    """The file and the article's name within it (`export.xml`, `post-123`) of an article's path."""
    path, sign, name = place.rpartition("#")
    return (path, name) if sign and is_article(path) else (place, "")


def article(path: str, draft: Draft) -> Article:
    """The article of a draft, at its file's path, or below it by its name (`export.xml#post-123`). Raises
    ReadError for one that is too large."""
    made = _composed(path, draft)
    own = f"{path}#{draft.name}" if draft.name else path
    ignored = ignores.read(own, draft.source, made, draft.comments) if draft.source is not None else ()
    day, date_from = _date(path, draft)
    title = draft.title or _first_heading(made)
    return Article(
        own,
        made.text,
        made.places,
        title,
        day,
        _language(draft.language),
        made.blocks,
        made.links,
        ignored,
        date_from,
        draft.asides,
    )


def _language(said: str | None) -> str | None:
    """The lexicon of a language as a format gives it (`fr-FR`), None where there is none."""
    code = re.split(r"[-_]", (said or "").lower())[0]
    return code if code in languages() else None


def _date(path: str, draft: Draft) -> tuple[str | None, DateFrom | None]:
    """The article's day: its own, else its file name's, else the one in its document's properties."""
    if draft.date and draft.date_from != "document":
        return draft.date, draft.date_from
    named = filename.day(path)
    return (named, "file name") if named else (draft.date, draft.date_from)


def _first_heading(made: Composed) -> str:
    """The heading at the top of an article whose format gives no title."""
    if made.blocks and made.blocks[0].kind in ("title", "heading"):
        return made.text[made.blocks[0].start : made.blocks[0].end]
    return ""
