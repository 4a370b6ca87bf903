"""Which reader takes which file. Each reader is imported when the first file of its format comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.read import signatures
from factcheck.read.draft import Changes, Draft
from factcheck.read.endings import FORMATS, Format, check_ending, ending
from factcheck.read.limits import USUAL, Limits

if TYPE_CHECKING:
    from factcheck.read.rows import Columns


@dataclass(frozen=True, slots=True)
class Reading:
    """How a desk wants its files read: the article's container in its pages and what to drop there (CSS
    selectors), tracked changes, which columns of a table of articles hold what, and how much an article may
    take."""

    body: str = ""
    drop: tuple[str, ...] = ()
    changes: Changes = "accepted"
    columns: Columns | None = None
    limits: Limits = USUAL


Reader = Callable[[str, bytes, Reading], Iterator[Draft]]


def drafts(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    """The articles of a file as its format's reader finds them. Raises ReadError, for no known format too,
    and for a file that is plainly of another one."""
    check_ending(path)
    signatures.check(path, data)
    return _KINDS[FORMATS[ending(path)]](path, data, reading)


def _text(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import text

    return text.drafts(path, data)


def _page(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read.webpage import page

    return page.drafts(path, data, page.HtmlSettings(reading.body, reading.drop))


def _word(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read import docx

    return docx.drafts(path, data, reading.changes)


def _odt(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read import odt

    return odt.drafts(path, data, reading.changes)


def _rtf(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read import rtf

    return rtf.drafts(path, data, reading.changes)


def _mail(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import mail

    return mail.drafts(path, data)


def _subtitles(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import subtitles

    return subtitles.drafts(path, data)


def _feed(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import feeds

    return feeds.drafts(path, data)


def _ninjs(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import ninjs

    return ninjs.drafts(path, data)


def _rows(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read import rows

    if ending(path).endswith(".gz"):
        from factcheck.read.gzipped import unpacked

        data = unpacked(path, data, reading.limits)
    return rows.drafts(path, data, reading.columns)


def _pdf(path: str, data: bytes, _: Reading) -> Iterator[Draft]:
    from factcheck.read import pdf

    return pdf.drafts(path, data)


def _sheets(path: str, data: bytes, reading: Reading) -> Iterator[Draft]:
    from factcheck.read import sheets

    return sheets.drafts(path, data, reading.columns)


_KINDS: Mapping[Format, Reader] = {
    "text": _text,
    "page": _page,
    "word": _word,
    "odt": _odt,
    "rtf": _rtf,
    "mail": _mail,
    "subtitles": _subtitles,
    "feed": _feed,
    "ninjs": _ninjs,
    "rows": _rows,
    "pdf": _pdf,
    "sheets": _sheets,
}
