"""News in JSON: ninjs (IPTC), and ANS, the format of Arc XP."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.errors import ReadError
from factcheck.read.decode import decode
from factcheck.read.draft import Aside, Draft, Part, Piece
from factcheck.read.items import Names, article, html_parts, left_out, line, text_parts, tried

DEPTH = 20
"""How deep elements of ANS may be nested."""
_KNOWN = "known are ninjs and ANS; articles in other JSON are read as .jsonl, one a line"
_WRAPPERS = ("items", "_items", "content_elements")
_NINJS_TEXTS = ("body_html", "body_xhtml", "body_text", "bodies")
_NINJS_DATES = (
    "published",
    "firstpublished",
    "versioncreated",
    "versionCreated",
    "firstcreated",
    "firstCreated",
)
_ANS_DATES = ("display_date", "first_publish_date", "publish_date", "created_date")

Item = Mapping[str, Any]


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The articles of a ninjs or ANS file: one item, or a list of them, each named by its id.

    What is not published and what has no text are drafts without parts, whose aside tells why. Raises
    ReadError for what is no JSON, and for JSON that is neither.
    """
    told = _json(path, data)
    if isinstance(told, dict) and _reader(told):
        return _read(told, "")
    items = _listed(told)
    if not any(_reader(item) for item in items):
        raise ReadError(f"{path}: JSON that is no news item ({_KNOWN})")
    return _each(items)


def _json(path: str, data: bytes) -> Any:
    try:
        return json.loads(decode(path, data))
    except (ValueError, RecursionError) as error:
        said = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise ReadError(f"{path}: no JSON: {said[:200]} (export it anew)") from None


def _listed(told: Any) -> list[Item]:
    """The items of a list, or of what an interface wraps around one."""
    if isinstance(told, dict):
        told = next((told[key] for key in _WRAPPERS if isinstance(told.get(key), list)), [])
    return [item for item in told if isinstance(item, dict)] if isinstance(told, list) else []


def _reader(item: Item) -> str:
    """Which format an item is of."""
    elements = item.get("content_elements")
    if isinstance(elements, list) and _reads_as_story(item, elements):
        return "ANS"
    headed = "uri" in item and any(key in item for key in ("headline", "headlines", "versioncreated", "type"))
    return "ninjs" if headed or ("uri" in item and any(key in item for key in _NINJS_TEXTS)) else ""


def _reads_as_story(item: Item, elements: list[Any]) -> bool:
    """A story is told by its own keys; a list of stories (a search's answer) has elements that are ones."""
    nested = any(
        isinstance(part, dict) and "content_elements" in part and "headlines" in part for part in elements
    )
    return not nested and (item.get("type") == "story" or "headlines" in item or "_id" in item)


def _each(items: list[Item]) -> Iterator[Draft]:
    names = Names()
    for number, item in enumerate(items, 1):
        said = _text(item, "_id") or _text(item, "uri") or _text(item, "slug")
        yield from _read(item, names.take(said, f"item-{number}"))


def _read(item: Item, name: str) -> Iterator[Draft]:
    format_ = _reader(item)
    title = _title(item)
    status = _text(item, "pubstatus") or _text(item, "pubStatus") or "usable"
    revision = item.get("revision")
    if not format_:
        yield left_out(name, title, "no news item")
    elif status not in ("usable", "stat:usable"):
        yield left_out(name, title, f"no published item: {status[:40]}")
    elif isinstance(revision, dict) and revision.get("published") is False:
        yield left_out(name, title, "no published item: a draft")
    else:
        make = _ans if format_ == "ANS" else _ninjs
        yield from tried(name, make(item, name, title), title)


def _ninjs(item: Item, name: str, title: str) -> Iterator[Draft]:
    parts = _ninjs_parts(item)
    if not parts:
        yield left_out(name, title, "an item without text")
        return
    yield article(name, title, parts, _dated(item, _NINJS_DATES), _text(item, "language"))


def _ninjs_parts(item: Item) -> tuple[Part, ...]:
    """The body as HTML, else as text; since 2.0 it stands in a list of `bodies`."""
    texts = {key: _text(item, key) for key in ("body_html", "body_xhtml", "body_text")}
    for body in item.get("bodies") if isinstance(item.get("bodies"), list) else ():  # type: ignore[union-attr]
        if isinstance(body, dict):
            kind = (
                "body_html"
                if "html" in _text(body, "contenttype") + _text(body, "contentType")
                else "body_text"
            )
            texts[kind] = texts[kind] or _text(body, "value")
    if html := texts["body_html"] or texts["body_xhtml"]:
        return html_parts(html)
    return text_parts(texts["body_text"])


def _ans(item: Item, name: str, title: str) -> Iterator[Draft]:
    parts: list[Part] = []
    asides: list[Aside] = []
    if standfirst := line(_inner(item, "subheadlines")):
        parts.append(Part("paragraph", (Piece(standfirst),)))
    _elements(item["content_elements"], parts, asides, 0)
    if not parts:
        yield left_out(name, title, "an item without text")
        return
    made = article(name, title, parts, _dated(item, _ANS_DATES), _text(item, "language"))
    yield Draft(
        made.parts, None, title, made.date, made.date_from, made.language, name, (), (*made.asides, *asides)
    )


def _elements(elements: Any, parts: list[Part], asides: list[Aside], depth: int) -> None:
    """The parts of ANS's elements, by their types (ANS 0.10, story_elements)."""
    if depth > DEPTH:
        raise ReadError(f"elements nested more than {DEPTH} deep")
    for element in elements if isinstance(elements, list) else ():
        if isinstance(element, dict):
            _element(element, parts, asides, depth)


def _element(element: Item, parts: list[Part], asides: list[Aside], depth: int) -> None:
    kind, content = _text(element, "type"), _text(element, "content")
    if kind in ("text", "raw_html", "correction", "endorsement"):
        made = html_parts(content or _text(element, "text"))
        parts.extend(_moved(part, len(parts)) for part in made)
    elif kind == "header":
        parts.append(Part("heading", (Piece(line(content)),)))
    elif kind == "list":
        _list(element, parts, depth)
    elif kind == "quote":
        inner: list[Part] = []
        _elements(element.get("content_elements"), inner, asides, depth + 1)
        parts.extend(Part("quote", part.pieces) for part in inner)
    elif kind == "table":
        _table(element, parts)
    elif kind == "image":
        if caption := _text(element, "caption"):
            parts.extend(Part("caption", part.pieces) for part in html_parts(caption))
    elif content:
        asides.append(Aside(line(content[:400])[:200], "", f"an element of type {kind[:40]}"))


def _list(element: Item, parts: list[Part], depth: int, inner: int = 0) -> None:
    if depth + inner > DEPTH:
        raise ReadError(f"lists nested more than {DEPTH} deep")
    items = element.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and item.get("type") == "list":
            _list(item, parts, depth, inner + 1)
        elif isinstance(item, dict):
            parts.extend(
                Part("item", part.pieces, depth=inner) for part in html_parts(_text(item, "content"))
            )


def _table(element: Item, parts: list[Part]) -> None:
    header = None
    for number, cells in enumerate((element.get("header"), *_rows(element))):
        if not isinstance(cells, list) or not cells:
            continue
        texts = (line(_text(cell, "content") if isinstance(cell, dict) else str(cell)) for cell in cells)
        parts.append(Part("row", (Piece(" | ".join(texts)),), header=header))
        header = len(parts) - 1 if number == 0 else header


def _rows(element: Item) -> list[Any]:
    rows = element.get("rows")
    return rows if isinstance(rows, list) else []


def _moved(part: Part, by: int) -> Part:
    header = None if part.header is None else part.header + by
    return Part(part.kind, part.pieces, part.place, header, part.depth)


def _title(item: Item) -> str:
    """ninjs 1 has a `headline`, 2 and 3 a list of `headlines`, ANS an object of them."""
    listed = item.get("headlines")
    first = listed[0] if isinstance(listed, list) and listed else None
    said = first.get("value") if isinstance(first, dict) else None
    return line(
        _inner(item, "headlines") or (said if isinstance(said, str) else "") or _text(item, "headline")
    )


def _inner(item: Item, key: str) -> str:
    held = item.get(key)
    return _text(held, "basic") if isinstance(held, dict) else ""


def _text(item: Item, key: str) -> str:
    held = item.get(key)
    return held if isinstance(held, str) else ""


def _dated(item: Item, keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := _text(item, key))), "")
