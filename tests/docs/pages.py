"""README.md and the pages of docs/, in the pieces that tests hold: blocks, commands, tables, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.shell import ROOT

PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
}
_PIECE = re.compile(r"^```(\w*)(?: file=(\S+))?\n(.*?)^```$|(?<!`)`(factcheck(?: [^`\n]*)?)`", re.M | re.S)
_FENCED = re.compile(r"^```.*?^```$", re.M | re.S)


@dataclass(frozen=True)
class Piece:
    """A block, or (of kind `inline`) a command within a sentence. A block ```` ```yaml file=town.yaml ````
    is a file that later commands of the page find."""

    place: str
    kind: str
    text: str
    file: str = ""


def pieces(page: str) -> Iterator[Piece]:
    """The pieces of a page from top to bottom, without the table of exit codes: that has its own test."""
    text = re.sub(r"^\| \d .*$", "", PAGES[page], flags=re.M)
    for found in _PIECE.finditer(text):
        kind, file, block, inline = found.groups()
        place = f"{page}:{text.count(chr(10), 0, found.start()) + 1}"
        yield Piece(place, "inline", inline) if inline else Piece(place, kind, block, file or "")


def prose(page: str) -> str:
    """A page without its blocks."""
    return _FENCED.sub("", PAGES[page])


def rows(page: str, header: str) -> list[list[str]]:
    """The cells of each row of a page's table with this first column."""
    table = PAGES[page].partition(f"| {header} |")[2].partition("\n\n")[0]
    assert table, f"{page}: no table of {header!r}"
    lines = table.splitlines()[2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def coded(text: str) -> list[str]:
    """What stands in backticks in a text."""
    return re.findall(r"`([^`\n]+)`", text)
