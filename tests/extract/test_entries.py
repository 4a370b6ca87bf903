"""The entries of a live page, and lists that only begin with numbers."""

import pytest

from factcheck.extract.entries import read_entries
from factcheck.read.article import read_article


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Intro.\n\n## 18:05 New\n\nTwo.\n\n## 14:30 Old\n\nOne.", {"Intro": None, "Two": 0, "One": 1}),
        ("**9h30** One.\n\n**18h** Two.\n\n**19h15** Three.", {"One": 2, "Two": 1, "Three": 0}),
        ("9.30am: One.\n\n2.15 pm: Two.", {"One": 1, "Two": 0}),
        ("## 18:05 Two\n\nText.\n\n## 18:05 One", {"Two": None, "One": None}),
        ("18:05 Alone.\n\nText.", {"Text": None}),
        ("5 cows.\n\n3 goats.", {"cows": None, "goats": None}),
        ("1. One.\n2. Two.", {"One": None, "Two": None}),
    ],
)
def test_how_old_an_entry_is(text: str, ages: dict[str, int | None]) -> None:
    article = read_article("a.md", text.encode())
    entries = read_entries(article)
    assert {word: entries.age(article.text.index(word)) for word in ages} == ages
