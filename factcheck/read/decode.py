"""From bytes to text: UTF-8, UTF-16, else cp1252; what is no text is refused."""

from __future__ import annotations

import codecs
import re

from factcheck.errors import ReadError

_MARKS = (  # the longer first: UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MEND = "save it as UTF-8"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NEWLINE = re.compile(r"\r\n?")
_SAMPLE = 4096


def decode(path: str, data: bytes) -> str:
    """The text of a file, without byte order mark, its newlines read as `\\n`.

    Raises ReadError, naming `path` and the mend, for binary data and damaged text.
    """
    text = _decoded(path, data)
    if "\0" in text:
        raise ReadError(f"{path}: holds NUL characters, so it is no text ({_MEND})")
    return _NEWLINE.sub("\n", text) if "\r" in text else text


def _decoded(path: str, data: bytes) -> str:
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _strict(path, data[len(mark) :], marked)
    if bare := _bare_utf16(data):
        return _strict(path, data, bare)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _cp1252(path, data, error.start)


def _strict(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: no valid {encoding.upper()} at byte {error.start} ({_MEND})") from None


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark is plain where nearly every other byte of Latin text is NUL."""
    sample = data[:_SAMPLE]
    if len(data) < 4 or len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _cp1252(path: str, data: bytes, bad: int) -> str:
    """cp1252, unless the bytes are mostly well-formed UTF-8 (then one of them is damaged) or no text."""
    line = data.count(b"\n", 0, bad) + 1
    if 2 * len(_MULTIBYTE.findall(data)) > len(re.findall(rb"[\x80-\xff]+", data)):
        raise ReadError(f"{path}:{line}: damaged UTF-8 at byte {bad} ({_MEND})")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise ReadError(f"{path}:{line}: neither UTF-8 nor cp1252 at byte {bad} ({_MEND})") from None
    if _CONTROLS.search(text):
        raise ReadError(f"{path}: binary data, not text (give the article as .md or .txt, in UTF-8)")
    return text
