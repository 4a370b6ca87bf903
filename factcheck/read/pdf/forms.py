"""Forms of a PDF (ISO 32000-1, 8.10): drawings that are drawn by their name, also within one another.

A form that draws another twice, which draws another twice … is a file of a few kB and a page without end, and
the library cannot be stopped while it loads one. Where forms draw that much, the pages are loaded first in a
process of its own, which can be.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator

from factcheck.errors import ReadError
from factcheck.read.pdf import loads

MANY = 20_000
"""What forms may come to draw, if each drew all others, before the pages are first loaded elsewhere."""
SECONDS, MEMORY = 30, 2_000_000_000
"""Processor time that loading all pages may take there, and bytes of memory."""
_PATIENCE = 20  # times as long it is waited for: the machine may be busy, or not tell processor time
_STREAM = re.compile(rb"(?<!end)stream[^\r\n]*(?:\r\n|\r|\n)")
_DICTIONARY = 2048  # bytes before a stream that are looked at for what it is
_SUBTYPE = re.compile(rb"Subtype\s*/(\w+)")
_OTHERS: tuple[list[bytes], ...] = ([], [b"Image"], [b"Type1C"], [b"CIDFontType0C"], [b"OpenType"], [b"XML"])
_BRACKET = re.compile(rb"<<|>>|[\[\]]")
_DRAWS = re.compile(rb"(?<![^\s\0()<>\[\]{}/%])Do(?![^\s\0()<>\[\]{}/%])")
_LARGEST = 1 << 20  # bytes of a form that are looked through


def check(path: str, data: bytes, library: str) -> None:
    """Raises ReadError for a document whose forms take too long to draw; `library` is what loads it."""
    if not _draw_many(data):
        return
    command = [sys.executable, "-I", "-S", loads.__file__, library, str(SECONDS), str(MEMORY)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_PATIENCE * SECONDS, check=False
        )
        loaded = done.returncode == 0
    except subprocess.TimeoutExpired:
        loaded = False
    if not loaded:
        most = f"{SECONDS} s or {MEMORY // 10**9} GB"
        raise ReadError(
            f"{path}: takes more than {most} to load: forms in it draw one another again and again"
            " (print it to a new PDF)"
        )


def _draw_many(data: bytes) -> bool:
    """Whether forms may come to draw more than `MANY`, seen without knowing which draws which."""
    total = 1
    for draws in _draws(data):
        total *= 1 + draws
        if total > MANY:
            return True
    return False


def _draws(data: bytes) -> Iterator[int]:
    """How often each stream that may be a form draws something."""
    locked = b"/Encrypt" in data
    for match in _STREAM.finditer(data):
        said = data[max(match.start() - _DICTIONARY, 0) : match.start()]
        if _may_be_form(said):
            end = data.find(b"endstream", match.end())
            yield MANY if locked else _drawn(said, data[match.end() : len(data) if end < 0 else end])


def _may_be_form(said: bytes) -> bool:
    """Whether a stream is perhaps a form, from what stands before it: it is none where a dictionary that
    cannot be misread makes it something else."""
    said = said[said.rfind(b" obj") + 4 :].strip()
    if not said.startswith(b"<<") or any(sign in said for sign in (b"#", b"%", b"(")):
        return True
    depth = 0
    for bracket in _BRACKET.finditer(said):
        if depth == 0 and bracket.start():
            return True
        depth += 1 if bracket[0] in (b"<<", b"[") else -1
    kinds = _SUBTYPE.findall(said)
    return depth != 0 or kinds not in _OTHERS or said.count(b"Subtype") != len(kinds)


def _drawn(said: bytes, packed: bytes) -> int:
    """How often a form draws something: many times where that cannot be seen."""
    if b"Filter" in said:
        unpacker = zlib.decompressobj()
        try:
            packed = unpacker.decompress(packed, _LARGEST)
        except zlib.error:
            return MANY
        if unpacker.unconsumed_tail:
            return MANY
    return sum(1 for _ in _DRAWS.finditer(packed))
