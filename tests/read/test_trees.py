"""Whatever the elements of a document, and however they are nested: it is read, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import docx, odt
from factcheck.read.compose import compose
from factcheck.read.draft import Changes
from tests.read import documents

WORD = (
    "p", "r", "t", "tbl", "tr", "tc", "ins", "del", "delText", "pPr", "rPr", "sdt", "sdtContent", "hyperlink",
    "fldSimple", "tab", "br", "txbxContent", "moveFrom", "moveTo", "numPr", "trPr", "tcPr", "pict",
)  # fmt: skip
WORD_LEAVES = (
    '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', "<w:altChunk/>",
    '<w:fldChar w:fldCharType="end"/>', "<w:vanish/>", '<w:gridSpan w:val="9"/>', '<w:ilvl w:val="x"/>',
    '<w:outlineLvl w:val="-1"/>', '<w:pStyle w:val="Title"/>', '<w:footnoteReference w:id="1"/>', "12",
    "words ",
)  # fmt: skip
OPEN = (
    "text:p", "text:h", "text:span", "text:list", "text:list-item", "text:note", "text:note-body",
    "text:section", "text:a", "table:table", "table:table-row", "table:table-cell", "draw:frame",
    "draw:text-box", "text:tracked-changes", "text:table-of-content", "text:deletion",
    "table:table-header-rows",
)  # fmt: skip
DELETED = (
    '<text:changed-region text:id="b"><text:deletion><text:p>9</text:p><text:p>'
    '<text:change text:change-id="b"/></text:p></text:deletion></text:changed-region>'
)
OPEN_LEAVES = (
    '<text:change-start text:change-id="a"/>', '<text:change-end text:change-id="a"/>', "<text:tab/>",
    '<text:change text:change-id="b"/>', DELETED, "<text:s/>", "12", "words ",
)  # fmt: skip


def trees(prefix: str, names: tuple[str, ...], leaves: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Well-formed XML of some elements, one within another in any order."""

    def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        content = st.lists(inner, max_size=5).map("".join)
        return st.tuples(st.sampled_from(names), content).map(
            lambda made: f"<{prefix}{made[0]}>{made[1]}</{prefix}{made[0]}>"
        )

    return st.recursive(st.sampled_from(leaves), wrapped, max_leaves=40)


@pytest.mark.parametrize("changes", ["accepted", "original"])
@given(body=trees("w:", WORD, WORD_LEAVES))
def test_word(changes: Changes, body: str) -> None:
    [draft] = docx.drafts("a.docx", documents.docx(body), changes)
    assert len(compose(draft).blocks) == len(draft.parts)
    assert [part.place for part in draft.parts] == [f"¶{n}" for n in range(1, len(draft.parts) + 1)]


@pytest.mark.parametrize("changes", ["accepted", "original"])
@pytest.mark.parametrize(("path", "made"), [("a.odt", documents.odt), ("a.fodt", documents.fodt)])
@given(body=trees("", OPEN, OPEN_LEAVES))
def test_open_document(path: str, made: Callable[[str], bytes], changes: Changes, body: str) -> None:
    [draft] = odt.drafts(path, made(body), changes)
    assert len(compose(draft).blocks) == len(draft.parts)
    assert [part.place for part in draft.parts] == [f"¶{n}" for n in range(1, len(draft.parts) + 1)]


@pytest.mark.parametrize(
    "levels",
    [
        ("ins",),
        ("sdt", "sdtContent"),
        ("p", "r", "txbxContent"),
        ("tbl", "tr", "tc"),
        ("p", "ins"),
        ("tbl", "tr"),
    ],
)
def test_word_as_deep_as_it_may_be(levels: tuple[str, ...]) -> None:
    names = [levels[number % len(levels)] for number in range(190)]
    body = "".join(f"<w:{name}>" for name in names) + "".join(f"</w:{name}>" for name in reversed(names))
    assert list(docx.drafts("a.docx", documents.docx(body)))


@pytest.mark.parametrize(
    "levels",
    [
        ("text:span",), ("text:list", "text:list-item"), ("text:p", "draw:frame", "draw:text-box"),
        ("text:p", "text:note", "text:note-body"), ("table:table", "table:table-row", "table:table-cell"),
    ],
)  # fmt: skip
def test_open_document_as_deep_as_it_may_be(levels: tuple[str, ...]) -> None:
    names = [levels[number % len(levels)] for number in range(190)]
    body = "".join(f"<{name}>" for name in names) + "".join(f"</{name}>" for name in reversed(names))
    assert list(odt.drafts("a.odt", documents.odt(body)))
