"""Mail (.eml): the text of a message, without what it answers, its signature and its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import default
from itertools import groupby
from typing import NamedTuple

from factcheck.errors import ReadError
from factcheck.read.decode import decode
from factcheck.read.draft import LARGEST, Aside, Draft, Part
from factcheck.read.items import article, html_parts, text_parts
from factcheck.read.quoted import QUOTED, flowed, reasons, subject

BYTES = 40 << 20
"""The largest message, in bytes: mail servers take less, and parsing takes some ten times as much."""
PARTS = 100
"""The most parts that have several parts themselves."""
LINES = 1_000_000
"""The most lines: those of as much as it may attach are half as many."""
WORK = 4_000_000
"""The most lines, times such parts: the boundary of each is looked for in every line."""
STUB = 0.3
"""A plain text that is shorter than this share of the HTML beside it only says that there is one."""

_HEADERS = ("from", "to", "date", "subject", "received", "message-id", "mime-version", "content-type")
_SINGLE_BYTE = re.compile(r"(?:iso-?8859-?1|latin-?1|us-ascii|ascii|windows-1252|cp1252|)\Z", re.IGNORECASE)
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_TAG = re.compile(r"<[^<>]*>")
_CUT = re.compile(  # what Gmail, Outlook, Thunderbird and Apple Mail put around a quoted mail and a signature
    r"<(?:div|blockquote|p|pre|table|hr)\b[^<>]*(?:"
    r"class=[\"']?[^\"'<>]*(?P<sign>gmail_signature|moz-signature)|class=[\"']?[^\"'<>]*(?:gmail_quote|moz-cite-prefix|"
    r"yahoo_quoted|protonmail_quote)|id=[\"']?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message)"
    r"|type=[\"']?cite)[^<>]*>",
    re.IGNORECASE,
)


class _Body(NamedTuple):
    """A text of a message, and whether it is HTML."""

    text: str
    html: bool


def drafts(path: str, data: bytes) -> Iterator[Draft]:
    """The text of a message, as one draft, whose title is its subject and whose date its own.

    Attached messages and files are not read; they, quoted mails and the signature are among the asides.
    Raises ReadError for what is no mail, is encrypted, or too large, and for one without text.
    """
    message = _message(path, data)
    asides: list[Aside] = []
    bodies = list(_bodies(path, message, asides))
    parts: list[Part] = []
    for body in bodies:
        try:
            made = _html(body.text, asides) if body.html else _plain(body.text, asides)
        except ReadError as error:
            raise ReadError(f"{path}: {error} (save its text)") from None
        moved = len(parts)
        parts += [part if part.header is None else replace(part, header=part.header + moved) for part in made]
    if not parts:
        held = ", ".join(aside.why for aside in asides[:5]) or "nothing"
        raise ReadError(
            f"{path}: a mail without a text of its own (it holds {held}; save the text on its own)"
        )
    spoken = _header(message, "content-language").split(",")[0]
    draft = article("", subject(_header(message, "subject")), parts, _header(message, "date"), spoken)
    yield replace(draft, date_from="document" if draft.date else None, asides=(*draft.asides, *asides))


def _has_long_line(data: bytes) -> bool:
    at = 0
    while len(data) - at > LARGEST:
        at = data.rfind(b"\n", at, at + LARGEST) + 1
        if not at:
            return True
    return False


def _message(path: str, data: bytes) -> Message:
    parts = data.lower().count(b"multipart/") if len(data) <= BYTES else PARTS + 1
    lines = data.count(b"\n")
    if parts > PARTS or parts * lines > WORK or lines > LINES or _has_long_line(data):
        raise ReadError(
            f"{path}: a larger mail than is read ({BYTES >> 20} MB, {PARTS} parts; save its text)"
        )
    try:
        message = message_from_bytes(data, policy=default)
        known = any(name.lower() in _HEADERS for name in message.keys())  # noqa: SIM118 - no mapping
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise ReadError(f"{path}: damaged mail (save it anew)") from None
    if not known:
        raise ReadError(f"{path}: no mail: it has no headers (save the message as .eml)")
    if message.get_content_type() in _ENCRYPTED:
        raise ReadError(f"{path}: an encrypted mail (decrypt it and save its text)")
    return message


def _header(message: Message, name: str) -> str:
    """A header, empty where it is missing or damaged: the standard library raises many things."""
    try:
        return str(message[name] or "")
    except Exception:
        return ""


def _bodies(path: str, message: Message, asides: list[Aside]) -> Iterator[_Body]:
    """The texts of a message, of alternatives one."""
    kind = message.get_content_type()
    if kind == "message/rfc822" or (kind.startswith("message/") and message.is_multipart()):
        asides.append(Aside("", "", "an attached mail"))
    elif message.is_multipart():
        inner = [child for child in message.get_payload() if isinstance(child, Message)]
        if kind == "multipart/alternative":
            yield from _chosen(list(_all(path, inner, asides)))
        else:
            yield from _all(path, inner, asides)
    elif kind not in ("text/plain", "text/html") or _attached(message):
        asides.append(Aside(_filename(message), "", f"an attachment ({kind[:60]})"))
    elif text := _text(path, message):
        yield _Body(text, kind == "text/html")


def _all(path: str, messages: list[Message], asides: list[Aside]) -> Iterator[_Body]:
    for message in messages:
        yield from _bodies(path, message, asides)


def _chosen(bodies: list[_Body]) -> list[_Body]:
    """The plain texts, unless they are a stub beside the HTML."""
    plain = [body for body in bodies if not body.html]
    pages = [body for body in bodies if body.html]
    if not plain or not pages:
        return plain or pages
    seen = sum(len("".join(_TAG.sub("", _CUT.split(body.text, maxsplit=1)[0]).split())) for body in pages)
    told = sum(len("".join(body.text.split())) for body in plain)
    return pages if told < STUB * seen else plain


def _attached(message: Message) -> bool:
    try:
        return message.get_content_disposition() == "attachment" or bool(message.get_filename())
    except Exception:
        return False


def _filename(message: Message) -> str:
    try:
        return str(message.get_filename() or "")[:100]
    except Exception:
        return ""


def _text(path: str, message: Message) -> str:
    """A text as its charset says, where its bytes are that; a flowed one rejoined."""
    try:
        data = message.get_payload(decode=True)
        charset = str(message.get_param("charset") or "")
        style = str(message.get_param("format") or "").lower(), str(message.get_param("delsp") or "").lower()
    except Exception:
        return ""
    text = _decoded(path, data, charset.strip("\"' ")) if isinstance(data, bytes) else ""
    if style[0] == "flowed":
        return "\n".join(flowed(text.split("\n"), style[1] == "yes"))
    return text


def _decoded(path: str, data: bytes, charset: str) -> str:
    """Bytes that are called Latin are often UTF-8 or cp1252: those are told apart by themselves."""
    if not _SINGLE_BYTE.match(charset) and b"\0" not in data:
        try:
            return data.decode(charset).replace("\r\n", "\n").replace("\0", "")
        except (LookupError, ValueError, TypeError):
            pass
    return decode(path, data)


def _plain(text: str, asides: list[Aside]) -> tuple[Part, ...]:
    lines = text.split("\n")
    whys = reasons(lines)
    _tell(lines, whys, asides)
    kept = ("" if why else line for line, why in zip(lines, whys, strict=True))
    return text_parts("\n".join(kept))


def _html(text: str, asides: list[Aside]) -> list[Part]:
    if cut := _CUT.search(text):
        left = " ".join(_TAG.sub(" ", text[cut.start() :]).split())
        if left:
            asides.append(
                Aside(left[:400], "", "a signature, and what follows it" if cut["sign"] else QUOTED)
            )
        text = text[: cut.start()]
    parts = html_parts(text)
    lines = ["".join(piece.text for piece in part.pieces) for part in parts]
    whys = reasons(lines)
    _tell(lines, whys, asides)
    numbers: dict[int, int] = {}
    kept: list[Part] = []
    for number, (part, why) in enumerate(zip(parts, whys, strict=True)):
        if not why:
            numbers[number] = len(kept)
            kept.append(replace(part, header=None if part.header is None else numbers.get(part.header)))
    return kept


def _tell(lines: list[str], whys: list[str], asides: list[Aside]) -> None:
    """What is left out, a stretch an aside, with its first line."""
    for why, rows in groupby(enumerate(whys), key=lambda row: row[1]):
        numbers = [number for number, _ in rows]
        left = "\n".join(lines[number] for number in numbers).strip()
        if why and left:
            asides.append(Aside(left, f"line {numbers[0] + 1}", why))
