"""OpenDocument's texts: what people and programs leave in them, and what a reader sees of it."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

import pytest

from factcheck.errors import ReadError
from factcheck.model import Aside
from factcheck.read.draft import Changes, Draft
from factcheck.read.odt import drafts
from tests.read.documents import fodt, linked, odt, packed, shown

STYLES = """
<style:style style:name="Kop" style:family="paragraph" style:display-name="Kop" style:parent-style-name="Heading_20_1"/>
<style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Contents_20_1" style:family="paragraph"/>
"""


def p(*inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{"".join(inner)}</text:p>'


def cell(*blocks: str, told: str = "") -> str:
    return f"<table:table-cell {told}>{''.join(blocks)}</table:table-cell>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def read(body: str, changes: Changes = "accepted") -> Draft:
    [draft] = drafts("a.odt", odt(p("Fish, counted.") + body, styles=STYLES), changes)
    return draft


def rest(body: str, changes: Changes = "accepted") -> list[tuple[str, str]]:
    """What is read below a first paragraph, for headings only become titles at the top."""
    return shown(read(body, changes))[1:]


BOX = "<draw:frame {}><draw:text-box><text:p>In a box: 7.</text:p></draw:text-box><svg:desc>Alt 88</svg:desc></draw:frame>"
LETTER = 'text:anchor-type="as-char"'


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (p("Rain fell.", style="Kop"), [("heading", "Rain fell.")]),
        (p("Rain fell.", style="P1"), [("quote", "Rain fell.")]),
        (p("Rain fell."), [("paragraph", "Rain fell.")]),
        (p("– 30 mm fell.") + p("30 mm – no more."), [("item", "30 mm fell."), ("paragraph", "30 mm – no more.")]),
        ("<text:list><text:list-item><text:h>Rain fell.</text:h></text:list-item></text:list>", [("heading", "Rain fell.")]),
        (p("It fell.", '<text:span text:style-name="T1"> Not 99.</text:span>'), [("paragraph", "It fell.")]),
        (p("11\n  <text:span> 000</text:span>\n  litres."), [("paragraph", "11 000 litres.")]),
        (p("2019<text:tab/>200<text:line-break/>fell."), [("paragraph", "2019; 200 fell.")]),
        (p("It fell.", BOX.format(""), " Twice."), [("paragraph", "It fell. Twice."), ("paragraph", "In a box: 7.")]),
        (p("11", f"<draw:frame {LETTER}><draw:object/></draw:frame>", "000 fell."), [("paragraph", "11; 000 fell.")]),
        (p("On <text:date>3 May</text:date>."), [("paragraph", "On 3 May.")]),
        (table(row(cell(p("10"), p("200")), cell(p("b"), p("c")))), [("row", "10; 200 | b c")]),
        (table(row(cell(p("One."), p("Two.")))), [("paragraph", "One."), ("paragraph", "Two.")]),
        (
            table(row(*(cell(p(word)) for word in "abc")), row(cell(p("d"), told='table:number-columns-spanned="2"'), "<table:covered-table-cell/>", cell(p("5")))),
            [("row", "a | b | c"), ("row", "d | | 5")],
        ),
        (table(row(cell(p("a")), cell(told='table:number-columns-repeated="99999"'))), [("row", "a |")]),
    ],
)  # fmt: skip
def test_what_is_shown(body: str, blocks: list[tuple[str, str]]) -> None:
    assert rest(body) == blocks


def test_a_row_that_is_said_to_be_the_header_is() -> None:
    head, body = (
        row(*(cell(p(word)) for word in words)) for words in (("Town", "2023", "2024"), ("Lund", "7", "8"))
    )
    marked = f"<table:table-header-rows>{head}</table:table-header-rows>"
    assert [part.header for part in read(table(marked, body)).parts] == [None, None, 1]
    assert [part.header for part in read(table(head, body)).parts] == [None] * 3


def tracked(key: str, change: str) -> str:
    region = f'<text:changed-region text:id="{key}">{change}</text:changed-region>'
    return f"<text:tracked-changes>{region}</text:tracked-changes>"


def mark(kind: str) -> str:
    return f'<text:change{kind} text:change-id="c"/>'


@pytest.mark.parametrize(
    ("body", "accepted", "original"),
    [
        (
            tracked("c", f"<text:deletion>{p('fell. ')}{p('It then ')}</text:deletion>") + p("Rain ", mark(""), "went on."),
            ["Rain went on."],
            ["Rain fell.", "It then went on."],
        ),
        (
            tracked("c", "<text:insertion/>") + p("Rain ", mark("-start"), "fell.") + p("It then ", mark("-end"), "went on."),
            ["Rain fell.", "It then went on."],
            ["Rain went on."],
        ),
        (
            tracked("c", "<text:format-change/>") + p("Rain ", mark("-start"), "fell", mark("-end"), "."),
            ["Rain fell."],
            ["Rain fell."],
        ),
    ],
)  # fmt: skip
def test_changes_over_paragraphs(body: str, accepted: list[str], original: list[str]) -> None:
    assert [text for _, text in rest(body)] == accepted
    assert [text for _, text in rest(body, "original")] == original


def test_what_is_left_aside_is_told() -> None:
    index = (
        f"<text:table-of-content><text:index-body>{p('Chapter 12')}</text:index-body></text:table-of-content>"
    )
    hidden = f'<text:section text:display="none">{p("Not 99.")}</text:section>'
    assert read(index + hidden + p("Chapter 13", style="Contents_20_1") + p("Seen.")).asides == (
        Aside("Chapter 12", "¶2", "the table of contents"),
        Aside("Not 99.", "¶2", "hidden text"),
        Aside("Chapter 13", "¶2", "the table of contents"),
    )


def test_a_note_has_its_links() -> None:
    link = '<text:a xlink:href="http://a.org/2">The office</text:a>'
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p(link)}{p('In May.')}</text:note-body></text:note>"
    body = p('<text:a xlink:href="http://a.org/1">Rain</text:a> of 30 mm', note, " fell.")
    assert linked(read(body)) == [("Rain", "http://a.org/1"), ("30 mm", "The office In May. http://a.org/2")]


def test_the_flat_kind_has_its_own_properties() -> None:
    """And not those of a picture or a field in its text."""
    meta = "<dc:title>Rain</dc:title><meta:creation-date>2025-03-01T10:00:00</meta:creation-date>"
    picture = "<draw:frame><svg:title>A cloud</svg:title></draw:frame>"
    [draft] = drafts("a.fodt", fodt(p("On <text:date>2024-01-01</text:date> it fell.", picture), meta))
    assert (draft.title, draft.date) == ("Rain", "2025-03-01")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"content.xml": b"\1\2", "META-INF/manifest.xml": "<m><encryption-data/></m>"}, "encrypted"),
        ({"encrypted-package": b"\1\2"}, "encrypted"),
        ({"content.xml": "<sheet/>"}, "no text document"),
    ],
)
def test_what_is_refused_says_why(files: dict[str, str | bytes], why: str) -> None:
    with pytest.raises(ReadError, match=rf"a\.odt: .*{why}"):
        list(drafts("a.odt", packed(files)))
