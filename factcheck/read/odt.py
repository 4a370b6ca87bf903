"""Text documents of OpenOffice and LibreOffice (OpenDocument 1.3): packed (.odt) or flat (.fodt)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal
from xml.etree.ElementTree import Element

from factcheck.errors import ReadError
from factcheck.read.documents import drafted
from factcheck.read.draft import Changes, Draft
from factcheck.read.items import day
from factcheck.read.odtnames import attribute, name, named_in
from factcheck.read.odtstory import Story
from factcheck.read.packed import Packed
from factcheck.read.wordstyles import Style, inherited, named
from factcheck.read.xml import parse

_WHAT: Mapping[Literal[".odt", ".ods"], str] = {".odt": "text document", ".ods": "workbook"}


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document, with its tracked changes or as it was before them.

    Its place is told in paragraphs (`¶12`): those that show something, a table's row as one. Comments,
    headers, footers and pictures' descriptions are not read. Raises ReadError for what is no such document,
    is encrypted, damaged or too large.
    """
    content, meta, styled = opened(path, data, ".odt")
    body = next(named_in(content, "office:text"), None)
    if body is None:
        raise ReadError(f"{path}: no text document in it (save it as .odt)")
    story = Story(_styles([content, *styled]), changes)
    story.learn(content)
    story.read(body)
    title, created, language = properties(meta)
    yield drafted(story.parts, story.asides, title, story.date or created, language)


def opened(
    path: str, data: bytes, kind: Literal[".odt", ".ods"]
) -> tuple[Element, Element | None, list[Element]]:
    """The roots of a document's files: its contents, its properties, its styles; a flat one is all in one.

    `kind` is what it should be saved as. Raises ReadError for what is none, is encrypted, damaged or too
    large.
    """
    if path.lower().endswith((".fodt", ".fods")):
        root = parse(path, data)
        return root, next(named_in(root, "office:meta"), None), []
    packed = Packed(path, data, kind)
    manifest = packed.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in packed.names:
        raise ReadError(f"{path}: is encrypted (save it without a password)")
    content = packed.read("content.xml")
    if content is None:
        raise ReadError(f"{path}: no {_WHAT[kind]} in it (save it as {kind})")
    others = {part: packed.read(part) for part in ("meta.xml", "styles.xml")}
    meta, styles = (parse(path, said, part) if said else None for part, said in others.items())
    return parse(path, content, "content.xml"), meta, [styles] if styles is not None else []


def properties(meta: Element | None) -> tuple[str, str | None, str | None]:
    """The title, the day of creation (or of the last change) and the language of a document."""
    said: dict[str, str] = {}
    for element in meta.iter() if meta is not None else ():
        said.setdefault(name(element).rpartition(":")[2], " ".join((element.text or "").split()))
    date = day(said.get("creation-date", "")) or day(said.get("date", ""))
    return said.get("title", ""), date, said.get("language") or None


def _styles(roots: Sequence[Element]) -> dict[str, Style]:
    """What each style of paragraphs and of text is for, the automatic ones, too, by name."""
    own: dict[str, Style] = {}
    based: dict[str, str] = {}
    for root in roots:
        for element in named_in(root, "style:style"):
            key = attribute(element, "style:name")
            if attribute(element, "style:family") in ("paragraph", "text"):
                own.setdefault(key, _style(element, key))
                based.setdefault(key, attribute(element, "style:parent-style-name"))
    return inherited(own, based)


def _style(element: Element, key: str) -> Style:
    called = attribute(element, "style:display-name") or key.replace("_20_", " ")
    hidden = any(attribute(one, "text:display") == "none" for one in element)
    style = replace(named(called), hidden=hidden)
    level = attribute(element, "style:default-outline-level")
    return replace(style, kind="heading") if style.kind is None and level.isdigit() else style
