"""What the reports for people share: colours with a meaning, the figure marked, columns that fit."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import IO

from rich.cells import cell_len
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
_FACTS = 2
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
GLUED = "\ufdd3"  # a space at which a cell does not break
_UNGLUE = str.maketrans("\ufdd0\ufdd1\ufdd2\ufdd3", "\u00a0\u202f\u2007 ")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")

_BREAK = re.compile(r"[ \n]+")

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


def marked(sentence: str, marks: Sequence[Span], width: int, quiet: bool = False) -> Text:
    """A sentence quoted in about `width` characters, each of its figures marked in bold and as `▸figure◂`;
    `quiet` dims all of it."""
    spans = _apart(sentence, marks)
    whole = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    before, _, after = quote(sentence, whole, width - 6)
    shown = Text(before)
    at = whole[0]
    for start, end in spans:
        figure = visible(sentence[start:end])
        style = "" if quiet else "bold reverse" if len(figure) <= _GLARING else "bold"
        shown.append(visible(sentence[at:start]))
        shown.append(f"▸{figure}◂", style)
        at = end
    return Text.assemble(("“", "dim"), shown, after, ("”", "dim"), style="dim" if quiet else "")


def _apart(sentence: str, marks: Sequence[Span]) -> list[Span]:
    """The spans to mark, in order: of those that lie within one another the inmost, and no impossible one."""
    sound = sorted({mark for mark in marks if 0 <= mark[0] < mark[1] <= len(sentence)}, key=_inmost_first)
    kept: list[Span] = []
    for start, end in sound:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def within(mention: Mention) -> Span:
    """The span of a mention's text within its sentence."""
    start = mention.at[0] - mention.sentence_start
    return start, start + len(mention.text)


def say(out: Console, text: Text, indent: int = 0) -> None:
    """Print a text that may wrap, every line of it indented."""
    for row in wrapped(out, text, out.width - indent):
        out.print(Padding(row, (0, 0, 0, indent), expand=False) if indent else row)


def fact(out: Console, label: str, text: str, width: int, style: str = "") -> None:
    """Print a label in a column of a width, and what it tells beside it."""
    head, indent = Text(f"{label:<{width}}", "dim"), _FACTS + width
    for number, row in enumerate(wrapped(out, Text(visible(text), style), max(out.width - indent, _LEAST))):
        row.rstrip()
        say(out, row if number else Text.assemble(head, row), indent if number else _FACTS)


def wrapped(out: Console, text: Text, width: int) -> Lines:
    """The lines of a text in a width; no-break spaces are none to break at, nor is one between thousands."""
    glued = text.copy()
    glued.plain = _THOUSANDS.sub(GLUED, text.plain.translate(_GLUE))
    rows = glued.wrap(out, max(width, 1), overflow="fold")
    for row in rows:
        row.plain = row.plain.translate(_UNGLUE)
    return rows


def _inmost_first(mark: Span) -> Span:
    return mark[1], -mark[0]


def quoted(out: Console, sentence: str, marks: Sequence[Span], indent: int, quiet: bool = False) -> None:
    """Print a sentence with its figures marked: on one line where that is wide enough, else on two."""
    say(out, marked(sentence, marks, max(out.width - indent, _TWO_LINES), quiet), indent)


def fit(rows: Iterable[Row], room: int, rigid: int = 0) -> list[int]:
    """The widths of the columns of `rows`, the gaps between them included in `room`.

    Columns are as wide as their content; where that is too wide, the widest give way first, the first
    `rigid` ones never, and none below its longest word as long as another can give way.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(cell.cell_len for cell in column) for column in columns]
    words = [max(map(_longest_word, column)) for column in columns]
    for least in (words, [_LEAST] * len(widths)):
        while sum(widths) + GAP * (len(widths) - 1) > room:
            yielding = [
                (width, at)
                for at, width in enumerate(widths)
                if at >= rigid and width > max(least[at], _LEAST)
            ]
            if not yielding:
                break
            widths[max(yielding)[1]] -= 1
    return widths


def fits(rows: Iterable[Row], room: int) -> bool:
    """Whether columns of `rows` fit in `room`, the gaps between them included, without a word cut in two."""
    words = [max(map(_longest_word, column)) for column in zip(*rows, strict=True)]
    return sum(words) + GAP * (len(words) - 1) <= room


def _longest_word(cell: Text) -> int:
    return max((cell_len(word) for word in _BREAK.split(cell.plain)), default=0)


def stacked(cell: Text, width: int, between: str) -> Text:
    """A cell that is too wide for its column, broken where it says `between` before it is anywhere else."""
    if cell.cell_len <= width:
        return cell
    return Text("\n").join(part for part in cell.split(between, allow_blank=True))


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
