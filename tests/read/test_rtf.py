"""RTF: what people and programs leave in it, and what a reader sees of it."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.compose import compose
from factcheck.read.draft import Changes, Draft
from factcheck.read.rtf import drafts
from tests.read.documents import linked, shown

STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Quote;}{\s3 toc 1;}{\*\cs4 Strong;}}"


def read(body: str, changes: Changes = "accepted") -> Draft:
    [draft] = drafts(
        "a.rtf", rb"{\rtf1\ansi\ansicpg1252 \pard Fish, counted.\par " + body.encode() + b"}", changes
    )
    return draft


def rest(body: str, changes: Changes = "accepted") -> list[tuple[str, str]]:
    """What is read below a first paragraph, for headings only become titles at the top."""
    return shown(read(body, changes))[1:]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (rf"{STYLES}\pard\s1 Rain fell.\par\pard\s2 It did.\par\pard\s0 So.\par", [("heading", "Rain fell."), ("quote", "It did."), ("paragraph", "So.")]),
        (r"\pard\outlinelevel1 Rain fell.\par\pard\outlinelevel9 It did.\par", [("heading", "Rain fell."), ("paragraph", "It did.")]),
        (r"\pard{\listtext 1.\tab}Rain fell.\par\pard It did.\par", [("item", "Rain fell."), ("paragraph", "It did.")]),
        (r"\pard\endash  30 mm fell.\par\pard 30 mm \endash  no more.\par", [("item", "30 mm fell."), ("paragraph", "30 mm – no more.")]),
        ("\\pard Rain\r\n fell.\\\nIt did.\\par", [("paragraph", "Rain fell."), ("paragraph", "It did.")]),
        (r"\pard 2019\tab 200\line fell.\par", [("paragraph", "2019; 200 fell.")]),
        (r"\trowd\intbl 10\par 200\cell b\par c\cell\row\pard", [("row", "10; 200 | b c")]),
        (r"\trowd\intbl One.\par Two.\cell\row\pard", [("paragraph", "One."), ("paragraph", "Two.")]),
        (
            r"\trowd\pard\intbl a\cell\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl b\cell\row\pard Then.\par",
            [("row", "a | b"), ("row", "x | y"), ("paragraph", "Then.")],
        ),
        (r"\pard Rain{\shp{\*\shpinst{\sp{\sn left}{\sv 99}}{\shptxt\pard In a box: 7.\par}}{\shprslt 98}} fell.\par", [("paragraph", "Rain fell."), ("paragraph", "In a box: 7.")]),
        (r"\pard {\upr{Cafe 9.}{\*\ud{Caf\u233?.}}}\par", [("paragraph", "Café.")]),
        (r"\pard {\object{\*\objdata 99}{\result Shown.}}{\xe 98}{\pict\bin4 }}{{ 97}\par", [("paragraph", "Shown.")]),
        (r"\pard Open to the end.", [("paragraph", "Open to the end.")]),
        (r"\trowd\pard\intbl a\cell b\cell", [("row", "a | b")]),
    ],
)  # fmt: skip
def test_what_is_shown(body: str, blocks: list[tuple[str, str]]) -> None:
    assert rest(body) == blocks


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\ansicpg932\pard \'93\'fa\'96\'7b.\par", "日本."),
        (r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\pard\f1 \'cf\'f0\f0 \'e9.\par", "Прé."),
        (r"\pard {\uc2 \u8364\'e2\'82}50.\par", "€50."),
        (r"\pard\uc1 \u55357?\u-8704?.\par", "😀."),
        (r"\pard\uc0 \u233t\u233.\par", "été."),
    ],
)
def test_codes(body: str, text: str) -> None:
    assert rest(body) == [("paragraph", text)]


@pytest.mark.parametrize(
    ("body", "accepted", "original"),
    [
        (r"\pard It has 4{\deleted\par}1 trams.\par", ["It has 41 trams."], ["It has 4", "1 trams."]),
        (r"\pard It has {\deleted 40}{\revised 41}.\par", ["It has 41."], ["It has 40."]),
        (r"\pard It has {\v 99 \plain 41}.\par", ["It has 41."], ["It has 41."]),
    ],
)
def test_changes_and_hidden_text(body: str, accepted: list[str], original: list[str]) -> None:
    assert [text for _, text in rest(body)] == accepted
    assert [text for _, text in rest(body, "original")] == original


def test_notes_have_their_links() -> None:
    field = r'{\field{\*\fldinst HYPERLINK "http://a.org/%d" }{\fldrslt %s}}'
    body = rf"\pard {field % (1, 'Rain')} of 30 mm{{\super\chftn}}{{\*\footnote\pard {field % (2, 'The office')}\par In May.}} fell.\par"
    assert linked(read(body)) == [("Rain", "http://a.org/1"), ("30 mm", "The office In May. http://a.org/2")]


def test_what_is_left_aside_is_told() -> None:
    body = rf"{STYLES}\pard\s3 Chapter 12\par\pard Seen.{{\v Not 99}}{{\deleted 9}}{{\deleted 8}}\par"
    assert read(body).asides == (
        Aside("Chapter 12", "¶1", "the table of contents"),
        Aside("Not 99", "¶2", "hidden text"),
        Aside("98", "¶2", "a tracked deletion"),
    )


def test_a_row_that_is_said_to_be_the_header_is() -> None:
    rows = r"\trowd{}\intbl Town\cell 2023\cell 2024\cell\row\trowd\intbl Lund\cell 7\cell 8\cell\row\pard"
    assert [part.header for part in read(rows.replace("{}", r"\trhdr")).parts] == [None, None, 1]
    assert [part.header for part in read(rows.replace("{}", "")).parts] == [None] * 3


CHANGES: tuple[Changes, Changes] = ("accepted", "original")
PIECES = [
    "{", "}", r"\pard", r"\par", r"\intbl", r"\itap2", r"\cell", r"\nestcell", r"\row", r"\nestrow", r"\trowd",
    r"{\footnote", r"{\shptxt", r"{\*\shpinst", r"{\*\x", r"{\field{\*\fldinst HYPERLINK x}{\fldrslt", r"\u233",
    r"\'e9", r"\bin3", r"\v", r"\plain", r"{\stylesheet{\s1 x;}}", r"{\fonttbl{\f1\fcharset128 x;}}", r"\f1", r"\uc9",
    r"{\info{\title", " word ", "12", "\\", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_whatever_the_words_they_are_read_or_refused(words: list[str]) -> None:
    data = rb"{\rtf1" + "".join(words).encode() + b"}"
    for changes in CHANGES:
        try:
            [draft] = drafts("a.rtf", data, changes)
        except ReadError as error:
            assert "breaks off" in str(error)  # noqa: PT017 - either is right
        else:
            assert len(compose(draft).blocks) <= len(draft.parts)
