"""What a YAML syntax error means to the editor who made it, and the mend."""

from __future__ import annotations

from typing import Any

import yaml

MAX_DEPTH = 32
TOO_DEEP = f"nested more than {MAX_DEPTH} deep"
Position = tuple[int, int]
"""Line and column, from 0."""

_HINTS = (
    ("mapping values are not allowed", "a text that holds `: ` needs quotes (or the indentation is wrong)"),
    ("unknown escape", "a backslash in double quotes: use single quotes"),
    ("tab character", "indent with spaces, not with tabs"),
    ("entries are not allowed", "a list begins on its own line, or is written in brackets: [a, b]"),
)


def explain(error: Exception, text: str) -> tuple[Position, str]:
    """Where in `text` a parser's error is, and what to do about it."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _unreadable(error, text)
    start = getattr(error, "context_mark", None) or mark
    problem, context = _message(error, "problem"), _message(error, "context")
    here, there = (mark.line, mark.column), (start.line, start.column)
    char = text[mark.index : mark.index + 1]
    if beyond_the_parser(error):
        return here, TOO_DEEP
    if "cannot start any token" in problem:
        return here, _HINTS[2][1] if char == "\t" else f"a text that begins with {char} needs quotes"
    if "block scalar" in context and "tab" not in problem:
        return there, 'a value that begins with > or | needs quotes: ">10k"'
    if "end of stream" in problem and "quoted" in context:
        return there, "the quote that opens here is never closed"
    if "scanning an alias" in context or "scanning an anchor" in context:
        return there, "a text that begins with * or & needs quotes"
    if "flow" in context:
        line = there[0] + 1 if there != here else _opened(text)
        return here, f"a comma or the closing bracket is missing (it opens on line {line})"
    for part, hint in _HINTS:
        if part in problem:
            return here, hint
    return here, _misplaced(text, mark.index) if "block" in context else f"{problem} {context}".strip()


def _opened(text: str) -> int:
    """The line, from 1, of the last bracket that is open where a text can be read no further."""
    opened = [1]
    try:
        for token in yaml.scan(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark.line + 1)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                opened = opened[:-1] or [1]
    except yaml.YAMLError:
        pass
    return opened[-1]


def beyond_the_parser(error: Exception) -> bool:
    """Whether a parser gave up at a depth of its own (libyaml from 0.2.6 on: 1,000), far beyond ours: in
    brackets it reads up to a line ahead of what it tells, and is there before we have counted."""
    return "maximum nesting depth" in _message(error, "problem")


def _message(error: Exception, part: str) -> str:
    return getattr(error, part, None) or ""


def _misplaced(text: str, index: int) -> str:
    """Why a block ends too early at `index`."""
    if text[index : index + 1] in ("]", "}"):
        return "this bracket closes nothing"
    before = text[:index].rstrip(" ")
    if before[-1:] in ("'", '"'):
        return "text after the closing quote: double the quote inside, or use the other quotes around"
    return "this line does not fit the ones above it: mend the indentation"


def _unreadable(error: Any, text: str) -> tuple[Position, str]:
    """A character that YAML does not allow; the C parser counts its place in bytes."""
    position = getattr(error, "position", getattr(error, "start", 0)) or 0
    if getattr(error, "encoding", "") == "?":
        position = len(text.encode()[:position].decode(errors="ignore"))
    before = text[:position]
    code = ord(text[position]) if position < len(text) else 0
    place = before.count("\n"), len(before) - before.rfind("\n") - 1
    return place, f"the character U+{code:04X} is not allowed: delete it"
