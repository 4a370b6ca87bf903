"""Encodings: what is read, and what is refused."""

from __future__ import annotations

import codecs

import pytest

from factcheck.errors import ReadError
from factcheck.read.decode import decode

TEXT = "L’été à Œuilly : 11\u202f000 spectateurs, 3 € l’entrée\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        ("Un œuf à 2 €…".encode("cp1252"), "Un œuf à 2 €…"),
        ("caf\xe9".encode("cp1252"), "café"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"", ""),
        (b"a\x0cb\x1fc", "a\x0cb\x1fc"),
        ("😀 4".encode(), "😀 4"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode("x.md", data) == text


@pytest.mark.parametrize(
    ("data", "place", "mend"),
    [
        (b"abc\0def", "x.md: ", "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "x.md", "text"),
        (b"one\ntwo \x81\n", "x.md:2: ", "UTF-8"),  # undefined in cp1252
        (b"\x01\x02\xe9\xe9", "x.md: binary", ".md"),
        (codecs.BOM_UTF16_LE + b"a", "x.md: no valid UTF-16", "UTF-8"),
        ("été à Noël\nc’était".encode() + b"\xe9", "x.md:2: damaged UTF-8", "UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, place: str, mend: str) -> None:
    with pytest.raises(ReadError) as error:
        decode("x.md", data)
    assert str(error.value).startswith(place)
    assert mend in str(error.value)
