"""A rule's page, its docstring, in the pieces that reports show."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from textwrap import dedent

from factcheck.check.rules import Rule

_PART = re.compile(r"^(\w[\w ]*):(?: |\n)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule flags in a sentence, why, what to do about it, and the whole page as text and Markdown."""

    summary: str
    why: str
    action: str
    text: str
    markdown: str


def page(rule: Rule) -> Page:
    """The page of a rule: a first line, then parts that begin with `Why:`, `Flagged:` and the like."""
    text = inspect.cleandoc(rule.__doc__ or "")
    head, *rest = _PART.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    summary = head.strip()
    why, action = (_sentences(parts.get(name, summary)) for name in ("Why", "What to do"))
    shown = [_shown(name, part) for name, part in parts.items()]
    return Page(summary, why, action, text, "\n\n".join((summary, *shown)) + "\n")


def _sentences(part: str) -> str:
    """The first paragraph of a part as a text of its own."""
    text = " ".join(part.partition("\n\n")[0].split())
    return text[:1].upper() + text[1:]


def _shown(name: str, part: str) -> str:
    """A part as Markdown; what is indented is code, the blank lines in it too."""
    runs = groupby(part.strip("\n").split("\n\n"), key=lambda block: block.startswith("    "))
    blocks = [_code(members) if indented else _prose(members) for indented, members in runs]
    gap = "\n\n" if part.startswith("    ") else " "
    return f"**{name}:**{gap}" + "\n\n".join(blocks)


def _code(paragraphs: Iterable[str]) -> str:
    example = dedent("\n\n".join(paragraphs))
    return f"```\n{example}\n```"


def _prose(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
