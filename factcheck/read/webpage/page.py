"""Web pages: the article in the page, with its headline, date and language, each word at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.errors import ReadError
from factcheck.places import Span
from factcheck.read.draft import Aside, Draft, Part
from factcheck.read.webpage.body import Body, choose, upwards, whole
from factcheck.read.webpage.meta import told
from factcheck.read.webpage.nodes import NO_TEXT, Node, text_of, unshown
from factcheck.read.webpage.parts import Parts, in_order
from factcheck.read.webpage.tree import parse, text_of_bytes, unclosed


@dataclass(frozen=True, slots=True)
class HtmlSettings:
    """Where a house's pages hold the article: CSS selectors of its `body`, and of what to `drop` from it."""

    body: str = ""
    drop: tuple[str, ...] = ()


def drafts(path: str, data: bytes, settings: HtmlSettings | None = None) -> Iterator[Draft]:
    """The article of a web page, as one draft, whose source is the decoded page.

    The date and the language are what the page tells of itself; what is left out as furniture is among its
    asides. A `body` that the page does not have leaves the choice to the rules. Raises ReadError for what is
    no text, too large or nested too deeply, and for a selector that is none.
    """
    source = text_of_bytes(path, data)
    end = unclosed(source)
    page = parse(path, source[:end]).root
    body = _chosen(path, page, settings or HtmlSettings())
    ids, comments = _looked_up(page, source)
    asides = list(_asides(page, body))
    if end < len(source):
        comments.append((end, len(source)))
        asides.append(_aside(source, end, source[end:], "a comment that is never closed"))
    parts = Parts(source, ids, body.left, body.title)
    for root in body.roots:
        parts.read(root)
    if not (settings and settings.body):
        asides += [_ended(source, part) for part in parts.end()]
    said = told(page, body.roots[-1], body.title)
    asides += [
        Aside(f"{date} ({where})", "", f"another date than the {said.date} of its {said.taken}")
        for where, date in said.others
    ]
    yield Draft(
        parts=in_order(parts.parts),
        source=source,
        title=said.title,
        date=said.date,
        date_from="page" if said.date else None,
        language=said.language,
        comments=tuple(comments),
        asides=tuple(asides),
    )


def fragment(html: str) -> tuple[Part, ...]:
    """The parts of a piece of HTML that is all article, as feeds, mail and exports hold it; without places.

    Raises ReadError for one that is nested too deeply.
    """
    page = parse("HTML", html[: unclosed(html)], fragment=True).root
    ids, _ = _looked_up(page, "")
    parts = Parts(None, ids, {}, None)
    parts.read(page)
    return tuple(parts.parts)


def _chosen(path: str, page: Node, settings: HtmlSettings) -> Body:
    dropped = [node for selector in settings.drop for node in _selected(path, page, selector, "drop")]
    roots = _selected(path, page, settings.body, "body") if settings.body else []
    body = whole(page, roots) if roots else choose(page)
    body.left.update((id(node), "dropped by the settings") for node in dropped)
    return body


def _selected(path: str, page: Node, selector: str, name: str) -> list[Node]:
    from justhtml import SelectorError, query

    try:
        return list(query(page, selector))
    except SelectorError as error:
        said = f"[html] {name} = {selector!r} is no CSS selector: {error}"
        raise ReadError(f"{path}: {said} (mend it in the settings)") from None


def _looked_up(page: Node, source: str) -> tuple[dict[str, Node], list[Span]]:
    """The elements by their ids, and where the comments stand."""
    ids: dict[str, Node] = {}
    comments: list[Span] = []
    stack = [page]
    while stack:
        node = stack.pop()
        if node.name == "#comment":
            at = node.origin_offset
            if at is not None and source.startswith("<!--", at):
                end = source.find("-->", at + 2)
                comments.append((at, end + 3 if end >= 0 else len(source)))
        elif node.name != "#text":
            if node.attrs and (name := node.attrs.get("id") or node.attrs.get("name")):
                ids.setdefault(name, node)
            stack.extend(reversed(node.children or ()))
    return ids, sorted(comments)


def _ended(source: str, part: Part) -> Aside:
    at = next((piece.at[0] for piece in part.pieces if piece.at), 0)
    return _aside(source, at, "".join(piece.text for piece in part.pieces), "a heading of nothing")


def _aside(source: str, at: int, text: str, why: str) -> Aside:
    return Aside(" ".join(text.split()), f"line {source.count(chr(10), 0, at) + 1}", why)


def _asides(page: Node, body: Body) -> Iterator[Aside]:
    """What the page holds and the article does not, by its largest elements, in order."""
    roots = {id(root) for root in body.roots}
    holders = {id(node) for root in body.roots for node in upwards(root)} - roots
    stack = [(page, False)]
    while stack:
        node, within = stack.pop()
        why = ""
        within = within or id(node) in roots
        if node.children is not None and node.name[0] != "#":
            why = body.left.get(id(node)) or unshown(node)
        if not why and not within and id(node) not in holders:
            why = "outside the article"
        if why == NO_TEXT:
            continue
        if why:
            if text := text_of(node):
                yield Aside(text, f"line {node.origin_line or 1}", why)
        else:
            stack.extend([(child, within) for child in reversed(node.children or ())])
