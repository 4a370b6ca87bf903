"""A web page's tables: which hold data, and in which column a cell stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.read.webpage.nodes import Node, attribute

CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "ul", "ol", "article", "section", "form", "blockquote"})
_MOST_BLOCKS = 2  # a cell with more of them is a part of a page's layout
_WIDEST = 50  # columns
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class Table:
    """A table as far as it was read: the part that heads its columns, and for the row that is read how many
    of its columns begin, and whether all its cells are headers. `reaching` tells for how many rows more a
    cell from above fills a column."""

    header: int | None = None
    rows: int = 0
    begun: int = 0
    column: int = 0
    heads: bool = True
    reaching: dict[int, int] = field(default_factory=dict)

    def cell(self, node: Node) -> int:
        """Begin a cell; how many columns further it stands than the one before."""
        while self.reaching.get(self.column) and self.column < _WIDEST:
            self.column += 1
        steps, self.begun = self.column - self.begun, self.column
        self.heads = self.heads and node.name == "th"
        self.column += _number(node, "colspan")
        if (high := _number(node, "rowspan")) > 1:
            self.reaching.update(dict.fromkeys(range(self.begun, self.column), high))
        return steps

    def end_row(self) -> None:
        """End a row."""
        self.reaching = {column: rows - 1 for column, rows in self.reaching.items() if rows > 1}
        self.begun, self.column, self.heads = 0, 0, True


def _number(node: Node, name: str) -> int:
    match = _NUMBER.match(attribute(node, name).strip())
    return min(max(int(match[0]), 1), _WIDEST) if match else 1


def holds_data(table: Node) -> bool:
    """Whether a table holds data, not the page's layout: no other table in it, and no texts in its cells."""
    if attribute(table, "role") in ("presentation", "none"):
        return False
    widest = blocks = 0
    stack = list(table.children)
    while stack:
        node = stack.pop()
        if node.name == "table":
            return False
        blocks = 0 if node.name in CELLS else blocks + (node.name in _BLOCKS)
        if blocks > _MOST_BLOCKS:
            return False
        if node.name == "tr":
            widest = max(widest, sum(child.name in CELLS for child in node.children))
        stack.extend(node.children or ())
    return widest > 1
