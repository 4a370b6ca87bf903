"""Comments in a copy of a Word document, each on exactly the figure that it is about."""

from __future__ import annotations

import io
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from factcheck.errors import ReadError
from factcheck.escape import visible_lines
from factcheck.model import Related, Report, Span
from factcheck.places import Places
from factcheck.read.compose import Composed, compose
from factcheck.read.docx import opened, told
from factcheck.read.draft import Changes, Draft, Part, Piece
from factcheck.read.packed import Packed
from factcheck.read.wordml import Story
from factcheck.read.wordnames import name
from factcheck.report.summary import told as joined
from factcheck.show.order import Flagged, figures

AUTHOR = "factcheck"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Note(NamedTuple):
    """What is to be said of a figure: its span in the article's text, what stands there, and the comment."""

    span: Span
    figure: str
    text: str


def documents(report: Report) -> Iterator[tuple[str, tuple[Note, ...]]]:
    """The Word documents among the articles, each with what is to be said of its figures, once of each."""
    flagged: dict[str, list[Note]] = defaultdict(list)
    for figure in figures(report.findings):
        if mention := figure.first.mention:
            flagged[figure.first.path].append(Note((mention.start, mention.end), mention.text, _told(figure)))
    for article in report.articles:
        if article.path.lower().endswith(".docx"):
            yield article.path, tuple(flagged[article.path])


def _told(figure: Flagged) -> str:
    """A comment: what each finding says, then where else to look."""
    said = [
        f"{finding.severity} {finding.rule}: {joined(finding.claim, finding.message)}"
        for finding in figure.findings
    ]
    also = [f"see {_place(other, figure.first.path)}: {other.text}" for other in figure.related]
    return visible_lines("\n".join(said + also))


def _place(other: Related, path: str) -> str:
    return other.place if other.path == path else f"{other.path}, {other.place}"


def annotate(
    data: bytes, notes: Sequence[Note], path: str = "the document", changes: Changes = "accepted"
) -> bytes:
    """A copy of a .docx with each note as a comment by `AUTHOR`; nothing else that a reader sees is changed.

    `changes` tells how the document was read when the notes were taken. A figure in a text box has its
    comment where the box is anchored, for Word has none within. Raises ReadError where the extra `docx` is
    missing, and for a document that cannot be read, or not be written by it (.docm, the strict kind), or
    has changed since.
    """
    try:
        from docx import Document
        from docx.text.run import Run
    except ImportError:
        raise ReadError(f"{path}: comments take an extra: pip install 'factlint[docx]'") from None
    packed = Packed(path, data, ".docx")
    packed.check()
    _, relations = opened(packed)
    try:
        document: Any = Document(io.BytesIO(data))
    except Exception as error:  # whatever a package lacks: a library's many kinds of error
        raise ReadError(f"{path}: comments cannot be written to it: {error} (save it as .docx)") from None
    story = told(packed, document.element, relations, changes)
    made = compose(Draft(tuple(story.parts)))
    if any(made.text[slice(*note.span)] != note.figure for note in notes):
        raise ReadError(f"{path}: has changed since it was read (scan it again)")
    spots = [_stretches(story, made, note.span) for note in notes]  # all of them before the first cut
    cutter = _Cutter()
    for note, stretches in zip(notes, spots, strict=True):
        if stretches:
            ends = [Run(run, document) for run in cutter.ends(stretches)]
            document.add_comment(ends, note.text, author=AUTHOR, initials="fc")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


class _Stretch(NamedTuple):
    """A span of the text that stands in an element."""

    element: Any
    start: int
    end: int


def _stretches(story: Story, made: Composed, span: Span) -> list[_Stretch]:
    """Where a figure stands in the document; all of its paragraph where it stands nowhere."""
    label = bisect_right(made.places.labels, span[0], key=itemgetter(0)) - 1
    begins, place = made.places.labels[label]
    number = int(place.lstrip("¶")) - 1
    part, sources = story.parts[number], story.sources[number]
    places, starts = _placed(part)
    start, end = places.span(span[0] - begins, span[1] - begins)
    found: list[_Stretch] = []
    whole: list[_Stretch] = []
    for piece, element, at in zip(part.pieces, sources, starts, strict=True):
        if element is None or not piece.text:
            continue
        shift = len(element.text or "") - len(piece.text) - at  # a sign before an item was cut off its piece
        whole.append(_Stretch(element, at + shift, at + len(piece.text) + shift))
        first, last = max(start, at), min(end, at + len(piece.text))
        if first < last:
            found.append(_Stretch(element, first + shift, last + shift))
    return found or whole


def _placed(part: Part) -> tuple[Places, list[int]]:
    """The way from a part's text back to that of its pieces, and where each of these begins in there."""
    starts: list[int] = []
    pieces: list[Piece] = []
    at = 0
    for piece in part.pieces:
        starts.append(at)
        pieces.append(Piece(piece.text, (at, at + len(piece.text)), note=piece.note))
        at += len(piece.text)
    raw = "".join(piece.text for piece in pieces)
    return compose(Draft((Part(part.kind, tuple(pieces)),), source=raw)).places, starts


@dataclass(slots=True)
class _Cutter:
    """Cuts runs where comments begin and end. `cuts` holds, for each element as it was read, where its parts
    begin and what they are now."""

    cuts: dict[Any, tuple[list[int], list[Any]]] = field(default_factory=dict)

    def ends(self, stretches: Sequence[_Stretch]) -> list[Any]:
        """The first and the last run of some stretches, with nothing before the one or behind the other."""
        first, last = stretches[0], stretches[-1]
        anchor = _anchor(first.element)
        if anchor is not None:
            return [anchor]
        head = self._starting(first.element, first.start)
        tail = self._ending(last.element, last.end)
        return [head.getparent(), tail.getparent()]

    def _parts(self, element: Any) -> tuple[list[int], list[Any]]:
        return self.cuts.setdefault(element, ([0], [element]))

    def _starting(self, element: Any, at: int) -> Any:
        """What of an element begins at an offset, in a run that begins with it."""
        starts, parts = self._parts(element)
        number = bisect_right(starts, at) - 1
        if starts[number] < at:
            self._split(element, number, at)
            number += 1
        _part_run(parts[number])
        return parts[number]

    def _ending(self, element: Any, at: int) -> Any:
        """What of an element ends at an offset, in a run that ends with it."""
        starts, parts = self._parts(element)
        number = bisect_left(starts, at) - 1
        if at < starts[number] + len(parts[number].text or ""):
            self._split(element, number, at)
        following = parts[number].getnext()
        if following is not None:
            _part_run(following)
        return parts[number]

    def _split(self, element: Any, number: int, at: int) -> None:
        """Cut a part of an element in two, the second at the beginning of a run of its own."""
        starts, parts = self._parts(element)
        first, text = parts[number], parts[number].text or ""
        second = deepcopy(first)
        first.text, second.text = text[: at - starts[number]], text[at - starts[number] :]
        for half in (first, second):
            half.set(_SPACE, "preserve")
        first.addnext(second)
        starts.insert(number + 1, at)
        parts.insert(number + 1, second)
        _part_run(second)


def _part_run(element: Any) -> None:
    """See that a run begins with an element: what stands before it keeps the old run, with the same look."""
    run = element.getparent()
    before = [one for one in run if name(one) != "rPr"]
    if name(run) != "r" or before[0] is element:
        return
    made = run.makeelement(run.tag, dict(run.attrib))
    made.extend(deepcopy(one) for one in run if name(one) == "rPr")
    made.extend(before[before.index(element) :])  # which takes them out of the old run
    run.addnext(made)


def _anchor(element: Any) -> Any:
    """The run that holds a text box in which an element stands, None where it stands in none."""
    boxes = [one for one in element.iterancestors() if name(one) == "txbxContent"]
    return next((one for one in boxes[-1].iterancestors() if name(one) == "r"), None) if boxes else None
