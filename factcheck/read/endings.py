"""What the ending of a file's name tells: an article, a text that no reader takes, or neither."""

from __future__ import annotations

from os.path import splitext

from factcheck.errors import ReadError

ENDINGS = (".md", ".markdown", ".txt")
"""The endings of the formats that can be read."""

UNREAD = frozenset(
    (
        *(".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"),
        *(".docx", ".docm", ".doc", ".odt", ".fodt", ".rtf", ".pages", ".gdoc", ".wpd", ".icml"),
        *(".pdf", ".epub", ".eml", ".msg"),
        *(".mdx", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mkdown", ".mmd", ".qmd", ".rmd", ".text"),
        *(".rst", ".adoc", ".asciidoc", ".org", ".textile", ".wiki", ".mediawiki", ".tex", ".latex"),
        *(".srt", ".vtt"),
    )
)
"""The endings of what looks like a text, and no reader takes: pages, word processors (InCopy's stories among
them), e-mail, other names and dialects of Markdown, other markup, subtitles.

An editor who finds such a file in a folder that was scanned takes it for checked, so it is told. Of no part
are formats that are data or settings as often as text (.json, .xml, .yaml, .csv), sheets, slides, images and
code: told of each package.json, nobody reads on. Where a reader is added, its endings move to `ENDINGS`."""

NO_READER = f"not a format that can be read (convert it to {', '.join(ENDINGS)})"
_LOCK = "~$"  # begins the name of what Word puts beside a document that is open


def check_ending(path: str) -> None:
    """Raises ReadError for a name whose ending tells no format that can be read."""
    if not is_article(path):
        raise ReadError(f"{path}: {NO_READER}")


def is_article(name: str) -> bool:
    """Whether a reader takes a file of this name."""
    return name.lower().endswith(ENDINGS)


def is_unread(name: str) -> bool:
    """Whether a file's name is that of a text which no reader takes."""
    return ending(name) in UNREAD and not name.startswith(_LOCK)


def ending(path: str) -> str:
    """The ending of a name, in lower case and with its dot: `.html`."""
    return splitext(path)[1].lower()  # noqa: PTH122 - no Path a file
