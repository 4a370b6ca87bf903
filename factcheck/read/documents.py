"""What the readers of word processors' documents share: which part is the title, what a note says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from factcheck.model import Aside
from factcheck.read.draft import Draft, Part
from factcheck.read.gaps import apart, bulleted
from factcheck.read.headings import text_of, title_of, titled
from factcheck.read.runs import wordy


def settled(part: Part, before: Sequence[Part]) -> Part:
    """A part as it goes behind others: only one is the title, and a heading at the top is it; a sign typed
    before a paragraph makes it a list's item."""
    kind, pieces = part.kind, apart(part.pieces)
    if kind == "title" and any(one.kind == "title" for one in before):
        kind = "heading"
    elif kind == "heading" and not before:
        kind = "title"
    elif kind == "paragraph" and (item := bulleted(pieces)):
        kind, pieces = "item", item
    depth = max(part.depth, 1) if kind == "item" else part.depth
    return replace(part, kind=kind, pieces=pieces, depth=depth)


def add_rows(
    parts: Sequence[Part],
    rows: Iterable[tuple[Callable[[int | None], list[Element]], bool]],
    below: Callable[[list[Element]], None],
) -> None:
    """Add a table's rows to the parts: each is a function that adds it, is told which part is the header and
    gives the tables within its cells, for `below` to read; and whether it is marked as the header. So is the
    first that shows something, where it has words only."""
    header, first = None, True
    for add, heads in rows:
        number, nested = len(parts), add(header)
        if first and len(parts) > number:
            header, first = (number if heads or wordy(text_of(parts[number])) else None), False
        below(nested)


def noted(parts: Iterable[Part]) -> str:
    """The text of a note on one line, with where its links lead; empty where it says nothing."""
    told = [part.pieces for part in parts]
    said = " ".join(" ".join("".join(piece.text for piece in pieces) for pieces in told).split())
    links = (piece.link for pieces in told for piece in pieces if piece.link)
    targets = dict.fromkeys(link for link in links if link not in said)
    return " ".join((said, *targets)) if said else ""


def drafted(
    story: Sequence[Part], asides: Sequence[Aside], title: str, date: str | None, language: str | None = None
) -> Draft:
    """The article of a document; `title` is what its properties say, and what counts where the text has
    none, `date` the day that it gives itself. Where it marks its headings, a short line is none without."""
    kinds = {part.kind for part in story}
    parts = tuple(story) if "title" in kinds else titled(story)
    if "heading" in kinds:
        parts = (*parts[:1], *story[1:])
    return Draft(
        parts,
        title=next((title_of([part]) for part in parts if part.kind == "title"), "") or title,
        date=date,
        date_from="document" if date else None,
        language=language,
        asides=tuple(asides),
    )
