"""Rich Text Format (RTF 1.9.1): text, notes, tables and links; deleted and hidden text is not read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.read.documents import drafted
from factcheck.read.draft import Changes, Draft
from factcheck.read.items import day
from factcheck.read.rtfgroups import Groups


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document, with its tracked changes or as it was before them.

    Its place is told in paragraphs (`¶12`): those that show something, a table's row as one. Raises
    ReadError for what is no RTF, and for groups without an end or nested too deep.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise ReadError(f"{path}: no RTF, which begins with {{\\rtf (save it anew as .rtf)")
    groups = Groups(path, changes)
    groups.read(data)
    story = groups.story
    story.finish()
    told = groups.created
    date = day(f"{told.get('yr', 0):04}-{told.get('mo', 0):02}-{told.get('dy', 0):02}")
    yield drafted(story.parts, story.asides, " ".join("".join(groups.title).split()), date)
