"""Word documents: what people and programs leave in them, and what a reader sees of it."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import pytest

from factcheck.model import Aside
from factcheck.read.docx import drafts
from factcheck.read.draft import Draft
from tests.read.documents import W, docx, linked, packed, shown


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def field(instruction: str, *result: str) -> str:
    turn = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return "".join((turn("begin"), said, turn("separate"), *result, turn("end")))


def style(key: str, name: str, rest: str = "") -> str:
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{rest}</w:style>'


def styled(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


STYLES = f"""<w:styles SPACE>
{style("Titre1", "heading 1")}
{style("Kop", "Kop", '<w:basedOn w:val="Titre1"/>')}
{style("Round", "Round", '<w:basedOn w:val="Turn"/>')}{style("Turn", "Turn", '<w:basedOn w:val="Round"/>')}
{style("Rubrik", "Rubrik", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}
{style("Brood", "Brood", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')}
{style("Tirets", "Tirets", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>')}
{style("TM1", "toc 1")}{style("Lgende", "caption")}{style("Zit", "Intense Quote")}
{style("Weg", "Weg", "<w:rPr><w:vanish/></w:rPr>")}{style("Quotas", "Quotas of fish")}
</w:styles>"""


def read(body: str) -> Draft:
    [draft] = drafts(
        "a.docx", docx(p(r("Fish, counted."), properties=styled("Quotas")) + body, styles=STYLES)
    )
    return draft


def rest(body: str) -> list[tuple[str, str]]:
    """What is read below a first paragraph, for headings only become titles at the top."""
    return shown(read(body))[1:]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p(r("Rain"), properties=styled("Titre1")), [("heading", "Rain")]),
        (p(r("Rain fell."), properties=styled("Kop")), [("heading", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Rubrik")), [("heading", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Brood")), [("paragraph", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Round")), [("paragraph", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Quotas")), [("paragraph", "Rain fell.")]),
        (p(r("Rain fell."), properties='<w:outlineLvl w:val="2"/>'), [("heading", "Rain fell.")]),
        (p(r("Rain fell."), properties='<w:outlineLvl w:val="9"/>'), [("paragraph", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Tirets")), [("item", "Rain fell.")]),
        (p(r("Rain fell."), properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), [("paragraph", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Lgende")), [("caption", "Rain fell.")]),
        (p(r("Rain fell."), properties=styled("Zit")), [("quote", "Rain fell.")]),
        (p(r("–"), r(" 30 mm fell.")) + p(r("30 mm – no more.")), [("item", "30 mm fell."), ("paragraph", "30 mm – no more.")]),
    ],
)  # fmt: skip
def test_what_a_paragraph_is(body: str, blocks: list[tuple[str, str]]) -> None:
    assert rest(body) == blocks


INTER = p(r("Inter"), properties=styled("Titre1"))


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (INTER + p(r("Rain of 30 mm")) + p(r("It fell.")), "heading paragraph paragraph"),
        (p(r("Rain of 30 mm", "<w:b/>")) + p(r("It fell.")), "heading paragraph"),
        (
            INTER + p(r("It fell.")) + p(r("Rain of 30 mm", "<w:b/>")) + p(r("So it did.")),
            "heading paragraph heading paragraph",
        ),
        (INTER + p(r("Rain "), r("of 30 mm", "<w:b/>")) + p(r("It fell.")), "heading paragraph paragraph"),
        (INTER + p(r("Rain of 30 mm.", "<w:b/>")) + p(r("It fell.")), "heading paragraph paragraph"),
        (INTER + p(r("Rain of 30 mm", '<w:b w:val="0"/>')) + p(r("It fell.")), "heading paragraph paragraph"),
        (p(r("Rain of 30 mm")) + p(r("It fell.")), "heading paragraph"),  # a document that marks none
    ],
)
def test_where_headings_are_marked_a_short_line_is_none(body: str, kinds: str) -> None:
    assert [kind for kind, _ in rest(body)] == kinds.split()


def test_how_far_in_an_item_is() -> None:
    level = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
    draft = read(p(r("One."), properties=level) + p(r("Two."), properties=styled("Tirets")))
    assert [part.depth for part in draft.parts] == [0, 3, 2]


GONE = "<w:rPr><w:del/></w:rPr>"
BOX = f"<w:r><w:pict><w:txbxContent>{p(r('In a box: 7.'))}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p(r("Kept, 4."), properties=GONE), [("paragraph", "Kept, 4.")]),  # nothing follows that it could join
        (p(r("It is 4"), properties=GONE) + tbl(tr(tc(p(r("a"))), tc(p(r("b"))))), [("heading", "It is 4"), ("row", "a | b")]),
        (p(r("In 19"), properties="<w:rPr><w:specVanish/></w:rPr>") + p(r("84 it rained.")), [("paragraph", "In 1984 it rained.")]),
        (p(r("Seen."), r(" Not 99", '<w:rStyle w:val="Weg"/>')), [("paragraph", "Seen.")]),
        (p(r("Seen."), properties=styled("Weg")), []),
        (p(r("Seen.", '<w:vanish w:val="off"/>'), properties=styled("Weg")), [("paragraph", "Seen.")]),
        (p('<w:r><w:ruby><w:rt>', r("12"), "</w:rt><w:rubyBase>", r("Base."), "</w:rubyBase></w:ruby></w:r>"), [("paragraph", "Base.")]),
        (p('<w:r><w:drawing><c:t xmlns:c="urn:chart">88</c:t></w:drawing></w:r>', r("Said.")), [("paragraph", "Said.")]),
        (p(r("At "), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', r("500 m.")), [("paragraph", "At ≥500 m.")]),
        (p('<w:r><mc:AlternateContent><mc:Fallback><w:t>Shown.</w:t></mc:Fallback></mc:AlternateContent></w:r>'), [("paragraph", "Shown.")]),
        (p(r("2019"), "<w:r><w:tab/></w:r>", r("200"), "<w:r><w:br/></w:r>", r("fell.")), [("paragraph", "2019; 200 fell.")]),
        (p(r("11"), '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>5</m:t></m:r></m:oMath>', r("000 fell.")), [("paragraph", "11; 000 fell.")]),
        (p(field("IF", r("A."))) + p(r("B.")), [("paragraph", "A."), ("paragraph", "B.")]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p(r("B.")), [("paragraph", "B.")]),
    ],
)  # fmt: skip
def test_what_is_shown(body: str, blocks: list[tuple[str, str]]) -> None:
    assert rest(body) == blocks


@pytest.mark.parametrize(
    ("table", "blocks"),
    [
        (tbl(tr(tc(p(r("a"), BOX)), tc(p(r("b"))))), [("row", "a | b"), ("paragraph", "In a box: 7.")]),
        (tbl(tr(tc(p(r("10")), p(r("200"))), tc(p(r("b")), p(r("c"))))), [("row", "10; 200 | b c")]),
        (tbl(tr(tc(p(r("10"), properties=GONE), p(r("200"))), tc(p(r("b"))))), [("row", "10200 | b")]),
        (tbl(tr(tc(p(r("One.")), p(r("Two."))))), [("paragraph", "One."), ("paragraph", "Two.")]),
        (
            tbl(tr(*(tc(p(r(word))) for word in "abc")), tr(tc(p(r("d")), properties='<w:gridSpan w:val="2"/>'), tc(p(r("5"))))),
            [("row", "a | b | c"), ("row", "d | | 5")],
        ),
        (
            tbl(tr(tc(p(r("a"))), tc(p(r("b")), tbl(tr(tc(p(r("x"))), tc(p(r("y"))))))), tr(tc(p(r("c"))), tc(p(r("4"))))),
            [("row", "a | b"), ("row", "x | y"), ("row", "c | 4")],
        ),
        (tbl(tr(tc(p(r("a"))), tc(p(r("1"))), properties="<w:del/>"), tr(tc(p(r("b"))), tc(p(r("2"))))), [("row", "b | 2")]),
    ],
)  # fmt: skip
def test_tables(table: str, blocks: list[tuple[str, str]]) -> None:
    assert rest(table) == blocks


def test_a_row_that_is_said_to_be_the_header_is() -> None:
    head = tr(tc(p(r("Town"))), tc(p(r("2023"))), tc(p(r("2024"))), properties="<w:tblHeader/>")
    body = tr(tc(p(r("Lund"))), tc(p(r("7"))), tc(p(r("8"))))
    assert [part.header for part in read(tbl(head, body)).parts] == [None, None, 1]
    assert [part.header for part in read(tbl(head.replace("<w:tblHeader/>", ""), body)).parts] == [None] * 3


def test_what_is_left_aside_is_told() -> None:
    placeholder = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        p(r("Chapter 12"), properties=styled("TM1"))
        + placeholder.format(p(r("Click here, 12.")))
        + p(r("Seen."), r("Not 99", "<w:vanish/>"), f"<w:del>{r('98')}</w:del>")
        + f"<w:moveFrom>{p(r('97'))}</w:moveFrom><w:altChunk/>"
    )
    assert read(body).asides == (
        Aside("Chapter 12", "¶2", "the table of contents"),
        Aside("Click here, 12.", "¶2", "a placeholder"),
        Aside("Not 99", "¶2", "hidden text"),
        Aside("98", "¶2", "a tracked deletion"),
        Aside("97", "¶3", "moved text"),
        Aside("", "¶3", "an embedded document"),
    )


def test_links_of_fields_and_of_notes() -> None:
    body = p(
        field('HYPERLINK "http://a.org/1"', r("Rain of 30 mm")),
        r(" in May"),
        '<w:r><w:endnoteReference w:id="3"/></w:r>',
        r("."),
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    note = f'<w:endnotes xmlns:w="{W}" xmlns:r="{kind}"><w:endnote w:id="3"><w:p><w:hyperlink r:id="x">{r("The office")}</w:hyperlink></w:p></w:endnote></w:endnotes>'
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    links = f'<Relationships><Relationship Id="x" Type="{kind}/hyperlink" Target="http://a.org/2" TargetMode="External"/></Relationships>'
    main = f'<Relationships><Relationship Id="a" Type="{kind}/officeDocument" Target="/text/main.xml"/></Relationships>'
    ends = f'<Relationships><Relationship Id="a" Type="{kind}/endnotes" Target="ends.xml"/></Relationships>'
    data = packed(
        {
            "_rels/.rels": main,
            "text/main.xml": document,
            "text/_rels/main.xml.rels": ends,
            "text/ends.xml": note,
            "text/_rels/ends.xml.rels": links,
        }
    )
    [draft] = drafts("a.docx", data)
    assert linked(draft) == [("Rain of 30 mm", "http://a.org/1"), ("May", "The office http://a.org/2")]


def test_the_strict_kind_is_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = p(r("Rain"), properties=styled("Heading1")) + p(r("It fell. "), r("99", "<w:vanish/>"))
    data = packed(
        {
            "word/document.xml": f'<w:document xmlns:w="{strict}"><w:body>{body}</w:body></w:document>'.encode(
                "utf-16"
            )
        }
    )
    [draft] = drafts("a.docx", data)
    assert shown(draft) == [("title", "Rain"), ("paragraph", "It fell.")]
    assert draft.title == "Rain"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Rain in May", "Rain in May"),
        ("Microsoft Word - rain.doc", ""),
        ("Document1", ""),
        ("rain_v2.docx", ""),
    ],
)
def test_a_title_among_the_properties(said: str, title: str) -> None:
    [draft] = drafts("a.docx", docx(p(r("It fell.")), core=f"<c><title>{said}</title></c>"))
    assert draft.title == title
