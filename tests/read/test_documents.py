"""Word processors' files, PDF, sheets and mail: what a reader sees of each, and what is refused."""

# ruff: noqa: E501, ISC004 - a row of a table is a line

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read.article import read_articles
from factcheck.read.docx import drafts as read_docx
from factcheck.read.formats import Reading
from factcheck.read.odt import drafts as read_odt
from factcheck.read.rtf import drafts as read_rtf
from tests.read.documents import docx, linked, odt, packed, places, shown
from tests.read.pdfs import Set, pdf


def p(*runs: str, style: str = "") -> str:
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


OLD, NEW = f"<w:del>{r('40').replace('w:t', 'w:delText')}</w:del>", f"<w:ins>{r('41')}</w:ins>"
MARK = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 99</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + r("12 trams")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = "<w:r><mc:AlternateContent>{}</mc:AlternateContent></w:r>".format(
    "".join(
        f"<mc:{kind}><w:txbxContent>{p(r('In a box: 7.'))}</w:txbxContent></mc:{kind}>"
        for kind in ("Choice", "Fallback")
    )
)
CELLS = "".join(
    f"<w:tr>{''.join(f'<w:tc>{p(r(cell))}</w:tc>' for cell in row)}</w:tr>"
    for row in (("Year", "Trams"), ("2024", "41"))
)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p(r("Some 41"), r(" ", "<w:b/>"), r("000 rode."), style=""), [("paragraph", "Some 41 000 rode.")]),
        (p(r("The city has "), OLD, NEW, r(" trams.")), [("paragraph", "The city has 41 trams.")]),
        (f"<w:p>{MARK}{r('It has 4')}</w:p>" + p(r("1 trams.")), [("paragraph", "It has 41 trams.")]),
        (p(r("Seen."), r(" 99 hidden", "<w:vanish/>"), r(" Shown.", '<w:vanish w:val="0"/>')), [("paragraph", "Seen. Shown.")]),
        (p(FIELD, r(".")), [("paragraph", "12 trams.")]),
        (p(BOX, r("Beside it.")), [("paragraph", "Beside it."), ("paragraph", "In a box: 7.")]),
        (f"<w:tbl>{CELLS}</w:tbl>", [("row", "Year | Trams"), ("row", "2024 | 41")]),
        (p(r("Trams"), style="Title") + p(r("They came."), style="Quote"), [("title", "Trams"), ("quote", "They came.")]),
        (f"<w:sdt><w:sdtContent>{p(r('Held, 3.'))}</w:sdtContent></w:sdt>", [("paragraph", "Held, 3.")]),
        (p(r("A"), "<w:r><w:tab/></w:r>", r("b"), "<w:r><w:noBreakHyphen/></w:r>", r("c.")), [("paragraph", "A b-c.")]),
    ],
)  # fmt: skip
def test_word(body: str, blocks: list[tuple[str, str]]) -> None:
    [draft] = read_docx("a.docx", docx(body))
    assert shown(draft) == blocks


def test_word_before_its_changes() -> None:
    body = p(r("The city has "), OLD, NEW, r(" trams."))
    [draft] = read_docx("a.docx", docx(body), "original")
    assert shown(draft) == [("paragraph", "The city has 40 trams.")]


def test_word_has_links_notes_places_and_properties() -> None:
    link = f'<w:hyperlink r:id="x">{r("41 trams")}</w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    rels = '<Relationships><Relationship Id="x" Type="a/hyperlink" Target="http://a.org"/></Relationships>'
    notes = f'<w:footnotes SPACE><w:footnote w:id="2">{p(r("The mayor, in May."))}</w:footnote></w:footnotes>'
    core = '<c xmlns:d="urn:d"><d:title>T</d:title><d:created>2025-03-01T10:00:00Z</d:created><d:language>fr-FR</d:language></c>'
    data = docx(
        p(r("One.")) + p(link, r(" for 310 riders"), note, r(".")), rels=rels, footnotes=notes, core=core
    )
    [draft] = read_docx("a.docx", data)
    assert linked(draft) == [("41 trams", "http://a.org"), ("310 riders", "The mayor, in May.")]
    assert places(draft).told(8) == "¶2"
    assert (draft.title, draft.date, draft.date_from, draft.language) == (
        "T",
        "2025-03-01",
        "document",
        "fr-FR",
    )


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<text:p>Some<text:s/> 41 000<text:tab/>rode.</text:p>", [("paragraph", "Some 41 000 rode.")]),
        (
            "<text:h>Trams</text:h><text:p>They came.</text:p>",
            [("title", "Trams"), ("paragraph", "They came.")],
        ),
        (
            "<text:list><text:list-item><text:p>One tram.</text:p></text:list-item></text:list>",
            [("item", "One tram.")],
        ),
        (
            "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
            "<table:table-cell><text:p>Trams</text:p></table:table-cell></table:table-row><table:table-row>"
            '<table:table-cell table:number-columns-repeated="2"><text:p>4</text:p></table:table-cell>'
            "</table:table-row></table:table>",
            [("row", "Year | Trams"), ("row", "4 | 4")],
        ),
        (
            "<text:p>Said.<o:annotation><text:p>No 99</text:p></o:annotation></text:p>",
            [("paragraph", "Said.")],
        ),
    ],
)
def test_open_document(body: str, blocks: list[tuple[str, str]]) -> None:
    [draft] = read_odt("a.odt", odt(body, "<meta:creation-date>2025-03-01T10:00:00</meta:creation-date>"))
    assert shown(draft) == blocks
    assert (draft.date, draft.date_from) == ("2025-03-01", "document")


def test_open_document_before_its_changes_and_its_notes() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>40</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    body = (
        f'{changes}<text:p>It has <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>41'
        '<text:change-end text:change-id="c2"/> trams<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>The mayor.</text:p></text:note-body></text:note>.</text:p>"
    )
    [new], [old] = read_odt("a.odt", odt(body)), read_odt("a.odt", odt(body), "original")
    assert shown(new) == [("paragraph", "It has 41 trams.")]
    assert shown(old) == [("paragraph", "It has 40 trams.")]
    assert linked(new) == [("41 trams", "The mayor.")]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (r"\pard Some {\b 41 000} rode.\par", [("paragraph", "Some 41 000 rode.")]),
        (
            r"\pard Caf\'e9 \u8220?12\~000\u8221? \uc2\u233  et\'eb.\par",
            [("paragraph", "Café “12\xa0000” étë.")],
        ),
        (
            r"\pard before {\deleted 10 000}{\revised 15 000} trams.\par",
            [("paragraph", "before 15 000 trams.")],
        ),
        (r"\pard Seen.{\v  99 hidden} Shown.\par", [("paragraph", "Seen. Shown.")]),
        (r"{\header 99}{\*\unknown 98}{\info{\title T}}\pard Shown.\par", [("paragraph", "Shown.")]),
        (
            r"\trowd\intbl Year\cell Trams\cell\row\trowd\intbl 2024\cell 41\cell\row\pard",
            [("row", "Year | Trams"), ("row", "2024 | 41")],
        ),
        (r"\pard\bullet\tab One tram.\par", [("item", "One tram.")]),
    ],
)
def test_rtf(body: str, blocks: list[tuple[str, str]]) -> None:
    [draft] = read_rtf("a.rtf", rb"{\rtf1\ansi\ansicpg1252 " + body.encode() + b"}")
    assert shown(draft) == blocks


def test_rtf_has_links_notes_and_what_was_before() -> None:
    field = r'{\field{\*\fldinst{HYPERLINK "http://a.org"}}{\fldrslt{41 trams}}}'
    body = rf"{{\rtf1 {{\info{{\creatim\yr2025\mo3\dy1}}}}\pard It has {field}{{\footnote The mayor.}} {{\deleted 40}}.\par}}"
    [draft] = read_rtf("a.rtf", body.encode())
    assert linked(draft) == [("41 trams", "http://a.org"), ("41 trams", "The mayor.")]
    assert draft.date == "2025-03-01"
    [old] = read_rtf("a.rtf", body.encode(), "original")
    assert shown(old) == [("paragraph", "It has 41 trams 40.")]


BOMB = f"<!DOCTYPE x [<!ENTITY a '{'9' * 99}'><!ENTITY b '{'&a;' * 99}'>]><w:document>&b;</w:document>"
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "bomb": ("a.docx", lambda: packed({"word/document.xml": b" " * (100 << 20)}), "unpacks to over"),
    "entities": ("a.docx", lambda: packed({"word/document.xml": BOMB}), "DOCTYPE"),
    "truncated": ("a.docx", lambda: docx(p(r("One.")))[:-40], "damaged"),
    "another archive": ("a.docx", lambda: packed({"a.txt": "One."}), "no Word document"),
    "an older kind": (
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "encrypted, or of an older",
    ),
    "a picture": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a picture"),
    "no odt": ("a.odt", lambda: packed({"a.txt": "One."}), "no text document"),
    "no rtf": ("a.rtf", lambda: b"One.", "no RTF"),
    "an open group": ("a.rtf", lambda: rb"{\rtf1 One.", "breaks off"),
    "deep groups": ("a.rtf", lambda: rb"{\rtf1 " + b"{" * 100_000, "nested more than"),
    "no sheet": ("a.xlsx", lambda: b"One.", "damaged"),
    "a sheet that is none": ("a.xlsx", lambda: packed({"a.txt": "One."}), "no workbook"),
    "no cue": ("a.srt", lambda: b"One.", "no subtitles"),
    "no feed": ("a.xml", lambda: b"<html/>", "WordPress"),
    "no news": ("a.json", lambda: b"{}", "ninjs"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_why(name: str) -> None:
    path, data, why = REFUSED[name]
    with pytest.raises(ReadError, match=f"{path}.*{why}"):
        list(read_articles(path, data()))


def test_an_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2_raw", None)
    with pytest.raises(ReadError, match=r"pip install 'factlint\[pdf\]'"):
        list(read_articles("a.pdf", b""))


SEEDS = {
    "a.docx": docx(p(r("One tram."))),
    "a.odt": odt("<text:p>One tram.</text:p>"),
    "a.rtf": rb"{\rtf1 \pard One {\b tram}.\par}",
    "a.eml": b"Subject: T\n\nOne tram.\n",
    "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nOne tram.\n",
    "a.pdf": pdf([Set(50, 700, "One tram.")]),
    "a.csv": b"title,text\nT,One tram.\n",
    "a.json": b'{"type": "text", "body_text": "One tram.", "uri": "x", "headline": "T"}',
    "a.xml": b"<rss><channel><item><title>T</title><description>One tram.</description></item></channel></rss>",
    "a.html": b"<html><body><article><p>One tram.</p></article></body></html>",
}


@given(st.sampled_from(sorted(SEEDS)), st.integers(0, 4000), st.binary(max_size=4), st.booleans())
def test_whatever_the_bytes_it_is_read_or_refused(path: str, at: int, bytes_: bytes, cut: bool) -> None:
    data = SEEDS[path]
    at %= len(data)
    spoiled = data[:at] + bytes_ + (b"" if cut else data[at + len(bytes_) :])
    try:
        found = list(read_articles(path, spoiled, Reading()))
    except ReadError as error:
        assert str(error).startswith(path)  # noqa: PT017 - either is right
    else:
        assert all(article.places.length == len(article.text) for article in found)


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "x", ""])
def test_a_number_that_is_none_costs_nothing(number: str) -> None:
    """`²` is a digit to Unicode and no number, and Python refuses to read thousands of digits."""
    style = f'<w:pPr><w:outlineLvl w:val="{number}"/><w:numPr><w:ilvl w:val="{number}"/></w:numPr></w:pPr>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="{number}"/></w:trPr>{"<w:tc><w:p/></w:tc>" * 2}</w:tr>'
    body = f"<w:p>{style}<w:r><w:t>Some 41 trams.</w:t></w:r></w:p><w:tbl>{row}</w:tbl>"
    cell = (
        f'<table:table-cell table:number-columns-repeated="{number}"><text:p>41</text:p></table:table-cell>'
    )
    sheet = f"<table:table><table:table-row>{cell * 2}</table:table-row></table:table>"
    [word], [text] = read_articles("a.docx", docx(body)), read_articles("a.odt", odt(sheet))
    assert word.text == "Some 41 trams."
    assert text.text == "41 | 41"
