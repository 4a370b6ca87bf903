"""A rule's page, its docstring, in the pieces that reports show."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from textwrap import dedent

from factcheck.check.rules import Rule

_PART = re.compile(r"^(\w[\w ]*):(?: |\n)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule flags in a sentence, why, and the whole page as text and as Markdown."""

    summary: str
    why: str
    text: str
    markdown: str


def page(rule: Rule) -> Page:
    """The page of a rule: a first line, then parts that begin with `Why:`, `Flagged:` and the like."""
    text = inspect.cleandoc(rule.__doc__ or "")
    head, *rest = _PART.split(text)
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    summary = head.strip()
    shown = "\n\n".join(_shown(name, part) for name, part in parts.items())
    why = " ".join(parts.get("Why", summary).split())
    return Page(summary, why[:1].upper() + why[1:], text, f"{summary}\n\n{shown}\n")


def _shown(name: str, part: str) -> str:
    if not part.startswith("    "):
        return f"**{name}:** {' '.join(part.split())}"
    return f"**{name}:**\n\n```\n{dedent(part).strip()}\n```"
