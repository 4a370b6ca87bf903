"""What can be known of a PDF's size and soundness before it is opened."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.read.packed import BYTES, FREE, RATIO

_HEAD, _TAIL = 1024, 4096  # bytes: where a file begins, and where it tells its table (ISO 32000-1, 7.5.5)
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 1024  # bytes before a stream, which tell how it is packed
_SMALL = 1 << 13  # bytes that unpack to 8 MB at most
_CHUNK = 1 << 20
_ALL = 4 * BYTES  # what a document may unpack to


def check(path: str, data: bytes) -> None:
    """Raises ReadError for what is no PDF, for one that breaks off, and for one that unpacks to more than is
    read."""
    if b"%PDF-" not in data[:_HEAD]:
        raise ReadError(f"{path}: no PDF (save it as one, or name it by what it is)")
    if b"startxref" not in data.rstrip(b"\0\t\n\f\r ")[-_TAIL:]:
        raise ReadError(f"{path}: breaks off: it has no end (export it anew)")
    total = 0
    for packed, twice in _packed(data):
        total += _unpacked(packed)
        if twice or total > _ALL:
            raise ReadError(f"{path}: unpacks to more than is read ({_ALL >> 20} MB)")


def _packed(data: bytes) -> Iterator[tuple[memoryview, bool]]:
    """The streams of a file that may unpack to much, but for pictures, which are not looked at; and whether
    one is packed twice."""
    view = memoryview(data)
    for match in _STREAM.finditer(data):
        said = data[max(match.start() - _DICTIONARY, 0) : match.start()]
        said = said[said.rfind(b"obj") + 1 :]
        filters = 0 if b"/Image" in said else len(_FLATE.findall(said))
        end = data.find(b"endstream", match.end())
        length = (len(data) if end < 0 else end) - match.end()
        if filters and (filters > 1 or length > _SMALL):
            yield view[match.end() : match.end() + length], filters > 1


def _unpacked(packed: memoryview) -> int:
    """To how many bytes a stream unpacks; of one that is damaged, so far; of a bomb, more than is read."""
    unpacker, total = zlib.decompressobj(), 0
    rest: bytes | memoryview = packed
    try:
        while rest and not unpacker.eof:
            total += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
            if total > max(FREE, RATIO * (len(packed) - len(rest))):
                return _ALL + 1
    except zlib.error:
        pass
    return total
