"""Markdown: CommonMark's blocks and GFM's tables, as runs of lines at their places in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Aside, BlockKind, Gap, Span
from factcheck.places import line_starts
from factcheck.read import html
from factcheck.read.inline import References, label
from factcheck.read.runs import Run
from factcheck.read.unclosed import COMMENT, blanked, closed, line_spans, parsed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$", re.MULTILINE)
_DEFINITION = re.compile(
    r"""^ {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*(<[^<>\n]*>|[^\s<>]*[:/.#][^\s<>]*)"""
    r"""(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$""",
    re.MULTILINE,
)
_MASK = "¶"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(r"[{}();=<>$#\\_]")
_OPENED = 200  # the characters of a comment that is never closed in which it tells what it is for
_DEEPEST = 50  # the levels of lists and quotations that are read
_CODE = ("fence", "code_block")
_HOLDING = ("blockquote_open", "list_item_open")
_SHOWN = 400  # the characters of a block of code that are kept
_WORDS, _SIGNS = 5, 40  # the words of prose, and its characters for each sign of code that it may have
_NOTE_HEAD = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)
_ROW = re.compile(r"[>\s]*\|?[ \t]*(.*?)[ \t]*\|?[ \t]*")


def runs(text: str, start: int) -> tuple[list[Run], References, list[Span], list[Aside]]:
    """The runs of the body that begins at `start`, in order, what it defines for links and notes, the
    comments that stand outside the runs, and what was taken for code or left open."""
    body = text[start:]
    shut, opened = closed(body)
    # a footnote's head would read as a link definition; any other mark of its length keeps the lines
    source = _DEFINITION.sub(blanked, _NOTE_HEAD.sub(_masked, shut))
    tokens, fences = parsed(source, lambda source: _parser().parse(source, {}))
    lines = line_spans(body, start)
    found = [run for run in _walk(tokens, text, lines) if run.lines]
    tags = [_place(token, lines) for token in tokens if token.type == "html_block"]
    comments = [span for block in tags for span in html.comments(text, *block)]
    comments += [(start + at, start + at + _OPENED) for at, what in opened if what == COMMENT]
    notes = {match[1]: match[2].strip() for match in _NOTE.finditer(body)}
    unread = [*_unclosed([*opened, *fences], start), *_unread(tokens, text, lines)]
    places = line_starts(text)
    asides = [_aside(text, places, *row) for row in unread]
    return found, References(_definitions(body), notes), comments, asides


_Unread = tuple[Span, str, Gap]
"""A span that was not read as it is meant, why, and what kind of thing that is."""


def _unclosed(opened: Iterable[tuple[int, str]], offset: int) -> Iterator[_Unread]:
    """The first of each thing that is opened and never closed."""
    first = {what: at for at, what in sorted(opened, reverse=True)}
    for what, at in first.items():
        told = f"{what} that is never closed: what follows was read as text"
        yield (offset + at, offset + at), told, "not-closed"


def _unread(tokens: Iterable[Token], text: str, lines: Sequence[Span]) -> Iterator[_Unread]:
    """What was taken for code, or is nested too deep to be read."""
    for token in tokens:
        if token.map is None or (token.type in _CODE and not token.content.strip()):
            continue
        block = _place(token, lines)
        if token.type == "fence" or (token.type == "code_block" and not _is_prose(token.content)):
            yield block, "taken for code", "code"
        elif token.type == "html_block":
            yield from ((span, "taken for code", "code") for span in html.code(text, *block))
        elif token.type in _HOLDING and token.level >= _DEEPEST - 1:
            yield block, f"nested more than {_DEEPEST} deep, and not read", "nested"


def _aside(text: str, places: Sequence[int], span: Span, why: str, kind: Gap) -> Aside:
    line = bisect_right(places, span[0])
    shown = text[span[0] : min(span[1], span[0] + _SHOWN)]
    return Aside(" ".join(shown.split()), f"line {line}", why, kind, line)


def _masked(match: re.Match[str]) -> str:
    return match[1] + _MASK * (len(match[0]) - len(match[1]))


def _definitions(body: str) -> dict[str, str]:
    """The targets of reference links by label; the first definition of a label counts."""
    found: dict[str, str] = {}
    for match in _DEFINITION.finditer(body):
        found.setdefault(label(match[1]), match[2].strip("<>"))
    return found


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])  # inline tokens would carry no positions
    return parser


def _walk(tokens: Sequence[Token], text: str, lines: list[Span]) -> Iterator[Run]:
    within: list[str] = []
    header: Span | None = None
    for token in tokens:
        if token.type == "tr_open" and token.map:
            row = _row(text, lines[token.map[0]])
            yield Run("row", (row,), header)
            header = row if "thead" in within and text[slice(*row)].strip("| \t") else header
        elif token.type == "table_close":
            header = None
        elif token.type == "html_block":
            yield from html.runs(text, *_place(token, lines))
        elif token.type == "code_block" and token.map and _is_prose(token.content):
            indented = lines[token.map[0] : token.map[1]]
            yield from html.lines(text, "paragraph", indented[0][0], indented[-1][1])
        elif token.type == "inline" and token.map and "tr" not in within:
            yield Run(_kind(within), tuple(_shown(token, text, lines)))
        _follow(within, token)


def _is_prose(code: str) -> bool:
    """Whether an indented text is a paragraph somebody set in with a tab, and no code."""
    return len(_WORD.findall(code)) >= _WORDS and len(_SIGN.findall(code)) * _SIGNS < len(code)


def _place(token: Token, lines: Sequence[Span]) -> Span:
    """Where a block stands; an empty span for what stands nowhere."""
    first, behind = token.map or (0, 0)
    return (lines[first][0], lines[min(behind, len(lines)) - 1][1]) if behind else (0, 0)


def _follow(within: list[str], token: Token) -> None:
    if token.nesting > 0:
        within.append(token.type.removesuffix("_open"))
    elif token.nesting < 0:
        within.pop()


def _kind(within: list[str]) -> BlockKind:
    if "heading" in within:
        return "heading"
    if "list_item" in within:
        return "item"
    return "quote" if "blockquote" in within else "paragraph"


def _row(text: str, line: Span) -> Span:
    """A row without the pipes around it; an empty first cell keeps its pipe, for the columns' sake."""
    match = _ROW.fullmatch(text, *line)
    return match.span(1) if match else line


def _shown(token: Token, text: str, lines: list[Span]) -> Iterator[Span]:
    """Where the content of a paragraph or heading stands on each of its lines."""
    first = token.map[0] if token.map else 0
    for number, content in enumerate(token.content.split("\n"), first):
        start, end = lines[number]
        shown = content.strip()
        at = start if _MASK in shown else text.rfind(shown, start, end)
        if shown:
            yield (at, at + len(shown)) if at >= 0 else _row(text, (start, end))
