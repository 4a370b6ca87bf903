"""Text is data: what steers a terminal is shown, everything else is left alone."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.escape import json_literal, visible, visible_lines

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b2J", r"\x9b2J"),
        ("a\x00b", r"a\x00b"),
        ("12\u202e000", r"12\u202e000"),
        ("\u2066x\u2069", r"\u2066x\u2069"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("path\udcff.md", r"path\udcff.md"),
        ("two\r\n  lines", "two lines"),
        ("bell\x07", r"bell\x07"),
        ("::error::x", r"\x3a:error::x"),
        ("so\n ::group::x", r"so \x3a:group::x"),
        ("a ##[error]x", r"a \x23#[error]x"),
        ("##vso[task.x]", r"\x23#vso[task.x]"),
    ],
)
def test_what_steers_is_shown(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11\u202f000 €",
        "l’été",
        "[bold]not markup[/]",
        "汉字",
        "👩\u200d🚒",
        "a\\x1b",
        "std::string",
        "so :: that",
        "## [1]",
        "C#[0]",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_lines_are_kept_where_they_are_wanted() -> None:
    assert visible_lines("one\ntwo\x1b") == "one\ntwo\\x1b"


@given(ANYTHING)
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", visible(text))
    visible(text).encode("utf-8")


@given(ANYTHING)
def test_json_keeps_its_value(text: str) -> None:
    document = json_literal(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(document)["text"] == json.loads(json.dumps(text))
    assert visible(document) == document
