"""What a web page tells of its article: headline, date and language, whichever way it does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from factcheck.read.days import iso, mailed
from factcheck.read.webpage.nodes import Node, attribute, text_of

_METAS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *("datepublished", "date_published", "published_time", "publish-date", "publish_date", "publishdate"),
    *("pubdate", "publication_date", "publicationdate", "published-date", "parsely-pub-date", "bt:pubdate"),
    *("sailthru.date", "article.published", "originalpublicationdate", "cxenseparse:recs:publishtime"),
    *("article:publicationdate", "article_date_original", "rnews:datepublished", "dc.date.issued"),
    *("dcterms.issued", "dc.issued", "dcterms.created", "dc.date.created", "dc.created", "dcterms.date"),
    *("dc.date", "citation_publication_date", "citation_date", "date"),
)
_ARTICLE = re.compile(r"Article|Posting|Report|Review|Recipe|CreativeWork", re.IGNORECASE)
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{6,40})"')
_DAY = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(?<!\d)(\d{4})(\d\d)(\d\d)(?:T|\d{6}\b|$)"
)
_LOCAL_DAY = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")
_IN_URL = re.compile(
    r"[/=-](\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.?-]|$)|[/=-](20\d\d)([01]\d)([0-3]\d)(?!\d)"
)
_FIRST_YEAR = 1900
_LARGEST_DATA = 500_000  # characters of JSON-LD that are parsed
_PROSE, _ENDS = frozenset({"p", "li", "blockquote", "td"}), (".", "!", "?", "…", "»", "”", '"')
_BYLINE = 5  # words beside a <time>, which is no byline where a sentence of more has it
_NEAR = 400  # elements around the headline among which a <time> is looked for
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of itself: the ISO day on which it was published, the title, the language. `taken` is
    where it tells that day, `others` where it tells another one, and which."""

    title: str = ""
    date: str | None = None
    language: str | None = None
    taken: str = ""
    others: tuple[tuple[str, str], ...] = ()


def told(page: Node, root: Node, title: Node | None) -> Told:
    """The metadata of the article that `root` holds, whose headline is `title`."""
    head = _Head()
    head.read(page)
    name = text_of(title) if title is not None else ""
    said = name or head.metas.get("og:title") or head.metas.get("twitter:title") or head.title
    days = [(where, found) for where, found in _dates(head, root, title) if found]
    taken, first = days[0] if days else ("", None)
    others = tuple((where, found) for where, found in days if first and _apart(found, first))
    return Told(" ".join(said.split()), first, _language(head, root), taken, others)


def _apart(one: str, other: str) -> bool:
    """Whether two days differ by more than a time zone may."""
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) > timedelta(1)


class _Head:
    """The metadata of a page's head, or of wherever they stand."""

    def __init__(self) -> None:
        self.metas: dict[str, str] = {}
        self.data: list[str] = []
        self.title = self.url = ""

    def read(self, page: Node) -> None:
        stack = [page]
        while stack:
            node = stack.pop()
            if node.name == "meta":
                self._meta(node)
            elif node.name == "script":
                if "ld+json" in attribute(node, "type"):
                    self.data.append("".join(child.data for child in node.children)[:_LARGEST_DATA])
            elif node.name == "title" and not self.title:
                self.title = text_of(node)
            elif node.name == "link" and "canonical" in attribute(node, "rel"):
                self.url = self.url or attribute(node, "href")
            elif node.children:
                stack.extend([child for child in reversed(node.children) if child.name != "#text"])

    def _meta(self, node: Node) -> None:
        said = attribute(node, "content").strip()
        name = attribute(node, "property") or attribute(node, "name") or attribute(node, "itemprop")
        if name := name or attribute(node, "http-equiv"):
            self.metas.setdefault(name.strip().lower(), said)


def day(said: str) -> str | None:
    """The ISO day of a date as pages write it: ISO 8601, RFC 822 or a local one whose day is no month.

    The day is that of the place where it was written, whatever the time zone.
    """
    if match := _DAY.search(said):
        year, month, number = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)
        return _real(year, month, number)
    if match := _LOCAL_DAY.search(said):
        first, sign, second, year = match.groups()
        if sign == "." or int(first) > 12:
            return _real(year, second, first)
        return _real(year, first, second) if int(second) > 12 or first == second else None
    return _likely(mailed(said))


def _real(year: str, month: str, number: str) -> str | None:
    return _likely(iso(year, month, number))


def _likely(day: str | None) -> str | None:
    return day if day and _FIRST_YEAR <= int(day[:4]) <= 2100 else None


def _dates(head: _Head, root: Node, title: Node | None) -> Iterator[tuple[str, str | None]]:
    """Where the page tells its day, what counts first first: JSON-LD, the metas, a <time> at the article's
    head, the address."""
    yield "JSON-LD", _from_data(head.data)
    for name in _METAS:
        if said := head.metas.get(name):
            yield name, day(said)
    yield "<time>", _from_times(root, title)
    for url in (head.url, head.metas.get("og:url", "")):
        if match := _IN_URL.search(url):
            yield "address", _real(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))


def _from_data(texts: list[str]) -> str | None:
    """The date that JSON-LD gives the article, else any other thing on the page; also where it is broken."""
    others: list[str] = []
    for text in texts:
        try:
            things = list(_things(json.loads(text.strip().rstrip(";"), strict=False)))
        except (ValueError, RecursionError):
            others += _PUBLISHED.findall(text)
            continue
        for thing in things:
            said = thing.get("datePublished")
            if isinstance(said, str):
                if _ARTICLE.search(str(thing.get("@type"))) and (found := day(said)):
                    return found
                if "Comment" not in str(thing.get("@type")):
                    others.append(said)
    return next(filter(None, map(day, others)), None)


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of some JSON, from the outside in."""
    queue = [data]
    for value in queue:
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, dict | list))


def _from_times(root: Node, title: Node | None) -> str | None:
    """The day of the <time> next to the headline, or of what says there that it is the publication's."""
    near: str | None = None
    for node in _near(root, title):
        if attribute(node, "itemprop") == "datePublished" or "pubdate" in (node.attrs or ()):
            said = attribute(node, "datetime") or attribute(node, "content") or text_of(node)
            if found := day(said):
                return found
        elif node.name == "time" and near is None and attribute(node, "itemprop") != "dateModified":
            near = None if _in_prose(node) else day(attribute(node, "datetime"))
    return near


def _in_prose(time: Node) -> bool:
    """Whether a <time> is told in a sentence of the article: it dates an event, and not the article."""
    holder = time.parent
    while holder is not None and holder.name not in _PROSE:
        holder = holder.parent
    said = text_of(holder).strip() if holder is not None else ""
    return said.endswith(_ENDS) and len(said.split()) - len(text_of(time).split()) > _BYLINE


def _near(root: Node, title: Node | None) -> Iterator[Node]:
    """The elements about the headline: those of its ancestors that do not hold much else."""
    holder = title if title is not None else root
    for _ in range(4):
        if holder.parent is None or holder.parent.name in ("body", "html", "#document"):
            break
        holder = holder.parent
    stack, seen = [holder], 0
    while stack and seen < _NEAR:
        node = stack.pop()
        if node.name[0] != "#":
            seen += 1
            yield node
        stack.extend([child for child in reversed(node.children or ()) if child.name != "#text"])


def _language(head: _Head, root: Node) -> str | None:
    """The language that is nearest around the article, else that of the metas."""
    node = root
    while node is not None:
        for name in ("lang", "xml:lang"):
            if (said := attribute(node, name).strip()) and _LANGUAGE.fullmatch(said):
                return said
        node = node.parent
    for name in ("og:locale", "content-language", "language", "dc.language"):
        if (said := head.metas.get(name, "").split(",")[0].strip()) and _LANGUAGE.fullmatch(said):
            return said
    return None
