"""Web pages that are none, that are broken or that mean harm, and what reading takes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read.compose import compose
from tests.read.webpages import AMP, BODY, BROKEN, NEWS, TABLES, read, shown


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary|NUL"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "NUL"),
        (bytes(range(1, 9)) * 100, "binary"),
        (b"<div>" * 200_000, "nested"),
        (b"".join(b"<b id=%d>" % number for number in range(1000)), "nested"),
        (b"<p>twelve men</p>" * 400_000, "larger|more than"),
    ],
)
def test_what_is_no_page_is_refused_at_once(data: bytes, why: str) -> None:
    started = time.process_time()
    with pytest.raises(ReadError, match=why) as error:
        read(data)
    assert str(error.value).startswith("page.html")
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "<p>It has 12 rooms." + "</div>" * 5000,
        "<p>It has 12 rooms.<!-- " + "x" * 100_000,
        "<p>It has 12 rooms.<script> " + "x" * 100_000,
        "<p>It has 12 rooms." + "<sup>2" * 5000,
        "<p>It has 12 rooms." + "<table><tr><td>" * 2000,
    ],
)
def test_what_is_never_closed_is_read(page: str) -> None:
    assert shown(page)[0][1].startswith("It has 12 rooms.")


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text("<>/=!-&;#\"' \nabdehlprstu1[]", max_size=200).map(str.encode))
)
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        draft = read(data)
    except ReadError:
        return
    compose(draft)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([NEWS, AMP, TABLES, BROKEN]),
    st.integers(0, 3000),
    st.integers(0, 60),
    st.binary(max_size=8),
)
def test_no_damage_breaks_the_reader(page: str, at: int, cut: int, instead: bytes) -> None:
    data = page.encode()
    try:
        draft = read(data[:at] + instead + data[at + cut :])
    except ReadError:
        return
    assert draft.source is not None
    for part in draft.parts:
        for piece in part.pieces:
            assert piece.at is not None
            if len(piece.text) == piece.at[1] - piece.at[0]:
                assert draft.source[slice(*piece.at)] == piece.text
    compose(draft)


def test_a_small_page_takes_milliseconds() -> None:
    page = f"<h1>x</h1>{BODY * 8}"
    read(page)
    started = time.process_time()
    for _ in range(10):
        read(page)
    assert (time.process_time() - started) / 10 < 0.05
