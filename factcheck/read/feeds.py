"""Feeds, exports and news items in XML: WordPress, RSS, Atom, NITF and NewsML-G2, told by their root."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.entities import html5
from xml.etree.ElementTree import Element
from xml.parsers import expat

from factcheck.errors import ReadError
from factcheck.read import xml
from factcheck.read.draft import Draft, Part
from factcheck.read.items import Names, article, body, html_parts, left_out, line, text_parts, tried
from factcheck.read.newsml import news_items, news_message, nitf, within
from factcheck.read.xml import local

Reader = Callable[[Element], Iterator[Draft]]

_KNOWN = "WordPress exports, RSS, Atom, NITF and NewsML-G2"
_HEAD = 64 << 10
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = (b"amp", b"lt", b"gt", b"quot", b"apos")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32)))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CLOSED = re.compile(r"\[/([a-z][\w-]{0,40})\]")
_SHORTCODE = re.compile(r"\[/?([a-z][\w-]{0,40})((?:\s[^\[\]]*)?)/?\]")


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The articles of a file, one draft an item, named by its id.

    What is no article (drafts, pages, attachments) and what is damaged are drafts without parts, whose aside
    tells why. Raises ReadError for XML that cannot be read, or is none of those that are known.
    """
    if len(data) <= xml.BYTES:
        data = _mended(data)
    _check_root(path, data)
    root = xml.parse(path, data)
    return _READERS[local(root)](root)


def _mended(data: bytes) -> bytes:
    """What exports hold and XML may not: control characters, and entities of HTML, as references."""
    if b"\0" in data[:4]:  # UTF-16
        return data
    if data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        data = data.translate(None, _CONTROLS)
    return _ENTITY.sub(_reference, data)


def _reference(match: re.Match[bytes]) -> bytes:
    if match[1] in _OWN:
        return match[0]
    signs = html5.get(match[1].decode() + ";", "")
    return b"".join(b"&#%d;" % ord(sign) for sign in signs) or b"&amp;" + match[0][1:]


class _RootError(Exception):
    """The root element begins; its name is the argument."""


def _check_root(path: str, data: bytes) -> None:
    """What is none of the known is refused by its root, before the rest is read."""

    def begin(name: str, _attributes: object) -> None:
        raise _RootError(name.rpartition(":")[2])

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    try:
        parser.Parse(data[:_HEAD], False)
    except _RootError as root:
        if root.args[0] not in _READERS:
            said = f"XML whose root is `{root.args[0][:40]}`"
            raise ReadError(f"{path}: {said}, which is not known (known are {_KNOWN})") from None
        return
    except (expat.ExpatError, ValueError, LookupError):
        return  # what is wrong is told where it is parsed
    if len(data) > _HEAD:
        raise ReadError(f"{path}: no element in {_HEAD >> 10} kB of XML (known are {_KNOWN})")


def said(element: Element, *names: str) -> str:
    """The text of the first child of one of the names, the weightiest first, that has any."""
    for name in names:
        for child in element:
            if local(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return ""


def _rss(root: Element) -> Iterator[Draft]:
    channel = next((child for child in root if local(child) == "channel"), root)
    spoken = said(channel, "language")
    names = Names()
    # RSS 1.0 (RDF) has its items beside the channel
    items = [item for parent in dict.fromkeys((channel, root)) for item in parent if local(item) == "item"]
    for number, item in enumerate(items, 1):
        yield from (
            _post(item, number, names, spoken)
            if said(item, "post_type")
            else _item(item, number, names, spoken)
        )


def _item(item: Element, number: int, names: Names, spoken: str) -> Iterator[Draft]:
    about = next((value for key, value in item.attrib.items() if key.endswith("}about")), "")
    name = names.take(said(item, "guid", "link") or about, f"item-{number}")
    title = line(said(item, "title"))
    html = _encoded(item, "content") or said(item, "description", "summary")
    dated = said(item, "pubDate", "date", "published", "updated")
    spoken = said(item, "language") or spoken
    yield from _made(name, title, dated, spoken, lambda: body(html))


def _post(item: Element, number: int, names: Names, spoken: str) -> Iterator[Draft]:
    """A post of a WordPress export: one that is published."""
    number_told = said(item, "post_id")
    name = names.take(f"post-{number_told}" if number_told else said(item, "guid"), f"item-{number}")
    title = line(said(item, "title"))
    kind, status = said(item, "post_type"), said(item, "status")
    if kind != "post" or status != "publish":
        yield left_out(name, title, f"no published post: {kind[:40]}, {status[:40]}")
        return
    dated = said(item, "post_date", "post_date_gmt")
    dated = said(item, "pubDate") if not dated or dated.startswith("0000") else dated
    html = _unshortened(_encoded(item, "content"))
    yield from _made(name, title, dated, spoken, lambda: html_parts(html, paragraphs=True))


def _made(
    name: str, title: str, dated: str, spoken: str, read: Callable[[], tuple[Part, ...]]
) -> Iterator[Draft]:
    def make() -> Iterator[Draft]:
        parts = read()
        yield (
            article(name, title, parts, dated, spoken)
            if parts or title
            else left_out(name, title, "an item without text")
        )

    return tried(name, make(), title)


def _encoded(item: Element, of: str) -> str:
    """`content:encoded`, which an excerpt's namesake (`excerpt:encoded`) is not."""
    for child in item:
        if local(child) == "encoded" and of in child.tag.partition("}")[0]:
            return "".join(child.itertext())
    return ""


def _unshortened(html: str) -> str:
    """HTML without shortcodes: `[gallery ids="1"]` has attributes or is closed, `[sic]` is a word."""
    closed = {match[1] for match in _CLOSED.finditer(html)}

    def instead(match: re.Match[str]) -> str:
        if match[1] == "caption" and match[1] in closed:
            return "</figcaption>" if match[0][1] == "/" else "<figcaption>"
        return "" if "=" in match[2] or match[1] in closed or match[1] == "gallery" else match[0]

    return _SHORTCODE.sub(instead, html)


def _atom(root: Element) -> Iterator[Draft]:
    names = Names()
    entries = [entry for entry in root if local(entry) == "entry"] or [root]
    for number, entry in enumerate(entries, 1):
        name = names.take(said(entry, "id") or _href(entry), f"item-{number}")
        title = line(said(entry, "title"))
        texts = [child for kind in ("content", "summary") for child in entry if local(child) == kind]
        text = next((child for child in texts if "".join(child.itertext()).strip()), None)
        spoken = _spoken(text, entry, root)
        dated = said(entry, "published", "issued", "updated", "modified")
        yield from _made(name, title, dated, spoken, lambda text=text: _content(text))  # type: ignore[misc]


def _href(entry: Element) -> str:
    return next((child.get("href", "") for child in entry if local(child) == "link"), "")


def _spoken(*elements: Element | None) -> str:
    said_by = (element.get(_LANGUAGE, "") for element in elements if element is not None)
    return next(filter(None, said_by), "")


def _content(text: Element | None) -> tuple[Part, ...]:
    """An Atom text construct (RFC 4287, 3.1): plain, escaped HTML, or XHTML."""
    if text is None:
        return ()
    kind = text.get("type", "text")
    if "xhtml" in kind or "xml" in kind:
        return html_parts(within(text))
    plain = "".join(text.itertext())
    return html_parts(plain) if "html" in kind else text_parts(plain) if kind == "text" else body(plain)


_READERS: dict[str, Reader] = {
    "rss": _rss,
    "RDF": _rss,
    "feed": _atom,
    "entry": _atom,
    "nitf": nitf,
    "newsItem": news_items,
    "newsMessage": news_message,
}
