"""Headings that nothing marks as such: short lines that stand alone above some text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.read.draft import Part

_TITLE_LIKE = re.compile(r"[^\n]{0,100}[^\n.!?…:;,»”\")\]]")
_SENTENCE_LIKE = re.compile(r".*[.!?…:][»”\")\]\s]*", re.DOTALL)
_NO_TITLE = re.compile(
    r"(?i)(?:.*\.\w{2,4}|(?:microsoft )?word\b.*|documento?\s?\d*|untitled.*|sans titre.*)"
)
_LONG = 100


def with_headings(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with a short paragraph without a final mark above some text as a heading."""
    found: list[Part] = []
    for part in reversed(parts):
        heads = part.kind == "paragraph" and found and title_like(text_of(part))
        found.append(replace(part, kind="heading") if heads and _heads(found[-1]) else part)
    return reversed(found)


def titled(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts, a heading at their top as the title."""
    headed = tuple(with_headings(parts))
    if headed and headed[0].kind == "heading":
        return (replace(headed[0], kind="title"), *headed[1:])
    return headed


def title_like(text: str) -> bool:
    """Whether a text is short, on one line, and without a mark at its end."""
    return _TITLE_LIKE.fullmatch(text) is not None


def title_of(parts: Sequence[Part]) -> str:
    """The title at the top of some parts, on one line; empty where there is none."""
    return " ".join(text_of(parts[0]).split()) if parts and parts[0].kind == "title" else ""


def given_title(said: str) -> str:
    """The title that a document's properties give, empty where a program, and nobody, calls it so."""
    return "" if _NO_TITLE.fullmatch(said) else said


def text_of(part: Part) -> str:
    """What a part says, as its file has it."""
    return "".join(piece.text for piece in part.pieces).strip()


def _heads(below: Part) -> bool:
    if below.kind != "paragraph":
        return below.kind != "caption"
    text = text_of(below)
    return len(text) > _LONG or _SENTENCE_LIKE.fullmatch(text) is not None
