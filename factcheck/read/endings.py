"""What the ending of a file's name tells: an article, a text that no reader takes, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import splitext
from typing import Literal

from factcheck.errors import ReadError
from factcheck.read.addresses import last_name

Format = Literal[
    "text", "page", "word", "odt", "rtf", "mail", "subtitles", "feed", "ninjs", "rows", "pdf", "sheets"
]
_ENDINGS: Mapping[Format, tuple[str, ...]] = {
    "text": (
        *(".md", ".markdown", ".txt", ".text", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mkdown", ".mmd"),
        *(".mdx", ".qmd", ".rmd"),
    ),
    "page": (".html", ".htm", ".xhtml", ".shtml"),
    "word": (".docx", ".docm"),
    "odt": (".odt", ".fodt"),
    "rtf": (".rtf",),
    "mail": (".eml",),
    "subtitles": (".srt", ".vtt"),
    "feed": (".rss", ".atom", ".xml"),
    "ninjs": (".json",),
    "rows": (*(".csv", ".tsv", ".jsonl", ".ndjson"), *(".csv.gz", ".tsv.gz", ".jsonl.gz", ".ndjson.gz")),
    "pdf": (".pdf",),
    "sheets": (".xlsx", ".xlsm", ".ods", ".fods"),
}
FORMATS: Mapping[str, Format] = {ending: kind for kind, row in _ENDINGS.items() for ending in row}
"""The format of the files that can be read, by the ending of their names."""
ENDINGS = tuple(FORMATS)
NAMED = frozenset((".xml", ".json", *_ENDINGS["rows"], *_ENDINGS["sheets"]))
"""The endings of what is data or settings as often as articles: read where one is named, not in folders."""

UNREAD = frozenset(
    (
        *(".mht", ".mhtml", ".doc", ".pages", ".gdoc", ".wpd", ".icml", ".epub", ".msg"),
        *(".rst", ".adoc", ".asciidoc", ".org", ".textile", ".wiki", ".mediawiki", ".tex", ".latex"),
    )
)
"""The endings of what looks like a text, and no reader takes: archives of pages, other word processors
(InCopy's stories among them), books, other markup.

An editor who finds such a file in a folder that was scanned takes it for checked, so it is told. Of no part
are slides, images, code and settings. Where a reader is added, its endings move to `FORMATS`."""

NO_READER = "not a format that can be read (convert it to .md, .html or .docx)"
_LOCK = "~$"  # begins the name of what Word puts beside a document that is open


def check_ending(path: str) -> None:
    """Raises ReadError for a name whose ending tells no format that can be read."""
    if not is_article(path):
        raise ReadError(f"{path}: {NO_READER}")


def is_article(name: str) -> bool:
    """Whether a reader takes a file of this name."""
    return ending(name) in FORMATS and not name.rpartition("/")[2].startswith(_LOCK)


def is_found(name: str) -> bool:
    """Whether a file of this name is taken for an article where only its folder was named."""
    return is_article(name) and ending(name) not in NAMED


def is_unread(name: str) -> bool:
    """Whether a file's name is that of a text which no reader takes."""
    return ending(name) in UNREAD and not name.startswith(_LOCK)


def ending(path: str) -> str:
    """The ending of a name, in lower case and with its dot: `.html`; of what is packed with the one before:
    `.jsonl.gz`."""
    stem, last = splitext(last_name(path))  # noqa: PTH122 - no Path a file
    return (splitext(stem)[1] + last if last.lower() == ".gz" else last).lower()  # noqa: PTH122
