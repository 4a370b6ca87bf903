"""Markdown: CommonMark's blocks and GFM's tables, as runs of lines at their places in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import BlockKind, Span
from factcheck.read import html
from factcheck.read.inline import References, label
from factcheck.read.runs import Run

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
_PAIRS = (
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"<pre\b[^<>]*>", re.IGNORECASE), re.compile(r"</pre\s*>", re.IGNORECASE)),
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile(r"[{}();=<>$#\\_]")
_DEEPEST = 50  # how many blocks may be open in each other, past which the parser drops their text
_OPENED = 200  # the characters of a comment that is never closed in which it tells what it is for
_TRIES = 4  # how often a text is parsed anew without the fences that it left open
_WORDS, _SIGNS = 5, 40  # the words of prose, and its characters for each sign of code that it may have
_NOTE_HEAD = re.compile(r"^( {0,3})\[\^([^\]\s]+)\]:", re.MULTILINE)
_ROW = re.compile(r"[>\s]*\|?[ \t]*(.*?)[ \t]*\|?[ \t]*")


def runs(text: str, start: int) -> tuple[list[Run], References, list[Span]]:
    """The runs of the body that begins at `start`, in order, what it defines for links and notes, and
    the comments that stand outside the runs. Raises RecursionError where blocks are nested too deeply."""
    body = text[start:]
    # a footnote's head would read as a link definition; any other mark of its length keeps the lines
    source = _DEFINITION.sub(_blanked, _NOTE_HEAD.sub(_masked, _closed(body)))
    tokens = _parsed(source)
    lines = _line_spans(body, start)
    if any(_drops(token, text, lines) for token in tokens):
        raise RecursionError
    found = [run for run in _walk(tokens, text, lines) if run.lines]
    comments = [span for token in tokens for span in html.comments(text, *_html(token, lines))]
    comments += [(start + at, start + at + _OPENED) for at in _unclosed(body)]
    notes = {match[1]: match[2].strip() for match in _NOTE.finditer(body)}
    return found, References(_definitions(body), notes), comments


def _closed(body: str) -> str:
    """A text without the signs that begin a comment or an element of code which is never closed: a reader
    sees what follows."""
    for opening, closing in _PAIRS:
        after = max((match.end() for match in closing.finditer(body)), default=0)
        body = body[:after] + opening.sub(_blanked, body[after:])
    return body


def _unclosed(body: str) -> Iterator[int]:
    """Where comments begin that are never closed."""
    after = body.rfind("-->") + 1
    return (match.start() for match in re.finditer("<!--", body) if match.start() >= after)


def _parsed(source: str) -> list[Token]:
    """The blocks of a text, in which what is never closed is no code."""
    tokens = _parser().parse(source, {})
    for _ in range(_TRIES):
        opened = _left_open(tokens, source)
        if not opened:
            break
        for start, end in opened:
            source = source[:start] + " " * (end - start) + source[end:]
        tokens = _parser().parse(source, {})
    return tokens


def _left_open(tokens: Sequence[Token], source: str) -> list[Span]:
    """The lines that open fences of code which are never closed."""
    fences = [token for token in tokens if token.type == "fence" and token.map]
    lines = _line_spans(source, 0) if fences else []
    return [lines[token.map[0]] for token in fences if token.map and not _is_closed(token, source, lines)]


def _is_closed(token: Token, source: str, lines: Sequence[Span]) -> bool:
    first, stop = token.map or (0, 0)
    closing = source[slice(*lines[min(stop, len(lines)) - 1])].strip("> \t")
    return stop - first > 1 and closing.startswith(token.markup) and not closing.strip("`~")


def _drops(token: Token, text: str, lines: Sequence[Span]) -> bool:
    """Whether a block is so deep that the parser has dropped a text in it."""
    if token.level < _DEEPEST - 1 or token.nesting < 1 or not token.map:
        return False
    first, stop = token.map
    return any(_WORD.search(text, *line) for line in lines[first:stop])


def _masked(match: re.Match[str]) -> str:
    return match[1] + _MASK * (len(match[0]) - len(match[1]))


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])


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


def _line_spans(body: str, offset: int) -> list[Span]:
    spans, start = [], 0
    while (newline := body.find("\n", start)) >= 0:
        spans.append((offset + start, offset + newline))
        start = newline + 1
    return [*spans, (offset + start, offset + len(body))]


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
            yield from html.runs(text, *_html(token, lines))
        elif token.type == "code_block" and token.map and _is_prose(token.content):
            indented = lines[token.map[0] : token.map[1]]
            yield from html.lines(text, "paragraph", indented[0][0], indented[-1][1])
        elif token.type == "inline" and token.map and "tr" not in within:
            yield Run(_kind(within), tuple(_shown(token, text, lines)))
        _follow(within, token)


def _is_prose(code: str) -> bool:
    """Whether an indented text is a paragraph somebody set in with a tab, and no code."""
    return len(_WORD.findall(code)) >= _WORDS and len(_SIGN.findall(code)) * _SIGNS < len(code)


def _html(token: Token, lines: list[Span]) -> Span:
    """Where an HTML block stands; an empty span for any other token."""
    if token.type != "html_block" or not token.map:
        return 0, 0
    return lines[token.map[0]][0], lines[min(token.map[1], len(lines)) - 1][1]


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
