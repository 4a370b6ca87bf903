"""Who says so in sentences as agencies, dailies, NGOs and science desks write them: attributed.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from factcheck.extract.sentences import split
from factcheck.language.lexicon import load
from factcheck.language.words import words
from factcheck.model import Attribution
from factcheck.read.article import read_article
from tests.extract.attributed import ATTRIBUTORS

CASES = yaml.safe_load(Path(__file__).with_name("attributed.yaml").read_text("utf-8"))


def attribute_page(code: str, text: str, figure: str) -> Attribution:
    """Who says the first `figure` of a Markdown text."""
    article = read_article("a.md", text.encode())
    sentences = split(article, load(code))
    start = article.text.index(figure)
    index = max(i for i, sentence in enumerate(sentences) if sentence.start <= start)
    read = ATTRIBUTORS[code].read(article, sentences, words(article.text))
    return read.attribute(index, (start, start + len(figure)))


@pytest.mark.parametrize(
    ("code", "text", "figure", "status", "source"),
    [
        (code, case["text"], figure, status, "".join(source))
        for code, cases in CASES.items()
        for case in cases
        for figure, status, *source in case["said"]
    ],
)
def test_who_says_so(code: str, text: str, figure: str, status: str, source: str) -> None:
    found = attribute_page(code, text, figure)
    assert found.status == status
    assert source.lower() in (found.source or "").lower()


INTERVIEW = (
    "The sea was calm.\n\nHow many?\n\n**Ida Holt:** We saw 31. It was 40 in May.\n\nNow?\n\n**Ida Holt:** 9."
)


@pytest.mark.parametrize(
    ("text", "figure", "words_of_it"),
    [
        ("The sea was calm.\n\nThe ministry counted 40 boats.", "40", "ministry counted"),
        (INTERVIEW, "40", "Ida Holt"),
    ],
)
def test_who_says_so_stands_where_it_is_told_to_stand(text: str, figure: str, words_of_it: str) -> None:
    found, prose = attribute_page("en", text, figure), read_article("a.md", text.encode()).text
    assert prose[found.start : found.end] == words_of_it
