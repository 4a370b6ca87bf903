"""Footnotes and endnotes: raised numbers behind words, and the lines that begin with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from factcheck.read.pdf.columns import Block
from factcheck.read.pdf.hyphens import joined
from factcheck.read.pdf.lines import Line

_LABEL = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_REFERENCE = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3})(?:\s*[,;–-]?\s*(?:\d{1,3}|[*†‡§]{1,3}))*[\])]?")
_BODY = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,3})(?:[.\])]|(?<=[*†‡§])|(?=\s))+\s*(?=\S)")
_UNIT = re.compile(r"(?:^|[\W\d])[kcdm]?m\s*$")
_SMALLER = 0.93  # of the text's letters: a note that begins with a number on the line is set in these
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Notes(NamedTuple):
    """The texts of notes, by their page and label; `last` is the page of each label's last note."""

    by_page: Mapping[tuple[int, str], str]
    last: Mapping[str, int]

    def of(self, page: int, reference: str) -> str | None:
        """What the notes say that a raised text on a page refers to; None where it refers to none."""
        if not _REFERENCE.fullmatch(reference):
            return None
        found = (self._one(page, label) for label in _LABEL.findall(reference))
        return " ".join(filter(None, found)) or None

    def _one(self, page: int, label: str) -> str:
        own = self.by_page.get((page, label))
        return own or self.by_page.get((max(self.last.get(label, 0), page), label), "")


def raised(text: str) -> str:
    """What refers to no note, as it is shown: digits as raised ones (`km²`), all else as it is."""
    return text.translate(_RAISED) if text.isdigit() else text


def is_power(before: str) -> bool:
    """Whether what is raised behind a text is its power: `25 km`."""
    return _UNIT.search(before) is not None


def without_notes(blocks: Sequence[Block], usual: float, words: Counter[str]) -> tuple[list[Block], Notes]:
    """The blocks of a document without its notes, and these. A note counts as one where a raised number
    refers to it."""
    asked = _references(blocks)
    found: dict[tuple[int, str], str] = {}
    last: dict[str, int] = {}
    kept: list[Block] = []
    for block in blocks:
        rest, notes = (block.lines, []) if block.table else _split(block, usual, asked)
        for label, lines in notes:
            page = lines[0].page
            found.setdefault((page, label), _said(label, lines, words))
            last[label] = page
        if rest:
            kept.append(block._replace(lines=tuple(rest)))
    return kept, Notes(found, last)


def _references(blocks: Sequence[Block]) -> dict[str, int]:
    """The labels that raised texts refer to, with the first page that does."""
    asked: dict[str, int] = {}
    for line in chain.from_iterable(block.lines for block in blocks):
        for number, run in enumerate(line.runs):
            if run.raised and number and _REFERENCE.fullmatch(run.text):
                for label in _LABEL.findall(run.text):
                    asked.setdefault(label, line.page)
    return asked


def _split(
    block: Block, usual: float, asked: Mapping[str, int]
) -> tuple[Sequence[Line], list[tuple[str, list[Line]]]]:
    """The lines of a block that are text, and its notes: from a line that begins one to the block's end, or
    to the next."""
    if not asked:
        return block.lines, []
    text: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    for line in block.lines:
        label = _label(line, usual)
        if label and asked.get(label, line.page + 1) <= line.page:
            notes.append((label, [line]))
        elif notes and line.size < notes[-1][1][0].size * 1.1:
            notes[-1][1].append(line)
        else:
            text.append(line)
    return text, notes


def _label(line: Line, usual: float) -> str:
    """The label with which a line begins, empty for none."""
    first = line.runs[0]
    if first.raised:
        return first.text.strip("[]().") if _REFERENCE.fullmatch(first.text) else ""
    found = _BODY.match(line.text) if line.size < _SMALLER * usual else None
    return found[1] if found else ""


def _said(label: str, lines: Sequence[Line], words: Counter[str]) -> str:
    """What a note says, with where its links lead."""
    text = ""
    for number, line in enumerate(lines):
        end, gap = joined(text, line.text, words) if number else ("", "")
        text = f"{end}{gap}{line.text}"
    said = " ".join(text.strip("[(").removeprefix(label).lstrip(".])").split())
    targets = dict.fromkeys(_targets(lines))
    return " ".join((said, *(target for target in targets if target not in said)))


def _targets(lines: Sequence[Line]) -> Iterator[str]:
    return (run.link for line in lines for run in line.runs if run.link)
