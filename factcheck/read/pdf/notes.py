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
_BODY = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3})(?:[.\]]|(?<=[*†‡§])|(?=\s))+\s*(?=\S)")
_GOES_ON = 10  # lines of a note in the next column, at most
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
    noted: list[tuple[str, list[Line]]] = []
    kept: list[Block] = []
    for block in blocks:
        rest, notes = (block.lines, []) if block.table else _split(block, usual, asked)
        if notes and noted and len(rest) <= _GOES_ON and all(line.size < _SMALLER * usual for line in rest):
            noted[-1][1].extend(rest)  # a note that goes on in the next column, above others
            rest = ()
        noted += notes
        if rest:
            kept.append(block._replace(lines=tuple(rest)))
    found: dict[tuple[int, str], str] = {}
    for label, lines in noted:
        found.setdefault((lines[0].page, label), _said(label, lines, words))
    return kept, Notes(found, {label: lines[0].page for label, lines in noted})


def _references(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """The labels that raised texts refer to, with the pages that do."""
    asked: dict[str, list[int]] = {}
    for line in chain.from_iterable(block.lines for block in blocks):
        for number, run in enumerate(line.runs):
            if run.raised and number and _REFERENCE.fullmatch(run.text):
                for label in _LABEL.findall(run.text):
                    asked.setdefault(label, []).append(line.page)
    return asked


def _split(
    block: Block, usual: float, asked: Mapping[str, list[int]]
) -> tuple[Sequence[Line], list[tuple[str, list[Line]]]]:
    """The lines of a block that are text, and its notes: from a line that begins one to the block's end, or
    to the next."""
    if not asked:
        return block.lines, []
    text: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    for line in block.lines:
        label, is_raised = _label(line, usual)
        pages = asked.get(label, ())
        if (is_raised and any(page <= line.page for page in pages)) or (not text and line.page in pages):
            notes.append((label, [line]))
        elif notes and not is_raised and line.size < notes[-1][1][0].size * 1.1:
            notes[-1][1].append(line)
        else:
            text.append(line)
    return text, notes


def _label(line: Line, usual: float) -> tuple[str, bool]:
    """The label with which a line begins, empty for none, and whether it is raised."""
    first = line.runs[0]
    if first.raised and _REFERENCE.fullmatch(first.text):
        return first.text.strip("[]()."), True
    found = _BODY.match(line.text) if line.size < _SMALLER * usual else None
    return (found[1] if found else ""), False


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
