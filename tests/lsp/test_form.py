"""The current value in the article's own form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.lexicon import load
from factcheck.lsp.days import dates
from factcheck.lsp.form import restated
from factcheck.lsp.numerals import digits, numerals
from tests.lsp.rooms import checked

NARROW = "\u202f"


@pytest.mark.parametrize(
    ("code", "written", "stood", "number", "prose", "expected"),
    [
        ("en", "48,000", 48000, 61000, "", "61,000"),
        ("fr", "48 000", 48000, 61000, "", "61 000"),
        ("fr", f"48{NARROW}000", 48000, 1234567, "", f"1{NARROW}234{NARROW}567"),
        ("fr", "48'000", 48000, 61000, "", "61'000"),
        ("es", "48.000", 48000, 61000, "", "61.000"),
        ("fr", "600", 600, 2000, "", "2000"),
        ("fr", "600", 600, 2000, "où 3 000 sont venus", "2 000"),
        ("fr", "600", 600, 20000, "", f"20{NARROW}000"),
        ("en", "600", 600, 20000, "", "20,000"),
        ("en", "11 million", 11e6, 9_556_792, "", "9.6 million"),
        ("fr", "11 millions", 11e6, 9_556_792, "", "9,6 millions"),
        ("en", "11 million", 11e6, 12e6, "", "12 million"),
        ("en", "30%", 30, 31.6, "", "31.6%"),
        ("fr", "30 %", 30, 31.6, "", "31,6 %"),
        ("en", "30.0%", 30, 31, "", "31.0%"),
        ("en", "nine million", 9e6, 10.5e6, "", "10.5 million"),
        ("en", "nine", 9, 12, "", "12"),
        ("en", "fivefold", 5, 4, "", "fourfold"),
        ("en", "doubled", 2, 3, "", "tripled"),
        ("en", "20 miles", 32.18688, 17 * 1.609344, "", "17 miles"),
        ("en", "-3", -3, -4, "", "-4"),
        ("en", "-3", -3, 4, "", ""),
    ],
)
def test_a_number_is_written_as_the_other_was(
    code: str, written: str, stood: float, number: float, prose: str, expected: str
) -> None:
    assert next(iter(numerals(written, stood, number, prose, load(code))), "") == expected


@given(st.floats(0.01, 1e12), st.integers(0, 3))
def test_what_is_written_is_near_what_is_meant(number: float, places: int) -> None:
    written = float(digits(number, places, ",", ".").replace(",", ""))
    assert abs(written - number) <= 0.005 * number or abs(written - number) <= 0.5 * 10 ** -(places + 3)


@pytest.mark.parametrize(
    ("code", "written", "iso", "expected"),
    [
        ("fr", "19 juillet 2024", "2024-06-20", ["20 juin 2024"]),
        ("fr", "1er juillet 2024", "2024-06-20", ["20 juin 2024"]),
        ("fr", "19 juillet", "2024-06-20", ["20 juin", "20 juin 2024"]),
        ("en", "July 19, 2024", "2024-06-01", ["June 1, 2024"]),
        ("en", "July 19th", "2024-06-01", ["June 1st", "June 1st 2024"]),
        ("en", "Jul 2023", "2024-06", ["Jun 2024"]),
        ("es", "19 de julio de 2024", "2024-06-20", ["20 de junio de 2024"]),
        ("en", "2024-07-19", "2024-06-20", ["2024-06-20"]),
        ("en", "2024-07", "2024-06-20", ["2024-06"]),
        ("fr", "19/07/2024", "2024-06-05", ["05/06/2024", "06/05/2024"]),
        ("en", "2023", "2024", ["2024"]),
    ],
)
def test_a_date_is_written_as_the_other_was(code: str, written: str, iso: str, expected: list[str]) -> None:
    assert list(dates(written, iso, load(code))) == expected


REGISTRY = """\
claims:
  crowd:
    title: Spectators at the cup final
    match: [spectators at the cup final, spectateurs de la finale de la coupe]
    values: [{value: 48k, as_of: 2023-05-20}, {value: 61k, as_of: 2024-05-18}]
  opening:
    title: Opening of the new stadium
    kind: date
    match: [the new stadium opened, le nouveau stade a ouvert]
    values: [{value: 2024-03-09}]
  border:
    title: Land border between the two valleys
    match: [land border between the two valleys, frontière terrestre entre les deux vallées]
    values: [{value: 17 km}]
  keeper:
    title: Goalkeeper of the national team
    kind: name
    match: [goalkeeper of the national team]
    values: [{value: Marta Dalgaard}]
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The cup final had some 48,000 spectators.", ["61,000"]),
        ("Environ 48 000 spectateurs ont vu la finale de la coupe.", ["61 000"]),
        ("The cup final had 61,000 spectators.", []),
        ("The new stadium opened on 12 March 2024, the town says.", ["9 March 2024"]),
        ("Le nouveau stade a ouvert le 12 mars 2024.", ["9 mars 2024"]),
        ("The land border between the two valleys is 12 miles long.", ["10.6 miles"]),
        ("Les deux vallées ont une frontière terrestre de 20 kilomètres.", ["17 kilomètres"]),
        ("The goalkeeper of the national team, Marta Dahlgard, was ill.", ["Marta Dalgaard"]),
    ],
)
def test_it_is_read_again_before_it_is_offered(tmp_path: Path, sentence: str, expected: list[str]) -> None:
    (tmp_path / "claims.yaml").write_text(REGISTRY, "utf-8")
    article = tmp_path / "a.md"
    article.write_text(f"---\ndate: 2024-06-01\n---\n\n{sentence}\n", "utf-8")
    found = checked(article)
    claims = {claim.id: claim for claim in found.room.registry.claims}
    told = [
        text
        for mention in found.report.mentions
        for _, text in restated(mention, claims[mention.claim or ""], found)
    ]
    assert found.report.mentions
    assert told == expected
