"""The same paragraphs in every format that holds such: of sheets it depends on their rows what is one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from html import escape

from tests.read.documents import docx, fodt, odt

Paragraphs = Sequence[str]


def _each(form: str) -> Callable[[Paragraphs], str]:
    """What puts each paragraph, escaped, into a form."""
    return lambda told: "".join(form.replace("…", escape(part, quote=False)) for part in told)


def _rtf(told: Paragraphs) -> bytes:
    """Letters beyond ASCII by their number (Microsoft's RTF 1.9.1, `\\u`)."""
    shown = "".join(
        "".join(sign if sign.isascii() else rf"\u{ord(sign)}?" for sign in part) + r"\par " for part in told
    )
    return (r"{\rtf1\ansi\pard " + shown + "}").encode("ascii")


def _csv(told: Paragraphs) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([("id", "text"), ("a", "\n\n".join(told))])
    return made.getvalue().encode()


def _mail(told: Paragraphs) -> bytes:
    head = "Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    return "\n\n".join([head, *told, ""]).encode()


def _feed(told: Paragraphs) -> bytes:
    item = f"<item><guid>a</guid><description>{escape(_PAGE(told))}</description></item>"
    return f'<rss version="2.0"><channel>{item}</channel></rss>'.encode()


_PAGE, _ODF, _WORD = (
    _each(form) for form in ("<p>…</p>", "<text:p>…</text:p>", "<w:p><w:r><w:t>…</w:t></w:r></w:p>")
)
ENVELOPES: Mapping[str, Callable[[Paragraphs], bytes]] = {
    "a.md": lambda told: "\n\n".join(told).encode(),
    "a.txt": lambda told: "\n\n".join(told).encode("utf-16"),
    "a.html": lambda told: f"<html><body><article>{_PAGE(told)}</article></body></html>".encode(),
    "a.docx": lambda told: docx(_WORD(told)),
    "a.odt": lambda told: odt(_ODF(told)),
    "a.fodt": lambda told: fodt(_ODF(told)),
    "a.rtf": _rtf,
    "a.eml": _mail,
    "a.rss": _feed,
    "a.json": lambda told: json.dumps({"uri": "a", "type": "text", "body_html": _PAGE(told)}).encode(),
    "a.csv": _csv,
    "a.jsonl": lambda told: json.dumps({"id": "a", "text": "\n\n".join(told)}).encode(),
}
"""What makes a file of paragraphs, by a name of its format."""
