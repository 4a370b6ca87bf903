"""Text made fit for a page: what comes from articles and registries is data, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from urllib.parse import urlsplit

from factcheck.escape import visible

_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")


def text(told: object) -> str:
    """A text as HTML, within an element."""
    return escape(visible(str(told)), quote=False)


def attribute(told: object) -> str:
    """A text as HTML, within an attribute's quotation marks."""
    return escape(visible(str(told)))


def link(address: str, shown: str) -> str:
    """What is `shown` (HTML), as a link where the address is one of the web's."""
    try:
        safe = urlsplit(address).scheme in ("http", "https")
    except ValueError:
        safe = False
    return f'<a href="{attribute(address)}" rel="noreferrer">{shown}</a>' if safe else shown


def anchor(claim: str) -> str:
    """The id of a claim's card; a claim may have a name that no fragment has."""
    return (
        f"c-{claim if _PLAIN.fullmatch(claim) else sha256(claim.encode(errors='replace')).hexdigest()[:12]}"
    )


def table(head: Iterable[str], rows: Iterable[Iterable[str]], name: str = "") -> str:
    """A table of cells in HTML, each its content or, beginning with `<td`, all of it."""
    made = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    columns = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    caption = f"<caption>{name}</caption>" if name else ""
    return f"<table>{caption}<thead><tr>{columns}</tr></thead><tbody>{made}</tbody></table>"


def _cell(cell: str) -> str:
    return cell if cell.startswith("<td") else f"<td>{cell}</td>"


def number(told: str) -> str:
    """A cell of a table that holds a figure."""
    return f'<td class="num">{told}</td>'
