"""Comments that ignore findings: `<!-- factcheck: ignore[RULE, claim=ID] until=DAY why -->`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from factcheck.model import Block, Ignore, Span
from factcheck.read.compose import Composed
from factcheck.read.templates import inside
from factcheck.registry.suggest import nearest

FORM = "<!-- factcheck: ignore[RULE] why -->"
_MEANT = re.compile(r"fact[-_ ]?check(?:er)?\W{0,3}([^\W\d_]+)", re.IGNORECASE)
_EXACT = re.compile(r"factcheck ?: ?ignore ?\[([^\[\]]*)\](.*)")
_UNTIL = re.compile(r"\buntil ?[=:] ?(\S*)")
_ITEM = re.compile(r"(\w+) ?= ?(.*)")
_VERBS = ("ignore", "disable", "suppress", "noqa")
_LIKENESS = 0.7
_AROUND = " .,:;–—-"
_MARKERS = re.compile(r"\s*\n[\s>]*")
_WORD = re.compile(r"\w")
_BLANK_LINE = re.compile(r"\n\s*\n")

Placed = tuple[Span, Block]
"""A block with its span in the source."""


def read(path: str, source: str, composed: Composed, comments: Iterable[Span]) -> tuple[Ignore, ...]:
    """The ignores among an article's comments (spans of its source), in order; what cannot be read as one has
    its `problem`.

    One that stands alone covers the next block, one within a line of text that line.
    """
    meant = [span for span in sorted(comments) if _meant(source[slice(*span)])]
    if not meant:
        return ()
    places = composed.places
    blocks = [(places.span(block.start, block.end), block) for block in composed.blocks]
    return tuple(_ignore(path, source, composed, blocks, span) for span in meant)


def _meant(comment: str) -> bool:
    """Whether somebody meant to ignore something, whatever the spelling."""
    match = _MEANT.match(_inside(comment))
    return match is not None and nearest(match[1], _VERBS, _LIKENESS) is not None


def _inside(comment: str) -> str:
    return " ".join(inside(_MARKERS.sub(" ", comment).strip()).split())


def _ignore(path: str, source: str, composed: Composed, blocks: Sequence[Placed], span: Span) -> Ignore:
    start, end = span
    closed = source.endswith("-->", start, end) or not source.startswith("<!--", start)
    end = end if closed else _line_end(source, start)
    line, column = composed.places.line(start)
    lines = _covered(source, composed, blocks, span)
    blank = Ignore(path, line, column, source[start:end], lines)
    if not closed:
        return replace(blank, problem="is not closed: end it with `-->`")
    return _parsed(_inside(blank.text), blank)


def _covered(source: str, composed: Composed, blocks: Sequence[Placed], span: Span) -> Span:
    """The lines of the next block, where the comment's own hold nothing else; else these."""
    start, end = source.rfind("\n", 0, span[0]) + 1, _line_end(source, span[1])
    places = composed.places
    own = (places.line(span[0])[0], places.line(span[1])[0])
    if _WORD.search(composed.text, *places.shown(start, end)):
        return own
    first = bisect_left(blocks, span[1], key=lambda placed: placed[0][0])
    if first == len(blocks):
        return own
    return places.line(blocks[first][0][0])[0], places.line(_end(source, blocks, first))[0]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _end(source: str, blocks: Sequence[Placed], first: int) -> int:
    """Where a block ends: a table with its last row, a quotation with its last paragraph."""
    (_, end), last = blocks[first]
    for (start, stop), block in islice(blocks, first + 1, None):
        between = source[end:start]
        whole = block.kind == last.kind and block.kind in ("row", "quote") and not _BLANK_LINE.search(between)
        if "\n" in between and not whole:
            break
        end, last = stop, block
    return end


def _parsed(inside: str, blank: Ignore) -> Ignore:
    match = _EXACT.fullmatch(inside)
    if match is None:
        return replace(blank, problem=f"cannot be read: write it as {FORM}")
    until = _UNTIL.search(match[2])
    reason = (match[2].replace(until[0], " ", 1) if until else match[2]).strip(_AROUND)
    rules, claims, problems = _items(match[1])
    if until and not _is_day(until[1]):
        problems.append(f"no such day: `{until[1]}` (write it as until=2026-12-31)")
    return replace(
        blank,
        rules=rules,
        claims=claims,
        until=until[1] if until else None,
        reason=" ".join(reason.split()) if _WORD.search(reason) else "",
        problem=next(iter(problems), ""),
    )


def _items(written: str) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    """The rules and the claims between the brackets, and what is wrong with them."""
    rules, claims, problems = [], [], []
    for item in filter(None, map(str.strip, written.split(","))):
        match = _ITEM.fullmatch(item)
        if match is None:
            rules.append(item)
        elif match[1] == "claim" and match[2]:
            claims.append(match[2])
        else:
            problems.append(_misplaced(match[1]))
    if not rules and not problems:
        problems.append("names no rule: write, for instance, ignore[discrepancy]")
    return tuple(rules), tuple(claims), problems


def _misplaced(key: str) -> str:
    if key == "until":
        return "`until=` stands after the bracket"
    return f"`{key}=` cannot stand in the bracket: rules do, and claim=ID"


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
