"""Who is named beside which office, and who only stands near one."""

from __future__ import annotations

import pytest

from factcheck.extract.bearers import bearers
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Sentence


def told(text: str, code: str) -> list[str]:
    sentence = Sentence(0, len(text), 0)
    found = bearers(text, words(text), [sentence], load(code))
    return [
        f"{row.name.text}: {' '.join(sorted(row.offices))}{''.join(f' @{at}' for at in sorted(row.places))}"
        for row in found
    ]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "Mayor Ana Ruiz left.", ["Ana Ruiz: mayor"]),
        ("en", "Conductor Marta Lind left.", ["Marta Lind: conductor"]),
        ("en", "The coach, Marta Lind, left.", ["Marta Lind: coach"]),
        ("en", "Ana Ruiz, the deputy defence minister, left.", ["Ana Ruiz: deputy minister"]),
        ("en", "Police chief Karl Maier of Lorne left.", ["Karl Maier: chief @lorne"]),
        ("en", "She thanked Priya Nadk, the province’s top doctor.", ["Priya Nadk: doctor"]),
        ("fr", "Le vice-ministre russe Viktor Gorem part.", ["Viktor Gorem: ministre"]),
        ("fr", "Claire Lefort, maire de Sornay, part.", ["Claire Lefort: maire @sornay"]),
        ("es", "La alcaldesa, Elena Vega, se fue.", ["Elena Vega: alcaldesa"]),
        # who only stands near an office
        ("en", "The coach met Marta Lind.", []),
        ("en", "The minister said that Ana Ruiz had left.", []),
        ("fr", "Le ministre est parti avec Claire Lefort.", []),
        ("en", "Ana Ruiz lives in Lorne.", []),
    ],
)
def test_the_office_beside_a_name(code: str, text: str, wanted: list[str]) -> None:
    assert told(text, code) == wanted
