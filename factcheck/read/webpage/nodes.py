"""A web page's elements and texts as a reader sees them: what is shown, and what parts blocks."""

from __future__ import annotations

import re
import sys
from typing import Any

Node = Any
"""A node of justhtml's tree, an element, a text or a comment; its classes are not imported at the start."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NO_TEXT = "not text"
_NO_TEXT = frozenset(
    {"script", "style", "template", "noscript", "noframes", "noembed", "head", "title", "iframe", "object"}
    | {
        "embed",
        "audio",
        "video",
        "canvas",
        "svg",
        "math",
        "img",
        "map",
        "area",
        "progress",
        "meter",
        "dialog",
    }
    | {"input", "button", "select", "datalist", "textarea"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i"}
    | {
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "samp",
        "small",
        "span",
        "strong",
    }
    | {"sub", "sup", "time", "tt", "u", "var", "wbr", "del", "s", "strike"}
)
_STRUCK = frozenset({"del", "s", "strike"})
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING = re.compile(
    r"(?:^|\s)(?:sr-only|(?:is-|u-)?visually-?hidden|(?:is|u)-hidden|screen-reader(?:-text|-only)?)(?:\s|$)"
)


def is_inline(name: str) -> bool:
    """Whether a tag of this name parts no blocks; a word processor's own (`o:p`, `st1:place`) part none."""
    return name in _INLINE or ":" in name


def unshown(node: Node) -> str:
    """Why a reader does not see an element's text; empty where he does."""
    name, attrs = node.name, node.attrs
    if name in _NO_TEXT:
        return NO_TEXT
    if name in _STRUCK:
        return "struck out"
    if not attrs:
        return ""
    hidden = "hidden" in attrs and attrs["hidden"] != "until-found"
    if hidden or attrs.get("aria-hidden") == "true" or _UNSHOWN.search(attrs.get("style") or ""):
        return "hidden"
    return "hidden" if _HIDING.search(attrs.get("class") or "") else ""


def attribute(node: Node, name: str) -> str:
    """An attribute of an element; empty where it has none."""
    return (node.attrs.get(name) if node.attrs else None) or ""


def text_of(node: Node, most: int = sys.maxsize) -> str:
    """All text below a node, on one line, hidden or not; of one with more texts than `most`, some of it."""
    found: list[str] = []
    stack = [node]
    while stack and len(found) < most:
        node = stack.pop()
        if node.name == "#text":
            found.append(node.data)
        elif node.children and (node.name not in _NO_TEXT or node.name == "title"):
            stack.extend(reversed(node.children))
            if not is_inline(node.name):
                found.append(" ")
    return " ".join("".join(found).split())
