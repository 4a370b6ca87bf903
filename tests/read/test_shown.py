"""Characters as a reader sees them: what vanishes, what is one blank, what is composed."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.shown import stretches


def shown(text: str) -> str:
    return "".join(part for part, _ in stretches(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11 000 vaccins", "11 000 vaccins"),
        ("11\u202f000 vaccins", "11\u202f000 vaccins"),
        ("11\u2009\xa0000", "11\u2009000"),
        ("11\u2007000 vaccins", "11\xa0000 vaccins"),
        ("8\u200a%", "8\u2009%"),
        ("11\u2060 000", "11 000"),
        ("vac\xadcins", "vaccins"),
        ("\ufeff11\u200b", "11"),
        ("a\n   b\tc", "a b c"),
        ("budge\u0301taire", "budgétaire"),
        ("de\u0301ja\u0300 vu", "déjà vu"),
        ("１２ and ٤٥ and 𝟗", "12 and 45 and 9"),
        ("Saint\u2011Denis", "Saint-Denis"),
        ("8·4 of 27·400, 3·10⁶ and 6·10^4", "8.4 of 27·400, 3·10⁶ and 6·10^4"),
        ("２７，４００ and ８．４％, a，b", "27,400 and 8.4％, a，b"),
        ("٢٧٬٤٠٠ and ٨٫٤", "27\u202f400 and 8.4"),
        ("27´400 and 27´4", "27’400 and 27´4"),
        ("27&nbsp;400&nbsp; m&shy;m, AT&T", "27\xa0400 mm, AT&T"),
        ("Oﬃce ﬁle", "Office file"),
        ("10² km — « 5 »", "10² km — « 5 »"),
        ("", ""),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text(st.sampled_from("a1 \n\xa0\u202f\xad\u200b\u0301é５·"), max_size=30) | st.text(max_size=30))
def test_stretches_cover_the_text_in_order_and_what_is_as_long_stands_as_it_is(text: str) -> None:
    found = list(stretches(text))
    assert all(a[1] <= b[0] for (_, a), (_, b) in pairwise(found))
    for part, (start, end) in found:
        assert 0 <= start < end <= len(text)
        assert part
    again = shown("".join(part for part, _ in found))
    assert again == shown(again)


@given(st.text(st.characters(categories=["Ll", "Lu", "Mn", "Nd", "Zs", "Cf"]), max_size=40))
def test_composed_or_not_is_one_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    if all(ord(char) < 0x370 for char in text):
        assert shown(composed) == shown(unicodedata.normalize("NFD", composed))
