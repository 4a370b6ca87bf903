"""Positions as the protocol counts them, in each encoding."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lsp.documents import Document, difference, shifted
from factcheck.lsp.lines import Encoding, Lines, Position

ENCODINGS: tuple[Encoding, ...] = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("a é€\n\r\f\v\x1c\x85\u2028\u2029😀e\u0301\ud800"), max_size=30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\n", ["a", ""]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("a\fb\vc\x1cd\x85e\u2028f\u2029g", ["a\fb\vc\x1cd\x85e\u2028f\u2029g"]),
        ("", [""]),
    ],
)
def test_lines_end_where_the_protocol_says(text: str, expected: list[str]) -> None:
    lines = Lines(text)
    assert [text[start:end] for start, end in lines.spans] == expected


@pytest.mark.parametrize(
    ("encoding", "position", "offset"),
    [
        ("utf-8", (0, 10), 4),
        ("utf-16", (0, 5), 4),
        ("utf-32", (0, 4), 4),
        ("utf-16", (0, 3), 3),  # within the pair of 😀: it counts as a whole
        ("utf-16", (0, 99), 5),
        ("utf-16", (7, 0), 8),
    ],
)
def test_characters_are_counted_in_units(encoding: Encoding, position: Position, offset: int) -> None:
    assert Lines("é€😀xy\n12", encoding).offset(position) == offset


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_an_offset_comes_back_from_its_position(text: str, encoding: Encoding) -> None:
    lines = Lines(text, encoding)
    for start, end in lines.spans:
        for offset in range(start, end + 1):
            assert lines.offset(lines.position(offset)) == offset


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_a_character_is_as_long_as_its_encoding_says(text: str, encoding: Encoding) -> None:
    lines = Lines(text, encoding)
    sizes = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
    for start, end in lines.spans:
        written = text[start:end].encode(f"{encoding}-le".replace("utf-8-le", "utf-8"), "surrogatepass")
        assert lines.position(end)[1] == len(written) // sizes[encoding]


@given(TEXTS, TEXTS, st.data(), st.sampled_from(ENCODINGS))
def test_a_change_replaces_its_range(text: str, new: str, data: st.DataObject, encoding: Encoding) -> None:
    document = Document("file:///a.md", "/a.md", 1, Lines(text, encoding))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    lines = document.lines
    span = lines.position(start), lines.position(end)
    changed = document.changed([(span, new)], 2)
    first, last = map(lines.offset, span)
    assert (changed.text, changed.version) == (text[:first] + new + text[last:], 2)
    assert changed.changed([(None, text)], 3).text == text


@given(TEXTS, TEXTS)
def test_one_stretch_makes_the_new_text(old: str, new: str) -> None:
    (start, end), text = difference(old, new)
    assert old[:start] + text + old[end:] == new


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_what_was_not_touched_is_found_again(head: str, old: str, new: str, tail: str) -> None:
    before, after = f"{head}[{old}]{tail}", f"{head}[{new}]{tail}"
    for start, end in product(range(len(before) + 1), repeat=2):
        if start < end and (now := shifted(before, after, (start, end))):
            assert after[slice(*now)] == before[start:end]
