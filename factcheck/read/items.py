"""What the readers of feeds, exports, tables and mail share: an item's name, day, language and parts."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import unquote

from factcheck.errors import ReadError
from factcheck.read.days import LONGEST, iso, mailed
from factcheck.read.draft import LARGEST, Aside, Draft, Part, Piece
from factcheck.read.plain import runs
from factcheck.read.runs import split

NAME = 80
"""The most characters of an item's name."""

_DAY = re.compile(r"\s*(\d{4})([-/.]?)(\d\d?)\2(\d\d?)(?!\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_UNNAMED = re.compile(r"[^\w.-]+")
_STEP = re.compile(r"[/:?#]")
_MARKUP = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:#\d{2,7}|#x[0-9A-Fa-f]{2,6}|[A-Za-z]{2,8});")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK = re.compile(
    r"<(?:/?(?:p|div|h[1-6]|ul|ol|li|table|t[rdh]|thead|tbody|blockquote|figure|figcaption|section|pre)\b)",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


def day(said: str) -> str | None:
    """The ISO day that a text tells (2024-06-19 with or without its time, 20240619, RFC 2822, seconds or
    milliseconds since 1970), None where it tells none: `03/04/2024` is two days."""
    if match := _DAY.match(said):
        return iso(match[1], match[3], match[4]) if match[2] or len(match[0].strip()) == 8 else None
    if _EPOCH.fullmatch(said.strip()):
        seconds = float(said) / (1000 if len(said.strip().partition(".")[0]) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return mailed(said)


def language(said: str) -> str | None:
    """A language as a file gives it (`fr-FR`), None for what is no code."""
    said = said.strip()
    return said if _LANGUAGE.fullmatch(said) else None


class Names:
    """The names of a file's items, each given once."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def take(self, said: str, otherwise: str) -> str:
        """A name from an id or an address (its last part), printable and without blanks, else `otherwise`;
        with `-2` behind it where it is taken."""
        last = next((part for part in reversed(_STEP.split(unquote(said[-2000:]))) if part.strip()), "")
        base = name = _UNNAMED.sub("-", last).strip("-.")[:NAME].strip("-.") or otherwise
        while name in self._given:
            self._given[base] += 1
            suffix = f"-{self._given[base]}"
            name = base[: NAME - len(suffix)] + suffix
        self._given[name] = 1
        return name


def article(name: str, title: str, parts: Iterable[Part], dated: str, spoken: str = "") -> Draft:
    """The draft of an item. A date that cannot be read is told among its asides."""
    found = day(dated)
    unread = dated.strip() and found is None
    return Draft(
        parts=tuple(_placed(title, parts)),
        title=title,
        date=found,
        date_from="page" if found else None,
        language=language(spoken),
        name=name,
        asides=(Aside(dated.strip()[:LONGEST], "", "a date that is not read"),) if unread else (),
    )


def left_out(name: str, text: str, why: str, place: str = "") -> Draft:
    """A draft without parts: it tells of an item that is damaged, or no article, and why."""
    return Draft((), name=name, asides=(Aside(" ".join(text[:400].split())[:200], place or name, why),))


def _placed(title: str, parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with their places; the header of a row is counted from the title on."""
    if title:
        yield Part("title", (Piece(title),), "title")
    for number, part in enumerate(parts, 1):
        header = None if part.header is None else part.header + bool(title)
        yield replace(part, place=f"¶{number}", header=header)


def body(text: str) -> tuple[Part, ...]:
    """The parts of a text that is HTML, or plain, as it looks."""
    return html_parts(text) if _MARKUP.search(text[:LARGEST]) else text_parts(text)


def html_parts(text: str, paragraphs: bool = False) -> tuple[Part, ...]:
    """The parts of a piece of HTML. Where it has no blocks, or `paragraphs` says so (as WordPress does),
    blank lines part paragraphs. Raises ReadError for one that is nested too deeply, or too large."""
    from factcheck.read.webpage.page import fragment

    _check(text)
    if paragraphs or not _BLOCK.search(text):
        chunks = _BLANK_LINE.split(text)
        if len(chunks) > 1:
            text = "\n\n".join(chunk if _BLOCK.search(chunk) else f"<p>{chunk}</p>" for chunk in chunks)
    return fragment(text)


def text_parts(text: str) -> tuple[Part, ...]:
    """The parts of a plain text, as they are read in a .txt. Raises ReadError for too large a one."""
    _check(text)
    parts: list[Part] = []
    rows: dict[tuple[int, int], int] = {}
    for run in (made for whole in runs(text, 0) for made in split(text, whole)):
        rows[run.span] = len(parts)
        lines = "\n".join(text[start:end] for start, end in run.lines)
        header = None if run.header is None else rows.get(run.header)
        parts.append(Part(run.kind, (Piece(lines),), header=header))
    return tuple(parts)


def _check(text: str) -> None:
    if len(text) > LARGEST:
        raise ReadError(f"{len(text) // 1_000_000} MB of text in one article, which is not read")


def line(text: str) -> str:
    """A headline: one line, its entities and tags read."""
    return " ".join(html.unescape(_TAG.sub("", text) if _MARKUP.search(text) else text).split())


def tried(name: str, make: Iterable[Draft], text: str = "") -> Iterator[Draft]:
    """The drafts that are made, or one that tells of the damage."""
    try:
        yield from make
    except ReadError as error:
        yield left_out(name, text, f"damaged: {error}")
