"""From parts to one text: what parts blocks, where links and notes stand, how places are told."""

from __future__ import annotations

from factcheck.model import Block, Link
from factcheck.read.compose import compose
from factcheck.read.draft import Draft, Part, Piece


def test_blocks_links_and_notes() -> None:
    linked = (Piece("Some "), Piece(" 12\u202f000", link="http://a.org"), Piece(" rode "))
    made = compose(
        Draft(
            (
                Part("title", (Piece(" Tram "),), "¶1"),
                Part("paragraph", linked, "¶2"),
                Part("paragraph", (Piece("\u200b \n"),), "¶3"),
                Part("item", (Piece("On 40"), Piece("", note="The mayor"), Piece(" trams")), "¶4", depth=2),
            )
        )
    )
    assert made.text == "Tram\n\nSome 12\u202f000 rode\n\nOn 40 trams"
    assert [block.kind for block in made.blocks] == ["title", "paragraph", "item"]
    assert made.blocks[2].depth == 2
    assert [(made.text[link.start : link.end], link.target) for link in made.links] == [
        ("12\u202f000", "http://a.org"),
        ("40", "The mayor"),
    ]
    assert [made.places.told(made.text.index(word)) for word in ("Tram", "rode", "trams")] == [
        "¶1",
        "¶2",
        "¶4",
    ]


def test_rows_have_their_header() -> None:
    cells = (
        Part("row", (Piece("Year"), Piece(" | "), Piece("Trams"))),
        Part("row", (Piece("9 | 4"),), header=0),
    )
    assert compose(Draft(cells)).blocks == (Block("row", 0, 12), Block("row", 14, 19, (0, 12)))


def test_the_way_back_to_the_source() -> None:
    source = "<p>Caf&eacute; <b>12&nbsp;000</b> cups</p>"
    pieces = (
        Piece("Caf", (3, 6)), Piece("é", (6, 14)), Piece(" ", (14, 15)), Piece("12", (18, 20)),
        Piece("\xa0", (20, 26)), Piece("000", (26, 29)), Piece(" cups", (33, 38)),
    )  # fmt: skip
    made = compose(Draft((Part("paragraph", pieces),), source))
    assert made.text == "Café 12\xa0000 cups"
    start = made.text.index("12")
    at, end = made.places.span(start, start + 6)
    assert source[at:end] == "12&nbsp;000"
    assert made.places.line(at) == (1, 19)
    assert made.places.shown(at, end) == (start, start + 6)
    assert made.places.told(start) == "line 1"


def test_an_address_is_a_link_and_no_figure() -> None:
    made = compose(Draft((Part("paragraph", (Piece("See https://a.org/2024/12, now"),)),)))
    assert made.text == "See ↗, now"
    assert made.links == (Link(4, 5, "https://a.org/2024/12"),)
