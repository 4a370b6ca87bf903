"""PDF, by the extra `pdf`: what a page shows, in the order in which it is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Any

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.documents import drafted
from factcheck.read.draft import Draft, Part
from factcheck.read.headings import given_title
from factcheck.read.items import day
from factcheck.read.pdf import pdfium, words
from factcheck.read.pdf.columns import Block, blocks
from factcheck.read.pdf.edges import Sheet, without_edges
from factcheck.read.pdf.hyphens import known
from factcheck.read.pdf.lines import LARGER, lines_of
from factcheck.read.pdf.notes import without_notes
from factcheck.read.pdf.paragraphs import Parts

PAGES = 2000
"""How many pages are read at most."""
LETTERS, PAGE_LETTERS = 8_000_000, 250_000
"""How many characters of a document, and of one of its pages."""
_TITLE_AMONG = 8  # parts at the top, one of which is the title
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The one article of a document, its places told in pages (`p. 3`). Running heads, pages' numbers and
    pages without a text are left aside. Raises ReadError where the extra is missing, for what is no PDF, is
    encrypted, damaged or too large, and for what has no text."""
    with pdfium.opened(path, data) as (lib, document):
        sheets, asides = _sheets(path, lib, document)
        created, title = (pdfium.said(lib, document, name) for name in ("CreationDate", "Title"))
    if not any(sheet.lines for sheet in sheets):
        raise ReadError(
            f"{path}: has no text, only pictures of it (run a text recognition over it, such as ocrmypdf)"
        )
    sheets, edges = without_edges(sheets)
    asides += [Aside(line.text, f"p. {line.page}", "a running head or a page's number") for line in edges]
    found = _DATE.match(created)
    date = day("-".join(found.groups())) if found else None
    yield drafted(_parts(sheets), asides, given_title(title), date)


def _sheets(path: str, lib: Any, document: int) -> tuple[list[Sheet], list[Aside]]:
    """The lines of all pages, and what on them is no text."""
    count = lib.FPDF_GetPageCount(document)
    if count > PAGES:
        raise ReadError(f"{path}: has {count:,} pages, more than the {PAGES:,} that are read (split it)")
    sheets: list[Sheet] = []
    asides: list[Aside] = []
    total = 0
    for number in range(1, count + 1):
        page, letters = _page(path, lib, document, number)
        total += letters
        if total > LETTERS:
            raise ReadError(f"{path}: has more than the {LETTERS:,} characters that are read (split it)")
        sheets += [Sheet(number, tuple(lines_of(number, side)), side.foot, side.head) for side in page.sides]
        left_out = ((page.aslant, "a text set aslant"), (page.unseen, "off the page"))
        asides += [Aside(text, f"p. {number}", why) for text, why in left_out if text]
        if not page.sides:
            asides.append(Aside("", f"p. {number}", "a page without a text"))
    return sheets, asides


def _page(path: str, lib: Any, document: int, number: int) -> tuple[words.Page, int]:
    """The words of a page, and how many characters it has."""
    page = lib.FPDF_LoadPage(document, number - 1)
    text = lib.FPDFText_LoadPage(page) if page else None
    try:
        if not text:
            raise ReadError(f"{path}: p. {number} is damaged (export it anew)")
        letters = lib.FPDFText_CountChars(text)
        if letters > PAGE_LETTERS:
            raise ReadError(f"{path}: p. {number} has {letters:,} characters, more than are read")
        return words.read(lib, document, page, text), letters
    finally:
        if text:
            lib.FPDFText_ClosePage(text)
        if page:
            lib.FPDF_ClosePage(page)


def _parts(sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    found = [block for sheet in sheets for block in blocks(sheet.lines)]
    usual, bold = _usual(found)
    spelled = known(line.text for block in found for line in block.lines)
    found, notes = without_notes(found, usual, spelled)
    made = Parts(usual, bold, _step(found), spelled, notes)
    for block in found:
        made.add(block)
    made.end()
    return _titled(made)


def _usual(found: Sequence[Block]) -> tuple[float, bool]:
    """The size of most of the text's letters, and whether they are bold."""
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for line in chain.from_iterable(block.lines for block in found):
        sizes[round(line.size, 1)] += len(line.text)
        weights[line.bold] += len(line.text)
    return (sizes.most_common(1)[0][0], weights.most_common(1)[0][0]) if sizes else (1.0, False)


def _step(found: Sequence[Block]) -> float:
    """How far below one another the lines of a paragraph stand, in heights of their letters: nearer than
    paragraphs do."""
    pairs = (pair for block in found if not block.table for pair in pairwise(block.lines))
    steps = sorted((one.base - two.base) / one.size for one, two in pairs)
    return steps[len(steps) // 4] if steps else 1.2


def _titled(made: Parts) -> tuple[Part, ...]:
    """The parts, with the largest heading at the top as the title."""
    heads = [at for at, part in enumerate(made.parts[:_TITLE_AMONG]) if part.kind == "heading"]
    parts = list(made.parts)
    if heads:
        at = max(heads, key=lambda at: (made.sizes[at], -at))
        if at == 0 or made.sizes[at] > LARGER * made.usual:
            parts[at] = replace(parts[at], kind="title")
    return tuple(parts)


__all__ = ["PAGES", "drafts"]
