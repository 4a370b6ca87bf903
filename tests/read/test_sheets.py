"""Workbooks: what a reader sees of their cells, each at its place, and what is left aside."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import pytest

from factcheck.errors import ReadError
from factcheck.read.compose import compose
from factcheck.read.draft import Draft
from factcheck.read.rows import columns
from factcheck.read.sheets import drafts
from tests.read.documents import line, linked, ods, places, shown, xlsx
from tests.read.items import texts


def read(data: bytes, path: str = "a.xlsx") -> Draft:
    [draft] = drafts(path, data)
    return draft


def rows(*lines: str) -> str:
    return f"<sheetData>{''.join(lines)}</sheetData>"


TOWNS = rows(line("Town", "Riders"), line("Nice", 41), line("Lyon", 12))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<c s="1"><v>0.125</v></c>', "12.5 %"), ('<c s="2"><v>45973</v></c>', "2025-11-12"), ('<c s="3"><v>-1234.5</v></c>', "-1 234.50 €"),
        ("<c><v>41</v></c>", "41"), ("<c><v>4.1E1</v></c>", "41"), ('<c t="s"><v>0</v></c>', "bold 41"), ('<c t="str"><f>A1</f><v>made</v></c>', "made"),
        ('<c t="b"><v>1</v></c>', "TRUE"), ('<c t="e"><v>#N/A</v></c>', "#N/A"), ('<c t="d"><v>2025-11-12T00:00:00</v></c>', "2025-11-12"),
        ('<c s="99"><v>41</v></c>', "41"), ('<c t="s"><v>7</v></c>', None), ("<c><v>INF</v></c>", "INF"), ("<c/>", None),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_shown(cell: str, said: str | None) -> None:
    bold = "<r><t>bold </t></r><r><t>41</t></r><rPh><t>read so</t></rPh>"
    data = xlsx(rows(line("Town", "Riders"), line("Nice", cell)), formats=("0.0%", "d mmm", '#,##0.00\\ &quot;€&quot;'), strings=(bold,))  # fmt: skip
    assert texts(read(data))[1].replace("\u202f", " ") == f"Nice | {said or ''}".rstrip()


def test_cells_have_their_places_and_rows_their_header() -> None:
    data = xlsx(
        rows(line("Towns of Ulm, 2025"), line("Town", "Riders", more='r="3"'), line("Nice", 41)),
        names=["Our towns"],
    )
    draft = read(data)
    assert shown(draft) == [("heading", "Our towns"), ("paragraph", "Towns of Ulm, 2025"), ("row", "Town | Riders"), ("row", "Nice | 41")]  # fmt: skip
    assert [part.header for part in draft.parts] == [None, None, None, 2]
    text = compose(draft).text
    assert [places(draft).told(text.index(said)) for said in ("Riders", "Nice", "41")] == ["'Our towns'!B3", "'Our towns'!A4", "'Our towns'!B4"]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "headers"),
    [
        ([line("Town", "Riders"), line("Nice", 41), line("Lyon", 12)], [None, 0, 0]),
        ([line("Town", 2023, 2024), line("Nice", 41, 44)], [None, 0]),
        ([line("Nice", 2011, 1987), line("Lyon", 12, 44)], [None, None]),
        ([line("Town", '<c s="1"><v>45973</v></c>', '<c s="1"><v>45974</v></c>'), line("Nice", 41, 44)], [None, 0]),
        ([line("Town", "Riders"), line("Nice", 41), line("Lyon", 12, more='r="4"')], [None, 0, 0]),
        ([line("Town", "Riders"), line("Nice", 41), line("Port", "Ships", more='r="4"'), line("Bari", 7)], [None, 0, None, 2]),
        ([line("Town", "Riders"), line("Nice", 41), line("Lyon", "closed", more='r="4"'), line("Rome", "closed")], [None, 0, 0, 0]),
        ([line("Town", "Riders"), line("Nice", 41), line("Total")], [None, 0, 0]),
    ],
)  # fmt: skip
def test_which_line_heads_a_table(lines: list[str], headers: list[int | None]) -> None:
    assert [part.header for part in read(xlsx(rows(*lines), formats=("mmm-yy",))).parts] == headers


def test_what_is_hidden_is_left_aside() -> None:
    body = '<cols><col min="2" max="2" hidden="1"/></cols>' + rows(
        line("Town", "Secret", "Riders"), line("Nice", 98, 41), line("Bari", 97, 7, more='hidden="1"'), line("Rome", 96, 6, more='hidden="1"'), line("Lyon", 95, 12),
    )  # fmt: skip
    draft = read(xlsx(body, rows(line("Old", 99)), states=("visible", "veryHidden")))
    assert texts(draft) == ["Town | Riders", "Nice | 41", "Lyon | 12"]
    assert [part.header for part in draft.parts] == [None, 0, 0]
    assert [(aside.place, aside.why, aside.text) for aside in draft.asides] == [
        ("Sheet2", "a hidden sheet", "Sheet2"),
        ("Sheet1!3:4", "hidden lines", "Bari | 97 | 7 Rome | 96 | 6"),
        ("Sheet1!B:B", "a hidden column", "Secret 98 95"),
    ]


def test_what_holds_something_and_shows_nothing_is_told() -> None:
    unsaved = "<c><f>SUM(B1:B9)</f></c>"
    draft = read(xlsx(rows(line("Town", "Riders"), line("Nice", unsaved), line("Lyon", unsaved), line("Rome", '<c s="1"><v>9</v></c>')), formats=(";;;",)))  # fmt: skip
    assert [(aside.place, aside.text, aside.why) for aside in draft.asides] == [
        ("Sheet1!B2", "B2 B3", "a formula without its value (open and save it)"),
        ("Sheet1!B4", "B4", "hidden by its format"),
    ]


def test_a_cell_links_and_has_lines() -> None:
    body = (
        rows(line("Town", "Riders"), line("Nice", "2019\n200"))
        + '<hyperlinks><hyperlink ref="B2" r:id="x"/></hyperlinks>'
    )
    rels = '<Relationships><Relationship Id="x" Type="a/hyperlink" Target="http://a.org" TargetMode="External"/></Relationships>'
    draft = read(xlsx(body, **{"worksheets/_rels/sheet1.xml.rels": rels}))
    assert texts(draft)[1] == "Nice | 2019; 200"
    assert linked(draft) == [("2019", "http://a.org"), ("200", "http://a.org")]


def test_days_may_count_from_1904_and_a_book_has_properties() -> None:
    core = '<c xmlns:d="urn:d"><d:title>Trams</d:title><d:created>2025-03-01T10:00:00Z</d:created></c>'
    data = xlsx(rows(line("Since", '<c s="1"><v>44511</v></c>')), formats=("yyyy-mm-dd",), settings='<workbookPr date1904="1"/>', core=core)  # fmt: skip
    draft = read(data)
    assert texts(draft) == ["Since | 2025-11-12"]
    assert (draft.title, draft.date, draft.date_from) == ("Trams", "2025-03-01", "document")


def cell(said: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{said}</text:p></table:table-cell>"


def test_open_document() -> None:
    hidden = 'table:visibility="collapse"'
    body = f"""<table:table table:name="Riders of 2025"><table:table-column/><table:table-column {hidden}/><table:table-column/>
    <table:table-row>{cell("Town")}{cell("Secret")}{cell("Share")}</table:table-row>
    <table:table-row>{cell("Nice")}{cell("99")}{cell("12,5 %", 'o:value-type="percentage" o:value="0.125"')}</table:table-row>
    <table:table-row {hidden}>{cell("Bari")}</table:table-row>
    <table:table-row>{cell("Lyon")}<table:covered-table-cell/>{cell("8 %")}</table:table-row>
    <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
    </table:table><table:table table:name="Old" table:style-name="ta2"><table:table-row>{cell("9")}</table:table-row></table:table>"""
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    draft = read(ods(body, style), "a.ods")
    assert texts(draft) == ["Riders of 2025", "Town | Share", "Nice | 12,5 %", "Lyon | 8 %"]
    assert [part.header for part in draft.parts] == [None, None, 1, 1]
    assert places(draft).told(len(compose(draft).text) - 1) == "'Riders of 2025'!C4"
    assert [aside.why for aside in draft.asides] == ["a hidden sheet", "hidden lines", "a hidden column"]


ARTICLES = rows(
    line("An export of the desk"), line("headline", "body", "published", "lang"),
    line("Trams", "Ulm has 41 trams.", '<c s="1"><v>45973</v></c>'), line("Buses", None), line("Boats", "Ulm has 7 boats.", more='hidden="1"'),
)  # fmt: skip


def test_a_line_is_an_article_where_columns_are_named() -> None:
    named = columns("text=body,title=headline,date=published,language=lang")
    first, second, left = drafts("a.xlsx", xlsx(ARTICLES, TOWNS, formats=("d mmm",)), named)
    assert (first.title, first.date, texts(first)) == ("Trams", "2025-11-12", ["Trams", "Ulm has 41 trams."])
    assert [(aside.place, aside.why) for aside in second.asides] == [("Sheet1!A4", "a row without text")]
    assert [aside.why for aside in left.asides] == ["hidden lines", "a sheet without the column of the text"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (xlsx(TOWNS), r"no column `body` \(the columns: Town, Riders\)"),
        (xlsx(ARTICLES), "no column `section`"),
    ],
)
def test_columns_that_are_not_there_are_told(data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=f"^a.xlsx: {why}"):
        list(drafts("a.xlsx", data, columns("text=body,title=section")))


def test_a_sheet_has_a_bound() -> None:
    wide = rows(*(f'<row r="{n}"><c r="{"ABCDEFGH"[n % 8]}{n}"><v>1</v></c></row>' for n in range(1, 40_000)))
    with pytest.raises(ReadError, match="more than the 250,000 cells"):
        read(xlsx(wide))
