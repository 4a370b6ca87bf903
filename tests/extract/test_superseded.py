"""Turns that tell a figure from the one that holds, each beside a twin that they do not cover."""

import re

import pytest

from factcheck.extract.superseded import read_turns
from factcheck.language.lexicon import languages, load
from factcheck.language.words import words

DIGITS = re.compile(r"\d+")


def covered(language: str, text: str) -> list[str]:
    """The figures (in digits) of a one-sentence text that a turn covers; `|` cuts its clauses."""
    cuts = [-1, *(at for at, char in enumerate(text) if char == "|"), len(text)]
    figures = [(word.start(), word.end()) for word in DIGITS.finditer(text)]
    turns = read_turns(text, words(text), figures, load(language))

    def clause(at: int) -> tuple[int, int]:
        return max(cut for cut in cuts if cut < at), min(cut for cut in cuts if cut > at)

    return [text[a:b] for a, b in figures if turns.cover((a, b), clause(a), (0, len(text)))]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "It has 30 trams instead of 40.", ["40"]),
        ("en", "Instead of resting the whole team ran 40 miles.", []),
        ("en", "It will run 30 trams, | up from about 20 last year.", ["20"]),
        ("en", "Managers used to speak of 40 trams.", ["40"]),
        ("en", "The firm had ordered 40 trams and got 30.", ["40"]),
        ("en", "The firm had 40 trams.", []),
        ("en", "Some 40 trams had been ordered.", ["40"]),
        ("en", "Some 40 trams were too wide for the bridges and had to be sold.", []),
        ("en", "Some 40 trams run, | which few had expected.", []),
        ("en", "Correction: an earlier version of this article | gave 40.", ["40"]),
        ("en", "It runs 40 trams.", []),
        ("fr", "Elle a 30 trams au lieu de 40.", ["40"]),
        ("fr", "La ville devait recevoir 40 trams.", ["40"]),
        ("fr", "La ville doit recevoir 40 trams.", []),
        ("fr", "La ville en avait commandé 40.", ["40"]),
        ("fr", "La ville avait 40 trams.", []),
        ("fr", "Depuis que la ligne avait ouvert, la ville a acheté 40 trams.", []),
        ("fr", "La ville avait, en mai, commandé 40 trams.", ["40"]),
        ("fr", "Un premier bilan | faisait état de 40 blessés.", ["40"]),
        ("es", "Tiene 30 tranvías en lugar de 40.", ["40"]),
        ("es", "Los vecinos temen que sean 40.", ["40"]),
    ],
)
def test_which_figure_a_turn_covers(language: str, text: str, figures: list[str]) -> None:
    assert covered(language, text) == figures


@pytest.mark.parametrize(
    ("text", "said", "covers"),
    [
        ("The operator said that 40 trams had been ordered.", "The operator said", False),  # reported speech
        ("The operator said that 40 trams had been ordered.", "", True),
        ("The operator had announced 40 trams.", "The operator had announced", True),  # its own verb's
        ("The operator said that it runs 30 instead of 40.", "The operator said", True),  # no auxiliary
        ("La ville a dit que 40 trams avaient roulé.", "La ville a dit", False),
        (
            "Five are new, says the operator, which had announced 40 trams.",
            "Five are new, says the operator",
            True,
        ),
    ],
)
def test_what_had_been_within_speech_still_holds(text: str, said: str, covers: bool) -> None:
    at = text.index("40")
    figures = [word.span() for word in DIGITS.finditer(text)]
    turns = read_turns(text, words(text), figures, load("fr" if text.startswith("La") else "en"))
    whole = (0, len(text))
    assert turns.cover((at, at + 2), whole, whole, len(said)) is covers


@pytest.mark.parametrize(
    ("language", "text", "covers"),
    [
        ("en", "The toll was then 40 cents.", True),
        ("en", "The toll is now 40 cents.", False),
        ("en", "What was free in the spring now costs 40 cents.", False),
        ("fr", "Il était de 40 centimes.", True),
        ("fr", "Il est de 40 centimes.", False),
        ("es", "El peaje era entonces de 40 céntimos.", True),
        ("es", "El peaje es de 40 céntimos.", False),
    ],
)
def test_that_it_was_so_covers_what_is_known_to_be_of_earlier(language: str, text: str, covers: bool) -> None:
    at, whole = text.index("40"), (0, len(text))
    turns = read_turns(text, words(text), [(at, at + 2)], load(language))
    assert turns.cover((at, at + 2), whole, whole, earlier=True) is covers
    assert not turns.cover((at, at + 2), whole, whole)


@pytest.mark.parametrize("language", languages())
def test_every_turn_covers_the_figure_behind_it(language: str) -> None:
    for reach in ("beside", "around"):
        for turn in load(language).words(f"superseded.{reach}"):
            assert covered(language, f"{turn} 40") == ["40"], turn
