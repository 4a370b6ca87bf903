"""Numbers below zero, each beside a twin that is not."""

import pytest

from tests.extract.figures import shown, surfaces


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was minus twelve degrees on the pass.", ["-12 °C"]),
        ("en", "Output grew a negative 0.4%.", ["-0.4 %"]),
        ("en", "21 degrees below zero in the hut", ["-21 °C"]),
        ("en", "21 below zero in the hut", ["-21"]),
        ("en", "a result of -$5 million", ["-5e+06 USD"]),
        ("en", "a result of $-5 million", ["-5e+06 USD"]),
        ("en", "a result of −€23 million", ["-2.3e+07 EUR"]),
        ("en", "It was − 3 % in May.", ["-3 %"]),
        ("en", "21 below the record", ["21"]),
        ("en", "plus or minus 3 points", ["3 points"]),
        ("en", "10 minus 3 players", ["10", "3"]),
        ("en", "He tested negative 12 times.", ["12"]),
        ("en", "$5-$7", ["5..7 USD"]),
        ("en", "The hut - 12 °C - was shut.", ["12 °C"]),
        ("fr", "Il a fait moins 12 degrés au col.", ["-12 °C"]),
        ("fr", "une croissance de moins 3 %", ["-3 %"]),
        ("fr", "Il est de - 12 °C au col.", ["-12 °C"]),
        ("fr", "3 degrés au-dessous de zéro", ["-3 °C"]),
        ("fr", "moins de 12 élèves", ["12 at_most"]),
        ("fr", "au moins 12 élèves", ["12 at_least"]),
        ("fr", "tous moins trois élèves", ["3"]),
        ("fr", "- 12 °C au col", ["12 °C"]),
        ("es", "Hubo menos 3 grados en el puerto.", ["-3 °C"]),
        ("es", "tres grados bajo cero", ["-3 °C"]),
        ("es", "un resultado de −$5 millones", ["-5e+06 USD"]),
        ("es", "menos de 12 alumnos", ["12 at_most"]),
        ("es", "al menos 12 alumnos", ["12 at_least"]),
        ("es", "menos tres días", ["3 day"]),
    ],
)
def test_signs(language: str, text: str, expected: list[str]) -> None:
    assert shown(language, text) == expected


def test_a_sign_is_part_of_the_figure() -> None:
    assert surfaces("en", "from minus 5 % or -$5 to −3 %")[:2] == ["minus 5 %", "-$5"]
