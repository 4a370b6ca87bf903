"""News items of agencies: NITF, and NewsML-G2 with XHTML, NITF or plain text in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

from factcheck.read.draft import Draft, Part, Piece
from factcheck.read.items import Names, article, html_parts, left_out, line, text_parts, tried
from factcheck.read.xml import local

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_KEPT = ("href", "src", "id", "colspan", "rowspan")
_HTML = {
    "hl1": "h1", "hl2": "h2", "bq": "blockquote", "block": "div", "media-caption": "figcaption",
    "media": "figure", "nitf-table": "div", "body.content": "div",
}  # fmt: skip
_SAME = frozenset((
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "blockquote", "pre", "figure",
    "figcaption", "a", "b", "i", "em", "strong", "sub", "sup", "br", "hr", "q", "s", "del", "ins", "small",
    "aside",
))  # fmt: skip
_UNREAD = ("media-metadata", "media-producer", "media-reference", "media-object", "byline", "dateline")


def within(element: Element) -> str:
    """What stands in an element, as HTML; the element's own tag is a `div`."""
    return tostring(_as_html(element, "div"), encoding="unicode", method="html")


def _as_html(element: Element, name: str = "") -> Element:
    """A copy in the names of HTML, without namespaces and most attributes."""
    own = local(element)  # agencies mark up names and figures within a sentence: those are spans
    made = Element(name or _HTML.get(own, own if own in _SAME else "span"))
    made.text, made.tail = element.text, element.tail
    made.attrib.update({key: value for key, value in element.attrib.items() if key in _KEPT})
    for child in element:
        if local(child) and local(child) not in _UNREAD:
            made.append(_as_html(child))
        elif child.tail:
            made.append(_tail(child.tail))
    return made


def _tail(text: str) -> Element:
    made = Element("span")
    made.tail = text
    return made


def nitf(root: Element) -> Iterator[Draft]:
    """The article of a NITF document."""
    dated = _attribute(root, "date.issue", "norm") or _attribute(root, "pubdata", "date.publication")
    yield from tried("", _of_nitf(root, "", dated, root.get(_LANGUAGE, ""), ""))


def _of_nitf(root: Element, name: str, dated: str, spoken: str, title: str) -> Iterator[Draft]:
    title = _text(root, "hl1") or _text(root, "title") or title
    head = _first(root, "body.head")
    parts = [] if head is None else list(_standfirst(head))
    content = _first(root, "body.content")
    if content is not None:
        parts += _shifted(html_parts(within(content)), len(parts))
    yield article(name, title, parts, dated, spoken)


def _standfirst(head: Element) -> Iterator[Part]:
    hedline = _first(head, "hedline")
    for element in () if hedline is None else hedline:
        if local(element) == "hl2" and (text := line("".join(element.itertext()))):
            yield Part("heading", (Piece(text),))
    abstract = _first(head, "abstract")
    if abstract is not None:
        yield from html_parts(within(abstract))


def _shifted(parts: tuple[Part, ...], by: int) -> list[Part]:
    return [part if part.header is None else replace(part, header=part.header + by) for part in parts]


def news_items(root: Element) -> Iterator[Draft]:
    """The article of a NewsML-G2 item."""
    yield from _news_item(root, "")


def news_message(root: Element) -> Iterator[Draft]:
    """The articles of a NewsML-G2 message, each named by its guid."""
    names = Names()
    items = (element for element in root.iter() if local(element) == "newsItem")
    for number, item in enumerate(items, 1):
        yield from _news_item(item, names.take(item.get("guid", ""), f"item-{number}"))


def _news_item(item: Element, name: str) -> Iterator[Draft]:
    title = _text(item, "headline")
    status = _attribute(item, "pubStatus", "qcode").rpartition(":")[2]
    if status in ("canceled", "withheld"):
        yield left_out(name, title, f"no published item: {status}")
        return
    dated = _text(item, "versionCreated") or _text(item, "firstCreated") or _text(item, "contentCreated")
    content = _first(item, "contentSet")
    spoken = _attribute(item, "language", "tag") or item.get(_LANGUAGE, "")
    yield from tried(name, _of_content(content, name, title, dated, spoken), title)


def _of_content(content: Element | None, name: str, title: str, dated: str, spoken: str) -> Iterator[Draft]:
    for kind in () if content is None else content:
        inner = _first(kind, "nitf")
        if local(kind) == "inlineXML" and inner is not None:
            yield from _of_nitf(inner, name, dated, spoken, title)
            return
        page = _first(kind, "body") if local(kind) == "inlineXML" else None
        text = "".join(kind.itertext()) if local(kind) == "inlineData" else ""
        if page is not None or text.strip():
            parts = html_parts(within(page)) if page is not None else text_parts(text)
            yield article(name, title, parts, dated, spoken)
            return
    yield left_out(name, title, "an item without text")


def _first(root: Element, name: str) -> Element | None:
    return next((element for element in root.iter() if local(element) == name), None)


def _text(root: Element, name: str) -> str:
    found = (line("".join(element.itertext())) for element in root.iter() if local(element) == name)
    return next(filter(None, found), "")


def _attribute(root: Element, name: str, key: str) -> str:
    found = (element.get(key, "") for element in root.iter() if local(element) == name)
    return next(filter(None, found), "")
