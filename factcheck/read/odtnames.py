"""The elements of an OpenDocument by their names, and those that a table and its cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from factcheck.read.xml import whole

REPEATED = 100
"""How often a cell may say that it is repeated: past that it fills a sheet."""
_SPACE = re.compile(r"\{urn:oasis:names:tc:opendocument:xmlns:([\w-]+):1\.0\}(.*)", re.DOTALL)
UNREAD = frozenset(
    (
        *("office:annotation", "office:annotation-end", "office:forms", "text:tracked-changes"),
        *("text:ruby-text", "text:sequence-decls", "text:variable-decls", "text:user-field-decls"),
        *("text:hidden-text", "text:hidden-paragraph", "text:script", "text:note-citation"),
        *("text:dde-connection-decls", "drawing:object", "drawing:object-ole"),
        *("svg-compatible:title", "svg-compatible:desc"),
    )
)
"""The elements that hold no text of the article."""
_GROUPS = frozenset(
    f"table:table-{kind}"
    for kind in ("header-rows", "rows", "row-group", "header-columns", "columns", "column-group")
)


def name(element: Element) -> str:
    """An element's name with the usual prefix of its namespace (`text:p`), without one for other ones."""
    return _prefixed(str(element.tag))


@lru_cache(2048)
def _prefixed(tag: str) -> str:
    found = _SPACE.fullmatch(tag)
    return f"{found[1]}:{found[2]}" if found else tag.rpartition("}")[2]


def attribute(element: Element, key: str) -> str:
    """An attribute by its name with the usual prefix (`text:style-name`); empty where it has none."""
    return element.get(_expanded(key), "")


@lru_cache(256)
def _expanded(key: str) -> str:
    prefix, _, local = key.partition(":")
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0}}{local}"


def named_in(root: Element, key: str) -> Iterator[Element]:
    """Every element of a name within one."""
    return root.iter(_expanded(key))


def rows(holder: Element, heads: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, whatever groups them, and whether each is said to head it."""
    for child in holder:
        kind = name(child)
        if kind == "table:table-row":
            yield child, heads
        elif kind in _GROUPS:
            yield from rows(child, heads or kind == "table:table-header-rows")


def cells(row: Element) -> Iterator[Element]:
    """The cells of a row, those that another one covers, too; a repeated one as often as it is."""
    for child in row:
        if name(child) in ("table:table-cell", "table:covered-table-cell"):
            number = repeats(child, "columns")
            for _ in range(number if number <= REPEATED else 1):
                yield child


def repeats(element: Element, what: str) -> int:
    """How often a cell or a row stands there."""
    return whole(attribute(element, f"table:number-{what}-repeated"), 1)


def paragraphs(holder: Element, nested: list[Element]) -> Iterator[Element]:
    """The paragraphs of a cell, in lists, too; tables go to `nested`."""
    for child in holder:
        kind = name(child)
        if kind in ("text:p", "text:h"):
            yield child
        elif kind == "table:table":
            nested.append(child)
        elif kind not in UNREAD and not kind.startswith("drawing:"):
            yield from paragraphs(child, nested)


def said(element: Element) -> str:
    """The text of an element's paragraphs, or its own."""
    return " ".join("".join(paragraph.itertext()) for paragraph in element.iter() if _is_text(paragraph)) or (
        "".join(element.itertext())
    )


def _is_text(element: Element) -> bool:
    return name(element) in ("text:p", "text:h")
