"""Which language a text is in."""

from __future__ import annotations

import pytest

from factcheck.language.detect import detect
from factcheck.language.words import words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le musée a été fermé pour des travaux, mais il rouvre en mai.", "fr"),
        ("The museum was closed for works, but it will open in May.", "en"),
        ("Le maire a lu « The Old Man and the Sea » à des élèves de son école et à leurs parents.", "fr"),
        ("Seoul, 12 %", None),
        ("", None),
        ("the le", None),
    ],
)
def test_detect(text: str, language: str | None) -> None:
    assert detect(words(text)) == language
