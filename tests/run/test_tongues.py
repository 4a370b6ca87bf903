"""Blocks and quotations in another language than their article, beside names and short turns of its own."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from factcheck.language.words import words
from factcheck.match.terms import vocabulary
from factcheck.read.article import read_article
from factcheck.run.article import ScanOptions
from factcheck.run.tongues import tongues
from tests.newsroom import DAY, scanned

EN = "The choir of the valley sang to a full house, and they were asked to come back in the spring."
FR = "Le chœur de la vallée a chanté devant une salle comble, et on lui a demandé de revenir au printemps."
ES = "El coro del valle cantó ante una sala llena, y le pidieron que volviera en la primavera con los suyos."


@pytest.mark.parametrize(
    ("text", "main", "foreign"),
    [
        (EN, "en", []),
        (f"{EN}\n\n{FR}\n\n{EN}", "en", [(FR, "fr")]),
        (f"{FR}\n\n{ES}\n\n{FR}", "fr", [(ES, "es")]),
        (f"{EN}\n\n{FR.upper()}\n\n{EN}", "en", [(FR.upper(), "fr")]),
        (f"{EN} “{ES}”, they were told.", "en", [(ES, "es")]),
        (f"{FR} « {EN} », leur a-t-on dit.", "fr", [(EN, "en")]),
        (f"{EN} It was « Le Temps des cerises ».", "en", []),
        (f"{EN}\n\nMarie de La Tour, Jean de Brie, Anne de Foix, Guy de Laval.", "en", []),
        (f"{FR}\n\nThe Beatles, The Who, Simon and Garfunkel, Guns and Roses.", "fr", []),
        ("Guy de Laval, Jean de Brie.\n\nTickets to the valley sold out.", "en", []),
        ("19.000 soldados enviados a Rusia", "es", []),
        ("THE CHOIR OF THE VALLEY SANG", "en", []),
        ("LE CHŒUR DE LA VALLÉE A CHANTÉ", "fr", []),
        ("12 %", "en", []),
    ],
)
def test_the_languages_of_an_article(text: str, main: str, foreign: list[tuple[str, str]]) -> None:
    article = read_article("a.txt", text.encode())
    said = tongues(article, words(article.text), None)
    assert said.main.code == main
    assert [(text[slice(*span)].strip(), lexicon.code) for span, lexicon in said.foreign] == foreign
    for part in said.parts(article.text, words(article.text)):
        assert len(part.prose) == len(text)


@pytest.mark.parametrize(
    ("block", "asked"),
    [
        ("5 min read · 12:30", {"en"}),
        ("soldiers, factories, schools, hospitals", {"en"}),
        ("soldados, fábricas, escuelas, hospitales", {"en", "es", "fr"}),
    ],
)
def test_other_vocabularies_are_made_where_they_may_tell(
    block: str, asked: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Mock(side_effect=vocabulary)
    monkeypatch.setattr("factcheck.run.tongues.vocabulary", look)
    article = read_article("a.txt", f"{EN}\n\n{block}\n\n{EN}".encode())
    tongues(article, words(article.text), None)
    assert {call.args[0] for call in look.call_args_list} == asked


def test_the_language_that_is_given_is_the_main_one() -> None:
    article = read_article("a.txt", f"{FR}\n\n{FR}".encode())
    said = tongues(article, words(article.text), "en")
    assert (said.main.code, [lexicon.code for _, lexicon in said.foreign]) == ("en", ["fr", "fr"])


REGISTRY = """\
claims:
  singers:
    title: Singers of the valley choir
    match: [singers in the valley choir, choristes du chœur de la vallée, cantantes en el coro del valle]
    values: [240]
  founding:
    kind: date
    title: Founding of the valley choir
    match: [the valley choir was founded, le chœur de la vallée a été fondé, el coro del valle fue fundado]
    values: [1950-03-05]
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"{EN}\n\nLe chœur de la vallée compte trois cent dix choristes, et il a été fêté.", {310.0}),
        (f"{FR}\n\nThe valley choir, said its leader, has three hundred and ten singers in it.", {310.0}),
        (
            f"{EN} “Le chœur de la vallée compte 1,5 million de choristes, et il est fier de cela”, he said.",
            {1.5e6},
        ),
        (
            f"{EN}\n\nEl coro del valle fue fundado el seis de marzo de 1950, y de eso se habla.",
            {"1950-03-06"},
        ),
        (f"{EN}\n\nMarie de La Tour, Jean de Brie.\n\nThe valley choir has 310 singers.", {310.0}),
        (f"{EN}\n\nLE CHŒUR DE LA VALLÉE COMPTE 310 CHORISTES ET LE DIT.", {310.0}),
        (f"{EN} “Le temps des cerises” is sung by 310 people.", set()),
    ],
)
def test_what_is_said_in_another_language_is_read(
    text: str, values: set[float | str], tmp_path: Path
) -> None:
    found = scanned(tmp_path, REGISTRY, {"a.md": text}, ScanOptions(DAY)).mentions
    assert {mention.value for mention in found} == values
    assert all(mention.verdict == "discrepancy" for mention in found)
