"""Plain text: paragraphs, headings, bullets, rows; nothing of Markdown."""

from __future__ import annotations

import pytest

from factcheck.errors import ReadError
from factcheck.read import read_article

LONG = "The tram line will be closed for eleven weeks while its rails are laid anew, the city council said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "paragraph paragraph"),
        (f"A Line Closed\n\n{LONG}", "heading paragraph"),
        (f"{LONG}\nA Line Closed\n{LONG}\n{LONG}", "paragraph heading paragraph paragraph"),
        ("In short:\n- one\n• two\n– three\n* four", "paragraph item item item item"),
        ("Day | Trams |\nMon | 12 |", "row row"),
        ("*whole* line in `code`.", "paragraph"),
        ("-----\nText.\n=====", "paragraph"),
        ("", ""),
        (" \n\n \n", ""),
    ],
)
def test_blocks(text: str, expected: str) -> None:
    assert " ".join(block.kind for block in read_article("x.txt", text.encode()).blocks) == expected


def test_markdown_is_left_alone_and_addresses_are_links() -> None:
    read = read_article("x.TXT", b"---\ntitle: T\n---\nIt is *5* of `6`, see https://x.org/7.")
    assert " ".join(read.text.split()) == "T It is *5* of `6`, see ↗."
    assert [link.target for link in read.links] == ["https://x.org/7"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ReadError, match=r"x\.rst: not a format"):
        read_article("x.rst", b"x")
