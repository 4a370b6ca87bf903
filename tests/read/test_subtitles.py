"""Subtitles: cues joined to sentences, at their times."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ReadError
from factcheck.read.subtitles import drafts
from tests.read.items import blocks, read_or_refused

SRT = "1\n00:00:01,000 --> 00:00:03,000\n{first}\n\n2\n{time} --> 00:01:09,000\n{second}\n"


def made(path: str, text: str) -> list[tuple[str, str]]:
    (draft,) = drafts(path, text.encode())
    return [(place, said) for _, place, said in blocks(draft)]


@pytest.mark.parametrize(
    ("first", "time", "second", "expected"),
    [
        ("Some 14", "00:00:03,100", "000 trees fell.", [("00:00:01", "Some 14 000 trees fell.")]),
        ("Some trees fell.", "00:01:03,000", "The rest stand.",
         [("00:00:01", "Some trees fell."), ("00:01:03", "The rest stand.")]),
        ("Some trees fell.", "00:00:03,500", "The rest stand.",
         [("00:00:01", "Some trees fell. The rest stand.")]),
        ("- <i>Yes.</i>\n- No, 30.", "00:00:03,500", "{\\an8}Or 40.",
         [("00:00:01", "Yes."), ("00:00:01", "No, 30. Or 40.")]),
        ("It was -5 there:\n-7 in town.", "00:00:03,100", "Cold.",
         [("00:00:01", "It was -5 there: -7 in town. Cold.")]),
        ("[music]\nThe dam holds.", "00:00:03,100", "♪ la la ♪", [("00:00:01", "The dam holds.")]),
        ("About 1\n\n200 seats.", "00:00:03,100", "Sold.", [("00:00:01", "About 1 200 seats. Sold.")]),
    ],
)  # fmt: skip
def test_cues_become_sentences(first: str, time: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert made("a.srt", "\ufeff" + SRT.format(first=first, time=time, second=second)) == expected


def test_notes_settings_voices_and_rolling_lines() -> None:
    text = (
        "WEBVTT - x\r\n\r\nNOTE comment 99\r\n\r\nSTYLE\r\n::cue{}\r\n\r\n7\r\n"
        "00:01.000 --> 00:03.000 align:start\r\n<v Ana Paz>The lake lost 3&nbsp;%\r\n\r\n"
        "00:03.000 --> 00:05.000\r\nThe lake lost 3&nbsp;%\r\n<c.yellow>of its</c> water.\r\n\r\n"
        "00:05.000 --> 00:06.000\r\n<v Bo>So what?\r\n"
    )
    assert made("a.vtt", text) == [
        ("00:00:01", "Ana Paz: The lake lost 3 % of its water."),
        ("00:00:05", "Bo: So what?"),
    ]


def test_what_tells_no_time_is_refused() -> None:
    with pytest.raises(ReadError, match=r"^a\.srt: no subtitles"):
        list(drafts("a.srt", b"Only prose."))


@given(st.binary(max_size=200) | st.text("0123:.,->\n <v>", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for ending in ("srt", "vtt"):
        path = f"a.{ending}"
        assert read_or_refused(path, partial(drafts, path, data))
