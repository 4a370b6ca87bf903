"""What all pages of the server have around them: the way between them, and their language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.report.html.markup import attribute
from factcheck.report.html.page import Around, asset, document
from factcheck.report.html.sheet import Spot
from factcheck.report.html.words import FALLBACK, Words, languages

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",  # the rest stands in the page
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "vary": "accept-language",
}


@dataclass(frozen=True, slots=True)
class View:
    """How pages are shown to somebody: the code of their language, the path below which they are served, and
    the key that an answer of theirs must show (empty: none is taken)."""

    code: str = FALLBACK
    root: str = ""
    key: str = ""

    @property
    def words(self) -> Words:
        """The words of the pages."""
        return languages()[self.code]

    def address(self, path: str) -> str:
        """The address of a page of the server, as an attribute's value, quotation marks and all."""
        return f'"{attribute(self.root.rstrip("/") + path)}"'


def preferred(accepted: str) -> str:
    """The language of the pages that an `Accept-Language` header likes best, or English.

    https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4"""
    asked = [part.partition(";") for part in accepted.split(",")]
    liked = [(_weight(more), tag.strip()[:2].lower()) for tag, _, more in asked]
    known = [(weight, code) for weight, code in liked if weight > 0 and code in languages()]
    return max(known, key=lambda pair: pair[0])[1] if known else FALLBACK


def _weight(parameters: str) -> float:
    told = parameters.strip().removeprefix("q=").strip()
    try:
        return float(told or 1)
    except ValueError:
        return 0.0


def page(title: str, main: str, view: View, here: str = "") -> str:
    """A page of the server: its title and what it is about, both HTML; `here` is the path of its place."""
    body = (
        f"{bar(view, here)}<header><h1>{title}</h1></header>\n<main id=main>{main}</main>\n"
        f"<footer><p>{view.words('served.programs')} "
        f"<a href={view.address('/openapi.json')}>openapi.json</a></p></footer>\n"
    )
    styles = [asset("page.css"), own("serve.css")]
    return document(title, body, view.words, styles, [own("serve.js")], served=True)


def around(view: View, below: Mapping[Spot, str]) -> Around:
    """What stands around the report on a text, with what is `below` its notes."""
    return Around(bar(view), own("serve.css"), own("serve.js"), below)


def bar(view: View, here: str = "") -> str:
    """The way between the server's pages."""
    places = (("/", "served.check_text"), ("/claims", "claims"))
    links = "".join(
        f"<a href={view.address(path)}{' aria-current=page' if path == here else ''}>{view.words(key)}</a>"
        for path, key in places
    )
    return f"<nav class=site aria-label=factcheck>{links}</nav>\n"


@cache
def own(name: str) -> str:
    """A file that stands beside this one."""
    return Path(__file__).with_name(name).read_text("utf-8")
