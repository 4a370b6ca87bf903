"""The article in a web page: the elements that hold its text, and the furniture in them that is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.read.webpage.furniture import furniture, says_body, says_lead
from factcheck.read.webpage.nodes import HEADINGS, Node, is_inline, text_of, unshown

GUARD = 0.4
"""A container that holds this share of the text, or of the prose, is never left out as furniture."""
_SENTENCE = 60  # characters of a block's own text, links aside, that make it prose
_MOST_LINKS = 0.5  # the share of links that makes a list of them
_WHOLE = 0.8  # the share of the prose that the body holds
_NAMED = 0.5  # the same, of an element that says that it is the body
_FIRST_WORDS = 8  # texts in what a link stands behind
_LONGEST_LEAD = 2000
_SHORTEST_LEAD = 20
_LISTS_OF_LINKS = frozenset({"div", "ul", "ol", "section", "table", "header", "dl"})
_LEADS = frozenset({"p", "h2"})


@dataclass(slots=True)
class Body:
    """The elements that hold the article, in the page's order, and its headline's; `left` tells by the `id`
    of an element why it is left out."""

    roots: list[Node]
    title: Node | None = None
    left: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Measures:
    """Of an element: the characters of its text, those in links, and those of its prose."""

    size: int = 0
    linked: int = 0
    prose: int = 0


_Sizes = dict[int, _Measures]


def choose(page: Node) -> Body:
    """The article in a page, by rules of thumb: what calls itself furniture goes, then the innermost element
    that holds the prose is the body, then lists of links go; the headline and the lead may stand above it."""
    left: dict[int, str] = {}
    _clear(page, _measured(page, left), left)
    sizes = _measured(page, left)
    root = _root(page, sizes, left)
    _clear_links(root, sizes, left)
    title = _title(page, root, left)
    return Body([*_head(title, root, sizes, left), root], title, left)


def whole(page: Node, roots: list[Node]) -> Body:
    """The elements that a desk names as the article, without any rule of thumb, and the headline above."""
    inner = set(map(id, roots))
    outer = [root for root in roots if not any(id(node) in inner for node in upwards(root.parent))]
    title = _title(page, outer[0], {})
    apart = title is not None and not any(id(node) in inner for node in upwards(title))
    return Body([title, *outer] if apart else outer, title)


def upwards(node: Node | None) -> Iterator[Node]:
    """A node and all that it stands in, from the inside."""
    while node is not None:
        yield node
        node = node.parent


def _elements(root: Node, left: dict[int, str]) -> Iterator[Node]:
    """The elements below one, in order, without those that are left out and those in them."""
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node) in left:
            continue
        if node is not root:
            yield node
        if node.children and id(node) not in left:
            stack.extend([child for child in reversed(node.children) if child.name[0] != "#"])


def _measured(page: Node, left: dict[int, str]) -> _Sizes:
    """The measures of all elements that hold something; what is not shown is left out."""
    sizes: _Sizes = {}
    blocks: list[tuple[Node, _Measures, _Measures, _Measures]] = []
    # a node, the measures of what it stands in, those of the block whose own text it is, whether it is linked
    stack: list[tuple[Node, _Measures, _Measures, bool]] = [(page, _Measures(), _Measures(), False)]
    while stack:
        node, above, block, linked = stack.pop()
        if node.name == "#text":
            if not node.data.isspace():
                _count(len(node.data), linked, above, block)
        elif node.children and id(node) not in left:
            if node.name not in ("html", "body") and (why := unshown(node)):
                left[id(node)] = why
                continue
            own = sizes[id(node)] = _Measures()
            inner = block if is_inline(node.name) else _Measures()
            blocks.append((node, above, own, inner))
            linked = linked or node.name == "a"
            stack.extend([(child, own, inner, linked) for child in node.children])
    for node, above, own, block in reversed(blocks):
        if not is_inline(node.name) and node.name not in HEADINGS and _is_prose(block):
            own.prose += block.size
        above.size += own.size
        above.linked += own.linked
        above.prose += own.prose
    return sizes


def _count(size: int, linked: bool, *measures: _Measures) -> None:
    for measure in measures:
        measure.size += size
        if linked:
            measure.linked += size


def _is_prose(block: _Measures) -> bool:
    return block.size - block.linked >= _SENTENCE and block.linked <= _MOST_LINKS * block.size


def _clear(page: Node, sizes: _Sizes, left: dict[int, str]) -> None:
    """Leave out what calls itself furniture, unless it holds much of the page."""
    total = sizes[id(page)]
    for node in _elements(page, left):
        own = sizes.get(id(node))
        if own is None or own.size >= GUARD * total.size or own.prose > GUARD * total.prose:
            continue
        why = furniture(node)
        if why and (own.linked or why != "related"):  # a lead, too, is called a teaser, but leads nowhere
            left[id(node)] = why


def _root(page: Node, sizes: _Sizes, left: dict[int, str]) -> Node:
    """The element that says that it is the body, if it holds half of the prose, else the innermost one that
    holds nearly all of it."""
    total = sizes[id(page)].prose
    named = [(says_body(node), node) for node in _elements(page, left) if id(node) in sizes]
    for wanted in (3, 2, 1):
        ranked = [node for rank, node in named if rank == wanted]
        best = max(ranked, key=lambda node: sizes[id(node)].prose, default=None)
        if best is not None and sizes[id(best)].prose >= max(_NAMED * total, 1):
            return best
    holding = (node for node in _elements(page, left) if id(node) in sizes)
    node = inner = next((node for node in holding if node.name == "body"), page)
    while inner is not None:
        node, inner = inner, _inner(inner, sizes, _WHOLE * total)
    return node


def _inner(node: Node, sizes: _Sizes, least: float) -> Node | None:
    inner = (child for child in node.children if not is_inline(child.name) and child.name != "p")
    return next((child for child in inner if id(child) in sizes and sizes[id(child)].prose > least), None)


def _clear_links(root: Node, sizes: _Sizes, left: dict[int, str]) -> None:
    """Leave out what leads away from the body."""
    most = GUARD * sizes[id(root)].size
    for node in _elements(root, left):
        own = sizes.get(id(node))
        if own and own.linked and own.size < most and _leads_away(node, own):
            left[id(node)] = "links"


def _leads_away(node: Node, own: _Measures) -> bool:
    """Whether an element is a list of links, a link alone, or one behind a word (`Read more: …`)."""
    name = node.name
    if name in _LISTS_OF_LINKS:
        return own.linked > _MOST_LINKS * own.size and own.prose < 0.2 * own.size
    if name not in ("p", "li", *HEADINGS) or own.linked < 0.4 * own.size:
        return False
    if name in ("p", "li") and own.linked >= 0.9 * own.size:
        return True
    own_words = "".join(child.data for child in node.children if child.name == "#text").strip()
    return (own_words or text_of(node.children[0], _FIRST_WORDS)).endswith(":")


def _title(page: Node, root: Node, left: dict[int, str]) -> Node | None:
    """The headline: the last h1 above the body or the first in it, whichever the page's own title holds."""
    above = inner = None
    name, within = "", False
    stack = [page]
    while stack and inner is None:
        node = stack.pop()
        if node is root:
            within, stack = True, []
        if node.name == "title":
            name = name or text_of(node)
        elif node.name == "h1":
            if id(node) not in left and not unshown(node) and text_of(node):
                inner, above = (node, above) if within else (None, node)
        elif node.children and (id(node) not in left or node.name == "head"):
            stack.extend(reversed(node.children))
    if above is None or inner is None:
        return above or inner
    return inner if text_of(inner) in name and text_of(above) not in name else above


def _head(title: Node | None, root: Node, sizes: _Sizes, left: dict[int, str]) -> list[Node]:
    """What of the article stands above its body: the headline, and below it the lead and captions."""
    if title is None or any(node is root for node in upwards(title)):
        return []
    holders = set(map(id, upwards(root)))
    stack = [next(node for node in upwards(title) if id(node) in holders)]
    found: list[Node] = []
    while stack and (node := stack.pop()) is not root:
        own = sizes.get(id(node))
        apart = bool(found) and id(node) not in holders and id(node) not in left
        if node is title or (apart and own and _leads(node, own)):
            found.append(node)
        elif node.children and id(node) not in left:
            stack.extend(reversed(node.children))
    return found


def _leads(node: Node, own: _Measures) -> bool:
    """Whether an element between the headline and the body is the lead, or a picture's caption."""
    if own.linked > _MOST_LINKS * own.size or not _SHORTEST_LEAD <= own.size <= _LONGEST_LEAD:
        return False
    if node.name == "figcaption" or (node.name in _LEADS and own.size >= _SENTENCE):
        return True
    return says_lead(node) or (node.name == "div" and own.prose >= 0.9 * own.size)
