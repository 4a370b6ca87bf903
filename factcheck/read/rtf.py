"""Rich Text Format (RTF 1.9.1): text, notes, tables and links; deleted and hidden text is not read."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.read.draft import Draft
from factcheck.read.headings import title_of, titled, with_headings
from factcheck.read.items import day
from factcheck.read.rtfgroups import Changes, Groups


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
    headed = any(part.kind == "title" for part in story.parts)
    parts = tuple(with_headings(story.parts)) if headed else titled(story.parts)
    told = groups.created
    date = day(f"{told.get('yr', 0):04}-{told.get('mo', 0):02}-{told.get('dy', 0):02}")
    yield Draft(
        parts,
        title=next((title_of([part]) for part in parts if part.kind == "title"), "")
        or " ".join("".join(groups.title).split()),
        date=date,
        date_from="document" if date else None,
        asides=tuple(story.asides),
    )
