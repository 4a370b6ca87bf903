"""What the reports for people share: colours with a meaning, the figure marked, columns that fit."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import IO

from rich.console import Console
from rich.containers import Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.escape import visible
from factcheck.model import Mention, Severity, Span
from factcheck.report.quote import quote

# off a terminal nothing is cut or wrapped: the width that no content reaches
UNBOUNDED = 1_000_000
GAP = 2
_LEAST = 8
_TWO_LINES = 130
_GLARING = 60  # a statement is a whole sentence: bold is enough

SYMBOLS: dict[Severity, str] = {"error": "✖", "warning": "▲", "info": "●"}
STYLES: dict[str, str] = {
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "supported": "green",
    "outdated": "yellow",
    "disputed": "yellow",
    "discrepancy": "bold red",
}

# where rich breaks lines though a figure must hold together (15 000), and what stands in meanwhile
_GLUE = str.maketrans("\u00a0\u202f\u2007", "\ufdd0\ufdd1\ufdd2")
_UNGLUE = str.maketrans("\ufdd0\ufdd1\ufdd2", "\u00a0\u202f\u2007")

Row = Sequence[Text]


def console(file: IO[str], width: int | None = None) -> Console:
    """A console that takes text for text: no markup, no emoji codes, no highlighting."""
    return Console(file=file, width=width, markup=False, emoji=False, highlight=False)


def unbounded(paint: Callable[[Console], None]) -> str:
    """What is painted on a console without end, so that nothing is cut; no line ends with spaces."""
    page = io.StringIO()
    paint(console(page, UNBOUNDED))
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def styled(text: str, style: str = "") -> Text:
    """Text of an article or a registry, made visible, in one style."""
    return Text(visible(text), style)


def marked(sentence: str, mark: Span, width: int) -> Text:
    """A sentence quoted in about `width` characters, its figure marked in bold and as `▸figure◂`."""
    before, figure, after = quote(sentence, mark, width - 6)
    style = "bold reverse" if len(figure) <= _GLARING else "bold"
    shown = (f"▸{figure}◂", style) if figure else ""
    return Text.assemble(("“", "dim"), before, shown, after, ("”", "dim"))


def within(mention: Mention) -> Span:
    """The span of a mention's text within its sentence."""
    start = mention.start - mention.sentence_start
    return start, start + len(mention.text)


def say(out: Console, text: Text, indent: int = 0) -> None:
    """Print a text that may wrap, every line of it indented."""
    for row in wrapped(out, text, out.width - indent):
        out.print(Padding(row, (0, 0, 0, indent), expand=False) if indent else row)


def wrapped(out: Console, text: Text, width: int) -> Lines:
    """The lines of a text in a width; no-break spaces are none to break at."""
    glued = text.copy()
    glued.plain = text.plain.translate(_GLUE)
    rows = glued.wrap(out, max(width, 1), overflow="fold")
    for row in rows:
        row.plain = row.plain.translate(_UNGLUE)
    return rows


def quoted(out: Console, sentence: str, mark: Span, indent: int) -> None:
    """Print a sentence with its figure marked: on one line where that is wide enough, else on two."""
    say(out, marked(sentence, mark, max(out.width - indent, _TWO_LINES)), indent)


def fit(rows: Iterable[Row], room: int, rigid: int = 0) -> list[int]:
    """The widths of the columns of `rows`, the gaps between them included in `room`.

    Columns are as wide as their content; where that is too wide, the widest give way first, the
    first `rigid` ones never.
    """
    widths = [max(cell.cell_len for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) + GAP * (len(widths) - 1) > room:
        width, widest = max((width, place) for place, width in enumerate(widths) if place >= rigid)
        if width <= _LEAST:
            break
        widths[widest] -= 1
    return widths


def line(out: Console, cells: Row, widths: Sequence[int], indent: int = 0) -> None:
    """Print one row in columns of these widths; a cell that is too wide wraps."""
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for width in widths:
        grid.add_column(width=width, overflow="fold")
    whole = (Text("\n").join(wrapped(out, cell, width)) for cell, width in zip(cells, widths, strict=True))
    grid.add_row(*whole)
    out.print(Padding(grid, (0, 0, 0, indent), expand=False))


def header(out: Console, names: Sequence[str], widths: Sequence[int], indent: int = 0) -> None:
    """Print the names of the columns and a line under them."""
    line(out, [Text(name, "bold") for name in names], widths, indent)
    say(out, Text("─" * (sum(widths) + GAP * (len(widths) - 1)), "dim"), indent)


def table(out: Console, names: Sequence[str], rows: Sequence[Row], indent: int = 0, rigid: int = 0) -> None:
    """Print a plain table: a header and rows."""
    widths = fit([[Text(name) for name in names], *rows], out.width - indent, rigid)
    header(out, names, widths, indent)
    for row in rows:
        line(out, row, widths, indent)
