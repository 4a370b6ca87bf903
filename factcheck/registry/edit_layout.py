"""Where a new entry goes among the lines of a list or a map, and what goes with one that is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.registry.edit_parts import Change, Part, RefusedError

WIDTH = 110
"""Characters after which a list in brackets goes on in a new line."""

Spans = Sequence[tuple[int, int]]

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_COMMENT_LINE = re.compile(r"\r?\n( *)#[^\r\n]*")
_TAIL = re.compile(r"[ \t]*(#[^\r\n]*)?(?=\r?\n|\Z)")
_GAP = re.compile(r" {3,}(?=#)")
_COMMA = re.compile(r"\s*,")


def newline(text: str) -> str:
    """The line end of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def line_start(text: str, at: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of an offset ends, before its line end."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - text.endswith("\r", 0, end)


def column(text: str, at: int) -> int:
    """How many characters stand before an offset in its line."""
    return at - line_start(text, at)


def begins_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before an offset in its line."""
    return not text[line_start(text, at) : at].strip(" ")


def spans(text: str, parent: Part) -> Spans:
    """The entries of a list or a map: from a dash, an item or a key to before what follows."""
    if parent.kind == "map":
        return [(key.start, value.end) for key, value in parent.pairs]
    if parent.style:
        return [(item.start, item.end) for item in parent.items]
    return [(text.rindex("-", 0, item.start), item.end) for item in parent.items]


def loose(text: str, there: Spans) -> bool:
    """Whether a blank line parts most of some entries."""
    gaps = [bool(_BLANK_LINE.search(text, one[1], two[0])) for one, two in pairwise(there)]
    return sum(gaps) * 2 > len(gaps)


def insert(
    text: str, parent: Part, at: int, entry: str, note: str = "", *, apart: bool | None = None
) -> Iterator[Change]:
    """Put an entry before the one with the index `at`, or behind all; a dash or a comma comes with it.

    `note` becomes a comment. `apart`: whether a blank line parts it from its neighbours (None: as it parts
    most of them). Raises RefusedError."""
    there = spans(text, parent)
    if not there:
        raise RefusedError(parent.start, "nothing stands in these brackets: fill them in by hand")
    if not parent.style:
        entry = entry if parent.kind == "map" else dash(text, parent) + entry
        yield _in_block(text, there, at, entry, note, loose(text, there) if apart is None else apart)
    elif _a_line_each(text, parent, there):
        yield from _in_lines(text, there, at, entry, note)
    else:
        yield from (changes := list(_in_brackets(text, there, at, entry)))
        yield from steady(text, parent.end, len(entry) + 2) if len(changes) == 1 else ()
        yield from remark(text, there[max(at - 1, 0)][1], note)


def dash(text: str, parent: Part) -> str:
    """What stands before the items of a list with a line each: a dash and its blanks."""
    first = parent.items[0].start
    written = text[text.rindex("-", 0, first) : first]
    return written if written.strip(" ") == "-" else "- "


def _in_block(text: str, there: Spans, at: int, entry: str, note: str, apart: bool) -> Change:
    blanks = indent(text, there[0][0])
    between = newline(text) * (2 if apart else 1)
    entry = _noted(text, there[max(at - 1, 0)], entry, note)
    if at == 0:
        return Change(there[0][0], there[0][0], entry + between + blanks)
    point = _below(text, there[at - 1][1], len(blanks) + (at < len(there)))
    return Change(point, point, between + blanks + entry)


def indent(text: str, at: int) -> str:
    """The blanks before an entry that begins its line. Raises RefusedError where something else is there."""
    if not begins_line(text, at):
        tabs = "\t" in text[line_start(text, at) : at]
        why = "a tab stands before it: use spaces" if tabs else "it does not begin its line: give it one"
        raise RefusedError(at, f"cannot be edited as it stands here: {why}")
    return text[line_start(text, at) : at]


def _below(text: str, end: int, indented: int) -> int:
    """The end of an entry's last line, and of the lines of comment right below it that are set in as far."""
    point = line_end(text, end)
    while (match := _COMMENT_LINE.match(text, point)) and len(match[1]) >= indented:
        point = match.end()
    return point


def _noted(text: str, neighbour: tuple[int, int], entry: str, note: str) -> str:
    """An entry with a note behind its first line, below the neighbour's where it can be."""
    if not note:
        return entry
    first, *others = re.split(r"(?=\r?\n)", entry, maxsplit=1)
    tail = _TAIL.match(text, neighbour[1])
    known = tail.start(1) - neighbour[0] if tail and tail[1] and not others else 0
    return f"{first}{' ' * max(known - len(first), 2)}# {note}{''.join(others)}"


def _a_line_each(text: str, parent: Part, there: Spans) -> bool:
    """Whether each of the entries in brackets has a line of its own."""
    if len(there) == 1:
        return "\n" in text[parent.start : there[0][0]]
    return all("\n" in text[one[1] : two[0]] for one, two in pairwise(there))


def _in_lines(text: str, there: Spans, at: int, entry: str, note: str) -> Iterator[Change]:
    blanks = newline(text) + indent(text, there[-1][0])
    if at == 0:
        yield Change(there[0][0], there[0][0], f"{entry},{f'  # {note}' if note else ''}{blanks}")
        return
    end = there[at - 1][1]
    comma = _COMMA.match(text, end)
    behind = comma.end() if comma else end
    if not comma:
        yield Change(end, end, ",")
    if _TAIL.match(text, behind):
        comment = f"  # {note}" if note else ""
        point = line_end(text, behind)
        yield Change(point, point, f"{blanks}{entry}{',' if comma else ''}{comment}")
    else:
        yield Change(behind, behind, f"{blanks}{entry}{',' if comma else ''}")
        yield from remark(text, behind, note)


def _in_brackets(text: str, there: Spans, at: int, entry: str) -> Iterator[Change]:
    """`[a]` becomes `[a, b]`; what no longer has room in its line goes on below the first entry."""
    lines = newline(text) + " " * column(text, there[0][0])
    spot = there[at - 1][1] if at else there[0][0]
    longer = len(entry) + 2
    if at and column(text, spot) + longer > WIDTH - 2:
        yield Change(spot, spot, f",{lines}{entry}")
        return
    last = _first_beyond(text, there[at:], spot, WIDTH - longer - 2)
    wrapped = last == spot and not at
    yield Change(spot, spot, f", {entry}" if at else f"{entry},{lines if wrapped else ' '}")
    if last is not None and not wrapped:
        yield Change(len(text[:last].rstrip(" ")), last, lines)
        yield from _joined(text, there, last, len(lines.strip("\r\n")))


def _first_beyond(text: str, there: Spans, spot: int, width: int) -> int | None:
    """Where the first entry begins that goes beyond a width in the line of an offset."""
    here = (span for span in there if span[1] <= line_end(text, spot))
    return next((start for start, end in here if column(text, end) > width), None)


def _joined(text: str, there: Spans, moved: int, margin: int) -> Iterator[Change]:
    """The line below what was moved goes on behind it, if there is room."""
    end = line_end(text, moved)
    below = next((start for start, _ in there if start > end), None)
    if below is None or text[end - 1] != "," or text[end:below].strip():
        return
    if margin + (end - moved) + 1 + (line_end(text, below) - below) <= WIDTH:
        yield Change(end, below, " ")


def remark(text: str, at: int, note: str) -> Iterator[Change]:
    """A note at the end of a line that is shared, or above it where it has one already."""
    if not note:
        return
    end, start = line_end(text, at), line_start(text, at)
    if "#" not in text[at:end]:
        yield Change(end, end, f"  # {note}")
    else:
        blanks = text[start : end - len(text[start:end].lstrip(" "))]
        yield Change(start, start, f"{blanks}# {note}{newline(text)}")


def steady(text: str, end: int, longer: int) -> Iterator[Change]:
    """Keep a comment in its column, where what stands before it, to `end`, grows by some characters."""
    gap = _GAP.match(text, end)
    if gap and longer:
        yield Change(end, gap.end(), " " * max(len(gap[0]) - longer, 2))


def remove(text: str, parent: Part, at: int) -> Iterator[Change]:
    """Take an entry out, with its lines and the comment that is its own. Raises RefusedError."""
    there = spans(text, parent)
    start, end = there[at]
    if not parent.style:
        indent(text, start)
        yield _without_lines(text, start, end, at == 0)
    elif _a_line_each(text, parent, there) and begins_line(text, start) and at < len(there) - 1:
        yield Change(line_start(text, start), _past(text, line_end(text, end)), "")
    elif at < len(there) - 1:
        yield Change(start, there[at + 1][0], "")
    else:
        yield Change(there[at - 1][1] if at else start, end, "")


def _without_lines(text: str, start: int, end: int, leads: bool) -> Change:
    """The lines of a block's entry, and blank lines where two would meet or it leads. The comment right
    above it is its own where a blank line comes after it, or it is the last."""
    first, behind = line_start(text, start), _past(text, _below(text, end, column(text, start) + 1))
    if not _blank(text, behind) and text.startswith(" " * column(text, start), behind):
        return Change(first, behind, "")
    first = _comment_above(text, first, column(text, start))
    if text[behind:].strip():
        while (leads or _blank(text, first - 1)) and _blank(text, behind):
            behind = _past(text, line_end(text, behind))
        return Change(first, behind, "")
    while _blank(text, first - 1):
        first = line_start(text, first - 1)
    return Change(first if text.endswith("\n") else line_end(text, first - 1), behind, "")


def _blank(text: str, at: int) -> bool:
    """Whether nothing stands in the line that begins at an offset, or holds it."""
    return at == len(text) or not text[line_start(text, at) : line_end(text, at)].strip()


def _past(text: str, end: int) -> int:
    """The head of the line after the one that ends here."""
    return end + len(text[end : end + 2]) if text.startswith("\r\n", end) else min(end + 1, len(text))


def _comment_above(text: str, first: int, at: int) -> int:
    """The head of the lines of comment right above a line, set in as far as it."""
    while text.startswith(" " * at + "#", before := line_start(text, first - 1)):
        first = before
    return first
