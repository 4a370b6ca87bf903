"""Word documents (Office Open XML, ECMA-376; the strict kind, too)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from factcheck.errors import ReadError
from factcheck.read.documents import drafted, noted
from factcheck.read.draft import Changes, Draft
from factcheck.read.package import Relation, of_kind, properties, related
from factcheck.read.packed import Packed
from factcheck.read.wordml import Story
from factcheck.read.wordnames import child, is_on, name, value
from factcheck.read.wordstyles import Style, inherited, named
from factcheck.read.xml import parse, whole

_DEFAULT = "word/document.xml"


def drafts(path: str, data: bytes, changes: Changes = "accepted") -> Iterator[Draft]:
    """The one article of a document, with its tracked changes or as it was before them.

    Its place is told in paragraphs (`¶12`): those that show something, a table's row as one. Comments,
    headers, footers and pictures' descriptions are not read; hidden text, the table of contents and what the
    changes take are left aside. Raises ReadError for what is no such document, is encrypted, damaged or too
    large.
    """
    packed = Packed(path, data, ".docx")
    document, relations = opened(packed)
    story = told(packed, document, relations, changes)
    title, created, language = properties(packed)
    yield drafted(story.parts, story.asides, title, story.date or created, language)


def opened(packed: Packed) -> tuple[Element, Mapping[str, Relation]]:
    """The root of a document's main part, and what that refers to, by id. Raises ReadError for none."""
    main = of_kind(related(packed, ""), "officeDocument") or _DEFAULT
    data = packed.read(main)
    root = parse(packed.path, data, main) if data else None
    if root is None or child(root, "body") is None:
        raise ReadError(f"{packed.path}: no Word document in it (save it as .docx)")
    return root, related(packed, main)


def told(packed: Packed, root: Element, relations: Mapping[str, Relation], changes: Changes) -> Story:
    """The story of a document's main part, with the notes that it refers to."""
    links = {key: one.target for key, one in relations.items() if one.kind == "hyperlink"}
    styles = _styles(packed, of_kind(relations, "styles") or "word/styles.xml")
    story = Story(links, _notes(packed, relations, styles, changes), styles, changes)
    body = child(root, "body")
    if body is not None:
        story.read(body)
    return story


def _notes(
    packed: Packed, relations: Mapping[str, Relation], styles: Mapping[str, Style], changes: Changes
) -> dict[tuple[str, str], str]:
    """The texts of footnotes and endnotes, by kind and number, with where their links lead."""
    found: dict[tuple[str, str], str] = {}
    for kind in ("footnote", "endnote"):
        source = of_kind(relations, f"{kind}s") or f"word/{kind}s.xml"
        data = packed.read(source)
        if not data:
            continue
        links = {key: one.target for key, one in related(packed, source).items() if one.kind == "hyperlink"}
        for note in parse(packed.path, data, source):
            story = Story(links, styles=styles, changes=changes)
            story.read(note)
            found[kind, value(note, "id")] = noted(story.parts)
    return found


def _styles(packed: Packed, source: str) -> dict[str, Style]:
    """What each style is for, by its id."""
    data = packed.read(source)
    own: dict[str, Style] = {}
    based: dict[str, str] = {}
    for element in parse(packed.path, data, source) if data else ():
        if name(element) == "style":
            key = value(element, "styleId")
            own[key] = _style(element, value(child(element, "name")) or key)
            based[key] = value(child(element, "basedOn"))
    return inherited(own, based)


def _style(element: Element, called: str) -> Style:
    style = replace(named(called), hidden=is_on(child(element, "rPr", "vanish")))
    if style.kind is None:
        outline = value(child(element, "pPr", "outlineLvl"))
        if whole(outline, 9) < 9:
            return replace(style, kind="heading")
        if value(child(element, "pPr", "numPr", "numId")) not in ("", "0"):
            level = value(child(element, "pPr", "numPr", "ilvl"))
            return replace(style, kind="item", depth=whole(level, digits=2) + 1)
    return style
