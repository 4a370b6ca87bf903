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


def harmless(html: str, served: bool = False) -> None:
    """Hold a page to what it may have: its own styles and scripts by their hashes, links, and nothing that
    loads or runs anything; of a `served` one forms and links may lead to the server that it came from."""
    found = list(elements(html))
    scripts = [attributes for name, attributes in found if name == "script"]
    data = {"type": "application/json", "id": "words"}
    assert all(one in ({}, data) for one in scripts) if served else scripts == [data, {}]
    [policy] = [attributes["content"] for _, attributes in found if "http-equiv" in attributes]
    assert "default-src 'none'" in policy
    for _, code in CODE.findall(html):
        assert f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in policy
    for name, attributes in found:
        assert name not in {"iframe", "object", "embed", "img", "link", "base", "audio", "video", "template"}
        loading = {"style", "src", "srcset", "formaction", *(() if served else ("action",))}
        wrong = {at for at in attributes if at.startswith("on") or at in loading}
        assert not wrong, (name, attributes)
        assert attributes.get("href", "#").startswith((*SAFE, *(("/",) if served else ()))), attributes
        assert re.match(r"/(?!/)", attributes.get("action", "/")), attributes
