"""A page taken apart, as a browser's parser takes it, and checked for what a page may not hold."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from justhtml import JustHTML

CODE = re.compile(r"<(style|script)>(.*?)</\1>", re.S)
SAFE = ("#", "http://", "https://")


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each element of a document: its name and its attributes."""
    waiting = [JustHTML(html, sanitize=False).root]
    while waiting:
        node = waiting.pop()
        if not node.name.startswith(("#", "!")):
            yield node.name, {name: value or "" for name, value in (node.attrs or {}).items()}
        waiting += reversed(node.children or [])


def harmless(html: str) -> None:
    """Hold a page to what it may have: its own style and script by their hashes, links, and nothing that
    loads or runs anything."""
    found = list(elements(html))
    scripts = [attributes for name, attributes in found if name == "script"]
    assert scripts == [{"type": "application/json", "id": "words"}, {}]
    [policy] = [attributes["content"] for _, attributes in found if "http-equiv" in attributes]
    assert "default-src 'none'" in policy
    for _, code in CODE.findall(html):
        assert f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in policy
    for name, attributes in found:
        assert name not in {"iframe", "object", "embed", "img", "link", "base", "audio", "video", "template"}
        wrong = {at for at in attributes if at.startswith("on") or at in ("style", "src", "action", "srcset")}
        assert not wrong, (name, attributes)
        assert attributes.get("href", "#").startswith(SAFE), attributes
