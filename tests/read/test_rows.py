"""Tables and JSON lines: an article a row."""

from __future__ import annotations

import json
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError, ReadError
from factcheck.read.rows import FIELD, Columns, columns, drafts
from tests.read.items import blocks, read_or_refused, texts


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.csv", 'id,title,body,date\n7,Tram,"It cost 5 million, or\n""more"".",2024-05-01\n'),
        ("a.csv", '\ufeffID;Title;Body;Date\n7;Tram;"It cost 5 million, or\n""more"".";2024-05-01\n'),
        ("a.tsv", 'slug\theadline\ttext\tpublished\n7\tTram\t"It cost 5 million, or\n""more""."\t20240501\n'),
        ("a.jsonl", json.dumps({"id": 7, "title": "Tram", "text": 'It cost 5 million, or "more".',
                                "date": "Wed, 01 May 2024 10:00:00 GMT"}) + "\n\n"),
    ],
)  # fmt: skip
def test_columns_of_common_names(path: str, data: str) -> None:
    (draft,) = drafts(path, data.encode())
    assert blocks(draft) == [
        ("title", "title", "Tram"),
        ("paragraph", "¶1", 'It cost 5 million, or "more".'),
    ]
    assert (draft.name, draft.date, draft.date_from) == ("7", "2024-05-01", "page")


def test_named_columns_html_and_names() -> None:
    rows = [
        {
            "a": {"b": "<p>One&nbsp;000</p><ul><li>Two</li></ul>"},
            "u": "https://x.org/n/fire.html?x",
            "l": "fr-FR",
        },
        {"a": {"b": "Plain\n\nText"}, "u": "https://x.org/fire.html", "d": "03/04/2024"},
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    named = columns("text=a.b, id=u,date=d,language=l")
    first, second = drafts("a.ndjson", data, named)
    assert texts(first) == ["One 000", "Two"]
    assert texts(second) == ["Plain", "Text"]
    assert (first.language, second.date) == ("fr-FR", None)
    assert [aside.why for aside in second.asides] == ["a date that is not read"]


def test_names_are_unique() -> None:
    data = "id,text\n" + "".join(f"{name},x y\n" for name in ("a b", "a-b", "", "a-b-2", "x" * 99, "x" * 99))
    names = [draft.name for draft in drafts("a.csv", data.encode())]
    assert names == ["a-b", "a-b-2", "row-4", "a-b-2-2", "x" * 80, "x" * 78 + "-2"]


def test_a_damaged_row_is_told_and_the_others_read() -> None:
    lines = ['{"text": "One."}', '{"text": "Two', '{"text": ""}', "[" * 5000, '{"text": "Three."}']
    made = list(drafts("a.jsonl", "\n".join(lines).encode()))
    assert [texts(draft) for draft in made] == [["One."], [], [], [], ["Three."]]
    assert [aside.why for draft in made for aside in draft.asides] == [
        "damaged: no JSON", "a row without text", "damaged: no JSON",
    ]  # fmt: skip
    made = list(drafts("a.csv", b'id,text\n1,One\n2,Two,half, three\n3,"open\n4,Four\n'))
    assert [texts(draft) for draft in made] == [["One"], [], []]
    assert [aside.why for draft in made for aside in draft.asides] == [
        "damaged: 4 cells under 2 columns", "damaged: unexpected end of data (line 5)",
    ]  # fmt: skip


def test_nothing_is_read_behind_a_cell_without_end() -> None:
    data = b'id,text\n1,One\n2,"' + b"open\n3,Three\n" * (FIELD // 13 + 1)
    made = list(drafts("a.csv", data))
    assert [texts(draft) for draft in made] == [["One"], []]
    assert "nothing is read from here on" in made[1].asides[0].why


@pytest.mark.parametrize(
    ("path", "data", "named", "message"),
    [
        ("a.csv", "x,y\n1,2\n", None, r"^a\.csv: which column is the text\? .*columns: x, y\)$"),
        (
            "a.csv",
            "x,y\n1,2\n",
            Columns("x", date="when"),
            r"^a\.csv: no column `when` \(the columns: x, y\)",
        ),
        ("a.jsonl", "prose\nprose\n", None, r"^a\.jsonl: row 1: no JSON"),
    ],
)
def test_a_file_without_the_columns(path: str, data: str, named: Columns | None, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        list(drafts(path, data.encode(), named))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("title=x", "no column is the text"),
        ("text", "`text` names no column"),
        ("body=text", r"`body=text` names no column \(text, title, date, id, language"),
        ("text=a,text=b", "given twice"),
    ],
)
def test_a_setting_that_names_no_columns(written: str, message: str) -> None:
    with pytest.raises(FactcheckError, match=message):
        columns(written)


@given(
    st.binary(max_size=200)
    | st.text('text,"\n;1{}:[] é', max_size=200).map(lambda s: b"id,text\n" + s.encode())
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for ending in ("csv", "tsv", "jsonl"):
        path = f"a.{ending}"
        assert read_or_refused(path, partial(drafts, path, data))
