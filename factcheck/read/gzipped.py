"""A file that is packed by itself (gzip): unpacked, no further than an article's file may be large."""

from __future__ import annotations

import gzip
import io
import zlib

from factcheck.errors import ReadError
from factcheck.read.drained import drained
from factcheck.read.limits import Limits

_MAGIC = b"\x1f\x8b"


def unpacked(path: str, data: bytes, limits: Limits) -> bytes:
    """What a `.gz` holds; a server may have unpacked it on the way. Raises ReadError for one that is damaged
    or cut off, and for one that holds more than an article may take of memory."""
    if not data.startswith(_MAGIC):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as file:
            held = drained(file, limits)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"{path}: is damaged or cut off: {error} (pack it anew)") from None
    if len(held) > limits.bytes:
        raise ReadError(f"{path}: unpacks to more than {limits.memory:,} MB (--limit-memory)")
    return held
