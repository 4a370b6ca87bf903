"""The columns of a Markdown table, whose cells stand between pipes."""

from __future__ import annotations

from factcheck.model import Span


def above(prose: str, header: Span, row_end: int, cell: Span) -> Span | None:
    """The cell of a table's header above a figure, counted from the row's end: a row may lack its first."""
    end = header[1]
    for _ in range(prose.count("|", cell[1], row_end)):
        end = prose.rfind("|", header[0], end)
        if end < 0:
            return None
    return max(header[0], prose.rfind("|", header[0], end) + 1), end
