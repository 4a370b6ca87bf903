"""PDF, by the extra `pdf`: lines in reading order, joined to paragraphs; heads, feet and folios left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from factcheck.errors import ReadError
from factcheck.model import Aside, BlockKind
from factcheck.read.draft import Draft, Part, Piece
from factcheck.read.headings import title_of, titled
from factcheck.read.items import day

PAGES = 2000
"""How many pages are read at most."""
_EDGE = 0.1  # of a page's height, above and below: where heads, feet and folios stand
_LARGER = 1.15  # how much higher than the text the letters of a heading are
_HEADING = 200  # the characters of a heading, at most
_GAP = 1.6  # how many lines' distance parts paragraphs
_SHORT = 0.85  # of its column's width: a line that ends a paragraph
_OUTDENT = 1.5  # the same for a line that is set out: more than a first line is set in
_INDENT = 0.6  # of a line's height: a first line that is set in
_HYPHEN = "\ufffe"  # what pdfium gives for a hyphen at a line's end, and no break behind it
_BREAK = re.compile(rf"(\r\n|\r|\n|(?<={_HYPHEN}))")
_ENDED = re.compile(r"[.!?…:»”\")\]]\s*$")
_NUMBERS = re.compile(r"\d+")
_FOLIO = re.compile(r"\W*(?:p(?:age|\.)?|página)?\s*\d+(?:\s*(?:/|sur|of|de)\s*\d+)?\W*", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+)[-\ufffe\u2010\xad]$")
_FIRST_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\w[\w-]*\w|\w")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_BULLET = re.compile(r"^[•‣▪●◦–-]\s+")


class _Line(NamedTuple):
    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float
    place: float  # from the page's foot, 0, to its head, 1

    @property
    def height(self) -> float:
        return self.top - self.bottom


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The one article of a document. Raises ReadError where the extra is missing, for what is no PDF, is
    encrypted, or has no text."""
    try:
        import pypdfium2
    except ImportError:
        raise ReadError(f"{path}: reading .pdf takes an extra: pip install 'factlint[pdf]'") from None
    try:
        document = pypdfium2.PdfDocument(data)
        lines, empty = _lines(path, document)
        said = document.get_metadata_dict()
        document.close()
    except pypdfium2.PdfiumError as error:
        mend = "save it without a password" if "assword" in str(error) else "export it anew"
        raise ReadError(f"{path}: no PDF that can be read: {error} ({mend})") from None
    if not lines:
        raise ReadError(
            f"{path}: has no text, only pictures of it (run a text recognition over it, such as ocrmypdf)"
        )
    body, aside = _without_edges(lines)
    parts = titled(_parts(body))
    found = _DATE.match(said.get("CreationDate", ""))
    date = day("-".join(found.groups())) if found else None
    title = title_of(parts) or said.get("Title", "")
    asides = [Aside(line.text, f"p. {line.page}", "a running head or a page's number") for line in aside]
    asides += [Aside("", f"p. {page}", "a page without a text") for page in empty]
    yield Draft(parts, title=title, date=date, date_from="document" if date else None, asides=tuple(asides))


def _lines(path: str, document: Any) -> tuple[list[_Line], list[int]]:
    """The lines of all pages in reading order, and the pages that have none."""
    if len(document) > PAGES:
        raise ReadError(
            f"{path}: has {len(document):,} pages, more than the {PAGES:,} that are read (split it)"
        )
    found: list[_Line] = []
    empty = []
    for number, page in enumerate(document, 1):
        height = page.get_height() or 1.0
        text = page.get_textpage()
        before = len(found)
        found += _of_page(number, height, text)
        if len(found) == before:
            empty.append(number)
        text.close()
        page.close()
    return found, empty


def _of_page(number: int, height: float, page: Any) -> Iterator[_Line]:
    count = page.count_chars()
    whole = page.get_text_range(0, count) if count > 0 else ""
    at = 0
    for shown in _BREAK.split(whole):
        if shown.strip() and len(shown.strip("\r\n")):
            first = at + len(shown) - len(shown.lstrip())
            last = at + len(shown.rstrip()) - 1
            left, bottom, _, top = page.get_charbox(first, loose=True)
            right = page.get_charbox(last, loose=True)[2]
            yield _Line(number, shown.strip(), left, right, top, bottom, bottom / height)
        at += len(shown)


def _without_edges(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
    """The lines of the text, and those that come back on other pages at their edge, but for their numbers."""
    edge = [line for line in lines if not _EDGE < line.place < 1 - _EDGE]
    pages: dict[str, set[int]] = {}
    for line in edge:
        pages.setdefault(_NUMBERS.sub("#", line.text), set()).add(line.page)
    out = [
        line for line in edge if len(pages[_NUMBERS.sub("#", line.text)]) > 1 or _FOLIO.fullmatch(line.text)
    ]
    left = set(map(id, out))
    return [line for line in lines if id(line) not in left], out


def _parts(lines: Sequence[_Line]) -> list[Part]:
    """The paragraphs of a text, at the page where each begins."""
    usual = median(line.height for line in lines) if lines else 1.0
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom]
    step = median(steps) if steps else usual
    found: list[Part] = []
    said: list[_Line] = []
    for line in lines:
        if said and _begins(said, line, step, usual):
            found.append(_part(said, known, usual))
            said = []
        said.append(line)
    return [*found, *([_part(said, known, usual)] if said else [])]


def _begins(said: Sequence[_Line], line: _Line, step: float, usual: float) -> bool:
    """Whether a new paragraph begins with a line."""
    last = said[-1]
    if abs(line.height - last.height) > (_LARGER - 1) * usual and _larger(last, usual) != _larger(
        line, usual
    ):
        return True
    if _BULLET.match(line.text):
        return True
    width = max(row.right for row in said) - min(row.left for row in said)
    moved = line.page != last.page or line.bottom > last.bottom
    if moved:
        return _ENDED.search(last.text) is not None and not line.text[:1].islower()
    if last.bottom - line.bottom > _GAP * step:
        return True
    if line.left - min(row.left for row in said) > _INDENT * line.height and len(said) > 1:
        return True
    if said[0].left - line.left > (_INDENT if _BULLET.match(said[0].text) else _OUTDENT) * line.height:
        return True
    short = last.right - last.left < _SHORT * max(width, line.right - line.left)
    return short and _ENDED.search(last.text) is not None


def _larger(line: _Line, usual: float) -> bool:
    return line.height > _LARGER * usual


def _part(said: Sequence[_Line], known: Counter[str], usual: float) -> Part:
    text = said[0].text
    for line in said[1:]:
        text = _joined(text, line.text, known)
    kind: BlockKind = (
        "heading" if all(_larger(line, usual) for line in said) and len(text) < 200 else "paragraph"
    )
    if _BULLET.match(text):
        kind, text = "item", _BULLET.sub("", text)
    return Part(kind, (Piece(text.replace(_HYPHEN, "-")),), f"p. {said[0].page}")


def _joined(text: str, line: str, known: Counter[str]) -> str:
    """Two lines as one: a word that a hyphen parts is mended, unless the document has it with a hyphen
    elsewhere, or a capital or a digit stands there."""
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    if not last or not first:
        return f"{text} {line}"
    whole, parted = (last[1] + first[0]).casefold(), f"{last[1]}-{first[0]}".casefold()
    figures = last[1][-1].isdigit() or first[0][0].isdigit()
    kept = figures or first[0][0].isupper() or (known[parted] and not known[whole])
    return f"{text[:-1]}-{line}" if kept else f"{text[:-1]}{line}"
