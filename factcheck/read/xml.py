"""XML from strangers, as a tree: no entities, nothing fetched, its size and depth capped."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from contextlib import suppress
from xml.etree.ElementTree import Element, ParseError, XMLParser, iterparse
from xml.parsers import expat

from factcheck.errors import ReadError

BYTES = 64 << 20
"""The largest XML that is parsed, in bytes."""
TAGS = 1_500_000
"""The most tags (`<`, closing ones too) that it may hold: an element takes some 100 bytes of memory."""
ATTRIBUTES = 1_500_000
"""The most signs of equality, which bound its attributes."""
STREAMED = 8_000_000
"""The most tags of XML of which one element at a time is held."""
HELD = 100_000
"""The most elements in that one: a sheet's row has 16,384 cells."""
DEPTH = 200
"""How deep its elements may be nested: a walk over the tree may recurse."""


def parse(path: str, data: bytes, part: str = "") -> Element:
    """The root element of an XML document, in UTF-8, UTF-16 or what its declaration says.

    `part` names the file within a container, for messages. A DOCTYPE that only points to a DTD is passed
    over. Raises ReadError for what is not well-formed, is larger or deeper than the limits above, or
    declares anything itself (entities): such a bomb is not unfolded, and nothing outside is ever read.
    """
    name = f"{path}: {part}" if part else path
    if len(data) > BYTES or data.count(b"<") > TAGS or data.count(b"=") > ATTRIBUTES:
        raise ReadError(f"{name}: more XML than is read ({BYTES >> 20} MB, {TAGS:,} tags; split it)")
    try:
        _check_prolog(name, data)
        parser = XMLParser()
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, expat.ExpatError) as error:
        raise ReadError(f"{name}: not well-formed XML: {error} (save or export it anew)") from None
    except (ValueError, LookupError) as error:  # an encoding that expat is not given
        raise ReadError(f"{name}: {error} (save it as UTF-8)") from None
    if _too_deep(root):
        raise ReadError(f"{name}: XML nested more than {DEPTH} deep (save or export it anew)")
    return root


def each(path: str, data: bytes, names: Collection[str], part: str = "") -> Iterator[Element]:
    """The elements of some local names, the outermost of them, in the file's order; each is let go of when
    the next one is asked for, so that a file of any size takes the memory of one.

    Raises ReadError as `parse` does, in the midst of a file, too.
    """
    name = f"{path}: {part}" if part else path
    if len(data) > BYTES or data.count(b"<") > STREAMED:
        raise ReadError(f"{name}: more XML than is read ({BYTES >> 20} MB, {STREAMED:,} tags; split it)")
    try:
        _check_prolog(name, data)
        yield from _each(name, data, names)
    except (ParseError, expat.ExpatError) as error:
        raise ReadError(f"{name}: not well-formed XML: {error} (save or export it anew)") from None
    except (ValueError, LookupError) as error:
        raise ReadError(f"{name}: {error} (save it as UTF-8)") from None


def _each(name: str, data: bytes, names: Collection[str]) -> Iterator[Element]:
    stack: list[Element] = []
    since = wanted = 0  # the elements since the outermost wanted one began, and its depth
    for event, element in iterparse(io.BytesIO(data), ("start", "end")):
        if event == "start":
            stack.append(element)
            since += 1
            if not wanted and local(element) in names:
                since, wanted = 0, len(stack)
            if len(stack) > DEPTH or (wanted and since > HELD):
                raise ReadError(f"{name}: more in one element than is read (save or export it anew)")
            continue
        stack.pop()
        if len(stack) < wanted:
            wanted = 0
            yield element
        if stack and not wanted:
            stack[-1].remove(element)


def whole(said: str | None, otherwise: int = 0, digits: int = 8) -> int:
    """A whole number of so many digits at most, as an attribute gives it; else another one."""
    return int(said) if said and said.isdecimal() and len(said) <= digits else otherwise


def local(element: Element) -> str:
    """An element's name without its namespace; of a comment, none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class _RootError(Exception):
    """The prolog has ended."""


def _check_prolog(name: str, data: bytes) -> None:
    """Entities are declared in the DOCTYPE, and that ends before the root element begins."""

    def doctype(_name: str, _system: str | None, _public: str | None, declares: int) -> None:
        if declares:
            raise ReadError(f"{name}: a DOCTYPE with declarations of its own is not read (remove it)")

    def root(_name: str, _attributes: object) -> None:
        raise _RootError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = root
    with suppress(_RootError):
        parser.Parse(data, True)


def _too_deep(root: Element) -> bool:
    level = [root]
    for _ in range(DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
