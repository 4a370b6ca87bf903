"""Web pages: what is read of them, in which parts, and where it stands."""

from __future__ import annotations

import html
import re

import pytest

from factcheck.errors import ReadError
from factcheck.read.compose import compose
from factcheck.read.draft import Part
from factcheck.read.webpage.page import HtmlSettings, fragment
from tests.read.webpages import BROKEN, PAGES, TABLES, read, shown


def text(parts: tuple[Part, ...]) -> list[str]:
    return ["".join(piece.text for piece in part.pieces) for part in parts]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>One<p>Two", [("paragraph", "One"), ("paragraph", "Two")]),
        (
            "<div>One<span>s</span> <i>and</i> two</div>three",
            [("paragraph", "Ones and two"), ("paragraph", "three")],
        ),
        ("<h1>Head</h1><h2>Sub</h2><p>x", [("title", "Head"), ("heading", "Sub"), ("paragraph", "x")]),
        ("<p>11<br>000 men", [("paragraph", "11 000 men")]),
        (
            "one<br><br>two<br> <br/>three",
            [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")],
        ),
        ("<p>11&nbsp;000 &eacute;l&egrave;ves", [("paragraph", "11\xa0000 élèves")]),
        ("<p>about <b>11,900</b> men", [("paragraph", "about 11,900 men")]),
        ("<p>was <del>10</del><s>11</s> <ins>12</ins>", [("paragraph", "was 12")]),
        (
            "<p>a<script>1</script><style>2</style><template><p>3</template><noscript>4</noscript>",
            [("paragraph", "a")],
        ),
        (
            "<p>a</p><p hidden>1</p><p aria-hidden=true>2<p style='display: none'>3<p class='sr-only x'>4",
            [("paragraph", "a")],
        ),
        (
            "<p>a</p><p hidden=until-found>1<p aria-hidden=false>2",
            [("paragraph", "a"), ("paragraph", "1"), ("paragraph", "2")],
        ),
        ("<blockquote><p>So he said.</p></blockquote>", [("quote", "So he said.")]),
        ("<figure><img alt=8><figcaption>A view of 9</figcaption></figure>", [("caption", "A view of 9")]),
        ("<dl><dt>Men<dd>12</dl>", [("item", "Men"), ("item", "12")]),
        ("<p>In <st1:place>Kyiv</st1:place> 5<o:p></o:p>", [("paragraph", "In Kyiv 5")]),
        ("<details><summary>More</summary>12 men</details>", [("heading", "More"), ("paragraph", "12 men")]),
        ("<?xml version='1.0'?><html><head><title/><script src='a.js' /></head><p>x", [("paragraph", "x")]),
        (
            "<?xml version='1.0'?><!DOCTYPE html><p>a<?php 1 ?>b<!for c>c</ d>d<!doctype e>",
            [("paragraph", "abc d")],
        ),
        ("plain words", [("paragraph", "plain words")]),
        ("", []),
        ("<p> &nbsp; </p><div><br></div>", []),
    ],
)
def test_blocks(page: str, blocks: list[tuple[str, str]]) -> None:
    assert shown(page) == blocks


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>some 300 km<sup>2</sup> of land", "some 300 km² of land"),
        ("<p>10<sup>6</sup> and 10<sup>-3</sup> grams", "10⁶ and 10⁻³ grams"),
        ("<p>CO<sub>2</sub> and the 1<sup>er</sup> mai", "CO2 and the 1er mai"),
        ("<p>there are people<sup>3</sup> in it", "there are people in it"),
        ("<p>there are people<sup>[3]</sup> in it", "there are people in it"),
        ("<p>12 people<sup class=reference><a href=#c>[3]</a></sup> left", "12 people left"),
        ("<p>12 people <a href=#n1>1</a> left<p id=n1>A note", "12 people left"),
        ("<p>room <a href=#nowhere>12</a> is free", "room 12 is free"),
        ("<p>see <a href=#part>the part on 12 men</a><h2 id=part>x</h2>", "see the part on 12 men"),
    ],
)
def test_what_is_raised(page: str, said: str) -> None:
    assert shown(page)[0] == ("paragraph", said)


@pytest.mark.parametrize(
    ("page", "word", "target"),
    [
        (
            "<p>some 600 men<sup><a href='#fn1'>1</a></sup> came<li id=fn1>By the NIS. <a href=#r>↩</a>",
            "600 men",
            "By the NIS.",
        ),
        (
            "<p>some 600 men<a href='#fn1' role=doc-noteref>a</a> came<li id=fn1>By the NIS.",
            "600 men",
            "By the NIS.",
        ),
        ("<p>some 600<sup><a href='https://a.org/x'>2</a></sup> came", "600", "https://a.org/x"),
        ("<p>some <a href='https://a.org/x'>six <b>hundred</b></a> came", "six hundred", "https://a.org/x"),
    ],
)
def test_links_and_notes(page: str, word: str, target: str) -> None:
    made = compose(read(page))
    assert [(made.text[link.start : link.end], link.target) for link in made.links] == [(word, target)]


def test_a_link_that_leads_nowhere_is_none() -> None:
    assert not compose(
        read("<p><a href='#'>1</a> <a>2</a> <a href='javascript:x()'>3</a> <a href=''>4</a>")
    ).links


def test_lists_are_as_deep_as_they_stand() -> None:
    draft = read("<ul><li>a<ol><li>b</ol><p>c</p><li>d</ul>")
    assert [(part.kind, part.depth) for part in draft.parts] == [
        ("item", 0),
        ("item", 1),
        ("item", 0),
        ("item", 0),
    ]


def test_tables() -> None:
    draft = read(TABLES)
    made = compose(draft)
    rows = [
        (made.text[block.start : block.end], block.header and made.text[slice(*block.header)])
        for block in made.blocks
        if block.kind == "row"
    ]
    year, club = "Year | Visitors | | Share", "Club | Members"
    assert rows == [
        (year, None), ("2024 | 1,200 | 1,300 | 8\xa0%", year), ("| 1,400 | 1,500 | 9 %", year),
        (club, None), ("Chess (open) | 45", club),
        ("7 | 8", None), ("9 | 10", None), ("Nested | 1", None),
    ]  # fmt: skip
    assert ("caption", "Visitors per year") in shown(TABLES)
    assert ("paragraph", "Beside it: 2") in shown(TABLES)


def test_comments_have_their_places() -> None:
    draft = read("<p>a<!-- factcheck: ignore[possible] why --> b</p><!--open")
    assert draft.source is not None
    assert [draft.source[slice(*span)] for span in draft.comments] == [
        "<!-- factcheck: ignore[possible] why -->",
        "<!--open",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_every_piece_has_its_place(name: str) -> None:
    draft = read(PAGES[name])
    assert draft.source == PAGES[name]
    exact = total = 0
    for part in draft.parts:
        for piece in part.pieces:
            assert piece.at is not None
            there = draft.source[slice(*piece.at)]
            if len(there) == len(piece.text):
                assert there == piece.text
            size = len(piece.text.strip(" |"))
            total += size
            exact += size if piece.text == there or html.unescape(there) == piece.text else 0
    assert exact >= 0.998 * total


@pytest.mark.parametrize("name", PAGES)
def test_each_figure_leads_back(name: str) -> None:
    made = compose(read(PAGES[name]))
    for figure in re.finditer(r"\d+", made.text):
        assert PAGES[name][slice(*made.places.span(*figure.span()))] in (figure[0], "&copy15", "&#0;")


def test_what_is_broken_is_read_on() -> None:
    said = compose(read(BROKEN)).text
    for words in ("First bold both italic 12 < 13 & 14 ©15 < 16", "Second paragraph goes on", "cell 18 | 19"):
        assert words in said
    assert "kept 20 lines" in said
    assert said.count("stray 17") == 1


@pytest.mark.parametrize(
    ("settings", "texts"),
    [
        (HtmlSettings(body=".b"), ["Two 2", "Three 3"]),
        (HtmlSettings(body=".b", drop=("em", "h2")), ["Two", "Three 3"]),
        (HtmlSettings(body="section", drop=(".b",)), ["One 1"]),
        (HtmlSettings(drop=(".b",)), ["One 1"]),
        (HtmlSettings(body=".nowhere"), ["One 1", "Two 2", "Three 3"]),
    ],
)
def test_settings_win(settings: HtmlSettings, texts: list[str]) -> None:
    page = "<section><p>One 1</p><p class=b>Two <em>2</em></p><div class=b>"
    page += "<p class=b>Three 3</p></div></section>"
    assert [said for _, said in shown(page, settings)] == texts


def test_a_wrong_selector_is_named() -> None:
    for wrong in (HtmlSettings(body="p["), HtmlSettings(drop=(">>",))):
        with pytest.raises(
            ReadError, match=r"page\.html: \[html\] (body|drop) = '(p\[|>>)' is no CSS selector"
        ):
            read("<p>x", wrong)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<meta charset=iso-8859-2><p>\xb3\xf3d\xbc 12", "łódź 12"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xc4\xe0 12',
            "Да 12",
        ),
        (b"<meta charset=latin-1><p>\x80 12", "€ 12"),
        ("<meta charset=iso-8859-1><p>déjà 12".encode(), "déjà 12"),
        (b"<meta charset=rot13><p>d\xe9j\xe0", "déjà"),
        (b"\xef\xbb\xbf\xef\xbb\xbf<p>x 12", "x 12"),
    ],
)
def test_encodings(data: bytes, said: str) -> None:
    made = compose(read(data))
    assert made.text == said
    assert made.places.span(len(said) - 1, len(said))[1] == len(read(data).source or "")


def test_a_fragment_is_all_article() -> None:
    parts = fragment(
        "<nav><p>One &amp; 1</p></nav><ul><li>two</li></ul><p class=share>m<sup>2</sup> <a href=https://a.org>l</a>"
    )
    assert text(parts) == ["One & 1", "two", "m² l"]
    assert [part.kind for part in parts] == ["paragraph", "item", "paragraph"]
    assert all(piece.at is None for part in parts for piece in part.pieces)
    assert parts[2].pieces[-1].link == "https://a.org"
    assert fragment("") == ()
    assert text(fragment("one <!-- two")) == ["one "]
