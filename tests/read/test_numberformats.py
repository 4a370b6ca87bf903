"""Numbers by the codes of their formats: as a sheet shows them, in signs that every language reads alike."""

# ruff: noqa: E501 - a row of a table is a line

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.numberformats import BUILT_IN, general, number, text

FIRST = datetime(1899, 12, 30)
EUROS = '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'
LARGE = '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0'


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("General", 11000, "11000"), ("", 11000, "11000"), ("General", 0.1 + 0.2, "0.3"), ("General", -5, "-5"),
        ("General", 0.00001, "0.00001"), ("General", 1e20, "1E+20"), ('General" km"', 5, "5 km"), ("@", 12, "12"),
        ("0", 2.5, "3"), ("0.0", 2.25, "2.3"), ("0.00", 1.005, "1.01"), ("0.0", -0.34, "-0.3"),
        ("0.##", 3, "3"), ("0.##", 3.14, "3.14"), ("#", 0, ""), ("00000", 1234, "01234"), ("00-00-00", 123456, "12-34-56"),
        ("0.0%", 0.125, "12.5 %"), ("0%", 0.08, "8 %"), ("+0.0%;-0.0%", 0.025, "+2.5 %"), ("+0.0%;-0.0%", -0.025, "-2.5 %"),
        ("#,##0", 1234567.4, "1 234 567"), ("#,##0.00", 1234.5, "1 234.50"), ("# ##0", 12345, "12 345"),
        ("#,##0;(#,##0)", -1234, "-1 234"), ("#,##0;[Red]#,##0", -1234, "-1 234"), ("#,##0;#,##0", -1234, "1 234"),
        ("#,##0,", 1234567, "1 235"), ('0.0,,"M"', 12_500_000, "12.5M"), ("0.00E+00", 123456, "1.23E+5"),
        ("[$€-40C]#,##0.00", -1234.5, "-€1 234.50"), ("$#,##0", 1234, "$1 234"), ("[$-40C]0.0", 1.5, "1.5"), ("[$USD] 0", 5, "USD 5"),
        (EUROS, 1234.5, "1 234.50 €"), (EUROS, -1234.5, "-1 234.50 €"), (EUROS, 0, "- €"),
        ('0" riders"', 12, "12 riders"), ('"up "0;"down "0;"same"', -5, "down 5"), ('"up "0;"down "0;"same"', 0, "same"),
        (LARGE, 12_500_000, "12.5M"), (LARGE, 1250, "1.3k"), (LARGE, 12, "12"), (LARGE, -12, "-12"),
        ("# ?/?", 3.5, "3.5"), (";;;", 5, ""), ("0;;", -5, ""), ("0;;", 5, "5"),
        # a figure that a language with points between thousands would read as 3125
        ("0.000", 3.125, "3.1250"), ("General", 12.345, "12.3450"), ("0.000", 0.125, "0.125"), ("General", 1234.567, "1234.567"),
        ("yyyy-mm-dd", 45973, "2025-11-12"), ("d mmm", 45973, "2025-11-12"), ("dddd", 45973, "2025-11-12"), ("m/d/yy h:mm", 45973.6, "2025-11-12 14:24"),
        ("mmm-yy", 45973, "11/2025"), ("yyyy", 45973, "2025"), ("h:mm AM/PM", 0.604, "14:29"), ("h:mm:ss", 0.604, "14:29:46"),
        ("[h]:mm", 1.51, "36:14"), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45973, "2025-11-12"),
        ("yyyy-mm-dd", 59, "1900-02-28"), ("yyyy-mm-dd", 61, "1900-03-01"), ("yyyy", 1e9, "1000000000"), ("yyyy", -5, "-5"),
    ],
)  # fmt: skip
def test_a_number_as_its_format_shows_it(code: str, value: float, shown: str) -> None:
    assert number(code, value, FIRST).replace("\u202f", " ") == shown


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [("General", "5 trams", "5 trams"), ('0;0;0;"Ms "@', "Park", "Ms Park"), (";;;", "secret", ""), ("0.0%", "n/a", "n/a"), ("@", "007", "007")],
)  # fmt: skip
def test_a_text_as_its_format_shows_it(code: str, said: str, shown: str) -> None:
    assert text(code, said) == shown


CODES = st.one_of(
    st.text('0#?.,;%@E+-/[]$€<>=1()"\\_* ymdhsGeneral', max_size=24),
    st.sampled_from(sorted(BUILT_IN.values())),
)


@given(CODES, st.floats(allow_nan=False, allow_infinity=False))
def test_whatever_the_code_a_number_is_shown(code: str, value: float) -> None:
    assert len(number(code, value, FIRST)) < 1000


@given(st.integers(-(10**14), 10**14).map(lambda cents: cents / 100))
def test_what_is_shown_is_the_number(value: float) -> None:
    for code, digits in (("General", 10), ("0.00", 17), ("#,##0.00", 17), ("0.00%", 17)):
        shown = number(code, value, FIRST).replace("\u202f", "").removesuffix(" %")
        share = 100 if code.endswith("%") else 1
        assert float(shown) == pytest.approx(float(f"{value * share:.{digits}g}"))
    assert float(general(value)) == pytest.approx(value, rel=1e-9)
