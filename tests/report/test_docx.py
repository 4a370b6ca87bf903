"""Comments in a copy of a Word document: each stands on its figure, and nothing else is changed."""

from __future__ import annotations

import io
import re
import sys
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.model import ArticleSummary, Finding, Related, Report
from factcheck.read.compose import compose
from factcheck.read.docx import drafts
from factcheck.read.draft import Changes
from factcheck.report.docx import Note, annotate, documents
from tests.read.documents import W, docx, packed
from tests.report.samples import finding, mention

FIGURE = re.compile(r"\d[\d ]*\d|\d")


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def noted(data: bytes, changes: Changes = "accepted") -> list[Note]:
    """A note on each figure, and on each run of digits within it."""
    [draft] = drafts("a.docx", data, changes)
    shown = compose(draft).text
    patterns = (FIGURE, re.compile(r"\d+"))
    return [Note(match.span(), match[0], match[0]) for one in patterns for match in one.finditer(shown)]


def commented(data: bytes) -> list[tuple[str, str]]:
    """What each comment says, and the text that it stands on."""
    document: Any = Document(io.BytesIO(data))
    said = {str(comment.comment_id): comment.text for comment in document.comments}
    stands = dict.fromkeys(said, "")
    open_: set[str] = set()
    for element in document.element.iter():
        key = element.get(f"{{{W}}}id")
        if element.tag == f"{{{W}}}commentRangeStart":
            open_.add(key)
        elif element.tag == f"{{{W}}}commentRangeEnd":
            open_.discard(key)
        elif element.tag in (f"{{{W}}}t", f"{{{W}}}delText"):
            stands |= {key: stands[key] + element.text for key in open_}
    return [(said[key], stands[key]) for key in said]


CELLS = "".join(f"<w:tc><w:p>{r(cell)}</w:p></w:tc>" for cell in ("Lund", "41"))
BODIES = {
    "one run": f"<w:p>{r('Some 41 000 rode 3 trams.')}</w:p>",
    "several runs": f"<w:p>{r('Some 4')}{r('1 0', '<w:b/>')}{r('00 rode.')}</w:p>",
    "a tab in the run": "<w:p><w:r><w:t>In 2024:</w:t><w:tab/><w:t>41 trams</w:t><w:t>.</w:t></w:r></w:p>",
    "a link": f"<w:p>{r('See ')}<w:hyperlink>{r('its 41 trams')}</w:hyperlink>{r('.')}</w:p>",
    "an insertion": f"<w:p>{r('It has 4')}<w:ins>{r('1 00')}</w:ins>{r('0 trams.')}</w:p>",
    "a typed sign": f"<w:p>{r('– 41 trams of 60 ran.')}</w:p>",
    "a joined paragraph": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('It has 4')}</w:p><w:p>{r('1 trams.')}</w:p>"
    ),
    "a table": f"<w:tbl><w:tr>{CELLS}</w:tr></w:tbl>",
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_comment_stands_on_exactly_its_figure(name: str) -> None:
    data = docx(BODIES[name])
    notes = noted(data)
    found = commented(annotate(data, notes))
    assert found == [(note.text, note.text) for note in notes]
    assert found


def test_nothing_else_is_changed() -> None:
    data = docx("".join(BODIES.values()))
    before = bytes(data)
    [old], [new] = drafts("a.docx", data), drafts("a.docx", annotate(data, noted(data)))
    assert compose(old) == compose(new)
    assert data == before


def test_the_look_of_a_run_that_is_cut_stays() -> None:
    document: Any = Document(
        io.BytesIO(annotate(docx(f"<w:p>{r('Some 41 rode.', '<w:b/>')}</w:p>"), [Note((5, 7), "41", "No.")]))
    )
    runs = [run for run in document.paragraphs[0].runs if run.text]
    assert [(run.text, run.bold) for run in runs] == [("Some ", True), ("41", True), (" rode.", True)]
    [comment] = document.comments
    assert (comment.author, comment.text) == ("factcheck", "No.")


def test_before_the_changes() -> None:
    deleted = f"<w:del>{r('40 000').replace('w:t', 'w:delText')}</w:del>"
    data = docx(f"<w:p>{r('It has ')}{deleted}<w:ins>{r('41')}</w:ins>{r(' trams.')}</w:p>")
    made = annotate(data, noted(data, "original"), changes="original")
    assert commented(made)[0] == ("40 000", "40 000")


def test_in_a_text_box_it_stands_on_the_box() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{r('It has 41.')}</w:p></w:txbxContent></w:pict>"
    data = docx(f"<w:p><w:r>{box}</w:r>{r('Beside it, 7.')}</w:p>")
    assert ("41", "It has 41.") in commented(annotate(data, noted(data)))


@given(
    st.lists(st.sampled_from(["4", "1 0", "00", " ", "rode ", "\xad", "x"]), min_size=1, max_size=12),
    st.data(),
)
def test_wherever_runs_begin_and_end(texts: list[str], data: st.DataObject) -> None:
    made = docx(f"<w:p>{''.join(map(r, texts))}</w:p>")
    notes = data.draw(st.permutations(noted(made)))
    for said, stands in commented(annotate(made, notes)):
        assert " ".join(stands.replace("\xad", "").split()) == said


def flagged(path: str, text: str, at: int, **more: Any) -> Finding:
    about = replace(mention(text=text), start=at, end=at + len(text))
    return replace(finding(path=path, **more), mention=about)


def test_each_figure_has_one_comment_with_all_that_is_wrong_with_it() -> None:
    clash = flagged("a.docx", "41", 7, rule="contradiction", message="says 41 here but 40 in ¶3")
    clash = replace(
        clash,
        related=(Related("a.docx", 5, 1, "40", place="¶3"), Related("b.md", 2, 1, "39", place="line 2")),
    )
    stale = flagged("a.docx", "41", 7, rule="outdated", severity="warning", message="says 41, an older value")
    loose = replace(finding(path="a.docx"), line=9, mention=None)
    other = flagged("page.md", "41", 7)
    articles = tuple(ArticleSummary(path, "", None, "", 1) for path in ("a.docx", "B.DOCX", "page.md"))
    told = dict(documents(Report(articles, (), (stale, clash, loose, other))))
    assert told["B.DOCX"] == ()
    [note] = told["a.docx"]
    assert (note.span, note.figure) == ((7, 9), "41")
    assert note.text.split("\n") == [
        "error contradiction: ferry-passengers: says 41 here but 40 in ¶3",
        "warning outdated: ferry-passengers: says 41, an older value",
        "see ¶3: 40",
        "see b.md, line 2: 39",
    ]
    assert "page.md" not in told


def test_a_document_that_has_changed_since_is_refused() -> None:
    with pytest.raises(ReadError, match=r"a\.docx: has changed since it was read"):
        annotate(docx(f"<w:p>{r('Some 42 rode.')}</w:p>"), [Note((5, 7), "41", "No.")], "a.docx")


def test_what_cannot_be_written_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = packed({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>'})
    with pytest.raises(ReadError, match=r"a\.docx: comments cannot be written to it"):
        annotate(bare, [], "a.docx")
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReadError, match=r"pip install 'factlint\[docx\]'"):
        annotate(docx(""), [], "a.docx")
